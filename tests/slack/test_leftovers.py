"""Forms, menus and commands that no surface knows any more."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from bot.slack.leftovers import OUTDATED, UNKNOWN
from tests.slack.requests import as_form, command, send

if TYPE_CHECKING:
    from bot.slack.runtime import Runtime

PERSON = {"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}, "api_app_id": "A1"}
TYPED = "what nobody else may read"


def interaction(kind: str, **more: Any) -> dict[str, str]:
    """The fields of an interaction."""
    return {"payload": json.dumps({"type": kind, **PERSON, **more})}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            interaction(
                "view_submission", view={"type": "modal", "callback_id": "old", "state": TYPED}
            ),
            OUTDATED,
        ),
        (
            interaction("block_suggestion", action_id="old", block_id="b", value=TYPED),
            '{"options": []}',
        ),
        (interaction("block_actions", actions=[{"action_id": "old", "value": TYPED}]), ""),
        (interaction("shortcut", callback_id="old"), ""),
        (interaction("message_action", callback_id="old", message={"text": TYPED}), ""),
        (command("/elsewhere", TYPED), UNKNOWN),
    ],
    ids=["form", "menu", "button", "shortcut", "message shortcut", "command"],
)
def test_whoever_waits_gets_a_word(
    runtime: Runtime, caplog: pytest.LogCaptureFixture, fields: dict[str, str], said: str
) -> None:
    """And nothing of what they typed is logged."""
    body, headers = as_form(fields)

    with caplog.at_level(logging.INFO):
        reply = send(runtime.web(), "/slack/events", body.encode(), method="POST", headers=headers)

    assert reply.status == 200
    assert said in reply.body
    assert TYPED not in caplog.text
