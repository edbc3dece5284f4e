"""``assistant.*`` and ``functions.*``: that an answer is coming, what to ask, steps that end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.web.calls.given import place, thread
from bot.web.refusals import SlackRefusal

if TYPE_CHECKING:
    from bot.web.names import Json
    from bot.web.room import Room


def status(room: Room, given: Json) -> Json:
    """Show under a thread what the bot is doing; an empty text clears it."""
    channel, within = place(given, "channel_id"), thread(given)
    if within is None:
        raise SlackRefusal("invalid_arguments", "[ERROR] thread_ts is missing")
    text = str(given.get("status") or "")
    room.workspace.tell("status", channel=channel.id, thread_ts=within, text=text)
    return {}


def prompts(room: Room, given: Json) -> Json:
    """Show questions that one press asks."""
    channel = place(given, "channel_id")
    offered = given.get("prompts")
    if not isinstance(offered, list) or not offered or len(offered) > 4:
        raise SlackRefusal("invalid_arguments", "[ERROR] prompts must be 1 to 4")
    room.workspace.tell(
        "prompts", channel=channel.id, title=str(given.get("title") or ""), prompts=offered
    )
    return {}


def title(room: Room, given: Json) -> Json:
    """Name a thread; the page shows no names of threads."""
    del room
    place(given, "channel_id")
    return {}


def completed(room: Room, given: Json) -> Json:
    """A workflow step has ended well."""
    return _ended(room, given, outputs=given.get("outputs") or {})


def failed(room: Room, given: Json) -> Json:
    """A workflow step has failed."""
    return _ended(room, given, error=str(given.get("error") or ""))


def _ended(room: Room, given: Json, **result: object) -> Json:
    execution = str(given.get("function_execution_id") or "")
    if not execution:
        raise SlackRefusal("invalid_arguments", "[ERROR] function_execution_id is missing")
    room.workspace.tell("function", execution=execution, **result)
    return {}
