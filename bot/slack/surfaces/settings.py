"""How the bot listens in a channel: to mentions, to threads it is in, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import (
    ConversationFilter,
    ConversationSelectElement,
    InputBlock,
    Option,
    RadioButtonsElement,
)

from bot.render.blocks import section
from bot.slack.listening import lazily, workspace_of
from bot.slack.turn import chosen
from bot.slack.views import modal

if TYPE_CHECKING:
    from slack_bolt import Ack, App, BoltContext

    from bot.render.blocks import Json
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("commands",)
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

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
        ack(response_action="update", view=keep(desk, body, workspace_of(context, body)))

    app.command("/playhead", matchers=[_wanted])(**lazily(desk, show))
    app.action(OPEN)(**lazily(desk, show))
    app.action(CHANNEL)(**lazily(desk, follow))
    app.view(CALLBACK)(save)


def _wanted(command: dict[str, Any]) -> bool:
    return str(command.get("text") or "").strip().lower() == "settings"


def show(turn: Turn) -> None:
    """Open the modal, for the channel where it was asked for if there is one."""
    mode = turn.desk.state.channel_mode(turn.team, turn.channel) if turn.channel else "mention"
    turn.client.views_open(trigger_id=turn.body["trigger_id"], view=form(turn.channel, mode))


def follow(turn: Turn) -> None:
    """Show the mode of the channel that was just chosen, not the one of the channel before it."""
    view = turn.body["view"]
    channel = str(turn.action["selected_conversation"])
    mode = turn.desk.state.channel_mode(turn.team, channel)
    turn.client.views_update(view_id=view["id"], hash=view["hash"], view=form(channel, mode))


def form(channel: str, mode: str) -> Json:
    """The modal.

    Slack keeps what is chosen in a block it knows, whatever an update says, so the block of the
    mode has another id for each channel.
    """
    options = {
        name: Option(value=name, text=title, description=description)
        for name, (title, description) in MODES.items()
    }
    where = ConversationSelectElement(
        action_id=CHANNEL,
        initial_conversation=channel if channel[:1] in {"C", "G"} and channel else None,
        filter=ConversationFilter(include=["public", "private", "mpim"], exclude_bot_users=True),
    )
    how = RadioButtonsElement(
        action_id="mode", options=list(options.values()), initial_option=options[mode]
    )
    blocks = [
        InputBlock(
            block_id="channel", label="Channel", element=where, dispatch_action=True
        ).to_dict(),
        InputBlock(block_id=f"mode:{channel}", label="How I listen there", element=how).to_dict(),
    ]
    return modal("Channel settings", blocks, submit="Save", callback=CALLBACK)


def keep(desk: Desk, body: dict[str, Any], team: str) -> Json:
    """Store what was chosen; the view that says so."""
    values = body["view"]["state"]["values"]
    channel = str(values["channel"][CHANNEL]["selected_conversation"])
    mode = next(chosen(fields["mode"]) for fields in values.values() if "mode" in fields)
    desk.state.set_channel_mode(team, channel, mode, str(body["user"]["id"]), desk.now())
    title, description = MODES[mode]
    return modal("Channel settings", [section(f"<#{channel}>: *{title}*. {description}")])
