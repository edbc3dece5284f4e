"""A year of digests: what the clock misses, repeats and delays, and what a look at it costs."""

from __future__ import annotations

import logging
import tempfile
from datetime import time
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench.clock import clocked, percentiles
from bot.digest.subscription import EVERY_DAY, Subscription
from bot.state import State
from tests.scheduler.simulation import START, ZONES, Settings, simulated

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL, SMALL = Settings(10_000, 400), Settings(600, 15)
STORED, STORED_SMALL = Settings(300, 10, kills=1e-3), Settings(20, 3, kills=1e-3)
LOOKED_AT = 10_000


def digests(*, smoke: bool) -> Iterator[str]:
    """Simulated in memory at full size, and with the state itself in small."""
    before = logging.root.manager.disable
    # A warning for each of 200,000 failed calls would be most of the work.
    logging.disable(logging.CRITICAL)
    try:
        yield f"digests   in memory: {_year(SMALL if smoke else FULL)}"
        with tempfile.TemporaryDirectory() as folder, State.open(Path(folder) / "s.db") as state:
            yield f"digests   in SQLite: {_year(STORED_SMALL if smoke else STORED, state)}"
    finally:
        logging.disable(before)
    yield f"clock     {_look(100 if smoke else LOOKED_AT)}"


def _year(settings: Settings, state: State | None = None) -> str:
    began = perf_counter()
    got = simulated(settings, state)
    took = perf_counter() - began
    zones = min(len(ZONES), settings.subscriptions)
    return (
        f"{got.posts:,} posts of {settings.subscriptions:,} subscriptions in {zones} zones over"
        f" {settings.days} days: {got.missed} missed, {got.doubled} doubled, {got.wrong} wrong;"
        f" two clocks, killed {got.kills:,} times, {got.failed:,} of {got.calls:,} calls failed;"
        f" late p50 {got.late_by(0.5)} s, p99 {got.late_by(0.99)} s, most {max(got.late)} s"
        f" (spread over 60 s); {took:.0f} s, {took / got.posts * 1e6:,.0f} µs a post"
    )


def _look(number: int) -> str:
    """What it costs to find out that nothing is due."""
    with tempfile.TemporaryDirectory() as folder, State.open(Path(folder) / "s.db") as state:
        for each in range(number):
            sub = Subscription(f"T{each % 500}", f"C{each}", time(9), "UTC", EVERY_DAY)
            state.digests.save(sub, "U1", START)
        outbox, now = state.outbox, START + 60.0

        def look() -> None:
            assert outbox.due(now, 200) == []
            assert outbox.ready(now, 200) == []

        p50, p99 = percentiles([clocked(look) for _ in range(200)])
    return f"a look among {number:,} subscriptions in SQLite: p50 {p50:.2f} ms, p99 {p99:.2f} ms"
