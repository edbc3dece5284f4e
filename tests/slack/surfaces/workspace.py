"""A workspace: people who do things in it, and the requests that Slack makes of that."""

from __future__ import annotations

import json
import time
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk.signature import SignatureVerifier

from tests.slack.local_slack import BOT_USER, CHANNEL, DM, TEAM, USER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.slack.local_slack import LocalSlack, Payload

SECRET = "not-a-real-signing-secret"  # noqa: S105 - of a workspace that does not exist
TOKEN = "xoxb-not-a-real-token"  # noqa: S105 - likewise


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
