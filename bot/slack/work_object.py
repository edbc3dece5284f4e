"""An episode as a Work Object: Slack's own card, with a pane of details beside the conversation."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from slack_sdk.models.metadata import (
    ContentItemEntityFields,
    EntityAttributes,
    EntityCustomField,
    EntityMetadata,
    EntityPayload,
    EntityStringField,
    EntityTimestampField,
    EntityTitle,
    ExternalRef,
)

from bot.digest.content import declared, lookup
from bot.digest.subscription import key_of
from bot.questions.base import guests
from bot.render.layout import one_line
from bot.render.mrkdwn import clip
from bot.timecode import format_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.ask import Asker
    from bot.dialogue import Evidence, Head, Line

    Chosen = Callable[[Evidence, Head], Sequence[Line]]

TYPE = "slack#/entities/content_item"
_LONGEST = 300


def entity(asker: Asker, head: Head, chosen: Chosen, url: str | None = None) -> EntityMetadata:
    """An episode as Slack takes it.

    Args:
        asker: Where its lines are.
        head: The episode.
        chosen: Picks the lines to show.
        url: The address that somebody posted, the episode's own, perhaps with a second; the pane
            of details has none.
    """
    evidence = asker.find(lookup(head))
    name = asker.lexicon().vocabulary.name
    custom = [
        *_text("guest", "Guest", guests(head) or ""),
        *_moments(chosen(evidence, head)),
        *_text("stack", "Runs on", ", ".join(map(name, declared(evidence, head)))),
    ]
    stamp = _stamp(head)
    fields = ContentItemEntityFields(
        description=EntityStringField(value=_short(head.description)) if head.description else None,
        date_created=EntityTimestampField(value=stamp) if stamp else None,
    )
    return EntityMetadata(
        entity_type=TYPE,
        external_ref=ExternalRef(id=key_of(head)),
        url=head.url,
        app_unfurl_url=url,
        entity_payload=EntityPayload(
            attributes=EntityAttributes(
                title=EntityTitle(text=_short(head.title)),
                display_type="Episode",
                product_name="Playhead",
                # It never changes, so that opening the pane leaves the card as it is.
                metadata_last_modified=stamp,
            ),
            fields=fields,
            custom_fields=list(custom),
            display_order=[
                *(["description"] if fields.description else []),
                *(str(each.key) for each in custom),
                *(["date_created"] if stamp else []),
            ],
        ),
    )


def _moments(lines: Sequence[Line]) -> Iterator[EntityCustomField]:
    """Each line behind a link that starts the player there."""
    for number, line in enumerate(lines):
        label = "▶" if line.start is None else f"▶ {format_timestamp(line.start)}"
        yield EntityCustomField(
            key=f"moment_{number}",
            label=label,
            value=_short(line.text),
            type="string",
            link=line.url,
            long=True,
        )


def _text(key: str, label: str, value: str) -> Iterator[EntityCustomField]:
    if value:
        yield EntityCustomField(key=key, label=label, value=_short(value), type="string", long=True)


def _short(text: str | None) -> str:
    return clip(one_line(text or ""), _LONGEST)


def _stamp(head: Head) -> int | None:
    """The day of an episode in seconds since 1970, at noon so that it is that day everywhere."""
    if head.published is None:
        return None
    return int(datetime.combine(head.published, time(12), UTC).timestamp())
