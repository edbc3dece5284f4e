"""Every command of the documents is run, in the order in which it stands there.

A fenced block of ``sh`` runs line by line in one folder: what one line makes, the next finds. Slack
is a local one. A block that cannot run says why behind ``dry:``, and is still parsed by the shell.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.slack import SURFACES
from bot.slack.manifest import scopes
from tests import postgres
from tests.slack.local_slack import LocalSlack, LocalSocket

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "docs/shows.md", "docs/operating.md", "docs/reference.md")
TOLD = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
WAIT_S = 60
SERVERS = {"make run": "/", "playhead serve": "/healthz"}
"""Commands that run until they are stopped, and where each answers once it is ready."""

HERE = "make test"
"""Running it would run this."""

POST = """\
---
title: "Widgets by the Dozen"
guest: "Ada Example"
tags: ["terraform"]
description: "Ada on widgets."
mp3_duration: "30:00"
---

Ada speaks of widgets.

## Topics Include

- 1:02 -- Servers come up with Terraform
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of commands.

    Attributes:
        dry: Why it cannot be run, empty where it can.
    """

    document: str
    dry: str
    lines: tuple[str, ...]


def blocks() -> Iterator[Block]:
    """Every fenced block of shell commands, in order."""
    for name, text in TOLD.items():
        for indent, dry, body in re.findall(
            r"^( *)```sh(?: dry: ([^\n]+))?\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL
        ):
            lines = (line.removeprefix(indent) for line in body.splitlines())
            yield Block(name, dry, tuple(re.sub(r"\s+# .*", "", line) for line in lines))


@dataclass(slots=True)
class World:
    """A folder with what the documents take for granted, and a Slack that lets us in.

    Attributes:
        port: Where a server that is started listens.
        ran: Commands with what they printed.
    """

    folder: Path
    environment: dict[str, str]
    port: int
    ran: dict[str, str] = field(default_factory=dict)

    def run(self, line: str) -> None:
        """Run one command, which must succeed."""
        told = line.replace("127.0.0.1:3000", f"127.0.0.1:{self.port}")
        cwd = ROOT if line.startswith("make ") else self.folder
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", told],
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert (line, done.returncode, done.stderr if done.returncode else "") == (line, 0, "")
        self.ran[line] = done.stdout

    def do(self, line: str) -> None:
        """Run one command; a server until it answers."""
        if line in SERVERS:
            with self.serving(line):
                pass
        else:
            self.run(line)

    @contextmanager
    def serving(self, line: str) -> Iterator[None]:
        """Run a server, which answers inside; afterwards it is stopped as Ctrl-C does."""
        with (self.folder / "server.log").open("wb") as log:
            server = subprocess.Popen(
                ["bash", "-c", f"exec {line}"],
                cwd=ROOT if line.startswith("make ") else self.folder,
                env=self.environment | {"PORT": str(self.port)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self._wait(server, SERVERS[line])
            yield
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGINT)
            server.wait(WAIT_S)

    def _wait(self, server: subprocess.Popen[bytes], path: str) -> None:
        deadline = time.monotonic() + WAIT_S
        while status(self.port, path) != 200:
            said = (self.folder / "server.log").read_text(encoding="utf-8")
            assert server.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.05)


def status(port: int, path: str) -> int:
    """What a page answers; 0 while nobody listens."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A Slack on loopback that has granted everything."""
    with LocalSlack(scopes=",".join(scopes(SURFACES))) as running, LocalSocket() as socket:
        running.answers["users.conversations"] = {"ok": True, "channels": [{"id": "C1"}]}
        running.answers["apps.connections.open"] = socket.opened
        yield running


@pytest.fixture
def world(tmp_path: Path, slack: LocalSlack, monkeypatch: pytest.MonkeyPatch) -> World:
    """The folder of somebody who reads the documents."""
    folder = checkout(tmp_path)
    show = folder / "path" / "to" / "my-show"
    show.mkdir(parents=True)
    (show / "show.yml").write_text(show_file(), encoding="utf-8")
    (show / "2024-05-06-1-widgets.md").write_text(POST, encoding="utf-8")
    (written,) = re.findall(r"```ini\n(.*?)```", TOLD["README.md"], re.DOTALL)
    (folder / ".env").write_text(written.replace("…", "1").replace("   ", ""), encoding="utf-8")
    # A playhead that runs this code and no other.
    run = f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m bot "$@"'
    program(tmp_path / "bin" / "playhead", run)
    for name in ("PLAYHEAD_DB", "DATABASE_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    path = os.pathsep.join([str(tmp_path / "bin"), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "SLACK_API_URL": slack.api}
    return World(folder, environment, postgres.free_port())


def checkout(tmp_path: Path) -> Path:
    """An empty checkout that has somewhere to pull from."""
    origin, folder = tmp_path / "origin.git", tmp_path / "playhead"
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.test")
    for command in (
        ("init", "--quiet", "--bare", "--initial-branch=main", str(origin)),
        ("clone", "--quiet", str(origin), str(folder)),
        ("-C", str(folder), *who, "commit", "--quiet", "--allow-empty", "-m", "nothing yet"),
        ("-C", str(folder), "push", "--quiet", "origin", "HEAD:main"),
        ("-C", str(folder), "branch", "--quiet", "--set-upstream-to=origin/main"),
    ):
        subprocess.run(["git", *command], check=True, capture_output=True)
    return folder


def program(path: Path, script: str) -> None:
    """A program that is found on the path."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def show_file() -> str:
    """A ``show.yml`` made of the documents' own examples."""
    table = TOLD["docs/shows.md"].split("`show.yml` says")[1].split("\n\n")[1]
    keys = re.findall(r"^\| `(\w+)` \|.*\| `(.+)` \|$", table, re.MULTILINE)
    return "".join(f"{key}: {value}\n" for key, value in keys)


def needs(program: str) -> str:
    """Where a program is; a machine without it skips, continuous integration fails."""
    found = shutil.which(program)
    if found is None:
        unmet(f"{program} is not installed")
    assert found is not None
    return found


def unmet(reason: str) -> None:
    """Skip for a reason, unless nothing may be skipped."""
    if os.environ.get("PLAYHEAD_TESTS_SKIP_NOTHING"):
        pytest.fail(reason)
    pytest.skip(reason)


def make_is_ready() -> None:
    """See that ``make`` has nothing to install, so that it runs what is tested here."""
    done = subprocess.run(["make", "--question", ".venv/.runtime"], cwd=ROOT, check=False)
    if done.returncode:
        unmet("the environment that make installs is not up to date here")


def lines_of(document: str, *programs: str) -> list[str]:
    """The commands of a document that can be run, those of some programs."""
    return [
        line
        for block in blocks()
        if block.document == document and not block.dry
        for line in block.lines
        if line.split()[0] in programs
    ]


def test_every_command_is_run_by_a_test() -> None:
    """Each program that the documents name is one that a test below runs."""
    run = {"make", "playhead", "sqlite3", "curl", "python3", "git", "rm", "cp"}
    run |= {"pg_dump", "pg_restore"}
    named = {line.split()[0] for block in blocks() if not block.dry for line in block.lines}

    assert named == run


@pytest.mark.parametrize("block", [block for block in blocks() if block.dry])
def test_what_cannot_run_says_why(block: Block) -> None:
    """And the shell understands it."""
    script = "\n".join(block.lines)
    done = subprocess.run(["bash", "-n", "-c", script], capture_output=True, check=False)

    assert len(block.dry.split()) > 3
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
def test_the_readme_leads_from_nothing_to_slack(world: World, slack: LocalSlack) -> None:
    """Each ``playhead`` of the README in turn: the manifest, the doctor, serving, a show."""
    needs("sqlite3")
    for line in lines_of("README.md", "playhead", "sqlite3"):
        world.do(line)

    assert "/whouses" in world.ran["playhead manifest"]
    assert "WRONG" not in world.ran["playhead doctor"]
    assert "1 added" in world.ran["playhead --db my-show.db load path/to/my-show"]
    answer = world.ran['playhead --db my-show.db ask "who uses Terraform?"']
    assert "https://podcast.example/podcast/1-widgets?t=62" in answer
    assert "xapp-1" in {call.token for call in slack.called("apps.connections.open")}
    assert (world.folder / "playhead-backup.db").stat().st_size > 0


def test_a_show_is_loaded_as_told(world: World) -> None:
    """The way that docs/shows.md shows, with the ``show.yml`` of its table."""
    for line in lines_of("docs/shows.md", "playhead"):
        world.run(line)

    assert "1 added" in world.ran["playhead --db my-show.db load path/to/my-show"]


@pytest.mark.slow
def test_operating_works_as_told(world: World) -> None:
    """Health, backup and the way back, upgrade; a server runs while it is looked at."""
    needs("sqlite3")
    needs("curl")
    world.run("playhead load")
    with world.serving("playhead serve"):
        for line in lines_of("docs/operating.md", "curl", "playhead", "sqlite3", "python3", "git"):
            world.run(line)
    for line in lines_of("docs/operating.md", "rm", "cp"):
        world.run(line)
    world.run('playhead ask "latest episode"')

    ran = world.ran
    assert "OK" in ran["curl --fail http://127.0.0.1:3000/healthz"]
    assert "playhead_http_requests_total" in ran["curl --fail http://127.0.0.1:3000/metrics"]
    assert "0 rows removed" in ran["playhead forget --team T0123456789"]
    assert "request_url: https://playhead.example/slack/events" in (
        world.folder / "manifest.yml"
    ).read_text(encoding="utf-8")
    assert "SongRender" in ran['playhead ask "latest episode"']


def test_postgresql_is_backed_up_as_told(world: World) -> None:
    """And what was backed up is there again, after it was lost."""
    folder = postgres.binaries()
    if folder is None:
        unmet("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    assert folder is not None
    needs("pg_dump")
    dump, restore = lines_of("docs/operating.md", "pg_dump", "pg_restore")
    with postgres.cluster(folder) as address:
        world.environment["DATABASE_URL"] = f"{address}/postgres"
        world.run("playhead forget --team T1")
        with psycopg.connect(f"{address}/postgres", autocommit=True) as conn:
            conn.execute("INSERT INTO state_members VALUES ('T1', 'E1')")
            world.run(dump)
            conn.execute("DELETE FROM state_members")
            world.run(restore)

            assert conn.execute("SELECT team FROM state_members").fetchall() == [("T1",)]


@pytest.mark.slow
def test_make_does_as_told(world: World) -> None:
    """The playground answers; the one question, too."""
    make_is_ready()
    world.environment["PLAYHEAD_DB"] = str(world.folder / "seeds.db")
    for line in lines_of("README.md", "make") + lines_of("docs/operating.md", "make"):
        if line != HERE:
            world.do(line)

    assert "38:43" in world.ran['make ask Q="who uses Terraform?"']


@pytest.mark.slow
def test_the_procfile_starts_the_web_process(world: World, tmp_path: Path) -> None:
    """In a checkout where only the dependencies are installed, as platforms do it."""
    (line,) = re.findall(
        r"^web: (.+)$", (ROOT / "Procfile").read_text(encoding="utf-8"), re.MULTILINE
    )
    shutil.copytree(ROOT / "bot", world.folder / "bot", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(ROOT / "seeds", world.folder / "seeds")
    shutil.copytree(ROOT / "db", world.folder / "db", ignore=shutil.ignore_patterns("*.db*"))
    program(tmp_path / "bin" / "python", f'exec "{sys.executable}" "$@"')
    SERVERS[line] = "/healthz"

    with world.serving(line):
        pass

    assert (world.folder / "db" / "playhead.db").is_file()


def test_the_unit_is_right(tmp_path: Path) -> None:
    """Systemd takes it, and finds nothing worth a warning in what it may do."""
    systemd = needs("systemd-analyze")
    told = (ROOT / "docs" / "playhead.service").read_text(encoding="utf-8")
    unit = tmp_path / "playhead.service"
    # It must not matter here that nothing is installed where it will be.
    real = told.replace("/srv/playhead/.venv/bin/playhead", "/bin/sh")
    unit.write_text(real.replace("=/srv/playhead", f"={tmp_path}"), encoding="utf-8")

    for command in (["verify"], ["security", "--offline=true", "--threshold=20"]):
        done = subprocess.run(
            [systemd, *command, str(unit)], capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert "ExecStart=/srv/playhead/.venv/bin/playhead serve" in told
