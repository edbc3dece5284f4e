"""Which episodes the clocks have seen, so that the next look knows what is new, and who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.state import tables
from bot.state.subscriptions import SUBS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.state.database import Database


class Novelties:
    """What all clocks together have seen of the catalogue.

    Args:
        database: Where the state is kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen(self) -> Mapping[str, float]:
        """Keys of the episodes that some clock saw, with the time; 0 for the first look."""
        table = tables.EPISODES
        return {row.episode: row.seen for row in self._database.rows(select(table))}

    def see(self, episodes: Sequence[str], when: float) -> None:
        """Remember episodes; those that are remembered keep their time."""
        insert = self._database.insert(tables.EPISODES)
        self._database.write(
            *(
                insert.values(episode=each, seen=when).on_conflict_do_nothing(
                    index_elements=["episode"]
                )
                for each in episodes
            )
        )

    def announcing(self) -> list[tuple[str, str]]:
        """Workspace and channel of every conversation that wants to hear of new episodes."""
        found = select(SUBS.c.team, SUBS.c.channel).where(
            SUBS.c.announce.is_(True), SUBS.c.broken == ""
        )
        rows = self._database.rows(found.order_by(SUBS.c.team, SUBS.c.channel))
        return [(row.team, row.channel) for row in rows]
