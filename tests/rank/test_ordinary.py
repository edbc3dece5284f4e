"""Ordinary words are known in every form."""

from __future__ import annotations

import pytest

from bot.rank.ordinary import WORDS, is_ordinary


@pytest.mark.parametrize(
    "word", ["the", "collection", "collections", "packed", "moving", "nothing"]
)
def test_words_and_their_inflections(word: str) -> None:
    """A word need not be listed in each form."""
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["terafom", "postgers", "jango", "kubernets", "of", ""])
def test_anything_else_may_be_a_name(word: str) -> None:
    """Words of two letters are never respelt, so none of them is listed."""
    assert not is_ordinary(word)


def test_the_list_is_one_of_words() -> None:
    """In lower case, three letters or more."""
    assert len(WORDS) == 3000
    assert [
        word for word in WORDS if not (word.isalpha() and word.islower() and len(word) > 2)
    ] == []
