"""The database behind the state: a SQLite file or PostgreSQL, opened in one way.

SQLAlchemy's errors are translated here and nowhere else.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from bot.errors import ConfigError, StoreError
from bot.sqlite import prepare

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

_CONNECT_S = 5
_POSTGRES = frozenset({"postgres", "postgresql", "postgresql+psycopg"})

WRITES = "playhead_writes"
"""Execution option of a connection that will write: SQLite then takes the lock at once, since
a transaction that turns from reading to writing fails when another has written meanwhile."""


def open_engine(place: str | Path) -> Engine:
    """An engine for a file or an address; nothing is connected yet.

    Its errors name no parameters: they are logged, and what people wrote is among them.

    Args:
        place: Path of a SQLite file, or an address that begins with ``postgresql://``.

    Raises:
        ConfigError: The address is none, or names another kind of database.
        StoreError: The folder of the file cannot be made.
    """
    if isinstance(place, str) and "://" in place:
        return create_engine(
            _postgres(place),
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": _CONNECT_S},
        )
    path = Path(place)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: cannot make its folder ({error.strerror})") from error
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _postgres(address: str) -> URL:
    fix = "Write it as postgresql://user:password@host/name, or unset it to use the SQLite file."
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise ConfigError("DATABASE_URL", "this is no database address", fix) from error
    if url.drivername not in _POSTGRES:
        raise ConfigError("DATABASE_URL", f"{url.drivername} is not supported", fix)
    return url.set(drivername="postgresql+psycopg")


def _prepare(connection: sqlite3.Connection, record: object) -> None:
    del record
    # The driver's own idea of when a transaction begins is switched off; _begin says it.
    connection.isolation_level = None
    prepare(connection)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Turn SQLAlchemy's errors into :class:`StoreError`, which names the database alone."""
    try:
        yield
    except SQLAlchemyError as error:
        reason = str(error.orig) if isinstance(error, DBAPIError) else type(error).__name__
        place = engine.url.database if engine.dialect.name == "sqlite" else engine.url
        raise StoreError(f"{place}: {' '.join(reason.split())}") from error
