"""When posts are due, worked out by brute force and by nobody else's code.

It walks through time: hour by hour, and where the clocks of a zone are changed minute by minute
and second by second, asking :mod:`zoneinfo` what they show. Nothing of ``bot.digest`` is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HOUR = 3600
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which a zone keeps its offset.

    Attributes:
        start: Seconds since 1970, included.
        end: Likewise, excluded.
        offset: Seconds that its clocks are ahead of UTC.
    """

    start: int
    end: int
    offset: int


def shown(instant: int, zone: ZoneInfo) -> int:
    """Seconds that the clocks of a zone are ahead of UTC at an instant."""
    wall = datetime.fromtimestamp(instant, zone).replace(tzinfo=UTC)
    return round(wall.timestamp()) - instant


def stretches(zone: str, start: int, end: int) -> list[Stretch]:
    """All stretches between two instants, both whole hours."""
    info, found = ZoneInfo(zone), list[Stretch]()
    began, offset = start, shown(start, info)
    for hour in range(start, end, HOUR):
        if shown(hour + HOUR, info) == offset:
            continue
        for step in (60, 1):
            # First the minute in which it changes, then the second.
            first = began if step == 60 else hour
            hour = next(  # noqa: PLW2901 - the walk goes on from where it stopped
                t for t in range(hour, hour + HOUR + 1, step) if shown(t + step, info) != offset
            )
            assert first <= hour
        found.append(Stretch(began, hour + 1, offset))
        began, offset = hour + 1, shown(hour + 1, info)
    return [*found, Stretch(began, end, offset)]


def due(day: int, minute: int, zone: list[Stretch]) -> int | None:
    """The first instant at which clocks show a time of a date, or more, or ``None``.

    Args:
        day: Days since 1970.
        minute: Minutes since midnight.
        zone: Its stretches.
    """
    wanted = day * DAY + minute * 60
    if not any(
        each.start + each.offset < (day + 1) * DAY and each.end + each.offset > day * DAY
        for each in zone
    ):
        return None
    for each in zone:
        if each.end + each.offset > wanted:
            return max(each.start, wanted - each.offset)
    return None


def plainly(day: date, at: time, zone: str) -> int | None:
    """The same by looking at the clocks once a minute, from the day before to the day after."""
    info, wanted = ZoneInfo(zone), datetime.combine(day, at)
    start = int(datetime.combine(day, time(), tzinfo=UTC).timestamp()) - 2 * DAY
    walls = [
        (t, datetime.fromtimestamp(t, info).replace(tzinfo=None))
        for t in range(start, start + 4 * DAY, 60)
    ]
    if all(wall.date() != day for _, wall in walls):
        return None
    return next(t for t, wall in walls if wall >= wanted)


@dataclass(frozen=True, slots=True)
class Plan:
    """A schedule from some time on.

    Attributes:
        since: Seconds since 1970; what is due then or before is not its business.
        minute: Minutes since midnight.
        zone: IANA name.
        weekdays: ISO weekdays.
    """

    since: int
    minute: int
    zone: str
    weekdays: frozenset[int]


def expected(plans: list[Plan], end: int, zones: dict[str, list[Stretch]]) -> dict[int, int]:
    """Days since 1970 -> when the post of that date is due, each date once.

    Args:
        plans: One after the other.
        end: Nothing later counts, seconds since 1970.
        zones: Stretches of every zone that occurs.
    """
    found: dict[int, int] = {}
    until = [plan.since for plan in plans[1:]] + [end]
    for plan, last in zip(plans, until, strict=True):
        zone = zones[plan.zone]
        for day in range(plan.since // DAY - 2, last // DAY + 3):
            # The first of January 1970 was a Thursday.
            if (day + 3) % 7 + 1 in plan.weekdays:
                when = due(day, plan.minute, zone)
                if when is not None and plan.since < when <= last:
                    found.setdefault(day, when)
    return found
