"""The Web API that the app calls answers as Slack's does, to the app alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from bot.web.app import Parts, create_app
from bot.web.guard import Guard
from bot.web.names import BOT_USER, DIRECT, ME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future
    from wsgiref.types import StartResponse, WSGIEnvironment

    from bot.ask import Asker
    from tests.web.browser import Browser

Json = dict[str, Any]
TOKEN = "xoxb-of-the-playground"  # noqa: S105 - no secret
BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "hi"}}]
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "A modal"}, "blocks": BLOCKS}
HOME = {"type": "home", "blocks": BLOCKS}


class Inline:
    """Runs at once what the page does not wait for."""

    def submit(self, run: Any, *args: Any) -> Future[Any]:
        """Run it."""
        result: Future[Any] = run(*args)
        return result


@dataclass
class Called:
    """An app that keeps what it was told, and answers what a test wants.

    Attributes:
        told: Payloads.
        answers: What it acknowledges with, the next one first.
    """

    told: list[Json] = field(default_factory=list)
    answers: list[tuple[str, bytes]] = field(default_factory=list)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Take one request."""
        assert environ["HTTP_X_SLACK_SIGNATURE"].startswith("v0=")
        raw = environ["wsgi.input"].read().decode()
        self.told.append(_read(raw))
        status, body = self.answers.pop(0) if self.answers else ("200 OK", b"")
        start(status, [("Content-Type", "application/json")])
        return [body]


def _read(raw: str) -> Json:
    from urllib.parse import parse_qsl

    if raw.startswith("{"):
        payload: Json = json.loads(raw)
        return payload
    form = dict(parse_qsl(raw))
    return json.loads(form["payload"]) if "payload" in form else form


@dataclass
class Api:
    """The Web API of a playground that has another app behind it."""

    app: Called
    client: Any

    def __call__(self, method: str, **given: Any) -> Json:
        """Call a method with JSON, as the app does."""
        answer: Json = self.client.post(
            f"/api/{method}", json=given, headers={"Authorization": f"Bearer {TOKEN}"}
        ).get_json()
        return answer

    def play(self, path: str, **data: Any) -> Any:
        """Do something in the page."""
        return self.client.post(f"/api-play/{path}", json=data, headers={"X-Playhead": "1"})

    def feed(self) -> list[Json]:
        """Everything so far."""
        events: list[Json] = self.client.get("/api-play/feed?after=0").get_json()["events"]
        return events

    def post(self, text: str = "hi", **more: Any) -> Json:
        """A message of the bot."""
        return self("chat.postMessage", channel="C0GENERAL", text=text, **more)

    def trigger(self) -> str:
        """A trigger that the person made."""
        self.play("shortcut", callback_id="search")
        return str(self.app.told[-1]["trigger_id"])


@pytest.fixture
def api(asker: Asker) -> Api:
    """The Web API."""
    from bot.web.play import Entry

    app = Called()
    parts = Parts(
        askers=lambda: asker,
        slack=app,
        secret="s",  # noqa: S106 - no secret
        token=TOKEN,
        url="http://127.0.0.1:1",
        entries=(
            Entry("command", "/ask", "/ask", "Asks"),
            Entry("global", "search", "Search", "Searches"),
        ),
        executor=Inline(),  # type: ignore[arg-type]
        guard=Guard(),
    )
    return Api(app, create_app(parts).test_client())


@pytest.mark.parametrize(
    ("headers", "data", "word"),
    [
        ({}, {}, "not_authed"),
        ({"Authorization": "Bearer xoxb-another"}, {}, "invalid_auth"),
        ({}, {"token": "é"}, "invalid_auth"),
    ],
)
def test_only_the_app_may_call(api: Api, headers: Json, data: Json, word: str) -> None:
    """Nobody else knows the token."""
    answer = api.client.post("/api/auth.test", data=data, headers=headers).get_json()

    assert answer == {"ok": False, "error": word}


def test_a_page_of_another_site_cannot_call(page: Browser) -> None:
    """The token is made at the start and shown to nobody."""
    body = urlencode({"channel": "C0GENERAL", "text": "x"}).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}

    reply = page.request("POST", "/api/chat.postMessage", body, kind)

    assert json.loads(reply.body) == {"ok": False, "error": "not_authed"}


def test_forms_and_queries_are_read_like_json(api: Api) -> None:
    """slack_sdk sends some methods so."""
    form = {"token": TOKEN, "channel": "C0GENERAL", "blocks": json.dumps(BLOCKS), "text": "{x"}

    posted = api.client.post("/api/chat.postMessage", data=form).get_json()
    asked = api.client.get(f"/api/users.info?user={ME}&token={TOKEN}").get_json()
    broken = api.client.post("/api/api.test", data="[", content_type="application/json").get_json()

    assert posted["message"]["blocks"][0]["text"]["text"] == "hi"
    assert posted["message"]["text"] == "{x"
    assert asked["user"]["id"] == ME
    assert broken == {"ok": False, "error": "invalid_json"}


def test_an_unknown_method_is_none(api: Api) -> None:
    """As Slack says it."""
    assert api("admin.users.list") == {"ok": False, "error": "unknown_method"}


def test_who_is_here(api: Api) -> None:
    """The person with their time zone, and the bot."""
    api.client.get("/api-play/workspace?tz=Asia/Kolkata")

    me = api("users.info", user=ME)["user"]

    assert (me["tz"], me["tz_offset"], me["is_bot"]) == ("Asia/Kolkata", 19_800, False)
    assert api("auth.test")["user_id"] == BOT_USER
    assert [user["id"] for user in api("users.list")["members"]] == [ME, BOT_USER]
    assert api("team.info")["team"]["name"] == "Playground"
    assert api("bots.info")["bot"]["user_id"] == BOT_USER
    assert api("api.test", x=1)["args"] == {"x": 1}
    assert api("users.info", user="U0NONE")["error"] == "user_not_found"


@pytest.mark.parametrize("zone", ["Nowhere/None", "../../etc/passwd", "/etc/passwd", "\0"])
def test_a_time_zone_that_is_none_is_refused(api: Api, zone: str) -> None:
    """The one before stays."""
    reply = api.client.get("/api-play/workspace", query_string={"tz": zone})

    assert reply.status_code == 400
    assert api("users.info", user=ME)["user"]["tz"] == "UTC"


def test_channels_are_listed_and_described(api: Api) -> None:
    """With the person in each of them."""
    listed = api("conversations.list", types="public_channel,private_channel")["channels"]

    assert [each["name"] for each in listed] == ["podcasts", "general"]
    assert [each["id"] for each in api("users.conversations", types="im")["channels"]] == [
        DIRECT.id
    ]
    assert api("conversations.info", channel="C0PODCASTS")["channel"]["name"] == "podcasts"
    assert api("conversations.members", channel="C0GENERAL")["members"] == [ME, BOT_USER]
    assert api("conversations.open", users=ME)["channel"]["id"] == DIRECT.id
    assert api("conversations.open", channel=DIRECT.id)["channel"]["is_im"]
    assert api("conversations.open", users="U0NONE")["error"] == "user_not_found"
    for method in ("info", "members", "history", "replies", "join"):
        assert api(f"conversations.{method}", channel="C0NONE")["error"] == "channel_not_found"


def test_history_leaves_out_replies_and_what_one_person_sees(api: Api) -> None:
    """Newest first; replies, oldest first, with the message they follow."""
    first = api.post("first", metadata={"event_type": "x", "event_payload": {}})
    reply = api.post("reply", thread_ts=first["ts"])
    api("chat.postEphemeral", channel="C0GENERAL", user=ME, text="psst")
    last = api.post("last")

    def texts(method: str, **more: Any) -> list[str]:
        answer = api(f"conversations.{method}", channel="C0GENERAL", **more)
        return [message["text"] for message in answer["messages"]]

    assert texts("history") == ["last", "first"]
    assert texts("history", limit=1) == ["last"]
    assert texts("history", oldest=first["ts"]) == ["last"]
    assert texts("history", latest=last["ts"]) == ["first"]
    assert texts("history", latest=last["ts"], oldest=first["ts"]) == []
    assert texts("history", latest=first["ts"], inclusive=True) == ["first"]
    assert texts("replies", ts=first["ts"]) == ["first", "reply"]
    assert reply["message"]["thread_ts"] == first["ts"]
    shown = api("conversations.history", channel="C0GENERAL", include_all_metadata=True)
    assert shown["messages"][1]["metadata"]["event_type"] == "x"
    assert "metadata" not in api("conversations.history", channel="C0GENERAL")["messages"][1]
    assert api("conversations.history", channel="C0GENERAL", limit="x")["error"] == (
        "invalid_arguments"
    )
    assert api("conversations.replies", channel="C0GENERAL", ts="1")["error"] == (
        "thread_not_found"
    )


def test_history_is_paged(api: Api) -> None:
    """Until there is no cursor."""
    for number in range(5):
        api.post(str(number))
    found, cursor = [], ""
    while True:
        page = api("conversations.history", channel="C0GENERAL", limit=2, cursor=cursor)
        found += [message["text"] for message in page["messages"]]
        cursor = page["response_metadata"]["next_cursor"]
        assert page["has_more"] == bool(cursor)
        if not cursor:
            break

    assert found == ["4", "3", "2", "1", "0"]


def test_a_message_is_posted_changed_and_deleted(api: Api) -> None:
    """The person's id stands for the conversation with them."""
    posted = api("chat.postMessage", channel=ME, text="one", blocks=BLOCKS)
    where = {"channel": DIRECT.id, "ts": posted["ts"]}
    (message,) = [event["message"] for event in api.feed()]

    assert posted["channel"] == DIRECT.id
    assert (message["text"], message["bot"], message["took_ms"]) == ("one", True, None)
    assert message["blocks"][0]["block_id"]
    assert api("chat.update", **where, text="two")["text"] == "two"
    assert [event["message"]["text"] for event in api.feed()] == ["two"]
    assert api("chat.getPermalink", channel=DIRECT.id, message_ts=posted["ts"])["permalink"]
    assert api("chat.delete", **where)["ok"]
    assert api.feed() == []
    for method in ("chat.update", "chat.delete"):
        assert api(method, **where, text="x")["error"] == "message_not_found"
    assert api("chat.getPermalink", channel=DIRECT.id)["error"] == "message_not_found"


def test_messages_of_the_person_are_not_the_bots_to_change(api: Api) -> None:
    """Each has a word of its own."""
    ts = api.play("say", channel="C0GENERAL", text="mine").get_json()["ts"]
    where = {"channel": "C0GENERAL", "ts": ts}

    assert api("chat.update", **where, text="x")["error"] == "cant_update_message"
    assert api("chat.delete", **where)["error"] == "cant_delete_message"


@pytest.mark.parametrize(
    ("method", "given", "word"),
    [
        ("chat.postMessage", {"channel": "C0NONE", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0GENERAL"}, "no_text"),
        ("chat.postMessage", {"channel": "C0GENERAL", "text": "x" * 40_001}, "msg_too_long"),
        ("chat.postMessage", {"channel": "C0GENERAL", "blocks": BLOCKS * 51}, "invalid_blocks"),
        ("chat.postEphemeral", {"channel": "C0GENERAL", "text": "x"}, "user_not_in_channel"),
        ("chat.unfurl", {"channel": "C0GENERAL", "ts": "1", "unfurls": {}}, "cannot_find_message"),
        ("views.open", {"view": MODAL}, "invalid_arguments"),
        ("views.open", {"view": MODAL, "trigger_id": "1"}, "invalid_trigger_id"),
        ("views.open", {"view": HOME, "trigger_id": "1"}, "invalid_arguments"),
        ("views.push", {"view": MODAL, "trigger_id": "1"}, "invalid_trigger_id"),
        ("views.update", {"view": MODAL, "view_id": "V"}, "not_found"),
        ("views.update", {"view": MODAL}, "not_found"),
        ("views.publish", {"view": MODAL, "user_id": ME}, "invalid_arguments"),
        ("views.publish", {"view": HOME, "user_id": "U0NONE"}, "user_not_found"),
        ("views.publish", {"view": None, "user_id": ME}, "invalid_arguments"),
        ("assistant.threads.setStatus", {"channel_id": DIRECT.id}, "invalid_arguments"),
        ("assistant.threads.setStatus", {}, "channel_not_found"),
        (
            "assistant.threads.setSuggestedPrompts",
            {"channel_id": DIRECT.id, "prompts": [{}] * 5},
            "invalid_arguments",
        ),
        ("functions.completeSuccess", {}, "invalid_arguments"),
        ("functions.completeError", {}, "invalid_arguments"),
    ],
)
def test_slacks_words_for_what_is_wrong(api: Api, method: str, given: Json, word: str) -> None:
    """The app learns here what it would learn from Slack."""
    assert api(method, **given)["error"] == word


def test_a_trigger_opens_one_modal(api: Api) -> None:
    """Another needs another; what is pushed lies on top."""
    trigger = api.trigger()
    opened = api("views.open", trigger_id=trigger, view=MODAL)["view"]

    assert api("views.open", trigger_id=trigger, view=MODAL)["error"] == "exchanged_trigger_id"
    pushed = api("views.push", trigger_id=api.trigger(), view=MODAL)["view"]
    assert (pushed["root_view_id"], pushed["previous_view_id"]) == (opened["id"], opened["id"])
    changed = api("views.update", view_id=pushed["id"], hash=pushed["hash"], view=MODAL)
    assert changed["view"]["previous_view_id"] == opened["id"]
    again = api("views.update", view_id=pushed["id"], hash=pushed["hash"], view=MODAL)
    assert again["error"] == "hash_conflict"


def test_cards_go_under_links_that_are_there(api: Api) -> None:
    """And under no others."""
    text = "see https://x.test/a?b&c"
    ts = api.play("say", channel="C0GENERAL", text=text).get_json()["ts"]
    where = {"channel": "C0GENERAL", "ts": ts}
    card = {"https://x.test/a?b&c": {"blocks": BLOCKS}}

    assert api("chat.unfurl", **where, unfurls=card)["ok"]
    (message,) = [event["message"] for event in api.feed()]
    assert message["attachments"][0]["from_url"] == "https://x.test/a?b&c"
    assert api("chat.unfurl", **where)["error"] == "missing_unfurls"
    other = {"https://y.test": {"blocks": BLOCKS}}
    assert api("chat.unfurl", **where, unfurls=other)["error"] == "cannot_unfurl_url"
    bad = {"https://x.test/a?b&c": {"blocks": [{"type": "nothing"}]}}
    assert api("chat.unfurl", **where, unfurls=bad)["error"] == "invalid_blocks"


def test_what_the_assistant_shows_reaches_the_feed(api: Api) -> None:
    """A status, prompts, the end of a step."""
    after = api.client.get("/api-play/feed?after=0").get_json()["seq"]
    api("assistant.threads.setStatus", channel_id=DIRECT.id, thread_ts="1.0", status="thinking")
    prompts = [{"title": "t", "message": "m"}]
    api("assistant.threads.setSuggestedPrompts", channel_id=DIRECT.id, prompts=prompts)
    assert api("assistant.threads.setTitle", channel_id=DIRECT.id, title="t")["ok"]
    api("functions.completeSuccess", function_execution_id="F1", outputs={"a": 1})
    api("functions.completeError", function_execution_id="F2", error="no")

    events = api.client.get(f"/api-play/feed?after={after}").get_json()["events"]

    assert [event["type"] for event in events] == ["status", "prompts", "function", "function"]
    assert events[0]["text"] == "thinking"
    assert (events[2]["outputs"], events[3]["error"]) == ({"a": 1}, "no")


@pytest.fixture
def answerable(api: Api) -> str:
    """An address to answer a command at."""
    api.play("say", channel="C0GENERAL", text="/ask x")
    return str(api.app.told[-1]["response_url"]).removeprefix("http://127.0.0.1:1")


def test_a_command_may_be_answered_later(api: Api, answerable: str) -> None:
    """For the person alone, or for everybody."""
    api.client.post(answerable, json={"text": "psst"})
    api.client.post(answerable, json={"text": "all", "response_type": "in_channel"})

    said = [(e["message"]["text"], e["message"]["ephemeral"]) for e in api.feed()]

    assert said == [("psst", True), ("all", False)]
    assert all(event["message"]["took_ms"] > 0 for event in api.feed())


def test_an_address_is_good_for_five_answers(api: Api, answerable: str) -> None:
    """Then it is used up; an unknown one never was any good."""
    statuses = [api.client.post(answerable, json={"text": "x"}).status_code for _ in range(6)]

    assert statuses == [200] * 5 + [404]
    assert api.client.post("/respond/unknown", json={"text": "x"}).status_code == 404


def test_an_answer_that_slack_would_refuse_is_refused(api: Api, answerable: str) -> None:
    """With its word, as Slack does."""
    refused = api.client.post(answerable, json={"blocks": [{"type": "nothing"}]})

    assert (refused.status_code, refused.get_data(as_text=True)) == (400, "invalid_blocks")


def test_an_answer_may_take_the_message_away(api: Api) -> None:
    """The one that was pressed."""
    button = {
        "type": "button",
        "action_id": "go",
        "text": {"type": "plain_text", "text": "Go"},
        "value": "v",
    }
    posted = api.post(blocks=[{"type": "actions", "block_id": "b", "elements": [button]}])
    api.play(
        "act",
        container={"type": "message", "id": posted["ts"]},
        channel="C0GENERAL",
        action={"action_id": "go", "block_id": "b", "value": "forged"},
    )
    told = api.app.told[-1]
    url = told["response_url"].removeprefix("http://127.0.0.1:1")

    assert told["actions"][0]["value"] == "v"
    assert api.client.post(url, json={"delete_original": True}).status_code == 200
    assert api.feed() == []


@pytest.mark.parametrize("answer", [("500 Broken", b""), ("404 None", b"")])
def test_what_the_app_does_not_take_is_shown(api: Api, answer: tuple[str, bytes]) -> None:
    """As an error in the feed."""
    after = api.client.get("/api-play/feed?after=0").get_json()["seq"]
    api.app.answers.append(answer)
    api.play("say", channel="C0GENERAL", text="/ask x")

    (event,) = api.client.get(f"/api-play/feed?after={after}").get_json()["events"]

    assert event["type"] == "error"
    assert event["text"].startswith("/ask failed with status")


@pytest.mark.parametrize("body", [b'{"text": "words"}', b"words", b'"words"'])
def test_words_alone_answer_a_command(api: Api, body: bytes) -> None:
    """JSON or not, as Slack takes it."""
    api.app.answers.append(("200 OK", body))
    api.play("say", channel="C0GENERAL", text="/ask x")

    (event,) = api.feed()

    assert event["message"]["text"].strip('"') == "words"
    assert event["message"]["ephemeral"]


def test_what_comes_by_itself_took_no_time(api: Api) -> None:
    """Though somebody asked something there before, which is answered."""
    api.app.answers.append(("200 OK", b"words"))
    api.play("say", channel="C0GENERAL", text="/ask x")
    api.post("an episode of the day")

    first, second = (event["message"] for event in api.feed())

    assert first["took_ms"] > 0
    assert second["took_ms"] is None


def open_modal(api: Api, **more: Any) -> str:
    """Open a modal; its id."""
    view = api("views.open", trigger_id=api.trigger(), view=MODAL | more)["view"]
    return str(view["id"])


@pytest.mark.parametrize(
    ("answer", "got", "told"),
    [
        ({}, {"ok": True}, ["modal_close"]),
        ({"response_action": "clear"}, {"ok": True}, ["modal_close"]),
        ({"response_action": "update", "view": MODAL}, {"ok": True}, ["modal"]),
        ({"response_action": "push", "view": MODAL}, {"ok": True}, ["modal"]),
        ({"response_action": "errors", "errors": {"b": "no"}}, {"errors": {"b": "no"}}, []),
    ],
    ids=["close", "clear", "update", "push", "errors"],
)
def test_what_the_app_answers_to_a_form(api: Api, answer: Json, got: Json, told: list[str]) -> None:
    """Each of Slack's response actions."""
    ident = open_modal(api)
    after = api.client.get("/api-play/feed?after=0").get_json()["seq"]
    api.app.answers.append(("200 OK", json.dumps(answer).encode()))

    assert api.play("submit", view_id=ident).get_json() == got
    if told:
        events = api.client.get(f"/api-play/feed?after={after}").get_json()["events"]
        assert [event["type"] for event in events] == told
        assert events[0].get("pushed", False) == (answer.get("response_action") == "push")


def test_three_modals_lie_on_each_other_at_most(api: Api) -> None:
    """The app is told; the page gets a sentence."""
    ident = open_modal(api)
    push = json.dumps({"response_action": "push", "view": MODAL}).encode()
    for _ in range(2):
        api.app.answers.append(("200 OK", push))
        assert api.play("submit", view_id=ident).status_code == 200
    api.app.answers.append(("200 OK", push))

    refused = api.play("submit", view_id=ident)

    assert (refused.status_code, "push_limit" in refused.get_json()["error"]) == (502, True)
    assert api("views.push", trigger_id=api.trigger(), view=MODAL)["error"] == (
        "push_limit_reached"
    )


@pytest.mark.parametrize(
    "answer",
    [("500 Broken", b""), ("200 OK", b'{"response_action": "update", "view": {}}')],
    ids=["status", "view"],
)
def test_a_form_that_goes_wrong_says_so(api: Api, answer: tuple[str, bytes]) -> None:
    """The window stays."""
    ident = open_modal(api)
    api.app.answers.append(answer)

    assert api.play("submit", view_id=ident).status_code == 502
    assert api.play("close", view_id=ident).status_code == 200


def test_the_app_hears_of_closed_windows_where_it_wants_to(api: Api) -> None:
    """And all of them close where the view says so."""
    below = open_modal(api)
    more = {"notify_on_close": True, "clear_on_close": True}
    above = api("views.push", trigger_id=api.trigger(), view=MODAL | more)["view"]["id"]

    api.play("close", view_id=above)

    assert (api.app.told[-1]["type"], api.app.told[-1]["view"]["id"]) == ("view_closed", above)
    assert api.app.told[-1]["is_cleared"]
    assert api.play("close", view_id=below).status_code == 404


@pytest.mark.parametrize(
    ("channel", "threaded", "awaited"),
    [
        ("C0GENERAL", False, (True, True)),
        ("C0GENERAL", True, (False, True)),
        (DIRECT.id, False, (True, True)),
        (DIRECT.id, True, (True, True)),
    ],
)
def test_what_follows_a_button_is_its_answer(
    api: Api,
    channel: str,
    threaded: bool,  # noqa: FBT001 - a table's column
    awaited: tuple[bool, bool],
) -> None:
    """Beside its message or in the thread of that; a direct message is answered anywhere."""
    button = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "x"}}
    blocks = [{"type": "actions", "block_id": "b", "elements": [button]}]
    first = api("chat.postMessage", channel=channel, text="first")["ts"]
    below = {"thread_ts": first} if threaded else {}
    ts = api("chat.postMessage", channel=channel, text="x", blocks=blocks, **below)["ts"]
    found = []
    for thread in ({}, {"thread_ts": first if threaded else ts}):
        api.play(
            "act",
            container={"type": "message", "id": ts},
            channel=channel,
            action={"block_id": "b", "action_id": "a"},
        )
        api("chat.postMessage", channel=channel, text="answer", **thread)
        answers = [e["message"] for e in api.feed() if e["type"] == "message"]
        found.append(answers[-1]["took_ms"] is not None)

    assert awaited == tuple(found)
    name = "directmessage" if channel == DIRECT.id else "general"
    assert {"id": channel, "name": name} == api.app.told[-1]["channel"]


def test_a_window_that_is_closed_alone_clears_nothing(api: Api) -> None:
    """The app may keep what it knows of the one below."""
    below = open_modal(api)
    quiet = api("views.push", trigger_id=api.trigger(), view=MODAL | {"notify_on_close": True})

    api.play("close", view_id=quiet["view"]["id"])

    assert api.app.told[-1]["view"]["id"] == quiet["view"]["id"]
    assert not api.app.told[-1]["is_cleared"]
    assert api.play("close", view_id=below).status_code == 200


def test_a_menu_that_gets_no_answer_says_so(api: Api) -> None:
    """Options come from the app; without groups they are a plain list."""
    menu = {"type": "external_select", "action_id": "m"}
    posted = api.post(blocks=[{"type": "actions", "block_id": "b", "elements": [menu]}])
    asked = {
        "container": {"type": "message", "id": posted["ts"]},
        "channel": "C0GENERAL",
        "action_id": "m",
        "block_id": "b",
        "value": "x",
    }
    api.app.answers += [("200 OK", b'{"options": [{"value": "1"}]}'), ("500 Broken", b"")]

    assert api.play("options", **asked).get_json() == {"options": [{"value": "1"}]}
    assert api.play("options", **asked).status_code == 502
    assert api.play("options", **asked).get_json() == {"options": []}
    assert api.app.told[-1]["container"]["message_ts"] == posted["ts"]
