"""The agent view, where a conversation begins: questions that one press asks."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackClientError

from bot.slack.listening import lazily
from bot.slack.manifest import PROMPTS

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("app_home_opened",)
SCOPES = ("assistant:write",)
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()


def register(app: App, desk: Desk) -> None:
    """Listen for the messages tab being opened."""
    app.event("app_home_opened", matchers=[_messages])(**lazily(desk, suggest, asked=False))


def _messages(event: dict[str, Any]) -> bool:
    return event.get("tab") == "messages"


def suggest(turn: Turn) -> None:
    """Show what can be asked; a workspace without the agent view shows nothing."""
    prompts = [{"title": title, "message": message} for title, message in PROMPTS]
    with suppress(SlackClientError):
        turn.client.api_call(
            "assistant.threads.setSuggestedPrompts",
            json={
                "channel_id": turn.channel,
                "title": "Ask about the episodes",
                "prompts": prompts,
            },
        )
