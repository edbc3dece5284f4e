"""Modals: what opens them, how they lie on each other, and what closes them."""

from __future__ import annotations

import threading
import time
from secrets import token_hex
from typing import TYPE_CHECKING

from bot.web.elements import named
from bot.web.names import APP, BOT, TEAM
from bot.web.refusals import SlackRefusal

if TYPE_CHECKING:
    from bot.web.names import Json

HIGHEST = 3
"""Modals that may lie on each other."""
TRIGGER_S = 3.0
"""Seconds that a trigger is good for, and only once."""
KEPT = 100
_EMPTY = {
    "callback_id": "",
    "private_metadata": "",
    "external_id": "",
    "clear_on_close": False,
    "notify_on_close": False,
}


class Windows:
    """The modals that are open, the last one on top; and triggers that may open one."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._stack: list[Json] = []
        self._triggers: dict[str, float | None] = {}

    def trigger(self) -> str:
        """An id that may open a modal within three seconds."""
        ident = f"{time.time_ns()}.{token_hex(8)}"
        with self._lock:
            self._triggers[ident] = time.monotonic()
            while len(self._triggers) > KEPT:
                del self._triggers[next(iter(self._triggers))]
        return ident

    def _exchange(self, trigger: str) -> None:
        if trigger not in self._triggers:
            raise SlackRefusal("invalid_trigger_id")
        began = self._triggers[trigger]
        if began is None:
            raise SlackRefusal("exchanged_trigger_id")
        if time.monotonic() - began > TRIGGER_S:
            raise SlackRefusal("expired_trigger_id")
        self._triggers[trigger] = None

    def open(self, trigger: str, view: Json) -> Json:
        """Open a modal in the place of any other.

        Raises:
            SlackRefusal: The trigger is unknown, used or too old.
        """
        with self._lock:
            self._exchange(trigger)
            opened = made(view)
            self._stack = [opened]
            return opened

    def push(self, trigger: str, view: Json) -> Json:
        """Open a modal on top of the others, after something was pressed in one.

        Raises:
            SlackRefusal: The trigger is unknown, used or too old, or there are three already.
        """
        with self._lock:
            self._exchange(trigger)
            return self.stack(view)

    def stack(self, view: Json) -> Json:
        """Put a modal on top of the others.

        Raises:
            SlackRefusal: There are three already, or none.
        """
        with self._lock:
            if not self._stack:
                raise SlackRefusal("not_found")
            if len(self._stack) >= HIGHEST:
                raise SlackRefusal("push_limit_reached")
            below = self._stack[-1]
            pushed = made(view) | {
                "root_view_id": self._stack[0]["id"],
                "previous_view_id": below["id"],
            }
            self._stack.append(pushed)
            return pushed

    def update(self, view: Json, *, ident: str = "", external: str = "", mark: str = "") -> Json:
        """Put other content into an open modal.

        Args:
            view: The new content.
            ident: Id of the modal.
            external: The id that the app gave it; either of the two will do.
            mark: Hash of the content that it is to replace, if that matters.

        Raises:
            SlackRefusal: It is not open, or shows something else by now.
        """
        with self._lock:
            for number, old in enumerate(self._stack):
                if (ident and old["id"] == ident) or (external and old["external_id"] == external):
                    if mark and mark != old["hash"]:
                        raise SlackRefusal("hash_conflict")
                    kept = {
                        key: old[key]
                        for key in ("id", "root_view_id", "previous_view_id", "external_id")
                    }
                    self._stack[number] = made(view) | kept
                    return self._stack[number]
        raise SlackRefusal("not_found")

    def get(self, ident: str) -> Json | None:
        """An open modal."""
        with self._lock:
            return next((view for view in self._stack if view["id"] == ident), None)

    def top(self) -> Json | None:
        """The modal on top, if one is open."""
        with self._lock:
            return self._stack[-1] if self._stack else None

    def close(self, ident: str) -> list[Json]:
        """Close a modal and what lies on it; what was closed, from the top."""
        with self._lock:
            at = next((n for n, view in enumerate(self._stack) if view["id"] == ident), None)
            if at is None:
                return []
            closed = self._stack[at:]
            self._stack = self._stack[:at]
            return closed[::-1]

    def clear(self) -> list[Json]:
        """Close every modal; what was closed, from the top."""
        with self._lock:
            closed, self._stack = self._stack[::-1], []
            return closed


def made(view: Json) -> Json:
    """A view as Slack hands it back: with ids, a hash, and an empty state."""
    ident = f"V{token_hex(5).upper()}"
    return {
        "id": ident,
        "team_id": TEAM,
        "app_id": APP,
        "app_installed_team_id": TEAM,
        "bot_id": BOT,
        **_EMPTY,
        **view,
        "blocks": list(named(view.get("blocks") or ())),
        "hash": f"{time.time_ns()}.{token_hex(4)}",
        "state": {"values": {}},
        "root_view_id": ident,
        "previous_view_id": None,
    }
