"""The generated parts of the documents: real output, real help texts, real lists.

Each function prints Markdown; ``make docs`` puts it between the markers in the documents and
``make docs-check`` fails when a document has fallen behind.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.testing import CliRunner

from bot import questions
from bot.ask import Asker
from bot.cli import cli
from bot.cli.terminal import write
from bot.config import BUNDLED_SEEDS, SETTINGS
from bot.load import ensure
from bot.slack import SURFACES
from bot.slack.manifest import scopes
from bot.slack.permissions import REASONS
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TODAY = date(2021, 12, 20)
"""The day the documents are written on: answers that depend on it must not change daily."""

WIDTH = 78


@cache
def store_path() -> Path:
    """A store with the bundled seeds, made once."""
    path = Path(tempfile.mkdtemp(prefix="playhead-docs-")) / "seeds.db"
    ensure(path, BUNDLED_SEEDS)
    return path


def picture(question: str) -> None:
    """A question and its answer as a terminal shows them."""
    from rich.console import Console

    console = Console(file=io.StringIO(), width=WIDTH, highlight=False, color_system=None)
    with Store.open(store_path()) as store:
        answer, _ = Asker(store, TODAY).ask(question)
    write(console, answer)
    assert isinstance(console.file, io.StringIO)
    block(f'$ playhead ask "{question}"\n{console.file.getvalue()}', "console")


def output(command: str, language: str = "console") -> None:
    """A ``playhead`` command and what it prints."""
    name, *arguments = shlex.split(command)
    assert name == "playhead"
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", "--db", str(store_path()), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
        env={**os.environ, "PLAYHEAD_TODAY": TODAY.isoformat(), "PYTHONIOENCODING": "utf-8"},
    )
    block(f"$ {command}\n{done.stdout}", language)


def rejected() -> None:
    """A load in which one source is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "notes"
        notes.mkdir()
        for post in sorted(BUNDLED_SEEDS.glob("2020-06-*.md")):
            shutil.copy(post, notes)
        (notes / "broken.md").write_text("---\ntitle: Tabs\n\tguest: Ada\n---\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "bot", "load", "notes"],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )
    assert done.returncode == 1, done.stderr
    block(f"$ playhead load notes\n{done.stdout}", "console")


def commands() -> None:
    """The help of ``playhead`` and of every command, those below another included."""
    for names in reached(cli):
        line = " ".join(["playhead", *names, "--help"])
        done = CliRunner().invoke(
            cli, [*names, "--help"], prog_name="playhead", terminal_width=WIDTH
        )
        block(f"$ {line}\n{done.output}", "console")


def reached(command: click.Command, *names: str) -> Iterator[tuple[str, ...]]:
    """The words that lead to a command and to all below it."""
    yield names
    for name, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from reached(below, *names, name)


def kinds() -> None:
    """Every kind of question with its examples."""
    show("| you want to know | ask |", "| --- | --- |")
    for kind in questions.for_readers():
        examples = "<br>".join(f"“{escaped(example)}”" for example in kind.EXAMPLES[:2])
        show(f"| {escaped(kind.SUMMARY)} | {examples} |")


def settings() -> None:
    """Every setting with its default."""
    show("| setting | default | what it does |", "| --- | --- | --- |")
    for setting in SETTINGS:
        show(f"| `{setting.name}` | {setting.default} | {escaped(setting.summary)} |")


def permissions() -> None:
    """Every permission that the manifest asks for, with its reason."""
    show("| permission | what for |", "| --- | --- |")
    for scope in scopes(SURFACES):
        show(f"| `{scope}` | {escaped(REASONS[scope])} |")


def targets() -> None:
    """Every make target with its summary."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    show("| target | what it does |", "| --- | --- |")
    for name, summary in re.findall(r"^([a-z-]+):.*?## (.+)$", makefile, re.MULTILINE):
        show(f"| `make {name}` | {escaped(summary)} |")


def escaped(text: str) -> str:
    """Text that stays inside a table cell."""
    return text.replace("|", "\\|")


def block(text: str, language: str) -> None:
    """A fenced block without trailing blanks."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    show(f"```{language}", *lines, "```", "")


def show(*lines: str) -> None:
    """Print lines where cog collects them."""
    sys.stdout.write("\n".join(lines) + "\n")
