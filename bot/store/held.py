"""What the catalogue holds, each row read when it is first wanted and then kept.

Questions want the same rows over and over. A process that answers one of them reads only what
that one needs; one that keeps answering soon reads nothing any more.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bot.dialogue import Evidence, Hit
from bot.rank.words import is_said
from bot.store import reader, weighed
from bot.store.scored import scored, ways

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from sqlite3 import Connection

    from bot.dialogue import Figure, Head, Line, Lookup, Sighting, TextQuery
    from bot.rank.thesaurus import Group
    from bot.store.connection import Reading
    from bot.store.reader import Placed
    from bot.store.scored import Ways

K = TypeVar("K", int, str)
V = TypeVar("V")

MOST = 100_000
"""Lines, phrases and rows of selections that are kept together: some fifty megabytes."""


class Selection(NamedTuple):
    """Which sightings are wanted: those of technologies, of episodes, of episodes as a whole."""

    technologies: frozenset[str]
    episodes: frozenset[int]
    declared: bool


class Held:
    """What one generation of the catalogue holds, as far as it was wanted.

    Threads may share it; those that want the same row first read it twice, to the same effect.

    Args:
        reading: Gives the thread's connection, when something has to be read.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._heads: dict[int, Head] | None = None
        self._total: int | None = None
        self._declared: Placed[Sighting] | None = None
        self._of_technology: dict[str, Placed[Sighting]] = {}
        self._of_episode: dict[int, Placed[Sighting]] = {}
        self._selected: dict[Selection, tuple[Sighting, ...]] = {}
        self._figures: dict[str, Placed[Figure]] = {}
        self._in_order: dict[int, tuple[Line, ...]] = {}
        self._lines: dict[int, Line] = {}
        self._ways: dict[Group, Ways] = {}
        self._phrases: dict[str, frozenset[int]] = {}
        self._size = 0

    def is_full(self) -> bool:
        """Whether so much is kept that it is time to begin anew."""
        return len(self._lines) + len(self._phrases) + self._size > MOST

    def heads(self) -> dict[int, Head]:
        """All episodes by id, newest first."""
        if self._heads is None:
            with self._reading() as conn:
                self._heads = reader.read_heads(conn)
        return self._heads

    def find(self, lookup: Lookup) -> Evidence:
        """Everything for a lookup."""
        return Evidence(
            heads=self.heads(),
            sightings=self._sightings(lookup),
            lines=self._lines_in_order(lookup.episodes),
            hits=tuple([self._search(query) for query in lookup.searches]),
            figures=self._figures_of(lookup.metrics),
            phrased={phrase: self._phrased(phrase) for phrase in lookup.phrases},
        )

    def _sightings(self, lookup: Lookup) -> tuple[Sighting, ...]:
        """What is said that a lookup wants, each once and in the order in which it is stored."""
        wanted = Selection(lookup.technologies, lookup.episodes, lookup.declared)
        found = self._selected.get(wanted)
        if found is None:
            found = self._selected[wanted] = _joined(self._select(wanted))
            self._size += 1 + len(found)
        return found

    def _select(self, wanted: Selection) -> Iterable[Placed[Sighting]]:
        yield from self._each(
            self._of_technology,
            wanted.technologies,
            lambda conn, missing: reader.read_sighted(conn, missing, self._lines),
        )
        yield from self._each(
            self._of_episode,
            wanted.episodes,
            lambda conn, missing: reader.read_told(conn, missing, self._lines),
        )
        if wanted.declared:
            if self._declared is None:
                with self._reading() as conn:
                    self._declared = reader.read_declared(conn)
            yield self._declared

    def _lines_in_order(self, episodes: Collection[int]) -> tuple[Line, ...]:
        """All lines of some episodes."""
        if not episodes:
            return ()
        found = self._each(
            self._in_order,
            sorted(episodes),
            lambda conn, missing: reader.read_lines(conn, missing, self._lines),
        )
        return tuple(line for lines in found for line in lines)

    def _figures_of(self, metrics: Collection[str]) -> tuple[Figure, ...]:
        return _joined(
            self._each(
                self._figures,
                metrics,
                lambda conn, missing: reader.read_figures(conn, missing, self._lines),
            )
        )

    def _phrased(self, phrase: str) -> tuple[Line, ...]:
        """Lines that have a phrase exactly so; the index knows only stems, and headings as well."""
        ids = sorted(self._with((phrase,))[phrase])
        lines = self._by_id(ids)
        return tuple(lines[ident] for ident in ids if is_said(phrase, lines[ident].text))

    def _search(self, query: TextQuery) -> tuple[Hit, ...]:
        """Lines by the ideas they meet, best first."""
        within = self._lines_in_order(query.episodes)
        allowed = frozenset(line.id for line in within) if query.episodes else None
        found = scored(self._ideas(query.terms), allowed, query.limit)
        lines = self._by_id([ident for ident, _, _ in found])
        return tuple(
            [Hit(lines[ident], score, parts) for ident, score, parts in found if ident in lines]
        )

    def _ideas(self, groups: Sequence[Group]) -> list[tuple[str, Ways]]:
        """How lines meet ideas; questions share most of theirs."""
        met = [self._ways.get(group) for group in groups]
        new = [group for group, found in zip(groups, met, strict=True) if found is None]
        if new:
            known = self._with((phrase for group in new for phrase, _ in group))
            if self._total is None:
                with self._reading() as conn:
                    self._total = reader.count_lines(conn)
            for group in new:
                self._ways[group] = found = ways(group, known, self._total)
                self._size += len(group) + sum(len(lines) for _, lines in found)
        return [
            (group[0][0], self._ways[group] if found is None else found)
            for group, found in zip(groups, met, strict=True)
        ]

    def _with(self, phrases: Iterable[str]) -> Mapping[str, frozenset[int]]:
        """Ids of the lines of each phrase that is known, these among them."""
        missing = set(phrases) - self._phrases.keys()
        if missing:
            with self._reading() as conn:
                self._phrases |= weighed.recall(conn, missing)
        return self._phrases

    def _by_id(self, ids: Sequence[int]) -> Mapping[int, Line]:
        missing = [ident for ident in ids if ident not in self._lines]
        if missing:
            with self._reading() as conn:
                self._lines |= reader.lines_by_id(conn, missing)
        return self._lines

    def _each(
        self,
        kept: dict[K, V],
        keys: Collection[K],
        read: Callable[[Connection, Collection[K]], Mapping[K, V]],
    ) -> list[V]:
        """What is kept of each key, read now where it is not."""
        missing = [key for key in keys if key not in kept]
        if missing:
            with self._reading() as conn:
                kept |= read(conn, missing)
        return [kept[key] for key in keys]


def _joined(parts: Iterable[Placed[V]]) -> tuple[V, ...]:
    """Rows of several selections, each once, by their places."""
    found: dict[int, V] = {}
    for part in parts:
        found |= part
    return tuple([row for _, row in sorted(found.items(), key=itemgetter(0))])
