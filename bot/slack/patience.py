"""How long a call of Slack is waited for, before whoever made it does something else."""

from __future__ import annotations

from http import HTTPStatus
from math import inf
from typing import TYPE_CHECKING, Any

from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        if not limited or response is None:
            return False
        return retry_after(response.headers, missing=1, nonsense=inf) <= LONGEST_S


def retry_after(headers: Mapping[str, Any], *, missing: float, nonsense: float) -> float:
    """Seconds that ``Retry-After`` asks for.

    Args:
        headers: Of a response, each with one value or with a list of them.
        missing: Seconds where it is not among them.
        nonsense: Seconds where it is no number.

    >>> retry_after({"Retry-After": ["3"]}, missing=1, nonsense=30)
    3.0
    """
    named = {name.lower(): value for name, value in headers.items()}
    value = named.get("retry-after")
    if not value:
        return missing
    text = str(value[0] if isinstance(value, list) else value)
    return float(text) if text.isascii() and text.isdigit() else nonsense


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
