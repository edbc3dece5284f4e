"""The way into the app: requests signed as Slack signs them, given to its web application."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import uuid4

from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder, run_wsgi_app

from bot.web.names import APP, BOT_USER, TEAM

if TYPE_CHECKING:
    from collections.abc import Mapping
    from wsgiref.types import WSGIApplication

    from bot.web.names import Json

EVENTS_PATH = "/slack/events"
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the app acknowledged with.

    Attributes:
        body: Its JSON; empty when there was none.
    """

    status: int
    body: Json

    @property
    def ok(self) -> bool:
        """Whether it was acknowledged."""
        return self.status == 200


class Courier:
    """Takes payloads to the app.

    Args:
        app: Verifies the signature and answers.
        secret: What requests are signed with.
    """

    def __init__(self, app: WSGIApplication, secret: str) -> None:
        self._app = app
        self._secret = secret

    def event(self, event: Json) -> Reply:
        """Tell of something that happened."""
        payload = {
            "token": "",
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": APP,
            "event_id": f"Ev{uuid4().hex}",
            "event_time": int(time.time()),
            "event": event,
            "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
        }
        return self._send(json.dumps(payload).encode(), "application/json")

    def command(self, fields: Mapping[str, str]) -> Reply:
        """Hand over a slash command."""
        return self._send(urlencode(fields).encode(), _FORM)

    def interaction(self, payload: Json) -> Reply:
        """Hand over what was pressed, typed, chosen or sent."""
        return self._send(urlencode({"payload": json.dumps(payload)}).encode(), _FORM)

    def _send(self, body: bytes, kind: str) -> Reply:
        stamp = str(int(time.time()))
        builder = EnvironBuilder(
            path=EVENTS_PATH,
            method="POST",
            data=body,
            content_type=kind,
            headers=Headers(
                {
                    "X-Slack-Request-Timestamp": stamp,
                    "X-Slack-Signature": signature(self._secret, stamp, body),
                }
            ),
        )
        chunks, status, _ = run_wsgi_app(self._app, builder.get_environ(), buffered=True)
        text = b"".join(chunks)
        return Reply(int(status.split(" ", 1)[0]), _read(text))


def _read(text: bytes) -> Json:
    """The JSON of an acknowledgement; words alone are its text, as Slack takes it."""
    if not text.strip():
        return {}
    try:
        body = json.loads(text)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {"text": text.decode(errors="replace")}


def signature(secret: str, stamp: str, body: bytes) -> str:
    """How Slack signs (docs.slack.dev, "Verifying requests from Slack").

    >>> signature("s", "1", b"body")[:12]
    'v0=0606f9314'
    """
    base = b":".join((b"v0", stamp.encode(), body))
    return f"v0={hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()}"
