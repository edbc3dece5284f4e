"""Socket Mode from end to end, against a socket server on loopback."""

from __future__ import annotations

from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from bot.config import Settings, SlackSettings
from bot.errors import ConfigError, SlackError
from bot.slack.runtime import Runtime
from tests.postgres import free_port
from tests.slack.local_slack import LocalSlack, LocalSocket
from tests.slack.requests import SECRET, as_form, command, event, send
from tests.slack.serving import environment, run, serving, wait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

MENTION = event(
    "app_mention", channel="C1", ts="1.0", user="U1", text="<@U0BOT> who uses Terraform?"
)


@pytest.fixture
def link() -> Iterator[LocalSocket]:
    """Slack's side of the socket."""
    with LocalSocket() as running:
        yield running


@pytest.fixture
def slack(link: LocalSocket) -> Iterator[LocalSlack]:
    """A Slack on loopback that hands out the socket's address."""
    with LocalSlack({"apps.connections.open": link.opened}) as running:
        yield running


@pytest.fixture
def settings(slack: LocalSlack, store: Path) -> Settings:
    """Settings without a signing secret, which nothing needs here."""
    return Settings(
        db=store,
        slack=SlackSettings(
            bot_token="xoxb-1",  # noqa: S106 - no secret
            app_token="xapp-1",  # noqa: S106 - no secret
            api_url=slack.api,
        ),
    )


@pytest.fixture
def runtime(settings: Settings, today: Callable[[], date]) -> Iterator[Runtime]:
    """The app, connected."""
    opened = Runtime.open(settings, today)
    opened.connect()
    wait(lambda: opened.socket is not None and opened.socket.connected())
    yield opened
    opened.close()


def test_it_closes_though_its_session_just_began(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread that reads the session says that it goes on, after it was told to end."""
    assert runtime.socket is not None
    client = runtime.socket._handler.client
    close, ended = client.close, []

    def hardly() -> None:
        """Wait for a thread that begins to read right now."""
        close()
        client.current_session_state.terminated = False
        deadline = monotonic() + 10
        while not client.current_session_state.terminated and monotonic() < deadline:
            sleep(0.01)
        ended.append(monotonic() < deadline)

    monkeypatch.setattr(client, "close", hardly)
    runtime.socket.close()

    assert ended == [True]
    assert not runtime.socket.connected()


def test_a_command_is_answered_in_the_envelope(
    runtime: Runtime, slack: LocalSlack, link: LocalSocket
) -> None:
    """As over HTTP; the address of the socket is asked for with the app-level token."""
    link.wait()
    reply = link.send("slash_commands", command("/whouses", "Terraform"))

    assert "Acme" in reply["payload"]["text"]
    assert [call.token for call in slack.called("apps.connections.open")] == ["xapp-1"]
    assert 'playhead_socket_envelopes_total{kind="slash_commands"} 1.0' in (
        runtime.metrics.text().decode()
    )


def test_an_event_is_answered_once(runtime: Runtime, slack: LocalSlack, link: LocalSocket) -> None:
    """Each envelope is acknowledged, the post answered once."""
    link.wait()
    for number in (1, 2, 3):
        link.send("events_api", MENTION, number)
    wait(lambda: slack.called("chat.postMessage") != [])
    wait(lambda: runtime.state.abandoned(1e12) == [])

    assert len(slack.called("chat.postMessage")) == 1


def test_a_broken_connection_is_opened_again(
    runtime: Runtime, slack: LocalSlack, link: LocalSocket
) -> None:
    """Slack itself ends each one after some hours."""
    link.wait()
    link.hang_up()
    link.wait()
    wait(lambda: runtime.socket is not None and runtime.socket.connected())
    reply = link.send("slash_commands", command("/whouses", "Terraform"))

    assert "Acme" in reply["payload"]["text"]
    assert len(slack.called("apps.connections.open")) >= 2
    runtime.check()


def test_health_says_when_the_connection_is_down(runtime: Runtime, link: LocalSocket) -> None:
    """Whoever watches sees it."""
    link.wait()
    runtime.check()
    assert runtime.socket is not None
    runtime.socket.close()

    with pytest.raises(SlackError, match="connection is down"):
        runtime.check()


def test_nobody_can_sign_requests_for_it(runtime: Runtime) -> None:
    """Without a secret there is no address for them, and an empty one opens nothing."""
    body, headers = as_form(command("/whouses", "Terraform"))
    reply = send(runtime.web(), "/slack/events", body.encode(), method="POST", headers=headers)

    assert reply.status == 404
    assert send(runtime.web(), "/healthz").status == 200


def test_a_token_that_is_refused_is_named(
    settings: Settings, slack: LocalSlack, today: Callable[[], date]
) -> None:
    """In one line, as every wrong setting."""
    slack.answers["apps.connections.open"] = {"ok": False, "error": "invalid_auth"}
    runtime = Runtime.open(settings, today)
    try:
        with pytest.raises(ConfigError, match="SLACK_APP_TOKEN: Slack refuses it"):
            runtime.connect()
    finally:
        runtime.close()


def test_a_slack_that_does_not_answer_is_named(
    settings: Settings, slack: LocalSlack, today: Callable[[], date]
) -> None:
    """While there is no socket to be had."""
    runtime = Runtime.open(settings, today)
    slack.stop()
    try:
        with pytest.raises(SlackError, match=r"cannot be reached \(\w+\)"):
            runtime.connect()
    finally:
        runtime.close()


def test_a_socket_that_does_not_answer_is_tried_again(
    settings: Settings, slack: LocalSlack, link: LocalSocket, today: Callable[[], date]
) -> None:
    """It says that it is not healthy until one does."""
    slack.answers["apps.connections.open"] = {
        "ok": True,
        "url": f"ws://127.0.0.1:{free_port()}/link",
    }
    runtime = Runtime.open(settings, today)
    try:
        runtime.connect()
        with pytest.raises(SlackError, match="connection is down"):
            runtime.check()
        slack.answers["apps.connections.open"] = link.opened
        wait(lambda: runtime.socket is not None and runtime.socket.connected())
        runtime.check()
    finally:
        runtime.close()


@pytest.mark.slow
def test_the_whole_command_by_socket(
    slack: LocalSlack, link: LocalSocket, store: Path, tmp_path: Path
) -> None:
    """Nothing listens; it answers until told to stop."""
    given = environment(store, slack.api, SLACK_SIGNING_SECRET="", SLACK_APP_TOKEN="xapp-1")  # noqa: S106 - no secret
    with serving(given, tmp_path) as served:
        link.wait()
        reply = link.send("slash_commands", command("/whouses", "Terraform"))
        code = served.stop()

    assert "Acme" in reply["payload"]["text"]
    assert code == 0
    assert served.logged()[-1]["level"] == "info"


@pytest.mark.slow
def test_with_a_port_it_listens_for_those_who_watch(
    slack: LocalSlack, link: LocalSocket, store: Path, tmp_path: Path
) -> None:
    """Health and metrics, and no address for Slack's requests."""
    port = free_port()
    given = environment(store, slack.api, SLACK_APP_TOKEN="xapp-1", PORT=str(port))  # noqa: S106 - no secret
    with serving(given, tmp_path) as served:
        served.port = port
        link.wait()
        reply = link.send("slash_commands", command("/whouses", "Terraform"))
        body, headers = as_form(command("/whouses", "Terraform"))
        wait(lambda: served.ask("/healthz").status == 200)
        refused = served.ask("/slack/events", body, headers)
        numbers = served.ask("/metrics").body
        served.stop()

    assert SECRET
    assert "Acme" in reply["payload"]["text"]
    assert refused.status == 404
    assert 'playhead_socket_envelopes_total{kind="slash_commands"} 1.0' in numbers


@pytest.mark.slow
def test_an_app_token_that_slack_refuses_stops_it(
    slack: LocalSlack, store: Path, tmp_path: Path
) -> None:
    """Its last line names the setting."""
    slack.answers["apps.connections.open"] = {"ok": False, "error": "not_allowed_token_type"}
    done = run(environment(store, slack.api, SLACK_APP_TOKEN="xapp-1"), tmp_path)  # noqa: S106 - no secret

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Error: SLACK_APP_TOKEN: Slack refuses it (not_")
