"""One look at the clock: what has become due goes into the outbox, what may go out goes out.

A look decides nothing by itself: when something is due, which episode comes, and what a refusal
means are decided in :mod:`bot.digest`; that each thing happens once is the ledger's doing.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.digest.bag import pick, seed_of
from bot.digest.outbox import LATE, WINDOW, Kind, Post, Verdict, decide, digest_key, window_of
from bot.digest.schedule import next_after, spread
from bot.errors import PostError, StoreError
from bot.scheduler.library import Gone
from bot.state.outbox import FAILED, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.digest.outbox import Decision
    from bot.digest.schedule import Occurrence
    from bot.digest.subscription import Wish
    from bot.render.blocks import Message
    from bot.scheduler.contracts import Ledger, Poster, Shelf
    from bot.state.outbox import Due

    Each = Callable[[Callable[[Post], None], Iterable[Post]], Iterable[None]]

BATCH = 200
"""Subscriptions, and posts, that one look takes on at most."""

FENCE = 30.0
"""Seconds after taking a post within which it must be on its way: well within the lease, so that
a process that stood still does not post what another has taken over."""

_log = logging.getLogger(__name__)


def _ignore(event: str, number: int) -> None:
    """Count nothing."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Looks at the clock when told to.

    Attributes:
        ledger: What all clocks share.
        shelf: What there is to post.
        poster: Posts it.
        now: Seconds since 1970.
        window: Seconds within which a missed digest is caught up with.
        observe: Is told ``due``, ``sent``, ``late``, ``failed``, ``skipped``, ``retried`` and
            ``stopped`` with their number, to count them.
        each: Applies a function to posts, of which no two are of one workspace.
    """

    ledger: Ledger
    shelf: Shelf
    poster: Poster
    now: Callable[[], float] = time.time
    window: float = WINDOW
    observe: Callable[[str, int], None] = _ignore
    each: Each = map

    def tick(self) -> int:
        """Do what may be done now; how many subscriptions and posts were looked at.

        Raises:
            StoreError: The ledger does not answer.
        """
        due = self.ledger.due(self.now(), BATCH)
        for each in due:
            self._advance(each)
        ready = self.ledger.ready(self.now(), BATCH)
        for _ in self.each(self._deliver, ready):
            pass
        return len(due) + len(ready)

    # -- from subscriptions to posts -------------------------------------------------------

    def _advance(self, due: Due) -> None:
        """Plan the post that a subscription is due for, or pass over what was missed."""
        now, sub, was = self.now(), due.subscription, due.occurrence
        try:
            if was is None or was.due > now:
                # The clock that worked this out was ahead; it counts from now.
                self.ledger.claim(due, next_after(sub, now), now)
            elif now - was.due > self.window:
                self._skip(due, was, now)
            else:
                self._plan(due, was, now)
        except ValueError:
            # Zones are checked when they are saved; this one has left the database since.
            self._stop(sub.team, sub.channel, "unknown_zone", now)

    def _skip(self, due: Due, was: Occurrence, now: float) -> None:
        """Pass over what was missed too long ago."""
        missed = 1
        following = next_after(due.subscription, _floor(due, was, now))
        while following is not None and now - following.due > self.window:
            missed += 1
            following = next_after(due.subscription, following.due)
        if self.ledger.claim(due, following, now):
            sub = due.subscription
            where = {"team": sub.team, "channel": sub.channel, "first": str(was.day)}
            _log.warning("skipped what was missed", extra=where | {"posts": missed})
            self.observe("skipped", missed)

    def _plan(self, due: Due, was: Occurrence, now: float) -> None:
        """Choose the episode, and put the post into the outbox."""
        sub = due.subscription
        team, channel = sub.team, sub.channel
        following = next_after(sub, _floor(due, was, now))
        memory = self.ledger.memory(team, channel)
        chosen = pick(self.shelf.fitting(sub.wish), memory, seed_of(team, channel, was.day))
        if chosen is None:
            if self.ledger.claim(due, following, now):
                _log.warning("nothing fits", extra={"team": team, "channel": channel})
                self.observe("skipped", 1)
            return
        post = Post(
            team,
            channel,
            digest_key(was.day),
            Kind.DIGEST,
            chosen.episode,
            due=was.due,
            run=was.due + spread(team, channel),
        )
        if self.ledger.claim(due, following, now, post, chosen):
            self.observe("due", 1)

    # -- from posts to Slack ---------------------------------------------------------------

    def _deliver(self, post: Post) -> None:
        """Try one post, and write down how it went."""
        now = self.now()
        if now > post.due + window_of(post, self.window):
            self.ledger.give_up(post, FAILED if post.attempts else SKIPPED)
            self.observe("failed" if post.attempts else "skipped", 1)
            _log.error("too late for a post", extra=_where(post))
            return
        mine = self.ledger.take(post, now)
        if mine is None:
            return
        try:
            self._send(mine, now)
        except StoreError:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, the others get their posts
            _log.exception("a post broke", extra=_where(mine))
            self._refused(mine, PostError("internal", unsure=True), looking=False)

    def _send(self, mine: Post, taken: float) -> None:
        if mine.unsure:
            try:
                ts = self.poster.find(mine)
            except PostError as error:
                self._refused(mine, error, looking=True)
                return
            if ts is not None:
                self._sent(mine, ts)
                return
        try:
            post, message = self._filled(mine)
        except Gone:
            _log.warning("there is nothing to post any more", extra=_where(mine))
            self.ledger.give_up(mine, SKIPPED)
            self.observe("skipped", 1)
            return
        if self.now() > taken + FENCE:
            self.ledger.later(mine, self.now(), unsure=mine.unsure)
            return
        try:
            ts = self.poster.post(post, message)
        except PostError as error:
            self._refused(post, error, looking=False)
        else:
            self._sent(post, ts)

    def _filled(self, mine: Post) -> tuple[Post, Message]:
        """A post with its message; about another episode when its own is gone.

        Raises:
            Gone: And no other fits.
        """
        if mine.kind is not Kind.DIGEST:
            return mine, self.shelf.message(mine, None)
        wish = self.ledger.wish(mine.team, mine.channel)
        try:
            return mine, self.shelf.message(mine, wish)
        except Gone:
            other = self._other(mine, wish)
            if other is None:
                raise
            return other, self.shelf.message(other, wish)

    def _other(self, mine: Post, wish: Wish) -> Post | None:
        """A digest about another episode."""
        fitting = [each for each in self.shelf.fitting(wish) if each != mine.episode]
        memory = self.ledger.memory(mine.team, mine.channel)
        chosen = pick(fitting, memory, seed_of(mine.team, mine.channel, mine.key))
        return None if chosen is None else self.ledger.exchange(mine, chosen, self.now())

    def _sent(self, post: Post, ts: str) -> None:
        self.ledger.sent(post, ts)
        self.observe("sent", 1)
        if self.now() - post.due > LATE:
            self.observe("late", 1)
        _log.info("posted", extra=_where(post))

    def _refused(self, mine: Post, error: PostError, *, looking: bool) -> None:
        """Do what is decided about a post that Slack did not take."""
        now = self.now()
        decision = decide(mine, error, now, self.window, looking=looking)
        if error.wait:
            self.ledger.hold(mine.team, now + error.wait)
        self._act(mine, decision, error.word, now)

    def _act(self, mine: Post, decision: Decision, word: str, now: float) -> None:
        where = _where(mine) | {"word": word}
        if decision.verdict is Verdict.STOP:
            _log.warning("a channel takes no posts", extra=where)
            self._stop(mine.team, mine.channel, word, now)
        elif decision.verdict is Verdict.RETRY:
            _log.warning("a post is tried again", extra=where)
            self.ledger.later(mine, decision.run, unsure=decision.unsure)
            self.observe("retried", 1)
        else:
            _log.error("a post failed", extra=where)
            self.ledger.give_up(replace(mine, unsure=decision.unsure), FAILED)
            self.observe("failed", 1)

    def _stop(self, team: str, channel: str, word: str, now: float) -> None:
        if self.ledger.stop(team, channel, word, now):
            self.observe("stopped", 1)


def _floor(due: Due, was: Occurrence, now: float) -> float:
    """The instant after which the next occurrence lies.

    A schedule that was changed while this one was due counts from the change on.
    """
    return max(was.due, min(due.planned, now))


def _where(post: Post) -> dict[str, str]:
    return {"team": post.team, "channel": post.channel, "post": post.key}
