"""A subscription in words: what, when, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.digest.schedule import Occurrence, due_at
from bot.digest.subscription import Subscription, Wish
from bot.model import Category, Technology
from bot.render.subscription import schedule_words, status_words, wish_words
from bot.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    [Technology("postgres", "PostgreSQL"), Technology("go", "Go")],
    [Category("databases", "databases")],
)
NOW = datetime(2024, 5, 3, 12, tzinfo=UTC).timestamp()
SUB = Subscription("T1", "C1", time(9), "Europe/Berlin")


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(), ""),
        (Wish(("postgres",)), "PostgreSQL"),
        (Wish(("go", "gone"), ("databases",)), "Go, gone or databases"),
        (Wish(shows=("rip", "x"), years=(2021, 2019)), "Running in Production or x · 2019 or 2021"),
        (Wish(categories=("no-more",)), "no-more"),
    ],
)
def test_a_wish_in_words(wish: Wish, words: str) -> None:
    """Alternatives of one sort are joined, sorts narrow each other."""
    assert wish_words(wish, VOCABULARY, {"rip": "Running in Production"}) == words


@pytest.mark.parametrize(
    ("weekdays", "words"),
    [
        (range(1, 8), "every day"),
        (range(1, 6), "on workdays"),
        ((6, 7), "at weekends"),
        ((3,), "on Wednesdays"),
        ((5, 1, 3), "on Mondays, Wednesdays and Fridays"),
        (range(1, 7), "on Mondays, Tuesdays, Wednesdays, Thursdays, Fridays and Saturdays"),
    ],
)
def test_days_in_words(weekdays: range | tuple[int, ...], words: str) -> None:
    """In the order of the week."""
    sub = replace(SUB, weekdays=frozenset(weekdays))

    assert schedule_words(sub) == f"{words} at 09:00, Europe/Berlin"


def next_on(day: date) -> Occurrence:
    """The post of a day."""
    due = due_at(day, SUB.at, SUB.zone)
    assert due is not None
    return Occurrence(day, due)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Next: Monday, 6 May 2024 at 09:00."),
        ({"paused_until": date(2024, 5, 4)}, "Paused; the next one comes Monday, 6 May 2024"),
        ({"paused_until": date(2024, 5, 3)}, "Next: Monday, 6 May 2024 at 09:00."),
        ({"paused_until": date.max}, "Paused; `/playhead digest resume` ends that."),
        ({"on": False}, "Off."),
        ({"on": False, "announce": True}, "Notes of new episodes only."),
        ({"broken": "is_archived"}, "That channel is archived."),
        ({"broken": "org_login_required"}, "Slack says `org_login_required`."),
    ],
)  # fmt: skip
def test_what_holds_now(changes: dict[str, object], words: str) -> None:
    """The next one, or why there is none and what to do."""
    sub = replace(SUB, **changes)  # type: ignore[arg-type]

    assert words in status_words(sub, next_on(date(2024, 5, 6)), NOW)


def test_nothing_to_come() -> None:
    """A year that is over, say."""
    assert status_words(SUB, None, NOW) == "Nothing is due."


def test_the_next_one_by_the_clocks_of_its_zone() -> None:
    """On the date that people there read."""
    sub = replace(SUB, zone="Pacific/Auckland")
    due = due_at(date(2024, 5, 6), sub.at, sub.zone)
    assert due is not None

    words = status_words(sub, Occurrence(date(2024, 5, 6), due), NOW)

    assert words == "Next: Monday, 6 May 2024 at 09:00."
