"""A Slack on loopback: a Web API that answers as told and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import serve

if TYPE_CHECKING:
    from websockets.sync.server import Server, ServerConnection

SCOPES = "app_mentions:read,chat:write,commands"
WAIT_S = 30
ME = {
    "ok": True,
    "url": "https://widgets.slack.com/",
    "team": "Widgets",
    "team_id": "T1",
    "user": "playhead",
    "user_id": "UBOT",
    "bot_id": "BBOT",
    "app_id": "A1",
    "is_enterprise_install": False,
}
INSTALLED = {
    "ok": True,
    "access_token": "xoxb-installed",
    "token_type": "bot",
    "scope": SCOPES,
    "bot_user_id": "UBOT",
    "app_id": "A1",
    "team": {"name": "Widgets", "id": "T1"},
    "enterprise": None,
    "is_enterprise_install": False,
    "authed_user": {"id": "U1", "access_token": "xoxp-of-a-person", "scope": ""},
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Web API method."""

    method: str
    token: str
    arguments: dict[str, Any]


@dataclass(slots=True)
class LocalSlack:
    """Answers every method with ``ok`` unless told otherwise.

    Attributes:
        answers: Method -> what it answers; a number is a status without a body.
        scopes: What ``auth.test`` says was granted; ``None`` leaves the header out.
    """

    answers: dict[str, dict[str, Any] | int] = field(default_factory=dict)
    scopes: str | None = SCOPES
    calls: list[Call] = field(default_factory=list)
    _server: ThreadingHTTPServer | None = None

    def __enter__(self) -> Self:
        """Start to listen."""
        self.answers.setdefault("auth.test", ME)
        self.answers.setdefault("oauth.v2.access", INSTALLED)
        handler = type("Handler", (_Handler,), {"slack": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
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

    def called(self, method: str) -> list[Call]:
        """The calls of one method, in order."""
        return [call for call in self.calls if call.method == method]


class _Handler(BaseHTTPRequestHandler):
    slack: LocalSlack

    def do_POST(self) -> None:
        """Answer a method."""
        method = self.path.rpartition("/")[2]
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        arguments = json.loads(body) if body.startswith("{") else dict(parse_qsl(body))
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        self.slack.calls.append(Call(method, token or arguments.get("token", ""), arguments))
        answer = self.slack.answers.get(method, {"ok": True, "ts": "1.0", "channel": "C1"})
        status, said = (answer, {}) if isinstance(answer, int) else (200, answer)
        data = json.dumps(said).encode() if said else b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if method == "auth.test" and self.slack.scopes is not None:
            self.send_header("X-OAuth-Scopes", self.slack.scopes)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


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
