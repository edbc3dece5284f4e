"""The store as a file: shared by threads and processes, foreign, locked, damaged, browsed."""

from __future__ import annotations

import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.dialogue import Lookup, TextQuery
from bot.errors import StoreError
from bot.model import Show
from bot.store import MEMORY, Store
from bot.store.connection import Connections, link, save_copy
from tests.store.shelf import Shelf, check, image, rows

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def loaded(shelf: Shelf) -> Shelf:
    """A store with two episodes."""
    shelf.post(
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "1:02 -- C++ on the server, node.js beside it",
        '1:02:03 -- The \\"x, as in NEAR( or a * b, costs 😀',
        tags=["terraform", "postgres"],
    )
    shelf.post("2024-05-13-2-bolt.md", "Bolt Sells Screws", "2:03 -- Ansible is used")
    shelf.load()
    return shelf


# -- settings of the file --------------------------------------------------------------------


def test_every_connection_writes_ahead_and_checks_references(loaded: Shelf) -> None:
    """Also those of other threads."""

    def settings() -> list[object]:
        conn = store._connections.get()
        names = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        return [conn.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    with Store.open(loaded.db) as store, ThreadPoolExecutor(1) as pool:
        assert settings() == ["wal", 1, 1, 10_000]
        assert pool.submit(settings).result() == ["wal", 1, 1, 10_000]


def test_a_closed_store_is_one_file(loaded: Shelf) -> None:
    """No log lies beside it, so it can be copied."""
    assert list(image(loaded.db)) == [loaded.db.name]


def test_links_take_the_time_by_the_template_of_the_show(loaded: Shelf) -> None:
    """Seconds here; over an hour, too."""
    assert loaded.rows("SELECT url FROM topics WHERE start > 0 ORDER BY start") == [
        "https://widgets.example/podcast/1-acme?t=62",
        "https://widgets.example/podcast/2-bolt?t=123",
        "https://widgets.example/podcast/1-acme?t=3723",
    ]


def test_views_for_people_who_browse(loaded: Shelf) -> None:
    """With what the loader wrote."""
    assert loaded.rows("SELECT number, guests, technologies FROM episodes_with_technologies") == [
        (2, "Ada Lund", "ansible"),
        (1, "Ada Lund", "terraform, postgres"),
    ]
    assert loaded.rows(
        "SELECT title, start, url FROM mentions_by_technology"
        " WHERE technology = 'ansible' AND start IS NOT NULL"
    ) == [("Bolt Sells Screws", 123, "https://widgets.example/podcast/2-bolt?t=123")]


# -- what people type ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("c++", True),
        ("node.js", True),
        ('"x', True),
        ("NEAR(", True),
        ("a * b", True),
        ("server, node", True),
        ("text:server", False),
        ("server NOT node", False),
        ("serv*", False),
        ("^server", True),
        ("server\x00node", True),
        ('""', False),
        ("*", False),
        ("😀", False),
        ("", False),
        ("-server", True),
        ("{server}", True),
        ("'; DROP TABLE topics; --", False),
    ],
)
def test_words_are_words_and_never_syntax(loaded: Shelf, typed: str, *, found: bool) -> None:
    """Whatever full-text search would make of them."""
    query = TextQuery(terms=(((typed, 1.0),),))
    with Store.open(loaded.db) as store:
        (hits,) = store.find(Lookup(searches=(query,))).hits

    assert any(hit.line.start in {62, 3723} for hit in hits) is found


def test_only_lines_of_the_episodes_asked_for(loaded: Shelf) -> None:
    """And no more than wanted, the best first."""
    words = (("server", 1.0), ("ansible", 0.5))
    with Store.open(loaded.db) as store:
        bolt = next(ident for ident, title in store.titles().items() if "Bolt" in title)
        queries = (
            TextQuery(terms=(words,), episodes=frozenset({bolt})),
            TextQuery(terms=(words,), limit=1),
        )
        narrow, short = store.find(Lookup(searches=queries)).hits

    assert {hit.line.episode for hit in narrow} == {bolt}
    assert [hit.line.start for hit in short] == [62]


# -- threads and processes -------------------------------------------------------------------


def test_threads_have_connections_of_their_own(loaded: Shelf) -> None:
    """Eight that ask at once, of one store."""
    start = threading.Barrier(8)
    seen = set()

    def ask(_: int) -> tuple[int, list[str]]:
        start.wait()
        seen.add(store._connections.get())
        evidence = store.find(Lookup(technologies=frozenset({"ansible"})))
        return len(evidence.sightings), [head.title for head in store.heads().values()]

    with Store.open(loaded.db) as store, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))
        assert len(seen) == 8

    assert len(set(map(repr, answers))) == 1
    assert answers[0][1] == ["Bolt Sells Screws", "Acme Makes Anvils"]


def test_heads_are_kept_until_someone_writes(loaded: Shelf) -> None:
    """Another connection here, which could as well be another process."""
    with Store.open(loaded.db) as store, Store.open(loaded.db) as other:
        first, generation = store.heads(), store.generation()
        assert store.heads() is first
        with other.writing() as writing:
            writing.show(Show("other", "Other", "https://other.example"))
        assert store.heads() is not first
        assert store.heads() == first
        assert store.generation() == generation + 1
        loaded.post("2024-05-20-3-cogs.md", "Cogs")
        loaded.load()
        assert "Cogs" in [head.title for head in store.heads().values()]


def test_what_is_declared_is_kept_until_someone_writes(loaded: Shelf) -> None:
    """Rankings read it, and get the very same rows again."""
    everything = Lookup(declared=True)
    with Store.open(loaded.db) as store:
        first = store.find(everything).sightings
        assert store.find(everything).sightings is first
        assert {"terraform", "postgres"} <= {each.technology for each in first}
        loaded.post("2024-05-20-3-cogs.md", "Cogs", tags=["golang"])
        loaded.load()
        more = {each.technology for each in store.find(everything).sightings}
        assert "golang" in more or "go" in more


def test_sightings_that_are_kept_are_those_that_are_stored(loaded: Shelf) -> None:
    """In the order in which they are stored, whatever was asked for before."""
    with Store.open(loaded.db) as store, Store.open(loaded.db) as other:
        for names in ({"postgres"}, {"ansible", "cobol"}, {"terraform", "postgres", "ansible"}):
            ids = frozenset(other.heads())
            expected = [
                each
                for each in other.find(Lookup(episodes=ids)).sightings
                if each.technology in names
            ]
            wanted = Lookup(technologies=frozenset(names))
            assert expected == list(store.find(wanted).sightings)
            assert expected
        loaded.post("2024-05-20-3-cogs.md", "Cogs", "1:01 -- Ansible is used", tags=["ansible"])
        loaded.load()
        found = store.find(Lookup(technologies=frozenset({"ansible"}))).sightings
        assert len({each.episode for each in found}) == 2


def test_writing_nothing_is_no_news(loaded: Shelf) -> None:
    """A transaction without a change keeps what others keep."""
    with Store.open(loaded.db) as store:
        generation = store.generation()
        with store.writing() as writing:
            assert writing.sources_of(99) == []
        assert store.generation() == generation


def _write_and_fail(store: Store) -> None:
    with store.writing() as writing:
        writing.show(Show("other", "Other", "https://other.example"))
        raise KeyError


def test_a_transaction_that_fails_leaves_nothing(loaded: Shelf) -> None:
    """Whatever raised."""
    before = loaded.rows("SELECT id FROM shows")
    with Store.open(loaded.db) as store:
        with pytest.raises(KeyError):
            _write_and_fail(store)
        assert store.show("other") is None
        assert [show.id for show in store.shows()] == before
        shown = store.show("widgets")
    assert shown
    assert shown.time_link == "{url}?t={seconds}"


def test_a_reader_does_not_wait_for_a_writer(loaded: Shelf) -> None:
    """It sees what was there before."""
    with Store.open(loaded.db) as store, Store.open(loaded.db, patience_ms=0) as reader:
        with store.writing() as writing:
            for ident in store.titles():
                for path in loaded.rows("SELECT path FROM documents"):
                    writing.forget_document(path)
                writing.forget_episode(ident)
            assert len(reader.titles()) == 2
        assert reader.titles() == {}


def test_two_that_open_a_new_file_at_once(shelf: Shelf) -> None:
    """One makes the tables, the other waits for it."""
    start = threading.Barrier(4)

    def opened(_: int) -> dict[int, str]:
        start.wait()
        with Store.open(shelf.db) as store:
            return store.titles()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(opened, range(4))) == [{}, {}, {}, {}]
    assert rows(shelf.db, "PRAGMA integrity_check") == ["ok"]


@pytest.mark.parametrize("patience_ms", [0, 10_000])
def test_a_new_file_that_another_holds(tmp_path: Path, patience_ms: int) -> None:
    """It is waited for, and no longer than told."""
    path = tmp_path / "new.db"
    connections = Connections(path, patience_ms)
    with closing(sqlite3.connect(path, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        release = threading.Timer(0.3, other.rollback)
        release.start()
        try:
            if patience_ms:
                mode = connections.get().execute("PRAGMA journal_mode").fetchone()
                assert mode == ("wal",)
            else:
                with pytest.raises(StoreError, match="another process is writing"):
                    connections.get()
        finally:
            release.join()
            connections.close()


# -- what is no store ------------------------------------------------------------------------


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """It is left as it is."""
    path = tmp_path / "notes.db"
    path.write_text("These are my notes, and not a database at all.\n" * 20, "utf-8")
    before = path.read_bytes()

    with pytest.raises(StoreError, match=r"notes\.db: this is no Playhead store; name another"):
        Store.open(path)

    assert path.read_bytes() == before


def test_the_database_of_another_program(tmp_path: Path) -> None:
    """No table is added to it."""
    path = tmp_path / "history.db"
    with closing(sqlite3.connect(str(path))) as conn, conn:
        conn.execute("CREATE TABLE visits (url TEXT)")

    with pytest.raises(StoreError, match="another program's database; name another file"):
        Store.open(path)

    assert rows(path, "SELECT name FROM sqlite_master") == ["visits"]


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    """As for db/ in a new checkout."""
    path = tmp_path / "a" / "b" / "store.db"

    Store.open(path).close()

    assert path.is_file()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Its name is a file's."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError, match=r"cannot be made or written .*; name another place"):
        Store.open(tmp_path / "file" / "store.db")


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    """It says what is wanted."""
    with pytest.raises(StoreError, match="check that it is a file in a folder"):
        Store.open(tmp_path)


def test_a_locked_store_says_to_wait(loaded: Shelf) -> None:
    """Reading goes on meanwhile; writing goes on when the lock is gone."""
    with closing(sqlite3.connect(str(loaded.db))) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store.open(loaded.db, patience_ms=1) as store:
            assert len(store.titles()) == 2
            with (
                pytest.raises(StoreError, match="another process is writing; try again"),
                store.writing(),
            ):
                pass
            other.rollback()
            with store.writing() as writing:
                writing.meta("key", "value")
            assert store.meta("key") == "value"


def test_a_damaged_store_says_so(loaded: Shelf) -> None:
    """Not SQLite's own error, whichever reader meets it."""
    with closing(sqlite3.connect(str(loaded.db))) as conn:
        (page,) = conn.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'technologies'"
        ).fetchone()
        (size,) = conn.execute("PRAGMA page_size").fetchone()
    data = bytearray(loaded.db.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    loaded.db.write_bytes(data)

    with (
        Store.open(loaded.db) as store,
        pytest.raises(StoreError, match="it is damaged; move it away and run `playhead load`"),
    ):
        store.technologies()


def test_any_other_error_keeps_its_words(loaded: Shelf) -> None:
    """Better than a fix that does not fit."""
    with (
        Store.open(loaded.db) as store,
        pytest.raises(StoreError, match="no such column"),
        store._reading() as conn,
    ):
        conn.execute("SELECT wrong FROM episodes")


# -- a copy ----------------------------------------------------------------------------------


def test_a_copy_is_the_same_store(loaded: Shelf, tmp_path: Path) -> None:
    """Made in a folder that is not there yet, and nothing else is left in it."""
    path = tmp_path / "new" / "copy.db"
    with Store.open(loaded.db) as store:
        store.save_as(path)

    assert [each.name for each in path.parent.iterdir()] == ["copy.db"]
    assert rows(path, "SELECT title FROM episodes") == loaded.rows("SELECT title FROM episodes")
    check(path)


def test_a_copy_never_replaces_a_store(tmp_path: Path) -> None:
    """Somebody may have it open."""
    path = tmp_path / "mine.db"
    path.write_bytes(b"mine")

    with Store.open(MEMORY) as store:
        store.save_as(path)

    assert path.read_bytes() == b"mine"
    assert not list(tmp_path.glob(".mine*"))


def test_a_log_without_its_store_is_not_taken_for_the_copys(loaded: Shelf, tmp_path: Path) -> None:
    """Someone deleted the file alone."""
    path = tmp_path / "copy.db"
    with Store.open(loaded.db) as store:
        with store.writing() as writing:
            writing.meta("key", "value")
        log = loaded.db.with_name(loaded.db.name + "-wal").read_bytes()
        assert log
        path.with_name("copy.db-wal").write_bytes(log)
        path.with_name("copy.db-shm").write_bytes(b"x")
    with Store.open(MEMORY) as store:
        store.save_as(path)

    with Store.open(path) as store:
        assert (store.titles(), store.meta("key")) == ({}, None)
    check(path)


def test_a_copy_that_cannot_be_made_names_its_own_place(loaded: Shelf, tmp_path: Path) -> None:
    """And not the store it would have been a copy of."""
    path = tmp_path / "copy.db"
    with Store.open(loaded.db) as store:
        # SQLite cannot use what lies in the place of the copy's own log.
        log = tmp_path / f".copy.db.{os.getpid()}-journal"
        log.mkdir()
        with pytest.raises(StoreError, match=r"/copy\.db: "):
            store.save_as(path)

    assert [log] == list(tmp_path.glob(".copy*"))


def test_a_place_that_cannot_be_written(loaded: Shelf, tmp_path: Path) -> None:
    """It names the place and what to do."""
    (tmp_path / "file").write_text("x")
    with (
        Store.open(loaded.db) as store,
        pytest.raises(StoreError, match="name another place with --db"),
    ):
        store.save_as(tmp_path / "file" / "copy.db")


def test_two_that_make_the_same_store(tmp_path: Path) -> None:
    """The second finds one there when it is done, and leaves it."""
    path = tmp_path / "copy.db"
    with closing(sqlite3.connect(":memory:")) as conn:
        save_copy(conn, path)
        before = path.stat().st_ino
        (tmp_path / "other.db").write_bytes(b"other")
        link(tmp_path / "other.db", path)

    assert before == path.stat().st_ino
