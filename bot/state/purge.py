"""Forgetting what is old, in every process that works on for days."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.state.state import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.state import State

_log = logging.getLogger(__name__)


class Purge:
    """Called from time to time, it removes what is old: at first at once, and then once a day.

    So that nothing gets too old within that day, what would is removed the day before.

    Args:
        state: What forgets.
        now: Seconds since 1970.
    """

    def __init__(self, state: State, now: Callable[[], float]) -> None:
        self._state = state
        self._now = now
        self._done = float("-inf")

    def __call__(self) -> None:
        """Remove what is old, unless that was done within a day.

        Raises:
            StoreError: The state does not answer; the next call tries again.
        """
        now = self._now()
        if now - self._done >= DAY:
            _log.info("purged", extra={"rows": self._state.purge(now, DAY)})
            self._done = now
