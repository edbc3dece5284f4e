"""Every step of the schema, from the version before it with rows in it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlite_utils import Database

from bot.store import Store
from bot.store.catalogue import LATEST
from db.migrations import migrations
from tests.store.shelf import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

MIGRATIONS = Path(__file__).parents[2] / "db" / "migrations.py"
NAMES = [each.name for each in migrations._migrations]

# One row or more of every table; a table that is not listed here is derived from these.
ROWS: dict[str, list[dict[str, Any]]] = {
    "shows": [
        {"id": "w", "title": "W", "site": "https://w.example", "permalink": "p", "time_link": "t"}
    ],
    "episodes": [
        {
            "id": 7,
            "show": "w",
            "slug": "acme",
            "title": "Acme Anvils",
            "url": "https://w.example/acme",
            "category": "podcast",
            "published": "2024-05-06",
            "description": "On smithing",
        },
        {"id": 8, "show": "w", "slug": "b", "title": "Bolt", "url": "u", "category": "podcast"},
    ],
    "documents": [{"path": "/acme.md", "hash": "x", "show": "w"}],
    "parsed": [{"path": "/acme.md", "ordinal": 0, "sequence": 1, "episode": 7, "data": "{}"}],
    "guests": [
        {"episode": 7, "position": 0, "name": "Ada Lund"},
        {"episode": 7, "position": 1, "name": "Bo Ek"},
    ],
    "names": [{"episode": 7, "name": "Acme"}],
    "topics": [
        {"id": 5, "episode": 7, "position": 0, "start": 62, "text": "Hammering", "url": "u#1:02"},
        {"id": 6, "episode": 8, "position": 0, "text": "Threads", "heading": "Bolts", "url": "u"},
    ],
    "links": [{"id": 1, "episode": 7, "url": "https://x.example", "title": "X", "grouping": "x"}],
    "categories": [{"id": "db", "name": "databases", "aliases": "[]"}],
    "technologies": [
        {
            "id": "postgres",
            "name": "PostgreSQL",
            "aliases": '["Postgres"]',
            "categories": '["db"]',
            "ambiguous": 0,
            "library": 0,
        }
    ],
    "mentions": [
        {"id": 1, "episode": 7, "technology": "postgres", "stance": "uses", "declared": 1},
        {"id": 2, "episode": 7, "technology": "postgres", "stance": "uses", "topic": 5},
    ],
    "facts": [{"id": 1, "episode": 7, "metric": "servers", "low": 1.0, "high": 2.0, "topic": 5}],
    "words": [{"word": "hammering"}],
    "concepts": [{"id": "queues", "terms": '["queue", "backlog"]', "weak": "[]", "see": "[]"}],
    "meta": [{"key": "vocabulary", "value": "x"}],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database lies."""
    return tmp_path / "store.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """An empty database that keeps references."""
    with closing(sqlite3.connect(str(path))) as conn:
        conn.execute("PRAGMA foreign_keys = ON")
        yield Database(conn)


def fill(db: Database) -> dict[str, list[dict[str, Any]]]:
    """Put rows into every table there is; what is in them."""
    there = [table for table in ROWS if table in db.table_names()]
    for table in there:
        db.table(table).insert_all(ROWS[table])
    return contents(db, there)


def contents(db: Database, tables: list[str]) -> dict[str, list[dict[str, Any]]]:
    """All rows of some tables."""
    return {table: list(db.table(table).rows) for table in tables}


def step(db: Database, name: str) -> None:
    """Bring a database from the version before a step to that step."""
    later = NAMES[NAMES.index(name) + 1 :]
    migrations.apply(db, stop_before=later[:1])


@pytest.mark.parametrize("name", NAMES)
def test_a_step_keeps_every_row(db: Database, name: str) -> None:
    """Nothing is lost, nothing dangles, and the step is remembered as done."""
    migrations.apply(db, stop_before=name)
    before = fill(db)

    step(db, name)

    after = contents(db, list(before))
    assert {
        table: [{key: row[key] for key in old} for row, old in zip(after[table], olds, strict=True)]
        for table, olds in before.items()
    } == before
    assert list(db.query("PRAGMA foreign_key_check")) == []
    assert next(db.query("PRAGMA integrity_check")) == {"integrity_check": "ok"}
    assert [each.name for each in migrations.applied(db)] == NAMES[: NAMES.index(name) + 1]


@pytest.mark.parametrize("name", NAMES)
def test_a_step_that_fails_leaves_the_version_before(db: Database, name: str) -> None:
    """A step is all or nothing: what it makes is already there, so it cannot run."""
    migrations.apply(db, stop_before=name)
    before = db.schema
    with closing(sqlite3.connect(":memory:")) as conn:
        other = Database(conn)
        migrations.apply(other, stop_before=name)
        known = {*other.table_names(), *other.view_names()}
        step(other, name)
        made = [each for each in (*other.table_names(), *other.view_names()) if each not in known]
    # The last thing that it makes, so that all before must be undone.
    db.execute(f'CREATE TABLE "{made[-1]}" (blocks)')

    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        step(db, name)

    db.execute(f'DROP TABLE "{made[-1]}"')
    assert db.schema == before
    step(db, name)


def test_the_first_step_allows_one_slug_a_show(db: Database) -> None:
    """And refuses what refers to nothing."""
    migrations.apply(db)
    fill(db)

    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        db.table("episodes").insert({**ROWS["episodes"][0], "id": 9})
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.table("topics").insert({**ROWS["topics"][0], "id": 9, "episode": 99})


def test_full_text_covers_the_rows_that_were_there(db: Database) -> None:
    """Lines with their episodes, and episodes; the weights lie in the index."""
    migrations.apply(db, stop_before="m003_full_text")
    fill(db)

    step(db, "m003_full_text")

    def found(table: str, words: str) -> list[Any]:
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rank"  # noqa: S608 - ours
        return [row[0] for row in db.execute(sql, [words]).fetchall()]

    assert found("lines_fts", "hammered") == [5]
    assert found("lines_fts", "lund") == [5]
    assert found("lines_fts", "bolt") == [6]
    assert found("episodes_fts", "smithing") == [7]
    assert found("episodes_fts", "ek OR bolt") == [8, 7]
    weights = db.execute("SELECT v FROM lines_fts_config WHERE k = 'rank'").fetchall()
    assert weights == [("bm25(1.0, 0.5, 0.15, 0.1)",)]


def test_views_show_what_people_look_for(db: Database) -> None:
    """One row an episode with its guests and stack; one row a mention with its link."""
    migrations.apply(db)
    fill(db)

    episode, other = db.query("SELECT * FROM episodes_with_technologies")
    assert (episode["guests"], episode["technologies"]) == ("Ada Lund, Bo Ek", "postgres")
    assert (other["title"], other["technologies"]) == ("Bolt", None)
    mentions = list(db.query("SELECT * FROM mentions_by_technology ORDER BY start"))
    assert [(row["start"], row["text"], row["url"]) for row in mentions] == [
        (None, None, "https://w.example/acme"),
        (62, "Hammering", "u#1:02"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_opening_brings_any_version_up_to_date(path: Path, name: str) -> None:
    """With what was in it still there, and found."""
    with closing(sqlite3.connect(str(path))) as conn:
        db = Database(conn)
        step(db, name)
        fill(db)
        conn.commit()

    with Store.open(path) as store:
        assert store.titles() == {7: "Acme Anvils", 8: "Bolt"}

    done = rows(path, "SELECT name FROM _sqlite_migrations ORDER BY id")
    assert done == NAMES


def test_the_store_knows_the_last_step() -> None:
    """A new step is named in the catalogue too, or it would not run."""
    assert NAMES[-1] == LATEST
    assert sorted(NAMES) == NAMES


def test_the_command_line_of_sqlite_utils_runs_them(path: Path) -> None:
    """For those who keep their databases that way."""
    done = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", "migrate", str(path), str(MIGRATIONS)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert rows(path, "SELECT name FROM _sqlite_migrations ORDER BY id") == NAMES
    with Store.open(path) as store:
        assert store.titles() == {}
