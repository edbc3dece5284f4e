"""Blocks are weighed as the JSON that is sent, and added while there is room."""

from __future__ import annotations

import json

import pytest

from bot.render.blocks import actions, button, context, section
from bot.render.paper import Paper, length, weight

BLOCKS = (
    section('“quoted” and \\ "so" \n on'),
    context("ünïcode ▶"),
    actions([button("a", "b", "c")]),
)


def test_as_much_as_it_takes_in_the_message() -> None:
    """All blocks together weigh what their list does."""
    written = json.dumps(BLOCKS, ensure_ascii=False, separators=(",", ":")).encode()

    # The list's own brackets are two; of the commas there is one less than of the blocks.
    assert len(written) == sum(map(weight, BLOCKS)) + 1
    assert [length(block) + 1 for block in BLOCKS] == [weight(block) for block in BLOCKS]


@pytest.mark.parametrize(("room", "keep", "fits"), [(0, 0, True), (-1, 0, False), (9, 10, False)])
def test_what_does_not_fit_is_left_out(room: int, keep: int, *, fits: bool) -> None:
    """And takes no room from what comes after it."""
    paper = Paper(weight(BLOCKS[0]) + room)

    assert paper.add(BLOCKS[0], keep=keep) is fits
    assert paper.blocks == ([BLOCKS[0]] if fits else [])
    assert paper.room == (0 if fits else weight(BLOCKS[0]) + room)


def test_a_weight_that_is_known_is_believed() -> None:
    """To weigh is most of the work; and the first episode is there whatever it weighs."""
    paper = Paper(10)

    assert paper.add(BLOCKS[0], heavy=9)
    assert not paper.add(BLOCKS[1], heavy=2)
    paper.place(BLOCKS[2], 5)

    assert (paper.blocks, paper.room) == ([BLOCKS[0], BLOCKS[2]], -4)
