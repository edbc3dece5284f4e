"""How listeners are made: acknowledged at once, worked through later, never failing in silence."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from slack_bolt import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.render.blocks import section
from bot.slack.patience import is_limited
from bot.slack.turn import APOLOGY, Turn
from bot.slack.views import modal

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, BoltContext
    from slack_sdk import WebClient

    from bot.slack.desk import Desk

    Work = Callable[[Turn], None]

_log = logging.getLogger(__name__)
# What people post themselves; every other subtype is an edit, a join, a bot.
_BY_PEOPLE = frozenset({None, "file_share", "me_message", "thread_broadcast"})
_CLAIMED = "playhead_claimed"
"""When an event was claimed, in the context of its request."""


def acknowledge(ack: Ack) -> None:
    """Say that it arrived; the work is done after that."""
    ack()


def lazily(desk: Desk, work: Work, *, asked: bool = True) -> dict[str, Any]:
    """Arguments of a Bolt listener that acknowledges, then works outside the request.

    Args:
        desk: Where questions are answered.
        work: What is done then.
        asked: Somebody waits for an answer, and is told when there will be none.
    """
    return {"ack": acknowledge, "lazy": [_later(desk, work, asked=asked)]}


def _later(desk: Desk, work: Work, *, asked: bool) -> Callable[..., None]:
    """Work as a lazy listener: what goes wrong is logged once and said to who waits."""

    def run(body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
        turn = Turn(desk, body, client, workspace_of(context, body), context.bot_user_id or "")
        try:
            if _still_ours(turn, context.get(_CLAIMED)):
                work(turn)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the person is told
            if isinstance(error, SlackApiError) and is_limited(error) and keys_of(body, ""):
                # Slack takes it later, so it is left to be taken up, as after a crash.
                _log.warning("%s is rate limited", work.__qualname__)
                return
            _log.exception("%s failed: %s", work.__qualname__, type(error).__name__)
            if not asked or turn.apologise():
                finish(turn)

    run.__name__ = work.__qualname__
    return run


def _still_ours(turn: Turn, claimed: float | None) -> bool:
    """Whether what was claimed was not taken up by others while it waited for a thread."""
    if claimed is None:
        return True
    state, now = turn.desk.state, turn.desk.now()
    return all(state.renew(key, claimed, now) for key in keys_of(turn.body, turn.team))


def once(desk: Desk) -> Callable[..., BoltResponse | None]:
    """Middleware that lets each event and each post through one time only.

    Slack delivers an event again when it got no answer in time, and a mention in a direct
    message or a followed thread arrives as two events. A first-seen redelivery goes through.
    """

    def claim(
        body: dict[str, Any],
        context: BoltContext,
        next: Callable[[], None],  # noqa: A002 - Bolt's
    ) -> BoltResponse | None:
        now = desk.now()
        if _claimed(desk, keys_of(body, workspace_of(context, body)), _to_take_up(body), now):
            context[_CLAIMED] = now
            next()
            return None
        return BoltResponse(status=200)

    return claim


def _claimed(desk: Desk, keys: list[str], payload: str, now: float) -> bool:
    """Whether all keys are ours now; the first one carries what it takes to answer later.

    A second event of a post that is known leaves nothing behind: whoever has the post answers it,
    after a crash as well.
    """
    for number, key in enumerate(keys):
        if not desk.state.claim(key, now, "" if number else payload):
            for mine in keys[:number]:
                desk.state.finish(mine)
            return False
    return True


def _to_take_up(body: dict[str, Any]) -> str:
    """What it takes to answer after a crash; an event that carries a token is not kept."""
    if "bot_access_token" in (body.get("event") or {}):
        return ""
    return json.dumps({name: value for name, value in body.items() if name != "token"})


def keys_of(body: dict[str, Any], team: str) -> list[str]:
    """What a delivery and the post it tells of are known by.

    >>> keys_of({"event_id": "Ev1", "event": {"channel": "C1", "ts": "1.2"}}, "T1")
    ['T1:Ev1', 'T1:C1:1.2']
    """
    event = body.get("event") or {}
    keys = [f"{team}:{body['event_id']}"] if body.get("event_id") else []
    if event.get("channel") and event.get("ts"):
        keys.append(f"{team}:{event['channel']}:{event['ts']}")
    return keys


def workspace_of(context: BoltContext, body: dict[str, Any]) -> str:
    """Id of the workspace where something was done, which everything that is kept goes by.

    What concerns a whole organisation names no workspace; that is kept by the organisation.
    """
    return context.team_id or body.get("team_id") or context.enterprise_id or ""


def finish(turn: Turn) -> None:
    """Say that a claimed event needs no second attempt."""
    for key in keys_of(turn.body, turn.team):
        turn.desk.state.finish(key)


def by_person(event: dict[str, Any]) -> bool:
    """Whether a person wrote a message: bots are never answered, or they would answer back."""
    return (
        event.get("subtype") in _BY_PEOPLE
        and not event.get("bot_id")
        and not event.get("bot_profile")
        and bool(event.get("user"))
    )


def failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """What Slack gets when a listener broke before it acknowledged: an apology, or 500.

    An event gets 500, so that Slack delivers it again; a person who waits gets words.
    """
    _log.error("a listener failed: %s", type(error).__name__, exc_info=error)
    if "event" in body:
        return BoltResponse(status=500)
    if body.get("type") == "view_submission":
        return BoltResponse(status=200, body={"response_action": "update", "view": _apology()})
    if body.get("command"):
        answer = {"response_type": "ephemeral", "text": APOLOGY.text}
        return BoltResponse(status=200, body=answer)
    return BoltResponse(status=200)


def _apology() -> dict[str, Any]:
    return modal("Playhead", [section(APOLOGY.text)])
