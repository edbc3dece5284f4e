"""What the page does, over real HTTP: it asks, it presses, and it follows the feed."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

from tests.slack.requests import Reply

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]

WAIT_S = 30
HEADERS = {"X-Playhead": "1", "Content-Type": "application/json"}


@dataclass
class Browser:
    """A page that is open.

    Attributes:
        events: All that the feed has told so far.
    """

    port: int
    host: str = "127.0.0.1"
    seq: int = 0
    events: list[Json] = field(default_factory=list)

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: Json | None = None
    ) -> Reply:
        """Send one request as it is."""
        connection = HTTPConnection(self.host, self.port, timeout=WAIT_S)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            got = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, got, response.read().decode())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Reply:
        """Load something."""
        return self.request("GET", path, None, headers)

    def post(self, path: str, data: object, headers: Json | None = None) -> Reply:
        """Send JSON to the page's own API."""
        body = json.dumps(data).encode()
        sent = HEADERS if headers is None else headers
        return self.request("POST", f"/api-play/{path}", body, sent)

    def done(self, path: str, **data: Any) -> Json:
        """Send JSON that must be taken, and what came back."""
        reply = self.post(path, data)
        assert reply.status == 200, reply.body
        answer: Json = json.loads(reply.body)
        return answer

    def refused(self, path: str, **data: Any) -> tuple[int, str]:
        """Send JSON that must be refused: the status, and the sentence."""
        reply = self.post(path, data)
        assert reply.status >= 400, reply.body
        return reply.status, json.loads(reply.body)["error"]

    def poll(self) -> None:
        """Ask the feed once for what is new."""
        reply = self.get(f"/api-play/feed?after={self.seq}")
        assert reply.status == 200, reply.body
        told = json.loads(reply.body)
        self.seq = told["seq"]
        self.events += told["events"]

    def until(self, wanted: Callable[[Json], object]) -> Json:
        """The first event of a kind, waiting for it if need be."""
        deadline = time.monotonic() + WAIT_S
        while True:
            for event in self.events:
                if wanted(event):
                    return event
            assert time.monotonic() < deadline, self.events
            self.poll()

    def answer(self, number: int = 0) -> Json:
        """The bot's message of that number, waiting for it if need be."""
        deadline = time.monotonic() + WAIT_S
        while True:
            said = [
                event["message"]
                for event in self.events
                if event["type"] == "message" and event["message"]["bot"]
            ]
            if len(said) > number:
                message: Json = said[number]
                return message
            assert time.monotonic() < deadline, self.events
            self.poll()

    def say(self, text: str, channel: str = "C0GENERAL", thread: str | None = None) -> Json:
        """Write something."""
        return self.done("say", channel=channel, text=text, thread_ts=thread)

    def command(self, text: str, channel: str = "C0GENERAL") -> Json:
        """Use a slash command, and the answer to it."""
        assert self.say(text, channel)["ts"] is None
        return self.answer()

    def press(self, message: Json, action: str, **chosen: Any) -> Json:
        """Press a button of a message, or choose from its menu."""
        used = found(message["blocks"], action)
        return self.done(
            "act",
            container={"type": "message", "id": message["ts"]},
            channel=message["channel"],
            action={"action_id": action, "block_id": used["block_id"], **chosen},
        )

    def modal(self) -> Json:
        """The modal that was opened or changed last, waiting for one if need be."""
        self.until(lambda event: event["type"] == "modal")
        view: Json = [each for each in self.events if each["type"] == "modal"][-1]["view"]
        return view

    def shortcut(self, callback: str, message: Json | None = None) -> Json:
        """Use a shortcut, and the modal that it opens."""
        about = {"channel": message["channel"], "ts": message["ts"]} if message else {}
        self.done("shortcut", callback_id=callback, **about)
        return self.modal()


def found(blocks: list[Json], action: str) -> Json:
    """An element with the id of its block."""
    for block in blocks:
        for each in [*block.get("elements", []), block.get("accessory"), block.get("element")]:
            if isinstance(each, dict) and each.get("action_id") == action:
                return {**each, "block_id": block["block_id"]}
    raise AssertionError(action)
