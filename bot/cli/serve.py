"""``playhead serve``: the Slack app, or without credentials a prompt that answers."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.catalogue import ensure_store, open_asker, today
from bot.cli.help import Command, Example
from bot.cli.typed import lines, printable
from bot.errors import PlayheadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.history import History

    from bot.cli.catalogue import Answering
    from bot.config import Settings
    from bot.questions.base import Asked

WELCOME = 'Ask about the episodes: "who uses Terraform?", or "help". Ctrl-D leaves.'
LEAVE = frozenset({"exit", "quit", ":q"})


@click.command(
    "serve",
    cls=Command,
    examples=(
        Example("playhead serve", "in Slack, or at a prompt where no credential is set"),
        Example("PORT=8080 playhead serve", "at another port"),
    ),
)
@click.pass_obj
def command(settings: Settings) -> None:
    """Answer in Slack when a credential of it is set, else at a prompt.

    In Slack: by Socket Mode when SLACK_APP_TOKEN is set, else over HTTP at PORT. At the prompt:
    until Ctrl-D; lines piped in are answered in order.
    """
    if settings.slack.wanted:
        serve_slack(settings)
        return
    with open_asker(settings) as asker:
        if typing_person():
            click.echo(WELCOME)
            converse(asker, prompted(), color=settings.color)
        else:
            converse(asker, lines(sys.stdin.buffer), color=settings.color)


def serve_slack(settings: Settings) -> None:
    """Serve the Slack app until told to stop."""
    from bot.slack.server import serve

    # They are read. Bolt would read some again by its own rules, and what is not in the
    # environment cannot get into a log or a child process.
    for name in [name for name in os.environ if name.startswith("SLACK_")]:
        del os.environ[name]
    ensure_store(settings)
    serve(settings, partial(today, settings))


def typing_person() -> bool:
    """Whether somebody types at a terminal."""
    return sys.stdin.isatty()


def converse(asker: Answering, questions: Iterator[str], *, color: bool) -> None:
    """Answer each question with the one before it in mind; a failure ends no conversation."""
    from bot.cli.terminal import show

    previous: Asked | None = None
    for text in questions:
        if not text.strip():
            continue
        if text.strip().lower() in LEAVE:
            return
        try:
            answer, previous = asker.ask(printable(text), previous)
        except PlayheadError as error:
            click.echo(f"Error: {error}", err=True)
            continue
        show(answer, color=color)
        click.echo()


def prompted(read: Callable[[], str] | None = None) -> Iterator[str]:
    """Lines as they are typed, until Ctrl-D; Ctrl-C drops the line.

    Args:
        read: Asks for one line; by default a prompt with history and line editing.
    """
    read = read or _prompt()
    while True:
        try:
            yield read()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _prompt() -> Callable[[], str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory

    session: PromptSession[str] = PromptSession(
        "? ",
        history=history(Path(click.get_app_dir("playhead"))),
        auto_suggest=AutoSuggestFromHistory(),
    )
    return session.prompt


def history(folder: Path) -> History:
    """What was asked in earlier sessions; forgotten on leaving where nothing can be written."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "history").touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(folder / "history")
