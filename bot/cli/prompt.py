"""A conversation at the terminal: each question with the one before it in mind."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.typed import lines, printable
from bot.errors import PlayheadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.history import History

    from bot.cli.catalogue import Answering
    from bot.questions.base import Asked

WELCOME = 'Ask about the episodes: "who uses Terraform?", or "help". Ctrl-D leaves.'
LEAVE = frozenset({"exit", "quit", ":q"})


def talk(asker: Answering, *, color: bool) -> None:
    """Answer what is typed until Ctrl-D; lines that are piped in are answered in their order."""
    if typing_person():
        click.echo(WELCOME)
        converse(asker, prompted(), color=color)
    else:
        converse(asker, lines(sys.stdin.buffer), color=color)


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
