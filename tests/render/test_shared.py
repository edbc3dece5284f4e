"""Whose an answer is can be read from the message that shows it, and from no other."""

from __future__ import annotations

from typing import Any

import pytest

from bot.render.shared import byline, sharer


def test_who_shared_it_is_found_again() -> None:
    """Nothing else is remembered of it."""
    line = byline("W012", "who uses <Go>?")

    assert sharer([{"type": "context", "elements": [{"type": "mrkdwn", "text": line}]}]) == "W012"


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [{"type": "section", "text": {"text": "Shared by <@U1>"}}],
        [{"type": "context", "elements": []}],
        [{"type": "context", "elements": [{"type": "image"}]}],
        [{"type": "context", "elements": [{"text": "Read as Shared by <@U1>."}]}],
    ],
)
def test_an_answer_that_nobody_shared_is_nobodys(blocks: list[dict[str, Any]]) -> None:
    """Whatever stands first in it."""
    assert sharer(blocks) is None
