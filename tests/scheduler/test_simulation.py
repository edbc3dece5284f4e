"""Nothing is missed and nothing comes twice, whatever happens; the full size runs in the bench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.state import State
from tests.scheduler.memory import MemoryState
from tests.scheduler.simulation import Settings, Slack, World, simulated

if TYPE_CHECKING:
    import pytest

    from bot.digest.outbox import Post


def test_months_in_memory() -> None:
    """Every zone, a change of the clocks, hundreds of kills, a Slack that fails."""
    result = simulated(Settings(600, 30, seed=2, kills=1e-3))

    assert (result.missed, result.doubled, result.wrong, result.uneven) == (0, 0, 0, 0)
    assert result.posts > 15_000
    assert result.kills > 200
    assert result.failed > 700
    assert result.spacing >= 1.0


def test_days_in_a_database(place: str) -> None:
    """The same with the state itself, in either database."""
    with State.open(place) as state:
        result = simulated(Settings(40, 6, seed=3, kills=2e-3, fails=0.1), state)

    assert (result.missed, result.doubled, result.wrong) == (0, 0, 0)
    assert result.posts > 150
    assert result.kills > 0
    assert result.failed > 0


def test_a_clock_that_does_not_look_back_doubles(monkeypatch: pytest.MonkeyPatch) -> None:
    """The simulation would notice: without looking, what a kill left in doubt is posted again."""
    monkeypatch.setattr(Slack, "find", lambda *_: None)

    assert simulated(Settings(200, 20, kills=2e-3)).doubled > 0


def test_a_clock_that_leaves_what_is_left_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would notice that, too: here nobody takes up what a killed clock had taken."""
    inner = MemoryState.ready

    def ready(self: MemoryState, now: float, limit: int) -> list[Post]:
        return [post for post in inner(self, now, limit) if not post.unsure]

    monkeypatch.setattr(MemoryState, "ready", ready)

    assert simulated(Settings(30, 2, kills=2e-2)).missed > 0


def test_without_any_trouble_all_is_posted_within_its_minute() -> None:
    """Spread over it, and each a moment later."""
    result = World(Settings(20, 3, kills=0, fails=0, changes=0), MemoryState()).run()

    assert result.counted["sent"] == result.counted["due"] >= result.posts > 40
    assert 0 <= result.late_by(0.5) <= result.late_by(0.99) <= max(result.late) < 70
