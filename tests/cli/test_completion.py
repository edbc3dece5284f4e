"""The shell completes commands, options and choices with the script that we print."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.cli import cli
from bot.cli.completion import SHELLS

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import CliRunner


def completed(shell: str, words: str, number: int) -> list[str]:
    """What a whole ``playhead`` process offers a shell for the last word of a line."""
    last = words.split(" ")[number]
    done = subprocess.run(
        [sys.executable, "-m", "bot"],
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "_PLAYHEAD_COMPLETE": f"{shell}_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": last if shell == "fish" else str(number),
        },
        stdin=subprocess.DEVNULL,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_playhead(runner: CliRunner, shell: str) -> None:
    """It calls what completes, and belongs to no other program."""
    done = runner.invoke(cli, ["completion", shell])

    assert (done.exit_code, done.stderr) == (0, "")
    assert f"_PLAYHEAD_COMPLETE={shell}_complete" in done.stdout
    assert "%(" not in done.stdout


@pytest.mark.parametrize(("shell", "line"), [("bash", "plain,ask"), ("fish", "plain,ask")])
def test_a_command_is_completed(shell: str, line: str) -> None:
    """Through click, as the script asks for it."""
    (found,) = completed(shell, "playhead as", 1)

    assert found.split("\t")[0] == line


def test_zsh_shows_what_a_command_is_for() -> None:
    """Kind, name and help, a line each."""
    assert completed("zsh", "playhead as", 1)[:2] == ["plain", "ask"]


@pytest.mark.parametrize(
    ("words", "number", "offered"),
    [
        ("playhead ask --ex", 2, ["plain,--explain"]),
        ("playhead manifest --format j", 3, ["plain,json"]),
        ("playhead completion f", 2, ["plain,fish"]),
        ("playhead load po", 2, ["file,po"]),
        ("playhead --db x", 2, ["file,x"]),
    ],
)
def test_options_choices_and_files_are_completed(
    words: str, number: int, offered: list[str]
) -> None:
    """After a command, and where a file is expected by the shell itself."""
    assert completed("bash", words, number) == offered


def test_without_a_name_it_is_the_shell_in_use(runner: CliRunner) -> None:
    """The one that ``SHELL`` names; an unknown one has to be named."""
    used = runner.invoke(cli, ["completion"], env={"SHELL": "/usr/bin/fish"})
    named = runner.invoke(cli, ["completion", "fish"])
    unknown = runner.invoke(cli, ["completion"], env={"SHELL": "/bin/tcsh"})

    assert (used.exit_code, used.stdout) == (0, named.stdout)
    assert (unknown.exit_code, "Name a shell: bash, zsh, fish." in unknown.stderr) == (2, True)


def test_bash_takes_the_script(tmp_path: Path) -> None:
    """A real bash evaluates it, and completes a command by it."""
    bash = shutil.which("bash")
    assert bash is not None
    playhead = tmp_path / "playhead"
    playhead.write_text(f'#!/bin/sh\nexec {sys.executable} -m bot "$@"\n', encoding="utf-8")
    playhead.chmod(0o755)
    script = (
        'eval "$(playhead completion bash)" && COMP_WORDS=(playhead as) COMP_CWORD=1'
        ' && _playhead_completion playhead && echo "${COMPREPLY[@]}"'
    )

    done = subprocess.run(
        [bash, "--norc", "-c", script],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "ask\n")
