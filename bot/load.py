"""Loading: sources in, a report out.

Every source is one transaction: what it says is stored, and each episode it speaks of is made
again from all sources that speak of it. Killed at any moment, the store holds the sources
finished so far. A source whose text has not changed is not even parsed again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import SourceError
from bot.gather import is_address, locate, read
from bot.model import Technology
from bot.normalise.episode import build_episode, slugify
from bot.normalise.identity import group, merge
from bot.seedfiles import read_show, read_thesaurus, read_vocabulary
from bot.sources import parse
from bot.store import Store
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.gather import Gathered
    from bot.model import ParsedEpisode, Show
    from bot.sources import Notice, TagPage
    from bot.store.catalogue import Writing

    Progress = Callable[[int, int, str], None]

# Raised when parsing or interpreting changes, so that stores are made again by the next load.
INTERPRETATION = "1"


@dataclass(slots=True)
class LoadReport:
    """What a load did.

    Attributes:
        added: Titles of episodes read from sources not seen before.
        changed: Titles of episodes whose source says something else now.
        unchanged: Titles or paths of sources that say what they said.
        removed: Paths of sources that have vanished.
        rejected: What could not be read, each with path, line and reason.
        warnings: What was read but looks wrong.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rejected: list[SourceError] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    """A source that must be written."""

    path: str
    digest: str
    show: Show
    parts: tuple[ParsedEpisode, ...]


def ensure(path: Path, seeds: Path) -> None:
    """Build a store from the seeds when the file is missing."""
    if not path.exists():
        with Store.open(path) as store:
            load(store, (str(seeds),), seeds=seeds)


def load(
    store: Store,
    arguments: Sequence[str],
    *,
    seeds: Path,
    prune: bool = False,
    progress: Progress | None = None,
) -> LoadReport:
    """Load files, folders, globs and addresses into a store.

    Args:
        store: Open store.
        arguments: As typed on the command line.
        seeds: Folder with the vocabulary and the show for sources that name none.
        prune: Remove the sources that have vanished from disk.
        progress: Called with ``(done, total, path)``.

    Raises:
        SeedError: The vocabulary or a show.yml is wrong.
        StoreError: The store cannot be written.
    """
    report = LoadReport()
    vocabulary, fresh = _vocabulary(store, seeds)
    if fresh:
        _interpret_again(store, vocabulary)
        with store.writing() as writing:
            writing.meta("vocabulary", fresh)
    reads, pages, seen = _read_all(store, arguments, seeds, report, progress)
    _name_tags(store, vocabulary, pages)
    _write(store, reads, vocabulary, report, progress)
    if prune:
        _prune(store, seen, vocabulary, report)
    return report


def _read_all(
    store: Store,
    arguments: Sequence[str],
    seeds: Path,
    report: LoadReport,
    progress: Progress | None,
) -> tuple[list[_Read], list[TagPage], set[str]]:
    """Parse every source that is new or says something else now."""
    known = store.documents()
    shows: dict[Path, Show] = {}
    reads: list[_Read] = []
    pages: list[TagPage] = []
    seen: set[str] = set()
    places = locate(arguments)
    for number, place in enumerate(places, 1):
        if isinstance(place, SourceError):
            report.rejected.append(place)
            continue
        if progress:
            progress(number, len(places), place.path)
        gathered = read(place)
        if isinstance(gathered, SourceError):
            report.rejected.append(gathered)
            continue
        show = _show_of(gathered, seeds, shows)
        key, digest = _key(place.path), _digest(gathered, show)
        seen.add(key)
        if known.get(key) == digest:
            report.unchanged.append(place.path)
            continue
        result = parse(gathered.document)
        report.rejected += result.rejected
        report.warnings += result.warnings
        pages += result.tag_pages
        parts = tuple(replace(part, show=show.id) for part in result.episodes)
        if parts:
            reads.append(_Read(key, digest, show, parts))
    return reads, pages, seen


def _key(path: str) -> str:
    return path if is_address(path) else str(Path(path).resolve())


def _digest(gathered: Gathered, show: Show) -> str:
    text = f"{INTERPRETATION}\n{show}\n{gathered.document.text}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _show_of(gathered: Gathered, seeds: Path, shows: dict[Path, Show]) -> Show:
    path = gathered.show_file or seeds / "show.yml"
    if path not in shows:
        shows[path] = read_show(path)
    return shows[path]


def _vocabulary(store: Store, seeds: Path) -> tuple[Vocabulary, str | None]:
    """The vocabulary, and its digest when the store was made with another one."""
    path, thesaurus = seeds / "technologies.yml", seeds / "thesaurus.yml"
    data = path.read_bytes() + (thesaurus.read_bytes() if thesaurus.exists() else b"")
    digest = sha256(data + INTERPRETATION.encode()).hexdigest()
    if store.meta("vocabulary") == digest:
        return Vocabulary(store.technologies(), store.categories()), None
    technologies, categories = read_vocabulary(path)
    with store.writing() as writing:
        writing.vocabulary(technologies, categories, read_thesaurus(thesaurus))
    return Vocabulary(technologies, categories), digest


def _name_tags(store: Store, vocabulary: Vocabulary, pages: list[TagPage]) -> None:
    """Let a site's own tag pages spell out technologies that the vocabulary does not list."""
    unlisted = [
        Technology(page.id, page.name, url=page.url)
        for page in pages
        if vocabulary.resolve(page.id) is None and vocabulary.resolve(page.name) is None
    ]
    if unlisted:
        with store.writing() as writing:
            for technology in unlisted:
                writing.technology(technology)


class _Homes:
    """Which stored episode each part of a source belongs to.

    Parts that speak of one episode form a group; the group lives at the oldest episode that
    any of its parts already has, and newcomers join it there.
    """

    def __init__(self, stored: list[tuple[int, ParsedEpisode]], new: list[ParsedEpisode]) -> None:
        homes = {id(part): ident for ident, part in stored}
        self._groups: dict[int, int] = {}
        self._ids: list[list[int]] = []
        for number, members in enumerate(group([*(part for _, part in stored), *new])):
            self._groups.update({id(part): number for part in members})
            self._ids.append(sorted({homes[id(part)] for part in members if id(part) in homes}))

    def of(self, writing: Writing, part: ParsedEpisode) -> int:
        """The episode of a part, made when its group has none, united when it has several."""
        ids = self._ids[self._groups[id(part)]]
        if not ids:
            ids.append(writing.new_episode(part.show or "", part.slug or slugify(part.title)))
        for other in ids[1:]:
            writing.unite(other, ids[0])
        del ids[1:]
        return ids[0]


def _write(
    store: Store,
    reads: list[_Read],
    vocabulary: Vocabulary,
    report: LoadReport,
    progress: Progress | None,
) -> None:
    """Store each source in a transaction of its own."""
    paths = frozenset(each.path for each in reads)
    stored = [(ident, part) for path, ident, part in store.parsed() if path not in paths]
    homes = _Homes(stored, [part for each in reads for part in each.parts])
    for number, each in enumerate(reads, 1):
        if progress:
            progress(number, len(reads), each.path)
        with store.writing() as writing:
            before = writing.said_by(each.path)
            writing.show(each.show)
            ids = [homes.of(writing, part) for part in each.parts]
            writing.document(each.path, each.digest, each.show.id, each.parts, ids)
            for ident in sorted({*ids, *(ident for ident, _ in before)}):
                _make(writing, ident, each.show, vocabulary)
        titles = [part.title for part in each.parts]
        (report.changed if before else report.added).extend(titles)


def _make(writing: Writing, ident: int, show: Show, vocabulary: Vocabulary) -> None:
    """Make an episode from what its sources say, or remove it when none is left."""
    said = writing.sources_of(ident)
    if said:
        writing.episode(ident, show, build_episode(merge(said), show, vocabulary))
    else:
        writing.forget_episode(ident)


def _prune(store: Store, seen: set[str], vocabulary: Vocabulary, report: LoadReport) -> None:
    """Forget the sources that are gone from disk; addresses stay until loaded anew."""
    for path in store.documents():
        if path in seen or is_address(path) or Path(path).exists():
            continue
        with store.writing() as writing:
            show = writing.show_of(path)
            for ident in writing.forget_document(path):
                _make(writing, ident, show, vocabulary)
        report.removed.append(path)


def _interpret_again(store: Store, vocabulary: Vocabulary) -> None:
    """Make every episode again, because the vocabulary means something else now."""
    for ident, show in store.shows_of_episodes().items():
        with store.writing() as writing:
            _make(writing, ident, show, vocabulary)
