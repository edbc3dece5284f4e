"""Words in quotes: a phrase that must stand in the notes exactly so, or a name in quotes.

"who uses postgres "row level security"" asks who uses Postgres among those whose notes have the
phrase. Around a name where only a name makes sense (who uses "docker swarm", "react" vs "vue")
quotes mean nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import rx, words
from bot.questions.lexicon import joined

if TYPE_CHECKING:
    from bot.questions.lexicon import Lexicon

_QUOTED = rx(r'"([^"]*[^\W_][^"]*)"')
# What wants an object or another side: the words that follow are a part of the question.
_NEEDS = rx(
    words(
        """
        us(?:e|es|ed|ing), runs?, running, on, in, from, to, into, off, of, for, by, via, than,
        vs\\.?, versus, and, or, does, do, did, is, are, was, has, with, without, not, no, left,
        dropped, chose, picked, choose, pick, compare, between, like, at, called
    """
    )
    + r" (?:the |an? )?$",
    re.IGNORECASE,
)
_WEIGHED = rx(r" ?(?:vs\b|versus\b|and\b|or\b|to\b|,|/)", re.IGNORECASE)
# What leads to a phrase and goes with it: "which episodes mention …", "tips with the words …".
_LEADS = rx(
    r"""
    \s*(?:[,;(]\s*)?(?:\b(?:(?:that|which|who|where|when)(?: (?:they|it|he|she|someone))? )?(?:and
        |with|about|on|mention(?:s|ed|ing)?|say(?:s|ing)?|said|ha(?:s|ve|ving)|contain(?:s|ing)?
        |(?:talk|speak)(?:s|ing)? (?:of|about)
        |us(?:es|ing) (?=the (?:words?|phrase)))(?: (?:the )?(?:exact )?(?:words?|phrase|text
        |string))?(?: exactly)?\s*)?$
    """,
    re.IGNORECASE,
)


def take_quotes(text: str, lexicon: Lexicon, *, spoken: bool) -> tuple[str, tuple[str, ...]]:
    """A text without the phrases that are quoted in it, and the phrases.

    Args:
        text: A question.
        lexicon: Names that quotes may stand around.
        spoken: Their words stay in the text.
    """
    phrases: list[str] = []
    for match in reversed(list(_QUOTED.finditer(text))):
        before, phrase, after = text[: match.start()], match[1].strip(), text[match.end() :]
        if _is_part(before, after) and _is_name(phrase, lexicon):
            text = f"{before}{phrase}{after}"
            continue
        phrases.insert(0, phrase)
        kept = f"{before} {phrase}" if spoken else _LEADS.sub("", before)
        text = f"{kept} {after.removeprefix(')')}"
    return text, tuple(phrases)


def _is_part(before: str, after: str) -> bool:
    """Whether something is missing from a question without the words between these."""
    return bool(_NEEDS.search(before) or (not before.strip() and _WEIGHED.match(after)))


def _is_name(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase is a name of the catalogue or the vocabulary."""
    vocabulary, key = lexicon.vocabulary, joined(phrase)
    return (
        vocabulary.resolve(phrase) is not None
        or key in lexicon.companies
        or key in lexicon.people
        or any(each.end - each.start == len(phrase) for each in vocabulary.find_categories(phrase))
    )
