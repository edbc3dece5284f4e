"""The app was uninstalled, or its token revoked: everything of that workspace is forgotten."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_bolt.middleware import Middleware

from bot.slack.listening import workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App, BoltContext, BoltRequest, BoltResponse

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

    def learn(team: str, enterprise: str) -> None:
        if team not in known and team != enterprise:
            desk.state.belongs(team, enterprise)
            known.add(team)

    def forget(context: BoltContext) -> None:
        whole = context.is_enterprise_install or not context.team_id
        place = (context.enterprise_id if whole else context.team_id) or ""
        rows = desk.state.forget_team(place)
        known.clear()
        _log.info("forgotten", extra={"team": place, "rows": rows})

    def revoked(event: dict[str, Any], context: BoltContext) -> None:
        if (event.get("tokens") or {}).get("bot"):
            forget(context)

    app.middleware(_Belonging(learn))
    app.event("app_uninstalled")(forget)
    app.event("tokens_revoked")(revoked)


class _Belonging(Middleware):
    """Tells of each request of a workspace that has the app through its organisation.

    A function would do, but for one Bolt gathers all that it might ask for, at every request.
    """

    def __init__(self, learn: Callable[[str, str], None]) -> None:
        self._learn = learn

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,
        next: Callable[[], BoltResponse],  # noqa: A002 - Bolt's
    ) -> BoltResponse | None:
        """Look at one request and let it through."""
        context = req.context
        enterprise = context.enterprise_id
        del resp
        if context.is_enterprise_install and enterprise:
            self._learn(workspace_of(context, req.body), enterprise)
        return next()
