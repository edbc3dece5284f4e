"""What can be pressed or filled in, found in the blocks of a message or a view."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.web.names import Json


def elements(blocks: Iterable[Json]) -> Iterator[Json]:
    """All interactive elements, in their order."""
    for _, element in placed(blocks):
        yield element


def placed(blocks: Iterable[Json]) -> Iterator[tuple[str, Json]]:
    """All interactive elements, each with the id of its block."""
    for block in blocks:
        for each in [*(block.get("elements") or ()), block.get("accessory"), block.get("element")]:
            if isinstance(each, dict) and "action_id" in each:
                yield str(block.get("block_id", "")), each


def named(blocks: Iterable[Json]) -> tuple[Json, ...]:
    """The blocks, each with an id; Slack gives one to those that have none."""
    return tuple(
        block if block.get("block_id") else {**block, "block_id": token_hex(3)} for block in blocks
    )
