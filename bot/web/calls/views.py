"""``views.*``: modals and the Home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.web import checks
from bot.web.names import ME
from bot.web.refusals import SlackRefusal
from bot.web.windows import made

if TYPE_CHECKING:
    from bot.web.names import Json
    from bot.web.room import Room


def open_view(room: Room, given: Json) -> Json:
    """Open a modal."""
    view = room.windows.open(_trigger(given), _modal(given))
    room.workspace.tell("modal", view=view, pushed=False)
    return {"view": view}


def push(room: Room, given: Json) -> Json:
    """Open a modal on top of another."""
    view = room.windows.push(_trigger(given), _modal(given))
    room.workspace.tell("modal", view=view, pushed=True)
    return {"view": view}


def update(room: Room, given: Json) -> Json:
    """Put other content into an open modal."""
    view = room.windows.update(
        checks.view(given.get("view")),
        ident=str(given.get("view_id") or ""),
        external=str(given.get("external_id") or ""),
        mark=str(given.get("hash") or ""),
    )
    room.workspace.tell("modal", view=view, pushed=False)
    return {"view": view}


def publish(room: Room, given: Json) -> Json:
    """Show the Home of the person."""
    if given.get("user_id") != ME:
        raise SlackRefusal("user_not_found")
    view = made(checks.view(given.get("view")))
    if view["type"] != "home":
        raise SlackRefusal("invalid_arguments", "[ERROR] only a home can be published")
    room.workspace.publish(view)
    return {"view": view}


def _trigger(given: Json) -> str:
    trigger = given.get("trigger_id")
    if not trigger:
        raise SlackRefusal("invalid_arguments", "[ERROR] trigger_id is missing")
    return str(trigger)


def _modal(given: Json) -> Json:
    view = checks.view(given.get("view"))
    if view["type"] != "modal":
        raise SlackRefusal("invalid_arguments", "[ERROR] only a modal can be opened")
    return view
