"""Pasted text to blocks: what blank lines, bullets and well-known headings tell.

Text that was copied from a page has lost its markup. What remains is enough for show notes:
their headings are few (:mod:`~bot.sources.sections`), and a topic starts with its time.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from bot.sources.blocks import Block, Kind, bare_links, heading_id
from bot.sources.hypertext import html_blocks, looks_like_html
from bot.sources.markdown import looks_like_markdown, markdown_blocks
from bot.sources.sections import section_of
from bot.sources.values import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = re.compile(r"\s*(?:[-*•·‣▪◦–]|[0-9]{1,2}[.)])\s+(?=\S)")
_LONE_BULLET = re.compile(r"\s*[-*•·‣▪◦–—_=]+\s*")


def any_blocks(text: str) -> list[Block]:
    """The blocks of a text that may be HTML, Markdown or neither.

    >>> [block.text for block in any_blocks("<p>a</p>") + any_blocks("## b") + any_blocks("c")]
    ['a', 'b', 'c']
    """
    if looks_like_markdown(text):
        return markdown_blocks(text)
    if looks_like_html(text):
        return html_blocks(text)
    return plain_blocks(text)


def plain_blocks(text: str, first_line: int = 1) -> list[Block]:
    r"""The blocks of a text without markup.

    Args:
        text: Plain text; entities such as ``&amp;`` are undone.
        first_line: Line of the source where the text starts.

    >>> for block in plain_blocks("Two\nlines\nLinks\n- https://x.test (a talk)\n-\n"):
    ...     print(block.kind.name, repr(block.text), block.line, block.links)
    PARAGRAPH 'Two\nlines' 1 ()
    HEADING 'Links' 3 ()
    ITEM 'https://x.test (a talk)' 4 (('https://x.test', 'a talk'),)
    """
    blocks = []
    for kind, line, lines in _runs(unescape(text).split("\n")):
        content = "\n".join(lines)
        if kind is Kind.HEADING:
            content = squeeze(content)
            blocks.append(Block(kind, content, first_line + line, 2, heading_id(content)))
        else:
            blocks.append(Block(kind, content, first_line + line, links=bare_links(content)))
    return blocks


def _runs(lines: list[str]) -> Iterator[tuple[Kind, int, list[str]]]:
    """Kind, index of the first line, and lines of each block."""
    kind, start, run = Kind.PARAGRAPH, 0, list[str]()
    for index, line in enumerate(lines):
        heading = section_of(line) is not None
        bullet = _BULLET.match(line)
        blank = not line.strip() or _LONE_BULLET.fullmatch(line)
        if run and (heading or bullet or blank):
            yield kind, start, run
            run = []
        if heading:
            yield Kind.HEADING, index, [line]
        elif not blank:
            if not run:
                kind, start = Kind.ITEM if bullet else Kind.PARAGRAPH, index
            run.append(line[bullet.end() :] if bullet else line.rstrip())
    if run:
        yield kind, start, run
