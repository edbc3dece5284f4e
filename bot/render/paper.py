"""A message that is filled while there is room: what each block takes of it."""

from __future__ import annotations

from typing import Any

import orjson


class Paper:
    """Blocks that still fit on one message.

    Args:
        room: Bytes of JSON.
    """

    def __init__(self, room: int) -> None:
        self.blocks: list[dict[str, Any]] = []
        self.room = room

    def add(self, block: dict[str, Any], *, keep: int = 0, heavy: int | None = None) -> bool:
        """Add a block if it fits and leaves so much room; whether it did.

        Args:
            block: What to add.
            keep: Bytes to leave.
            heavy: What it weighs, where that is known already.
        """
        heavy = weight(block) if heavy is None else heavy
        if heavy + keep > self.room:
            return False
        self.place(block, heavy)
        return True

    def place(self, block: dict[str, Any], heavy: int) -> None:
        """Add a block of a known weight in any case."""
        self.room -= heavy
        self.blocks.append(block)


def weight(block: dict[str, Any]) -> int:
    r"""Bytes that a block takes of a message, with the comma that parts it from the next one.

    >>> weight({"text": "a\nß"})
    17
    """
    return length(block) + 1


def length(value: object) -> int:
    r"""Bytes of a value as JSON without spaces.

    >>> length('"ß"\n')
    10
    """
    return len(orjson.dumps(value))
