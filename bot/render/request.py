"""What a button asks for, packed into its value, so that it works after any restart.

Nothing about a message is remembered: the button under an answer carries the question itself,
and pressing it asks again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.render.layout import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

# A question is read up to its first 500 characters, so nothing that counts is lost; three buttons
# of a message carry it with what it follows, and each may have 2,000 characters.
_LONGEST_TEXT = 600
_LONGEST_FIRST = 500
_LONGEST_PREVIOUS = 900


class Kind(StrEnum):
    """What is asked."""

    ASK = "ask"
    SIMILAR = "similar"
    STACK = "stack"
    MOMENTS = "moments"
    EPISODE = "episode"


@dataclass(frozen=True, slots=True)
class Request:
    """A question, or what one wants to know of an episode.

    Attributes:
        text: The question; the address of the episode for the other kinds.
        previous: What was asked before it in the thread, as far as it matters, the oldest first.
        offset: How many episodes of the answer were shown before.
    """

    text: str
    kind: Kind = Kind.ASK
    previous: tuple[str, ...] = ()
    offset: int = 0

    def at(self, offset: int) -> Request:
        """The same request for the page at an offset."""
        return self if offset == self.offset else replace(self, offset=offset)

    def packed(self) -> str:
        r"""The value of a button, at most 2,000 characters.

        >>> Request("who uses Go?", offset=5).packed()
        'ask\n5\n\nwho uses Go?'
        """
        previous = remembered(self.previous) or ("",)
        text = one_line(self.text)[:_LONGEST_TEXT].rstrip()
        return "\n".join((self.kind, str(self.offset), *previous, text))

    @classmethod
    def unpacked(cls, value: str) -> Request:
        r"""The request that a button carries; an unreadable one asks for help.

        >>> Request.unpacked("ask\n5\n\nwho uses Go?").offset
        5
        >>> Request.unpacked("of another age").text
        'help'
        """
        try:
            kind, offset, *previous, text = value.split("\n")
            return cls(text, Kind(kind), tuple(filter(None, previous)), max(int(offset), 0))
        except ValueError:
            return cls("help")


def remembered(texts: Sequence[str]) -> tuple[str, ...]:
    r"""Texts of a thread as they are kept: a line each, the first one and the latest that fit.

    >>> remembered(["who uses Go?", "and\nRust?"])
    ('who uses Go?', 'and Rust?')
    """
    lines = [short for text in texts if (short := one_line(text)[:_LONGEST_FIRST].rstrip())]
    room = _LONGEST_PREVIOUS - sum(map(len, lines[:1]))
    latest: list[str] = []
    for text in reversed(lines[1:]):
        room -= len(text) + 1
        if room < 0:
            break
        latest.insert(0, text)
    return (*lines[:1], *latest)
