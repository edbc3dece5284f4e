"""Modals that are sent or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.web import checks
from bot.web.names import APP, ME, MY_NAME, TEAM
from bot.web.refusals import Refused, SlackRefusal

if TYPE_CHECKING:
    from bot.web.names import Json
    from bot.web.room import Room

REQUIRED = "Please complete this required field."
"""What Slack says of a field that must be filled in."""


def submit(room: Room, ident: str, state: Json) -> Json:
    """Send a modal.

    Args:
        room: Where.
        ident: Id of the view.
        state: What is filled in.

    Returns:
        ``ok``, or ``errors``: what is wrong, by id of the block.

    Raises:
        Refused: The modal is closed, or the app does not answer.
    """
    view = room.windows.get(ident)
    if view is None:
        raise Refused("That window is closed.", 404)
    missing = unfilled(view, state.get("values") or {})
    if missing:
        return {"errors": dict.fromkeys(missing, REQUIRED)}
    payload = _payload("view_submission", view | {"state": state}) | {
        "trigger_id": room.windows.trigger(),
        "response_urls": [],
    }
    reply = room.courier.interaction(payload)
    if not reply.ok:
        raise Refused("The window could not be sent.", 502)
    return _react(room, view, reply.body)


def _react(room: Room, view: Json, answer: Json) -> Json:
    """Do what the app answered to a modal that was sent; nothing closes it."""
    match answer.get("response_action"):
        case "errors":
            return {"errors": answer.get("errors") or {}}
        case "update":
            updated = room.windows.update(_checked(answer), ident=view["id"])
            room.workspace.tell("modal", view=updated, pushed=False)
        case "push":
            room.workspace.tell("modal", view=room.windows.stack(_checked(answer)), pushed=True)
        case "clear":
            _tell_closed(room, room.windows.clear())
        case _:
            _tell_closed(room, room.windows.close(view["id"]))
    return {"ok": True}


def _checked(answer: Json) -> Json:
    try:
        return checks.view(answer.get("view"))
    except SlackRefusal as refusal:
        details = " ".join(refusal.details)
        raise Refused(
            f"Slack would refuse what follows: {refusal.word} {details}", 502
        ) from refusal


def close(room: Room, ident: str) -> None:
    """Close a modal and what lies on it; the app hears of it where it wants to."""
    closed = room.windows.close(ident)
    if not closed:
        raise Refused("That window is closed.", 404)
    if closed[-1]["clear_on_close"]:
        closed += room.windows.clear()
    _tell_closed(room, closed)
    for view in closed:
        if view["notify_on_close"]:
            payload = _payload("view_closed", view) | {"is_cleared": len(closed) > 1}
            room.later(lambda payload=payload: room.courier.interaction(payload), "The window")  # type: ignore[misc]


def _tell_closed(room: Room, closed: list[Json]) -> None:
    room.workspace.tell(
        "modal_close", view_ids=[view["id"] for view in closed], view=room.windows.top()
    )


def _payload(kind: str, view: Json) -> Json:
    return {
        "type": kind,
        "token": "",
        "api_app_id": APP,
        "team": {"id": TEAM, "domain": "playground"},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": ME, "username": MY_NAME, "name": MY_NAME, "team_id": TEAM},
        "view": view,
    }


def unfilled(view: Json, values: Json) -> list[str]:
    """Ids of the blocks that must be filled in and are not."""
    return [
        block["block_id"]
        for block in view["blocks"]
        if block["type"] == "input"
        and not block.get("optional")
        and not _filled(values.get(block["block_id"]), block["element"].get("action_id"))
    ]


def _filled(block: Any, action: Any) -> bool:  # noqa: ANN401 - whatever the page sent
    given = block.get(action) if isinstance(block, dict) else None
    if not isinstance(given, dict):
        return False
    return any(value not in (None, "", []) for key, value in given.items() if key != "type")
