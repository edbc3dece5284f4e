"""A podcast app's page with many episodes in one text, one after the other.

Each starts with a line such as ``Jun 29, 2020 • 46min``. Its title is the line below, or, in
other apps, the line above. The length is rounded to minutes, so any other source knows better.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import SourceError
from bot.model import ParsedEpisode
from bot.sources.document import ParseResult
from bot.sources.notes import late_topics, read_notes
from bot.sources.people import guests_of
from bot.sources.plain_text import plain_blocks
from bot.sources.values import parse_date, parse_duration, plain

if TYPE_CHECKING:
    from bot.sources.document import Document

NAME = "listing"

_DAY = (
    r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}, [0-9]{4}|[0-9]{1,2} [A-Z][a-z]{2,8}\.? [0-9]{4}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_LENGTH = r"(?:[0-9]{1,2} ?h[a-z]*\.?)?(?: ?[0-9]{1,3} ?m[a-z]*\.?)?(?: ?[0-9]{1,2} ?s[a-z]*\.?)?"
_HEAD = re.compile(
    rf"^[ \t]*(?P<date>{_DAY})[ \t]*[•·|–—-][ \t]*(?P<duration>{_LENGTH})[ \t]*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One episode of a listing: its head and the lines up to the next one."""

    head: re.Match[str]
    line: int
    title: str
    notes: str
    notes_line: int


def recognises(document: Document) -> bool:
    """Whether some line is a date and a length."""
    return any(_is_head(match) for match in _HEAD.finditer(document.text))


def parse(document: Document) -> ParseResult:
    """Every episode of the listing."""
    results = [_episode(entry, document.path) for entry in _entries(document.text)]
    return ParseResult(
        tuple(episode for result in results for episode in result.episodes),
        tuple(error for result in results for error in result.rejected),
        tuple(notice for result in results for notice in result.warnings),
    )


def _is_head(match: re.Match[str]) -> bool:
    return bool(match["duration"] and parse_date(match["date"]))


def _entries(text: str) -> list[_Entry]:
    heads = [match for match in _HEAD.finditer(text) if _is_head(match)]
    above = _titles_above(text, heads)
    entries = []
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        lines = text[head.end() + 1 : end].split("\n")
        line = text.count("\n", 0, head.start()) + 1
        if above:
            following = index + 1 < len(heads)
            body = lines[: len(lines) - 2] if following else lines
            entries.append(_Entry(head, line, above[index], "\n".join(body), line + 1))
        else:
            skip = next((i for i, row in enumerate(lines) if row.strip()), len(lines))
            title = lines[skip] if skip < len(lines) else ""
            entries.append(_Entry(head, line, title, "\n".join(lines[skip + 1 :]), line + skip + 2))
    return entries


def _titles_above(text: str, heads: list[re.Match[str]]) -> list[str]:
    """The line above each head, when every head has one that begins a block of its own."""
    titles = []
    for head in heads:
        before = text[: head.start()].split("\n")[:-1]
        if not before or not before[-1].strip() or any(map(str.strip, before[-2:-1])):
            return []
        titles.append(before[-1])
    return titles


def _episode(entry: _Entry, path: str) -> ParseResult:
    title = plain(entry.title)
    if not title:
        reason = "no title stands below the date, add it on the next line"
        return ParseResult(rejected=(SourceError(path, entry.line, reason),))
    notes = read_notes(plain_blocks(entry.notes, entry.notes_line), path)
    duration = parse_duration(entry.head["duration"])
    episode = ParsedEpisode(
        path=path,
        line=entry.line,
        format=NAME,
        title=title,
        published=parse_date(entry.head["date"]),
        duration=duration,
        guests=guests_of(notes.introduction),
        introduction=notes.introduction,
        tags=notes.tags,
        topics=notes.topics,
        links=notes.links,
    )
    rounded_up = None if duration is None else duration + 60
    return ParseResult((episode,), notes.rejected, late_topics(notes, rounded_up, path))
