"""Finding, opening and parsing sources, and which of them say something new."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import SourceError, UnderReview
from bot.gather import is_address, locate, read
from bot.load.interpreting import digest
from bot.load.report import LoadReport, unfit
from bot.model import Show
from bot.seedfiles import read_show
from bot.sources import TagPage, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.load.report import Progress
    from bot.model import ParsedEpisode
    from bot.sources import Document
    from bot.store import Store

# Ends the stored digest of a source that was read with something to report.
_WRONG = "!"
# The permalink of a show of which nobody has said how the addresses of its pages are made.
_FRONT_PAGE = "{site}"


@dataclass(frozen=True, slots=True)
class Read:
    """A source that must be written; one without parts is forgotten."""

    path: str
    digest: str = ""
    show: Show | None = None
    parts: tuple[ParsedEpisode, ...] = ()


class Reader:
    """Finds, opens and parses sources, and knows which of them must be written."""

    def __init__(self, store: Store, seeds: Path) -> None:
        self.report = LoadReport()
        self.reads: list[Read] = []
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
        key, state = _key(document.path), _digest(document, show)
        known = self.known.get(key)
        if known == state:
            self.same.append(key)
            return
        try:
            result = parse(document)
        except UnicodeError as error:
            self.report.rejected.append(unfit(document.path, error))
            return
        self.report.rejected += result.rejected
        self.report.warnings += result.warnings
        self.pages += result.tag_pages
        if result.rejected or result.warnings:
            state += _WRONG
        if show_file is None and any(part.format == "feed" for part in result.episodes):
            show = self._show_of_feed(document.path, result.episodes, show)
        parts = tuple(_belonging(part, show) for part in result.episodes)
        if parts and known == state:
            self.same.append(key)
        elif parts:
            self.reads.append(Read(key, state, show, parts))
        elif known and all(isinstance(error, UnderReview) for error in result.rejected):
            # It was published and no longer is. One that broke keeps its last good state.
            self.reads.append(Read(key))

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


def has_vanished(path: str) -> bool:
    """Whether a source is gone from disk; addresses stay until loaded anew."""
    return not is_address(path) and not Path(path).exists()


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def _belonging(part: ParsedEpisode, show: Show) -> ParsedEpisode:
    """A part of a show; where the show has no pages of its own, the recording is the page."""
    url = part.url or (part.audio if show.permalink == _FRONT_PAGE else None)
    return replace(part, show=show.id, url=url)


def _key(path: str) -> str:
    """What a source goes by in the store; a name that is no Unicode, escaped."""
    key = path if is_address(path) else str(Path(path).resolve())
    return key.encode("utf-8", "backslashreplace").decode()


def _digest(document: Document, show: Show) -> str:
    return digest(str(show).encode(), document.text.encode("utf-8", "surrogatepass"))
