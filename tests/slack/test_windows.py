"""A form about a channel is filled in once a channel is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from bot.slack import windows
from bot.slack.turn import Turn

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.slack.desk import Desk


@pytest.mark.parametrize("action", [{}, {"selected_conversation": None}])
def test_a_menu_that_was_emptied_changes_nothing(action: dict[str, Any]) -> None:
    """Slack is not called, and no form is made."""
    turn = Turn(cast("Desk", None), {"actions": [action]}, cast("WebClient", None), "T1")

    windows.follow(turn, lambda *_: pytest.fail("there is nothing to show"))
