"""A Slack on loopback: a Web API that answers as told, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import serve

if TYPE_CHECKING:
    from collections.abc import Callable

    from websockets.sync.server import Server, ServerConnection

Payload = dict[str, Any]

TEAM, BOT_USER, BOT, USER, CHANNEL, DM = "T1", "U0BOT", "B0BOT", "U1", "C1", "D1"
SCOPES = "app_mentions:read,chat:write,commands"
WAIT_S = 30
ME = {
    "ok": True,
    "url": "https://widgets.slack.com/",
    "team": "Widgets",
    "team_id": TEAM,
    "user": "playhead",
    "user_id": BOT_USER,
    "bot_id": BOT,
    "app_id": "A1",
    "is_enterprise_install": False,
}
INSTALLED = {
    "ok": True,
    "access_token": "xoxb-installed",
    "token_type": "bot",
    "scope": SCOPES,
    "bot_user_id": BOT_USER,
    "app_id": "A1",
    "team": {"name": "Widgets", "id": TEAM},
    "enterprise": None,
    "is_enterprise_install": False,
    "authed_user": {"id": USER, "access_token": "xoxp-of-a-person", "scope": ""},
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Web API method; an answer to a ``response_url`` is one of ``respond``."""

    method: str
    token: str
    arguments: Payload


@dataclass(frozen=True)
class Failure:
    """How a call fails once."""

    error: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    late: float = 0.0
    """Seconds until the answer comes."""


@dataclass(slots=True)
class LocalSlack:
    """Answers every method as Slack does when all is well, unless told otherwise.

    Attributes:
        answers: Method -> what it answers; a number is a status without a body.
        scopes: What ``auth.test`` says was granted; ``None`` leaves the header out.
        calls: What was asked, in order.
        posted: Time stamps of the messages posted.
        members: Who is in a channel, page by page.
        channels: The channels that a person is in, page by page.
        zone: Time zone of every person.
        warnings: Method -> what it warns of although it succeeds.
    """

    answers: dict[str, Payload | int] = field(default_factory=dict)
    scopes: str | None = SCOPES
    calls: list[Call] = field(default_factory=list)
    posted: list[str] = field(default_factory=list)
    members: list[list[str]] = field(default_factory=lambda: [[USER, BOT_USER]])
    channels: list[list[str]] = field(default_factory=lambda: [[CHANNEL]])
    zone: str | None = "Europe/Berlin"
    warnings: dict[str, str] = field(default_factory=dict)
    _failures: dict[str, list[Failure]] = field(default_factory=lambda: defaultdict(list))
    _server: ThreadingHTTPServer | None = None

    def __enter__(self) -> Self:
        """Start to listen."""
        handler = type("Handler", (_Handler,), {"slack": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        self.stop()

    def stop(self) -> None:
        """Stop listening, once."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    @property
    def site(self) -> str:
        """The address in front of ``/api/``."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def api(self) -> str:
        """What ``SLACK_API_URL`` is set to."""
        return f"{self.site}/api/"

    @property
    def response_url(self) -> str:
        """Where a payload may be answered to."""
        return f"{self.site}/respond"

    def fail(self, method: str, *failures: Failure) -> None:
        """Make the next calls of a method fail."""
        self._failures[method] += failures

    @property
    def methods(self) -> list[str]:
        """The methods that were called, in order."""
        return [call.method for call in self.calls]

    def called(self, method: str) -> list[Call]:
        """The calls of one method, in order."""
        return [call for call in self.calls if call.method == method]

    def of(self, method: str) -> list[Payload]:
        """What a method was called with."""
        return [call.arguments for call in self.called(method)]

    @property
    def posts(self) -> list[Payload]:
        """Messages posted, successfully or not."""
        return self.of("chat.postMessage")

    def answer(self, call: Call) -> tuple[int, dict[str, str], Payload]:
        """What a call is answered with: status, headers and body."""
        self.calls.append(call)
        if self._failures[call.method]:
            failure = self._failures[call.method].pop(0)
            time.sleep(failure.late)
            return failure.status, failure.headers, {"ok": False, "error": failure.error}
        granted = call.method == "auth.test" and self.scopes is not None
        headers = {"X-OAuth-Scopes": self.scopes or ""} if granted else {}
        said = self.answers.get(call.method, self._said(call))
        return (said, headers, {}) if isinstance(said, int) else (200, headers, said)

    def _said(self, call: Call) -> Payload:
        """What Slack answers where nothing else is asked for."""
        if call.method in _READ:
            return {"ok": True, **_READ[call.method](self, call.arguments)}
        ts = f"{time.time():.6f}"
        if call.method == "chat.postMessage":
            self.posted.append(ts)
        warned = {"warning": self.warnings[call.method]} if call.method in self.warnings else {}
        return {"ok": True, "channel": call.arguments.get("channel", CHANNEL), "ts": ts, **warned}

    def members_page(self, arguments: Payload) -> Payload:
        """One page of who is in a channel."""
        page, more = _page(self.members, arguments)
        return {"members": page, **more}

    def channels_page(self, arguments: Payload) -> Payload:
        """One page of the channels that a person is in."""
        page, more = _page(self.channels, arguments)
        return {"channels": [{"id": each} for each in page], **more}

    def profile(self, arguments: Payload) -> Payload:
        """A person with their time zone."""
        return {"user": {"id": arguments["user"], **({"tz": self.zone} if self.zone else {})}}

    def opened(self, arguments: Payload) -> Payload:
        """A window, as Slack gives it back."""
        return {"view": {**arguments["view"], "id": "V1", "hash": "h1"}}


_READ: dict[str, Callable[[LocalSlack, Payload], Payload]] = {
    "auth.test": lambda _slack, _arguments: ME,
    "oauth.v2.access": lambda _slack, _arguments: INSTALLED,
    "conversations.members": LocalSlack.members_page,
    "users.conversations": LocalSlack.channels_page,
    "users.info": LocalSlack.profile,
    "views.open": LocalSlack.opened,
}
"""Methods that read something, or whose answer matters."""


def _page(pages: list[list[str]], arguments: Payload) -> tuple[list[str], Payload]:
    """The page that a cursor means, and the cursor of the next one."""
    page = int(arguments.get("cursor") or 0)
    more = str(page + 1) if page + 1 < len(pages) else ""
    return pages[page], {"response_metadata": {"next_cursor": more}}


class _Handler(BaseHTTPRequestHandler):
    slack: LocalSlack

    def do_POST(self) -> None:
        """Answer a method."""
        method = self.path.partition("?")[0].rpartition("/")[2]
        arguments = _read(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        call = Call(method, token or arguments.get("token", ""), arguments)
        status, headers, said = self.slack.answer(call)
        data = json.dumps(said).encode() if said else b""
        if method == "respond" and status == 200:
            data = b"ok"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        with suppress(ConnectionError):  # whoever asked may have given up
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


def _read(raw: str) -> Payload:
    """The arguments of a call, as JSON or as a form with JSON in its fields."""
    if raw.startswith("{"):
        payload: Payload = json.loads(raw)
        return payload
    return {
        name: json.loads(value) if value[:1] in "[{" and value[1:] else value
        for name, value in parse_qsl(raw)
    }


class LocalSocket:
    """Slack's side of Socket Mode: says hello, sends envelopes, keeps what comes back."""

    def __init__(self) -> None:
        self.replies: dict[str, dict[str, Any]] = {}
        self.connected = threading.Semaphore(0)
        self._connections: list[ServerConnection] = []
        self._arrived = threading.Condition()
        self._server: Server = serve(self._talk, "127.0.0.1", 0)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def __enter__(self) -> Self:
        """Return the socket itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close every connection and stop listening."""
        self._server.shutdown()

    @property
    def opened(self) -> dict[str, Any]:
        """What ``apps.connections.open`` answers."""
        port = self._server.socket.getsockname()[1]
        return {"ok": True, "url": f"ws://127.0.0.1:{port}/link"}

    def _talk(self, connection: ServerConnection) -> None:
        connection.send(json.dumps({"type": "hello", "num_connections": 1}))
        self._connections.append(connection)
        self.connected.release()
        try:
            for message in connection:
                reply = json.loads(message)
                with self._arrived:
                    self.replies[reply["envelope_id"]] = reply
                    self._arrived.notify_all()
        except ConnectionClosed:
            return

    def wait(self) -> None:
        """Return once the app has connected one more time."""
        assert self.connected.acquire(timeout=WAIT_S)

    def send(self, kind: str, payload: dict[str, Any], number: int = 1) -> dict[str, Any]:
        """Send an envelope; what the app replies."""
        envelope = f"envelope-{number}"
        self._connections[-1].send(
            json.dumps(
                {
                    "envelope_id": envelope,
                    "type": kind,
                    "payload": payload,
                    "accepts_response_payload": True,
                }
            )
        )
        with self._arrived:
            assert self._arrived.wait_for(lambda: envelope in self.replies, WAIT_S)
        return self.replies[envelope]

    def hang_up(self) -> None:
        """Break the connection as a network does."""
        self._connections[-1].close()
