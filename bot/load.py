"""Loading: sources in, a report out.

Every source is one transaction: what it says is stored, and each episode it speaks of is made
again from all sources that speak of it. Killed at any moment, the store holds the sources
finished so far, and the next load goes on from there. A source whose text has not changed is
not even parsed again, unless there is something wrong in it to report.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import SourceError, UnderReview
from bot.gather import is_address, locate, read
from bot.model import Show, Technology
from bot.normalise.episode import build_episode
from bot.normalise.homes import Homes
from bot.normalise.identity import merge
from bot.seedfiles import read_show, read_thesaurus, read_vocabulary
from bot.sources import TagPage, parse
from bot.spelt import Indexed
from bot.store import MEMORY, Store
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.model import ParsedEpisode
    from bot.rank.semantic import Encoder
    from bot.sources import Document, Notice
    from bot.store.catalogue import Writing

    Progress = Callable[[int, int, str], None]

INTERPRETATION = "4"
"""Raised whenever the same input would become other rows: a parser, identity, stance, number or
link rule has changed. The next load then parses what it is given anew and makes every other
episode again from what its sources said. A change that only adds a format, or a question, needs
nothing; a change of technologies.yml or thesaurus.yml is noticed by itself.
"""

# Ends the stored digest of a source that was read with something to report.
_WRONG = "!"
# The permalink of a show of which nobody has said how the addresses of its pages are made.
_FRONT_PAGE = "{site}"


@dataclass(slots=True)
class LoadReport:
    """What a load did: to the episodes of the catalogue, each once, and to its sources.

    Attributes:
        added: Titles of episodes that were not in the catalogue.
        changed: Titles of episodes of which a source says something else now.
        unchanged: Titles of episodes of which the sources say what they said.
        removed: Titles of episodes that no source speaks of any more.
        rejected: What could not be read, each with path, line and reason.
        warnings: What was read but looks wrong.
        sources: How many files and addresses were looked at.
        interpreted: How many episodes were made again by another vocabulary or other rules.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rejected: list[SourceError] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    sources: int = 0
    interpreted: int = 0


@dataclass(frozen=True, slots=True)
class _Read:
    """A source that must be written; one without parts is forgotten."""

    path: str
    digest: str = ""
    show: Show | None = None
    parts: tuple[ParsedEpisode, ...] = ()


def ensure(path: Path, seeds: Path, encoder: Encoder | None = None) -> None:
    """Build a store from the seeds when the file is missing.

    The store appears when it is complete, or not at all.
    """
    if not path.exists():
        with Store.open(MEMORY, encoder=encoder) as store:
            load(store, (str(seeds),), seeds=seeds)
            store.save_as(path)


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
    reader = _Reader(store, seeds)
    reader.read_all(arguments, progress)
    reads, report = reader.reads, reader.report
    if prune:
        reads += [_Read(path) for path in reader.known if _vanished(path)]
    vocabulary = _vocabulary(store, seeds, reader.pages, report)
    writer = _Writer(store, vocabulary, reader.same)
    report.rejected += writer.write_all(reads, progress)
    writer.tell(report)
    if report.changed or report.removed:
        with store.writing() as writing:
            writing.renew_words()
    store.weigh()
    store.understand()
    return report


def _vanished(path: str) -> bool:
    """Whether a source is gone from disk; addresses stay until loaded anew."""
    return not is_address(path) and not Path(path).exists()


class _Reader:
    """Finds, opens and parses sources, and knows which of them must be written."""

    def __init__(self, store: Store, seeds: Path) -> None:
        self.report = LoadReport()
        self.reads: list[_Read] = []
        self.pages: list[TagPage] = []
        self.same: list[str] = []
        self.known = store.documents()
        self._stored = store.shows()
        self._seeds = seeds
        self._shows: dict[Path, Show] = {}

    def read_all(self, arguments: Sequence[str], progress: Progress | None) -> None:
        """Parse every source that is new or says something else now."""
        places = locate(arguments)
        self.report.sources = len(places)
        for number, place in enumerate(places, 1):
            if progress:
                progress(number, len(places), place.path)
            gathered = read(place)
            if isinstance(gathered, SourceError):
                self.report.rejected.append(gathered)
            else:
                self._read(gathered.document, gathered.show_file)

    def _read(self, document: Document, show_file: Path | None) -> None:
        show = self._show(show_file or self._seeds / "show.yml")
        key, digest = _key(document.path), _digest(document, show)
        known = self.known.get(key)
        if known == digest:
            self.same.append(key)
            return
        try:
            result = parse(document)
        except UnicodeError as error:
            self.report.rejected.append(_unfit(document.path, error))
            return
        self.report.rejected += result.rejected
        self.report.warnings += result.warnings
        self.pages += result.tag_pages
        if result.rejected or result.warnings:
            digest += _WRONG
        if show_file is None and any(part.format == "feed" for part in result.episodes):
            show = self._show_of_feed(document.path, result.episodes, show)
        parts = tuple(_belonging(part, show) for part in result.episodes)
        if parts and known == digest:
            self.same.append(key)
        elif parts:
            self.reads.append(_Read(key, digest, show, parts))
        elif known and all(isinstance(error, UnderReview) for error in result.rejected):
            # It was published and no longer is. One that broke keeps its last good state.
            self.reads.append(_Read(key))

    def _show(self, path: Path) -> Show:
        if path not in self._shows:
            self._shows[path] = read_show(path)
        return self._shows[path]

    def _show_of_feed(self, path: str, parts: Sequence[ParsedEpisode], default: Show) -> Show:
        """The known show that a feed is of, else one made from what the feed says of itself."""
        title = next((part.show for part in parts if part.show), "")
        pages = [part.url for part in parts if part.url]
        for show in (*self._stored, default):
            named = _squeezed(title) in {_squeezed(show.title), _squeezed(show.id)}
            told = show.permalink != _FRONT_PAGE
            if named or (told and any(page.startswith(f"{show.site}/") for page in pages)):
                return show
        place = urlsplit(pages[0] if pages else path)
        site = f"{place.scheme}://{place.netloc}" if place.netloc else ""
        name = title or place.netloc or Path(path).stem
        return Show(_squeezed(name), name, site, _FRONT_PAGE, "{url}#t={seconds}")


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def _belonging(part: ParsedEpisode, show: Show) -> ParsedEpisode:
    """A part of a show; where the show has no pages of its own, the recording is the page."""
    url = part.url or (part.audio if show.permalink == _FRONT_PAGE else None)
    return replace(part, show=show.id, url=url)


def _unfit(path: str, error: Exception) -> SourceError:
    """For half a character, as ``&#xD800;`` is one, or a number beyond 64 bits."""
    return SourceError(path, 1, f"it holds a character or number that cannot be kept ({error})")


def _key(path: str) -> str:
    """What a source goes by in the store; a name that is no Unicode, escaped."""
    key = path if is_address(path) else str(Path(path).resolve())
    return key.encode("utf-8", "backslashreplace").decode()


def _digest(document: Document, show: Show) -> str:
    text = f"{INTERPRETATION}\n{show}\n{document.text}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _vocabulary(
    store: Store, seeds: Path, pages: Iterable[TagPage], report: LoadReport
) -> Vocabulary:
    """The vocabulary, tag pages included; episodes are made again when it has changed.

    A tag page spells out a technology that technologies.yml does not list. Nobody has looked
    whether its name is an English word too, so it counts in prose as if it were one.
    """
    path, thesaurus = seeds / "technologies.yml", seeds / "thesaurus.yml"
    files = [file.read_bytes() for file in (path, thesaurus) if file.exists()]
    tags = {tag["id"]: TagPage(**tag) for tag in json.loads(store.meta("tag_pages") or "[]")}
    tags |= {page.id: page for page in pages}
    spelled = json.dumps([asdict(tags[ident]) for ident in sorted(tags)])
    parts = (INTERPRETATION.encode(), *files, spelled.encode())
    digest = sha256(b"\0".join(parts)).hexdigest()
    if store.meta("vocabulary") == digest:
        return Vocabulary(store.vocabulary(), store.categories())
    technologies, categories = read_vocabulary(path)
    listed = Vocabulary(technologies, categories)
    technologies += [
        Technology(tag.id, tag.name, url=tag.url, ambiguous=True)
        for tag in tags.values()
        if listed.resolve(tag.id) is None and listed.resolve(tag.name) is None
    ]
    indexed = Indexed(technologies, categories)
    vocabulary = Vocabulary(index=indexed)
    with store.writing() as writing:
        writing.vocabulary(indexed, read_thesaurus(thesaurus))
        writing.meta("tag_pages", spelled)
        for ident in store.titles():
            _make(writing, ident, _said(writing, ident), vocabulary)
            report.interpreted += 1
        writing.meta("vocabulary", digest)
    return vocabulary


_Said = tuple["ParsedEpisode", Show]


def _said(writing: Writing, ident: int) -> _Said | None:
    """What all sources of an episode say together, and its show."""
    parts = writing.sources_of(ident)
    if not parts:
        return None
    merged = replace(merge(parts), path="", line=0)
    return merged, writing.show_named(merged.show or "")


def _make(writing: Writing, ident: int, said: _Said | None, vocabulary: Vocabulary) -> None:
    """Make an episode from what its sources say, or remove it when there are none."""
    if said is None:
        writing.forget_episode(ident)
    else:
        parsed, show = said
        writing.episode(ident, show, build_episode(parsed, show, vocabulary))


class _Writer:
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
        self._before: dict[int, _Said | None] = {}
        self._after: dict[int, _Said | None] = {}
        self._united: set[int] = set()

    def write_all(self, reads: Sequence[_Read], progress: Progress | None) -> list[SourceError]:
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
                rejected.append(_unfit(each.path, error))
                homes = None
        return rejected

    def _write_shows(self, reads: Iterable[_Read]) -> None:
        """Store the shows; when one has changed, so have the links of all its episodes."""
        stored = self._store.shows()
        shows = {each.show.id: each.show for each in reads if each.show}
        for show in shows.values():
            if show in stored:
                continue
            with self._store.writing() as writing:
                idents = writing.episodes_of_show(show.id)
                before = {ident: _said(writing, ident) for ident in idents}
                writing.show(show)
                self._make(writing, before)

    def _write(self, writing: Writing, each: _Read, homes: Homes) -> None:
        """Store what one source says, and make every episode again that it spoke or speaks of."""
        former = writing.episodes_of(each.path)
        strays = list(homes.strays(former))
        parts = [*each.parts, *(stray.part for stray in strays)]
        touched = {*former, *(ident for part in parts for ident in homes.of(part))}
        before = {ident: _said(writing, ident) for ident in sorted(touched)}
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

    def _make(self, writing: Writing, before: Mapping[int, _Said | None]) -> None:
        """Make those episodes again of which something else is said than before."""
        after = {ident: _said(writing, ident) for ident in before}
        for ident, said in after.items():
            if said != before[ident]:
                _make(writing, ident, said, self._vocabulary)
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


def _homes(writing: Writing, reads: Sequence[_Read]) -> Homes:
    """Where the parts of all sources that are still to be written belong."""
    paths = {each.path for each in reads}
    return Homes(writing.parsed(), paths, [part for each in reads for part in each.parts])
