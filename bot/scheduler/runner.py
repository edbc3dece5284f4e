"""Looking at the clock again and again, in a thread of its own, until told to stop."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.scheduler.clock import Clock
    from bot.scheduler.news import News

EVERY_S = 1.0
"""Seconds between two looks."""

NEWS_S = 20.0
"""Seconds between two looks at the catalogue."""

BACK_OFF_S = 15.0
"""Seconds to leave a state alone that does not answer."""

PATIENCE_S = 15.0
"""Seconds to wait for a look under way; what it leaves behind is taken up later."""

_log = logging.getLogger(__name__)


class Runner:
    """Lets a clock tick.

    Args:
        clock: What is looked at.
        news: What a load brought.
        purge: Removes what is old, when it is time for that.
        monotonic: Seconds that never go back.
    """

    def __init__(
        self,
        clock: Clock,
        news: News,
        purge: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._news = news
        self._purge = purge
        self._monotonic = monotonic
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._looked = float("-inf")

    def start(self) -> None:
        """Begin, with a first look at once."""
        self._thread = threading.Thread(target=self.run, name="clock", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the look under way, so that what is posted is written down, too."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(PATIENCE_S)

    def run(self) -> None:
        """Look until told to stop; a look that fails is logged, and the next one is tried."""
        while not self._stopped.wait(self.look()):
            pass

    def look(self) -> float:
        """Look once; how many seconds to wait before the next look."""
        try:
            if self._monotonic() - self._looked >= NEWS_S:
                self._looked = self._monotonic()
                self._news.look()
                self._purge()
            self._clock.tick()
        except StoreError:
            _log.exception("the store or the state does not answer")
            return BACK_OFF_S
        except Exception:  # noqa: BLE001 - a clock that stands still helps nobody
            _log.exception("the clock tripped")
            return BACK_OFF_S
        return EVERY_S

    def once(self) -> int:
        """Look until nothing is left to do now; how much was looked at."""
        total = self._news.look()
        self._purge()
        while done := self._clock.tick():
            total += done
        return total
