"""What is read from the catalogue once and kept until the catalogue changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Kept(Generic[T]):
    """One value, of one generation of the catalogue.

    Threads that come first together read it twice, to the same effect.
    """

    def __init__(self) -> None:
        self._kept: tuple[int, T] | None = None

    def get(self, generation: int, read: Callable[[], T]) -> T:
        """The value, read anew when it is of another generation.

        >>> kept = Kept[str]()
        >>> [kept.get(at, lambda at=at: f"read at {at}") for at in (1, 1, 2)]
        ['read at 1', 'read at 1', 'read at 2']
        """
        kept = self._kept
        if kept is None or kept[0] != generation:
            kept = self._kept = (generation, read())
        return kept[1]
