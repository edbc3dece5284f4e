"""How a connection to a SQLite file begins."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, cast

import pytest

from bot.sqlite import PATIENCE_MS, prepare

if TYPE_CHECKING:
    from pathlib import Path


class Refusing:
    """A connection whose journal cannot be changed for some times."""

    def __init__(self, times: int, reason: str) -> None:
        self.times = times
        self.reason = reason

    def execute(self, statement: str) -> None:
        """Fail as SQLite does, as long as it has to."""
        if "journal_mode" in statement:
            self.times -= 1
            if self.times >= 0:
                raise sqlite3.OperationalError(self.reason)


def test_what_holds_from_then_on(tmp_path: Path) -> None:
    """Readers do not wait for a writer, and writers wait for each other."""
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        prepare(connection)

        names = ("journal_mode", "busy_timeout", "synchronous")
        told = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    normal = 1
    assert ["wal", PATIENCE_MS, normal] == told


def test_a_file_that_others_just_made_is_waited_for() -> None:
    """SQLite itself does not wait while its journal is changed."""
    connection = Refusing(3, "database is locked")

    prepare(cast("sqlite3.Connection", connection))

    assert -1 == connection.times


def test_a_file_that_stays_locked_is_given_up() -> None:
    """With SQLite's own reason."""
    connection = Refusing(1_000, "database is locked")

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        prepare(cast("sqlite3.Connection", connection), patience_ms=30)


def test_nothing_else_is_waited_for() -> None:
    """A file that may not be written will not be a moment later either."""
    connection = Refusing(1_000, "attempt to write a readonly database")

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        prepare(cast("sqlite3.Connection", connection))

    assert 999 == connection.times
