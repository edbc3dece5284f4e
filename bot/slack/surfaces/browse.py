"""Browsing by technology and category: a menu that searches while one types, and its answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import ExternalDataSelectElement, Option, OptionGroup

from bot.render.blocks import to_view
from bot.render.mrkdwn import clip
from bot.render.request import Request
from bot.slack.catalogue import glance
from bot.slack.listening import lazily
from bot.slack.views import modal

if TYPE_CHECKING:
    from slack_bolt import Ack, App

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES: tuple[str, ...] = ()
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

BROWSE = "browse:all"
"""Menu of technologies and categories; what is chosen is the question to ask."""
TECHNOLOGY = "browse:technology"
"""Menu of technologies; what is chosen is its name."""
_MOST = 100


def register(app: App, desk: Desk) -> None:
    """Listen for typing in the menus, and for a choice in the one that asks."""

    def offer(ack: Ack, payload: dict[str, Any]) -> None:
        both = payload.get("action_id") == BROWSE
        ack(option_groups=groups(desk, str(payload.get("value") or ""), both=both))

    app.options(re.compile("^browse:"))(offer)
    app.action(BROWSE)(**lazily(desk, show))


def menu(action: str, placeholder: str) -> ExternalDataSelectElement:
    """A menu that asks for its options."""
    return ExternalDataSelectElement(action_id=action, placeholder=placeholder, min_query_length=0)


def groups(desk: Desk, typed: str, *, both: bool) -> list[dict[str, Any]]:
    """Technologies, and categories where they are wanted, that contain what was typed."""
    seen = glance(desk.askers())
    named = [
        (f"{name} ({number})", f"who uses {name}?" if both else name)
        for name, number in seen.technologies(typed)[:_MOST]
    ]
    found = {"Technologies": named}
    if both:
        names = seen.categories(typed)[:_MOST]
        found["Categories"] = [(name, f"most used {name}") for name in names]
    return [
        OptionGroup(label=label, options=[_option(*each) for each in options]).to_dict()
        for label, options in found.items()
        if options
    ]


def _option(label: str, value: str) -> Option:
    return Option(text=clip(label, 75), value=clip(value, 150))


def show(turn: Turn) -> None:
    """Open the answer to what was chosen."""
    request = Request(turn.value)
    blocks = to_view(turn.desk.answer(request))
    turn.client.views_open(trigger_id=turn.body["trigger_id"], view=modal(request.text, blocks))
