"""Episodes and lines as marked-up text.

They are written the same way in every answer, so what is written of one is kept for the next.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import Option, OverflowMenuElement

from bot.render.layout import details_of, name_of
from bot.render.mrkdwn import bold, fitting, line, link
from bot.render.paper import length
from bot.render.request import Kind, Request

if TYPE_CHECKING:
    from bot.dialogue import Citation, Cue

MENU = "episode_menu"
CHOICES = (
    (Kind.SIMILAR, "Similar episodes"),
    (Kind.STACK, "Full stack"),
    (Kind.MOMENTS, "Key moments"),
)
"""What else there is to an episode, and what it is called."""

_MOST_CUES = 2
_OPTION_VALUE = 150
# Pieces of text that are kept: a few megabytes when all are long.
_LINES = 4096
_EPISODES = 1024

# From the models, which would check each menu anew; that takes longer than the whole message.
_FRAME = OverflowMenuElement(
    action_id=MENU, options=[Option(text=label, value=kind) for kind, label in CHOICES]
).to_dict()


def cited(citation: Citation) -> str:
    """Company, guest and date in bold, then the lines that say so."""
    head = _heading(citation.url, name_of(citation), details_of(citation))
    if citation.note:
        head += f" _({line(citation.note, 200)})_"
    shown = _shown(citation)
    limit = 2000 if shown == _MOST_CUES else 2950
    return fitting([head, *(moment(cue) for cue in citation.cues[:shown])], limit)


def _shown(citation: Citation) -> int:
    """Lines written out: key moments come as one episode with many lines, and want them all."""
    return 8 if len(citation.cues) > 5 else _MOST_CUES


@lru_cache(_EPISODES)
def _heading(url: str, name: str, details: str) -> str:
    head = named(url, name) or "…"
    return f"{head} · {bold(details, 160)}" if details else head


@lru_cache(_EPISODES)
def named(url: str, name: str) -> str:
    """The name of an episode in bold, behind its link."""
    return link(url, bold(name, 120))


def moment(cue: Cue) -> str:
    """A line behind the link that starts the player there."""
    return _moment(cue.url, cue.timestamp, cue.text)


@lru_cache(_LINES)
def _moment(url: str, timestamp: str | None, text: str) -> str:
    label = f"▶ {timestamp}" if timestamp else "▶"
    return f"{link(url, label)}  {line(text, 240)}"


@lru_cache(_EPISODES)
def menu(slug: str) -> tuple[dict[str, Any], int]:
    """What else there is to an episode, and how many bytes it adds to a section.

    There is nothing where the key of the episode is too long for an option. Whoever sends the
    menu does not change it.
    """
    values = [Request(slug, kind).packed() for kind, _ in CHOICES]
    if max(map(len, values)) > _OPTION_VALUE:
        return {}, 0
    options = zip(_FRAME["options"], values, strict=True)
    filled = [option | {"value": value} for option, value in options]
    accessory = {"accessory": _FRAME | {"options": filled}}
    # Its own braces are not there in the section, and a comma is before it.
    return accessory, length(accessory) - 1
