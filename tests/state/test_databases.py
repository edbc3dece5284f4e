"""The tables are made once, stay as declared, and a database that fails says so in one line."""

from __future__ import annotations

import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, inspect

from bot.errors import ConfigError, StoreError
from bot.state import State, tables
from bot.state.engine import WRITES, open_engine, translated
from db.state_migrations import STEPS, m001_state, migrate
from tests import postgres

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


def schema(engine: Engine) -> dict[str, Any]:
    """What a database says of its tables."""
    inspector = inspect(engine)
    return {
        name: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)],
            inspector.get_pk_constraint(name)["constrained_columns"],
            sorted((i["name"], tuple(i["column_names"])) for i in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
        if name.startswith("state_") and name != "state_migrations"
    }


def test_the_steps_make_the_tables_that_the_code_uses(place: str) -> None:
    """What ``db/state_migrations.py`` makes is what ``bot/state/tables.py`` declares."""
    State.open(place).close()
    migrated = open_engine(place)
    made = schema(migrated)
    with migrated.execution_options(**{WRITES: True}).begin() as conn:
        tables.METADATA.drop_all(conn)
        tables.METADATA.create_all(conn)

    assert made == schema(migrated)
    assert sorted(made) == sorted(tables.METADATA.tables)
    migrated.dispose()


def test_rows_survive_opening_anew(place: str) -> None:
    """From the first version, with rows in it, to the latest."""
    engine = open_engine(place)
    with engine.execution_options(**{WRITES: True}).begin() as conn:
        m001_state(conn)
        conn.execute(
            insert(tables.CHANNELS).values(
                team="T1", channel="C1", mode="off", changed_by="U1", changed=1.0
            )
        )
        conn.exec_driver_sql("CREATE TABLE state_migrations (name TEXT PRIMARY KEY)")
        conn.exec_driver_sql("INSERT INTO state_migrations VALUES ('m001_state')")
    engine.dispose()

    with State.open(place) as state:
        assert state.channel_mode("T1", "C1") == "off"


def test_every_step_is_listed_once(place: str) -> None:
    """A second run of the steps does nothing."""
    names = [step.__name__ for step in STEPS]
    engine = open_engine(place)
    for _ in range(2):
        with engine.execution_options(**{WRITES: True}).begin() as conn:
            migrate(conn)
    engine.dispose()

    assert names == sorted(set(names))


def test_processes_may_start_together(place: str) -> None:
    """Only one of them makes the tables."""

    def start(_: int) -> str:
        with State.open(place) as state:
            return state.channel_mode("T1", "C1")

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(start, range(6))) == ["mention"] * 6


def test_the_catalogue_and_the_state_share_a_file(tmp_path: Path) -> None:
    """Neither is in the way of the other."""
    from bot.store import Store

    with Store.open(tmp_path / "one.db") as store, State.open(tmp_path / "one.db") as state:
        state.set_channel_mode("T1", "C1", "off", "U1", 1.0)
        with store.writing() as writing:
            writing.meta("key", "value")

        assert (store.meta("key"), state.channel_mode("T1", "C1")) == ("value", "off")


def test_a_folder_is_made(tmp_path: Path) -> None:
    """The default lies in a folder that a fresh checkout may not have."""
    with State.open(tmp_path / "deep" / "down" / "state.db") as state:
        state.check()


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    """The person reads which file it is."""
    (tmp_path / "file").touch()
    (tmp_path / "noise.db").write_bytes(b"no database " * 400)

    with pytest.raises(StoreError, match=r"file/state\.db: cannot make its folder"):
        State.open(tmp_path / "file" / "state.db")
    with pytest.raises(StoreError, match=r"noise\.db: file is not a database"):
        State.open(tmp_path / "noise.db")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("mysql://me:secret@host/db", "mysql is not supported"),
        ("postgresql://me:secret@host:port/db", "this is no database address"),
        ("://", "this is no database address"),
    ],
)
def test_an_address_that_is_none_names_the_setting(address: str, reason: str) -> None:
    """With the way to write it, and without the password."""
    with pytest.raises(ConfigError, match=reason) as caught:
        State.open(address)

    assert caught.value.setting == "DATABASE_URL"
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_the_scheme_works(scheme: str, address: str) -> None:
    """Hosting platforms hand out ``postgres://``."""
    with State.open(address.replace("postgresql", scheme, 1)) as state:
        assert state.claim("T1:Ev1", 1.0) is True


def test_a_server_that_is_down_is_named_without_its_password() -> None:
    """One line, as everywhere."""
    port = postgres.free_port()

    with pytest.raises(StoreError) as caught:
        State.open(f"postgresql://me:secret@127.0.0.1:{port}/db")

    assert f"127.0.0.1:{port}/db" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_people_wrote_is_in_no_error(place: str) -> None:
    """Errors are logged, with all that led to them."""
    engine, row = open_engine(place), {"key": "T1:Ev1", "payload": "a private question"}
    with pytest.raises(StoreError) as raised, translated(engine), engine.begin() as conn:
        conn.execute(insert(tables.CLAIMS).values(row))
    engine.dispose()
    told = "".join(traceback.format_exception(raised.value))

    assert "state_claims" in told
    assert "private" not in told
