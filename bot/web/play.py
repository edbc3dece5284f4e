"""The API between the page and the server: a few JSON requests, and a feed of what happens."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import Blueprint, request

from bot.web import forms, pressing, writing
from bot.web.guard import body
from bot.web.names import BOT_NAME, BOT_USER, CHANNELS, ME, MY_NAME
from bot.web.pressing import Container
from bot.web.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.web.names import Json
    from bot.web.room import Room

WAIT_S = 20.0
"""Seconds that a request for the feed waits for something to happen."""
POLLS = 16
"""Requests for the feed that may wait at once; each holds a thread."""
LARGEST = 100_000
"""Bytes of a request of the page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A slash command, or an entry in the menu of the composer or of a message.

    Attributes:
        kind: ``command``, ``global`` or ``message``.
        id: Name of the command, callback id of the shortcut.
    """

    kind: Literal["command", "global", "message"]
    id: str
    name: str
    description: str
    usage_hint: str = ""


class Play:
    """The requests of the page.

    Args:
        room: What they act upon.
        entries: Slash commands and shortcuts.
        suggestions: Gives questions to begin with.
    """

    def __init__(
        self, room: Room, entries: Sequence[Entry], suggestions: Callable[[], Sequence[str]]
    ) -> None:
        self._room = room
        self._entries = entries
        self._suggestions = suggestions
        self._polls = threading.BoundedSemaphore(POLLS)

    def blueprint(self) -> Blueprint:
        """``/api-play/…``."""
        blue = Blueprint("play", __name__, url_prefix="/api-play")
        blue.add_url_rule("/workspace", view_func=self.workspace)
        blue.add_url_rule("/feed", view_func=self.feed)
        for name, run in {
            "say": self.say,
            "act": self.act,
            "options": self.options,
            "submit": self.submit,
            "close": self.close,
            "shortcut": self.shortcut,
            "home": self.home,
        }.items():
            blue.add_url_rule(f"/{name}", name, _with_body(run), methods=["POST"])
        return blue

    def workspace(self) -> Json:
        """Who is here, and what can be done."""
        zone = request.args.get("tz")
        if zone:
            self._room.workspace.zone = known_zone(zone)
        return {
            "me": {"id": ME, "name": MY_NAME, "tz": self._room.workspace.zone},
            "bot": {"id": BOT_USER, "name": BOT_NAME},
            "channels": [
                {"id": each.id, "name": each.name, "kind": each.kind} for each in CHANNELS.values()
            ],
            "commands": [
                {"name": e.name, "description": e.description, "usage_hint": e.usage_hint}
                for e in self._entries
                if e.kind == "command"
            ],
            "shortcuts": [
                {"name": e.name, "kind": e.kind, "callback_id": e.id, "description": e.description}
                for e in self._entries
                if e.kind != "command"
            ],
            "suggestions": list(self._suggestions()),
        }

    def feed(self) -> Json:
        """What has happened since."""
        after = request.args.get("after", "0")
        if not (after.isascii() and after.isdigit() and len(after) <= 16):
            raise Refused("after must be the number of an event.")
        with self._waiting() as wait_s:
            return self._room.workspace.feed(int(after), wait_s)

    @contextmanager
    def _waiting(self) -> Iterator[float]:
        """Seconds to wait: next to none where too many wait already."""
        if not self._polls.acquire(blocking=False):
            yield 0.5
            return
        try:
            yield WAIT_S
        finally:
            self._polls.release()

    def say(self, data: Json) -> Json:
        """Write a post or a command."""
        ts = writing.say(
            self._room,
            text(data, "channel"),
            text(data, "text", most=writing.LONGEST + 100),
            text(data, "thread_ts", otherwise="") or None,
        )
        return {"ok": True, "ts": ts}

    def act(self, data: Json) -> Json:
        """Press a button or choose from a menu."""
        pressing.press(self._room, container(data), thing(data, "action"), filled_in(data))
        return {"ok": True}

    def options(self, data: Json) -> Json:
        """What a menu offers."""
        return pressing.options(
            self._room,
            container(data),
            text(data, "block_id"),
            text(data, "action_id"),
            text(data, "value", otherwise=""),
        )

    def submit(self, data: Json) -> Json:
        """Send a modal."""
        return forms.submit(self._room, text(data, "view_id"), filled_in(data))

    def close(self, data: Json) -> Json:
        """Close a modal."""
        forms.close(self._room, text(data, "view_id"))
        return {"ok": True}

    def shortcut(self, data: Json) -> Json:
        """Use a shortcut."""
        callback, ts = text(data, "callback_id"), text(data, "ts", otherwise="")
        kind = "message" if ts else "global"
        if (kind, callback) not in {(e.kind, e.id) for e in self._entries}:
            raise Refused("There is no such shortcut.", 404)
        pressing.shortcut(self._room, callback, text(data, "channel", otherwise=""), ts)
        return {"ok": True}

    def home(self, data: Json) -> Json:
        """Open a tab of the app."""
        tab = text(data, "tab", otherwise="home")
        if tab not in {"home", "messages"}:
            raise Refused("The app has the tabs home and messages.")
        pressing.open_app(self._room, tab)
        return {"ok": True}


def _with_body(run: Callable[[Json], Json]) -> Callable[[], Json]:
    return lambda: run(body(LARGEST))


def known_zone(name: str) -> str:
    """The name of a time zone.

    Raises:
        Refused: There is none of that name.
    """
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused("There is no such time zone.") from error


def text(data: Json, name: str, *, otherwise: str | None = None, most: int = 2000) -> str:
    """A text of a request.

    Args:
        data: The request.
        name: Its key.
        otherwise: Stands for one that is missing or null.
        most: Characters.

    Raises:
        Refused: It is missing, too long, or no text.
    """
    value: Any = data.get(name)
    if value is None and otherwise is not None:
        return otherwise
    if not isinstance(value, str):
        raise Refused(f"{name} must be a text.")
    if len(value) > most:
        raise Refused(f"{name} is longer than {most:,} characters.")
    return value


def thing(data: Json, name: str) -> Json:
    """An object of a request.

    Raises:
        Refused: It is none.
    """
    value = data.get(name)
    if not isinstance(value, dict):
        raise Refused(f"{name} must be an object.")
    return value


def filled_in(data: Json) -> Json:
    """What is filled in, by ids of block and element; nothing where the request does not say.

    Raises:
        Refused: It is no object.
    """
    given = thing(data, "state") if data.get("state") is not None else {}
    return thing(given, "values") if given.get("values") is not None else {}


def container(data: Json) -> Container:
    """Where something is pressed.

    Raises:
        Refused: It is neither a message nor a view.
    """
    given = thing(data, "container")
    kind = text(given, "type")
    if kind == "message":
        return Container("message", text(given, "id"), text(data, "channel"))
    if kind == "view":
        return Container("view", text(given, "id"))
    raise Refused("container.type must be message or view.")
