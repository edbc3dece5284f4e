"""What the person writes: posts, mentions, direct messages and slash commands."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from bot.addresses import host_of
from bot.render.mrkdwn import escape
from bot.web.causes import Cause
from bot.web.names import APP, BOT_NAME, BOT_USER, CHANNELS, ME, MY_NAME, TEAM
from bot.web.posts import Post
from bot.web.refusals import Refused
from bot.web.room import Receipt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.web.courier import Reply
    from bot.web.names import Channel, Json
    from bot.web.room import Room

LONGEST = 4000
"""Characters of a post."""
_MENTION = re.compile(rf"(?<![\w.])@{BOT_NAME}\b", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]'\"]")
_COMMAND = re.compile(r"/\S+")
UNTHREADED = "direct"
"""What a conversation without threads is known by, in the place of a thread."""


def say(room: Room, channel: str, text: str, thread: str | None = None) -> str | None:
    """Write something.

    Args:
        room: Where.
        channel: Its id.
        text: As typed.
        thread: ``ts`` of the message to reply to.

    Returns:
        ``ts`` of the post; a command makes none.

    Raises:
        Refused: There is no such channel or message, or nothing to say.
    """
    place = CHANNELS.get(channel)
    text = text.strip()
    if place is None:
        raise Refused("There is no such channel.", 404)
    if not text:
        raise Refused("Write something first.")
    if len(text) > LONGEST:
        raise Refused(f"That is longer than {LONGEST:,} characters.")
    if thread is not None and room.workspace.get(channel, thread) is None:
        raise Refused("The message of that thread is gone.", 404)
    if text.startswith("/"):
        _command(room, place, text, thread)
        return None
    return _post(room, place, text, thread)


def _command(room: Room, place: Channel, text: str, thread: str | None) -> None:
    """Hand a slash command to the app, and show what it answers with."""
    found = _COMMAND.match(text)
    name = found.group() if found else "/"
    if thread is not None:
        raise Refused("Slack takes no slash commands in threads. Use it in the channel.")
    if name not in room.commands:
        raise Refused(f"{name} is no command here. There are {', '.join(sorted(room.commands))}.")
    # What a command asks is for the app to say; its answer carries the question.
    cause = room.causes.add(Cause(frozenset({(place.id, None)}), command=text))
    fields = {
        **_fields(place),
        "command": name,
        "text": text[len(name) :].strip(),
        "response_url": room.response_url(Receipt(place.id, None, cause)),
        "trigger_id": room.windows.trigger(),
    }

    def deliver() -> Reply:
        reply = room.courier.command(fields)
        if reply.ok and (reply.body.get("text") or reply.body.get("blocks")):
            room.arrive(
                place.id,
                str(reply.body.get("text") or ""),
                tuple(reply.body.get("blocks") or ()),
                ephemeral=reply.body.get("response_type") != "in_channel",
                cause=cause,
            )
        return reply

    room.later(deliver, name)


def _fields(place: Channel) -> dict[str, str]:
    """What Slack sends with any command that is typed in a channel."""
    return {
        "token": "",
        "team_id": TEAM,
        "team_domain": "playground",
        "channel_id": place.id,
        "channel_name": "directmessage" if place.kind == "im" else place.name,
        "user_id": ME,
        "user_name": MY_NAME,
        "api_app_id": APP,
        "is_enterprise_install": "false",
    }


def _post(room: Room, place: Channel, text: str, thread: str | None) -> str:
    post = Post(room.workspace.next_ts(), place.id, ME, marked_up(text), thread)
    direct = place.kind == "im"
    where = thread if direct else thread or post.ts
    conversation = (place.id, where or UNTHREADED)
    asked = room.explainer.begin(conversation, post.text)
    room.causes.add(Cause(frozenset({(place.id, where)}), asked, conversation))
    room.workspace.put(post)
    for event in events(post, place, room.sites()):
        room.later(partial(room.courier.event, event), "The post")
    return post.ts


def marked_up(text: str) -> str:
    """What was typed as Slack keeps it: escaped, with links and the bot's name marked.

    >>> marked_up("@playhead who uses C & C++? https://x.test/a.")
    '<@U0PLAYHEAD> who uses C &amp; C++? <https://x.test/a>.'
    """
    marked, end = [], 0
    for found in _LINK.finditer(text):
        marked += [_addressed(text[end : found.start()]), f"<{escape(found.group())}>"]
        end = found.end()
    return "".join([*marked, _addressed(text[end:])])


def _addressed(text: str) -> str:
    return _MENTION.sub(f"<@{BOT_USER}>", escape(text))


def events(post: Post, place: Channel, sites: frozenset[str]) -> Iterator[Json]:
    """What Slack tells the app of a post.

    Args:
        sites: Hosts whose links it wants to hear of.
    """
    told = {
        "user": post.user,
        "text": post.text,
        "ts": post.ts,
        "team": TEAM,
        "channel": post.channel,
        "event_ts": post.ts,
        "client_msg_id": str(uuid4()),
        **({"thread_ts": post.thread} if post.thread else {}),
    }
    if place.kind == "channel" and f"<@{BOT_USER}>" in post.text:
        yield told | {"type": "app_mention"}
    yield told | {"type": "message", "channel_type": place.kind}
    links = shared(post.text, sites)
    if links:
        yield {
            "type": "link_shared",
            "user": post.user,
            "channel": post.channel,
            "message_ts": post.ts,
            "links": links,
            "event_ts": post.ts,
            "unfurl_id": uuid4().hex,
            "source": "conversations_history",
            **({"thread_ts": post.thread} if post.thread else {}),
        }


def shared(text: str, sites: frozenset[str]) -> list[dict[str, str]]:
    """The links of a post to some hosts, each once.

    >>> shared("<https://www.x.test/1> <https://y.test>", frozenset({"x.test"}))
    [{'domain': 'x.test', 'url': 'https://www.x.test/1'}]
    """
    urls = dict.fromkeys(found.replace("&amp;", "&") for found in links_of(text))
    named_urls = ((host_of(url), url) for url in urls)
    return [{"domain": host, "url": url} for host, url in named_urls if host in sites]


def links_of(text: str) -> list[str]:
    """The addresses that are marked up as links."""
    return re.findall(r"<(https?://[^>|]+)", text)
