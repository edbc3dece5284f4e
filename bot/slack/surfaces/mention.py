"""``@Playhead …`` in a channel: answered in the thread of the mention, nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.slack.conversation import converse
from bot.slack.listening import by_person, finish, lazily, once

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("app_mention",)
SCOPES = ("app_mentions:read", "chat:write")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

LATEST_EDIT_S = 86_400.0
"""Seconds after which an edit asks nothing any more, long before its post is forgotten."""

OFF = (
    "I am switched off in this channel. `/playhead` answers just you, and `/playhead settings` "
    "switches me on."
)


def register(app: App, desk: Desk) -> None:
    """Listen for mentions."""
    app.event("app_mention", matchers=[_asked], middleware=[once(desk)])(**lazily(desk, answer))


def _asked(event: dict[str, Any]) -> bool:
    return by_person(event) and _edited_after(event) < LATEST_EDIT_S


def _edited_after(event: dict[str, Any]) -> float:
    """Seconds from a post to its edit, 0 where there was none.

    Slack tells of a mention again when its post is edited. Whoever forgot it and adds it is
    answered; what was answered already is known by its post.
    """
    edited = event.get("edited")
    return float(edited["ts"]) - float(event["ts"]) if edited else 0.0


def answer(turn: Turn) -> None:
    """Answer in the thread, unless the channel does not want that."""
    if turn.desk.state.channel_mode(turn.team, turn.channel) == "off":
        turn.whisper(OFF)
        finish(turn)
        return
    thread = str(turn.event.get("thread_ts") or turn.event["ts"])
    converse(turn, key=thread, thread=thread)
