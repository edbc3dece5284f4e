"""Whether a text names something that people do, so that a line is wanted, or asks who does it.

"Making sure your dumps are usable" and "finding people who know your language" are headings of
what somebody told; nobody is asked for, whatever words of asking stand in them.
"""

from __future__ import annotations

from bot.patterns import rx

# Verbs with which people ask for somebody or something, and nouns that only end like a verb.
_DOING = rx(
    r"""
    ^\W*(?:not |never )?(?!(?:look|ask|wonder|think|try|hop|go|com|gett|want|search|seek|us|runn
        |host|deploy|build|hav|pay|spend|serv|handl|earn|mak(?=ing (?:money|\$|\d|over|more))
        |any ?th|some ?th|every ?th|no ?th|th|k|p|r|br|str|spr|dur|morn|even|logg|monitor|bill
        |pric|cach|mail|messag|process|track|stor|pag)ing\b)[a-z]+ing\b(?!.*(?:\?|[,:;–-] ?(?:who
        |which|what|where|any)))
    """
)
# Somebody to whom it is done or not done: nobody is asked for.
_DONE_TO = rx(
    r"""
    \b(?:without|before|than|let(?:s|ting)?|help(?:s|ing)?|so|that|for|to|of|by|from|with|mak\w+
        |tell\w*|show\w*|giv\w+) (?:(?:any|some|every)(?:one|body)|people|folks|guests)\b
    """
)


def is_doing(shape: str) -> bool:
    """Whether something is named that somebody does.

    Args:
        shape: Lower case, names as placeholders.

    >>> is_doing("making sure your dumps are usable"), is_doing("looking for django people")
    (True, False)
    """
    return _DOING.search(shape) is not None


def asking(shape: str) -> str:
    """A shape without the people to whom something is done.

    >>> asking("pushing a version out without anyone noticing")
    'pushing a version out   noticing'
    """
    return _DONE_TO.sub(" ", shape)
