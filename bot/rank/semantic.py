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

from dataclasses import dataclass
from math import sqrt
from operator import mul
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Hit

COSINE = "(cosine)"
MEANING = "(meaning)"
WORDS = "(words)"
FIELD = "(field)"
"""Parts of a hit beside those of its words; no word has parentheses.

The cosine is that of the line alone, from an encoder that judges; the meaning, with neighbours
and concepts in it, is in points of the score. What was a hit's score by its words becomes a part
of it when the points are added. The field, from an encoder that does not judge, is the same for
every line of a question: how much it is one of the field at all.
"""

CONCEPTS = 0.35
"""How much of the cosine of the nearest concept that a line names counts."""

APART = 1.0
"""How much of the cosine with what a question says beside the words that a line has counts.

A line with a word of the question is near to it by this word, which has been counted already. Only
vectors that are sums of words can be taken apart so.
"""

NAMED = 0.5
"""A line has the concepts that it names at least this surely; by a mere hint it does not."""

NEAREST = 25
"""How many lines are found by their meaning alone."""

SURE = 0.33
"""Below this cosine, a line that is found by its meaning alone says nothing of the question."""

DOUBT = 0.3
"""When no line is as near as this, those that meet words of the question do so by chance."""

LENGTH = 250
"""How long a stretched vector is, so that a product of two tells their cosine by itself.

What would not fit into a signed byte is cut; with dozens of numbers hardly any is so large.
"""

_BY_MEANING = frozenset({COSINE, MEANING, WORDS, FIELD})


@dataclass(frozen=True, slots=True)
class Scale:
    """What meanings by one encoder count beside words.

    Attributes:
        worth: Points for each 1.0 of a line's meaning above the floor; a rare word of the
            question that a line has is worth about 4.
        floor: The meaning that counts nothing, as any two lines of the field have it.
        neighbours: How much of the mean cosine of the lines before and after a line counts.
        judges: Whether its cosines can tell that no line is about the question at all.
    """

    worth: float
    floor: float
    neighbours: float
    judges: bool

    def points(self, meaning: float) -> float:
        """What a line's meaning adds to the score of its words.

        >>> Scale(worth=4, floor=0.25, neighbours=0, judges=False).points(0.75)
        2.0
        """
        return self.worth * max(0.0, meaning - self.floor)


class Apart(Protocol):
    """What a question says beside the words of a line."""

    def shared(self, line: str) -> frozenset[str]:
        """The words of the question that a line has."""
        ...

    def without(self, shared: frozenset[str]) -> Sequence[int]:
        """The vector of its other words, of any length."""
        ...


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def name(self) -> str:
        """Which model: vectors of another one cannot be compared."""
        ...

    @property
    def scale(self) -> Scale:
        """What its vectors count."""
        ...

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """A packed vector for each text, see :func:`packed`; the same for the same text."""
        ...

    def field(self, vector: bytes) -> float | None:
        """How much a text speaks of the field, from -1 to 1; of daily life it is below 0.

        Args:
            vector: The text's, packed.

        Returns:
            ``None`` from an encoder that judges by its cosines with lines.
        """
        ...

    def apart(self, text: str) -> Apart | None:
        """What tells a question without the words of a line, if vectors are sums of words."""
        ...


def packed(vector: Sequence[float]) -> bytes:
    """A vector as one signed byte for each number, its longest number being 127.

    The length of a vector says nothing here, so no scale has to be kept with it.

    >>> packed([0.5, -1.0, 0.0]).hex(" ")
    '40 81 00'
    """
    longest = max((abs(number) for number in vector), default=0.0) or 1.0
    return bytes(round(number / longest * 127) & 0xFF for number in vector)


def stretched(vector: Sequence[float]) -> bytes:
    """A vector in signed bytes that is :data:`LENGTH` long, or of zeros.

    >>> stretched([3.0, -4.0]).hex(" "), stretched([0.0, 0.0]).hex(" ")
    ('7f 81', '00 00')
    """
    scale = LENGTH / (sqrt(sum(map(mul, vector, vector))) or 1.0)
    return bytes(max(-127, min(127, round(number * scale))) & 0xFF for number in vector)


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
    return hit._replace(parts=parts)


def closest(hits: Sequence[Hit]) -> float | None:
    """The best cosine of any line found, where there is an encoder."""
    return max((near for hit in hits if (near := part(hit, COSINE)) is not None), default=None)


def is_summed(hits: Sequence[Hit]) -> bool:
    """Whether scores have points of an encoder in them that cannot judge by itself."""
    return any(
        part(hit, MEANING) is not None and part(hit, COSINE) is None for hit in hits[:NEAREST]
    )


def strongest(hits: Sequence[Hit], *, by_words: bool = False) -> float:
    """The best score that tells whether a question is answered; 0 without a hit.

    An encoder that judges does so by its cosines, and its points are left out here.

    Args:
        hits: What was found.
        by_words: Whether the points of any meaning are left out.
    """

    def telling(hit: Hit) -> float:
        words = part(hit, WORDS)
        if words is None or not (by_words or part(hit, COSINE) is not None):
            return hit.score
        return words

    return max(map(telling, hits), default=0.0)


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
