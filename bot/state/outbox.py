"""What the clocks share: what is due, what is on its way, how it ended, who may post when.

Several clocks may work on it at once. Whatever must happen once is one statement whose row count
says whether this clock was the one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, or_, select, update

from bot.digest.outbox import Kind, Post, stopped
from bot.digest.subscription import Change, Subscription, Wish
from bot.state import tables
from bot.state.subscriptions import (
    OUTBOX,
    SUBS,
    memory_of,
    occurrence_of,
    of,
    planned,
    recall,
    remember,
    subscription_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Row

    from bot.digest.bag import Memory, Pick
    from bot.digest.schedule import Occurrence
    from bot.state.database import Database

LEASE = 120.0
"""Seconds for which a post belongs to the clock that took it; then any clock may take it."""

SPACING = 1.0
"""Seconds between two posts in one workspace, whichever clocks make them."""

SKEW = 300.0
"""Seconds by which clocks may differ; more is a clock that was put back."""

SENT, FAILED, SKIPPED = "sent", "failed", "skipped"


@dataclass(frozen=True, slots=True)
class Due:
    """A subscription whose next post has come, or has to be worked out anew.

    Attributes:
        occurrence: The post; ``None`` when there was none to come.
        planned: When that was worked out; later than now after a clock was put back.
    """

    subscription: Subscription
    occurrence: Occurrence | None
    planned: float


class Outbox:
    """The clocks' side of the digests.

    Args:
        database: Where the state is kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- from subscriptions to posts -------------------------------------------------------

    def memory(self, team: str, channel: str) -> Memory:
        """What came out of the bag of a conversation."""
        return memory_of(self._database, team, channel)

    def due(self, now: float, limit: int) -> list[Due]:
        """Subscriptions to look at now, the longest due first."""
        come = (SUBS.c.due <= now) | (SUBS.c.planned > now + SKEW)
        found = select(SUBS).where(come).order_by(SUBS.c.due).limit(limit)
        return [
            Due(subscription_of(row), occurrence_of(row), row.planned)
            for row in self._database.rows(found)
        ]

    def wish(self, team: str, channel: str) -> Wish:
        """What the digest of a conversation is narrowed to; nothing when there is none."""
        rows = self._database.rows(select(SUBS).where(of(SUBS, team, channel)))
        return subscription_of(rows[0]).wish if rows else Wish()

    def claim(
        self,
        due: Due,
        following: Occurrence | None,
        now: float,
        post: Post | None = None,
        pick: Pick | None = None,
    ) -> bool:
        """Go on to the next occurrence, and put a post of this one into the outbox.

        Args:
            due: As it was read; somebody may have been faster.
            following: The occurrence after it.
            now: Seconds since 1970.
            post: What to post; ``None`` to skip.
            pick: The episode of it, to be taken out of the bag.

        Returns:
            Whether this call did it, and the post's local date had none before.
        """
        sub, was = due.subscription, due.occurrence
        mine = (
            of(SUBS, sub.team, sub.channel)
            & (SUBS.c.version == sub.version)
            & (SUBS.c.planned == due.planned)
            & (SUBS.c.due == was.due if was else SUBS.c.due.is_(None))
        )
        # What is caught up with was worked out when the first of it was.
        when = min(due.planned, now) if following and following.due <= now else now
        with self._database.transaction() as conn:
            gone_on = conn.execute(update(SUBS).where(mine).values(planned(following, when)))
            if gone_on.rowcount != 1:
                return False
            if post is None:
                return True
            inserted = self._insert(conn, post)
            if inserted and pick is not None:
                self._take_out(conn, post, pick, now)
            return inserted

    def _insert(self, conn: Connection, post: Post) -> bool:
        statement = self._database.insert(OUTBOX).values(
            team=post.team,
            channel=post.channel,
            key=post.key,
            kind=post.kind,
            episode=post.episode,
            about=post.about,
            due=post.due,
            run=post.run,
            attempts=0,
            unsure=False,
            ended="",
            ts="",
        )
        key = ["team", "channel", "key"]
        return conn.execute(statement.on_conflict_do_nothing(index_elements=key)).rowcount == 1

    def _take_out(self, conn: Connection, post: Post, pick: Pick, now: float) -> None:
        key = {"team": post.team, "channel": post.channel, "episode": pick.episode}
        values = {"round": pick.round, "picked": now}
        statement = self._database.insert(tables.BAGS).values(key | values)
        conn.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values))

    @staticmethod
    def _put_back(conn: Connection, post: Post) -> None:
        bags = tables.BAGS
        mine = of(bags, post.team, post.channel) & (bags.c.episode == post.episode)
        conn.execute(delete(bags).where(mine))

    def enqueue(self, posts: Iterable[Post]) -> int:
        """Put posts into the outbox that were never in it; how many that were."""
        with self._database.transaction() as conn:
            return sum(self._insert(conn, post) for post in posts)

    # -- from posts to Slack ---------------------------------------------------------------

    def ready(self, now: float, limit: int) -> list[Post]:
        """Posts that may be tried now: of each workspace that may post, the longest due."""
        paces = tables.PACES
        order = (OUTBOX.c.run, OUTBOX.c.channel, OUTBOX.c.key)
        place = func.row_number().over(partition_by=OUTBOX.c.team, order_by=order)
        queued = (
            select(OUTBOX, place.label("place"))
            .outerjoin(paces, paces.c.team == OUTBOX.c.team)
            .where(OUTBOX.c.run <= now, or_(paces.c.free.is_(None), paces.c.free <= now))
            .subquery()
        )
        found = select(queued).where(queued.c.place == 1).order_by(queued.c.run).limit(limit)
        return [_post(row) for row in self._database.rows(found)]

    def take(self, post: Post, now: float) -> Post | None:
        """Take a post for :data:`LEASE` seconds, and the workspace for :data:`SPACING`.

        Until the caller says how it went, it counts as tried with an unknown outcome.

        Returns:
            It with this attempt counted; ``unsure`` speaks of the attempts before. ``None`` when
            another clock has it, or the workspace has to wait.
        """
        taken = {"run": now + LEASE, "attempts": post.attempts + 1, "unsure": True}
        paces = tables.PACES
        pace = self._database.insert(paces).values(team=post.team, free=now + SPACING)
        with self._database.transaction() as conn:
            mine = _named(post) & (OUTBOX.c.run == post.run)
            if conn.execute(update(OUTBOX).where(mine).values(taken)).rowcount != 1:
                return None
            free = pace.on_conflict_do_update(
                index_elements=["team"],
                set_={"free": now + SPACING},
                where=paces.c.free <= now,
            )
            if conn.execute(free).rowcount != 1:
                conn.rollback()
                return None
        return replace(post, run=now + LEASE, attempts=post.attempts + 1)

    def sent(self, post: Post, ts: str) -> None:
        """Say that a post is there, and by which timestamp."""
        done = update(OUTBOX).where(_named(post))
        self._database.write(done.values(run=None, unsure=False, ended=SENT, ts=ts))

    def later(self, post: Post, run: float, *, unsure: bool) -> None:
        """Say that a post is to be tried again.

        Args:
            post: As it was taken; nothing happens when another clock has it by now.
            run: Not before, seconds since 1970.
            unsure: Whether it may be there all the same.
        """
        again = update(OUTBOX).where(_held(post))
        self._database.write(again.values(run=run, unsure=unsure))

    def give_up(self, post: Post, ended: str) -> None:
        """End a post; unless it may be there, its episode goes back into the bag.

        Args:
            post: As it was taken or read; nothing happens when another clock has it by now.
            ended: :data:`FAILED` or :data:`SKIPPED`.
        """
        with self._database.transaction() as conn:
            over = update(OUTBOX).where(_held(post)).values(run=None, ended=ended)
            if conn.execute(over).rowcount and not post.unsure and post.kind is Kind.DIGEST:
                self._put_back(conn, post)

    def exchange(self, post: Post, pick: Pick, now: float) -> Post:
        """Let a post that is not there be about another episode; its own one is gone."""
        with self._database.transaction() as conn:
            other = update(OUTBOX).where(_held(post)).values(episode=pick.episode)
            if conn.execute(other).rowcount:
                self._put_back(conn, post)
                self._take_out(conn, post, pick, now)
        return replace(post, episode=pick.episode)

    def hold(self, team: str, until: float) -> None:
        """Post nothing in a workspace before a time, seconds since 1970; Slack said so."""
        paces = tables.PACES
        statement = self._database.insert(paces).values(team=team, free=until)
        self._database.write(
            statement.on_conflict_do_update(
                index_elements=["team"], set_={"free": until}, where=paces.c.free < until
            )
        )

    def stop(self, team: str, channel: str, word: str, now: float) -> bool:
        """Let a subscription pause itself, and tell its maker.

        Where there is no subscription, who made a watch is told.

        Args:
            team: Id of the workspace.
            channel: Id of the conversation that takes no posts.
            word: Slack's word for why.
            now: Seconds since 1970.

        Returns:
            Whether it was not stopped before.
        """
        with self._database.transaction() as conn:
            found = select(SUBS).where(of(SUBS, team, channel)).with_for_update()
            row = conn.execute(found).first()
            recall(conn, team, channel, Kind.DIGEST, Kind.NEW, Kind.WATCH)
            if row is None:
                return self._stop_watches(conn, team, channel, word, now)
            if row.broken:
                return False
            halt = update(SUBS).where(of(SUBS, team, channel))
            conn.execute(halt.values(broken=word, due=None, day=""))
            remember(conn, team, channel, Change(now, "", word))
            self._insert(conn, stopped(subscription_of(row), word, now))
        return True

    def _stop_watches(
        self, conn: Connection, team: str, channel: str, word: str, now: float
    ) -> bool:
        watches = tables.WATCHES
        maker = select(watches.c.person).where(of(watches, team, channel)).limit(1)
        person = conn.execute(maker).scalar()
        if person is None:
            return False
        return self._insert(conn, stopped(Subscription(team, channel, user=person), word, now))


def _named(post: Post) -> ColumnElement[bool]:
    return of(OUTBOX, post.team, post.channel) & (OUTBOX.c.key == post.key)


def _held(post: Post) -> ColumnElement[bool]:
    """The post as the caller has it, not as another clock may have it by now."""
    return _named(post) & (OUTBOX.c.attempts == post.attempts) & OUTBOX.c.run.is_not(None)


def _post(row: Row[Any]) -> Post:
    return Post(
        team=row.team,
        channel=row.channel,
        key=row.key,
        kind=Kind(row.kind),
        episode=row.episode,
        about=row.about,
        due=row.due,
        run=row.run,
        attempts=row.attempts,
        unsure=row.unsure,
    )
