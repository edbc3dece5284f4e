"""``playhead serve`` without credentials: a playground on this machine, until told to stop."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import cli
from bot.cli.playground import THREADS, build, forget_proxies, load, log_level, play
from bot.config import BUNDLED_SEEDS, Settings, SlackSettings
from bot.load import ensure
from tests.postgres import free_port
from tests.web.browser import Browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from functools import partial

    from click.testing import CliRunner
    from flask import Flask

WAIT_S = 60


@contextmanager
def started(
    folder: Path, *arguments: str, host: str = "127.0.0.1", **more: str
) -> Iterator[tuple[subprocess.Popen[str], Browser]]:
    """A playground as a process of its own, ready when the block begins."""
    port = free_port()
    ours = ("SLACK_", "PLAYHEAD_")
    inherited = {name: v for name, v in os.environ.items() if not name.startswith(ours)}
    given = {"PLAYHEAD_DB": str(folder / "p.db"), "PLAYHEAD_HOST": host, "PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        env=inherited | given | more,
        start_new_session=True,
    )
    page = Browser(port, host)
    try:
        _wait(page, process)
        yield process, page
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _wait(page: Browser, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + WAIT_S
    while True:
        assert process.poll() is None, process.stdout and process.stdout.read()
        assert time.monotonic() < deadline, "it does not answer"
        try:
            if page.get("/").status == 200:
                return
        except OSError:
            time.sleep(0.05)


def output(process: subprocess.Popen[str], number: signal.Signals) -> str:
    """What a process has said once it was told to stop, as a terminal does, and did so well."""
    os.killpg(process.pid, number)
    said, _ = process.communicate(timeout=WAIT_S)
    assert process.returncode == 0, said
    return said


def six() -> bool:
    """Whether this machine can be reached by IPv6."""
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "host", "shown"),
    [
        (signal.SIGINT, "127.0.0.1", "127.0.0.1"),
        pytest.param(
            signal.SIGTERM,
            "::1",
            "[::1]",
            marks=pytest.mark.skipif(not six(), reason="there is no IPv6 on this machine"),
        ),
        (signal.SIGHUP, "localhost", "localhost"),
    ],
)
def test_it_builds_the_store_answers_and_stops(
    tmp_path: Path, number: signal.Signals, host: str, shown: str
) -> None:
    """With the address in its one line; a page that waits does not keep it, nor is anything left.

    Proxies of the environment are not for calls of this machine to itself, and a database for
    what people made in Slack is none for what they try here.
    """
    more = {
        "HTTP_PROXY": "http://127.0.0.1:9",
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
        "TMPDIR": str(tmp_path),
    }
    with started(tmp_path, host=host, **more) as (process, page):
        page.poll()
        page.say("@Playhead who uses Terraform?")
        answer = page.answer()
        waiting = socket.create_connection((host, page.port))
        path = f"/api-play/feed?after={page.seq}"
        waiting.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        said = output(process, number)
        waiting.close()

    assert answer["text"].startswith("3 of 14 episodes use Terraform")
    assert said.splitlines() == [
        "Building the store, this once …",
        f"The playground is at http://{shown}:{page.port} (Ctrl-C stops it).",
    ]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("playhead-")] == []


def test_it_starts_beside_credentials_when_asked_to(tmp_path: Path) -> None:
    """They are not used, and the app does not see them."""
    secrets = {"SLACK_BOT_TOKEN": "xoxb-real", "SLACK_SIGNING_SECRET": "real"}
    with started(tmp_path, "--playground", **secrets) as (process, page):
        page.poll()
        page.say("/whouses terraform")

        assert page.answer()["ephemeral"]
        assert "error" not in output(process, signal.SIGTERM)


def test_a_page_that_was_open_before_a_restart_starts_anew(tmp_path: Path) -> None:
    """Messages live in memory only, so it gets what there is now: nothing."""
    with started(tmp_path) as (_, page):
        page.poll()
        page.say("/whouses terraform")
        page.answer()
    with started(tmp_path) as (_, again):
        told: dict[str, Any] = json.loads(again.get(f"/api-play/feed?after={page.seq}").body)

    assert (told["reset"], told["events"]) == (True, [])


@pytest.mark.parametrize(
    ("host", "arguments", "words"),
    [
        ("0.0.0.0", [], "PLAYHEAD_HOST: the playground has no login"),  # noqa: S104 - refused
        ("192.0.2.1", [], "add --expose-playground"),
        ("example.org", [], "can be reached from elsewhere"),
        ("192.0.2.1", ["--expose-playground"], "cannot listen on 192.0.2.1"),
    ],
)
def test_it_listens_on_this_machine_unless_told_twice(
    runner: CliRunner, host: str, arguments: Sequence[str], words: str
) -> None:
    """One line says why not, and what to do."""
    done = runner.invoke(cli, ["serve", *arguments], env={"PLAYHEAD_HOST": host})

    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_named(runner: CliRunner) -> None:
    """With the fix."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = runner.invoke(cli, ["serve"], env={"PORT": str(port)})

    assert done.exit_code == 2
    assert done.stderr.startswith(f"Error: PORT: cannot listen on 127.0.0.1:{port}")
    assert "set another PORT" in done.stderr


class Recorder:
    """A web server that only notes what it was to serve."""

    def __init__(self) -> None:
        self.loader: partial[Any] | None = None
        self.signal_handler_reload: object = None

    def signal_handler_interrupt(self, *_: object) -> None:
        """Stop."""

    def serve(self, *, target_loader: partial[Any], wrap_loader: bool) -> None:
        """Note it."""
        assert not wrap_loader
        self.loader = target_loader


def test_what_people_try_is_kept_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder that goes with the process; the store is built before, and said to be."""
    server = Recorder()
    asked: dict[str, object] = {}

    def web_server(host: str, port: int, level: str, **more: int) -> Recorder:
        asked.update(more, host=host, port=port, level=level)
        return server

    monkeypatch.setattr("bot.slack.server.web_server", web_server)
    port = free_port()
    settings = Settings(
        db=tmp_path / "p.db", database_url="postgresql://h/d", slack=SlackSettings(port=port)
    )

    play(settings, exposed=False)

    assert server.loader is not None
    kept = server.loader.args[0]
    assert asked == {
        "host": "127.0.0.1", "port": port, "level": "error", "threads": THREADS, "patience": 1,
    }  # fmt: skip
    assert kept.database_url.endswith("state.db")
    assert not Path(kept.database_url).parent.exists()
    assert settings.db.exists()
    assert server.signal_handler_reload == server.signal_handler_interrupt
    assert capsys.readouterr().out == "Building the store, this once …\n"


def test_it_is_opened_where_it_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a clock, and proxies forgotten, and the address on a line of its own."""
    ensure(tmp_path / "p.db", BUNDLED_SEEDS)
    followed: list[int] = []
    closers: list[Callable[[], None]] = []

    def built(settings: Settings, *, exposed: bool) -> tuple[Flask, Callable[[], None]]:
        app, close = build(settings, exposed=exposed)
        closers.append(close)
        return app, close

    monkeypatch.setattr("bot.slack.server.follow", followed.append)
    monkeypatch.setattr("bot.slack.logs.configure", lambda _: None)
    monkeypatch.setattr("bot.cli.playground.build", built)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    settings = Settings(
        db=tmp_path / "p.db",
        database_url=str(tmp_path / "state.db"),
        playground_host="box.lan",
        slack=SlackSettings(port=3999),
    )

    app = load(settings, 42, exposed=True)
    for close in closers:
        close()

    assert app.test_client().get("/", headers={"Host": "box.lan:3999"}).status_code == 200
    assert app.test_client().get("/", headers={"Host": "evil.test"}).status_code == 421
    assert followed == [42]
    assert "HTTP_PROXY" not in os.environ
    assert capsys.readouterr().out == (
        "The playground is at http://box.lan:3999 (Ctrl-C stops it).\n"
    )


def test_proxies_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """In either spelling."""
    names = {f"{kind}_proxy" for kind in ("http", "https", "all")}
    for name in names:
        monkeypatch.setenv(name, "http://127.0.0.1:9")
        monkeypatch.setenv(name.upper(), "http://127.0.0.1:9")
    forget_proxies()

    assert names.isdisjoint(map(str.lower, os.environ))


@pytest.mark.parametrize(
    ("asked", "got"), [("info", "warning"), ("debug", "debug"), ("error", "error")]
)
def test_only_what_went_wrong_is_logged(asked: str, got: str) -> None:
    """Unless more is asked for."""
    assert log_level(Settings.read({"PLAYHEAD_LOG_LEVEL": asked})) == got
