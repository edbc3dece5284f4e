"""What people can type or set is documented, and the documented commands work."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from bot import questions
from bot.cli import cli
from bot.config import SETTINGS, Setting
from bot.model import Show

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

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


def shell_lines() -> list[str]:
    """Every command of README's shell blocks, comments left out."""
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [shlex.join(shlex.split(line, comments=True)) for line in "".join(blocks).splitlines()]


def execute(line: str, cwd: Path, db: Path) -> subprocess.CompletedProcess[str]:
    """Run a documented command line with its own store."""
    name, *arguments = shlex.split(line)
    command = [sys.executable, "-m", "bot"] if name == "playhead" else [name]
    return subprocess.run(
        [*command, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PLAYHEAD_DB": str(db), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize("name", list(cli.commands))
def test_every_command_and_option_is_in_the_readme(name: str) -> None:
    """Help texts are generated into it, so a new option needs ``make docs``."""
    assert f"$ playhead {name} --help" in README
    for parameter in cli.commands[name].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            assert option.startswith("-") is False or option in README


@pytest.mark.parametrize("kind", questions.KINDS, ids=lambda kind: str(kind.NAME))
def test_every_kind_of_question_is_in_the_readme(kind: questions.Kind) -> None:
    """With its summary and its first example."""
    assert kind.SUMMARY in README
    assert kind.EXAMPLES[0] in README


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: str(setting.name))
def test_every_setting_is_documented(setting: Setting) -> None:
    """In the README and in the example of a ``.env`` file."""
    name = setting.name
    assert f"`{name}`" in README
    assert f"#{name}=" in (ROOT / ".env.example").read_text(encoding="utf-8")


def test_every_key_of_a_show_is_documented() -> None:
    """What a ``show.yml`` may say is in the README's table."""
    documented = re.findall(r"^\| `(\w+)` \|", README.split("`show.yml` says")[1], re.MULTILINE)

    assert documented[: len(fields(Show))] == [field.name for field in fields(Show)]


def test_every_make_target_is_documented() -> None:
    """In CONTRIBUTING, and the two that everyone needs in README."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):.*?##", makefile, re.MULTILINE)

    assert [name for name in targets if f"`make {name}`" not in contributing] == []
    assert {"make run", "make test"} <= set(shell_lines())


def test_every_layer_is_in_the_architecture() -> None:
    """A new layer is explained where people look for it."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (c for c in data["tool"]["importlinter"]["contracts"] if c["id"] == "layers")
    names = [name for line in layers["layers"] for name in re.findall(r"\w+", line)]
    built = [name for name in names if any((ROOT / "bot").glob(f"{name}*")) and name[0] != "_"]
    architecture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    assert [name for name in built if f"`{name}`" not in architecture] == []


def test_the_way_to_load_a_show_of_your_own_works(tmp_path: Path) -> None:
    """The README's commands, with a folder made from the README's own examples."""
    table = README.split("`show.yml` says")[1].split("\n\n")[1]
    keys = re.findall(r"^\| `(\w+)` \|.*\| `(.+)` \|$", table, re.MULTILINE)
    folder = tmp_path / "path" / "to" / "my-show"
    folder.mkdir(parents=True)
    show = "".join(f"{key}: {value}\n" for key, value in keys)
    (folder / "show.yml").write_text(show, encoding="utf-8")
    (folder / "2024-05-06-1-widgets.md").write_text(POST, encoding="utf-8")
    commands = [line for line in shell_lines() if line.startswith("playhead ")]

    done = [execute(line, tmp_path, tmp_path / "unused.db") for line in commands]

    assert [(one.returncode, one.stderr) for one in done] == [(0, "")] * 2
    assert "1 added" in done[0].stdout
    assert "https://podcast.example/podcast/1-widgets?t=62" in done[1].stdout


def test_the_make_commands_work(tmp_path: Path) -> None:
    """``make run`` and ``make ask`` as documented; ``make test`` is what runs this."""
    fresh = execute("make --question .venv/.runtime", ROOT, tmp_path / "unused.db")
    if fresh.returncode:
        pytest.skip("the environment that make installs is not up to date here")
    commands = [line for line in shell_lines() if line.startswith("make ") and "test" not in line]

    done = [execute(line, ROOT, tmp_path / "seeds.db") for line in commands]

    assert len(done) == 2
    assert [(one.returncode, one.stderr) for one in done] == [(0, "")] * 2
    assert "38:43" in done[1].stdout
