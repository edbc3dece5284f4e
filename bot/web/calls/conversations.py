"""``conversations.*``: channels, who is in them, and what was said there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.web.calls.given import place
from bot.web.names import BOT_USER, CHANNELS, DIRECT, ME, TEAM
from bot.web.refusals import SlackRefusal

if TYPE_CHECKING:
    from bot.web.names import Channel, Json
    from bot.web.posts import Post
    from bot.web.room import Room

_PAGE = 100
_NO_MORE = {"response_metadata": {"next_cursor": ""}}


def everything(room: Room, given: Json) -> Json:
    """The channels of the kinds that are wanted."""
    del room
    kinds = str(given.get("types") or "public_channel").split(",")
    wanted = {"im" if kind.strip() == "im" else "channel" for kind in kinds}
    found = [_described(each) for each in CHANNELS.values() if each.kind in wanted]
    return {"channels": found, **_NO_MORE}


def info(room: Room, given: Json) -> Json:
    """One channel."""
    del room
    return {"channel": _described(place(given))}


def members(room: Room, given: Json) -> Json:
    """Who is in a channel: the person and the bot, in every one."""
    del room
    place(given)
    return {"members": [ME, BOT_USER], **_NO_MORE}


def open_direct(room: Room, given: Json) -> Json:
    """The conversation with the person."""
    del room
    if given.get("channel"):
        return {"channel": _described(place(given))}
    if str(given.get("users") or "") != ME:
        raise SlackRefusal("user_not_found")
    return {"channel": _described(DIRECT)}


def history(room: Room, given: Json) -> Json:
    """Messages of a channel, newest first, without the replies in threads."""
    posts = room.workspace.of(place(given).id)
    return _page(posts[::-1], given)


def replies(room: Room, given: Json) -> Json:
    """A message and the replies to it, oldest first."""
    channel, ts = place(given), str(given.get("ts") or "")
    if room.workspace.get(channel.id, ts) is None:
        raise SlackRefusal("thread_not_found")
    return _page(room.workspace.of(channel.id, ts), given)


def _page(posts: list[Post], given: Json) -> Json:
    """A page of the messages between two times; Slack leaves out what only one person sees."""
    metadata, inclusive = _flag(given, "include_all_metadata"), _flag(given, "inclusive")
    after, before = _number(given, "oldest", 0.0), _number(given, "latest", float("inf"))
    most = int(min(max(_number(given, "limit", _PAGE), 1), 1000))
    shown = [
        post.as_slack(metadata=metadata)
        for post in posts
        if not post.ephemeral
        and (after < float(post.ts) < before or (inclusive and float(post.ts) in {after, before}))
    ]
    begin = int(_number(given, "cursor", 0))
    end = begin + most
    more = len(shown) > end
    return {
        "messages": shown[begin:end],
        "has_more": more,
        "response_metadata": {"next_cursor": str(end) if more else ""},
    }


def _flag(given: Json, name: str) -> bool:
    return str(given.get(name) or "").lower() in {"1", "true"}


def _number(given: Json, name: str, otherwise: float) -> float:
    try:
        return float(given.get(name) or otherwise)
    except (TypeError, ValueError) as error:
        raise SlackRefusal("invalid_arguments", f"[ERROR] {name} is no number") from error


def _described(channel: Channel) -> Json:
    if channel.kind == "im":
        return {"id": channel.id, "is_im": True, "user": ME, "is_archived": False}
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_im": False,
        "is_mpim": False,
        "is_group": False,
        "is_private": False,
        "is_archived": False,
        "is_general": channel.name == "general",
        "is_member": True,
        "creator": ME,
        "context_team_id": TEAM,
        "num_members": 2,
    }
