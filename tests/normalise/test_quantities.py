"""Numbers in a sentence, in digits and in words."""

from __future__ import annotations

import pytest

from bot.normalise.quantities import quantities

FOUND: tuple[tuple[str, list[tuple[float, float]]], ...] = (
    ("20-50 million+ hits", [(20e6, 50e6)]),
    ("2 to 3k jobs", [(2e3, 3e3)]),
    ("between 5,000 and 10,000 users", [(5e3, 10e3)]),
    ("a few thousand rows", [(3e3, 9e3)]),
    ("billions of rows", [(2e9, 2e9)]),
    ("half a million", [(5e5, 5e5)]),
    ("a couple of servers and 3 more", [(2.0, 2.0), (3.0, 3.0)]),
    (".5 of it", [(0.5, 0.5)]),
    ("version 1.2.3 at 99% in 4gb", [(4.0, 4.0)]),
    ("issue #42, port :80, item 5a", []),
    ("12345678901234567890 of them", []),
)


@pytest.mark.parametrize(("text", "ranges"), FOUND, ids=[text for text, _ in FOUND])
def test_ranges(text: str, ranges: list[tuple[float, float]]) -> None:
    """The scale of the end holds for both ends; what is no number of things is none."""
    assert ranges == [(found.low, found.high) for found in quantities(text)]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("$5 a month", True),
        ("5 bucks", True),
        ("£1k", True),
        ("two euros", True),
        ("5 apps", False),
    ],
)
def test_money(text: str, *, money: bool) -> None:
    """By the sign before it, or the word after it."""
    assert [money] == [found.money for found in quantities(text)]


def test_a_change_is_no_range() -> None:
    """What it was before is over."""
    (found,) = quantities("from $3,000 to $3 a month")

    assert (found.low, found.high) == (3.0, 3.0)


def test_what_can_only_be_a_count() -> None:
    """In brackets, or a word for one alone; its place is known."""
    first, second, third = quantities("(2) servers, a single box, 3 apps")

    assert [first.sure, second.sure, third.sure] == [True, True, False]
    assert (first.start, first.end) == (0, 3)
