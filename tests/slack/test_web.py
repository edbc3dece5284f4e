"""Every request gets a status, whatever is wrong with it, and is counted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.slack.web import LARGEST
from tests.slack.requests import as_form, as_json, command, event, send, signed
from tests.slack.serving import wait

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.runtime import Runtime
    from bot.slack.web import Web
    from tests.slack.local_slack import LocalSlack


@pytest.fixture
def web(runtime: Runtime) -> Web:
    """Its web application."""
    return runtime.web()


def counted(web: Web) -> dict[tuple[str, ...], float]:
    """What ``/metrics`` says: name and labels -> number."""
    page = send(web, "/metrics")
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(page.body)
        for sample in family.samples
    }


def test_a_command_is_answered_in_the_response(web: Web) -> None:
    """Nothing else has to be called for it."""
    body, headers = as_form(command("/whouses", "Terraform"))
    reply = send(web, "/slack/events", body.encode(), method="POST", headers=headers)

    assert (reply.status, "Acme" in reply.body) == (200, True)


def test_slack_may_check_the_address(web: Web) -> None:
    """It sends a challenge and wants it back."""
    body, headers = as_json({"type": "url_verification", "token": "t", "challenge": "3eZbrw"})
    reply = send(web, "/slack/events", body.encode(), method="POST", headers=headers)

    assert (reply.status, "3eZbrw" in reply.body) == (200, True)


BODY = "command=%2Fwhouses&text=secret+plans&team_id=T1"


def without(name: str) -> dict[str, str]:
    """The right headers without one of them."""
    return {header: value for header, value in signed(BODY).items() if header != name}


@pytest.mark.parametrize(
    "sign",
    [
        dict,
        lambda: signed(BODY, secret="another"),  # noqa: S106 - no secret
        lambda: signed(BODY + "&more=1"),
        lambda: signed(BODY, at=time.time() - 302),
        lambda: signed(BODY, at=time.time() + 330),
        lambda: without("X-Slack-Request-Timestamp"),
        lambda: without("X-Slack-Signature"),
        lambda: signed(BODY) | {"X-Slack-Request-Timestamp": "yesterday"},
        lambda: signed(BODY) | {"X-Slack-Request-Timestamp": "9" * 5_000},
        lambda: signed(BODY) | {"X-Slack-Signature": "v0=\xe9"},
    ],
    ids=[
        "unsigned",
        "forged",
        "altered",
        "stale",
        "early",
        "undated",
        "only dated",
        "no date",
        "far off",
        "no signature",
    ],
)
def test_what_slack_did_not_sign_is_refused(
    web: Web,
    slack: LocalSlack,
    runtime: Runtime,
    sign: Callable[[], dict[str, str]],
) -> None:
    """With 401, and nothing is done."""
    before = len(slack.calls)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    reply = send(web, "/slack/events", BODY.encode(), method="POST", headers=kind | sign())

    assert reply.status == 401
    assert "Terraform" not in reply.body
    assert len(slack.calls) == before
    assert runtime.state.forget_team("T1") == 0


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("/", b"", {}, 404),
        ("/slack/install", b"", {}, 404),
        ("/slack/events/", b"", {}, 404),
        ("/slack/events", b"\xff\xfe", {}, 401),
        ("/slack/events", b"[" * 100_000, {}, 401),
        ("/slack/events", b"payload=%5B", {}, 401),
        ("/slack/events", b"ssl_check=1&token=t", {}, 200),
        ("/slack/events", b"", {"Content-Length": str(LARGEST + 1)}, 413),
        ("/slack/events", b"", {"Content-Length": "-1"}, 413),
        ("/slack/events", b"", {"Content-Length": "many"}, 413),
        ("/slack/events", b"", {"Content-Length": "9" * 5_000}, 413),
        ("/slack/events", b"{", {"Content-Type": "application/json"}, 401),
    ],
)
def test_whatever_is_sent_gets_a_status(
    web: Web, path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    """A scanner that finds the address is no reason to fail."""
    assert send(web, path, body, method="POST", headers=headers).status == status


@pytest.mark.parametrize("body", ["{", "[" * 100_000], ids=["cut", "deep"])
def test_what_is_signed_and_no_json_is_a_bad_request(web: Web, body: str) -> None:
    """A proxy may cut a request short."""
    headers = {"Content-Type": "application/json", **signed(body)}
    reply = send(web, "/slack/events", body.encode(), method="POST", headers=headers)

    assert reply.status == 400


def test_other_methods_are_not_found(web: Web) -> None:
    """A browser that opens the address sees that nothing is there."""
    assert send(web, "/slack/events").status == 404


def test_a_bug_is_a_status_too(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    """And is logged with where it was."""
    web._paths["/broken"] = lambda *_: 1 // 0  # type: ignore[assignment]

    assert send(web, "/broken").status == 500
    assert "ZeroDivisionError" in caplog.text


def test_health_is_that_of_store_and_state(web: Web, runtime: Runtime) -> None:
    """Whoever watches restarts us when the database is gone."""
    well = send(web, "/healthz")
    runtime.state.close()
    runtime.settings.db.unlink()
    runtime.settings.db.mkdir()
    runtime.store.close()
    ill = send(web, "/healthz")

    assert [well.status, ill.status] == [200, 503]


def test_what_happens_is_counted(web: Web, slack: LocalSlack) -> None:
    """Requests by path and status, calls by method and outcome, and what the state has seen."""
    body, headers = as_form(command("/whouses", "Terraform"))
    send(web, "/slack/events", body.encode(), method="POST", headers=headers)
    send(web, "/slack/events", body.encode(), method="POST")
    for _ in range(3):
        send(web, "/nowhere")
    mention = event("app_mention", channel="C1", ts="1.0", user="U1", text="<@U0BOT> Terraform?")
    body, headers = as_json(mention)
    for _ in range(2):
        send(web, "/slack/events", body.encode(), method="POST", headers=headers)
    wait(lambda: slack.called("chat.postMessage") != [])
    numbers = counted(web)

    assert numbers["playhead_http_requests_total", "/slack/events", "200"] == 3
    assert numbers["playhead_http_requests_total", "/slack/events", "401"] == 1
    assert numbers["playhead_http_requests_total", "other", "404"] == 3
    assert numbers["playhead_http_seconds_count", "/slack/events"] == 4
    assert numbers["playhead_slack_calls_total", "auth.test", "ok"] == 1
    assert numbers["playhead_events_total", "duplicate"] >= 1
