"""What every rendering agrees on: which episodes are shown, under which labels, in which words.

The plain text, the terminal and the chat message differ in type and colour, never in content;
what they share is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.model import Stance
from bot.timecode import day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.dialogue import Answer, Citation, Row

MOST_SHOWN = 10
"""Episodes written out in one section; the rest are named."""

LABELS = {
    Stance.USED_BEFORE: "Used to:",
    Stance.PLANS: "Plans to:",
    Stance.AVOIDS: "Says it does not:",
}
"""Labels of what is shown apart, in the order of the sections."""

SEE_ALSO = "See also:"

# Episodes whose guest and date are kept as they are written: they are the same in every answer.
_EPISODES = 1024
# Texts that are kept as one line: titles, names and lines of show notes come again and again.
_TEXTS = 4096

# Control characters would move a terminal's cursor, and direction marks would let a line show
# something other than it says. Neither has a place in a line of show notes.
_UNPRINTABLE = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " "
)


@dataclass(frozen=True, slots=True)
class Section:
    """A run of citations under one label.

    Attributes:
        label: Empty for the answer's own episodes.
        shown: Written out, best first.
        more: Companies of those that are only named.
    """

    label: str
    shown: tuple[Citation, ...]
    more: tuple[str, ...] = ()


def sections(answer: Answer) -> list[Section]:
    """The answer's episodes, then what is shown apart, each stance under its label."""
    groups: dict[str, list[Citation]] = {label: [] for label in ("", *LABELS.values(), SEE_ALSO)}
    groups[""].extend(answer.episodes)
    for citation in answer.related:
        groups[_label(citation)].append(citation)
    return [_section(label, group) for label, group in groups.items() if group]


def _label(citation: Citation) -> str:
    return SEE_ALSO if citation.stance is None else LABELS.get(citation.stance, SEE_ALSO)


def _section(label: str, group: Sequence[Citation]) -> Section:
    more = tuple(name_of(citation) for citation in group[MOST_SHOWN:])
    return Section(label, tuple(group[:MOST_SHOWN]), more)


def more_line(names: Sequence[str]) -> str:
    """The sentence that names what is not written out.

    >>> more_line(["Zego", "TradeRev"])
    'and 2 more: Zego, TradeRev'
    """
    return f"and {len(names)} more: {', '.join(names)}"


def name_of(citation: Citation) -> str:
    """Who an episode is about: the company, or the title where none is known."""
    return one_line(citation.company or citation.title)


def details_of(citation: Citation) -> str:
    """Guest and date of an episode, as far as they are known."""
    return _details(citation.guest, citation.published)


@lru_cache(_EPISODES)
def _details(guest: str | None, published: date | None) -> str:
    known = [guest, published and day(published)]
    return ", ".join(one_line(part) for part in known if part)


def row_lines(rows: Sequence[Row]) -> list[str]:
    """Rows as aligned lines of label, count and detail.

    >>> from bot.dialogue import Row
    >>> row_lines([Row("PostgreSQL", 9), Row("Go", 12, detail="since 2019")])
    ['PostgreSQL   9', 'Go          12  since 2019']

    Where there are several columns the detail says what is in which:

    >>> row_lines([Row("databases", 1, detail="Both: SQLite", cells=("SQLite", ""))])
    ['databases  Both: SQLite']
    """
    width = max((len(one_line(row.label)) for row in rows), default=0)
    if any(row.cells for row in rows):
        return [f"{one_line(row.label):<{width}}  {one_line(row.detail)}" for row in rows]
    digits = max((len(str(row.count)) for row in rows), default=0)
    return [
        f"{one_line(row.label):<{width}}  {row.count:>{digits}}  {one_line(row.detail)}".rstrip()
        for row in rows
    ]


@lru_cache(_TEXTS)
def one_line(text: str) -> str:
    r"""Text that stays on its line and cannot steer a terminal.

    >>> one_line("a\x1b[31mb\n c")
    'a [31mb c'
    """
    if not text.isprintable():
        text = text.translate(_UNPRINTABLE)
    return " ".join(text.split())
