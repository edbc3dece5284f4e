"""``playhead serve`` as it runs in production: its web server, its signals, its death."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet

from bot.state.state import ABANDONED
from tests.postgres import free_port
from tests.slack.local_slack import LocalSlack
from tests.slack.requests import as_form, as_json, command, event
from tests.slack.serving import WAIT_S, environment, run, serving, wait

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

pytestmark = pytest.mark.slow

MENTION = event(
    "app_mention", channel="C1", ts="1.0", user="U1", text="<@U0BOT> who uses Terraform?"
)


def test_it_answers_stays_healthy_and_stops_when_told(
    slack: LocalSlack, store: Path, tmp_path: Path
) -> None:
    """Over the network, by granian, with logs that hold neither tokens nor what people write."""
    with serving(environment(store, slack.api), tmp_path) as served:
        body, headers = as_form(command("/whouses", "Terraform, secretly"))
        answer = served.ask("/slack/events", body, headers)
        forged = served.ask("/slack/events", body, headers | {"X-Slack-Signature": "v0=0"})
        mention, headers = as_json(MENTION)
        taken = served.ask("/slack/events", mention, headers)
        wait(lambda: slack.called("chat.postMessage") != [])
        numbers = served.ask("/metrics").body
        missing = served.ask("/slack/install")
        code = served.stop()

    assert [answer.status, forged.status, taken.status, missing.status] == [200, 401, 200, 404]
    assert answer.headers["server"] == "granian"
    assert "Acme" in answer.body
    assert "Acme" in str(slack.called("chat.postMessage")[0].arguments)
    assert 'playhead_http_requests_total{path="/slack/events",status="401"} 1.0' in numbers
    assert code == 0
    text = served.log.read_text(encoding="utf-8")
    assert {line["level"] for line in served.logged()} <= {"info", "warning"}
    secrets = ("xoxb", "signing", "secretly", "Terraform")
    assert [secret for secret in secrets if secret in text] == []


def test_an_install_over_the_network(slack: LocalSlack, store: Path, tmp_path: Path) -> None:
    """With the cookies of a browser and the redirect of Slack."""
    given = environment(
        store,
        slack.api,
        SLACK_BOT_TOKEN="",
        SLACK_CLIENT_ID="1.2",
        SLACK_CLIENT_SECRET="s",  # noqa: S106 - no secret
        PLAYHEAD_ENCRYPTION_KEY=Fernet.generate_key().decode(),
        PLAYHEAD_URL="https://playhead.example",
    )
    with serving(given, tmp_path) as served:
        page = served.ask("/slack/install")
        cookie = page.headers["set-cookie"].partition(";")[0]
        state = cookie.partition("=")[2]
        done = served.ask(f"/slack/oauth_redirect?code=c&state={state}", headers={"Cookie": cookie})
        body, headers = as_form(command("/whouses", "Terraform"))
        answer = served.ask("/slack/events", body, headers)
        gone, headers = as_json(event("app_uninstalled"))
        served.ask("/slack/events", gone, headers)
        body, headers = as_form(command("/whouses", "Terraform"))
        nothing = served.ask("/slack/events", body, headers)

    assert [page.status, done.status, answer.status] == [200, 200, 200]
    assert "redirect_uri=https://playhead.example/slack/oauth_redirect" in page.body
    assert ["Acme" in answer.body, "Acme" in nothing.body] == [True, False]


class Deadly(dict[str, "dict[str, Any] | int"]):
    """Answers of a Slack during whose first posting the app is killed."""

    def __init__(self) -> None:
        super().__init__()
        self.killed = threading.Event()

    def get(self, method: str, default: Any = None) -> Any:
        """Hold the posting until nobody waits for its answer any more."""
        if method == "chat.postMessage" and not self.killed.is_set():
            self.killed.wait(WAIT_S)
            return 500
        return super().get(method, default)


def age(db: Path) -> None:
    """Let the time pass after which a claim that was not finished is free again."""
    with sqlite3.connect(db) as file:
        file.execute("UPDATE state_claims SET claimed = claimed - ?", (ABANDONED + 1,))
    file.close()


@pytest.mark.parametrize("redelivered", [True, False], ids=["redelivered", "not redelivered"])
def test_killed_between_claim_and_answer_it_answers_once(
    store: Path, tmp_path: Path, *, redelivered: bool
) -> None:
    """After a restart: whether Slack delivers again or took our word that it had arrived."""
    answers = Deadly()
    with LocalSlack(answers) as slack:
        given = environment(store, slack.api)
        body, headers = as_json(MENTION)
        with serving(given, tmp_path) as served:
            served.ask("/slack/events", body, headers)
            wait(lambda: slack.called("chat.postMessage") != [])
            served.kill()
        answers.killed.set()
        before = len(slack.called("chat.postMessage"))
        age(store)
        with serving(given, tmp_path) as served:
            retry = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
            for _ in range(3 if redelivered else 0):
                body, headers = as_json(MENTION)
                assert served.ask("/slack/events", body, headers | retry).status == 200
            wait(lambda: len(slack.called("chat.postMessage")) > before)
            wait(lambda: finished(store))
            assert served.stop() == 0

    assert len(slack.called("chat.postMessage")) == before + 1
    assert "Acme" in str(slack.called("chat.postMessage")[-1].arguments)


def finished(db: Path) -> bool:
    """Whether everything claimed was answered."""
    with sqlite3.connect(db) as file:
        ((left,),) = file.execute("SELECT count(*) FROM state_claims WHERE NOT finished")
    file.close()
    return bool(left == 0)


def test_ctrl_c_stops_it_in_peace(slack: LocalSlack, store: Path, tmp_path: Path) -> None:
    """A terminal sends it to every process there; none has to be killed for that."""
    with serving(environment(store, slack.api), tmp_path) as served:
        os.killpg(served.process.pid, signal.SIGINT)
        code = served.process.wait(WAIT_S)

    assert code == 0
    assert [line for line in served.logged() if line["level"] != "info"] == []


def test_the_worker_does_not_outlive_its_parent(
    slack: LocalSlack, store: Path, tmp_path: Path
) -> None:
    """Or a restart would find the port taken."""
    with serving(environment(store, slack.api), tmp_path) as served:
        served.process.kill()
        served.process.wait()
        wait(lambda: not listening(served.port))


def listening(port: int) -> bool:
    """Whether anybody listens on a port of loopback."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_a_store_that_is_missing_is_built(slack: LocalSlack, tmp_path: Path) -> None:
    """From the bundled seeds, as for ``ask``."""
    with serving(environment(tmp_path / "new.db", slack.api), tmp_path) as served:
        body, headers = as_form(command("/whouses", "Terraform"))
        assert "SongRender" in served.ask("/slack/events", body, headers).body


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"SLACK_SIGNING_SECRET": ""}, "SLACK_SIGNING_SECRET: it is missing, "),
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN: it is missing. "),
        ({"SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN: it is no bot token, "),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN: it is no app-level token, "),
        ({"PORT": "80 80"}, "PORT: not a port: '80 80'. "),
        ({"PLAYHEAD_LOG_LEVEL": "loud"}, "PLAYHEAD_LOG_LEVEL: no such level: 'loud'. "),
        ({"SLACK_API_URL": "slack.com"}, "SLACK_API_URL: not an address: 'slack.com'. "),
        ({"DATABASE_URL": "mysql://u:pw@h/d"}, "DATABASE_URL: mysql is not supported. "),
        (
            {"SLACK_BOT_TOKEN": "", "SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "s"},
            "PLAYHEAD_ENCRYPTION_KEY: it is missing, ",
        ),
    ],
)
def test_a_wrong_setting_stops_it_with_one_line(
    slack: LocalSlack, store: Path, tmp_path: Path, change: dict[str, str], line: str
) -> None:
    """That names the setting and what to do."""
    done = run(environment(store, slack.api) | change, tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith(f"Error: {line}")
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)


def test_a_token_that_slack_refuses_stops_it(store: Path, tmp_path: Path) -> None:
    """Before anything is served."""
    with LocalSlack({"auth.test": {"ok": False, "error": "invalid_auth"}}) as slack:
        done = run(environment(store, slack.api), tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith("Error: SLACK_BOT_TOKEN: Slack refuses it (invalid_auth). ")
    assert done.stderr.count("\n") == 1


def test_a_slack_that_does_not_answer_stops_it(store: Path, tmp_path: Path) -> None:
    """With one line that says which address it is."""
    done = run(environment(store, f"http://127.0.0.1:{free_port()}/api"), tmp_path)

    assert done.returncode == 1
    assert re.match(r"Error: http://127\.0\.0\.1:\d+/api/ cannot be reached", done.stderr)


def test_a_port_that_is_taken_stops_it(slack: LocalSlack, store: Path, tmp_path: Path) -> None:
    """And says so."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(environment(store, slack.api, PORT=str(port)), tmp_path)

    assert done.returncode == 2
    assert f"PORT: cannot listen on 127.0.0.1:{port}" in done.stderr.splitlines()[-1]
