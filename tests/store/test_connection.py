"""Each thread has a connection of its own, for as long as it lives."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from bot.store.connection import Connections, save_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def connections(tmp_path: Path) -> Iterator[Connections]:
    """Connections to a file of the test's own."""
    opened = Connections(tmp_path / "x.db")
    yield opened
    opened.close()


def elsewhere(connections: Connections) -> sqlite3.Connection:
    """The connection of a thread that has ended since."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(connections.get).result()


def is_open(conn: sqlite3.Connection) -> bool:
    """Whether a connection can be used."""
    try:
        conn.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


def test_a_thread_keeps_its_connection(connections: Connections) -> None:
    """And shares it with no other."""
    mine = connections.get()

    assert connections.get() is mine
    assert elsewhere(connections) is not mine


def test_a_thread_that_ends_leaves_no_connection_open(connections: Connections) -> None:
    """The web server starts threads anew after every pause, and files are limited."""
    mine = connections.get()
    others = [elsewhere(connections) for _ in range(3)]

    assert [is_open(conn) for conn in (mine, *others)] == [True, False, False, False]


def test_closing_closes_those_of_all_threads(connections: Connections) -> None:
    """Whoever asks again gets a new one."""
    with ThreadPoolExecutor(1) as pool:
        theirs = pool.submit(connections.get).result()
        mine = connections.get()
        connections.close()

        assert [is_open(conn) for conn in (mine, theirs)] == [False, False]
        assert is_open(pool.submit(connections.get).result())


def test_a_copy_leaves_alone_what_is_there(connections: Connections, tmp_path: Path) -> None:
    """Another process made it first, and may be writing to it: its log is a part of it."""
    path = tmp_path / "there.db"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_text("theirs")

    save_copy(connections.get(), path)

    assert {file.read_text() for file in tmp_path.glob("there.db*")} == {"theirs"}
    assert len(list(tmp_path.glob("*there.db*"))) == 3


def test_a_copy_does_not_take_what_a_deleted_file_left_for_its_log(
    connections: Connections, tmp_path: Path
) -> None:
    """Whoever deletes a file seldom thinks of its companions."""
    path = tmp_path / "gone.db"
    path.with_name("gone.db-wal").write_text("of another")

    save_copy(connections.get(), path)

    assert [file.name for file in tmp_path.glob("*gone.db*")] == ["gone.db"]
