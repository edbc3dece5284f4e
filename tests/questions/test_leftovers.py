"""What a question says beyond its names and the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.leftovers import leftover

if TYPE_CHECKING:
    from tests.questions.library import Library


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("who uses redis", []),
        ("redis, whose stack has it", []),
        ("in which shows does redis play a role", []),
        ("redis lost a weekend of orders", ["lost", "weekend", "orders"]),
        ("restoring the archive", ["restoring", "archive"]),
    ],
)
def test_what_is_left_over(library: Library, question: str, left: list[str]) -> None:
    """Neither names nor the frame of a question."""
    assert leftover(library.understand(question).utterance) == left
