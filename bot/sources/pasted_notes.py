"""Show notes pasted as text, without front matter and without a title.

The title is made from the introduction. It is only a stopgap: the format's name marks it, and
:mod:`bot.normalise.identity` prefers the title of any other source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import SourceError
from bot.model import ParsedEpisode
from bot.sources.document import ParseResult
from bot.sources.liquid import resolve
from bot.sources.notes import read_notes
from bot.sources.people import guests_of, headline_of
from bot.sources.plain_text import any_blocks
from bot.sources.topics import looks_timed

if TYPE_CHECKING:
    from bot.sources.document import Document
    from bot.sources.notes import Notes

NAME = "pasted notes"


def recognises(document: Document) -> bool:
    """Whether at least two lines start with a time."""
    return looks_timed(document.text) >= 2


def parse(document: Document) -> ParseResult:
    """The one episode that the notes are of."""
    # A post's body without its front matter: the templates have nothing to say any more.
    text = resolve(document.text, {})
    notes = read_notes(any_blocks(text), document.path)
    title = _title(notes)
    if title is None:
        error = SourceError(document.path, 1, "no line has both a time and a topic")
        return ParseResult(rejected=notes.rejected or (error,))
    episode = ParsedEpisode(
        path=document.path,
        line=1,
        format=NAME,
        title=title,
        guests=guests_of(notes.introduction),
        introduction=notes.introduction,
        tags=notes.tags,
        topics=notes.topics,
        links=notes.links,
    )
    return ParseResult((episode,), notes.rejected)


def _title(notes: Notes) -> str | None:
    """The first sentence of the introduction, else the first topic."""
    first = notes.topics[0].text if notes.topics else None
    return headline_of(notes.introduction) or first
