"""``/playhead`` and ``/whouses``: answers that only the asker sees, with a button to share them.

The answer is the acknowledgement itself, so it is there at once and needs no call to Slack.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
from slack_bolt import BoltResponse

from bot.render.blocks import Message, context
from bot.render.request import Kind, Request
from bot.render.typed import typed
from bot.slack.declared import Command, left_to_others

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.slack.declared import Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.replies import Reply

COMMANDS = (
    Command(
        "/playhead",
        "Ask about podcast episodes; only you see the answer",
        "[question | help | latest | random | digest | watch technology | settings]",
    ),
    Command("/whouses", "Which shows use a technology, and where they say so", "[technology]"),
)
EVENTS: tuple[str, ...] = ()
SCOPES = ("commands",)
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

USAGE = (
    "`/playhead who uses Terraform?` asks anything · `/whouses postgres` · "
    "`/playhead latest` · `/playhead random`\n"
    "`/playhead digest` posts an episode of the day · `/playhead watch Terraform` tells of new "
    "episodes about it · `/playhead settings` says how I listen here"
)
_WORDS = {"": "help", "help": "help", "latest": "latest episode"}


def register(app: App, desk: Desk) -> None:
    """Listen for both commands."""
    kept = lru_cache(desk.settings.answers_kept)(written)

    def answer(request: Request, command: dict[str, Any]) -> BoltResponse:
        reply = desk.reply(request, share=True)
        if reply.answer.gap:
            desk.missed(str(command.get("team_id", "")), request.text)
        return BoltResponse(status=200, body=kept(reply))

    def playhead(command: dict[str, Any]) -> BoltResponse:
        return answer(read(desk, typed(command.get("text") or "")), command)

    def whouses(command: dict[str, Any]) -> BoltResponse:
        text = typed(command.get("text") or "")
        lost = text.lower() in {"", "help"}
        return answer(Request("help" if lost else f"who uses {text}"), command)

    app.command("/playhead", matchers=[_is_ours])(playhead)
    app.command("/whouses")(whouses)


def _is_ours(command: dict[str, Any]) -> bool:
    return not left_to_others(str(command.get("text") or ""))


def read(desk: Desk, text: str) -> Request:
    """What follows the command: one of its words, or a question."""
    word = text.lower()
    if word == "random":
        heads = desk.heads()
        return Request(desk.pick(heads).slug, Kind.EPISODE) if heads else Request(text)
    return Request(_WORDS.get(word, text))


def written(reply: Reply) -> str:
    """A reply as the JSON that acknowledges a command."""
    message = reply.message
    if reply.answer.intent == "help":
        message = Message(f"{message.text}\n\n{USAGE}", (*message.blocks, context(USAGE)))
    return orjson.dumps(
        {
            "response_type": "ephemeral",
            "text": message.text,
            "blocks": message.blocks,
            "unfurl_links": False,
            "unfurl_media": False,
        }
    ).decode()
