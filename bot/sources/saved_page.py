"""An episode's page, saved as HTML or copied as text with what stands around it.

The title is a line of its own above the introduction; a date on a line of its own is the day
of publication. Player captions, menus and footers are left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import ParsedEpisode
from bot.sources.blocks import Kind
from bot.sources.document import ParseResult
from bot.sources.hypertext import html_page, is_html_page
from bot.sources.notes import read_notes
from bot.sources.people import guests_of
from bot.sources.plain_text import any_blocks
from bot.sources.sections import Section, section_of
from bot.sources.topics import looks_timed
from bot.sources.values import parse_date, parse_url, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.blocks import Block
    from bot.sources.document import Document
    from bot.sources.notes import Notes

NAME = "saved page"

_SENTENCE_END = re.compile(r"[.!?:;,…]\s*\Z")
_PROSE_WORDS = 12


def recognises(document: Document) -> bool:
    """Whether a title stands above lines that start with a time."""
    blocks, facts = _page(document)
    timed = sum(looks_timed(block.text) for block in blocks)
    return timed >= 2 and (_title(blocks) is not None or "title" in facts)


def parse(document: Document) -> ParseResult:
    """The one episode of the page."""
    blocks, facts = _page(document)
    index = _title(blocks)
    title = facts.get("title", "") if index is None else squeeze(blocks[index].text)
    below = blocks[0 if index is None else index + 1 :]
    notes = read_notes(_without_captions(below), document.path)
    if is_html_page(document.text):
        notes = _announced(notes)
    episode = ParsedEpisode(
        path=document.path,
        line=1 if index is None else blocks[index].line,
        format=NAME,
        title=title,
        url=parse_url(facts.get("url", "")),
        published=parse_date(facts.get("published", "") or _date(blocks)),
        guests=guests_of(notes.introduction),
        introduction=notes.introduction,
        tags=notes.tags,
        topics=notes.topics,
        links=notes.links,
    )
    return ParseResult((episode,), notes.rejected)


def _page(document: Document) -> tuple[Sequence[Block], dict[str, str]]:
    if is_html_page(document.text):
        page = html_page(document.text)
        return page.blocks, page.facts
    return any_blocks(document.text), {}


def _title(blocks: Sequence[Block]) -> int | None:
    """Index of the block that is the title: a first-level heading, else the longest such line.

    Only lines above the first prose, topic or other heading count.
    """
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING and block.level == 1:
            return index
    best = None
    for index, block in enumerate(blocks):
        if _is_caption(block):
            length = len(block.text.split())
            if length > 1 and (best is None or length > best[0]):
                best = (length, index)
        elif block.kind is Kind.HEADING or looks_timed(block.text) or _is_prose(block):
            break
    return None if best is None else best[1]


def _is_caption(block: Block) -> bool:
    """Whether a block is a line of its own that is no sentence."""
    return (
        block.kind is Kind.PARAGRAPH
        and "\n" not in block.text
        and len(block.text) <= 150
        and not _SENTENCE_END.search(block.text)
        and re.search(r"[^\W\d_]", block.text) is not None
        and parse_date(block.text) is None
        and not looks_timed(block.text)
    )


def _is_prose(block: Block) -> bool:
    return len(block.text.split()) >= _PROSE_WORDS


def _without_captions(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without dates, and without the captions between title and introduction."""
    kept: list[Block] = []
    opening = True
    for block in blocks:
        opening = opening and block.kind is not Kind.HEADING and not looks_timed(block.text)
        caption = opening and _is_caption(block) and not _is_prose(block)
        if not caption and parse_date(block.text) is None:
            kept.append(block)
    return kept


def _date(blocks: Sequence[Block]) -> str:
    """The first line that is a date and nothing else."""
    return next((block.text for block in blocks if parse_date(block.text)), "")


def _announced(notes: Notes) -> Notes:
    """The timed topics, and those under a topics heading; the rest of a page is its frame."""
    kept = [
        (topic, line)
        for topic, line in zip(notes.topics, notes.lines, strict=True)
        if topic.start is not None or section_of(topic.heading or "") is Section.TOPICS
    ]
    return replace(
        notes,
        topics=tuple(topic for topic, _ in kept),
        lines=tuple(line for _, line in kept),
    )
