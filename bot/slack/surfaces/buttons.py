"""The buttons and menus under an answer; each carries all it needs, so a restart loses nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.render.blocks import ASK, EPISODE, FEEDBACK, SHARE, Message, to_message
from bot.render.cited import MENU
from bot.render.request import Request
from bot.render.shared import sharer
from bot.slack import posting
from bot.slack.conversation import remember
from bot.slack.listening import lazily
from bot.slack.surfaces.direct import DIRECT

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

THANKS = {"up": "Thanks, good to know.", "down": "Thanks, noted: that answer has to get better."}
# Channels that only a post on the asker's own behalf can reach.
_NOT_OURS = frozenset({"not_in_channel", "channel_not_found"})


def register(app: App, desk: Desk) -> None:
    """Listen for everything that can be pressed under an answer."""
    app.action(re.compile("^page:"))(**lazily(desk, turn_page))
    app.action(SHARE)(**lazily(desk, share))
    app.action(re.compile(f"^({ASK}:|{EPISODE}:|{MENU}$)"))(**lazily(desk, ask))
    app.action(FEEDBACK)(**lazily(desk, thank))


def turn_page(turn: Turn) -> None:
    """Show another page in the place of this one, so that paging fills no channel.

    An answer that somebody shared stays theirs on every page.
    """
    request, by = Request.unpacked(turn.value), sharer(turn.message.get("blocks") or ())
    if by:
        message = to_message(turn.desk.answer(request), request, shared_by=by)
    else:
        message = turn.desk.reply(request, share=turn.ephemeral).message
    turn.respond(message, replace_original=True)


def ask(turn: Turn) -> None:
    """Answer a suggested question, or what was asked of an episode."""
    request = Request.unpacked(turn.value)
    reply = turn.desk.reply(request, share=turn.ephemeral)
    answer, message = reply.answer, reply.message
    if turn.ephemeral:
        turn.respond(message, response_type="ephemeral", replace_original=False)
        return
    direct = turn.channel.startswith("D")
    thread = turn.thread or (None if direct else str(turn.message["ts"]))
    if turn.say(message, thread=thread):
        said = Request(answer.question, previous=request.previous)
        remember(turn, thread or DIRECT, said, answer)


def share(turn: Turn) -> None:
    """Post the answer for everybody, once, with the name of who shared it."""
    container = turn.body.get("container") or {}
    key = f"{turn.team}:share:{turn.channel}:{container.get('message_ts', '')}:{turn.user}"
    state = turn.desk.state
    if not state.claim(key, turn.desk.now()):
        return
    request = replace(Request.unpacked(turn.value), offset=0)
    answer = turn.desk.answer(request)
    posted = None
    try:
        posted = _publish(turn, to_message(answer, request, shared_by=turn.user))
    finally:
        if posted is None:
            # Whoever is told that it failed presses the button again, and is heard then.
            state.release(key)
    if posted is None:
        return
    state.finish(key)
    if posted:
        remember(turn, turn.thread or posted, request, answer)
    turn.respond(to_message(answer, request), replace_original=True)


def _publish(turn: Turn, message: Message) -> str | None:
    """Post it.

    Returns:
        Its time stamp; empty where only the asker's own name opens the channel, ``None`` where
        nobody may post, which the asker is told.
    """
    try:
        return posting.post(turn.client, turn.channel, message, thread=turn.thread)
    except SlackApiError as error:
        word = posting.word_of(error)
        if word in _NOT_OURS:
            turn.respond(message, response_type="in_channel", replace_original=False)
            return ""
        if word not in posting.EXPLANATIONS:
            raise
        turn.whisper(posting.EXPLANATIONS[word])
        return None


def thank(turn: Turn) -> None:
    """Keep what somebody thinks of an answer, and say so to them only."""
    container = turn.body.get("container") or {}
    key = f"{turn.channel}:{container.get('message_ts', '')}"
    thumbs = "up" if turn.value == "up" else "down"
    turn.desk.state.record_feedback(turn.team, turn.user, key, thumbs, turn.desk.now())
    turn.whisper(THANKS[thumbs])
