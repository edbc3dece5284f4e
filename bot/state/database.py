"""One way to read and write the state, whichever database is behind it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

from bot.state.engine import WRITES, open_engine, translated
from db.state_migrations import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Executable, Row, Select, Table


class Database:
    """An open database with its tables up to date; every thread may use it.

    Args:
        place: Path of a SQLite file, or an address that begins with ``postgresql://``.

    Raises:
        StoreError: The database cannot be reached or opened.
        ConfigError: The address is none.
    """

    def __init__(self, place: str | Path) -> None:
        self._engine = open_engine(place)
        self._writer = self._engine.execution_options(**{WRITES: True})
        try:
            with translated(self._engine), self._writer.begin() as conn:
                migrate(conn)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """An insert that can say what happens when the row is there already."""
        if self._engine.dialect.name == "sqlite":
            return sqlite.insert(table)
        return postgresql.insert(table)

    def save(self, table: Table, key: dict[str, object], values: dict[str, object]) -> None:
        """Insert a row, or update the one with that key."""
        statement = self.insert(table).values(key | values)
        self.write(statement.on_conflict_do_update(index_elements=list(key), set_=values))

    def write(self, *statements: Executable) -> int:
        """Execute in one transaction; how many rows were touched."""
        with translated(self._engine), self._writer.begin() as conn:
            # PostgreSQL's driver forgets how many rows an INSERT touched unless asked to keep it.
            keep = {"preserve_rowcount": True}
            return sum(
                conn.execute(statement, execution_options=keep).rowcount for statement in statements
            )

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Several statements of which each may depend on the one before: all, or nothing."""
        with translated(self._engine), self._writer.begin() as conn:
            # As above: every statement's own count is looked at.
            yield conn.execution_options(preserve_rowcount=True)

    def rows(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        """All rows that a query finds."""
        with translated(self._engine), self._engine.connect() as conn:
            return conn.execute(statement).all()

    def one(self, statement: Executable) -> Any:  # noqa: ANN401 - the column says its type
        """The value that a query finds, or ``None``."""
        with translated(self._engine), self._engine.connect() as conn:
            return conn.execute(statement).scalar_one_or_none()

    def all(self, statement: Select[tuple[Any]]) -> list[Any]:
        """The values of one column that a query finds."""
        with translated(self._engine), self._engine.connect() as conn:
            return list(conn.execute(statement).scalars())
