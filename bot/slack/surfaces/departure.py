"""The app was uninstalled, or its token revoked: everything of that workspace is forgotten."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from bot.slack.listening import workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App, BoltContext

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("app_uninstalled", "tokens_revoked")
SCOPES: tuple[str, ...] = ()
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

_log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Listen for the end, and learn which workspaces end with their organisation.

    The listeners are not lazy: what has to be deleted is deleted before Slack is told so.
    """
    known: set[str] = set()

    def learn(body: dict[str, Any], context: BoltContext, next: Callable[[], None]) -> None:  # noqa: A002 - Bolt's
        team, enterprise = workspace_of(context, body), context.enterprise_id
        new = team not in known and team != enterprise
        if context.is_enterprise_install and enterprise and new:
            desk.state.belongs(team, enterprise)
            known.add(team)
        next()

    def forget(context: BoltContext) -> None:
        whole = context.is_enterprise_install or not context.team_id
        place = (context.enterprise_id if whole else context.team_id) or ""
        rows = desk.state.forget_team(place)
        known.clear()
        _log.info("forgotten", extra={"team": place, "rows": rows})

    def revoked(event: dict[str, Any], context: BoltContext) -> None:
        if (event.get("tokens") or {}).get("bot"):
            forget(context)

    app.middleware(learn)
    app.event("app_uninstalled")(forget)
    app.event("tokens_revoked")(revoked)
