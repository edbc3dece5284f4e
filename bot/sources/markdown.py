"""Markdown to blocks, by markdown-it.

Only what show notes need is kept: text, links and headings. Images, comments and fenced code
carry nothing that can be cited and are left out; an indented block is kept as code, since a
list of topics may be indented.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from bot.sources.blocks import Block, Kind, bare_links, heading_id
from bot.sources.hypertext import html_blocks
from bot.sources.values import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_LOOKS_MARKDOWN = re.compile(
    r"^#{1,6} \S|^={3,}$|\]\((?:https?:|mailto:|/|\{\{)|^[-*] .*<https?:", re.MULTILINE
)
_OWN_ID = re.compile(r"\s*\{#([\w-]+)\}\s*$")
# Inline HTML that only formats; any other tag in a sentence, such as <video>, is its subject.
_FORMATTING = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)"
    r"\b[^>]*>|<!.*>",
    re.IGNORECASE | re.DOTALL,
)


class _Verbatim(MarkdownIt):
    """A parser that hands addresses on as they were typed."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        return link


@cache
def _parser() -> MarkdownIt:
    parser = _Verbatim("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def looks_like_markdown(text: str) -> bool:
    """Whether a text without front matter is Markdown rather than plain.

    >>> looks_like_markdown("## Links"), looks_like_markdown("Issue #3 is 2 * 3")
    (True, False)
    """
    return bool(_LOOKS_MARKDOWN.search(text))


def markdown_blocks(text: str, first_line: int = 1) -> list[Block]:
    r"""The blocks of a Markdown text, Liquid already resolved.

    Args:
        text: Markdown.
        first_line: Line of the source where the text starts.

    >>> [(block.kind.name, block.text) for block in markdown_blocks("## A *b*\n\n- c\n- d")]
    [('HEADING', 'A b'), ('ITEM', 'c'), ('ITEM', 'd')]
    """
    env: EnvType = {}
    tokens = _parser().parse(text, env)
    return list(_blocks(tokens, env, first_line))


def markdown_inline(text: str) -> str:
    """One line of Markdown as plain text.

    >>> markdown_inline("`code` &amp; [label](https://x.test) <https://y.test>")
    'code & label https://y.test'
    """
    return squeeze(_inline(text, {})[0])


def _blocks(tokens: Sequence[Token], env: EnvType, first_line: int) -> Iterator[Block]:
    taken: set[str] = set()
    depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting if token.type.startswith("list_item") else 0
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "html_block":
            yield from html_blocks(token.content, line)
        elif token.type == "code_block":
            yield Block(Kind.CODE, token.content, line)
        elif token.type == "inline":
            opening = tokens[index - 1]
            if opening.type == "heading_open":
                yield _heading(token.content, env, line, int(opening.tag[1:]), taken)
            else:
                text, links = _inline(token.content, env)
                kind = Kind.ITEM if depth else Kind.PARAGRAPH
                yield Block(kind, text, line, links=links, wrapped=True)


def _heading(source: str, env: EnvType, line: int, level: int, taken: set[str]) -> Block:
    own = _OWN_ID.search(source)
    text, links = _inline(_OWN_ID.sub("", source), env)
    text = squeeze(text)
    anchor = own[1] if own else heading_id(text, taken)
    return Block(Kind.HEADING, text, line, level, anchor, links)


def _inline(source: str, env: EnvType) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Plain text and links of one paragraph, heading or item; line breaks are kept."""
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(source, parser, env, tokens)
    parts: list[str] = []
    links: list[tuple[str, str]] = []
    opened: list[tuple[str, int]] = []
    for token in tokens:
        if token.type == "link_open":
            opened.append((str(token.attrGet("href") or ""), len(parts)))
        elif token.type == "link_close":
            url, start = opened.pop()
            links.append((url, "".join(parts[start:])))
        else:
            piece = _piece(token)
            if not opened:
                links.extend(bare_links(piece))
            parts.append(piece)
    return "".join(parts), tuple(links)


def _piece(token: Token) -> str:
    """What one inline token adds to the text."""
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "html_inline":
        return _html_piece(token.content)
    return "" if token.type == "image" else token.content


def _html_piece(tag: str) -> str:
    if re.match(r"<br\b", tag, re.IGNORECASE):
        return "\n"
    return "" if _FORMATTING.fullmatch(tag) else tag
