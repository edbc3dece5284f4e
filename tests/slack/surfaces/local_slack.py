"""A Slack on loopback: it takes calls of the Web API, remembers them, and fails when told to."""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk.signature import SignatureVerifier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Payload = dict[str, Any]

TEAM, BOT_USER, BOT, USER, CHANNEL, DM = "T1", "U0BOT", "B0BOT", "U1", "C1", "D1"
SECRET = "not-a-real-signing-secret"  # noqa: S105 - of a workspace that does not exist
TOKEN = "xoxb-not-a-real-token"  # noqa: S105 - likewise


@dataclass(frozen=True)
class Failure:
    """How a call fails once."""

    error: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    late: float = 0.0
    """Seconds until the answer comes."""


class LocalSlack:
    """Records calls by method; ``response_url`` answers are calls of ``respond``."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Payload]] = []
        self.posted: list[str | None] = []
        self.members = [[USER, BOT_USER]]
        self.channels = [[CHANNEL]]
        self.zone: str | None = "Europe/Berlin"
        self.warnings: dict[str, str] = {}
        self._failures: dict[str, list[Failure]] = defaultdict(list)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        host, port = self._server.server_address[:2]
        self.url = f"http://{host!s}:{port}"

    @property
    def api(self) -> str:
        """Base address of the Web API."""
        return f"{self.url}/api/"

    @property
    def response_url(self) -> str:
        """Where a payload may be answered to."""
        return f"{self.url}/respond"

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def fail(self, method: str, *failures: Failure) -> None:
        """Make the next calls of a method fail."""
        self._failures[method] += failures

    def of(self, method: str) -> list[Payload]:
        """What a method was called with."""
        return [payload for name, payload in self.calls if name == method]

    @property
    def posts(self) -> list[Payload]:
        """Messages posted, successfully or not."""
        return self.of("chat.postMessage")

    def _answer(self, method: str, payload: Payload) -> tuple[int, dict[str, str], str]:
        self.calls.append((method, payload))
        if self._failures[method]:
            failure = self._failures[method].pop(0)
            time.sleep(failure.late)
            body = json.dumps({"ok": False, "error": failure.error})
            return failure.status, failure.headers, body
        if method == "respond":
            return 200, {}, "ok"
        if method in _READ:
            return 200, {}, json.dumps({"ok": True, **_READ[method](self, payload)})
        me = {"user_id": BOT_USER, "bot_id": BOT, "team_id": TEAM, "url": "https://x.slack.com/"}
        posted = {"channel": payload.get("channel"), "ts": f"{time.time():.6f}"}
        if method == "chat.postMessage":
            self.posted.append(posted["ts"])
        warned = {"warning": self.warnings[method]} if method in self.warnings else {}
        said = me if method == "auth.test" else posted
        return 200, {}, json.dumps({"ok": True, **said, **warned})

    def members_page(self, payload: Payload) -> Payload:
        """One page of who is in a channel."""
        page = int(payload.get("cursor") or 0)
        more = str(page + 1) if page + 1 < len(self.members) else ""
        return {"members": self.members[page], "response_metadata": {"next_cursor": more}}

    def profile(self, payload: Payload) -> Payload:
        """A person with their time zone."""
        return {"user": {"id": payload["user"], **({"tz": self.zone} if self.zone else {})}}

    def opened(self, payload: Payload) -> Payload:
        """A window, as Slack gives it back."""
        return {"view": {**payload["view"], "id": "V1", "hash": "h1"}}

    def channels_page(self, payload: Payload) -> Payload:
        """One page of the channels that a person is in."""
        page = int(payload.get("cursor") or 0)
        more = str(page + 1) if page + 1 < len(self.channels) else ""
        ids = self.channels[page]
        return {
            "channels": [{"id": each} for each in ids],
            "response_metadata": {"next_cursor": more},
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        slack = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                method = self.path.split("?")[0].rpartition("/")[2]
                status, headers, body = slack._answer(method, _read(raw))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body.encode())))
                with suppress(ConnectionError):  # whoever asked may have given up
                    self.end_headers()
                    self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                """Keep the output of the tests clean."""

        return Handler


_READ: dict[str, Callable[[LocalSlack, Payload], Payload]] = {
    "conversations.members": LocalSlack.members_page,
    "users.conversations": LocalSlack.channels_page,
    "users.info": LocalSlack.profile,
    "views.open": LocalSlack.opened,
}
"""Methods that read something, or whose answer matters."""


def _read(raw: str) -> Payload:
    if raw.startswith("{"):
        payload: Payload = json.loads(raw)
        return payload
    return {
        name: json.loads(value) if value[:1] in "[{" and value[1:] else value
        for name, value in parse_qsl(raw)
    }


class Inline(Executor):
    """Runs lazy listeners before the response, so that a test needs no waiting."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it now."""
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class Workspace:
    """People doing things in a workspace where the app is installed."""

    def __init__(self, app: App, slack: LocalSlack) -> None:
        self.app = app
        self.slack = slack
        self._count = 0

    def next_ts(self) -> str:
        """A time stamp that no message has yet."""
        self._count += 1
        return f"1700000000.{self._count:06d}"

    def send(self, body: str, kind: str, **headers: str) -> BoltResponse:
        """A signed request; ``headers`` replaces any."""
        stamp = str(int(time.time()))
        signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body)
        sent: dict[str, str | Sequence[str]] = {
            "content-type": kind,
            "x-slack-signature": signature or "",
            "x-slack-request-timestamp": stamp,
            **headers,
        }
        return self.app.dispatch(BoltRequest(body=body, headers=sent))

    def event(self, event: Payload, event_id: str = "", **headers: str) -> BoltResponse:
        """An event, with an id of its own unless it is a redelivery."""
        self._count += 1
        body = {
            "token": "t",
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": "A1",
            "event_id": event_id or f"Ev{self._count}",
            "event_time": 1700000000,
            "event": event,
            "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
        }
        return self.send(json.dumps(body), "application/json", **headers)

    def message(self, text: str, **more: Any) -> Payload:
        """A message event in the channel."""
        return {
            "type": "message",
            "channel": CHANNEL,
            "channel_type": "channel",
            "user": USER,
            "text": text,
            "ts": self.next_ts(),
            "team": TEAM,
            **more,
        }

    def mention(self, text: str, **more: Any) -> BoltResponse:
        """Somebody mentions the bot."""
        event = self.message(f"<@{BOT_USER}> {text}", type="app_mention", **more)
        return self.event(event)

    def dm(self, text: str, **more: Any) -> BoltResponse:
        """Somebody writes to the bot."""
        return self.event(self.message(text, channel=DM, channel_type="im", **more))

    def slash(self, command: str, text: str = "", **more: Any) -> BoltResponse:
        """Somebody uses a slash command."""
        fields = {
            "token": "t",
            "team_id": TEAM,
            "channel_id": CHANNEL,
            "user_id": USER,
            "command": command,
            "text": text,
            "api_app_id": "A1",
            "trigger_id": "1.2.trigger",
            "response_url": self.slack.response_url,
            **more,
        }
        return self.send(urlencode(fields), "application/x-www-form-urlencoded")

    def interact(self, kind: str, **more: Any) -> BoltResponse:
        """An interaction payload."""
        payload = {
            "type": kind,
            "token": "t",
            "api_app_id": "A1",
            "team": {"id": TEAM, "domain": "x"},
            "user": {"id": USER, "team_id": TEAM},
            "trigger_id": "1.2.trigger",
            **more,
        }
        body = urlencode({"payload": json.dumps(payload)})
        return self.send(body, "application/x-www-form-urlencoded")

    def suggest(self, action: str, typed: str) -> BoltResponse:
        """Type into a menu that asks the bot what to offer."""
        return self.interact(
            "block_suggestion", action_id=action, block_id="b", value=typed, container={}
        )

    def click(self, element: Payload, *, ephemeral: bool = False, **more: Any) -> BoltResponse:
        """Press a button, or choose ``selected_option``, in a message of the bot."""
        action = {**element, "block_id": "b1", "action_ts": self.next_ts()}
        message = {"type": "message", "ts": "1700000001.000100", "text": "…", "user": BOT_USER}
        container = {
            "type": "message",
            "message_ts": message["ts"],
            "channel_id": CHANNEL,
            "is_ephemeral": ephemeral,
        }
        given: Payload = {
            "actions": [action],
            "container": container,
            "channel": {"id": CHANNEL, "name": "c"},
            "response_url": self.slack.response_url,
            **({} if ephemeral else {"message": message}),
            **more,
        }
        return self.interact("block_actions", **given)

    def choose(self, view: Payload, action_id: str, **chosen: Any) -> BoltResponse:
        """Choose something in a window that is told at once."""
        action = {**element(view["blocks"], action_id), "block_id": "b", **chosen}
        shown = {**view, "id": "V1", "hash": "h1"}
        return self.interact(
            "block_actions", actions=[action], container={"type": "view"}, view=shown
        )

    def submit(self, view: Payload, **entered: Payload) -> BoltResponse:
        """Send a window; ``entered`` replaces what an input holds, by its name."""
        values = {
            block["block_id"]: {
                block["element"]["action_id"]: entered.get(
                    block["block_id"].partition(":")[0], _held(block["element"])
                )
            }
            for block in view["blocks"]
            if block["type"] == "input"
        }
        return self.interact(
            "view_submission", view={**view, "id": "V1", "state": {"values": values}}
        )


def _held(element: Payload) -> Payload:
    """What an untouched input sends."""
    found = {name: value for name, value in element.items() if name.startswith("initial_")}
    return {name.replace("initial_", "selected_"): value for name, value in found.items()}


def elements(blocks: list[Payload]) -> list[Payload]:
    """All buttons and menus of a message or view."""
    return [
        element
        for block in blocks
        for element in [*block.get("elements", []), block.get("accessory"), block.get("element")]
        if isinstance(element, dict) and "action_id" in element
    ]


def element(blocks: list[Payload], action_id: str) -> Payload:
    """The one with an id, as a click sends it."""
    return next(each for each in elements(blocks) if each["action_id"] == action_id)


def reply(response: BoltResponse) -> Payload:
    """The JSON of an acknowledgement."""
    payload: Payload = json.loads(response.body) if response.body else {}
    return payload


def everything(payload: Payload | list[Payload]) -> str:
    """All text of a message, to look for words in."""
    return json.dumps(payload, ensure_ascii=False)
