"""Short vectors of texts without a model: the sum of a vector for each of their words.

They are not the equal of a sentence encoder's, because the order of words is lost, but they know
that an invoice is near to a bill, are made in microseconds, and need nothing that has to be
installed. Each vector says by its length how much its word tells. ``docs/word_vectors.py`` made
the two files, and says from what. ``docs/field_direction.py`` made a third: the direction in which
lie questions to people who build software, away from soup, knees and the moon.
"""

from __future__ import annotations

import hashlib
import re
from functools import cached_property, lru_cache
from operator import add, mul, sub
from pathlib import Path
from typing import TYPE_CHECKING

from bot.rank.semantic import LENGTH, Scale, stretched
from bot.rank.words import STOPWORDS, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    Rows = list[tuple[str, Sequence[int]]]

WORDS = Path(__file__).with_name("words.txt")
VECTORS = Path(__file__).with_name("words.bin")
FIELD = Path(__file__).with_name("field.bin")
_LINES = 4096
# Lines that have only these in common with a question have nothing in common.
_STOPPING = frozenset(map(stem, STOPWORDS))
_WORD = re.compile(r"[a-z0-9]+")


def pieces(text: str) -> list[str]:
    """The stems of the words of a text, as they are listed.

    >>> pieces("It's the Hosting bills")
    ['it', 'the', 'host', 'bill']
    """
    lowered = text.lower().replace("’", "'").replace("'s", "").replace("'", "")
    return [stem(word) for word in _WORD.findall(lowered)]


@lru_cache(_LINES)
def said(text: str) -> frozenset[str]:
    """The words of a line, which question after question is compared with."""
    return frozenset(pieces(text))


class Bag:
    """The encoder that is always there; may be shared by threads.

    Args:
        words: A file of stems, one a line.
        vectors: A file of as many vectors, a signed byte for each number.
        field: A file of one vector, the direction of the field.
    """

    scale = Scale(worth=5.0, floor=0.1, neighbours=0.0, judges=False)

    def __init__(self, words: Path = WORDS, vectors: Path = VECTORS, field: Path = FIELD) -> None:
        self._words = words
        self._vectors = vectors
        self._field = field
        # A question is encoded, and then told apart from one line after another.
        self._latest: tuple[str, Rows, Sequence[int]] | None = None

    @cached_property
    def name(self) -> str:
        """Which vectors: those of other files cannot be compared."""
        digest = hashlib.sha256(self._words.read_bytes() + self._data).hexdigest()
        return f"words {digest[:12]}"

    @cached_property
    def _data(self) -> bytes:
        return self._vectors.read_bytes()

    @cached_property
    def _places(self) -> dict[str, int]:
        lines = self._words.read_text(encoding="utf-8").split()
        return {word: place for place, word in enumerate(lines)}

    @cached_property
    def _size(self) -> int:
        return len(self._data) // len(self._places)

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """A packed vector for each text: of zeros where no word is known."""
        return [stretched(self._summed(text)[1]) for text in texts]

    def apart(self, text: str) -> Rest:
        """What tells a question from the words that it shares with a line."""
        return Rest(*self._summed(text))

    def field(self, vector: bytes) -> float:
        """The cosine of a text's vector with the direction of the field."""
        packed = memoryview(vector).cast("b")
        product: int = sum(map(mul, packed, self._direction))
        return product / LENGTH**2

    @cached_property
    def _direction(self) -> Sequence[int]:
        return list(memoryview(self._field.read_bytes()).cast("b"))

    def _summed(self, text: str) -> tuple[Rows, Sequence[int]]:
        """Each word of a text that is known with its vector, and their sum."""
        latest = self._latest
        if latest is None or latest[0] != text:
            rows = self._rows(text)
            total = _sum([row for _, row in rows]) if rows else [0] * self._size
            latest = self._latest = text, rows, total
        return latest[1:]

    def _rows(self, text: str) -> Rows:
        size = self._size
        rows = memoryview(self._data).cast("b")
        known = ((word, self._places[word]) for word in pieces(text) if word in self._places)
        return [(word, rows[place * size : (place + 1) * size]) for word, place in known]


class Rest:
    """What a question says beside the words of a line, as vectors.

    Args:
        rows: Each word of the question with its vector.
        total: Their sum.
    """

    def __init__(self, rows: Rows, total: Sequence[int]) -> None:
        self._rows = rows
        self._total = total
        self._words = frozenset(word for word, _ in rows) - _STOPPING

    def shared(self, line: str) -> frozenset[str]:
        """The words of the question that a line has."""
        return self._words & said(line)

    def without(self, shared: frozenset[str]) -> Sequence[int]:
        """The sum over its other words."""
        gone = _sum([row for word, row in self._rows if word in shared])
        return list(map(sub, self._total, gone))


def _sum(rows: Sequence[Sequence[int]]) -> Sequence[int]:
    """The sum of one or more vectors."""
    total = rows[0]
    for row in rows[1:]:
        total = list(map(add, total, row))
    return total
