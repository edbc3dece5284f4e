"""Amounts that nobody pays: what was saved, is over, or only passes through."""

from __future__ import annotations

import pytest

from bot.normalise.bygone import is_over


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They shaved $300 a month off the bill", True),
        ("They saved about $300", True),
        ("Before Elixir the bill was $300", True),
        ("Before tax it was $300", False),
        ("The bill was $300 a month a year ago", True),
        ("Hosting was $300 until they moved", True),
        ("Hosting was $300 last month", False),
        ("The bill went from $300 to $40", True),
        ("They process $300 a day in payments", True),
        ("They manage $300 of funds", True),
        ("$300 worth of corn went through it", True),
        ("They got $300 worth of credits", False),
        ("They pay $300 a month", False),
        ("It was $300 a month and now it's $40", True),
        ("They pay $40 instead of $300", True),
        ("Invoices worth $300 were sent with it", True),
    ],
)
def test_is_over(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """The words on both sides of the amount decide."""
    before, after = text.split("$300")

    assert is_over(before, after) is expected
