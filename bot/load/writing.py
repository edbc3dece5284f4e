"""Writing what sources say, each in a transaction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.load.interpreting import make, said
from bot.load.report import unfit
from bot.normalise.homes import Homes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.errors import SourceError
    from bot.load.interpreting import Said
    from bot.load.reading import Read
    from bot.load.report import LoadReport, Progress
    from bot.model import ParsedEpisode
    from bot.store import Store
    from bot.store.writing import Writing
    from bot.vocabulary import Vocabulary


class Writer:
    """Writes sources, each in a transaction of its own, and counts what becomes of episodes.

    Args:
        store: Open store.
        vocabulary: By which every episode in it was interpreted.
        same: Sources that say what they said.
    """

    def __init__(self, store: Store, vocabulary: Vocabulary, same: Iterable[str]) -> None:
        self._store = store
        self._vocabulary = vocabulary
        titles = store.titles()
        known = {ident for path in same for ident in store.episodes_of(path)}
        self._same = {ident: titles[ident] for ident in sorted(known)}
        self._before: dict[int, Said | None] = {}
        self._after: dict[int, Said | None] = {}
        self._united: set[int] = set()

    def write_all(self, reads: Sequence[Read], progress: Progress | None) -> list[SourceError]:
        """Store every source; those that cannot be stored come back with the reason."""
        self._write_shows(reads)
        rejected = []
        homes, mark = None, None
        for number, each in enumerate(reads):
            if progress:
                progress(number + 1, len(reads), each.path)
            try:
                with self._store.writing() as writing:
                    # Whoever else has loaded meanwhile may have stored one of our episodes.
                    if homes is None or writing.mark() != mark:
                        homes = _homes(writing, reads[number:])
                    self._write(writing, each, homes)
                    mark = writing.mark()
            except (OverflowError, UnicodeEncodeError) as error:
                rejected.append(unfit(each.path, error))
                homes = None
        return rejected

    def _write_shows(self, reads: Iterable[Read]) -> None:
        """Store the shows; when one has changed, so have the links of all its episodes."""
        stored = self._store.shows()
        shows = {each.show.id: each.show for each in reads if each.show}
        for show in shows.values():
            if show in stored:
                continue
            with self._store.writing() as writing:
                idents = writing.episodes_of_show(show.id)
                before = {ident: said(writing, ident) for ident in idents}
                writing.show(show)
                self._make(writing, before)

    def _write(self, writing: Writing, each: Read, homes: Homes) -> None:
        """Store what one source says, and make every episode again that it spoke or speaks of."""
        former = writing.episodes_of(each.path)
        strays = list(homes.strays(former))
        parts = [*each.parts, *(stray.part for stray in strays)]
        touched = {*former, *(ident for part in parts for ident in homes.of(part))}
        before = {ident: said(writing, ident) for ident in sorted(touched)}
        for part in parts:
            self._settle(writing, part, homes.of(part))
        if each.show:
            ids = [homes.of(part)[0] for part in each.parts]
            pairs = list(zip(each.parts, ids, strict=True))
            writing.document(each.path, each.digest, each.show.id, pairs)
        else:
            writing.forget_document(each.path)
        for stray in strays:
            writing.move(stray.sequence, homes.of(stray.part)[0])
        self._make(writing, before)

    def _settle(self, writing: Writing, part: ParsedEpisode, ids: list[int]) -> None:
        """Make sure that the home of a part exists, and is the only one."""
        writing.reserve(ids[0], part.show or "")
        for other in ids[1:]:
            writing.unite(other, ids[0])
            self._united.add(other)
        del ids[1:]

    def _make(self, writing: Writing, before: Mapping[int, Said | None]) -> None:
        """Make those episodes again of which something else is said than before."""
        after = {ident: said(writing, ident) for ident in before}
        for ident, told in after.items():
            if told != before[ident]:
                make(writing, ident, told, self._vocabulary)
        self._before = {**before, **self._before}
        self._after.update(after)

    def tell(self, report: LoadReport) -> None:
        """Put each episode into the report under what became of it in the end."""
        for ident, after in self._after.items():
            before = self._before[ident]
            if before is None and after is not None:
                report.added.append(after[0].title)
            elif before is not None and after is None and ident not in self._united:
                report.removed.append(before[0].title)
            elif after is not None:
                titles = report.unchanged if before == after else report.changed
                titles.append(after[0].title)
        untouched = self._same.keys() - self._after.keys()
        report.unchanged += [self._same[ident] for ident in sorted(untouched)]


def _homes(writing: Writing, reads: Sequence[Read]) -> Homes:
    """Where the parts of all sources that are still to be written belong."""
    paths = {each.path for each in reads}
    return Homes(writing.parsed(), paths, [part for each in reads for part in each.parts])
