"""What no surface wants: it gets a word all the same, and the log nothing that people wrote.

Forms, menus and buttons outlive the version that made them, and Slack says "dispatch_failed" to a
person whose request is not answered. Bolt logs such a request with all that was typed in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.render.blocks import section
from bot.slack.listening import acknowledge
from bot.slack.views import modal

if TYPE_CHECKING:
    from slack_bolt import Ack, App

OUTDATED = "This form is of an older version of me. Close it, and open it again."
UNKNOWN = "I do not know that command. `/playhead help` says what I can do."

_ANYTHING = re.compile("")


def register(app: App) -> None:
    """Listen for everything that was not heard by then."""
    app.event(_ANYTHING)(acknowledge)
    app.action(_ANYTHING)(acknowledge)
    app.shortcut(_ANYTHING)(acknowledge)
    app.options(_ANYTHING)(offer_nothing)
    app.view(_ANYTHING)(renew)
    app.command(_ANYTHING)(explain)


def offer_nothing(ack: Ack) -> None:
    """A menu of another age has no entries any more."""
    ack(options=[])


def renew(ack: Ack) -> None:
    """A form of another age cannot be read any more."""
    ack(response_action="update", view=modal("Playhead", [section(OUTDATED)]))


def explain(ack: Ack) -> None:
    """Whoever runs the app gave it a command that it does not have."""
    ack(UNKNOWN)
