"""What methods are called with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.web.names import CHANNELS, DIRECT, ME
from bot.web.refusals import SlackRefusal

if TYPE_CHECKING:
    from bot.web.names import Channel, Json


def place(given: Json, name: str = "channel") -> Channel:
    """The channel that is named; the person's id stands for the conversation with them.

    Raises:
        SlackRefusal: There is no such channel.
    """
    ident = str(given.get(name) or "")
    channel = DIRECT if ident == ME else CHANNELS.get(ident)
    if channel is None:
        raise SlackRefusal("channel_not_found")
    return channel


def thread(given: Json) -> str | None:
    """The thread that is named, if one is."""
    return str(given.get("thread_ts") or "") or None
