"""A thread sleeps for a rate limit only while that is short."""

from __future__ import annotations

import pytest
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

from bot.slack.patience import LONGEST_S, ShortRateLimit, retry_after

REQUEST = HttpRequest(method="POST", url="https://slack.test/api/x", headers={})


@pytest.mark.parametrize(
    ("status", "headers", "again"),
    [
        (429, {"Retry-After": ["1"]}, True),
        (429, {"retry-after": [str(LONGEST_S)]}, True),
        (429, {"Retry-After": [str(LONGEST_S + 1)]}, False),
        (429, {}, True),
        (429, {"Retry-After": ["soon"]}, False),
        (429, {"Retry-After": str(LONGEST_S + 1)}, False),
        (200, {}, False),
        (503, {"Retry-After": ["1"]}, False),
    ],
)
def test_what_is_waited_for(status: int, headers: dict[str, str | list[str]], again: bool) -> None:  # noqa: FBT001 - a parameter
    """Longer limits are the caller's to deal with."""
    response = HttpResponse(status_code=status, headers=headers)
    handler = ShortRateLimit(max_retry_count=1)

    assert handler.can_retry(state=RetryState(), request=REQUEST, response=response) is again


def test_no_response_is_no_rate_limit() -> None:
    """Other handlers see to that."""
    handler = ShortRateLimit(max_retry_count=1)
    lost = TimeoutError()

    assert handler.can_retry(state=RetryState(), request=REQUEST, error=lost) is False


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "30"}, 30),
        ({"RETRY-AFTER": ["45", "9"]}, 45),
        ({}, 1),
        ({"Retry-After": []}, 1),
        ({"Retry-After": "soon"}, 2),
        ({"Retry-After": "-3"}, 2),
        ({"Retry-After": ["\u00b2"]}, 2),
    ],
)
def test_what_slack_asks_for_is_read(headers: dict[str, str | list[str]], seconds: float) -> None:
    """However it is spelt; what is no number never fails."""
    assert retry_after(headers, missing=1, nonsense=2) == seconds
