"""A written article about a tech stack, or an interview without timestamps.

Each paragraph under a heading is a citable line. In text that lost its markup a heading is a
short line on its own; captions of pictures look alike, and are told apart by the gap that the
lost picture left above them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import ParsedEpisode
from bot.sources.blocks import Block, Kind, heading_id
from bot.sources.document import ParseResult
from bot.sources.hypertext import html_page, is_html_page
from bot.sources.markdown import looks_like_markdown, markdown_blocks
from bot.sources.notes import read_notes
from bot.sources.plain_text import plain_blocks
from bot.sources.topics import looks_timed
from bot.sources.values import parse_date, parse_url, plain, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.document import Document

NAME = "article"

_SENTENCE_END = re.compile(r"[.!?:;,…]\s*\Z")
_SOURCE = re.compile(
    r"(?:source|original(?:ly published (?:at|on))?|url|link)\s*:\s*(\S+)\Z", re.IGNORECASE
)
_STATED_DATE = re.compile(r"(?:published|posted|date|updated)(?: on)?\s*:?\s*", re.IGNORECASE)
_SHORTEST = 100
"""Words; a text with less under its headings is no article."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines without a blank one between them.

    Attributes:
        before, after: Blank lines around it.
    """

    text: str
    line: int
    before: int
    after: int


def recognises(document: Document) -> bool:
    """Whether prose stands under at least two headings, and a title above them."""
    if looks_timed(document.text) >= 2:
        return False
    blocks, _ = _page(document.text)
    headings, words = 0, 0
    for block in blocks[1:]:
        headings += block.kind is Kind.HEADING
        words += len(block.text.split()) if headings and block.kind is not Kind.HEADING else 0
    return bool(blocks) and headings >= 2 and words >= _SHORTEST and _is_title(blocks[0])


def parse(document: Document) -> ParseResult:
    """The one article of the document."""
    blocks, facts = _page(document.text)
    notes = read_notes(blocks[1:], document.path, article=True)
    episode = ParsedEpisode(
        path=document.path,
        line=blocks[0].line,
        format=NAME,
        title=plain(blocks[0].text),
        category="articles",
        url=parse_url(facts.get("url", "")),
        published=parse_date(facts.get("published", "")),
        introduction=notes.introduction,
        topics=notes.topics,
        links=notes.links,
    )
    return ParseResult((episode,), notes.rejected)


def _page(text: str) -> tuple[list[Block], dict[str, str]]:
    """The blocks, the title first, and what the page says of itself: ``url``, ``published``."""
    if is_html_page(text):
        page = html_page(text)
        blocks, facts = list(page.blocks), page.facts
        top = [
            i for i, block in enumerate(blocks) if block.kind is Kind.HEADING and block.level < 2
        ]
        blocks = blocks[top[0] :] if top else blocks
    elif looks_like_markdown(text):
        blocks, facts = markdown_blocks(text), {}
    else:
        blocks, facts = list(_plain_blocks(text)), {}
    return _without_frame(blocks, facts)


def _is_title(block: Block) -> bool:
    return block.kind is Kind.HEADING or (
        block.kind is Kind.PARAGRAPH
        and "\n" not in block.text
        and len(block.text.split()) >= 2
        and len(block.text) <= 150
        and not re.search(r"[.:;,]\s*\Z", block.text)
    )


def _without_frame(
    blocks: Sequence[Block], facts: dict[str, str]
) -> tuple[list[Block], dict[str, str]]:
    """Take the address and the date out of the text; nothing below the address is the article's."""
    kept: list[Block] = []
    facts = dict(facts)
    for block in blocks:
        text = squeeze(block.text)
        source = _SOURCE.match(text)
        if source and parse_url(source[1]):
            facts.setdefault("url", source[1])
            break
        day = _STATED_DATE.sub("", text, count=1)
        if parse_date(day):
            facts.setdefault("published", day)
        else:
            kept.append(block)
    return kept, facts


def _plain_blocks(text: str) -> Iterator[Block]:
    """Blocks of a text that lost its markup: the title, then headings and paragraphs."""
    chunks = _chunks(text)
    uniform = max((chunk.before for chunk in chunks[1:]), default=0) <= 1
    taken: set[str] = set()
    short_lines = [_is_short_line(chunk.text) for chunk in chunks]
    after_heading = True
    for index, (chunk, short) in enumerate(zip(chunks, short_lines, strict=True)):
        before_prose = not any(short_lines[index + 1 : index + 2])
        roomy = chunk.after > 1 and (after_heading or before_prose)
        heading = index > 0 and short and (uniform or roomy or chunk.after > chunk.before)
        if heading:
            title = squeeze(chunk.text)
            yield Block(Kind.HEADING, title, chunk.line, 2, heading_id(title, taken))
        elif not (index and (short or chunk.text.startswith((" ", "\t")))):
            yield from plain_blocks(chunk.text, chunk.line)
        after_heading = heading


def _is_short_line(text: str) -> bool:
    return (
        "\n" not in text
        and len(text) <= 70
        and len(text.split()) <= 10
        and not text.startswith((" ", "\t", "-", "*", "•"))
        and not _SENTENCE_END.search(text)
        and not _SOURCE.match(text)
        and parse_date(_STATED_DATE.sub("", text, count=1)) is None
    )


def _chunks(text: str) -> list[_Chunk]:
    found = list(re.finditer(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", text, re.MULTILINE))
    chunks = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else match.end()
        start = found[index - 1].end() if index else 0
        before = text.count("\n", start, match.start())
        after = text.count("\n", match.end(), end)
        line = text.count("\n", 0, match.start()) + 1
        chunks.append(_Chunk(match[0].rstrip(), line, before, after))
    return chunks
