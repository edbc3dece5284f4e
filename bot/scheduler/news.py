"""What a load brought: notes of new episodes, and watches that fire.

The load may run in another process, or on another machine with a catalogue of its own. So the
clock compares what there is with what any clock has seen so far.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.digest.outbox import Kind, Post
from bot.digest.schedule import spread
from bot.digest.subscription import key_of
from bot.digest.watch import MOST_AT_ONCE, recent, unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.dialogue import Head
    from bot.digest.subscription import Watch
    from bot.digest.watch import Fired

SETTLED = 60.0
"""Seconds without a change after which a load counts as finished: it writes source by source."""

_log = logging.getLogger(__name__)


class Watches(Protocol):
    """Who waits for what."""

    def technologies(self) -> Iterable[str]:
        """Ids of all technologies that somebody watches."""
        ...

    def of_technology(self, technology: str) -> Sequence[Watch]:
        """The conversations that watch a technology."""
        ...


class Novelties(Protocol):
    """What all clocks together have seen."""

    def seen(self) -> Mapping[str, float]:
        """Keys of the episodes that some clock saw, with the time."""
        ...

    def see(self, episodes: Sequence[str], when: float) -> None:
        """Remember episodes."""
        ...

    def announcing(self) -> Sequence[tuple[str, str]]:
        """Workspace and channel of whoever wants to hear of new episodes."""
        ...


class Queue(Protocol):
    """Where posts wait."""

    def enqueue(self, posts: Iterable[Post]) -> int:
        """Put in those that were never there."""
        ...


class Catalogue(Protocol):
    """What there is."""

    def heads(self) -> dict[int, Head]:
        """All episodes; the same object until the catalogue changes."""
        ...

    def fired(self, technology: str) -> list[Fired]:
        """The episodes that use or plan a technology."""
        ...


@dataclass(slots=True)
class News:
    """Looks for what is new, when told to.

    Attributes:
        catalogue: What there is.
        novelties: What was seen.
        watches: Who waits for what.
        queue: Where notes go.
        now: Seconds since 1970.
        settled: Seconds without a change before a changed catalogue is looked at.
    """

    catalogue: Catalogue
    novelties: Novelties
    watches: Watches
    queue: Queue
    now: Callable[[], float] = time.time
    settled: float = SETTLED
    _heads: dict[int, Head] | None = None
    _since: float = 0.0
    _done: bool = False

    def look(self) -> int:
        """Put notes of what is new into the outbox, once the catalogue has settled.

        The very first look of all clocks announces nothing: what is there was there before.

        Returns:
            How many notes.

        Raises:
            StoreError: The catalogue or the state does not answer.
        """
        now, heads = self.now(), self.catalogue.heads()
        if heads is not self._heads:
            self._heads, self._since, self._done = heads, now, False
        if self._done or now - self._since < self.settled or not heads:
            return 0
        notes = self._compare(heads, now)
        self._done = True
        return notes

    def _compare(self, heads: dict[int, Head], now: float) -> int:
        seen = self.novelties.seen()
        new = unseen(heads.values(), seen)
        if not seen:
            self.novelties.see([key_of(head) for head in new], 0.0)
            return 0
        told, stock = new[:MOST_AT_ONCE], new[MOST_AT_ONCE:]
        if stock:
            _log.warning("many new episodes at once", extra={"not_announced": len(stock)})
            self.novelties.see([key_of(head) for head in stock], 0.0)
        known = {**seen, **{key_of(head): 0.0 for head in stock}}
        fresh = recent(heads.values(), known, now)
        notes = self.queue.enqueue([*self._announced(told, now), *self._watched(fresh, now)])
        # Only now: were it killed before, the next look finds them new, and no note is made twice.
        self.novelties.see([key_of(head) for head in told], now)
        return notes

    def _announced(self, new: Sequence[Head], now: float) -> Iterator[Post]:
        if not new:
            return
        for team, channel in self.novelties.announcing():
            for key in map(key_of, reversed(new)):
                run = now + spread(team, channel)
                yield Post(team, channel, f"{Kind.NEW}:{key}", Kind.NEW, key, due=now, run=run)

    def _watched(self, fresh: Mapping[str, float], now: float) -> Iterator[Post]:
        """Notes for watches that are older than the episode."""
        if not fresh:
            return
        for technology in sorted(self.watches.technologies()):
            keys = [key_of(each.head) for each in self.catalogue.fired(technology)]
            for key in (each for each in keys if each in fresh):
                for watch in self.watches.of_technology(technology):
                    if watch.since <= fresh[key]:
                        yield _fired(watch, key, now)


def _fired(watch: Watch, episode: str, now: float) -> Post:
    key = f"{Kind.WATCH}:{watch.technology}:{episode}"
    run = now + spread(watch.team, watch.channel)
    return Post(
        watch.team, watch.channel, key, Kind.WATCH, episode, watch.technology, due=now, run=run
    )
