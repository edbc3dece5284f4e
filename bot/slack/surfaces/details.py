"""The pane of details that opens when somebody presses the card under a link to an episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.digest.content import key_moments
from bot.slack.episodes import MOMENTS
from bot.slack.listening import finish, lazily, once
from bot.slack.surfaces.unfurl import episode_at
from bot.slack.work_object import entity

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.dialogue import Evidence, Head, Line
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("entity_details_requested",)
SCOPES: tuple[str, ...] = ()
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

GONE = "That episode is no longer in the catalogue."


def register(app: App, desk: Desk) -> None:
    """Listen for the pane being opened."""
    app.event("entity_details_requested", middleware=[once(desk)])(
        **lazily(desk, show, asked=False)
    )


def show(turn: Turn) -> None:
    """Fill the pane with all key moments and the stack, or say why it stays empty."""
    asker, event = turn.desk.askers(), turn.event
    head = episode_at(asker.lexicon().heads.values(), str(event.get("entity_url") or ""))
    trigger = str(event["trigger_id"])
    if head is None:
        error = {"status": "custom", "custom_title": "Not found", "custom_message": GONE}
        turn.client.entity_presentDetails(trigger, error=error)
    else:
        turn.client.entity_presentDetails(trigger, metadata=entity(asker, head, _moments))
    finish(turn)


def _moments(evidence: Evidence, head: Head) -> list[Line]:
    return key_moments(evidence, head, MOMENTS)
