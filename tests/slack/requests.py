"""Requests to the web application, as Slack and browsers send them."""

from __future__ import annotations

import io
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

from slack_sdk.signature import SignatureVerifier

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

    from bot.slack.web import Web

SECRET = "a-signing-secret"  # noqa: S105 - no secret


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: str


def send(
    web: Web,
    path: str,
    body: bytes = b"",
    *,
    method: str = "GET",
    query: str = "",
    headers: dict[str, str] | None = None,
) -> Reply:
    """Send one request."""
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    for name, value in (headers or {}).items():
        key = name.upper().replace("-", "_")
        environ[key if key.startswith("CONTENT_") else f"HTTP_{key}"] = value
    setup_testing_defaults(environ)
    seen: list[tuple[int, dict[str, str]]] = []

    def start(status: str, sent: list[tuple[str, str]], exc_info: object = None) -> Any:
        del exc_info
        seen.append(
            (int(status.split(maxsplit=1)[0]), {name.lower(): value for name, value in sent})
        )
        return io.BytesIO().write

    text = b"".join(web(environ, start)).decode()
    ((status, got),) = seen
    return Reply(status, got, text)


def signed(body: str, *, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The headers that Slack signs a body with.

    Args:
        body: As it is sent.
        secret: Only we and Slack know it.
        at: Seconds since 1970; now unless given.
    """
    stamp = str(int(time.time() if at is None else at))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature or ""}


def event(kind: str, *, team: str = "T1", ident: str = "Ev1", **fields: object) -> dict[str, Any]:
    """The payload of an event."""
    return {
        "type": "event_callback",
        "token": "t",
        "team_id": team,
        "api_app_id": "A1",
        "event_id": ident,
        "event_time": 1,
        "event": {"type": kind, **fields},
        "authorizations": [
            {"enterprise_id": None, "team_id": team, "user_id": "U0BOT", "is_bot": True}
        ],
    }


def command(name: str, text: str, *, team: str = "T1") -> dict[str, str]:
    """The payload of a slash command."""
    return {
        "token": "t",
        "team_id": team,
        "team_domain": "widgets",
        "channel_id": "C1",
        "channel_name": "general",
        "user_id": "U2",
        "user_name": "ada",
        "command": name,
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": "http://127.0.0.1:9/response",
        "trigger_id": "1.2.3",
    }


def as_json(payload: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """A payload as the body of an event, with its headers."""
    body = json.dumps(payload)
    return body, {"Content-Type": "application/json", **signed(body)}


def as_form(payload: dict[str, str]) -> tuple[str, dict[str, str]]:
    """A payload as the body of a command, with its headers."""
    body = urlencode(payload)
    return body, {"Content-Type": "application/x-www-form-urlencoded", **signed(body)}
