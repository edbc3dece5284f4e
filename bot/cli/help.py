"""Help that shows how: examples under every command, headings that stand out, a way on from errors.

What a terminal shows in colour stays plain in a pipe, and wherever ``NO_COLOR`` is set.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bot.errors import ConfigError, PlayheadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

QUESTION_WORDS = 3
"""From so many words on, what is no command is taken for a question."""


class Example(NamedTuple):
    """A command line that works as it stands, and what it is good for."""

    line: str
    what: str


class Formatter(click.HelpFormatter):
    """Help with headings that the eye finds; click takes the styles out of a pipe."""

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        self.write(f"{'':>{self.current_indent}}{click.style(f'{heading}:', bold=True)}\n")

    def write_examples(self, examples: Iterable[Example]) -> None:
        """Write each example under what it is good for; a line that is to be copied stays whole."""
        with self.section("Examples"):
            for number, example in enumerate(examples):
                gap = "\n" if number else ""
                indent = " " * self.current_indent
                self.write(f"{gap}{indent}{click.style(f'# {example.what}', dim=True)}\n")
                self.write(f"{indent}{example.line}\n")


class Context(click.Context):
    """What click knows of one call, with our help."""

    formatter_class = Formatter


class Command(click.Command):
    """A command with examples.

    Args:
        examples: At least one, the plainest first.
    """

    context_class = Context

    def __init__(self, name: str | None, *, examples: tuple[Example, ...], **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(name, **settings)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples below everything else."""
        super().format_epilog(ctx, formatter)
        if isinstance(formatter, Formatter):
            formatter.write_examples(self.examples)


class WrongSetting(click.ClickException):
    """As wrong as a mistyped option, so the exit code is the same."""

    exit_code = 2


class Group(Command, click.Group):
    """Commands in the order one meets them, and every error of ours in one line."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> click.Context:
        """Note whether colours are welcome, before the first word is written."""
        if extra.get("color") is None:
            extra["color"] = colors(os.environ)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            raise WrongSetting(str(error)) from error
        except PlayheadError as error:
            raise click.ClickException(str(error)) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a question that was typed without one is shown where it goes."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            if error.possibilities or len(" ".join(args).split()) < QUESTION_WORDS:
                raise
            raise click.UsageError(f"To ask, write: {asking(ctx, args)}", ctx) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Commands in the order one meets them, not by the alphabet."""
        del ctx
        return list(self.commands)


def asking(ctx: click.Context, words: Iterable[str]) -> str:
    """The command line that asks what was typed."""
    import shlex

    return f"{ctx.command_path} ask {shlex.quote(' '.join(words))}"


def colors(environment: Mapping[str, str]) -> bool | None:
    """Whether to show colours: never, or where there is a terminal.

    >>> colors({"NO_COLOR": "1"}), colors({"NO_COLOR": ""})
    (False, None)
    """
    return False if environment.get("NO_COLOR") else None
