"""Who changed last what a conversation gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.digest.subscription import MADE
from bot.render.mrkdwn import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.digest.subscription import Change


_WATCHES = ("watch ", "unwatch ")


def last_change(changes: Sequence[Change], *, watches: bool = False) -> str:
    """The latest change in mark-up; Slack writes the date on the reader's clock.

    Args:
        changes: Latest first.
        watches: Of the watches, else of the digest.
    """
    last = next((each for each in changes if each.what.startswith(_WATCHES) is watches), None)
    if last is None:
        return "Nobody has changed anything yet."
    when = f"<!date^{int(last.at)}^{{date_short_pretty}} {{time}}|some time ago>"
    who = f"<@{last.user}>" if last.user else "me"
    if last.what == MADE:
        return f"Set up by {who}, {when}"
    return f"Last changed by {who}, {when}: {line(last.what, 200)}"
