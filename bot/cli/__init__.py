"""The command line: the one place that reads the environment, the clock and the terminal.

Each command is one file beside this one and one line in ``COMMANDS``. Heavy libraries are
imported by the command that needs them, so that an answer appears at once.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

import click

from bot import __version__
from bot.cli import ask, completion, digest, doctor, forget, load, manifest, serve
from bot.cli.help import Example, Group
from bot.config import Settings
from bot.errors import ConfigError

COMMANDS = (
    load.command,
    ask.command,
    serve.command,
    digest.command,
    manifest.command,
    doctor.command,
    forget.command,
    completion.command,
)


@click.group(
    cls=Group,
    examples=(
        Example('playhead ask "who uses Terraform?"', "one question"),
        Example("playhead --db my.db load path/to/my-show", "a store of your own show"),
        Example("playhead serve", "everything, in Slack or in a page of your own"),
    ),
    commands={command.name or "": command for command in COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="playhead")
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The SQLite file.  [env: PLAYHEAD_DB; default: db/playhead.db]",
)
@click.pass_context
def cli(ctx: click.Context, db: Path | None) -> None:
    """Playhead answers questions about podcast episodes, down to the second."""
    settings = Settings.read(_environment())
    if not settings.color:
        ctx.color = False
    ctx.obj = settings if db is None else replace(settings, db=db)


def main(prog_name: str | None = None) -> None:
    """Run the command line and exit the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Where the terminal cannot show a character, a question mark beats a traceback.
            stream.reconfigure(errors="replace")
    cli(prog_name=prog_name)


def _environment() -> dict[str, str]:
    """``.env`` of the working folder, overruled by the environment."""
    path = Path(".env")
    if not path.is_file():
        return dict(os.environ)
    from dotenv import dotenv_values

    try:
        written = dotenv_values(path, interpolate=False)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(".env", f"cannot be read ({error})", "Save it as UTF-8 text.") from error
    return {name: value for name, value in written.items() if value is not None} | dict(os.environ)
