"""The message shortcut "Find related episodes": what the shows say about any message's subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogue import Answer
from bot.render.blocks import to_view
from bot.render.request import Request
from bot.render.typed import typed
from bot.slack.declared import Shortcut
from bot.slack.listening import lazily
from bot.slack.views import modal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slack_bolt import App

    from bot.slack.declared import Command, Function
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("commands",)
SHORTCUTS = (
    Shortcut("Find related episodes", "message", "related_episodes", "Episodes about this message"),
)
FUNCTIONS: tuple[Function, ...] = ()

NOTHING = "I found no episode about that message."
_MOST_NAMES = 5
_READ = ("title", "text")
"""Where blocks and attachments keep what people read."""


def register(app: App, desk: Desk) -> None:
    """Listen for the shortcut."""
    app.shortcut(SHORTCUTS[0].callback_id)(**lazily(desk, show))


def show(turn: Turn) -> None:
    """Open what was found, for the person only."""
    answer = related(turn.desk, typed(said(turn.message)))
    turn.client.views_open(
        trigger_id=turn.body["trigger_id"], view=modal("Related episodes", to_view(answer))
    )


def said(message: dict[str, Any]) -> str:
    """What people read in a message; that of an app may be in its attachments and blocks alone.

    >>> said({"text": "", "attachments": [{"title": "Go", "fields": [{"text": "1.23"}]}]})
    'Go 1.23'
    """
    parts = [message.get("attachments"), message.get("blocks")]
    return str(message.get("text") or " ".join(_texts(parts)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value[name] for name in _READ if isinstance(value.get(name), str))
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)


def related(desk: Desk, text: str) -> Answer:
    """The line that comes closest, else who uses the technologies that the message names."""
    answer = desk.answer(Request(text))
    if answer.episodes or answer.rows:
        return answer
    vocabulary = desk.askers().lexicon().vocabulary
    spans = [span for span in vocabulary.find(text) if span.sure]
    names = list(dict.fromkeys(vocabulary.name(span.id) for span in spans))
    if not names:
        return Answer(text, "unanswerable", NOTHING)
    return desk.answer(Request(f"who uses {' or '.join(names[:_MOST_NAMES])}?"))
