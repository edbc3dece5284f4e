"""Modals that are sent or closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.web import checks
from bot.web.filling import filled, unfilled
from bot.web.names import interaction
from bot.web.refusals import Refused, SlackRefusal

if TYPE_CHECKING:
    from bot.web.names import Json
    from bot.web.room import Room


def submit(room: Room, ident: str, values: Json) -> Json:
    """Send a modal.

    Args:
        room: Where.
        ident: Id of the view.
        values: What is filled in, by ids of block and element.

    Returns:
        ``ok``, or ``errors``: what is wrong, by id of the block.

    Raises:
        Refused: The modal is closed, or the app does not answer.
    """
    view = room.windows.get(ident)
    if view is None:
        raise Refused("That window is closed.", 404)
    state = filled(view["blocks"], values)
    missing = unfilled(view["blocks"], state)
    if missing:
        return {"errors": missing}
    payload = _payload("view_submission", view | {"state": state}) | {
        "trigger_id": room.windows.trigger(),
        "response_urls": [],
    }
    reply = room.courier.interaction(payload)
    if not reply.ok:
        raise Refused("The window could not be sent.", 502)
    try:
        return _react(room, view, reply.body)
    except SlackRefusal as refusal:
        details = " ".join((refusal.word, *refusal.details))
        raise Refused(f"Slack would refuse what follows: {details}", 502) from refusal


def _react(room: Room, view: Json, answer: Json) -> Json:
    """Do what the app answered to a modal that was sent; nothing closes it."""
    match answer.get("response_action"):
        case "errors":
            return {"errors": answer.get("errors") or {}}
        case "update":
            updated = room.windows.update(checks.view(answer.get("view")), ident=view["id"])
            room.workspace.tell("modal", view=updated, pushed=False)
        case "push":
            pushed = room.windows.stack(checks.view(answer.get("view")))
            room.workspace.tell("modal", view=pushed, pushed=True)
        case "clear":
            _tell_closed(room, room.windows.clear())
        case _:
            _tell_closed(room, room.windows.close(view["id"]))
    return {"ok": True}


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
            room.later(partial(room.courier.interaction, payload), "The window")


def _tell_closed(room: Room, closed: list[Json]) -> None:
    room.workspace.tell(
        "modal_close", view_ids=[view["id"] for view in closed], view=room.windows.top()
    )


def _payload(kind: str, view: Json) -> Json:
    return interaction(kind) | {"view": view}
