"""How a connection to a SQLite file begins, whether the catalogue lies in it or the state."""

from __future__ import annotations

import sqlite3
import time

PATIENCE_MS = 10_000
"""Milliseconds to wait for another writer; a source is written in a few dozen."""

_AGAIN_S = 0.02


def prepare(connection: sqlite3.Connection, patience_ms: int = PATIENCE_MS) -> None:
    """Let readers and a writer work at once, and writers wait for each other.

    Args:
        connection: Just opened.
        patience_ms: How long to wait for another writer, now and later, in milliseconds.

    Raises:
        sqlite3.Error: The file is no database, cannot be written, or was held for all that time.
    """
    connection.execute(f"PRAGMA busy_timeout = {patience_ms}")
    _write_ahead(connection, patience_ms)
    connection.execute("PRAGMA synchronous = NORMAL")


def _write_ahead(connection: sqlite3.Connection, patience_ms: int) -> None:
    """Keep the journal beside the file.

    SQLite's busy timeout does not hold while the journal is changed, and two may open a new file at
    the same time.
    """
    until = time.monotonic() + patience_ms / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= until:
                raise
            time.sleep(_AGAIN_S)
        else:
            return
