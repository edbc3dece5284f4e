"""Slips of the finger in the words that questions are made of: "whcih shows", "who moevd".

Names are mended where they are found (:mod:`bot.questions.respelt`); here it is the frame around
them, a closed list of words without which no kind of question recognises anything. What is a word
of English or of the show notes, a name or almost one, capitalised, or stands where only a name
makes sense, is never touched.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.questions.lexicon import FRAME, joined
from bot.questions.neighbours import NEIGHBOURS
from bot.rank.words import inflections

if TYPE_CHECKING:
    import re

    from bot.questions.lexicon import Lexicon

_SHORTEST = 4
_WRONG = 2
# So many words that are none are remembered.
_SLIPS = 1024
# Of other lists those that stand around a subject; "isnt" and the like are read before.
_AROUND = frozenset(
    """
    whose whom have having been being into from with will would could should there their they them
    this that these those every each also only once much ever some else together
    technology technologies stack stacks database databases language languages framework frameworks
    provider providers payment payments monitoring production development anywhere frequently
    commonly usually actually currently
""".split()
)
# What turns a question into its opposite, so that a slip in it must not be passed over.
_NEGATED = frozenset(
    """
    doesnt dont didnt isnt arent wasnt werent hasnt havent hadnt wouldnt couldnt shouldnt
""".split()
)
# A word that is no part of an address, a typed filter, a version or a contraction.
_WORD = rx(r"(?<![\w:.@/#'+&-])(?:[A-Za-z]{4,}|[A-Za-z]{3,}'[A-Za-z]{1,2})(?![\w:@/'+&-]|\.\w)")
_QUOTED = rx(r'("[^"]*")')
# After these a name is expected, and an unknown word is one.
_NAME_BEFORE = frozenset(
    """
    use uses using used run runs running adopt adopts adopting called named with on via through and
    or plus vs versus without dropped chose picked the a an like by guest between to
""".split()
)


# "Dosnt" is as near to one as to the other, and both say no.
_SAME = {"dont": "doesnt"}
_FRAME = tuple(sorted(w for w in FRAME | _AROUND | _NEGATED if len(w) >= _SHORTEST and w.isalpha()))
_KNOWN = frozenset(_FRAME)


@lru_cache(_SLIPS)
def _nearest(word: str) -> str | None:
    """The word of the frame that a word is a slip of, if only one is nearest.

    Two letters that changed places are likelier than one too many or too few, and that than a
    wrong one; in the shortest words a wrong one makes another word: "woke" is no "work".
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, _FRAME, scorer=OSA.distance, score_cutoff=1, limit=None)
    ranked = sorted((_sort_of_slip(word, meant), _SAME.get(meant, meant)) for meant, *_ in found)
    best = {meant for sort, meant in ranked if sort == ranked[0][0]}
    wrong = ranked and len(word) == _SHORTEST and ranked[0][0] == _WRONG
    if any(form in NEIGHBOURS for form in inflections(word)):
        return None
    return best.pop() if len(best) == 1 and not wrong else None


def _sort_of_slip(word: str, meant: str) -> int:
    if sorted(word) == sorted(meant):
        return 0
    return 1 if len(word) != len(meant) else _WRONG


def unslipped(text: str, lexicon: Lexicon) -> str:
    """A question whose own words are spelt as its patterns expect; quotes stay as they are.

    Args:
        text: A question.
        lexicon: What is a word or a name, and so no slip.
    """
    # Most questions have no slip, and then nothing has to be weighed.
    if all(map(lexicon.is_word, set(_WORD.findall(text.lower())) - _KNOWN)):
        return text
    pieces = _QUOTED.split(text) if '"' in text else [text]
    return "".join(piece if piece[:1] == '"' else _mended(piece, lexicon) for piece in pieces)


def _mended(text: str, lexicon: Lexicon) -> str:
    def mend(match: re.Match[str]) -> str:
        before = text[: match.start()].split()
        return _meant(match.group(), before[-1].lower() if before else "", lexicon)

    return _WORD.sub(mend, text)


def _meant(word: str, before: str, lexicon: Lexicon) -> str:
    """What a word of a question means: itself, or the word it is a slip of."""
    lowered = word.lower()
    if "'" in lowered:
        joined_up = lowered.replace("'", "")
        meant = None if joined_up in _KNOWN else _nearest(joined_up)
        return meant if meant in _NEGATED else word
    named = before in _NAME_BEFORE or (before and word[:1].isupper() and not word.isupper())
    if lowered in _KNOWN or named or lexicon.is_word(lowered):
        return word
    return word if _is_name(lowered, lexicon) else _nearest(lowered) or word


def _is_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a name, or so near to one that it is mended as one."""
    vocabulary, key = lexicon.vocabulary, joined(word)
    return (
        vocabulary.resolve(word) is not None
        or key in lexicon.companies
        or key in lexicon.people
        or word in lexicon.surnames
        or vocabulary.near(word, lexicon.present) is not None
        or vocabulary.near_category(word) is not None
    )
