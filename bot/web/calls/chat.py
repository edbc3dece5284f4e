"""``chat.*``: messages come, change and go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.web.calls.given import place, thread
from bot.web.checks import MESSAGE_BLOCKS, MOST_BLOCKS, check, listed, message
from bot.web.elements import named
from bot.web.names import ME
from bot.web.refusals import SlackRefusal
from bot.web.writing import links_of

if TYPE_CHECKING:
    from bot.web.names import Json
    from bot.web.posts import Post
    from bot.web.room import Room


def post_message(room: Room, given: Json) -> Json:
    """Post for everybody, and clear the status that announced it."""
    channel, within = place(given), thread(given)
    text, blocks = message(given)
    metadata = given.get("metadata")
    post = room.arrive(
        channel.id,
        text,
        blocks,
        thread=within,
        metadata=metadata if isinstance(metadata, dict) else None,
    )
    room.workspace.tell("status", channel=channel.id, thread_ts=within, text="")
    return {"channel": channel.id, "ts": post.ts, "message": post.as_slack()}


def post_ephemeral(room: Room, given: Json) -> Json:
    """Post for the person alone."""
    channel = place(given)
    if given.get("user") != ME:
        raise SlackRefusal("user_not_in_channel")
    text, blocks = message(given)
    post = room.arrive(channel.id, text, blocks, thread=thread(given), ephemeral=True)
    return {"message_ts": post.ts}


def update(room: Room, given: Json) -> Json:
    """Put other content into a message of the bot."""
    post = _own(room, given, "cant_update_message")
    text, blocks = message(given)
    room.workspace.put(replace(post, text=text, blocks=named(blocks)))
    return {"channel": post.channel, "ts": post.ts, "text": text}


def delete(room: Room, given: Json) -> Json:
    """Take a message of the bot away."""
    post = _own(room, given, "cant_delete_message")
    room.workspace.delete(post.channel, post.ts)
    return {"channel": post.channel, "ts": post.ts}


def _own(room: Room, given: Json, word: str) -> Post:
    post = room.workspace.get(place(given).id, str(given.get("ts") or ""))
    if post is None or post.ephemeral:
        raise SlackRefusal("message_not_found")
    if not post.bot:
        raise SlackRefusal(word)
    return post


def unfurl(room: Room, given: Json) -> Json:
    """Put cards under the links of a message."""
    channel = place(given)
    post = room.workspace.get(channel.id, str(given.get("ts") or ""))
    unfurls = given.get("unfurls")
    if post is None:
        raise SlackRefusal("cannot_find_message")
    if not isinstance(unfurls, dict) or not unfurls:
        raise SlackRefusal("missing_unfurls")
    there = {url.replace("&amp;", "&") for url in links_of(post.text)}
    if not there.issuperset(unfurls):
        raise SlackRefusal("cannot_unfurl_url")
    cards = []
    for url, card in unfurls.items():
        blocks = listed(card.get("blocks") if isinstance(card, dict) else None)
        check(blocks, MESSAGE_BLOCKS, MOST_BLOCKS)
        cards.append({"from_url": url, "blocks": list(named(blocks))})
    room.workspace.attach(channel.id, post.ts, tuple(cards))
    return {}


def permalink(room: Room, given: Json) -> Json:
    """The address of a message in the page."""
    channel, ts = place(given), str(given.get("message_ts") or "")
    if room.workspace.get(channel.id, ts) is None:
        raise SlackRefusal("message_not_found")
    return {"channel": channel.id, "permalink": f"{room.url}/#{channel.id}-{ts}"}
