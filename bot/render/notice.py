"""What the clock has to tell a person: why their digest stopped, and how to mend it."""

from __future__ import annotations

from bot.render.blocks import Message, section

_INVITE = "Invite me there with `/invite @Playhead`"
_AGAIN = "then send `/playhead digest` there and save."
_INSTALL = "Ask whoever looks after the app to install it again"

FIXES = {
    "not_in_channel": ("I am not in that channel any more.", f"{_INVITE}, {_AGAIN}"),
    "channel_not_found": ("I cannot see that channel any more.", f"{_INVITE}, {_AGAIN}"),
    "is_archived": ("that channel is archived.", f"Unarchive it, {_AGAIN}"),
    "account_inactive": ("Slack has switched my account off.", f"{_INSTALL}, {_AGAIN}"),
    "token_revoked": ("Slack has taken my access back.", f"{_INSTALL}, {_AGAIN}"),
    "missing_scope": ("I am not allowed to post.", f"{_INSTALL}, {_AGAIN}"),
    "unknown_zone": (
        "its time zone does not exist any more.",
        "Send `/playhead digest` there and choose another one.",
    ),
}
_OTHER = ("Slack does not let me post there ({word}).", f"When that is mended, {_AGAIN}")


def stopped_message(channel: str, word: str) -> Message:
    """That a subscription paused itself, why, and the way to start it again.

    Args:
        channel: Id of the channel, or of a person.
        word: Slack's word for why.
    """
    why, fix = FIXES.get(word, _OTHER)
    place = f"<@{channel}>" if channel.startswith(("U", "W")) else f"<#{channel}>"
    text = f"I have paused what I post in {place}: {why.format(word=word)} {fix}"
    return Message(text, (section(text),))
