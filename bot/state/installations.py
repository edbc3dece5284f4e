"""The workspaces that installed the app, one sealed record each, and installs under way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from bot.state import tables

if TYPE_CHECKING:
    from bot.state.database import Database
    from bot.state.vault import Vault


class Installations:
    """Keeps the latest installation of every workspace.

    Args:
        database: Where the state is kept.
        vault: Seals the records.
    """

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def save(self, enterprise: str, team: str, record: dict[str, Any], now: float) -> None:
        """Keep an installation in place of the one before it.

        Args:
            enterprise: Id of the organisation, or nothing.
            team: Id of the workspace, or nothing for a whole organisation.
            record: Plain data with the tokens.
            now: Seconds since 1970.
        """
        self._database.save(
            tables.INSTALLATIONS,
            {"enterprise": enterprise, "team": team},
            {"installed": now, "sealed": self._vault.seal(record)},
        )

    def find(self, enterprise: str, team: str) -> dict[str, Any] | None:
        """The installation of a workspace.

        Raises:
            StoreError: It was sealed with another key.
        """
        table = tables.INSTALLATIONS
        sealed: bytes | None = self._database.one(
            select(table.c.sealed).where(table.c.enterprise == enterprise, table.c.team == team)
        )
        return None if sealed is None else self._vault.open(sealed)

    def of_team(self, team: str) -> dict[str, Any] | None:
        """The installation that a workspace uses: its own, else its organisation's.

        Raises:
            StoreError: It was sealed with another key.
        """
        table, members = tables.INSTALLATIONS, tables.MEMBERS
        whole = select(members.c.enterprise).where(members.c.team == team).scalar_subquery()
        found = (
            select(table.c.sealed)
            .where((table.c.team == team) | ((table.c.team == "") & (table.c.enterprise == whole)))
            .order_by(table.c.team.desc(), table.c.installed.desc())
        )
        sealed = self._database.all(found)
        return self._vault.open(sealed[0]) if sealed else None

    def count(self) -> tuple[int, int]:
        """How many installations can be opened, and how many cannot."""
        sealed = self._database.all(select(tables.INSTALLATIONS.c.sealed))
        readable = sum(self._vault.opens(one) for one in sealed)
        return readable, len(sealed) - readable

    def delete(self, enterprise: str, team: str) -> None:
        """Forget the installation of a workspace."""
        table = tables.INSTALLATIONS
        self._database.write(
            delete(table).where(table.c.enterprise == enterprise, table.c.team == team)
        )

    def begin(self, value: str, expires: float) -> None:
        """Remember an install that has been begun, by a value nobody can guess."""
        self._database.write(insert(tables.OAUTH_STATES).values(value=value, expires=expires))

    def complete(self, value: str, now: float) -> bool:
        """Whether that install was begun here, is not too old and was not completed before."""
        table = tables.OAUTH_STATES
        begun = delete(table).where(table.c.value == value, table.c.expires >= now)
        return self._database.write(begun) == 1
