"""What is refused, and how it is said: to the page in a sentence, to the app in Slack's word."""

from __future__ import annotations

from bot.errors import PlayheadError


class Refused(PlayheadError):
    """The page asks for what cannot be done.

    Args:
        sentence: What is wrong, for a person.
        status: HTTP status.
    """

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


class SlackRefusal(PlayheadError):
    """The app calls the Web API as Slack would not allow.

    Args:
        word: Slack's word for it: ``channel_not_found``.
        details: What exactly is wrong, as Slack says it in ``response_metadata``.
    """

    def __init__(self, word: str, *details: str) -> None:
        super().__init__(word)
        self.word = word
        self.details = details
