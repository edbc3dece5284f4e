"""The Bolt app: every surface registered, one error handler, nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from slack_bolt import App

from bot.slack import SURFACES, leftovers
from bot.slack.client import web_client
from bot.slack.desk import Desk
from bot.slack.listening import failed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ask import Asker
    from bot.config import Settings
    from bot.state import State

WORKERS = 16
"""Threads that talk to Slack; one that is rate limited sleeps in its thread."""


def create_app(
    settings: Settings,
    asker_factory: Callable[[], Asker],
    state: State,
    **bolt_options: Any,  # noqa: ANN401 - Bolt's own options
) -> App:
    """The app, ready to be given requests.

    Args:
        settings: Where Slack is and who we are there.
        asker_factory: Gives whoever answers today.
        state: What is remembered.
        bolt_options: How the app is reached and by whom; they win over the settings.
    """
    return assemble(Desk(settings, asker_factory, state), **bolt_options)


def assemble(desk: Desk, **bolt_options: Any) -> App:  # noqa: ANN401 - Bolt's own options
    """The app around a desk."""
    slack = desk.settings.slack
    options: dict[str, Any] = {"signing_secret": slack.signing_secret} | bolt_options
    if "client" not in options:
        options["client"] = web_client(slack)
    if "listener_executor" not in options:
        options["listener_executor"] = ThreadPoolExecutor(WORKERS, "slack")
    app = App(name="playhead", **{"process_before_response": True, **options})
    app.error(failed)
    for surface in SURFACES:
        surface.register(app, desk)
    leftovers.register(app)
    return app
