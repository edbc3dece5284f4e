"""The page of all episodes, newest first, by year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bot.web.pages.telling import Named, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.ask import Asker
    from bot.dialogue import Head

UNDATED = "Without a date"


@dataclass(frozen=True, slots=True)
class Entry:
    """One episode of the list.

    Attributes:
        duration: Seconds, ``None`` where there is no recording.
        names: What it is found by, lower case.
    """

    episode: Named
    duration: int | None
    names: str


@dataclass(frozen=True, slots=True)
class EpisodesPage:
    """What the page shows.

    Attributes:
        total: Episodes in the catalogue.
        years: Heading -> its episodes that fit what was typed.
    """

    total: int
    typed: str
    years: tuple[tuple[str, tuple[Entry, ...]], ...]

    @property
    def found(self) -> int:
        """How many fit."""
        return sum(len(entries) for _, entries in self.years)


def episodes_page(asker: Asker, typed: str = "") -> EpisodesPage:
    """The page of all episodes.

    Args:
        asker: Whose catalogue.
        typed: What title, guest or company contain.
    """
    heads = asker.lexicon().heads
    wanted = typed.strip().lower()
    found = [entry for entry in _entries(heads.values()) if wanted in entry.names]
    years = tuple((year, tuple(group)) for year, group in groupby(found, _year))
    return EpisodesPage(len(heads), typed.strip(), years)


def _entries(heads: Iterable[Head]) -> Iterator[Entry]:
    for head in heads:
        people = (guest.name for guest in head.guests)
        yield Entry(
            named(head), head.duration, " ".join([head.title, *head.names, *people]).lower()
        )


def _year(entry: Entry) -> str:
    return str(entry.episode.published.year) if entry.episode.published else UNDATED
