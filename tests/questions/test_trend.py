"""Use over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.trend import Trend
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

TRENDS = table(
    ("docker over the years", "2019:1 2020:3 2021:1"),
    ("kubernetes per year", "2019:0 2020:1 2021:0"),
    ("is heroku use growing?", "2019:0 2020:1 2021:1"),
    ("trend of relational databases", "2019:1 2020:3 2021:3"),
    ("docker without redis by year", "2019:0 2020:2 2021:0"),
    ("cobol over time", ""),
)


@pytest.mark.parametrize(("question", "expected"), TRENDS)
def test_years(library: Library, question: str, expected: str) -> None:
    """A row a year, those with none included."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Trend)
    assert expected.split() == [f"{row.label}:{row.count}" for row in answer.rows]
    assert len(claimed(answer)) == answer.total


def test_of_how_many(library: Library) -> None:
    """A bar for the share, and the share in numbers."""
    answer = library.ask("docker over the years")

    assert "Docker by year: 2019: 1 of 1, 2020: 3 of 3, 2021: 1 of 4." == answer.headline
    assert ["of 1 " + 10 * "█", "of 3 " + 10 * "█", "of 4 " + 2 * "█"] == [
        row.detail for row in answer.rows
    ]


@pytest.mark.parametrize("question", ["over the years", "ferrybook over the years", "docker"])
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """It takes something to count."""
    assert not isinstance(library.understand(question), Trend)
