"""Help shows how, colours stay where they are welcome, and an error shows the way on."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click
import pytest

from bot.cli import cli
from bot.cli.help import Command

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import CliRunner

BOLD = "\x1b[1m"


def everything(command: click.Command, *path: str) -> list[tuple[tuple[str, ...], click.Command]]:
    """A command and all below it, each with the words that reach it."""
    below = command.commands.items() if isinstance(command, click.Group) else ()
    return [
        (path, command),
        *(found for name, each in below for found in everything(each, *path, name)),
    ]


EVERYTHING = everything(cli)
EXAMPLES = [
    pytest.param(path, example.line, id=example.line)
    for path, command in EVERYTHING
    for example in getattr(command, "examples", ())
]


@pytest.mark.parametrize(
    ("path", "command"), EVERYTHING, ids=[" ".join(path) or "playhead" for path, _ in EVERYTHING]
)
def test_every_help_has_examples(
    runner: CliRunner, path: tuple[str, ...], command: click.Command
) -> None:
    """Each line whole, so that it can be copied."""
    done = runner.invoke(cli, [*path, "--help"], prog_name="playhead", terminal_width=40)

    assert isinstance(command, Command)
    assert command.examples
    assert done.exit_code == 0
    for example in command.examples:
        assert f"  # {example.what}\n  {example.line}\n" in done.stdout


@pytest.mark.parametrize(("path", "line"), EXAMPLES)
def test_an_example_is_a_line_that_the_command_takes(path: tuple[str, ...], line: str) -> None:
    """With its options, and it shows the command whose help it stands in."""
    line = line.removeprefix('eval "$(').removesuffix(')"').removesuffix(" | source")
    name, *words = (word for word in shlex.split(line) if "=" not in word)
    command: click.Command | None = cli
    reached = []

    while command is not None and words:
        _, words, _ = command.make_parser(click.Context(command)).parse_args(words)
        if isinstance(command, click.Group):
            reached.append(words[0])
            command, words = command.commands.get(words[0]), words[1:]
        else:
            break

    assert (name, command is not None) == ("playhead", True)
    assert tuple(reached[: len(path)]) == path


@pytest.mark.parametrize("words", [["--help"], ["ask", "--help"], ["digest", "run", "--help"]])
@pytest.mark.parametrize(
    ("environment", "styled"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)]
)
def test_headings_are_bold_where_colours_are_welcome(
    runner: CliRunner, words: list[str], environment: dict[str, str], *, styled: bool
) -> None:
    """``NO_COLOR`` with any value turns them off; set to nothing it counts as unset."""
    done = runner.invoke(cli, words, color=True, env=environment)

    assert (BOLD in done.output) is styled


def test_a_pipe_gets_no_colours(runner: CliRunner) -> None:
    """Whatever is set."""
    assert "\x1b" not in runner.invoke(cli, ["--help"]).output


def test_no_color_may_stand_in_the_file_of_settings(runner: CliRunner, tmp_path: Path) -> None:
    """``.env`` is read before a command speaks."""
    (tmp_path / ".env").write_text("NO_COLOR=1\n", encoding="utf-8")

    assert "\x1b" not in runner.invoke(cli, ["ask", "--help"], color=True).output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["aks", "x"], "Did you mean 'ask'?"),
        (["ask", "--jsno", "x"], "Did you mean '--json'?"),
        (["manifest", "--format", "yml"], "is not one of 'yaml', 'json'"),
        (["who", "uses", "Terraform"], "To ask, write: playhead ask 'who uses Terraform'"),
        (["who uses Terraform?"], "To ask, write: playhead ask 'who uses Terraform?'"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["ask", "--batch", "-", "x"], 'playhead ask "who uses Terraform?"'),
        (["load", "psots"], "is it posts?"),
    ],
)
def test_an_error_suggests(
    runner: CliRunner, posts: Path, arguments: list[str], words: str
) -> None:
    """The nearest name, or the line that was meant."""
    assert posts.name == "posts"

    done = runner.invoke(cli, arguments, prog_name="playhead")

    assert done.exit_code in {1, 2}
    assert words in done.output
