"""The common ground of all formats: a text as a flat list of headings, paragraphs and items.

Markdown, HTML and pasted text are each turned into blocks by a module of their own
(:mod:`~bot.sources.markdown`, :mod:`~bot.sources.hypertext`, :mod:`~bot.sources.plain_text`);
:mod:`~bot.sources.notes` reads show notes from blocks without knowing where they came from.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from bot.records import dataclass

_BARE_URL = re.compile(r"""https?://[^\s<>"'“”‘’`|\\^{}]+""", re.IGNORECASE)


class Kind(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    r"""One heading, paragraph, list item or piece of code.

    Attributes:
        text: Plain text; ``\n`` where the source breaks the line.
        line: 1-based line of the source where it starts.
        level: Of a heading, 1 to 6.
        anchor: Id of a heading, as the rendered page carries it.
        links: Address and label of every link in the text, in order.
        wrapped: Line breaks are accidents of the editor (Markdown), not the author's.
    """

    kind: Kind
    text: str
    line: int
    level: int = 0
    anchor: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    wrapped: bool = False


def heading_id(text: str, taken: set[str] | None = None) -> str:
    """The id that GitHub and Jekyll give a heading.

    Follows ``generate_gfm_header_id`` of kramdown-parser-gfm: lower case, only word
    characters, hyphens and spaces, each space a hyphen; a repeated one is numbered.

    Args:
        text: The heading as plain text.
        taken: Ids given so far in the same text; the new one is added.

    >>> heading_id("What motivated you to use Rails / Ruby?")
    'what-motivated-you-to-use-rails--ruby'
    >>> seen = set()
    >>> heading_id("Links", seen), heading_id("Links", seen)
    ('links', 'links-1')
    """
    base = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
    taken = set() if taken is None else taken
    name, number = base, 0
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def bare_links(text: str) -> tuple[tuple[str, str], ...]:
    """Addresses that stand in text as they are, with what follows in brackets as the label.

    >>> bare_links("see https://x.test/a_(b), and https://y.test (the talk).")
    (('https://x.test/a_(b)', ''), ('https://y.test', 'the talk'))
    """
    found = []
    for match in _BARE_URL.finditer(text):
        url = _trimmed(match[0])
        label = re.match(r" \(([^()\n]+)\)", text[match.start() + len(url) :])
        found.append((url, label[1] if label else ""))
    return tuple(found)


def _trimmed(url: str) -> str:
    """An address without the punctuation of the sentence around it."""
    pairs = {")": "(", "]": "["}
    while url[-1] in ".,;:!?*_~])":
        opening = pairs.get(url[-1])
        if opening and url.count(opening) >= url.count(url[-1]):
            break
        url = url[:-1]
    return url
