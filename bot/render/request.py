"""What a button asks for, packed into its value, so that it works after any restart.

Nothing about a message is remembered: the button under an answer carries the question itself,
and pressing it asks again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.render.layout import one_line

# A question is read up to its first 500 characters, so nothing that counts is lost; three buttons
# of a message carry it, and each may have 2,000 characters.
_LONGEST_TEXT = 600
_LONGEST_PREVIOUS = 500


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
        previous: The question before it in the thread.
        offset: How many episodes of the answer were shown before.
    """

    text: str
    kind: Kind = Kind.ASK
    previous: str = ""
    offset: int = 0

    def packed(self) -> str:
        r"""The value of a button, at most 2,000 characters.

        >>> Request("who uses Go?", offset=5).packed()
        'ask\n5\n\nwho uses Go?'
        """
        previous = one_line(self.previous)[:_LONGEST_PREVIOUS].rstrip()
        text = one_line(self.text)[:_LONGEST_TEXT].rstrip()
        return "\n".join((self.kind, str(self.offset), previous, text))

    @classmethod
    def unpacked(cls, value: str) -> Request:
        r"""The request that a button carries; an unreadable one asks for help.

        >>> Request.unpacked("ask\n5\n\nwho uses Go?").offset
        5
        >>> Request.unpacked("of another age").text
        'help'
        """
        try:
            kind, offset, previous, text = value.split("\n", 3)
            return cls(text, Kind(kind), previous, max(int(offset), 0))
        except ValueError:
            return cls("help")
