"""An Answer in a terminal: the same content as the plain text, with colour, links and width.

Where the output is no terminal it is the plain text itself, and rich is not even imported.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bot.render import to_text
from bot.render.layout import details_of, more_line, name_of, one_line, sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from bot.dialogue import Answer, Citation, Cue, Row
    from bot.render.layout import Section

MOST_CUES = 2
BAR_WIDTH = 24


def show(answer: Answer, *, color: bool = True, explain: bool = False) -> None:
    """Print an answer on standard output.

    Args:
        color: Whether colours are welcome; they never reach a pipe.
        explain: Add the reasons for the ranking.
    """
    if sys.stdout.isatty():
        from rich.console import Console

        write(Console(no_color=not color, highlight=False, soft_wrap=False), answer)
    else:
        click.echo(to_text(answer))
    if explain:
        click.echo("\n".join(["", *(one_line(line) for line in answer.explain())]))


def write(console: Console, answer: Answer) -> None:
    """Print an answer on a rich console."""
    from rich.text import Text

    console.print(Text(one_line(answer.headline), style="bold"))
    if answer.rows:
        console.print()
        console.print(_columns(answer) if answer.headings else _rows(answer.rows))
    for section in sections(answer):
        _write_section(console, section)
    if answer.did_you_mean:
        names = ", ".join(map(one_line, answer.did_you_mean))
        console.print(Text(f"\nDid you mean: {names}?", style="yellow"))
    if answer.suggestions:
        lines = ["\nTry:", *(f"  {one_line(item)}" for item in answer.suggestions)]
        console.print(Text("\n".join(lines), style="dim"))


def _write_section(console: Console, section: Section) -> None:
    from rich.text import Text

    if section.label:
        console.print(Text(f"\n{section.label}", style="yellow"))
    for number, citation in enumerate(section.shown):
        if number or not section.label:
            console.print()
        _write_citation(console, citation)
    if section.more:
        console.print(Text(f"\n{more_line(section.more)}", style="dim"))


def _write_citation(console: Console, citation: Citation) -> None:
    console.print(_head(citation))
    for cue in citation.cues[:MOST_CUES]:
        console.print(_line(cue))
        _write_address(console, cue.url)
    if not citation.cues:
        _write_address(console, citation.url)


def _write_address(console: Console, url: str) -> None:
    """An address on one line, however narrow the terminal: a broken one cannot be copied."""
    from rich.style import Style
    from rich.text import Text

    console.print(Text(f"  {url}", style=Style(dim=True, link=url)), soft_wrap=True)


def _head(citation: Citation) -> Text:
    from rich.style import Style
    from rich.text import Text

    head = Text(name_of(citation), style=Style(bold=True, color="cyan", link=citation.url))
    details = details_of(citation)
    if details:
        head.append(f" - {details}", style=Style(bold=False, color="default", link=""))
    if citation.note:
        head.append(f" ({one_line(citation.note)})", style="not bold italic default")
    return head


def _line(cue: Cue) -> Table:
    """A line beside its time; where it wraps it stays in its column."""
    from rich.style import Style
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    time = " ".join(filter(None, ("  ▶", cue.timestamp)))
    grid.add_row(Text(time, style=Style(color="green", link=cue.url)), Text(one_line(cue.text)))
    return grid


def _columns(answer: Answer) -> Table:
    """Rows of several columns under their headings; what is long wraps in its own."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in answer.headings:
        grid.add_column(Text(one_line(heading)), overflow="fold")
    for row in answer.rows:
        grid.add_row(*(Text(one_line(text)) for text in (row.label, *row.cells)))
    return grid


def _rows(rows: Sequence[Row]) -> Table:
    """A ranking as label, count and bar."""
    from rich.table import Table
    from rich.text import Text

    most = max(row.count for row in rows)
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_column(no_wrap=True)
    grid.add_column()
    for row in rows:
        length = round(BAR_WIDTH * row.count / most) if most > 0 else 0
        bar = Text("█" * max(length, 0), style="cyan")
        grid.add_row(Text(one_line(row.label)), str(row.count), bar, Text(one_line(row.detail)))
    return grid
