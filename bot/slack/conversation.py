"""A question typed into a channel or a direct message, and the answer to it in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import SMALLTALK
from bot.render.request import Request, remembered
from bot.render.typed import typed
from bot.slack.listening import finish

if TYPE_CHECKING:
    from bot.dialogue import Answer
    from bot.slack.turn import Turn


def converse(turn: Turn, *, key: str, thread: str | None, overheard: bool = False) -> None:
    """Answer a post, with the question before it in mind.

    Args:
        turn: A message event.
        key: What the conversation is known by: its thread, or the channel of a direct message.
        thread: Where to answer; ``None`` for the channel itself.
        overheard: It was not said to the bot, who then speaks only when it knows something.
    """
    state = turn.desk.state
    text = typed(str(turn.event.get("text") or "")) or "help"
    previous = state.thread_question(turn.team, turn.channel, key) or ""
    request = Request(text, previous=tuple(previous.splitlines()))
    reply = turn.desk.reply(request)
    answer = reply.answer
    if not overheard or answer.episodes or answer.rows:
        turn.say(reply.message, thread=thread)
        remember(turn, key, request, answer)
    finish(turn)


def remember(turn: Turn, key: str, request: Request, answer: Answer) -> None:
    """Keep what the next question may follow, and what could not be answered."""
    state, now = turn.desk.state, turn.desk.now()
    if answer.intent not in SMALLTALK:
        texts = remembered(turn.desk.thread(request))
        state.remember_thread(turn.team, turn.channel, key, "\n".join(texts), now)
    if answer.gap:
        turn.desk.missed(turn.team, request.text)
