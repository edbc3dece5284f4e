"""``playhead serve`` as a process of its own, told apart from ours by its environment alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

from tests.postgres import free_port
from tests.slack.requests import SECRET, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAIT_S = 60


@dataclass(slots=True)
class Served:
    """A serving process.

    Attributes:
        port: Where it listens, if it does.
        log: Where its standard error goes.
    """

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def ask(
        self,
        path: str,
        body: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        """Send a request over the network: with a body a POST, else a GET."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=WAIT_S)
        try:
            connection.request("GET" if body is None else "POST", path, body, headers or {})
            response = connection.getresponse()
            got = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, got, response.read().decode())
        finally:
            connection.close()

    def logged(self) -> list[dict[str, Any]]:
        """The lines of the log."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def kill(self) -> None:
        """End it and all that it started, in the middle of whatever it does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """Tell it to stop; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(WAIT_S)


def environment(db: Path, api: str, **more: str) -> dict[str, str]:
    """The environment of an app for one workspace."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SLACK_", "PLAYHEAD_")) and name not in {"PORT", "DATABASE_URL"}
    }
    own = {
        "PLAYHEAD_DB": str(db),
        "PLAYHEAD_TODAY": "2024-06-01",
        "PLAYHEAD_HOST": "127.0.0.1",
        "SLACK_API_URL": api,
        "SLACK_BOT_TOKEN": "xoxb-a-bot-token",
        "SLACK_SIGNING_SECRET": SECRET,
    }
    return inherited | own | more


def run(given: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    """``playhead serve`` that is expected to stop by itself."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "serve"],
        capture_output=True,
        encoding="utf-8",
        env=given,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        timeout=WAIT_S,
        check=False,
    )


@contextmanager
def serving(given: dict[str, str], cwd: Path) -> Iterator[Served]:
    """``playhead serve`` until the block ends, ready when it begins."""
    port = free_port()
    log = cwd / f"serve-{port}.log"
    listens = "SLACK_APP_TOKEN" not in given
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"],
            stderr=stream,
            env=given | ({"PORT": str(port)} if listens else {}),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    served = Served(process, port, log)
    try:
        wait(lambda: '"answering"' in log.read_text(encoding="utf-8"), process)
        if listens:
            wait(lambda: healthy(served), process)
        yield served
    finally:
        if process.poll() is None:
            served.kill()


def healthy(served: Served) -> bool:
    """Whether it says that it is well."""
    try:
        return served.ask("/healthz").status == 200
    except OSError:
        return False


def wait(done: Callable[[], bool], process: subprocess.Popen[bytes] | None = None) -> None:
    """Return once something has happened."""
    deadline = time.monotonic() + WAIT_S
    while not done():
        assert process is None or process.poll() is None, "the process has ended"
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)
