"""Charts as geometry: what a template draws as SVG, worked out and tested without one.

Drawn on the server, a chart needs no script, works offline, obeys the page's policy (which allows
no style inside an element) and takes its colours from the page's own variables, light and dark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 320, 150
"""Size of a chart over the years in its own units; about one pixel each on a phone."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 4, 18, 22
_BAR = 0.62
"""Share of its room that a column fills."""

_TICKS = (0, 50, 100)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a ranking.

    Attributes:
        share: 0..100 of the longest bar's room.
        link: Where the row leads.
        detail: What stands behind the number.
    """

    label: str
    count: int
    share: float
    link: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One year: a column from ``(x, y)`` downwards, and the middle that its labels stand at."""

    year: int
    count: int
    total: int
    x: float
    y: float
    width: float
    height: float
    middle: float

    @property
    def percent(self) -> int:
        """Share of that year's episodes."""
        return round(100 * self.count / self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class Years:
    """Use of one thing over the years, as a share of each year's episodes.

    Attributes:
        label: What is used.
        ticks: Percent -> height of its line.
    """

    label: str
    columns: tuple[Column, ...]
    ticks: tuple[tuple[int, float], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT

    @property
    def count(self) -> int:
        """Episodes over all years."""
        return sum(each.count for each in self.columns)

    @property
    def base(self) -> float:
        """Height of the ground line."""
        return float(HEIGHT - _BOTTOM)

    @property
    def said(self) -> str:
        """The chart in words."""
        return "; ".join(f"{each.year}: {each.count} of {each.total}" for each in self.columns)


def bars(rows: Sequence[tuple[str, int, str, str]], most: int | None = None) -> tuple[Bar, ...]:
    """A ranking.

    Args:
        rows: Label, count, link and detail of each row.
        most: What a full bar stands for; by default the largest count.

    >>> [(bar.label, bar.share) for bar in bars([("a", 4, "/a", ""), ("b", 1, "/b", "")])]
    [('a', 100.0), ('b', 25.0)]
    """
    full = most or max((count for _, count, _, _ in rows), default=0) or 1
    return tuple(
        Bar(label, count, round(min(100.0, 100 * count / full), 2), link, detail)
        for label, count, link, detail in rows
    )


def years(label: str, using: Mapping[int, int], totals: Mapping[int, int]) -> Years:
    """Columns for the years that have episodes, the earliest first.

    Args:
        label: What is counted.
        using: Year -> episodes that use it.
        totals: Year -> episodes.

    >>> [(c.year, c.percent) for c in years("T", {2020: 1}, {2020: 4, 2021: 2}).columns]
    [(2020, 25), (2021, 0)]
    """
    room = (WIDTH - _LEFT - _RIGHT) / max(len(totals), 1)
    ground = HEIGHT - _TOP - _BOTTOM
    columns = []
    for place, year in enumerate(sorted(totals)):
        count, total = using.get(year, 0), totals[year]
        tall = ground * count / total if total else 0.0
        middle = _LEFT + room * (place + 0.5)
        columns.append(
            Column(
                year,
                count,
                total,
                x=round(middle - room * _BAR / 2, 2),
                y=round(_TOP + ground - tall, 2),
                width=round(room * _BAR, 2),
                height=round(tall, 2),
                middle=round(middle, 2),
            )
        )
    ticks = tuple((tick, round(_TOP + ground * (1 - tick / 100), 2)) for tick in _TICKS)
    return Years(label, tuple(columns), ticks)
