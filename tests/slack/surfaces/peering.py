"""A Slack that we did not write, started for a module of tests, and the app served to it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App, BoltRequest

from bot.config import SlackSettings
from tests.postgres import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
PEER = Path(os.environ.get("PLAYHEAD_SLACK_PEER", ROOT.parent / "shared" / "slack_peer"))

MARKS = [
    pytest.mark.peer,
    pytest.mark.skipif(not (PEER / "start.sh").exists(), reason=f"no emulator in {PEER}"),
    pytest.mark.skipif(not shutil.which("npm"), reason="the emulator needs node and npm"),
]


class Served:
    """An app behind a web server on loopback."""

    def __init__(self, app: App) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                answer = app.dispatch(BoltRequest(body=body, headers=dict(self.headers.items())))
                data = (answer.body or "").encode()
                self.send_response(answer.status)
                for name, values in answer.headers.items():
                    self.send_header(name, values[0])
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """Keep the output of the tests clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/slack/events"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def running() -> Iterator[dict[str, str]]:
    """Settings of a running emulator of our own."""
    environment = {**os.environ, "PEER_PORT": str(free_port())}
    started = subprocess.run(
        [PEER / "start.sh"], env=environment, capture_output=True, text=True, check=False
    )
    if started.returncode:
        pytest.skip(f"the emulator does not start: {started.stderr.strip()[-200:]}")
    try:
        yield dict(line.split("=", 1) for line in started.stdout.splitlines() if "=" in line)
    finally:
        subprocess.run([PEER / "start.sh", "stop"], env=environment, check=True)


def settings_of(emulator: dict[str, str]) -> SlackSettings:
    """What connects an app to it."""
    return SlackSettings(
        bot_token=emulator["PEER_BOT_TOKEN"],
        signing_secret=emulator["PEER_SIGNING_SECRET"],
        api_url=emulator["PEER_API"],
    )


@contextmanager
def people(emulator: dict[str, str], bot: Served) -> Iterator[Any]:
    """The emulator as people use it, back at its seed."""
    spec = importlib.util.spec_from_file_location("slack_peer", PEER / "peer.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["slack_peer"] = module
    spec.loader.exec_module(module)
    with module.Peer(
        bot=bot.url,
        url=emulator["PEER_URL"],
        signing_secret=emulator["PEER_SIGNING_SECRET"],
        token=emulator["PEER_BOT_TOKEN"],
    ) as opened:
        opened.reset()
        yield opened
