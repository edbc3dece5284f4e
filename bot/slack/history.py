"""Who changed last what a conversation gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.mrkdwn import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.digest.subscription import Change


def last_change(changes: Sequence[Change]) -> str:
    """The latest change in mark-up; Slack writes the date on the reader's clock.

    Args:
        changes: Latest first.
    """
    if not changes:
        return "Nobody has changed anything yet."
    last = changes[0]
    when = f"<!date^{int(last.at)}^{{date_short_pretty}} {{time}}|some time ago>"
    who = f"<@{last.user}>" if last.user else "me"
    return f"Last changed by {who}, {when}: {line(last.what, 200)}"
