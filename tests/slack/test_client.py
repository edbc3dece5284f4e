"""Slack's answers and silences in our words, each call counted."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.response import HttpResponse

from bot.config import SlackSettings
from bot.errors import ConfigError, SlackError
from bot.slack.client import accepted, connectable, web_client
from bot.slack.metrics import CountedCalls, Metrics, outcome
from tests.postgres import free_port
from tests.slack.local_slack import LocalSlack

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    Ask = Callable[[WebClient, SlackSettings], object]

BOTH = pytest.mark.parametrize(
    ("ask", "method", "setting"),
    [
        (accepted, "auth.test", "SLACK_BOT_TOKEN"),
        (connectable, "apps.connections.open", "SLACK_APP_TOKEN"),
    ],
)


def settings(address: str) -> SlackSettings:
    """Settings with both tokens."""
    return SlackSettings(bot_token="xoxb-1", app_token="xapp-1", api_url=address)  # noqa: S106 - no secret


@BOTH
def test_a_token_is_accepted(ask: Ask, method: str, setting: str) -> None:
    """The right token is sent."""
    with LocalSlack() as slack:
        ask(web_client(settings(slack.api)), settings(slack.api))

    assert [call.token for call in slack.called(method)] == [
        "xoxb-1" if setting == "SLACK_BOT_TOKEN" else "xapp-1"
    ]


@BOTH
def test_a_token_that_is_refused_is_named(ask: Ask, method: str, setting: str) -> None:
    """With Slack's own word and where to get a better one."""
    with LocalSlack({method: {"ok": False, "error": "invalid_auth"}}) as slack:
        given = settings(slack.api)
        with pytest.raises(ConfigError, match=r"Slack refuses it \(invalid_auth\)") as caught:
            ask(web_client(given), given)

    assert caught.value.setting == setting


@BOTH
def test_an_address_that_is_not_slack_is_named(ask: Ask, method: str, setting: str) -> None:
    """It may be a proxy that is down, or any web site."""
    del setting
    with LocalSlack({method: 502}) as slack:
        given = settings(slack.api)
        with pytest.raises(SlackError, match="SLACK_API_URL"):
            ask(web_client(given), given)


@BOTH
def test_silence_is_named(ask: Ask, method: str, setting: str) -> None:
    """One line, without a traceback."""
    del method, setting
    given = settings(f"http://127.0.0.1:{free_port()}/api/")

    with pytest.raises(SlackError, match=r"127\.0\.0\.1:\d+/api/ cannot be reached"):
        ask(web_client(given), given)


def test_a_rate_limit_is_waited_for() -> None:
    """Each answer is counted, the one in between too."""
    metrics = Metrics()
    with LocalSlack({"chat.postMessage": 429}) as slack:
        client = web_client(settings(slack.api), metrics)
        with pytest.raises(SlackApiError):
            client.chat_postMessage(channel="C1", text="hi")

    assert len(slack.called("chat.postMessage")) == 3
    assert 'outcome="429"} 3.0' in metrics.text().decode()


def answered(status: int, body: dict[str, object] | None) -> HttpResponse:
    """A response as slack_sdk shows it to what may try again."""
    return HttpResponse(status_code=status, headers={}, body=body)


@pytest.mark.parametrize(
    ("response", "error", "word"),
    [
        (answered(200, {"ok": True}), None, "ok"),
        (answered(200, {"error": "is_archived"}), None, "is_archived"),
        (answered(200, None), None, "unknown"),
        (answered(503, None), None, "503"),
        (None, TimeoutError(), "TimeoutError"),
    ],
)
def test_every_outcome_has_a_word(
    response: HttpResponse | None, error: Exception | None, word: str
) -> None:
    """What operators see in their charts."""
    assert outcome(response, error) == word


def test_bolt_may_copy_the_counter() -> None:
    """It copies requests with all they hold for what is done after the acknowledgement."""
    counter = CountedCalls(Metrics())

    assert deepcopy([counter]) == [counter]
