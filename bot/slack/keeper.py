"""What has to be done from time to time: take up what a crash left, and forget what is old."""

from __future__ import annotations

import json
import logging
import threading
from typing import TYPE_CHECKING

from slack_bolt import BoltRequest

from bot.errors import StoreError
from bot.state import Purge

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App

    from bot.state import State

EVERY_S = 30
"""Seconds between two looks for posts that were claimed and never answered."""

_log = logging.getLogger(__name__)


class Keeper:
    """Works in a thread of its own until the process ends or it is told to stop.

    Args:
        app: Answers what was left.
        state: Knows what was left, and what is old.
        now: Seconds since 1970.
    """

    def __init__(self, app: App, state: State, now: Callable[[], float]) -> None:
        self._app = app
        self._state = state
        self._now = now
        self._stopped = threading.Event()
        self._purge = Purge(state, now)

    def start(self) -> None:
        """Begin, with a first round at once."""
        threading.Thread(target=self._run, name="keeper", daemon=True).start()

    def stop(self) -> None:
        """End after the round under way."""
        self._stopped.set()

    def _run(self) -> None:
        while True:
            try:
                self.round()
            except StoreError:
                _log.exception("the state does not answer")
            if self._stopped.wait(EVERY_S):
                return

    def round(self) -> None:
        """Do what is due now.

        Raises:
            StoreError: The state does not answer.
        """
        self._purge()
        for payload in self._state.abandoned(self._now()):
            # As it came by socket: it was verified when it came first.
            self._app.dispatch(BoltRequest(mode="socket_mode", body=json.loads(payload)))
            _log.warning("took up a post that was left")
