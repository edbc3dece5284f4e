"""How long a call of Slack is waited for, before whoever made it does something else."""

from __future__ import annotations

from http import HTTPStatus
from math import inf
from typing import TYPE_CHECKING

from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

if TYPE_CHECKING:
    from slack_sdk.errors import SlackApiError
    from slack_sdk.http_retry import RetryHandler
    from slack_sdk.http_retry.request import HttpRequest
    from slack_sdk.http_retry.response import HttpResponse
    from slack_sdk.http_retry.state import RetryState

LONGEST_S = 20
"""Seconds that a thread sleeps for one rate limit. Two of them and the calls between have to be
over before a claim is taken for abandoned, or the post would be answered twice."""


class ShortRateLimit(RateLimitErrorRetryHandler):
    """Waits as Slack asks, when that is short; a longer limit is the caller's to deal with."""

    def _can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        limited = super()._can_retry(state=state, request=request, response=response, error=error)
        return limited and response is not None and _asked(response) <= LONGEST_S


def _asked(response: HttpResponse) -> float:
    """Seconds that ``Retry-After`` asks for; 1 where it is missing, no end where it is nonsense."""
    named = {name.lower(): value for name, value in response.headers.items()}
    value = str((named.get("retry-after") or ["1"])[0])
    return float(value) if value.isascii() and value.isdigit() else inf


def retries() -> list[RetryHandler]:
    """What is tried again without anybody noticing."""
    return [
        ConnectionErrorRetryHandler(max_retry_count=1),
        ShortRateLimit(max_retry_count=2),
        ServerErrorRetryHandler(max_retry_count=1),
    ]


def is_limited(error: SlackApiError) -> bool:
    """Whether Slack will take the very same call later."""
    return bool(error.response.status_code == HTTPStatus.TOO_MANY_REQUESTS)
