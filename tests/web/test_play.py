"""The page asks, the very same app answers, and the feed tells of it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from bot.web import Parts, create_app

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from flask.testing import FlaskClient

    from bot.ask import Asker
    from tests.web.browser import Browser


def test_a_mention_is_answered_in_its_thread(page: Browser) -> None:
    """With the time it took, and why it says so."""
    ts = page.say("@playhead who uses Terraform?")["ts"]

    answer = page.answer()

    assert answer["thread_ts"] == ts
    assert answer["text"].startswith("3 of 14 episodes use Terraform")
    assert answer["blocks"][0]["type"] == "section"
    assert answer["took_ms"] > 0
    assert not answer["ephemeral"]


def test_a_command_is_answered_for_the_person_alone(page: Browser) -> None:
    """The acknowledgement is the answer."""
    assert page.say("/whouses terraform")["ts"] is None

    answer = page.answer()

    assert answer["ephemeral"]
    assert answer["thread_ts"] is None
    assert answer["text"].startswith("3 of 14 episodes use Terraform")
    assert answer["took_ms"] > 0


def test_a_search_is_explained(page: Browser, asker: Asker) -> None:
    """With the lines that ``ask --explain`` prints."""
    page.say("/playhead zero downtime deploys")

    answer = page.answer()

    assert "abstains below" in answer["explain"][-1]
    assert answer["explain"] == list(asker.ask("zero downtime deploys")[0].explain())


def test_the_workspace_names_what_the_manifest_names(page: Browser) -> None:
    """Commands and shortcuts are those that the surfaces declare."""
    workspace = json.loads(page.get("/api-play/workspace?tz=Europe/Berlin").body)

    assert workspace["me"] == {"id": "U0YOU", "name": "you", "tz": "Europe/Berlin"}
    assert {"/playhead", "/whouses"} <= {each["name"] for each in workspace["commands"]}
    assert {"global", "message"} == {each["kind"] for each in workspace["shortcuts"]}
    assert [each["kind"] for each in workspace["channels"]] == ["channel", "channel", "im"]


def test_the_page_itself_is_served(page: Browser) -> None:
    """With a policy that lets it load from here alone."""
    reply = page.get("/")

    assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_what_operators_read_is_there(page: Browser) -> None:
    """As it is beside Slack."""
    assert page.get("/healthz").status == 200
    assert "playhead_slack_calls" in page.get("/metrics").body
    assert page.get("/slack/events").status == 404


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "9" * 17, "²"])
def test_the_feed_is_asked_for_by_number(page: Browser, after: str) -> None:
    """Anything else is refused."""
    reply = page.get(f"/api-play/feed?after={quote(after)}")

    assert (reply.status, json.loads(reply.body)["error"]) == (
        400,
        "after must be the number of an event.",
    )


def test_too_many_that_wait_are_not_kept_waiting(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each holds a thread, and threads are needed to answer."""
    monkeypatch.setattr("bot.web.play.POLLS", 0)
    monkeypatch.setattr("bot.web.play.WAIT_S", 10_000)
    app = silent(asker)
    seq = app.get("/api-play/feed?after=0").get_json()["seq"]

    assert app.get(f"/api-play/feed?after={seq}").get_json()["events"] == []


@pytest.mark.parametrize(
    ("path", "data", "sentence"),
    [
        ("act", {"container": "x"}, "container must be an object."),
        ("act", {"container": {"type": "page", "id": "1"}}, "container.type must be message or"),
        ("act", {"container": {"type": "message", "id": 1}}, "id must be a text."),
        ("submit", {"view_id": "V1", "state": []}, "state must be an object."),
        ("submit", {"view_id": "V1", "state": {"values": []}}, "values must be an object."),
        ("submit", {"view_id": "V1"}, "That window is closed."),
        ("say", {"channel": "C1", "text": "x" * 4101}, "text is longer than 4,100 characters."),
    ],
)
def test_requests_that_make_no_sense(
    asker: Asker, path: str, data: dict[str, object], sentence: str
) -> None:
    """Each is told what is wrong."""
    reply = silent(asker).post(f"/api-play/{path}", json=data, headers={"X-Playhead": "1"})

    assert reply.status_code in {400, 404}
    assert reply.get_json()["error"].startswith(sentence)


def test_a_bug_is_a_sentence(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never a traceback."""

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("bot.web.workspace.Workspace.feed", broken)

    reply = silent(asker).get("/api-play/feed?after=0")

    assert (reply.status_code, reply.get_json()) == (
        500,
        {"error": "Something went wrong here; the log has more."},
    )


def silent(asker: Asker) -> FlaskClient:
    """A playground whose app says nothing."""

    def app(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        del environ
        start("200 OK", [])
        return []

    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    parts = Parts(
        askers=lambda: asker,
        slack=app,
        secret="s",  # noqa: S106 - no secret
        token="t",  # noqa: S106 - no secret
        url="http://127.0.0.1:1",
        entries=(),
        executor=executor,
    )
    return create_app(parts).test_client()
