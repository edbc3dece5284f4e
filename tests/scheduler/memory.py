"""A state of digests in memory, with the contract of the real one.

The same tests run against it and against both databases (``tests/state/test_outbox.py``). It is
what a simulation of millions of posts is run on, where a database would take hours.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from bot.digest.bag import Memory
from bot.digest.outbox import Kind, digest_key, stopped
from bot.digest.schedule import next_after
from bot.digest.subscription import Change, Subscription, Wish
from bot.state.outbox import LEASE, SENT, SKEW, SPACING, Due
from bot.state.state import KEEP
from bot.state.subscriptions import CANCELLED, difference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.digest.bag import Pick
    from bot.digest.outbox import Post
    from bot.digest.schedule import Occurrence

    Place = tuple[str, str]
    Name = tuple[str, str, str]

_SCHEDULE = ("at", "zone", "weekdays", "paused_until", "posts")


@dataclass(slots=True)
class Row:
    """A subscription with its next post."""

    sub: Subscription
    next: Occurrence | None
    planned: float


@dataclass(slots=True)
class Bag:
    """What came, by round."""

    round: int = 1
    sent: set[str] = field(default_factory=set)
    last: str = ""
    before: str = ""


@dataclass(slots=True)
class MemoryState:
    """Everything that a clock and the people of its workspaces share."""

    rows: dict[Place, Row] = field(default_factory=dict)
    open: dict[Name, Post] = field(default_factory=dict)
    ended: dict[Name, str] = field(default_factory=dict)
    bags: dict[Place, Bag] = field(default_factory=dict)
    free: dict[str, float] = field(default_factory=dict)
    log: dict[Place, list[Change]] = field(default_factory=dict)
    watched: dict[Place, str] = field(default_factory=dict)
    _come: list[tuple[float, Place]] = field(default_factory=list)
    _latest: float = 0.0
    _old: list[tuple[float, Name]] = field(default_factory=list)

    @property
    def digests(self) -> MemoryState:
        """The side of the people."""
        return self

    @property
    def outbox(self) -> MemoryState:
        """The side of the clocks."""
        return self

    @property
    def watches(self) -> MemoryWatches:
        """Who waits for what."""
        return MemoryWatches(self)

    # -- people ----------------------------------------------------------------------------

    def subscription(self, team: str, channel: str) -> Subscription | None:
        """The subscription of a conversation."""
        row = self.rows.get((team, channel))
        return row.sub if row else None

    def upcoming(self, team: str, channel: str) -> Occurrence | None:
        """The next post of a conversation."""
        row = self.rows.get((team, channel))
        return row.next if row else None

    def changes(self, team: str, channel: str) -> list[Change]:
        """Who changed what, latest first."""
        return self.log.get((team, channel), [])[::-1]

    def wish(self, team: str, channel: str) -> Wish:
        """What the digest of a conversation is narrowed to."""
        row = self.rows.get((team, channel))
        return row.sub.wish if row else Wish()

    def memory(self, team: str, channel: str) -> Memory:
        """What came out of the bag of a conversation."""
        bag = self.bags.get((team, channel))
        if bag is None or not bag.sent:
            return Memory()
        # The set itself: a copy of it for each of millions of posts would be most of the work.
        return Memory(bag.round, bag.sent, bag.last)  # type: ignore[arg-type]

    def save(self, sub: Subscription, user: str, now: float) -> Subscription:
        """Keep a subscription as a person wants it."""
        place = (sub.team, sub.channel)
        row = self.rows.get(place)
        old = row.sub if row else None
        kept = replace(
            sub,
            broken="",
            user=old.user if old else user,
            since=old.since if old else now,
            version=old.version + 1 if old else 1,
        )
        paused = kept.paused_until and (old is None or kept.paused_until != old.paused_until)
        if not kept.posts or paused:
            self._recall(place, Kind.DIGEST)
        self.log.setdefault(place, []).append(Change(now, user, difference(old, kept)))
        if row is None:
            self._set(Row(kept, self._next_free(kept, now), now))
            return kept
        assert old is not None
        row.sub = kept
        if any(getattr(old, name) != getattr(kept, name) for name in _SCHEDULE):
            pending = row.next is not None and row.next.due <= now
            if not (pending and kept.posts and kept.paused_until == old.paused_until):
                row.next = self._next_free(kept, now)
            row.planned = now
            self._set(row)
        return kept

    def _next_free(self, sub: Subscription, instant: float) -> Occurrence | None:
        found = next_after(sub, instant)
        while found and self._known((sub.team, sub.channel, digest_key(found.day))):
            found = next_after(sub, found.due)
        return found

    def _known(self, name: Name) -> bool:
        return name in self.open or name in self.ended

    def _set(self, row: Row) -> None:
        place = (row.sub.team, row.sub.channel)
        self.rows[place] = row
        if row.next is not None:
            heappush(self._come, (row.next.due, place))
        self._latest = max(self._latest, row.planned)

    def _recall(self, place: Place, *kinds: Kind) -> None:
        for name, post in list(self.open.items()):
            if name[:2] == place and post.kind in kinds:
                self._put_back(post)
                self._end(name, CANCELLED)

    # -- clocks ----------------------------------------------------------------------------

    def due(self, now: float, limit: int) -> list[Due]:
        """Subscriptions to look at now, the longest due first."""
        found: dict[Place, float] = {}
        kept = []
        while self._come and self._come[0][0] <= now and len(found) < limit:
            when, place = heappop(self._come)
            row = self.rows.get(place)
            if row and row.next and row.next.due == when and place not in found:
                found[place] = when
                kept.append((when, place))
        for each in kept:
            heappush(self._come, each)
        if self._latest > now + SKEW:
            ahead = [place for place, row in self.rows.items() if row.planned > now + SKEW]
            found |= dict.fromkeys(ahead[: limit - len(found)], 0.0)
            self._latest = now if not ahead else self._latest
        return [Due(row.sub, row.next, row.planned) for row in map(self.rows.__getitem__, found)]

    def claim(
        self,
        due: Due,
        following: Occurrence | None,
        now: float,
        post: Post | None = None,
        pick: Pick | None = None,
    ) -> bool:
        """Go on to the next occurrence, and put a post of this one into the outbox."""
        place = (due.subscription.team, due.subscription.channel)
        row = self.rows.get(place)
        if row is None or (row.sub.version, row.next, row.planned) != (
            due.subscription.version,
            due.occurrence,
            due.planned,
        ):
            return False
        row.next = following
        row.planned = min(due.planned, now) if following and following.due <= now else now
        self._set(row)
        if post is None:
            return True
        inserted = self._insert(post)
        if inserted and pick is not None:
            self._take_out(place, pick)
        return inserted

    def _insert(self, post: Post) -> bool:
        name = (post.team, post.channel, post.key)
        if self._known(name):
            return False
        self.open[name] = post
        heappush(self._old, (post.due, name))
        return True

    def _take_out(self, place: Place, pick: Pick) -> None:
        bag = self.bags.setdefault(place, Bag())
        if pick.round != bag.round:
            bag.round, bag.sent = pick.round, set()
        bag.sent.add(pick.episode)
        bag.before, bag.last = bag.last, pick.episode

    def _put_back(self, post: Post) -> None:
        bag = self.bags.get((post.team, post.channel))
        if post.kind is Kind.DIGEST and bag is not None:
            bag.sent.discard(post.episode)
            if bag.last == post.episode:
                bag.last = bag.before

    def enqueue(self, posts: Iterable[Post]) -> int:
        """Put posts into the outbox that were never in it."""
        return sum([self._insert(post) for post in posts])

    def ready(self, now: float, limit: int) -> list[Post]:
        """Posts that may be tried now: of each workspace that may post, the longest due."""
        best: dict[str, Post] = {}
        for post in self.open.values():
            if post.run <= now and self.free.get(post.team, 0.0) <= now:
                other = best.get(post.team)
                if other is None or _order(post) < _order(other):
                    best[post.team] = post
        return sorted(best.values(), key=_order)[:limit]

    def take(self, post: Post, now: float) -> Post | None:
        """Take a post and its workspace for a while."""
        name = (post.team, post.channel, post.key)
        mine = self.open.get(name)
        if mine is None or mine.run != post.run or self.free.get(post.team, 0.0) > now:
            return None
        self.free[post.team] = now + SPACING
        taken = replace(post, run=now + LEASE, attempts=post.attempts + 1)
        self.open[name] = replace(taken, unsure=True)
        return taken

    def _held(self, post: Post) -> Name | None:
        """The name of a post that the caller still has."""
        name = (post.team, post.channel, post.key)
        mine = self.open.get(name)
        return name if mine is not None and mine.attempts == post.attempts else None

    def _end(self, name: Name, how: str) -> None:
        del self.open[name]
        self.ended[name] = how

    def sent(self, post: Post, ts: str) -> None:
        """Say that a post is there."""
        del ts
        name = (post.team, post.channel, post.key)
        if name in self.open:
            self._end(name, SENT)

    def later(self, post: Post, run: float, *, unsure: bool) -> None:
        """Say that a post is to be tried again."""
        name = self._held(post)
        if name:
            self.open[name] = replace(self.open[name], run=run, unsure=unsure)

    def give_up(self, post: Post, ended: str) -> None:
        """End a post; unless it may be there, its episode goes back into the bag."""
        name = self._held(post)
        if name:
            self._end(name, ended)
            if not post.unsure:
                self._put_back(post)

    def exchange(self, post: Post, pick: Pick, now: float) -> Post:
        """Let a post that is not there be about another episode."""
        del now
        name = self._held(post)
        if name:
            self.open[name] = replace(self.open[name], episode=pick.episode)
            self._put_back(post)
            self._take_out(name[:2], pick)
        return replace(post, episode=pick.episode)

    def hold(self, team: str, until: float) -> None:
        """Post nothing in a workspace before a time."""
        self.free[team] = max(self.free.get(team, 0.0), until)

    def stop(self, team: str, channel: str, word: str, now: float) -> bool:
        """Let a subscription pause itself, and tell its maker."""
        place = (team, channel)
        row = self.rows.get(place)
        self._recall(place, Kind.DIGEST, Kind.NEW, Kind.WATCH)
        if row is None:
            user = self.watched.get(place)
            if user is None:
                return False
            return self._insert(stopped(Subscription(team, channel, user=user), word, now))
        if row.sub.broken:
            return False
        self._insert(stopped(row.sub, word, now))
        row.sub = replace(row.sub, broken=word)
        row.next = None
        self.log.setdefault(place, []).append(Change(now, "", word))
        return True

    def next_instant(self) -> float:
        """When there is something to do next, seconds since 1970."""
        come = self._come[0][0] if self._come else float("inf")
        free = self.free
        tries = (max(post.run, free.get(post.team, 0.0)) for post in self.open.values())
        return min(come, min(tries, default=float("inf")))

    def purge(self, now: float) -> int:
        """Forget posts that are older than a month."""
        number = 0
        while self._old and self._old[0][0] < now - KEEP:
            _, name = heappop(self._old)
            self.open.pop(name, None)
            self.ended.pop(name, None)
            number += 1
        return number


@dataclass(slots=True)
class MemoryWatches:
    """Who waits for what, as far as the clock's contract goes."""

    state: MemoryState

    def add(self, team: str, channel: str, technology: str, user: str, now: float) -> bool:
        """Watch a technology."""
        del technology, now
        return self.state.watched.setdefault((team, channel), user) == user


def _order(post: Post) -> tuple[float, str, str]:
    return post.run, post.channel, post.key
