"""``playhead load``: sources go in, a report comes out."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bot.cli.catalogue import checked_seeds
from bot.cli.help import Command, Example
from bot.errors import UnderReview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.config import Settings
    from bot.load import LoadReport

    Progress = Callable[[int, int, str], None]


@click.command(
    "load",
    cls=Command,
    examples=(
        Example("playhead load", "the bundled episodes"),
        Example(
            "playhead --db my.db load path/to/my-show",
            "the show notes in a folder, with its show.yml",
        ),
        Example(
            "playhead --db my.db load --prune 'path/to/my-show/*.md'",
            "what is gone from disk is forgotten",
        ),
    ),
)
@click.argument("sources", nargs=-1, metavar="[PATH|URL]...", type=click.Path())
@click.option("--prune", is_flag=True, help="Remove episodes whose source has vanished.")
@click.pass_context
def command(ctx: click.Context, sources: tuple[str, ...], *, prune: bool) -> None:
    """Load episodes from files, folders, globs or addresses; from the seeds when none is named.

    Exits with 1 when any source was rejected; the others are loaded all the same.
    """
    from bot.encoder import find
    from bot.load import load
    from bot.store import Store

    settings: Settings = ctx.obj
    seeds = checked_seeds(settings)
    store = Store.open(settings.db, encoder=find(settings))
    with store, _progress(color=settings.color) as progress:
        report = load(store, sources or (str(seeds),), seeds=seeds, prune=prune, progress=progress)
    click.echo("\n".join(report_lines(report)))
    if report.rejected:
        ctx.exit(1)


def report_lines(report: LoadReport) -> list[str]:
    """A load report as people read it: the counts, then what needs attention."""
    review = [error for error in report.rejected if isinstance(error, UnderReview)]
    wrong = [error for error in report.rejected if not isinstance(error, UnderReview)]
    counts = {
        "added": len(report.added),
        "changed": len(report.changed),
        "unchanged": len(report.unchanged),
        "removed": len(report.removed),
        "under review": len(review),
        "rejected": len(wrong),
    }
    episodes = len(report.added) + len(report.changed) + len(report.unchanged)
    sources = _counted(report.sources, "source")
    lines = [
        ", ".join(f"{count} {name}" for name, count in counts.items()),
        f"{_counted(episodes, 'episode')} from {sources}",
    ]
    if report.interpreted:
        again = _counted(report.interpreted, "episode")
        lines.append(f"The vocabulary or the rules have changed: {again} interpreted again")
    return [
        *lines,
        *_group("Removed:", report.removed),
        *_group("Under review, not loaded:", review),
        *_group("Rejected:", wrong),
        *_group("Loaded, but look at:", report.warnings),
    ]


def _counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> _counted(1, "source"), _counted(0, "episode")
    ('1 source', '0 episodes')
    """
    return f"{number} {noun}{'s' * (number != 1)}"


def _group(title: str, items: Sequence[object]) -> list[str]:
    return ["", title, *(f"  {item}" for item in items)] if items else []


@contextmanager
def _progress(*, color: bool) -> Iterator[Progress | None]:
    """A bar on standard error while it is a terminal."""
    if not on_terminal():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True, force_terminal=True, no_color=not color)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name)

        yield advance


def on_terminal() -> bool:
    """Whether standard error is watched by a person."""
    return sys.stderr.isatty()
