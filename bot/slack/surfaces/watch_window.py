"""The form of the watches of a channel or a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import ExternalDataMultiSelectElement, InputBlock, Option

from bot.render.blocks import context
from bot.render.mrkdwn import clip
from bot.slack import places, windows
from bot.slack.catalogue import glance
from bot.slack.history import last_change
from bot.slack.listening import lazily, workspace_of
from bot.slack.places import Place
from bot.slack.sent import Sent
from bot.slack.surfaces.home import publish
from bot.slack.views import modal
from bot.slack.watching import EDIT, MOST, list_message

if TYPE_CHECKING:
    from slack_bolt import Ack, App, BoltContext

    from bot.render.blocks import Json
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("channels:read", "groups:read", "mpim:read")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

TITLE = "Watches"
CALLBACK = "watch_form"
CHANNEL = "watch:channel"
TECHNOLOGIES = "watch:technologies"
ALONE = "These are for you alone: what is new comes as a direct message."
_OFFERED = 100
"""Entries that Slack shows."""
_HINT = "Each new episode that uses or plans one of them is told there, once."


def register(app: App, desk: Desk) -> None:
    """Listen for the form and its menus."""

    def offer(ack: Ack, payload: dict[str, Any]) -> None:
        ack(options=offered(desk, str(payload.get("value") or "").strip()))

    def save(ack: Ack, body: dict[str, Any], context: BoltContext) -> None:
        ack(**keep(desk, body, workspace_of(context, body)))

    app.action(re.compile(f"^{EDIT}:"))(**lazily(desk, edit))
    app.action(CHANNEL)(**lazily(desk, follow))
    app.options(TECHNOLOGIES)(offer)
    app.view(CALLBACK)(**lazily(desk, publish, asked=False) | {"ack": save})


def offered(desk: Desk, text: str) -> list[Json]:
    """Technologies that contain what was typed, those that some episode uses first."""
    seen = glance(desk.askers())
    ids = dict.fromkeys(ident for ident, _ in seen.used(text))
    if text:
        ids |= dict.fromkeys(
            ident
            for ident, technology in seen.vocabulary.technologies.items()
            if text.lower() in technology.name.lower()
        )
    return [_option(seen.vocabulary.name(each), each).to_dict() for each in list(ids)[:_OFFERED]]


def _option(name: str, ident: str) -> Option:
    return Option(text=clip(name, 75), value=ident)


def edit(turn: Turn) -> None:
    """Open the form for what a button names, or for a channel to be chosen."""
    windows.edit(turn, filled)


def follow(turn: Turn) -> None:
    """Show what is watched in the channel that was just chosen."""
    windows.follow(turn, filled)


def filled(turn: Turn, place: Place) -> Json:
    """The form of a place; before that is looked at, only the menu of channels."""
    blocks = places.fields(place, CHANNEL, ALONE)
    if place.checked:
        state, name = turn.desk.state, glance(turn.desk.askers()).vocabulary.name
        watches = state.watches.of_channel(turn.team, place.channel)
        chosen = [_option(name(each.technology), each.technology) for each in watches]
        blocks += [
            _technologies(place, chosen),
            context(last_change(state.digests.changes(turn.team, place.channel), watches=True)),
        ]
    return modal(TITLE, blocks, submit="Save", callback=CALLBACK, data=place.packed())


def _technologies(place: Place, chosen: list[Option]) -> Json:
    menu = ExternalDataMultiSelectElement(
        action_id=TECHNOLOGIES,
        placeholder="Type a technology",
        min_query_length=0,
        initial_options=chosen or None,
        max_selected_items=MOST,
    )
    return InputBlock(
        block_id=f"watched:{place.channel}",
        label="Technologies",
        element=menu,
        hint=_HINT,
        optional=True,
    ).to_dict()


def keep(desk: Desk, body: dict[str, Any], team: str) -> dict[str, Any]:
    """Store the difference; what Slack is answered."""
    view, user, now = body["view"], str(body["user"]["id"]), desk.now()
    sent = Sent(view["state"]["values"])
    place = Place.unpacked(view["private_metadata"])
    wrong = sent.misplaced(place)
    if wrong:
        return {"response_action": "errors", "errors": wrong}
    watches, channel = desk.state.watches, place.channel
    before = {each.technology for each in watches.of_channel(team, channel)}
    after = dict.fromkeys(sent.options("watched"))
    for technology in sorted(before.difference(after)):
        watches.remove(team, channel, technology, user, now)
    for technology in (each for each in after if each not in before):
        watches.add(team, channel, technology, user, now)
    vocabulary = glance(desk.askers()).vocabulary
    said = list_message(watches.of_channel(team, channel), vocabulary, channel)
    return {"response_action": "update", "view": modal(TITLE, list(said.blocks[:1]))}
