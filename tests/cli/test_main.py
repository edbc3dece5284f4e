"""The process around the commands: streams, exit codes, completion."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.cli import cli, main
from bot.errors import StoreError

if TYPE_CHECKING:
    from click.testing import CliRunner


def playhead(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A whole ``playhead`` process."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_main_exits_with_the_code_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And shows the version on the way."""
    monkeypatch.setattr("sys.argv", ["playhead", "--version"])

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("playhead, version ")


def test_the_commands_come_in_the_order_one_meets_them(runner: CliRunner) -> None:
    """Loading, asking, serving, and what serving needs."""
    lines = (
        runner.invoke(cli, ["--help"]).stdout.split("Commands:")[1].split("\n\n")[0].splitlines()
    )

    assert [line.split()[0] for line in lines if line] == [
        "load",
        "ask",
        "serve",
        "digest",
        "manifest",
        "doctor",
        "forget",
        "completion",
    ]


def test_an_error_of_ours_is_one_line(runner: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, exit code 1."""

    def fail(*_: object, **__: object) -> None:
        raise StoreError("cli.db: it is locked")

    monkeypatch.setattr("bot.store.Store.open", fail)

    result = runner.invoke(cli, ["load"])

    assert (result.exit_code, result.stderr) == (1, "Error: cli.db: it is locked\n")


def test_a_narrow_character_set_does_not_break_an_answer(runner: CliRunner) -> None:
    """What cannot be shown becomes a question mark."""
    done = playhead("ask", "who uses Terraform?", **settings(runner), PYTHONIOENCODING="latin-1")

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"? 38:43 " in done.stdout


def settings(runner: CliRunner) -> dict[str, str]:
    """The settings of the runner, for a process of its own."""
    return {name: value for name, value in runner.env.items() if value is not None}
