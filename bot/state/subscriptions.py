"""Subscriptions as rows, and what people and the clock do to them alike."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date, time
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from bot.digest.bag import Memory
from bot.digest.outbox import Kind, digest_key
from bot.digest.schedule import Occurrence, next_after
from bot.digest.subscription import MADE, Change, Subscription, Wish
from bot.state import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row

    from bot.state.database import Database

SUBS = tables.SUBSCRIPTIONS
OUTBOX = tables.OUTBOX
CANCELLED = "cancelled"


def values_of(sub: Subscription) -> dict[str, object]:
    """A subscription as columns, without the two that name it."""
    return {
        "at": sub.at.isoformat("minutes"),
        "zone": sub.zone,
        "weekdays": "".join(map(str, sorted(sub.weekdays))),
        "wish": json.dumps({name: value for name, value in asdict(sub.wish).items() if value}),
        "announce": sub.announce,
        "enabled": sub.on,
        "paused_until": sub.paused_until.isoformat() if sub.paused_until else "",
        "broken": sub.broken,
        "person": sub.user,
        "since": sub.since,
        "version": sub.version,
    }


def subscription_of(row: Row[Any]) -> Subscription:
    """A row as a subscription."""
    wish = {name: tuple(value) for name, value in json.loads(row.wish).items()}
    return Subscription(
        team=row.team,
        channel=row.channel,
        at=time.fromisoformat(row.at),
        zone=row.zone,
        weekdays=frozenset(map(int, row.weekdays)),
        wish=Wish(**wish),
        announce=row.announce,
        on=row.enabled,
        paused_until=date.fromisoformat(row.paused_until) if row.paused_until else None,
        broken=row.broken,
        user=row.person,
        since=row.since,
        version=row.version,
    )


def occurrence_of(row: Row[Any]) -> Occurrence | None:
    """The next post of a row."""
    return None if row.due is None else Occurrence(date.fromisoformat(row.day), row.due)


def planned(occurrence: Occurrence | None, now: float) -> dict[str, object]:
    """The next post as columns."""
    return {
        "day": occurrence.day.isoformat() if occurrence else "",
        "due": occurrence.due if occurrence else None,
        "planned": now,
    }


def next_free(conn: Connection, sub: Subscription, instant: float) -> Occurrence | None:
    """The first post after an instant whose local date has not had one.

    Raises:
        ValueError: Its zone does not exist.
    """
    occurrence = next_after(sub, instant)
    while occurrence is not None and _had(conn, sub, occurrence):
        occurrence = next_after(sub, occurrence.due)
    return occurrence


def memory_of(database: Database, team: str, channel: str) -> Memory:
    """What came out of the bag of a conversation."""
    bags = tables.BAGS
    rows = database.rows(
        select(bags.c.episode, bags.c.round)
        .where(of(bags, team, channel))
        .order_by(bags.c.picked.desc(), bags.c.round.desc())
    )
    if not rows:
        return Memory()
    latest = max(row.round for row in rows)
    sent = frozenset(row.episode for row in rows if row.round == latest)
    return Memory(latest, sent, rows[0].episode)


def _had(conn: Connection, sub: Subscription, occurrence: Occurrence) -> bool:
    row = conn.execute(
        select(OUTBOX.c.key).where(
            of(OUTBOX, sub.team, sub.channel), OUTBOX.c.key == digest_key(occurrence.day)
        )
    ).first()
    return row is not None


def of(table: Any, team: str, channel: str) -> ColumnElement[bool]:  # noqa: ANN401 - any Table with both columns
    """The rows of one conversation."""
    condition: ColumnElement[bool] = (table.c.team == team) & (table.c.channel == channel)
    return condition


def recall(conn: Connection, team: str, channel: str, *kinds: Kind) -> None:
    """Take back posts that are on their way; of a digest the episode goes back into the bag."""
    mine = of(OUTBOX, team, channel) & OUTBOX.c.run.is_not(None) & OUTBOX.c.kind.in_(kinds)
    back = select(OUTBOX.c.episode).where(mine, OUTBOX.c.kind == Kind.DIGEST)
    conn.execute(
        delete(tables.BAGS).where(of(tables.BAGS, team, channel), tables.BAGS.c.episode.in_(back))
    )
    conn.execute(update(OUTBOX).where(mine).values(run=None, ended=CANCELLED))


def remember(conn: Connection, team: str, channel: str, change: Change) -> None:
    """Keep who changed what."""
    conn.execute(
        insert(tables.CHANGES).values(
            team=team, channel=channel, changed=change.at, person=change.user, what=change.what
        )
    )


_NAMES = {"at": "time", "wish": "filter", "announce": "new episodes", "paused_until": "pause"}
_SILENT = frozenset({"team", "channel", "user", "since", "version", "on", "broken"})


def difference(before: Subscription | None, after: Subscription) -> str:
    """What a change is, in a few words.

    >>> difference(Subscription("T1", "C1"), Subscription("T1", "C1", zone="Asia/Tokyo"))
    'zone'
    """
    if before is None:
        return MADE
    changed = [
        _NAMES.get(each.name, each.name)
        for each in fields(Subscription)
        if each.name not in _SILENT and getattr(before, each.name) != getattr(after, each.name)
    ]
    if before.on != after.on:
        changed.insert(0, "on" if after.on else "off")
    if before.broken and not after.broken:
        changed.append("tried again")
    return ", ".join(changed) or "saved"
