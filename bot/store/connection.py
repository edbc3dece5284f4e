"""One SQLite connection per thread, opened with the same settings everywhere.

Slack Bolt answers from a thread pool and a shared connection raises there, so every thread
gets its own, until it ends. SQLite's own errors are translated here and nowhere else.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import StoreError
from bot.sqlite import PATIENCE_MS, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    Reading = Callable[[], AbstractContextManager[sqlite3.Connection]]

MEMORY = Path(":memory:")
"""Names a store that lives as long as its connection, for one thread."""

# What SQLite says, in part, and what a person can do about it.
_FIXES = (
    ("locked", "another process is writing; try again in a moment"),
    ("not a database", "this is no Playhead store; name another file, or move it away"),
    ("malformed", "it is damaged; move it away and run `playhead load`"),
    ("unable to open", "check that it is a file in a folder that may be written"),
    ("readonly", "it may not be written; check the permissions of the file and its folder"),
    ("full", "the disk is full; make room and run the command again"),
    ("no such table", "this is no Playhead store; name another file, or move it away"),
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ones that name the file and the fix.

    Raises:
        StoreError: In place of what was raised.
    """
    try:
        yield
    except sqlite3.Error as error:
        text = str(error)
        fix = next((fix for part, fix in _FIXES if part in text), text)
        raise StoreError(f"{path}: {fix}") from error


@contextmanager
def placed(path: Path) -> Iterator[None]:
    """Make the folder of a file, and turn what keeps the file from being there into a fix.

    Raises:
        StoreError: In place of what the file system raised.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        reason = f"its folder cannot be made or written ({error.strerror})"
        raise StoreError(f"{path}: {reason}; name another place with --db") from error


class _Hold:
    """What a thread has of its connection, and nobody else: it goes when the thread ends."""

    __slots__ = ("__weakref__", "conn")

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn


class Connections:
    """Hands each thread its own connection to one file, which is closed when the thread ends.

    Args:
        path: The file, made by SQLite when it is missing.
        patience_ms: How long to wait for another writer, in milliseconds.
    """

    def __init__(self, path: Path, patience_ms: int = PATIENCE_MS) -> None:
        self._path = path
        self._patience_ms = patience_ms
        self._local = threading.local()
        self._closers: list[weakref.finalize[[], _Hold]] = []
        self._lock = threading.Lock()

    def get(self) -> sqlite3.Connection:
        """The connection of the calling thread, opened on first use."""
        hold: _Hold | None = getattr(self._local, "hold", None)
        if hold is None:
            hold = self._local.hold = _Hold(self._open())
            self._watch(hold)
        return hold.conn

    def _open(self) -> sqlite3.Connection:
        with translated(self._path):
            conn = sqlite3.connect(str(self._path), check_same_thread=False)
            try:
                prepare(conn, self._patience_ms)
                conn.execute("PRAGMA foreign_keys = ON")
            except sqlite3.Error:
                conn.close()
                raise
        return conn

    def _watch(self, hold: _Hold) -> None:
        """Close the connection with its thread: a web server starts new ones after each pause."""
        closer = weakref.finalize(hold, hold.conn.close)
        # At the end of the process a thread may still be reading.
        closer.atexit = False
        with self._lock:
            self._closers = [*(each for each in self._closers if each.alive), closer]

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for closer in self._closers:
                closer()
            self._closers.clear()
        self._local = threading.local()


def save_copy(conn: sqlite3.Connection, path: Path) -> None:
    """Put a whole database at a path where there is none, at once or not at all.

    It is written beside and then linked, so that nobody ever sees a part of it. Whoever comes
    second, because two processes have made the same, leaves what is there.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(str(beside))) as copy:
            conn.backup(copy)
        if not path.exists():
            # Left by a file that was deleted without them, they would be taken for its log.
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            link(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def link(source: Path, path: Path) -> None:
    """Give a file a second name, unless there is a file of that name."""
    try:
        path.hardlink_to(source)
    except FileExistsError:
        pass
    except OSError:  # pragma: no cover - needs a file system without hard links
        source.replace(path)
