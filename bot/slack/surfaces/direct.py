"""Direct messages and the agent view: every message is a question, every second one a follow-up."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bot.slack.client import UNREACHABLE
from bot.slack.conversation import converse
from bot.slack.listening import by_person, lazily, once

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("message.im",)
SCOPES = ("chat:write", "im:history", "im:write")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

DIRECT = "direct"
"""What a conversation without threads is known by."""
STATUS = "is looking through the show notes…"


def register(app: App, desk: Desk) -> None:
    """Listen for direct messages."""
    app.event("message", matchers=[_asked], middleware=[once(desk)])(**lazily(desk, answer))


def _asked(event: dict[str, Any]) -> bool:
    return event.get("channel_type") == "im" and by_person(event)


def answer(turn: Turn) -> None:
    """Answer where it was asked: in the thread of the agent view, or in the conversation."""
    thread = turn.event.get("thread_ts")
    if thread:
        _show_status(turn, str(thread))
    converse(turn, key=str(thread or DIRECT), thread=thread)


def _show_status(turn: Turn, thread: str) -> None:
    """Say that an answer is coming; where no status can be shown there still is the answer."""
    with suppress(*UNREACHABLE):
        turn.client.assistant_threads_setStatus(
            channel_id=turn.channel, thread_ts=thread, status=STATUS
        )
