"""Answers to a ``response_url`` are counted, and with what they say of it only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.config import SlackSettings
from bot.render.blocks import Message, section
from bot.slack.client import web_client
from bot.slack.metrics import Metrics
from bot.slack.posting import respond
from tests.slack.local_slack import Failure, LocalSlack

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWER = Message("3 episodes", (section("3 episodes"),))


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """Slack's side."""
    with LocalSlack() as running:
        yield running


@pytest.mark.parametrize(
    ("failures", "counted"),
    [
        ((), {"ok": 1}),
        ((Failure("invalid_blocks", 400),), {"400": 1, "ok": 1}),
        ((Failure("x", 503),), {"503": 1, "ok": 1}),
        ((Failure("used_url", 404),) * 2, {"404": 2}),
    ],
    ids=["taken", "without blocks", "at the second try", "used up"],
)
def test_every_answer_is_counted(
    slack: LocalSlack, failures: tuple[Failure, ...], counted: dict[str, int]
) -> None:
    """By how it ended; the address, which lets anybody answer, is in no count."""
    metrics = Metrics()
    client = web_client(SlackSettings(api_url=slack.api), metrics)
    slack.fail("respond", *failures)

    if "ok" in counted:
        respond(client, slack.response_url, ANSWER)
    else:
        with pytest.raises(ConnectionError, match="status 404"):
            respond(client, slack.response_url, ANSWER)

    told = metrics.text().decode()
    for outcome, number in counted.items():
        name = f'playhead_slack_calls_total{{method="response_url",outcome="{outcome}"}}'
        assert f"{name} {number}.0" in told
    assert 'method="respond"' not in told
