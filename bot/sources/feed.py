"""A podcast's RSS or Atom feed, its show notes in HTML or text, read by feedparser.

feedparser forgives broken XML and hands values on as they were typed; what it could not read
is reported and never guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bot.errors import SourceError
from bot.model import Guest, ParsedEpisode, Topic
from bot.sources.document import Notice, ParseResult
from bot.sources.hypertext import html_blocks, looks_like_html
from bot.sources.notes import Notes, late_topics, read_notes
from bot.sources.people import guests_of
from bot.sources.plain_text import any_blocks
from bot.sources.topics import looks_timed
from bot.sources.values import parse_date, parse_duration, parse_number, parse_url, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.sources.document import Document

    Entry = Mapping[str, Any]

NAME = "feed"

_ROOT = re.compile(
    r"\s*+(?:(?:<\?(?:(?!\?>).)*+\?>|<!--(?:(?!-->).)*+-->"
    r"|<!DOCTYPE[^>\[]*+(?:\[(?:(?!\]\s*>).)*+\]\s*+)?>)\s*+)*+<(?:rss|feed|rdf:RDF|atom:feed)\b",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = re.compile(r"<(?:atom:)?(?:item|entry)[\s>]")
_PERSON = re.compile(
    r"<podcast:person\b(?P<attributes>[^>]*)>(?P<name>[^<]+)</podcast:person>", re.IGNORECASE
)
_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<decimal>\d+));")
_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_LONGEST_REFERENCE = 12
_SHORT = 500
"""Characters; a longer summary is the show notes themselves."""


def recognises(document: Document) -> bool:
    """Whether the root element is that of a feed."""
    return bool(_ROOT.match(document.text))


def parse(document: Document) -> ParseResult:
    """Every episode of the feed."""
    # Loading it takes as long as starting Python; only feeds need it.
    import feedparser  # type: ignore[import-untyped]

    if "<!ENTITY" in document.text:
        error = SourceError(document.path, 1, "a feed that declares XML entities is not read")
        return ParseResult(rejected=(error,))
    data = _REFERENCE.sub(_character, document.text).encode("utf-8", "replace")
    options = {"sanitize_html": False, "resolve_relative_uris": False}
    feed = feedparser.parse(BytesIO(data), response_headers=_HEADERS, **options)
    show = plain(feed.feed.get("title", "")) or None
    places = _places(document, len(feed.entries))
    results = [
        _episode(entry, show, place) for entry, place in zip(feed.entries, places, strict=True)
    ]
    notices = [*_damage(feed, document), *(notice for r in results for notice in r.warnings)]
    rejected = [error for result in results for error in result.rejected]
    if not feed.entries:
        rejected.append(SourceError(document.path, 1, "the feed has no episodes"))
    episodes = tuple(episode for result in results for episode in result.episodes)
    return ParseResult(episodes, tuple(rejected), tuple(notices))


def _character(reference: re.Match[str]) -> str:
    """A reference as it is; one to no character, such as half a surrogate pair, as U+FFFD.

    feedparser raises on these.
    """
    digits, base = (reference["hex"], 16) if reference["hex"] else (reference["decimal"], 10)
    code = int(digits, base) if len(digits) <= _LONGEST_REFERENCE else 0xD800
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else reference.group()


def _places(document: Document, count: int) -> list[tuple[str, int, str]]:
    """Path, line and raw XML of each item; only the path when the items cannot be told apart."""
    starts = [match.start() for match in _ITEM.finditer(document.text)]
    if len(starts) != count:
        return [(document.path, 1, "")] * count
    return [
        (document.path, document.text.count("\n", 0, start) + 1, document.text[start:end])
        for start, end in pairwise((*starts, len(document.text)))
    ]


def _damage(feed: Any, document: Document) -> Iterator[Notice]:  # noqa: ANN401 - untyped library
    """A warning when the XML is broken, for episodes may be missing below that line."""
    line_number = getattr(feed.get("bozo_exception"), "getLineNumber", None)
    if line_number:
        reason = f"the feed is not valid XML ({feed.bozo_exception.getMessage()}); episodes below"
        line = max(1, min(line_number() or 1, document.text.count("\n") + 1))
        yield Notice(document.path, line, f"{reason} this line may be incomplete")


def _episode(entry: Entry, show: str | None, place: tuple[str, int, str]) -> ParseResult:
    path, line, source = place
    title = _one_line(entry.get("title", ""))
    if not title:
        return ParseResult(rejected=(SourceError(path, line, "the item has no title"),))
    notes = _notes(entry, path, line)
    duration = parse_duration(entry.get("itunes_duration", ""))
    episode = ParsedEpisode(
        path=path,
        line=line,
        format=NAME,
        title=title,
        show=show,
        number=parse_number(entry.get("itunes_episode", "")),
        guid=plain(entry.get("id", "")) or None,
        url=parse_url(entry.get("link", "")),
        published=parse_date(entry.get("published", "") or entry.get("updated", "")),
        duration=duration,
        guests=tuple(_persons(source)) or guests_of(notes.introduction),
        description=_description(entry),
        introduction=notes.introduction,
        tags=notes.tags,
        topics=notes.topics,
        links=notes.links,
        audio=_audio(entry),
    )
    warnings = (*_oddities(entry, episode), *late_topics(notes, duration, path))
    return ParseResult((episode,), notes.rejected, warnings)


def _oddities(entry: Entry, episode: ParsedEpisode) -> Iterator[Notice]:
    """A warning for a date or length that could not be read."""
    typed = {"itunes_duration": episode.duration, "published": episode.published}
    for key, value in typed.items():
        text = plain(entry.get(key, ""))
        if value is None and text.strip("0:"):
            name = key.removeprefix("itunes_")
            yield Notice(episode.path, episode.line, f"{name}: {text!r} could not be read")


def _notes(entry: Entry, path: str, line: int) -> Notes:
    """The show notes of an item: of its texts the one with most topics, else the longest."""
    texts = [content.get("value", "") for content in entry.get("content", ())]
    texts.append(entry.get("summary", ""))
    candidates = [read_notes(any_blocks(text), path) for text in texts]
    best = max(candidates, key=lambda notes: (notes.timed, len(notes.introduction or "")))
    chapters = [
        Topic(int(start.total_seconds()), text)
        for chapter in entry.get("psc_chapters", {}).get("chapters", ())
        if isinstance(start := chapter.get("start_parsed"), timedelta)
        and (text := plain(chapter.get("title", "")))
    ]
    topics = tuple(chapters) if len(chapters) > best.timed else best.topics
    # The text was unpacked from XML; only the line of its item is known.
    rejected = tuple(SourceError(path, line, error.reason) for error in best.rejected)
    return replace(best, topics=topics, rejected=rejected, lines=(line,) * len(topics))


def _description(entry: Entry) -> str | None:
    """A short text about the episode, when the feed has one apart from the notes."""
    for key in ("subtitle", "summary"):
        text = entry.get(key, "")
        line = _one_line(text)
        if line and len(line) <= _SHORT and not looks_timed(text):
            return line
    return None


def _one_line(text: str) -> str:
    """Text or HTML as one line."""
    if looks_like_html(text):
        text = " ".join(block.text for block in html_blocks(text))
    return plain(text)


def _audio(entry: Entry) -> str | None:
    links = (link for link in entry.get("links", ()) if link.get("rel") == "enclosure")
    return next(filter(None, (parse_url(link.get("href", "")) for link in links)), None)


def _persons(source: str) -> Iterator[Guest]:
    """Guests named by ``<podcast:person role="guest">``."""
    for match in _PERSON.finditer(source):
        attributes = dict(re.findall(r"""(\w+)\s*=\s*["']([^"']*)["']""", match["attributes"]))
        name = plain(match["name"])
        if attributes.get("role", "").lower() == "guest" and name:
            yield Guest(name, parse_url(plain(attributes.get("href", ""))))
