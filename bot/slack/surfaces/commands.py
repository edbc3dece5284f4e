"""``/playhead`` and ``/whouses``: answers that only the asker sees, with a button to share them.

The answer is the acknowledgement itself, so it is there at once and needs no call to Slack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.render.blocks import Message, context, to_message
from bot.render.mrkdwn import typed
from bot.render.request import Kind, Request
from bot.slack.declared import Command

if TYPE_CHECKING:
    from slack_bolt import Ack, App

    from bot.slack.declared import Function, Shortcut
    from bot.slack.desk import Desk

COMMANDS = (
    Command(
        "/playhead",
        "Ask about podcast episodes; only you see the answer",
        "[question | help | latest | random]",
    ),
    Command("/whouses", "Which shows use a technology, and where they say so", "[technology]"),
)
EVENTS: tuple[str, ...] = ()
SCOPES = ("commands",)
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

USAGE = (
    "`/playhead who uses Terraform?` asks anything · `/whouses postgres` · "
    "`/playhead latest` · `/playhead random`"
)
_WORDS = {"": "help", "help": "help", "latest": "latest episode"}


def register(app: App, desk: Desk) -> None:
    """Listen for both commands."""

    def playhead(ack: Ack, command: dict[str, Any]) -> None:
        ack(**reply(desk, read(desk, typed(command.get("text") or "")), command))

    def whouses(ack: Ack, command: dict[str, Any]) -> None:
        text = typed(command.get("text") or "")
        known = text.lower() in {"", "help"}
        ack(**reply(desk, Request("help" if known else f"who uses {text}"), command))

    app.command("/playhead")(playhead)
    app.command("/whouses")(whouses)


def read(desk: Desk, text: str) -> Request:
    """What follows the command: one of its words, or a question."""
    word = text.lower()
    heads = desk.heads()
    if word == "random" and heads:
        return Request(desk.pick(heads).slug, Kind.EPISODE)
    return Request(_WORDS.get(word, text))


def reply(desk: Desk, request: Request, command: dict[str, Any]) -> dict[str, Any]:
    """The answer as the acknowledgement of a command."""
    answer = desk.answer(request)
    message = to_message(answer, request, share=True)
    if answer.gap:
        desk.state.record_gap(str(command.get("team_id", "")), request.text, desk.now())
    if answer.intent == "help":
        message = Message(f"{message.text}\n\n{USAGE}", (*message.blocks, context(USAGE)))
    return {
        "response_type": "ephemeral",
        "text": message.text,
        "blocks": list(message.blocks),
        "unfurl_links": False,
        "unfurl_media": False,
    }
