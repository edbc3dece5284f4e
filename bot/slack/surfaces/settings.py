"""How the bot listens in a channel: to mentions, to threads it is in, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import InputBlock, Option, RadioButtonsElement

from bot.render.blocks import context, section
from bot.slack import places, windows
from bot.slack.history import last_change
from bot.slack.listening import lazily, workspace_of
from bot.slack.places import Place
from bot.slack.sent import Sent
from bot.slack.views import modal

if TYPE_CHECKING:
    from slack_bolt import Ack, App, BoltContext

    from bot.render.blocks import Json
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn
    from bot.state import State

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("channels:read", "commands", "groups:read", "mpim:read")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

TITLE = "Channel settings"
OPEN = "settings:open"
CHANNEL = "settings:channel"
CALLBACK = "channel_settings"
MODES = {
    "mention": ("Mentions only", "I answer when somebody mentions me, in a thread."),
    "thread": ("Whole thread", "In such a thread I also answer follow-ups without a mention."),
    "off": ("Off", "I say nothing there; slash commands still answer just you."),
}


def register(app: App, desk: Desk) -> None:
    """Listen for the command, the button in the Home, and the modal being sent."""

    def save(ack: Ack, body: dict[str, Any], context: BoltContext) -> None:
        ack(**keep(desk, body, workspace_of(context, body)))

    app.command("/playhead", matchers=[_wanted])(**lazily(desk, show))
    app.action(OPEN)(**lazily(desk, show))
    app.action(CHANNEL)(**lazily(desk, follow))
    app.view(CALLBACK)(save)


def _wanted(command: dict[str, Any]) -> bool:
    return str(command.get("text") or "").strip().lower() == "settings"


def show(turn: Turn) -> None:
    """Open the modal, for the channel where it was asked for if there is one."""
    channel = turn.channel if turn.channel.startswith(("C", "G")) else ""
    windows.show(turn, Place(channel), filled, posts=False)


def follow(turn: Turn) -> None:
    """Show the mode of the channel that was just chosen, not the one of the channel before it."""
    windows.follow(turn, filled, posts=False)


def filled(turn: Turn, place: Place) -> Json:
    """The form of a place; before that is looked at, only the menu of channels."""
    blocks = places.fields(place, CHANNEL, "")
    if place.checked:
        state = turn.desk.state
        mode = state.channel_mode(turn.team, place.channel)
        blocks += [_how(place.channel, mode), _changed(state, turn.team, place.channel)]
    return modal(TITLE, blocks, submit="Save", callback=CALLBACK, data=place.packed())


def _how(channel: str, mode: str) -> Json:
    """The choice of a mode.

    Slack keeps what is chosen in a block it knows, whatever an update says, so the block has
    another id for each channel.
    """
    options = {
        name: Option(value=name, text=title, description=description)
        for name, (title, description) in MODES.items()
    }
    how = RadioButtonsElement(
        action_id="mode", options=list(options.values()), initial_option=options[mode]
    )
    return InputBlock(block_id=f"mode:{channel}", label="How I listen there", element=how).to_dict()


def _changed(state: State, team: str, channel: str) -> Json:
    change = state.channel_change(team, channel)
    named = [replace(change, what=MODES[change.what][0])] if change else []
    return context(last_change(named))


def keep(desk: Desk, body: dict[str, Any], team: str) -> dict[str, Any]:
    """Store what was chosen; what Slack is answered."""
    view = body["view"]
    sent, place = Sent(view["state"]["values"]), Place.unpacked(view["private_metadata"])
    wrong = sent.misplaced(place)
    if wrong:
        return {"response_action": "errors", "errors": wrong}
    mode, channel = sent.option("mode"), place.channel
    desk.state.set_channel_mode(team, channel, mode, str(body["user"]["id"]), desk.now())
    title, description = MODES[mode]
    said = section(f"<#{channel}>: *{title}*. {description}")
    shown = modal(TITLE, [said, _changed(desk.state, team, channel)])
    return {"response_action": "update", "view": shown}
