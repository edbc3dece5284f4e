"""``playhead completion``: the script with which a shell completes commands and options."""

from __future__ import annotations

import os
from pathlib import PurePath

import click
from click.shell_completion import get_completion_class

from bot.cli.help import Command, Example

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_PLAYHEAD_COMPLETE"
"""What the script sets when it asks ``playhead`` for completions; click's own convention."""


@click.command(
    "completion",
    cls=Command,
    examples=(
        Example(
            'eval "$(playhead completion bash)"', "for this shell; in ~/.bashrc, for every one"
        ),
        Example('eval "$(playhead completion zsh)"', "the same for zsh, in ~/.zshrc"),
        Example("playhead completion fish | source", "the same for fish, in config.fish"),
    ),
)
@click.argument("shell", required=False, type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str | None) -> None:
    """Print the script that lets a shell complete commands, options and files.

    Without SHELL it is the one that you use.
    """
    name = shell or PurePath(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise click.UsageError(f"Name a shell: {', '.join(SHELLS)}.")
    click.echo(script(ctx.find_root().command, name))


def script(cli: click.Command, shell: str) -> str:
    """The script for a shell.

    Args:
        cli: What is completed.
        shell: One of :data:`SHELLS`.
    """
    kind = get_completion_class(shell)
    assert kind is not None
    made = kind(cli, {}, "playhead", VARIABLE)
    # Filled in directly: source() of bash starts a bash first, to warn of a very old one.
    return made.source_template % made.source_vars()
