"""One way to make a client of Slack's Web API, and to ask whether it accepts us."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import ConfigError, SlackError
from bot.slack.metrics import CountedCalls
from bot.slack.patience import retries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slack_sdk.web import SlackResponse

    from bot.config import SlackSettings
    from bot.slack.metrics import Metrics

TIMEOUT_S = 10
UNREACHABLE = (SlackClientError, HTTPException, OSError, ValueError)
"""What slack_sdk raises when there is no sensible answer at all."""

HOW_TO_CONNECT = "Make one with the scope connections:write and copy it."


def web_client(slack: SlackSettings, metrics: Metrics | None = None) -> WebClient:
    """A client that retries what is worth it and counts every response.

    Args:
        slack: Where the Web API is, and the token of the one workspace, if any.
        metrics: Where to count.
    """
    return WebClient(
        token=slack.bot_token or None,
        base_url=slack.api_url,
        timeout=TIMEOUT_S,
        logger=logging.getLogger("slack_sdk"),
        retry_handlers=[*([CountedCalls(metrics)] if metrics else []), *retries()],
    )


def single_try_client(slack: SlackSettings, metrics: Metrics | None = None) -> WebClient:
    """A client that tries once: whoever posts must know how each try ended.

    Args:
        slack: Where the Web API is, and the token of the one workspace, if any.
        metrics: Where to count.
    """
    client = web_client(slack, metrics)
    client.retry_handlers = [CountedCalls(metrics)] if metrics else []
    return client


def accepted(client: WebClient, slack: SlackSettings) -> SlackResponse:
    """What ``auth.test`` says of the bot token.

    Raises:
        ConfigError: Slack refuses the token.
        SlackError: Slack does not answer.
    """
    with explained(slack, "SLACK_BOT_TOKEN", "Install the app again and copy the token it gets."):
        return client.auth_test()


def connectable(client: WebClient, slack: SlackSettings) -> None:
    """See that the app-level token may open a Socket Mode connection.

    Raises:
        ConfigError: Slack refuses the token.
        SlackError: Slack does not answer.
    """
    with explained(slack, "SLACK_APP_TOKEN", HOW_TO_CONNECT):
        client.apps_connections_open(app_token=slack.app_token)


@contextmanager
def explained(slack: SlackSettings, setting: str, fix: str) -> Iterator[None]:
    """Slack's refusal of a token, or its silence, in our words.

    Args:
        slack: Where the Web API is.
        setting: The token that is shown to Slack.
        fix: What to do when Slack refuses it.

    Raises:
        ConfigError: Slack refuses the token.
        SlackError: Slack does not answer.
    """
    try:
        yield
    except SlackApiError as error:
        raise _refused(setting, error, fix) from error
    except UNREACHABLE as error:
        raise SlackError(
            f"{slack.api_url} cannot be reached ({type(error).__name__})."
            " Check the network and SLACK_API_URL."
        ) from error


def _refused(setting: str, error: SlackApiError, fix: str) -> ConfigError | SlackError:
    """A refusal in our words; what is not one of Slack's own is no refusal."""
    word = error.response.get("error", "")
    if error.response.status_code != HTTPStatus.OK or " " in word:
        return SlackError(
            f"Slack's Web API answered with status {error.response.status_code} and no sense."
            " Check SLACK_API_URL, and try again in a moment."
        )
    return ConfigError(setting, f"Slack refuses it ({word})", fix)
