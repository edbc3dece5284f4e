"""Tables as mappings, read as far as they are needed."""

from __future__ import annotations

import pytest

from bot.store.rows import Rows


class Table:
    """A table that remembers how it was read."""

    def __init__(self, **rows: int) -> None:
        self.rows = rows
        self.asked: list[str] = []

    def one(self, key: str) -> int | None:
        """One row."""
        self.asked.append(key)
        return self.rows.get(key)

    def every(self) -> list[tuple[str, int]]:
        """All rows."""
        self.asked.append("*")
        return list(self.rows.items())


def test_a_row_is_read_when_it_is_asked_for_and_once() -> None:
    """Rows that are missing are remembered as well."""
    table = Table(a=1, b=2)
    rows = Rows(table.one, table.every)

    assert (rows["a"], rows.get("a"), "a" in rows) == (1, 1, True)
    assert (rows.get("x"), rows.get("x", 7), "x" in rows) == (None, 7, False)
    with pytest.raises(KeyError):
        rows["x"]
    assert table.asked == ["a", "x"]


def test_all_rows_are_read_when_all_are_wanted() -> None:
    """Afterwards no row is read alone."""
    table = Table(a=1, b=2)
    rows = Rows(table.one, table.every)

    assert (list(rows), len(rows), dict(rows)) == (["a", "b"], 2, {"a": 1, "b": 2})
    assert rows.get("x") is None
    assert table.asked == ["*"]


def test_all_rows_are_read_when_many_were_asked_for() -> None:
    """What was kept never grows beyond that."""
    table = Table(a=1, b=2)
    rows = Rows(table.one, table.every, patience=2)

    assert [rows.get(key) for key in ("a", "x", "b", "y")] == [1, None, 2, None]
    assert table.asked == ["a", "x", "*"]


@pytest.mark.parametrize("key", ["caf\udce9", 7, None])
def test_a_key_that_no_table_can_have(key: object) -> None:
    """Half a character, as a terminal may hand over, is never compared by SQLite."""
    table = Table(a=1)

    assert key not in Rows(table.one, table.every)
    assert table.asked == []


def test_a_key_with_letters_of_any_alphabet() -> None:
    """Whole characters are looked up."""
    assert "é" in Rows(Table(é=1).one, Table().every)
