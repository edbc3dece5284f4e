"""Whoever waits is told that there will be no answer, if Slack lets us."""

from __future__ import annotations

from http.client import IncompleteRead
from typing import TYPE_CHECKING, cast

import pytest
from slack_sdk.errors import SlackRequestError

from bot.slack.turn import APOLOGY, Turn

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.slack.desk import Desk


class Client:
    """Slack's side, which takes a message or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        self.said: list[dict[str, object]] = []
        self._error = error

    def chat_postMessage(self, **message: object) -> None:  # noqa: N802 - Slack's
        """Take it, or not."""
        if self._error is not None:
            raise self._error
        self.said.append(message)


def turn(client: Client) -> Turn:
    """Something that a person did outside of any channel."""
    return Turn(cast("Desk", None), {"user_id": "U1"}, cast("WebClient", client), "T1")


def test_an_apology_goes_to_the_person() -> None:
    """In a direct message where there is nowhere else."""
    client = Client()

    assert turn(client).apologise() is True
    assert client.said == [{"channel": "U1", "text": APOLOGY.text}]


@pytest.mark.parametrize(
    "error",
    [SlackRequestError("no"), TimeoutError(), IncompleteRead(b""), ValueError("no JSON")],
    ids=lambda error: type(error).__name__,
)
def test_an_apology_that_cannot_be_sent_is_no_further_failure(error: Exception) -> None:
    """What went wrong first is in the log already."""
    assert turn(Client(error)).apologise() is False
