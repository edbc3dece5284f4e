"""What is old is forgotten once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from bot.errors import StoreError
from bot.state import Purge, State
from bot.state.state import DAY, KEEP

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_700_000_000.0


def test_old_text_goes_at_once_and_then_once_a_day(tmp_path: Path) -> None:
    """However often it is called."""
    times = iter([NOW, NOW + 30, NOW + DAY])
    kept = []
    with State.open(tmp_path / "state.db") as state:
        purge = Purge(state, times.__next__)
        for _ in range(3):
            state.remember_thread("T1", "C1", "1.0", "who?", NOW - KEEP - 1)
            purge()
            kept.append(state.thread_question("T1", "C1", "1.0"))

    assert kept == [None, "who?", None]


def test_nothing_is_kept_for_longer_than_is_promised(tmp_path: Path) -> None:
    """Although it is looked for once a day: until the next look, all that is left is young."""
    times = [NOW + number * DAY for number in range(3)]
    with State.open(tmp_path / "state.db") as state:
        purge = Purge(state, iter(times).__next__)
        for now in times:
            for number, asked in enumerate((now - KEEP + DAY - 1, now - KEEP + DAY)):
                state.remember_thread("T1", "C1", f"{number}.0", "who?", asked)
            purge()

            assert state.thread_question("T1", "C1", "0.0") is None
            assert state.thread_question("T1", "C1", "1.0") == "who?"


class Locked:
    """A state that does not answer at first."""

    asked = 0

    def purge(self, _now: float, _ahead: float) -> int:
        """Fail once."""
        self.asked += 1
        if self.asked == 1:
            raise StoreError("locked")
        return 0


def test_what_failed_is_tried_again() -> None:
    """At the next call, not the next day."""
    state = Locked()
    purge = Purge(cast("State", state), iter([NOW, NOW + 1, NOW + 2]).__next__)

    with pytest.raises(StoreError):
        purge()
    purge()
    purge()

    assert state.asked == 2
