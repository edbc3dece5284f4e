"""HTML to blocks, by the parser of the standard library, which accepts whatever pages hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from bot.sources.blocks import Block, Kind, bare_links, heading_id
from bot.sources.values import parse_date, parse_url, squeeze

_LOOKS_HTML = re.compile(
    r"<(?:p|br|ul|ol|li|div|a|h[1-6]|strong|em|b|i|span|!doctype|html)\b[^<>]*>", re.IGNORECASE
)
_PAGE = re.compile(
    r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKING = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "form", "header", "hr", "html", "li", "main", "ol", "p"),
    *("pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_SILENT = frozenset(
    {"button", "footer", "head", "iframe", "nav", "noscript", "script", "select", "style"}
    | {"svg", "template", "textarea"}
)
# Declarations and comments carry no text, and the standard parser fails on odd ones.
_DECLARATION = re.compile(
    r"<!--(?:(?!<!--|-->).)*-->|<!\[CDATA\[|\]\]>|<![^<>]*>|<!|<\?[^<>]*>?", re.DOTALL
)
_META = {
    "og:title": "title",
    "og:url": "url",
    "article:published_time": "published",
    "date": "published",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A whole HTML page.

    Attributes:
        facts: ``title``, ``url`` and ``published`` as the head of the page states them.
    """

    blocks: tuple[Block, ...]
    facts: dict[str, str]


def looks_like_html(text: str) -> bool:
    """Whether a text holds HTML elements rather than a stray ``<``.

    >>> looks_like_html("<p>Hi</p>"), looks_like_html("a < b and c > d")
    (True, False)
    """
    return bool(_LOOKS_HTML.search(text))


def is_html_page(text: str) -> bool:
    """Whether a text is a whole page rather than text with some HTML in it.

    >>> is_html_page("<!DOCTYPE html><p>Hi"), is_html_page("<p>Hi</p>")
    (True, False)
    """
    return bool(_PAGE.match(text))


def html_blocks(source: str, first_line: int = 1) -> list[Block]:
    r"""The blocks of a piece of HTML; menus, scripts and forms are left out.

    Args:
        source: HTML, whole or in part.
        first_line: Line of the document where it starts.

    >>> for block in html_blocks("<h2 id=x>A</h2><p>b<br>c <a href='https://d.test'>d</a></p>"):
    ...     print(block.kind.name, repr(block.text), block.anchor, block.links)
    HEADING 'A' x ()
    PARAGRAPH 'b\nc d' None (('https://d.test', 'd'),)
    """
    return list(html_page(source, first_line).blocks)


def html_page(source: str, first_line: int = 1) -> Page:
    """The blocks of a page and what its head says of it.

    >>> html_page("<title>Ada</title><link rel=canonical href=https://x.test/1>").facts
    {'title': 'Ada', 'url': 'https://x.test/1'}
    """
    reader = _Reader(first_line)
    plain = _DECLARATION.sub(lambda match: "\n" * match[0].count("\n"), source)
    # The standard parser looks for the end of a tag again at each "<", however often there is none.
    whole, closing, rest = plain.rpartition(">")
    reader.feed(whole + closing + rest.replace("<", "&lt;"))
    reader.close()
    reader.flush()
    checks = {"url": parse_url, "published": parse_date}
    facts = {
        name: value for name, value in reader.facts.items() if checks.get(name, squeeze)(value)
    }
    return Page(tuple(reader.blocks), facts)


class _Reader(HTMLParser):
    """Collects text until an element ends the block it is in."""

    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.facts: dict[str, str] = {}
        self._first_line = first_line
        self._taken: set[str] = set()
        self._silent: list[str] = []
        self._in_title = False
        self._begin("p")

    def _begin(self, tag: str) -> None:
        self._kind = _kind(tag)
        self._level = int(tag[1]) if tag in _HEADINGS else 0
        self._parts: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._anchor: str | None = None
        self._line = 0
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a link or something that is not shown."""
        values = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in {"meta", "link", "title"}:
            self._note(tag, values)
        elif tag == "br":
            self._parts.append("\n")
        elif tag in _BREAKING:
            self.flush()
            self._begin(tag)
        if self._kind is Kind.HEADING and not self._anchor:
            self._anchor = values.get("id") or None
        if tag == "a" and values.get("href"):
            self._link = values["href"], len(self._parts)

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """Take down what the head of the page says of it."""
        self._in_title = tag == "title"
        if tag == "link" and values.get("rel") == "canonical":
            self.facts["url"] = squeeze(values.get("href", ""))
        name = _META.get(values.get("property", "") or values.get("name", ""))
        if name:
            self.facts.setdefault(name, squeeze(values.get("content", "")))

    def handle_endtag(self, tag: str) -> None:
        """Close a block, a link or something that is not shown."""
        self._in_title = False
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag == "a" and self._link:
            url, start = self._link
            self._links.append((url, "".join(self._parts[start:])))
            self._link = None
        elif tag in _BREAKING:
            self.flush()
            self._begin("p")

    def handle_data(self, data: str) -> None:
        """Add text to the block that is open."""
        if self._in_title:
            self.facts.setdefault("title", squeeze(data))
        elif not self._silent:
            if not self._line and data.strip():
                lead = len(data) - len(data.lstrip())
                self._line = self.getpos()[0] + data.count("\n", 0, lead)
            if self._kind is not Kind.CODE:
                data = re.sub(r"\s+", " ", data)
            if not self._link:
                self._links.extend(bare_links(data))
            self._parts.append(data)

    def flush(self) -> None:
        """End the block that is open, if there is anything in it."""
        text = "\n".join(line.strip() for line in "".join(self._parts).split("\n")).strip()
        if text:
            anchor = None
            if self._kind is Kind.HEADING:
                text = squeeze(text)
                anchor = self._anchor or heading_id(text, self._taken)
            line = self._first_line + max(self._line, 1) - 1
            links = tuple(self._links)
            self.blocks.append(Block(self._kind, text, line, self._level, anchor, links))
        self._begin("p")


def _kind(tag: str) -> Kind:
    if tag in _HEADINGS:
        return Kind.HEADING
    return {"li": Kind.ITEM, "pre": Kind.CODE}.get(tag, Kind.PARAGRAPH)
