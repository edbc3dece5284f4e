"""Wall clocks become instants by one rule, in every zone and in every hour of a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digest.schedule import SPREAD, Occurrence, due_at, next_after, spread, zone_of
from bot.digest.subscription import EVERY_DAY, Subscription

ZONES = sorted(available_timezones())
TRICKY = [
    "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Nuuk", "Africa/Cairo",
    "Asia/Beirut", "Antarctica/Troll", "America/St_Johns", "Pacific/Chatham", "Africa/Casablanca",
]  # fmt: skip


def at(*parts: int) -> float:
    """An instant by the clocks of UTC."""
    return datetime(*parts, tzinfo=UTC).timestamp()  # type: ignore[misc,arg-type]


def shown(instant: float, zone: str) -> str:
    """What the clocks of a zone show."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("zone", "day", "wall", "expected"),
    [
        # An ordinary day, in summer and in winter.
        ("Europe/Berlin", (2024, 7, 1), time(9), (2024, 7, 1, 7)),
        ("Europe/Berlin", (2024, 1, 1), time(9), (2024, 1, 1, 8)),
        ("Asia/Kathmandu", (2024, 1, 1), time(9), (2024, 1, 1, 3, 15)),
        # Clocks go from 2:00 to 3:00: what lies between is due at 3:00.
        ("Europe/Berlin", (2024, 3, 31), time(2), (2024, 3, 31, 1)),
        ("Europe/Berlin", (2024, 3, 31), time(2, 30), (2024, 3, 31, 1)),
        ("Europe/Berlin", (2024, 3, 31), time(3), (2024, 3, 31, 1)),
        ("Europe/Berlin", (2024, 3, 31), time(1, 59), (2024, 3, 31, 0, 59)),
        # Clocks go back from 3:00 to 2:00: the first of the two counts.
        ("Europe/Berlin", (2024, 10, 27), time(2, 30), (2024, 10, 27, 0, 30)),
        ("Europe/Berlin", (2024, 10, 27), time(3), (2024, 10, 27, 2)),
        # Half an hour only.
        ("Australia/Lord_Howe", (2024, 10, 6), time(2, 15), (2024, 10, 5, 15, 30)),
        # At midnight: the day begins at 1:00.
        ("Africa/Cairo", (2024, 4, 26), time(0, 30), (2024, 4, 25, 22)),
        # Across midnight: what is skipped late on Saturday is due as Sunday begins.
        ("America/Nuuk", (2024, 3, 30), time(23, 30), (2024, 3, 31, 1)),
        ("America/Nuuk", (2024, 3, 31), time(0), (2024, 3, 31, 1)),
        # A leap day is a day.
        ("UTC", (2028, 2, 29), time(9), (2028, 2, 29, 9)),
        # The day before the one that is left out, and the day after.
        ("Pacific/Apia", (2011, 12, 29), time(9), (2011, 12, 29, 19)),
        ("Pacific/Apia", (2011, 12, 31), time(9), (2011, 12, 30, 19)),
    ],
)
def test_a_time_is_due(
    zone: str, day: tuple[int, int, int], wall: time, expected: tuple[int, ...]
) -> None:
    """At the first instant at which the clocks show it, or a later one."""
    assert due_at(date(*day), wall, zone) == at(*expected)


def test_a_date_that_a_zone_leaves_out_has_no_post() -> None:
    """Samoa went from the 29th to the 31st."""
    assert due_at(date(2011, 12, 30), time(9), "Pacific/Apia") is None
    assert due_at(date(2011, 12, 30), time(0), "Pacific/Apia") is None
    sub = Subscription("T1", "C1", time(9), "Pacific/Apia", EVERY_DAY)
    days = []
    instant = at(2011, 12, 28)
    for _ in range(4):
        following = next_after(sub, instant)
        assert following is not None
        days.append(following.day.day)
        instant = following.due
    assert days == [28, 29, 31, 1]


def test_a_weekday_that_a_zone_leaves_out_comes_a_week_later() -> None:
    """The 30th of December would have been a Friday."""
    friday = frozenset({5})
    sub = Subscription("T1", "C1", time(9), "Pacific/Apia", friday)

    following = next_after(sub, at(2011, 12, 24))

    assert following is not None
    assert date(2012, 1, 6) == following.day


def test_a_zone_that_does_not_exist_is_named() -> None:
    """Whatever is wrong with its name."""
    for name in ("Mars/Base", "../etc/passwd", "", "Europe", "a\0b"):
        with pytest.raises(ValueError, match="no such time zone"):
            zone_of(name)


@given(
    zone=st.one_of(st.sampled_from(TRICKY), st.sampled_from(ZONES)),
    day=st.dates(date(2000, 1, 1), date(2037, 1, 1)),
    minute=st.integers(0, 1439),
)
def test_the_clocks_never_show_less_than_was_asked_for(zone: str, day: date, minute: int) -> None:
    """At the instant they show the time or what follows a gap; a second before, they do not."""
    wall = time(*divmod(minute, 60))
    due = due_at(day, wall, zone)

    if due is not None:
        wanted = datetime.combine(day, wall)
        now = datetime.fromtimestamp(due, ZoneInfo(zone)).replace(tzinfo=None)
        before = datetime.fromtimestamp(due - 1, ZoneInfo(zone)).replace(tzinfo=None)
        assert now >= wanted > before
        assert now == wanted or now - before > timedelta(seconds=1)


@given(
    zone=st.sampled_from(TRICKY),
    start=st.integers(1_577_836_800, 1_893_456_000),
    minute=st.integers(0, 1439),
    weekdays=st.frozensets(st.integers(1, 7), min_size=1),
)
def test_each_wanted_date_comes_once_and_in_order(
    zone: str, start: int, minute: int, weekdays: frozenset[int]
) -> None:
    """From any instant on, none is left out and none comes twice."""
    sub = Subscription("T1", "C1", time(*divmod(minute, 60)), zone, weekdays)
    instant, found = float(start), list[Occurrence]()
    for _ in range(12):
        following = next_after(sub, instant)
        assert following is not None
        assert following.due > instant
        found.append(following)
        instant = following.due

    first, last = found[0].day, found[-1].day
    between = [first + timedelta(n) for n in range((last - first).days + 1)]
    assert [each.day for each in found] == [d for d in between if d.isoweekday() in weekdays]


def test_the_next_one_is_strictly_later() -> None:
    """Asked at the instant itself, it is tomorrow's."""
    sub = Subscription("T1", "C1", time(9), "UTC", EVERY_DAY)

    assert next_after(sub, at(2024, 2, 28, 8, 59)) == Occurrence(
        date(2024, 2, 28), at(2024, 2, 28, 9)
    )
    assert next_after(sub, at(2024, 2, 28, 9)) == Occurrence(date(2024, 2, 29), at(2024, 2, 29, 9))


@pytest.mark.parametrize(
    "changes",
    [
        {"on": False},
        {"broken": "is_archived"},
        {"weekdays": frozenset()},
        {"paused_until": date.max},
    ],
)
def test_what_is_off_is_never_due(changes: dict[str, object]) -> None:
    """Off, stopped, on no day, or paused until further notice."""
    sub = Subscription("T1", "C1")

    assert next_after(sub, 0.0) is not None
    assert next_after(replace(sub, **changes), 0.0) is None  # type: ignore[arg-type]


def test_a_pause_ends_on_the_day_that_it_names() -> None:
    """Or on the first wanted weekday after it."""
    sub = Subscription("T1", "C1", time(9), "UTC", frozenset({1}), paused_until=date(2024, 5, 7))

    following = next_after(sub, at(2024, 5, 1))

    assert following == Occurrence(date(2024, 5, 13), at(2024, 5, 13, 9))


def test_posts_of_one_minute_are_spread_over_it() -> None:
    """Evenly enough: of 6,000 channels every second gets its share."""
    seconds = [spread("T1", f"C{number}") for number in range(6_000)]
    each = [seconds.count(second) for second in range(SPREAD)]

    assert sum(each) == 6_000
    # Chi-square with 59 degrees of freedom: 98.3 is exceeded by chance once in a thousand.
    assert sum((n - 100) ** 2 / 100 for n in each) < 98.3
