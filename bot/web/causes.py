"""What the bot's messages are answers to: how long each took, and why it says what it says."""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dialogue import SMALLTALK
from bot.errors import PlayheadError
from bot.questions.followup import thread
from bot.render.blocks import BACK, MORE, SHARE
from bot.render.request import Kind, Request
from bot.render.typed import typed
from bot.web.elements import elements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.ask import Asker
    from bot.web.names import Json

KEPT = 100
CONVERSATIONS = 500
LIVES_S = 60
"""Seconds after which a message is no longer taken for the answer to something."""
_OWN = frozenset({BACK, MORE, SHARE})

Place = tuple[str, str | None]
"""A channel, and a thread in it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A question, and what was asked before it in the same conversation, the oldest first."""

    text: str
    previous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that the person did.

    Attributes:
        places: Where the answer to it may appear.
        typed: What was asked, if anything was.
        conversation: Where the next question may follow this one.
        command: The slash command as it was written, if it was one.
        began: On the clock of ``time.perf_counter``.
    """

    places: frozenset[Place]
    typed: Typed | None = None
    conversation: Place | None = None
    command: str = ""
    began: float = field(default_factory=time.perf_counter)

    def took_ms(self) -> float:
        """Milliseconds until now."""
        return round((time.perf_counter() - self.began) * 1000, 1)


class Causes:
    """What was done lately."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lately: deque[Cause] = deque(maxlen=KEPT)

    def add(self, cause: Cause) -> Cause:
        """Remember something that was done."""
        with self._lock:
            self._lately.append(cause)
        return cause

    def take(self, channel: str, thread: str | None) -> Cause | None:
        """The last thing done whose answer may appear there; it is answered by that."""
        oldest = time.perf_counter() - LIVES_S
        with self._lock:
            for cause in reversed(self._lately):
                if (channel, thread) in cause.places and cause.began >= oldest:
                    self._lately.remove(cause)
                    return cause
        return None

    def drop(self, cause: Cause) -> None:
        """Something was answered in another way."""
        with self._lock, suppress(ValueError):
            self._lately.remove(cause)


class Explainer:
    """Says why an answer ranks as it does, by asking the same question once more."""

    def __init__(self, askers: Callable[[], Asker]) -> None:
        self._askers = askers
        self._lock = threading.Lock()
        self._last: dict[Place, tuple[str, ...]] = {}

    def begin(self, place: Place, text: str) -> Typed:
        """A question as it is asked there, with what was asked before."""
        with self._lock:
            return Typed(typed(text) or "help", self._last.get(place, ()))

    def remember(self, place: Place, asked: Typed) -> None:
        """What is asked next in that place may follow this; if the store answers, else nothing."""
        with suppress(PlayheadError):
            question = self._askers().follow((*asked.previous, asked.text))
            if question and question.intent not in SMALLTALK:
                with self._lock:
                    self._last.pop(place, None)
                    self._last[place] = thread(question.utterance)
                    while len(self._last) > CONVERSATIONS:
                        del self._last[next(iter(self._last))]

    def lines(self, asked: Typed) -> tuple[str, ...]:
        """The reasons, a line each; none where the store does not answer."""
        with suppress(PlayheadError):
            asker = self._askers()
            return asker.ask(asked.text, asker.follow(asked.previous))[0].explain()
        return ()


def packed(value: object) -> Typed | None:
    r"""The question that the value of a button carries, if it carries one.

    >>> packed("ask\n0\n\nwho uses Go?")
    Typed(text='who uses Go?', previous=())
    >>> packed("up")
    """
    text = str(value)
    request = Request.unpacked(text)
    if request.packed() != text or request.kind is not Kind.ASK:
        return None
    return Typed(request.text, request.previous)


def answered(blocks: Iterable[Json]) -> Typed | None:
    """The question that a message answers, from the buttons that page or share it."""
    own = (each for each in elements(blocks) if each.get("action_id") in _OWN)
    return next((found for each in own if (found := packed(each.get("value")))), None)
