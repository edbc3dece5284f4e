"""From time to time what is old is forgotten and what was left is taken up."""

from __future__ import annotations

import json
import logging
import os
import signal
import sqlite3
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import Settings, SlackSettings
from bot.errors import StoreError
from bot.slack.keeper import Keeper
from bot.slack.server import WAITING, serve, threads, web_server
from bot.state.state import KEEP
from tests.slack.local_slack import LocalSlack, LocalSocket
from tests.slack.requests import command, event
from tests.slack.serving import wait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from bot.slack.runtime import Runtime

NOW = 1_700_000_000.0
MENTION = event(
    "app_mention", channel="C1", ts="1.0", user="U1", text="<@U0BOT> who uses Terraform?"
)


def test_old_text_goes(runtime: Runtime) -> None:
    """When a process starts, and daily from then on."""
    runtime.state.remember_thread("T1", "C1", "1.0", "who?", NOW - KEEP - 1)

    Keeper(runtime.app, runtime.state, lambda: NOW).round()

    assert runtime.state.thread_question("T1", "C1", "1.0") is None


def test_what_was_left_is_answered(runtime: Runtime, slack: LocalSlack) -> None:
    """From what was kept of it, without Slack's help."""
    left = time.time() - 100
    runtime.state.claim("T1:Ev1", left, json.dumps(MENTION))
    runtime.state.claim("T1:C1:1.0", left)

    Keeper(runtime.app, runtime.state, time.time).round()
    wait(lambda: slack.called("chat.postMessage") != [])
    wait(lambda: runtime.state.abandoned(1e12) == [])

    assert "Acme" in str(slack.called("chat.postMessage")[0].arguments)


def test_a_state_that_fails_is_looked_at_again(
    runtime: Runtime, caplog: pytest.LogCaptureFixture
) -> None:
    """The thread goes on; the database may come back."""
    with sqlite3.connect(runtime.settings.db) as file:
        file.execute("ALTER TABLE state_claims RENAME TO away")
    file.close()
    keeper = Keeper(runtime.app, runtime.state, time.time)
    with pytest.raises(StoreError):
        keeper.round()
    keeper.start()
    wait(lambda: "the state does not answer" in caplog.text)
    keeper.stop()


def test_the_web_server_is_set_up_for_production() -> None:
    """One process, one thread, HTTP/1.1, the port and address of the settings."""
    server = web_server("127.0.0.1", 8080, "info")

    assert (server.bind_addr, server.bind_port, server.workers) == ("127.0.0.1", 8080, 1)
    assert (server.blocking_threads, server.respawn_failed_workers) == (1, True)


def test_requests_that_wait_get_threads_to_wait_in(settings: Settings) -> None:
    """For a database elsewhere, or for the tokens of many workspaces."""
    many = replace(settings.slack, client_id="1.2", client_secret="s")  # noqa: S106 - no secret

    assert threads(settings) == 1
    assert threads(replace(settings, slack=many)) == WAITING
    assert threads(replace(settings, database_url="postgresql://db.test/state")) == WAITING


@pytest.fixture
def own_process() -> Iterator[None]:
    """What serving changes in its process is put back: signals and logs."""
    signals = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    for one, handler in signals.items():
        signal.signal(one, handler)
    root.setLevel(level)
    root.handlers[:] = handlers


@pytest.mark.usefixtures("own_process")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_socket_mode(
    store: Path, today: Callable[[], date], number: signal.Signals
) -> None:
    """After it has answered what came before."""
    replies: list[dict[str, Any]] = []

    def talk() -> None:
        link.wait()
        replies.append(link.send("slash_commands", command("/whouses", "Terraform")))
        os.kill(os.getpid(), number)

    with LocalSocket() as link, LocalSlack({"apps.connections.open": link.opened}) as slack:
        talker = threading.Thread(target=talk)
        talker.start()
        settings = Settings(
            db=store,
            slack=SlackSettings(bot_token="xoxb-1", app_token="xapp-1", api_url=slack.api),  # noqa: S106 - no secret
        )
        serve(settings, today)
        talker.join()

    assert "Acme" in replies[0]["payload"]["text"]
