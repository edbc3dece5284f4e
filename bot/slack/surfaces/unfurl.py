"""Links to episodes, unfurled: who was on, what they run, and the line at the linked second."""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from slack_sdk.errors import SlackApiError
from slack_sdk.models.metadata import EventAndEntityMetadata

from bot.addresses import host_of
from bot.digest.content import declared, key_moments, lookup
from bot.questions.base import company, guests
from bot.render.blocks import context, section
from bot.render.mrkdwn import bold, fitting, line, link
from bot.slack.listening import finish, lazily, once
from bot.slack.posting import word_of
from bot.slack.work_object import entity
from bot.timecode import day, format_timestamp, parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slack_bolt import App
    from slack_sdk.models.metadata import EntityMetadata
    from slack_sdk.web import SlackResponse

    from bot.ask import Asker
    from bot.dialogue import Evidence, Head, Line
    from bot.render.blocks import Json
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("link_shared",)
SCOPES = ("links:read", "links:write")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

_log = logging.getLogger(__name__)
_MOMENTS = 3
# What Slack says where Work Objects are not switched on, or not yet there.
_NO_OBJECTS = frozenset(
    {
        "error_processing_metadata",
        "feature_not_enabled",
        "invalid_arguments",
        "invalid_metadata",
        "invalid_entity_type",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "metadata_too_large",
        "not_allowed",
    }
)
_STACK = 15
# Where players keep the second: "#38:43", "#t=2323", "?t=1:04:22", "?t=2323s".
_AT = re.compile(r"(?:^|[#?&])(?:t=)?(?:(\d{1,3}(?::\d\d){1,2})|(\d{1,6})s?)(?:$|&)")


def register(app: App, desk: Desk) -> None:
    """Listen for links to the loaded shows."""
    app.event("link_shared", middleware=[once(desk)])(**lazily(desk, unfurl, asked=False))


def unfurl(turn: Turn) -> None:
    """Put a card under each link to an episode; other pages of the site are left alone.

    So is a channel where the bot is switched off.
    """
    if turn.desk.state.channel_mode(turn.team, turn.channel) == "off":
        finish(turn)
        return
    asker = turn.desk.askers()
    urls = dict.fromkeys(str(each.get("url", "")) for each in turn.event.get("links", ()))
    cards = {url: {"blocks": card} for url in urls if (card := card_of(asker, url))}
    if cards:
        _send(turn, cards, [entity_at(asker, url) for url in cards])
    finish(turn)


def _send(turn: Turn, cards: dict[str, Any], entities: list[EntityMetadata]) -> None:
    """Send the cards as Work Objects, and without where an app may have none."""
    place = _place(turn.event)
    try:
        answer = turn.client.chat_unfurl(
            unfurls=cards, metadata=EventAndEntityMetadata(entities=list(entities)), **place
        )
    except SlackApiError as error:
        if word_of(error) not in _NO_OBJECTS:
            raise
        turn.client.chat_unfurl(unfurls=cards, **place)
    else:
        _notice(answer)


def _notice(answer: SlackResponse) -> None:
    """Log that Slack left the Work Objects out, which it does without calling it an error."""
    warning = str(answer.get("warning") or "")
    if "metadata" in warning:
        _log.warning("Slack left the Work Objects of a card out", extra={"warning": warning})


def entity_at(asker: Asker, url: str) -> EntityMetadata:
    """The Work Object of an episode whose address was posted."""
    head = episode_at(asker.lexicon().heads.values(), url)
    assert head is not None
    return entity(asker, head, partial(moments_at, url=url), url)


def moments_at(evidence: Evidence, head: Head, url: str) -> list[Line]:
    """The line that is spoken where an address leads to, else the key moments."""
    lines = [each for each in evidence.lines if each.episode == head.id]
    spoken = line_at(lines, second_of(url))
    return [spoken] if spoken else key_moments(evidence, head, _MOMENTS)


def _place(event: dict[str, Any]) -> dict[str, Any]:
    """A link in a message is known by the message, one still being written by an id of its own."""
    if event.get("source") == "composer":
        return {"unfurl_id": event["unfurl_id"], "source": "composer"}
    return {"channel": event["channel"], "ts": event["message_ts"]}


def card_of(asker: Asker, url: str) -> list[Json]:
    """The card of an episode; empty when the address is none of ours."""
    head = episode_at(asker.lexicon().heads.values(), url)
    if head is None:
        return []
    evidence = asker.find(lookup(head))
    names = [asker.lexicon().vocabulary.name(tech) for tech in declared(evidence, head)]
    moments = moments_at(evidence, head, url)
    blocks = [section(_heading(head))]
    if moments:
        blocks.append(section(fitting([_moment(each) for each in moments])))
    if names:
        more = f" and {len(names) - _STACK} more" if len(names) > _STACK else ""
        blocks.append(context(f"Runs on {line(', '.join(names[:_STACK]), 600)}{more}"))
    return blocks


def episode_at(heads: Iterable[Head], url: str) -> Head | None:
    """The episode that an address leads to, whatever follows it."""
    wanted = _page(url)
    return next((head for head in heads if wanted and _page(head.url) == wanted), None)


def _page(url: str) -> tuple[str, str] | None:
    """Host and path of an address; nothing where it is none."""
    host = host_of(url)
    return (host, unquote(urlsplit(url).path).rstrip("/")) if host else None


def second_of(url: str) -> int | None:
    """The second that a link starts at.

    >>> second_of("https://x.test/1#38:43"), second_of("https://x.test/1?t=75s")
    (2323, 75)
    >>> second_of("https://x.test/1#tech-stack")
    """
    parts = urlsplit(url)
    for part in (f"#{parts.fragment}" if parts.fragment else "", f"?{parts.query}"):
        match = _AT.search(unquote(part))
        if match:
            try:
                return parse_timestamp(match[1]) if match[1] else int(match[2])
            except ValueError:
                return None
    return None


def line_at(lines: list[Line], second: int | None) -> Line | None:
    """The line that is spoken at a second: the last one that began by then."""
    if second is None:
        return None
    begun = [each for each in lines if each.start is not None and each.start <= second]
    return max(begun, key=lambda each: each.start or 0, default=None)


def _heading(head: Head) -> str:
    who = guests(head)
    details = " · ".join(
        filter(
            None,
            [
                line(who, 150) if who else "",
                day(head.published) if head.published else "",
                f"{head.duration // 60} minutes" if head.duration else "",
            ],
        )
    )
    title = link(head.url, bold(head.title, 200))
    about = line(head.description or company(head), 300)
    return fitting([each for each in (title, details, about) if each])


def _moment(spoken: Line) -> str:
    label = "▶" if spoken.start is None else f"▶ {format_timestamp(spoken.start)}"
    return f"{link(spoken.url, label)}  {line(spoken.text, 240)}"
