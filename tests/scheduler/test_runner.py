"""The clock is looked at again and again, and nothing that fails stops it for good."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from bot.errors import StoreError
from bot.scheduler import Clock, News, Runner
from bot.scheduler.runner import BACK_OFF_S, EVERY_S, NEWS_S

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Ticking:
    """A clock and a catalogue that do as they are told."""

    ticks: Iterator[int | Exception] = field(default_factory=lambda: iter(()))
    looks: int = 0
    purged: int = 0
    ticked: int = 0
    first: threading.Event = field(default_factory=threading.Event)

    def tick(self) -> int:
        """The next thing that was told."""
        self.ticked += 1
        self.first.set()
        said = next(self.ticks, 0)
        if isinstance(said, Exception):
            raise said
        return said

    def look(self) -> int:
        """One more look."""
        self.looks += 1
        return 2

    def purge(self) -> None:
        """One more time."""
        self.purged += 1


def runner(ticking: Ticking, times: Iterator[float]) -> Runner:
    """A runner by a clock of its own."""
    return Runner(cast("Clock", ticking), cast("News", ticking), ticking.purge, times.__next__)


def test_it_looks_every_second_and_at_the_catalogue_now_and_then() -> None:
    """At both at once when it starts; what is old goes with a look at the catalogue."""
    ticking = Ticking()
    times = iter([0.0, 0.0, 1.0, NEWS_S - 1, NEWS_S, NEWS_S, NEWS_S + 1])
    looking = runner(ticking, times)

    assert [looking.look() for _ in range(5)] == [EVERY_S] * 5
    assert (ticking.looks, ticking.purged, ticking.ticked) == (2, 2, 5)


@pytest.mark.parametrize("error", [StoreError("locked"), RuntimeError("boom")])
def test_what_fails_is_left_alone_for_a_while(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """Logged once, then tried again."""
    looking = runner(Ticking(iter([error, 1])), iter([0.0, 0.0, 1.0]))

    assert [looking.look(), looking.look()] == [BACK_OFF_S, EVERY_S]
    assert len(caplog.records) == 1


def test_once_means_until_nothing_is_left() -> None:
    """Then it ends; what is old is gone."""
    ticking = Ticking(iter([3, 1, 0, 5]))

    assert runner(ticking, iter(())).once() == 6
    assert ticking.purged == 1


def test_it_stops_when_told() -> None:
    """After the look under way; one that never began stops as well."""
    ticking = Ticking()
    looking = Runner(cast("Clock", ticking), cast("News", ticking), ticking.purge)
    looking.start()
    assert ticking.first.wait(30)
    looking.stop()
    seen = ticking.ticked

    assert looking._thread is not None
    assert not looking._thread.is_alive()
    assert ticking.ticked == seen
    Runner(cast("Clock", ticking), cast("News", ticking), ticking.purge).stop()
