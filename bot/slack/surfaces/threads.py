"""Follow-ups without a mention, in threads that began with one, where the channel wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.slack.conversation import converse
from bot.slack.listening import by_person, lazily, once, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App, BoltContext

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("message.channels", "message.groups", "message.mpim")
SCOPES = ("channels:history", "chat:write", "groups:history", "mpim:history")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

_CHANNELS = frozenset({"channel", "group", "mpim"})


def register(app: App, desk: Desk) -> None:
    """Listen to threads."""
    app.event("message", matchers=[_reply, _followed(desk)], middleware=[once(desk)])(
        **lazily(desk, answer)
    )


def _reply(event: dict[str, Any], context: BoltContext) -> bool:
    """Whether it is a reply to nobody in particular; mentions of the bot have their own event."""
    return (
        event.get("channel_type") in _CHANNELS
        and bool(event.get("thread_ts"))
        and not str(event.get("text") or "").lstrip().startswith("<@")
        and f"<@{context.bot_user_id}" not in str(event.get("text") or "")
        and by_person(event)
    )


def _followed(desk: Desk) -> Callable[..., bool]:
    def followed(event: dict[str, Any], body: dict[str, Any], context: BoltContext) -> bool:
        team, channel = workspace_of(context, body), str(event["channel"])
        return (
            desk.state.channel_mode(team, channel) == "thread"
            and desk.state.thread_question(team, channel, str(event["thread_ts"])) is not None
        )

    return followed


def answer(turn: Turn) -> None:
    """Answer in the thread, if there is anything to say."""
    thread = str(turn.event["thread_ts"])
    converse(turn, key=thread, thread=thread, overheard=True)
