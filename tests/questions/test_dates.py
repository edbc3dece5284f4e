"""Dates in plain English, each with its first day and the first day after."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.dates import Days, bounds, take_days
from tests.questions.library import TODAY, table

PERIODS = table(
    ("redis in the first half of 2020", "2020-01-01", "2020-07-01"),
    ("redis in H2 2020", "2020-07-01", "2021-01-01"),
    ("redis in the second half of 2020", "2020-07-01", "2021-01-01"),
    ("redis in the latter half of 2020", "2020-07-01", "2021-01-01"),
    ("redis in Q1 2021", "2021-01-01", "2021-04-01"),
    ("redis 2020 q3", "2020-07-01", "2020-10-01"),
    ("redis in the last quarter of 2020", "2020-10-01", "2021-01-01"),
    ("redis in early 2020", "2020-01-01", "2020-05-01"),
    ("redis in mid-2020", "2020-05-01", "2020-09-01"),
    ("redis in late 2020", "2020-09-01", "2021-01-01"),
    ("redis in the autumn of 2020", "2020-09-01", "2020-12-01"),
    ("redis in december of 2019", "2019-12-01", "2020-01-01"),
    ("redis in sept 2020", "2020-09-01", "2020-10-01"),
    ("redis on 3 june 2020", "2020-06-03", "2020-06-04"),
    ("redis on the 3rd of June 2020", "2020-06-03", "2020-06-04"),
    ("redis on June 3rd, 2020", "2020-06-03", "2020-06-04"),
    ("redis in '21", "2021-01-01", "2022-01-01"),
    ("redis released in 2020", "2020-01-01", "2021-01-01"),
    ("redis 2020-2021", "2020-01-01", "2022-01-01"),
    ("redis jan-mar 2020", "2020-01-01", "2020-04-01"),
    ("redis in 2020 or 2021", "2020-01-01", "2022-01-01"),
    ("redis in 2019 or 2021", "2019-01-01", "2020-01-01"),
    ("redis from june 1, 2020 to june 15, 2020", "2020-06-01", "2020-06-16"),
    ("redis from mid 2020 on", "2020-05-01", None),
    ("redis 2021 or later", "2021-01-01", None),
    ("redis 2021+", "2021-01-01", None),
    ("redis since the start of 2021", "2021-01-01", None),
    ("redis since last summer", "2021-06-01", None),
    ("redis last june", "2021-06-01", "2021-07-01"),
    ("redis last winter", "2021-12-01", "2022-03-01"),
    ("redis post 2020", "2021-01-01", None),
    ("pre-2020 redis", None, "2020-01-01"),
    ("redis before june of 2020", None, "2020-06-01"),
    ("redis before summer 2020", None, "2020-06-01"),
    ("redis by the end of 2020", None, "2021-01-01"),
    ("redis 2020 and earlier", None, "2021-01-01"),
    ("redis in the last 18 months", "2020-06-20", None),
    ("redis in the last eighteen months", "2020-06-20", None),
    ("redis in the last seven months", "2021-05-20", None),
    ("redis in the past two years", "2019-12-20", None),
    ("redis in the last 10 days", "2021-12-10", None),
    ("redis in the last couple of weeks", "2021-12-06", None),
)


@pytest.mark.parametrize(("question", "first", "past"), PERIODS)
def test_periods(question: str, first: str | None, past: str | None) -> None:
    """Parts of a year, spans, and either side of a day."""
    expected = Days(
        date.fromisoformat(first) if first else None, date.fromisoformat(past) if past else None
    )

    assert expected == take_days(question, TODAY)[1]


@pytest.mark.parametrize(
    "question",
    [
        "redis and more than 2000 users",
        "over 2000 requests with redis",
        "ubuntu 20.04 and redis 6",
        "redis in may",
        "redis on june 31, 2020",
        "redis in the last 999 years",
    ],
)
def test_numbers_that_are_no_dates(question: str) -> None:
    """Stay in the text."""
    assert (question, Days()) == take_days(question, TODAY)


def test_what_narrows_it_already_is_kept() -> None:
    """A typed bound and a spoken one belong together."""
    typed = Days(date(2020, 3, 1))

    assert Days(date(2020, 3, 1), date(2021, 1, 1)) == take_days("before 2021", TODAY, typed)[1]


def test_a_period_needs_its_year() -> None:
    """A month alone is of no year."""
    assert bounds("june") is None
    assert bounds("2020-13") is None
