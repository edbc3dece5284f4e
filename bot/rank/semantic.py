"""How near in meaning a line is to a question, beside how well it meets its words.

A sentence encoder, where one is installed, turns every line, every concept of the thesaurus and
each question into a vector; the cosine of two says how near they are in meaning. Three things
make the meaning of a line: the line itself; the lines before and after it, because a show note
often continues the one above; and the concepts that it names, because an encoder made of
everyday text does not know that "blue / green deploys" are releases nobody notices, while the
thesaurus does. The constants were chosen on the questions of three authors; the figures are in
ARCHITECTURE.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dialogue import Hit

COSINE = "(cosine)"
MEANING = "(meaning)"
WORDS = "(words)"
"""Parts of a hit beside those of its words; no word has parentheses.

The cosine is that of the line alone; the meaning has its neighbours and concepts in it. What was
a hit's score by its words becomes a part of it when both are blended.
"""

NEIGHBOURS = 0.25
"""How much of the mean cosine of the lines before and after a line counts."""

CONCEPTS = 0.35
"""How much of the cosine of the nearest concept that a line names counts."""

NAMED = 0.5
"""A line has the concepts that it names at least this surely; by a mere hint it does not."""

NEAREST = 25
"""How many lines are found by their meaning alone."""

SHARE = 0.6
"""The share of the meaning in the blended score; the rest is the share of the words."""

SURE = 0.38
"""Below this cosine, a line that is found by its meaning alone says nothing of the question."""

DOUBT = 0.3
"""When no line is as near as this, those that meet words of the question do so by chance."""

_BY_MEANING = frozenset({COSINE, MEANING, WORDS})
# What a perfect meaning scores where no line meets a word: about what a rare word does.
_WORDLESS = 5.0


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def name(self) -> str:
        """Which model: vectors of another one cannot be compared."""
        ...

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """A packed vector for each text, see :func:`packed`; the same for the same text."""
        ...


def packed(vector: Sequence[float]) -> bytes:
    """A vector as one signed byte for each number, its longest number being 127.

    The length of a vector says nothing here, so no scale has to be kept with it.

    >>> packed([0.5, -1.0, 0.0]).hex(" ")
    '40 81 00'
    """
    longest = max((abs(number) for number in vector), default=0.0) or 1.0
    return bytes(round(number / longest * 127) & 0xFF for number in vector)


def blend(words: Mapping[int, float], meanings: Mapping[int, float]) -> dict[int, float]:
    """Scores in the measure of the words' scores, by words and meaning together.

    Args:
        words: Scores of what meets words of the question, above 0.
        meanings: Of all candidates; the nearest counts fully, the last of the :data:`NEAREST`
            nothing. A line that was written a moment ago may have none.

    >>> blend({1: 8.0, 2: 4.0}, {1: 0.2, 2: 0.5, 3: 0.35})
    {1: 3.2, 2: 6.4, 3: 2.4}
    """
    most = max(words.values(), default=_WORDLESS)
    low, high = _bounds(meanings)
    return {
        ident: round(
            SHARE * most * max(0.0, (meanings.get(ident, low) - low) / (high - low))
            + (1 - SHARE) * words.get(ident, 0.0),
            4,
        )
        for ident in {**words, **meanings}
    }


def _bounds(meanings: Mapping[int, float]) -> tuple[float, float]:
    """The meaning that counts nothing, and the one that counts fully."""
    ranked = sorted(meanings.values(), reverse=True)[:NEAREST]
    low, high = (ranked[-1], ranked[0]) if ranked else (0.0, 0.0)
    return (low, high) if high > low else (high - 1.0, high)


def part(hit: Hit, label: str) -> float | None:
    """A part of a hit's score by its label, where it has one."""
    for name, value in hit.parts:  # Faster than a generator, and it is asked of every hit.
        if name == label:
            return value
    return None


def words_of(hit: Hit) -> int:
    """How many groups of words a hit meets."""
    return sum(name not in _BY_MEANING for name, _ in hit.parts)


def by_words(hit: Hit) -> Hit:
    """A hit as it is found without an encoder."""
    parts = tuple(each for each in hit.parts if each[0] not in _BY_MEANING)
    return replace(hit, parts=parts)


def closest(hits: Sequence[Hit]) -> float | None:
    """The best cosine of any line found, where there is an encoder."""
    return max((near for hit in hits if (near := part(hit, COSINE)) is not None), default=None)


def strongest(hits: Sequence[Hit]) -> float:
    """The best score by words alone; 0 without a hit."""
    return max(
        (hit.score if part(hit, MEANING) is None else part(hit, WORDS) or 0.0 for hit in hits),
        default=0.0,
    )


def is_answered(hits: Sequence[Hit], *, met: bool) -> bool:
    """Whether any line found is about the question at all.

    Args:
        hits: What was found.
        met: Whether the best of them meets enough words of the question; what decides without
            an encoder.
    """
    near = closest(hits)
    return met if near is None else near >= SURE or (met and near >= DOUBT)


def is_sure(hit: Hit) -> bool:
    """Whether a line meets words of the question, or is near to it in meaning by itself."""
    return bool(words_of(hit)) or (part(hit, COSINE) or 0.0) >= SURE
