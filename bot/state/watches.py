"""Who waits for episodes about which technology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.digest.subscription import Change, Watch
from bot.state import tables
from bot.state.subscriptions import of, remember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Select

    from bot.state.database import Database

_WATCHES = tables.WATCHES


class Watches:
    """The watches of every conversation of every workspace.

    Args:
        database: Where the state is kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, team: str, channel: str, technology: str, user: str, now: float) -> bool:
        """Watch a technology; whether it was not watched there before."""
        key = {"team": team, "channel": channel, "technology": technology}
        statement = self._database.insert(_WATCHES).values(key | {"person": user, "since": now})
        with self._database.transaction() as conn:
            added = conn.execute(
                statement.on_conflict_do_nothing(index_elements=list(key))
            ).rowcount
            if added == 1:
                remember(conn, team, channel, Change(now, user, f"watch {technology}"))
        return added == 1

    def remove(self, team: str, channel: str, technology: str, user: str, now: float) -> bool:
        """Watch a technology no more; whether it was watched there."""
        mine = of(_WATCHES, team, channel) & (_WATCHES.c.technology == technology)
        with self._database.transaction() as conn:
            removed = conn.execute(delete(_WATCHES).where(mine)).rowcount
            if removed:
                remember(conn, team, channel, Change(now, user, f"unwatch {technology}"))
        return removed == 1

    def of_channel(self, team: str, channel: str) -> list[Watch]:
        """The watches of a conversation, by technology."""
        return list(self._read(select(_WATCHES).where(of(_WATCHES, team, channel))))

    def of_team(self, team: str) -> list[Watch]:
        """The watches of a workspace, by conversation and technology."""
        return list(self._read(select(_WATCHES).where(_WATCHES.c.team == team)))

    def of_technology(self, technology: str) -> list[Watch]:
        """The conversations that watch a technology."""
        return list(self._read(select(_WATCHES).where(_WATCHES.c.technology == technology)))

    def technologies(self) -> frozenset[str]:
        """Ids of all technologies that somebody watches."""
        return frozenset(self._database.all(select(_WATCHES.c.technology).distinct()))

    def _read(self, found: Select[tuple[object, ...]]) -> Iterator[Watch]:
        columns = (_WATCHES.c.team, _WATCHES.c.channel, _WATCHES.c.technology)
        for row in self._database.rows(found.order_by(*columns)):
            yield Watch(row.team, row.channel, row.technology, row.person, row.since)
