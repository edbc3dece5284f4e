"""Short vectors of texts without a model: the sum of a vector for each of their words.

They are not the equal of a sentence encoder's, because the order of words is lost, but they know
that an invoice is near to a bill, are made in microseconds, and need nothing that has to be
installed. Each vector says by its length how much its word tells. ``docs/word_vectors.py`` made
the two files, and says from what.
"""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from bot.rank.semantic import Scale, stretched
from bot.rank.words import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = Path(__file__).with_name("words.txt")
VECTORS = Path(__file__).with_name("words.bin")
_WORD = re.compile(r"[a-z0-9]+")


def pieces(text: str) -> list[str]:
    """The stems of the words of a text, as they are listed.

    >>> pieces("It's the Hosting bills")
    ['it', 'the', 'host', 'bill']
    """
    lowered = text.lower().replace("’", "'").replace("'s", "").replace("'", "")
    return [stem(word) for word in _WORD.findall(lowered)]


class Bag:
    """The encoder that is always there; may be shared by threads.

    Args:
        words: A file of stems, one a line.
        vectors: A file of as many vectors, a signed byte for each number.
    """

    scale = Scale(worth=8.0, floor=0.1, neighbours=0.0, judges=False)

    def __init__(self, words: Path = WORDS, vectors: Path = VECTORS) -> None:
        self._words = words
        self._vectors = vectors

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

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """A packed vector for each text: of zeros where no word is known."""
        size = len(self._data) // len(self._places)
        rows = memoryview(self._data).cast("b")
        return [self._encoded(text, rows, size) for text in texts]

    def _encoded(self, text: str, rows: memoryview, size: int) -> bytes:
        total = [0] * size
        for piece in pieces(text):
            place = self._places.get(piece)
            if place is not None:
                total = list(map(add, total, rows[place * size : (place + 1) * size]))
        return stretched(total)
