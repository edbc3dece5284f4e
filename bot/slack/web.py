"""The web application: Bolt's own behind a guard, and the two pages that operators read."""

from __future__ import annotations

import io
import logging
import re
from functools import lru_cache, partial
from http import HTTPStatus
from json import JSONDecodeError
from time import perf_counter
from typing import TYPE_CHECKING

from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk.signature import SignatureVerifier

from bot.errors import PlayheadError
from bot.slack.metrics import CONTENT_TYPE
from bot.slack.oauth import INSTALL_PATH, REDIRECT_PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from slack_bolt import App

    from bot.slack.metrics import Metrics

EVENTS_PATH = "/slack/events"
HEALTH_PATH = "/healthz"
METRICS_PATH = "/metrics"
LARGEST = 1_000_000
"""Bytes; Slack's requests are far smaller."""

_DIGITS = re.compile(r"[0-9]{1,12}")
"""A time or a length; of thousands of digits Python makes no number."""

_log = logging.getLogger(__name__)


class Web:
    """Answers every request; whatever goes wrong inside, the caller gets a status.

    Args:
        app: The Bolt app.
        metrics: Counts, and is read at ``/metrics``.
        health: Raises a :class:`PlayheadError` when something needed does not answer.
        signing_secret: What Slack signs its requests with; nothing when they come by socket.
    """

    def __init__(
        self, app: App, metrics: Metrics, health: Callable[[], None], signing_secret: str = ""
    ) -> None:
        self._bolt = SlackRequestHandler(app, path=EVENTS_PATH)
        self._metrics = metrics
        self._health = health
        self._counters = lru_cache(metrics.of_requests)
        self._paths = {HEALTH_PATH: self._healthz, METRICS_PATH: self._exposition}
        if signing_secret:
            verifier = SignatureVerifier(signing_secret)
            self._paths[EVENTS_PATH] = partial(self._signed, verifier)
        if app.oauth_flow is not None:
            self._paths |= {INSTALL_PATH: self._slack, REDIRECT_PATH: self._slack}

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        began = perf_counter()
        path = environ.get("PATH_INFO", "")
        reply = _Reply(start)
        known = path in self._paths
        body = self._answer(path, environ, reply)
        name = path if known else "other"
        if reply.status == "401":
            _log.warning("refused a request", extra={"path": path})
        requests, seconds = self._counters(name, reply.status)
        requests.inc()
        seconds.observe(perf_counter() - began)
        return body

    def _answer(self, path: str, environ: WSGIEnvironment, reply: _Reply) -> Iterable[bytes]:
        page = self._paths.get(path)
        if page is None:
            return _text(reply, HTTPStatus.NOT_FOUND)
        if _length(environ) > LARGEST:
            return _text(reply, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            return page(environ, reply)
        except (UnicodeDecodeError, JSONDecodeError, RecursionError):
            return _text(reply, HTTPStatus.BAD_REQUEST)
        except Exception:  # noqa: BLE001 - the server goes on whatever one request does
            _log.exception("a request failed", extra={"path": path})
            return _text(reply, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _slack(self, environ: WSGIEnvironment, reply: _Reply) -> Iterable[bytes]:
        return self._bolt(environ, reply)

    def _signed(
        self, verifier: SignatureVerifier, environ: WSGIEnvironment, reply: _Reply
    ) -> Iterable[bytes]:
        """A request of Slack. Nothing of what Slack did not sign is read, or even parsed."""
        if environ["REQUEST_METHOD"] != "POST":
            return _text(reply, HTTPStatus.NOT_FOUND)
        body = environ["wsgi.input"].read(_length(environ))
        if _verified(verifier, body, environ):
            return self._bolt({**environ, "wsgi.input": io.BytesIO(body)}, reply)
        # Slack looks at the certificate from time to time, with a request that it need not sign.
        looks = b"ssl_check=1" in body.split(b"&")
        return _text(reply, HTTPStatus.OK if looks else HTTPStatus.UNAUTHORIZED)

    def _healthz(self, environ: WSGIEnvironment, reply: _Reply) -> Iterable[bytes]:
        del environ
        try:
            self._health()
        except PlayheadError:
            _log.exception("not healthy")
            return _text(reply, HTTPStatus.SERVICE_UNAVAILABLE)
        return _text(reply, HTTPStatus.OK)

    def _exposition(self, environ: WSGIEnvironment, reply: _Reply) -> Iterable[bytes]:
        del environ
        reply("200 OK", [("content-type", CONTENT_TYPE)])
        return [self._metrics.text()]


class _Reply:
    """Remembers the status that is sent."""

    def __init__(self, start: StartResponse) -> None:
        self._start = start
        self.status = ""

    def __call__(
        self, status: str, headers: list[tuple[str, str]], exc_info: object = None
    ) -> Callable[[bytes], object]:
        """Start the response."""
        del exc_info
        self.status = status.partition(" ")[0]
        return self._start(status, headers)


def _verified(verifier: SignatureVerifier, body: bytes, environ: WSGIEnvironment) -> bool:
    """Whether Slack signed it just now; headers that cannot be Slack's need no sum."""
    stamp = environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", "")
    signature = environ.get("HTTP_X_SLACK_SIGNATURE", "")
    return (
        _DIGITS.fullmatch(stamp) is not None
        and signature.isascii()
        and verifier.is_valid(body.decode("utf-8", "replace"), stamp, signature)
    )


def _text(reply: _Reply, status: HTTPStatus) -> Iterable[bytes]:
    reply(f"{status.value} {status.phrase}", [("content-type", "text/plain; charset=utf-8")])
    return [status.phrase.encode()]


def _length(environ: WSGIEnvironment) -> int:
    """Length of the body in bytes; what is no number, or one of many digits, is too long."""
    value = environ.get("CONTENT_LENGTH") or "0"
    return int(value) if _DIGITS.fullmatch(value) else LARGEST + 1
