"""The button "Another one" under an episode of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.again import Again
from bot.render.digest import ANOTHER
from bot.slack import digest_posts
from bot.slack.listening import lazily

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("chat:write",)
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

ONLY_ONE = "There is no other episode that fits."


def register(app: App, desk: Desk) -> None:
    """Listen for the button."""
    app.action(ANOTHER)(**lazily(desk, another))


def another(turn: Turn) -> None:
    """Show one more: in the place of what only one person sees, else in the thread below."""
    direct = turn.channel.startswith("D")
    alone = turn.ephemeral or direct
    message = digest_posts.another(
        turn.desk, Again.unpacked(turn.value), "" if alone else turn.user
    )
    if message is None:
        turn.whisper(ONLY_ONE)
    elif turn.ephemeral:
        turn.respond(message, replace_original=True)
    else:
        turn.say(message, thread=turn.thread or (None if direct else str(turn.message["ts"])))
