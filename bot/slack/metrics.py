"""What is counted, for Prometheus: requests, answers, and how Slack's Web API behaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    start_http_server,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from slack_sdk.http_retry import RetryHandler

from bot.errors import ConfigError

if TYPE_CHECKING:
    from slack_sdk.http_retry.request import HttpRequest
    from slack_sdk.http_retry.response import HttpResponse
    from slack_sdk.http_retry.state import RetryState

CONTENT_TYPE = CONTENT_TYPE_LATEST
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3)
"""Seconds; the last one is where Slack stops waiting."""


class Metrics:
    """All counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "playhead_http_requests", "Requests.", ("path", "status"), registry=self._registry
        )
        self.seconds = Histogram(
            "playhead_http_seconds",
            "Time to the response.",
            ("path",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self.envelopes = Counter(
            "playhead_socket_envelopes",
            "Socket Mode envelopes.",
            ("kind",),
            registry=self._registry,
        )
        self.events = Counter(
            "playhead_events",
            "Claims made, refused and finished (a post has up to two); gaps; feedback.",
            ("event",),
            registry=self._registry,
        )
        self.posts = Counter(
            "playhead_posts",
            "What the clock did: posts due, sent, late, failed, skipped, retried, stopped.",
            ("outcome",),
            registry=self._registry,
        )
        self.calls = Counter(
            "playhead_slack_calls",
            "Web API responses: ok, Slack's error, status or failure.",
            ("method", "outcome"),
            registry=self._registry,
        )

    def of_requests(self, path: str, status: str) -> tuple[Counter, Histogram]:
        """What counts and what clocks the requests of a path that end with a status."""
        return self.requests.labels(path, status), self.seconds.labels(path)

    def observe(self, event: str) -> None:
        """Count what the state says has happened."""
        self.events.labels(event).inc()

    def observe_posts(self, outcome: str, number: int) -> None:
        """Count what the clock did."""
        self.posts.labels(outcome).inc(number)

    def posted(self) -> dict[str, int]:
        """What the clock did so far, by outcome."""
        return {
            sample.labels["outcome"]: int(sample.value)
            for family in self.posts.collect()
            for sample in family.samples
            if sample.name == "playhead_posts_total"
        }

    def listen(self, port: int) -> None:
        """Serve what is counted, in a process that serves nothing else.

        Raises:
            ConfigError: Something else listens there.
        """
        try:
            start_http_server(port, registry=self._registry)
        except OSError as error:
            raise ConfigError("--port", f"cannot listen on {port}", "Choose another.") from error

    def text(self) -> bytes:
        """Everything counted so far, in Prometheus' format."""
        return generate_latest(self._registry)


class CountedCalls(RetryHandler):
    """Sees every response of the Web API and never asks for another try.

    Bolt makes a client for each request but hands it the same retry handlers, which is why
    counting is done in one.

    Args:
        metrics: Where to count.
        method: What all calls are counted as; by default what their addresses end with.
    """

    def __init__(self, metrics: Metrics, method: str = "") -> None:
        super().__init__(max_retry_count=0)
        self._metrics = metrics
        self._method = method

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """Itself: Bolt copies a request for what is done after the acknowledgement."""
        del memo
        return self

    def can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        """Count; the answer is always no."""
        del state
        self.count(urlsplit(request.url).path.rpartition("/")[2], outcome(response, error))
        return False

    def of(self, method: str) -> Self:
        """One that counts calls whose addresses name no method."""
        return type(self)(self._metrics, method)

    def count(self, method: str, word: str) -> None:
        """Count one call by how it went."""
        self._metrics.calls.labels(self._method or method, word).inc()


def outcome(response: HttpResponse | None, error: Exception | None) -> str:
    """How a call went: ``ok``, Slack's own word, an HTTP status, or what failed."""
    if response is None:
        return type(error).__name__
    if response.status_code != 200:
        return str(response.status_code)
    body = response.body or {}
    return "ok" if body.get("ok") else str(body.get("error", "unknown"))
