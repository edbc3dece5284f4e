"""``playhead digest``: what is posted where, what would be, and the clock that posts it."""

from __future__ import annotations

import json
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import cli
from bot.cli.digest import beside
from bot.config import Settings, SlackSettings
from bot.digest.schedule import SPREAD
from bot.digest.subscription import EVERY_DAY, Subscription, Wish
from bot.slack.runtime import Runtime
from bot.slack.server import launch
from bot.state import State
from bot.state.outbox import LEASE
from bot.state.state import KEEP
from bot.store import Store
from tests.cli.conftest import write_post
from tests.slack.local_slack import LocalSlack
from tests.slack.serving import WAIT_S, environment, wait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import CliRunner

ROOT = Path(__file__).parents[2]


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A Slack on loopback."""
    with LocalSlack() as running:
        yield running


@pytest.fixture
def db(runner: CliRunner, posts: Path, tmp_path: Path) -> Path:
    """A store with the posts, which the commands use."""
    assert runner.invoke(cli, ["load", str(posts)]).exit_code == 0
    return tmp_path / "cli.db"


def just_gone() -> float:
    """A minute that has just gone by, seconds since 1970."""
    return datetime.now(UTC).replace(second=0, microsecond=0).timestamp() - 120


def subscribe(db: Path, channel: str = "C1", **changes: object) -> None:
    """A subscription that has been due two minutes ago, unless told otherwise."""
    last = just_gone()
    at = datetime.fromtimestamp(last, UTC).time()
    given = {"at": at, "zone": "UTC", "weekdays": EVERY_DAY, **changes}
    with State.open(db) as state:
        state.digests.save(Subscription("T1", channel, **given), "U1", last - 60)  # type: ignore[arg-type]


def test_subscriptions_are_listed(runner: CliRunner, db: Path) -> None:
    """A line each, with what comes next or why nothing does."""
    assert "There are no subscriptions" in runner.invoke(cli, ["digest", "list"]).stderr

    subscribe(db, weekdays=frozenset({1, 3}), announce=True)
    subscribe(db, "C2", on=False)
    subscribe(db, "C3", paused_until=date.max)
    subscribe(db, "C4")
    with State.open(db) as state:
        state.outbox.stop("T1", "C4", "is_archived", just_gone())
    done = runner.invoke(cli, ["digest", "list", "--team", "T1"])

    first, second, third, fourth = done.stdout.splitlines()
    assert first.startswith("T1 C1  ")
    assert " UTC 1·3····  next 20" in first
    assert first.endswith(" UTC, new episodes  by U1")
    assert "  off  by U1" in second
    assert "  paused  by U1" in third
    assert "  stopped: is_archived  by U1" in fourth
    assert runner.invoke(cli, ["digest", "list", "--team", "T9"]).stdout == ""


def test_a_preview_shows_what_will_be_posted(
    runner: CliRunner, db: Path, slack: LocalSlack
) -> None:
    """The very episode that the clock posts then."""
    subscribe(db)
    shown = runner.invoke(cli, ["digest", "preview", "--channel", "C1"]).stdout

    assert runner.invoke(cli, ["digest", "run", "--once"], env=given(slack)).exit_code == 0

    (call,) = slack.called("chat.postMessage")
    assert shown.startswith("T1 C1  ")
    assert str(call.arguments["text"]) in shown
    after = runner.invoke(cli, ["digest", "preview", "--channel", "C1"]).stdout
    assert str(call.arguments["text"]) not in after


def test_a_preview_of_anything(runner: CliRunner, db: Path) -> None:
    """Without a channel, of one that gets nothing, of a filter that nothing fits."""
    assert "Episode of the day: " in runner.invoke(cli, ["digest", "preview"]).stdout

    subscribe(db, on=False)
    assert "  off  by" in runner.invoke(cli, ["digest", "preview", "--channel", "C1"]).stdout
    subscribe(db, wish=Wish(years=(1999,)))
    fits = runner.invoke(cli, ["digest", "preview", "--channel", "C1", "--team", "T1"]).stdout
    assert "No episode fits its filter." in fits
    done = runner.invoke(cli, ["digest", "preview", "--channel", "C1", "--team", "T9"])
    assert (done.exit_code, "Nothing is posted in C1" in done.stderr) == (2, True)


def test_a_preview_of_an_empty_store(runner: CliRunner, tmp_path: Path) -> None:
    """Says what to do."""
    Store.open(tmp_path / "cli.db").close()

    assert "load some" in runner.invoke(cli, ["digest", "preview"]).stdout


def given(slack: LocalSlack) -> dict[str, str]:
    """The environment of an app for one workspace."""
    return {
        "SLACK_API_URL": slack.api,
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_SIGNING_SECRET": "signing",
        "PLAYHEAD_LOG_LEVEL": "error",
    }


def test_once_posts_what_is_due_and_says_how_much(
    runner: CliRunner, db: Path, slack: LocalSlack
) -> None:
    """A second time there is nothing to do; old text is forgotten."""
    subscribe(db, announce=True)
    with State.open(db) as state:
        state.remember_thread("T1", "C1", "1.0", "who?", just_gone() - KEEP)
    first = runner.invoke(cli, ["digest", "run", "--once"], env=given(slack))
    second = runner.invoke(cli, ["digest", "run", "--once"], env=given(slack))

    none = "0 due, 0 sent, 0 late, 0 retried, 0 failed, 0 skipped, 0 stopped\n"
    assert first.stdout == none.replace("0 due, 0 sent", "1 due, 1 sent")
    assert second.stdout == none
    with State.open(db) as state:
        assert state.thread_question("T1", "C1", "1.0") is None
    assert len(slack.called("chat.postMessage")) == 1


def test_once_waits_for_no_load_to_settle(
    runner: CliRunner, db: Path, slack: LocalSlack, posts: Path
) -> None:
    """The process that a timer starts is gone before a minute has passed."""
    channel = "C56"  # Its turn comes late in a minute, so that the note still waits below.
    subscribe(db, channel, on=False, announce=True)
    assert runner.invoke(cli, ["digest", "run", "--once"], env=given(slack)).exit_code == 0
    write_post(posts, "2024-05-20-3-cog.md", "Cog Cuts Gears", "Col Ek", "redis", "Redis keeps it")
    runner.invoke(cli, ["load", str(posts)])

    assert runner.invoke(cli, ["digest", "run", "--once"], env=given(slack)).exit_code == 0

    with State.open(db) as state:
        (note,) = state.outbox.ready(time.time() + SPREAD, 10)
    assert (note.channel, note.key) == (channel, "new:widgets/3-cog")


def test_a_port_that_is_taken_is_named(runner: CliRunner, db: Path, slack: LocalSlack) -> None:
    """In one line."""
    del db
    with socket.create_server(("0.0.0.0", 0)) as taken:  # noqa: S104 - taken as the command takes it
        port = str(taken.getsockname()[1])
        done = runner.invoke(cli, ["digest", "run", "--once", "--port", port], env=given(slack))

    assert (done.exit_code, f"cannot listen on {port}" in done.stderr) == (2, True)


def test_without_credentials_the_clock_does_not_start(runner: CliRunner, db: Path) -> None:
    """It says which one is missing."""
    del db
    done = runner.invoke(cli, ["digest", "run"])

    assert (done.exit_code, "SLACK_BOT_TOKEN" in done.stderr) == (2, True)


@pytest.fixture
def settings(db: Path, slack: LocalSlack) -> Settings:
    """Settings of an app for one workspace."""
    slack_ = SlackSettings(bot_token="xoxb-1", signing_secret="s", api_url=slack.api)  # noqa: S106 - no secret
    return Settings(db=db, slack=slack_)


def test_a_process_that_serves_posts_too(settings: Settings, slack: LocalSlack) -> None:
    """Until it closes."""
    subscribe(settings.db)
    runtime = launch(settings, lambda: date(2024, 6, 1), beside)
    wait(lambda: slack.called("chat.postMessage") != [])
    wait(lambda: runtime.metrics.posted().get("sent") == 1)
    runtime.close()

    assert b'playhead_posts_total{outcome="due"} 1.0' in runtime.metrics.text()


def test_a_clock_may_be_left_to_another_process(settings: Settings, slack: LocalSlack) -> None:
    """Then serving posts nothing."""
    subscribe(settings.db)
    runtime = launch(settings, lambda: date(2024, 6, 1), None)

    assert isinstance(runtime, Runtime)
    assert runtime.companion is None
    runtime.close()
    assert slack.called("chat.postMessage") == []


@contextmanager
def running(db: Path, slack: LocalSlack, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    """``playhead digest run`` as a process of its own."""
    command = [sys.executable, "-m", "bot", "digest", "run"]
    env = environment(db, slack.api, PYTHONPATH=str(ROOT))
    with subprocess.Popen(command, env=env, cwd=cwd, stderr=subprocess.PIPE) as clock:
        yield clock
        if clock.poll() is None:
            clock.kill()


@pytest.mark.slow
def test_a_clock_of_its_own_posts_until_it_is_told_to_stop(
    db: Path, slack: LocalSlack, tmp_path: Path
) -> None:
    """With a log that holds no token."""
    subscribe(db)
    with running(db, slack, tmp_path) as clock:
        wait(lambda: left(db) == 0, clock)
        clock.send_signal(signal.SIGTERM)
        _, log = clock.communicate(timeout=60)

    assert clock.returncode == 0
    assert b'"posted"' in log
    assert b"xoxb" not in log
    assert len(slack.called("chat.postMessage")) == 1


class Deadly(dict[str, Any]):
    """Answers of a Slack that takes the post and keeps its answer to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.killed = threading.Event()

    def get(self, method: str, default: Any = None) -> Any:
        """Hold the posting until nobody waits for its answer any more."""
        if method == "chat.postMessage":
            self.killed.wait(WAIT_S)
        return super().get(method, default)


@pytest.mark.slow
def test_killed_after_posting_the_next_clock_finds_the_post(db: Path, tmp_path: Path) -> None:
    """And repeats nothing."""
    subscribe(db)
    answers = Deadly()
    with LocalSlack(answers) as slack:
        with running(db, slack, tmp_path) as clock:
            wait(lambda: slack.called("chat.postMessage") != [], clock)
            clock.kill()
        answers.killed.set()
        arguments = slack.called("chat.postMessage")[0].arguments
        metadata = arguments["metadata"]
        there = json.loads(metadata) if isinstance(metadata, str) else metadata
        slack.answers["conversations.history"] = {
            "ok": True,
            "messages": [{"ts": "7.0", "metadata": there}],
        }
        assert left(db) == 1
        with sqlite3.connect(db) as file:
            file.execute("UPDATE state_outbox SET run = run - ?", (LEASE,))
        file.close()
        with running(db, slack, tmp_path) as clock:
            wait(lambda: left(db) == 0, clock)

    assert len(slack.called("conversations.history")) == 1
    assert len(slack.called("chat.postMessage")) == 1


def left(db: Path) -> int | None:
    """How many posts are in the outbox; ``None`` while none ever was."""
    with sqlite3.connect(db) as file:
        total, ended = file.execute(
            "SELECT count(*), count(*) - count(run) FROM state_outbox"
        ).fetchone()
    file.close()
    return total - ended if total else None
