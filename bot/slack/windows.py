"""Forms about a place: opened at once, filled in when the place was looked at.

Slack waits three seconds for a form to be opened, and in a large channel it takes longer than
that to see who is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.slack import places, posting
from bot.slack.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.render.blocks import Json
    from bot.slack.turn import Turn

    Fill = Callable[[Turn, Place], Json]

_LEFT = frozenset({"hash_conflict", "not_found"})
"""What Slack says where nobody waits any more: another channel was chosen, or the form closed."""

NEW = "new"
"""Value of a button that opens a form in which a channel is to be chosen."""


def edit(turn: Turn, fill: Fill) -> None:
    """Open the form for the place that a button names."""
    channel = turn.value if turn.value != NEW else ""
    show(turn, Place(channel, checked=channel == turn.user), fill)


def show(turn: Turn, place: Place, fill: Fill, *, posts: bool = True) -> None:
    """Open the form of a place, then look at the place, then fill the form in.

    Args:
        turn: Who wants to change something.
        place: Where.
        fill: Makes the form.
        posts: The bot has to be there, too.
    """
    opened = turn.client.views_open(trigger_id=turn.body["trigger_id"], view=fill(turn, place))
    if place.channel and not place.checked:
        _settle(turn, place, opened["view"], fill, posts=posts)


def follow(turn: Turn, fill: Fill, *, posts: bool = True) -> None:
    """Fill the form in for the channel that was just chosen."""
    channel = turn.action.get("selected_conversation")
    if channel:
        _settle(turn, Place(str(channel)), turn.view, fill, posts=posts)


def _settle(turn: Turn, place: Place, view: dict[str, Any], fill: Fill, *, posts: bool) -> None:
    found = places.checked(turn, place, posts=posts)
    try:
        turn.client.views_update(view_id=view["id"], hash=view["hash"], view=fill(turn, found))
    except SlackApiError as error:
        if posting.word_of(error) not in _LEFT:
            raise
