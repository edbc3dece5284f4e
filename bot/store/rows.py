"""Tables as mappings, so that a question reads only the rows it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar, overload

T = TypeVar("T")
D = TypeVar("D")

PATIENCE = 250
"""So many rows read one by one take as long as reading some thousand at once."""


class Rows(Mapping[str, T]):
    """Rows by key: read one by one at first, and all at once when many are asked for.

    A command that answers one question reads a few dozen; a process that keeps answering soon
    holds them all. Threads may share it.

    Args:
        one: Reads the row of a key.
        every: Reads all rows with their keys.
        patience: How many keys are read one by one before all are read.
    """

    def __init__(
        self,
        one: Callable[[str], T | None],
        every: Callable[[], Iterable[tuple[str, T]]],
        patience: int = PATIENCE,
    ) -> None:
        self._one = one
        self._every = every
        self._patience = patience
        self._kept: dict[str, T | None] = {}

    @cached_property
    def _all(self) -> dict[str, T]:
        rows = dict(self._every())
        # From now on the rows answer themselves.
        vars(self)["get"] = rows.get
        return rows

    def _find(self, key: str) -> T | None:
        if "_all" in vars(self) or len(self._kept) >= self._patience:
            return self._all.get(key)
        if key not in self._kept:
            # SQLite compares no half of a surrogate pair; none of its keys has one.
            self._kept[key] = self._one(key) if key.isascii() or _whole(key) else None
        return self._kept[key]

    def __getitem__(self, key: str) -> T:
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return found

    @overload
    def get(self, key: str, /) -> T | None: ...
    @overload
    def get(self, key: str, /, default: T | D) -> T | D: ...
    def get(self, key: str, /, default: T | D | None = None) -> T | D | None:
        """The row of a key; a missing one is too common to raise for it."""
        found = self._find(key)
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _whole(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
