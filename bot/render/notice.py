"""What the clock has to tell a person: why their digest stopped, and how to mend it."""

from __future__ import annotations

from bot.digest.subscription import is_person
from bot.render.blocks import Message, section
from bot.render.subscription import stopped_words


def stopped_message(channel: str, word: str) -> Message:
    """That what is posted somewhere has stopped, why, and the way to start it again.

    Args:
        channel: Id of the channel, or of a person.
        word: Slack's word for why.
    """
    place = f"<@{channel}>" if is_person(channel) else f"<#{channel}>"
    text = f"What I post in {place} has stopped by itself. {stopped_words(word)}"
    return Message(text, (section(text),))
