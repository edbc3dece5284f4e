"""What makes the vectors of words brings words of one sense together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.rank.semantic import Scale, packed
from docs.word_vectors import fitted, listed, targets, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

SENSES = (("bill", "invoice", "charge"), ("disk", "drive", "storage"), ("mail", "letter", "post"))
TEXTS = [f"the {one} and a {other}" for sense in SENSES for one in sense for other in sense * 3] + [
    f"the {word}" for sense in SENSES for word in sense
]


class Teacher:
    """An encoder that knows the senses."""

    name = "teacher"
    scale = Scale(worth=1.0, floor=0.0, neighbours=0.0, judges=True)

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """How often each sense is meant."""
        return [
            packed([float(sum(word in sense for word in text.split())) for sense in SENSES])
            for text in texts
        ]

    def field(self, vector: bytes) -> None:
        """It judges by senses."""

    def apart(self, text: str) -> None:
        """It knows whole sentences."""


def test_words_of_one_sense_come_together() -> None:
    """And a word that goes with any sense tells little."""
    words = listed(TEXTS, least=2)
    vectors = fitted(TEXTS, words, targets(Teacher(), TEXTS, size=2))
    of = dict(zip(words, vectors, strict=True))

    def cosine(one: str, other: str) -> float:
        long = np.linalg.norm(of[one]) * np.linalg.norm(of[other])
        return float(of[one] @ of[other] / long)

    assert cosine("bill", "invoic") > 0.9
    assert cosine("bill", "disk") < 0.5
    assert np.linalg.norm(of["the"]) < 0.5 * np.linalg.norm(of["disk"])


def test_rare_words_and_numbers_are_not_listed() -> None:
    """The others are, most frequent first; a text counts once."""
    assert listed(["a 5 mail", "mail 5 mail", "a letter 5", "mail"], least=2) == ["mail", "a"]


def test_bytes_are_used_to_the_full() -> None:
    """A number far longer than all others is cut."""
    numbers = np.linspace(-1, 1, 9999)
    numbers[0] = 50.0

    assert whole(numbers)[[0, 1, -1, 4999]].tolist() == pytest.approx([127, -127, 127, 0], abs=1)
