"""What every surface works with: whoever answers, what is remembered, the clock."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.followup import thread
from bot.slack import episodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.ask import Asker
    from bot.config import Settings
    from bot.dialogue import Answer, Head
    from bot.render.request import Request
    from bot.state import State


def any_of(heads: Sequence[Head]) -> Head:
    """One episode by chance."""
    return random.choice(heads)  # noqa: S311 - which episode comes up is no secret


@dataclass(frozen=True, slots=True)
class Desk:
    """Where questions are answered.

    Attributes:
        askers: Gives whoever answers today.
        now: Seconds since 1970.
        pick: Chooses a random episode.
    """

    settings: Settings
    askers: Callable[[], Asker]
    state: State
    now: Callable[[], float] = time.time
    pick: Callable[[Sequence[Head]], Head] = any_of

    def answer(self, request: Request) -> Answer:
        """The answer to a question, or what is asked of an episode."""
        return episodes.answer(self.askers(), request)

    def thread(self, request: Request) -> tuple[str, ...]:
        """The texts that a follow-up to a request needs, the oldest first."""
        asked = self.askers().follow((*request.previous, request.text))
        return thread(asked.utterance) if asked else ()

    def heads(self) -> list[Head]:
        """All episodes, newest first."""
        return list(self.askers().lexicon().heads.values())
