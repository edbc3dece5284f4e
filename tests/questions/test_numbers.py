"""Numbers as words."""

from __future__ import annotations

import re

import pytest

from bot.questions.numbers import CARDINAL, CARDINALS, number_of


def test_as_far_as_people_write_them_out() -> None:
    """One to twelve, each found by the pattern and read."""
    found = re.findall(rf"\b{CARDINAL}\b", "one, seven and twelve of sixteen")

    assert [number_of(word) for word in found] == [1, 7, 12]
    assert list(CARDINALS.values()) == list(range(1, 13))


def test_digits_and_what_is_no_number() -> None:
    """Digits are read; anything else is rejected, never taken for nothing."""
    assert number_of("0") == 0
    with pytest.raises(ValueError, match="many"):
        number_of("many")
