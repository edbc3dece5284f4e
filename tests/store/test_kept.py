"""A value is read once for each generation of the catalogue."""

from __future__ import annotations

from bot.store.kept import Kept


def test_it_is_read_when_it_is_first_wanted_and_when_the_catalogue_has_changed() -> None:
    """Also when there is nothing to be read, and when the generation goes back."""
    kept: Kept[int | None] = Kept()
    reads: list[int] = []

    def read() -> int | None:
        reads.append(1)
        return len(reads) if len(reads) < 3 else None

    assert [1, 1, 2, None, None] == [kept.get(generation, read) for generation in (7, 7, 8, 7, 7)]
    assert len(reads) == 3
