"""``playhead forget``: removing what was kept of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.help import Command, Example

if TYPE_CHECKING:
    from bot.config import Settings


@click.command(
    "forget",
    cls=Command,
    examples=(Example("playhead forget --team T0123456789", "a workspace that asked for it"),),
)
@click.option("--team", required=True, metavar="ID", help="Id of the workspace, T0123456789.")
@click.pass_obj
def command(settings: Settings, team: str) -> None:
    """Remove everything that was kept of a workspace: its install, threads, settings, feedback."""
    click.echo(f"{forgotten(settings, team)} rows removed.")


def forgotten(settings: Settings, team: str) -> int:
    """Remove a workspace; how many rows it had."""
    from bot.state import State

    if settings.database_url is None and not settings.db.exists():
        return 0
    with State.open(settings.state) as state:
        return state.forget_team(team)
