"""Texts become the numbers that the model was trained on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.encoder.minilm import VOCABULARY
from bot.encoder.wordpiece import WordPiece


@pytest.fixture(scope="module")
def pieces() -> WordPiece:
    """Over the vocabulary of the model."""
    return WordPiece(VOCABULARY.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # As the tokenizers package, 0.23.3, numbers them.
        ("", []),
        ("zero downtime releases", [5717, 2091, 7292, 7085]),
        ("Kubernetes isn't used", [13970, 5677, 7159, 2229, 3475, 1005, 1056, 2109]),
        ("Café, 日本 C++", [7668, 1010, 1864, 1876, 1039, 1009, 1009]),
        ("tab\tnew\nline\u00a0gap", [21628, 2047, 2240, 6578]),
        ("zero\u200bwidth \ufffd", [5717, 9148, 11927, 2232]),
        ("😀", [100]),
        ("a" * 101, [100]),
    ],
)
def test_texts_as_the_reference_numbers_them(
    pieces: WordPiece, text: str, numbers: list[int]
) -> None:
    """Framed by the two marks that the model expects."""
    assert pieces.encode(text, 256) == [101, *numbers, 102]


@given(text=st.text(), limit=st.integers(2, 40))
def test_any_text_fits_the_limit(pieces: WordPiece, text: str, limit: int) -> None:
    """The frame is always there."""
    numbers = pieces.encode(text, limit)

    assert (numbers[0], numbers[-1]) == (101, 102)
    assert len(numbers) <= limit
