"""One SQLite connection per thread, opened with the same settings everywhere.

Slack Bolt answers from a thread pool and a shared connection raises there, so every thread
gets its own. SQLite's own errors are translated here and nowhere else.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUSY_MS = 10_000


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into :class:`StoreError` that names the file and the fix."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "locked" in text:
            fix = "another process is writing; try again in a moment"
        elif "not a database" in text or "malformed" in text:
            fix = "it is damaged or no Playhead store; move it away and run `playhead load`"
        elif "unable to open" in text:
            fix = "check that the folder exists and may be written"
        else:
            fix = text
        raise StoreError(f"{path}: {fix}") from error


class Connections:
    """Hands each thread its own connection to one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    def get(self) -> sqlite3.Connection:
        """The connection of the calling thread, opened on first use."""
        conn: sqlite3.Connection | None = getattr(self._local, "conn", None)
        if conn is None:
            conn = self._open()
            self._local.conn = conn
        return conn

    def _open(self) -> sqlite3.Connection:
        with translated(self._path):
            conn = sqlite3.connect(str(self._path), check_same_thread=False)
            conn.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            conn.execute("PRAGMA journal_mode = WAL")
            conn.execute("PRAGMA synchronous = NORMAL")
            conn.execute("PRAGMA foreign_keys = ON")
        with self._lock:
            self._all.append(conn)
        return conn

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for conn in self._all:
                conn.close()
            self._all.clear()
        self._local = threading.local()
