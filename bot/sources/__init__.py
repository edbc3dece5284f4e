"""Sources: one module per format, each turning a document into what it says about episodes.

A format is recognised by its content. A new one is a module with ``NAME``, ``recognises`` and
``parse``, one line in :data:`PARSERS`, and a pair of files under ``tests/sources/data``.
Everything here is pure: text goes in, plain data comes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.errors import SourceError
from bot.sources import (
    article,
    feed,
    front_matter,
    listing,
    pasted_notes,
    saved_page,
    tag_pages,
)
from bot.sources.document import Document, Notice, ParseResult, TagPage, decode

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PARSERS", "Document", "Notice", "ParseResult", "Parser", "TagPage", "decode", "parse"]


class Parser(Protocol):
    """What the module of a format offers."""

    NAME: str

    def recognises(self, document: Document) -> bool:
        """Whether the document is of this format, cheaply and without raising."""
        ...

    def parse(self, document: Document) -> ParseResult:
        """Everything in a document that was recognised; errors are returned, not raised."""
        ...


PARSERS: tuple[Parser, ...] = (
    # In order of trial, the surest signs first.
    feed,
    tag_pages,
    front_matter,
    listing,
    saved_page,
    pasted_notes,
    article,
)


def parse(document: Document, parsers: Sequence[Parser] = PARSERS) -> ParseResult:
    """What a document says, read by the first format that recognises it.

    >>> parse(Document("notes.txt", "Hello.", "notes.txt")).rejected[0].reason
    'no known format: expected front matter, lines that start with a time, or headings with prose'
    """
    for parser in parsers:
        if parser.recognises(document):
            return parser.parse(document)
    reason = (
        "no known format: expected front matter, lines that start with a time,"
        " or headings with prose"
    )
    return ParseResult(rejected=(SourceError(document.path, 1, reason),))
