"""Whoever made a digest reads why it stopped and what to do."""

from __future__ import annotations

import pytest

from bot.digest.outbox import STOPS
from bot.render.notice import stopped_message
from bot.render.subscription import STOPPED


@pytest.mark.parametrize("word", sorted(STOPS))
def test_every_reason_comes_with_a_way_on(word: str) -> None:
    """In the text and in the blocks alike."""
    message = stopped_message("C123", word)

    assert message.text.startswith("What I post in <#C123> has stopped by itself.")
    assert "`/playhead digest" in message.text
    assert message.blocks[0]["text"]["text"] == message.text


def test_a_person_is_named_as_a_person() -> None:
    """A digest may go to one."""
    assert "<@U123>" in stopped_message("U123", "user_not_found").text


def test_every_explained_word_stops_a_digest() -> None:
    """An explanation of what never happens would be a slip."""
    assert set(STOPPED) <= STOPS
