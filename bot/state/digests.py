"""Subscriptions as people see them: made, changed, paused and switched off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from bot.digest.outbox import Kind
from bot.digest.subscription import Change
from bot.state import tables
from bot.state.subscriptions import (
    SUBS,
    difference,
    memory_of,
    next_free,
    occurrence_of,
    of,
    planned,
    recall,
    remember,
    subscription_of,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection, Row

    from bot.digest.bag import Memory, Pick
    from bot.digest.schedule import Occurrence
    from bot.digest.subscription import Subscription
    from bot.state.database import Database

_SCHEDULE = ("at", "zone", "weekdays", "paused_until", "posts")


class Digests:
    """What every conversation of every workspace gets, and what it got.

    Args:
        database: Where the state is kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def subscription(self, team: str, channel: str) -> Subscription | None:
        """The subscription of a conversation."""
        rows = self._database.rows(select(SUBS).where(of(SUBS, team, channel)))
        return subscription_of(rows[0]) if rows else None

    def of_team(self, team: str) -> list[Subscription]:
        """The subscriptions of a workspace, by channel."""
        found = select(SUBS).where(SUBS.c.team == team).order_by(SUBS.c.channel)
        return [subscription_of(row) for row in self._database.rows(found)]

    def subscriptions(self) -> Iterator[Subscription]:
        """All subscriptions, by workspace and channel."""
        found = select(SUBS).order_by(SUBS.c.team, SUBS.c.channel)
        return (subscription_of(row) for row in self._database.rows(found))

    def upcoming(self, team: str, channel: str) -> Occurrence | None:
        """The next post of a conversation; ``None`` when there will be none."""
        rows = self._database.rows(select(SUBS).where(of(SUBS, team, channel)))
        return occurrence_of(rows[0]) if rows else None

    def memory(self, team: str, channel: str) -> Memory:
        """What came out of the bag of a conversation."""
        return memory_of(self._database, team, channel)

    def changes(self, team: str, channel: str) -> list[Change]:
        """Who changed what, latest first."""
        table = tables.CHANGES
        found = select(table).where(of(table, team, channel)).order_by(table.c.number.desc())
        return [Change(row.changed, row.person, row.what) for row in self._database.rows(found)]

    def save(self, sub: Subscription, user: str, now: float) -> Subscription:
        """Keep a subscription as a person wants it, in place of what was there.

        One that had stopped by itself is tried again. A new schedule counts from now: what was
        due before by the old one is still posted, and a local date that had its post gets no
        second one.

        Args:
            sub: ``user``, ``since`` and ``version`` of it do not count.
            user: Id of the person.
            now: Seconds since 1970.

        Returns:
            It as kept.

        Raises:
            ValueError: Its zone does not exist.
        """
        with self._database.transaction() as conn:
            return self._save(conn, sub, user, now)

    def _save(self, conn: Connection, sub: Subscription, user: str, now: float) -> Subscription:
        found = select(SUBS).where(of(SUBS, sub.team, sub.channel)).with_for_update()
        row = conn.execute(found).first()
        before = subscription_of(row) if row else None
        kept = replace(
            sub,
            broken="",
            user=before.user if before else user,
            since=before.since if before else now,
            version=before.version + 1 if before else 1,
        )
        if not kept.posts or (kept.paused_until and kept.paused_until != _pause(before)):
            recall(conn, kept.team, kept.channel, Kind.DIGEST)
        values = values_of(kept) | _schedule(conn, row, kept, now)
        if row is None:
            key = {"team": kept.team, "channel": kept.channel}
            new = self._database.insert(SUBS).values(key | values)
            conn.execute(new.on_conflict_do_update(index_elements=list(key), set_=values))
        else:
            conn.execute(update(SUBS).where(of(SUBS, sub.team, sub.channel)).values(values))
        what = Change(now, user, difference(before, kept))
        remember(conn, kept.team, kept.channel, what)
        return kept

    def came(self, team: str, channel: str, pick: Pick, now: float) -> None:
        """Take an episode out of the bag that somebody had posted between two digests."""
        key: dict[str, object] = {"team": team, "channel": channel, "episode": pick.episode}
        self._database.save(tables.BAGS, key, {"round": pick.round, "picked": now})


def _pause(sub: Subscription | None) -> date | None:
    return sub.paused_until if sub else None


def _schedule(
    conn: Connection, row: Row[Any] | None, kept: Subscription, now: float
) -> dict[str, object]:
    """The columns of the next post that a change sets."""
    if row is not None:
        before = subscription_of(row)
        if all(getattr(before, name) == getattr(kept, name) for name in _SCHEDULE):
            return {}
        pending = row.due is not None and row.due <= now
        if pending and kept.posts and kept.paused_until == before.paused_until:
            # No clock has come to it yet; the one that does goes on from now.
            return {"planned": now}
    return planned(next_free(conn, kept, now), now)
