"""Slash commands over HTTP, against a bare Bolt echo behind the same web server in the same run.

Three servers stand side by side: the echo, Playhead that computes every answer, and Playhead
that keeps answers, as it does unless told otherwise. They take turns, so that whatever else the
machine does meets all of them; a bad moment of the machine is in the times of all turns together
and not in those of the middle one.

The questions are asked in an order that chance gives, the same in every run: people do not ask
one kind after another, and 16 searches side by side would make all that stand among them slow.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bench.clock import percentiles
from bench.material import ROOT, TODAY
from bot.slack.web import EVENTS_PATH
from tests.postgres import free_port
from tests.slack.local_slack import LocalSlack
from tests.slack.requests import SECRET, command, signed
from tests.slack.serving import environment, serving, wait

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CONNECTIONS = 32


@dataclass(slots=True)
class Server:
    """A server, and what its clients saw in all its turns.

    Attributes:
        pid: Leads a group of processes.
        turns: Milliseconds of each answer, turn by turn.
        cpu: Seconds of processor time that the server took for them.
    """

    port: int
    pid: int
    turns: list[list[float]] = field(default_factory=list)
    errors: int = 0
    cpu: float = 0.0

    @property
    def times(self) -> list[float]:
        """Milliseconds of each answer in all turns."""
        return list(chain.from_iterable(self.turns))

    @property
    def rate(self) -> float:
        """Answers a second for each processor that it keeps busy."""
        return len(self.times) / self.cpu


def over_http(db: Path, asked: Sequence[str], rounds: int, seconds: float) -> str:
    """Answers a second and their times, with every answer computed and with answers kept.

    Args:
        db: The store.
        asked: Questions that are asked in turn, shuffled, each for itself.
        rounds: How many turns every server has.
        seconds: How long a turn lasts.
    """
    asked = Random(1).sample(asked, len(asked))  # noqa: S311 - the same in every run
    with ExitStack() as stack:
        slack = stack.enter_context(LocalSlack())
        given = environment(db, slack.api, PLAYHEAD_TODAY=TODAY.isoformat())
        echo = stack.enter_context(_echo(slack.api))
        computed = stack.enter_context(_playhead(given | {"PLAYHEAD_ANSWERS_KEPT": "0"}, db))
        kept = stack.enter_context(_playhead(given, db))
        servers = (echo, computed, kept)
        for each in servers:
            # Each question once and unmeasured: only then can answers have been kept.
            _turn(replace(each, turns=[]), asked, 0.0)
        for _ in range(rounds):
            for each in servers:
                _turn(each, asked, seconds)
    told = (("every answer computed", computed), (f"answers kept, {len(asked)} shuffled", kept))
    lines = [_told("bare Bolt echo", echo, echo), *(_told(name, it, echo) for name, it in told)]
    return "\n".join(lines)


def _told(name: str, server: Server, echo: Server) -> str:
    p50, p99 = percentiles(server.times)
    middle = median(percentiles(turn)[1] for turn in server.turns)
    return (
        f"http      {name}: {server.rate:.0f} answers/s a core ({server.rate / echo.rate:.0%} of"
        f" the echo), {CONNECTIONS} connections: p50 {p50:.1f} ms, p99 {p99:.1f} ms"
        f" ({middle:.1f} in the middle of {len(server.turns)} turns),"
        f" {len(server.times)} answers, {server.errors} errors"
    )


@contextmanager
def _playhead(given: dict[str, str], db: Path) -> Iterator[Server]:
    with serving(given | {"PYTHONPATH": str(ROOT)}, db.parent) as served:
        yield Server(served.port, served.process.pid)


@contextmanager
def _echo(api: str) -> Iterator[Server]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.echo", str(port), api, SECRET],
        cwd=ROOT,
        start_new_session=True,
    )
    try:
        wait(lambda: _listens(port), process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def _turn(server: Server, questions: Sequence[str], seconds: float) -> None:
    """Let clients ask a server for some seconds, each request signed just now."""
    plan = {
        "port": server.port,
        "connections": CONNECTIONS,
        "seconds": seconds,
        "least": len(questions) if not seconds else 0,
        "requests": [_request(text) for text in questions],
    }
    before = _cpu(server.pid)
    done = subprocess.run(
        [sys.executable, "-m", "bench.clients"],
        input=json.dumps(plan),
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    server.cpu += _cpu(server.pid) - before
    seen = json.loads(done.stdout)
    server.turns.append([1000 * each for each in seen["times"]])
    server.errors += seen["errors"]


def _request(question: str) -> str:
    """A slash command as it goes over the wire."""
    body = urlencode(command("/playhead", question))
    headers = signed(body) | {
        "Host": "127.0.0.1",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {EVENTS_PATH} HTTP/1.1\r\n{head}\r\n{body}"


def _cpu(group: int) -> float:
    """Seconds of processor time that a group of processes has taken."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(fields[2]) == group:
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
