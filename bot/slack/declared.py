"""What a surface declares: the words of the app manifest, as plain data.

Every module in ``SURFACES`` has the tuples ``COMMANDS``, ``EVENTS``, ``SCOPES``, ``SHORTCUTS``
and ``FUNCTIONS``, empty where it has none, and registers exactly those listeners:
``EVENTS`` are names such as ``"app_mention"`` or ``"message.im"``, ``SCOPES`` are bot scopes.
The manifest is generated from them, so it cannot say anything else than the app does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

WORDS = frozenset({"settings"})
"""What another surface than ``commands`` takes when it is all that follows ``/playhead``."""

FIRST_WORDS = frozenset({"digest", "watch", "watches", "unwatch"})
"""What another surface takes when it is the first word after ``/playhead``."""

_FIRST = re.compile(r"\s*(\w*)")


def first_word(text: str) -> str:
    """The word that a command begins with, in lower case.

    >>> first_word(" Watch Terraform, Go"), first_word("")
    ('watch', '')
    """
    found = _FIRST.match(text)
    return found[1].lower() if found else ""


def left_to_others(text: str) -> bool:
    """Whether another surface than ``commands`` takes what follows ``/playhead``."""
    return text.strip().lower() in WORDS or first_word(text) in FIRST_WORDS


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command.

    Attributes:
        name: With its slash: ``/playhead``.
        description: What it does, at most 2,000 characters.
        usage_hint: What may follow it: ``[question]``.
    """

    name: str
    description: str
    usage_hint: str = ""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An entry in the menu of the message box or of a message.

    Attributes:
        name: What people read, at most 24 characters.
        kind: Where it is.
        callback_id: What the listener is registered for.
        description: At most 150 characters.
    """

    name: str
    kind: Literal["global", "message"]
    callback_id: str
    description: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """An input or output of a workflow step.

    Attributes:
        name: Key of the value.
        title: What people read.
        description: One sentence.
        type: Slack's name of the type: ``string``, ``integer``, ``slack#/types/rich_text``.
        required: Whether a workflow must give it.
    """

    name: str
    title: str
    description: str
    type: str = "string"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """A workflow step.

    Attributes:
        callback_id: What the listener is registered for.
        title: What people read in Workflow Builder.
        description: One sentence.
        inputs: What a workflow hands in.
        outputs: What later steps may use.
    """

    callback_id: str
    title: str
    description: str
    inputs: tuple[Parameter, ...] = ()
    outputs: tuple[Parameter, ...] = ()
