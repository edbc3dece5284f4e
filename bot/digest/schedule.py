"""When a digest is due: wall clocks turned into instants, each local date at most once.

The one rule: a post is due at the first instant at which the clocks of its zone show its time
of that date, or a later one. So a time that is skipped when clocks go forward is due right
after the gap, and one that comes twice when they go back is due the first time. A date that a
zone leaves out altogether (Samoa had no 30 December 2011) has no post.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.digest.subscription import Subscription

SPREAD = 60
"""Seconds over which what is due in the same minute is spread."""

_DAY = timedelta(days=1)
# Two weeks, because a zone may leave out the only weekday that is wanted, and the days around them,
# because a gap may push a post to the next date.
_LOOK_AHEAD = 17
_ONE_ZONE_EACH = 1024


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One post that is, was or will be due.

    Attributes:
        day: The local date that it is of; with the subscription it names the post for ever.
        due: Seconds since 1970.
    """

    day: date
    due: float


@lru_cache(_ONE_ZONE_EACH)
def zone_of(name: str) -> ZoneInfo:
    """A time zone by its IANA name.

    Raises:
        ValueError: There is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no such time zone: {name!r}") from error


def due_at(day: date, at: time, zone: str) -> float | None:
    """When something of that date and time is due, seconds since 1970.

    >>> due_at(date(2024, 6, 1), time(9), "Europe/Berlin") - due_at(
    ...     date(2024, 6, 1), time(7), "UTC"
    ... )
    0.0

    Returns:
        ``None`` for a date that the zone leaves out.

    Raises:
        ValueError: There is no such zone.
    """
    clocks = zone_of(zone)
    wall = datetime.combine(day, at, tzinfo=clocks)
    first, second = wall.utcoffset(), wall.replace(fold=1).utcoffset()
    assert first is not None
    assert second is not None
    instant = (wall.replace(tzinfo=UTC) - first).timestamp()
    if second <= first:
        return instant
    # Skipped: between the same wall time by the clocks of after and by those of before.
    end = _end_of_gap(instant - (second - first).total_seconds(), instant, clocks)
    shown = datetime.fromtimestamp(end, clocks)
    before = datetime.fromtimestamp(end - 1, clocks)
    return end if before.date() == day or shown.date() == day else None


def _end_of_gap(before: float, after: float, zone: ZoneInfo) -> float:
    """The second at which the offset changes, between one instant before and one after it."""
    low, high = int(before), int(after)
    old = datetime.fromtimestamp(low, zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return float(high)


def next_after(subscription: Subscription, instant: float) -> Occurrence | None:
    """The first post that is due later than an instant.

    Args:
        subscription: As it is now; what it was before does not count.
        instant: Seconds since 1970.

    Returns:
        ``None`` when nothing is posted: off, broken, no weekday, or paused for ever.

    Raises:
        ValueError: Its zone does not exist.
    """
    if not subscription.posts:
        return None
    at, zone, weekdays = subscription.at, subscription.zone, subscription.weekdays
    # The day before, because a gap at midnight makes a post due on the date after its own.
    day = datetime.fromtimestamp(instant, zone_of(zone)).date() - _DAY
    if subscription.paused_until is not None:
        day = max(day, subscription.paused_until)
    for _ in range(_LOOK_AHEAD):
        if day == date.max:
            return None
        if day.isoweekday() in weekdays:
            due = due_at(day, at, zone)
            if due is not None and due > instant:
                return Occurrence(day, due)
        day += _DAY
    return None


def spread(team: str, channel: str) -> int:
    """Seconds after its minute at which a conversation's post begins, always the same.

    >>> spread("T1", "C1"), spread("T1", "C2")
    (8, 14)
    """
    return crc32(f"{team}:{channel}".encode()) % SPREAD
