"""``playhead doctor``: what keeps the Slack app from answering, each with its fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.help import Command, Example

if TYPE_CHECKING:
    from bot.config import Settings


@click.command(
    "doctor",
    cls=Command,
    examples=(Example("playhead doctor", "everything"),),
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Check settings, tokens, scopes, address, store and state, and say how to mend each.

    Exits with 1 when something is wrong.
    """
    from bot.slack import SURFACES
    from bot.slack.doctor import examine

    settings: Settings = ctx.obj
    wrong = False
    for finding in examine(settings, SURFACES):
        wrong = wrong or finding.fix is not None
        click.secho(str(finding), fg="red" if finding.fix else None)
    if wrong:
        ctx.exit(1)
