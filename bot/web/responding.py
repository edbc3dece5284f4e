"""Answers to a ``response_url``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.web.causes import answered
from bot.web.checks import message
from bot.web.elements import named

if TYPE_CHECKING:
    from bot.web.names import Json
    from bot.web.room import Receipt, Room


def respond(room: Room, receipt: Receipt, given: Json) -> None:
    """Answer there: with a new message, or in the place of the one that was pressed.

    Raises:
        SlackRefusal: Slack would not take the message.
    """
    post = receipt.post
    if given.get("delete_original") and post is not None:
        room.workspace.delete(post.channel, post.ts)
        return
    text, blocks = message(given)
    if given.get("replace_original") and post is not None:
        asked = answered(blocks) or receipt.cause.typed
        room.workspace.put(
            replace(
                post,
                text=text,
                blocks=named(blocks),
                took_ms=receipt.cause.took_ms(),
                explain=room.explainer.lines(asked) if asked else (),
            )
        )
        return
    thread = given.get("thread_ts") or receipt.thread
    room.arrive(
        receipt.channel,
        text,
        blocks,
        thread=str(thread) if thread else None,
        ephemeral=given.get("response_type") != "in_channel",
        cause=receipt.cause,
    )
