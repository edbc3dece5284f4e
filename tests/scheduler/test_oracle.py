"""The oracle itself: its short walk finds what a look at the clocks every minute finds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.scheduler.oracle import DAY, due, plainly, stretches

YEAR = [
    ("Europe/Berlin", 2024), ("America/Nuuk", 2024), ("Australia/Lord_Howe", 2024),
    ("Africa/Casablanca", 2024), ("Antarctica/Troll", 2024), ("Pacific/Apia", 2011),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "year"), YEAR)
def test_the_short_walk_is_as_good_as_the_long_one(zone: str, year: int) -> None:
    """On the days around every change of the clocks, at many minutes."""
    start = int(datetime(year - 1, 12, 25, tzinfo=UTC).timestamp())
    found = stretches(zone, start, start + 380 * DAY)
    changes = [datetime.fromtimestamp(each.start, UTC).date() for each in found[1:]]
    assert changes

    for change in changes:
        for around in (-1, 0, 1):
            day = change + timedelta(around)
            for minute in range(0, 1440, 45):
                number = day.toordinal() - date(1970, 1, 1).toordinal()
                expected = plainly(day, time(*divmod(minute, 60)), zone)
                assert due(number, minute, found) == expected
