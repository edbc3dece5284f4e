"""``playhead serve``: the Slack app, or without credentials the playground."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import click

from bot.cli.catalogue import ensure_store, today
from bot.cli.digest import beside
from bot.cli.help import Command, Example

if TYPE_CHECKING:
    from bot.config import Settings


@click.command(
    "serve",
    cls=Command,
    examples=(
        Example("playhead serve", "in Slack, or in a page where no credential is set"),
        Example("PORT=8080 playhead serve", "at another port"),
        Example("playhead serve --playground", "in a page, whatever is set"),
    ),
)
@click.option(
    "--playground", is_flag=True, help="Start the playground although Slack credentials are set."
)
@click.option(
    "--expose-playground",
    "exposed",
    is_flag=True,
    help="Let the playground listen at a PLAYHEAD_HOST that others can reach; it has no login.",
)
@click.pass_obj
def command(settings: Settings, *, playground: bool, exposed: bool) -> None:
    """Answer in Slack when a credential of it is set, else in the playground.

    In Slack: by Socket Mode when SLACK_APP_TOKEN is set, else over HTTP at PORT. The playground is
    a page at http://127.0.0.1:3000 (or PORT) where the same app answers as it would in Slack.
    """
    # They are read. Bolt would read some again by its own rules, and what is not in the
    # environment cannot get into a log or a child process.
    for name in [name for name in os.environ if name.startswith("SLACK_")]:
        del os.environ[name]
    if settings.slack.wanted and not playground:
        serve_slack(settings)
    else:
        from bot.cli.playground import play

        play(settings, exposed=exposed)


def serve_slack(settings: Settings) -> None:
    """Serve the Slack app until told to stop."""
    from bot.slack.server import serve

    ensure_store(settings)
    serve(settings, partial(today, settings), beside if settings.clock else None)
