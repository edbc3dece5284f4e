"""What every surface works with: whoever answers, what is remembered, the clock."""

from __future__ import annotations

import logging
import random
import time
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.errors import StoreError
from bot.questions.followup import thread
from bot.slack.replies import Replies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.ask import Asker
    from bot.config import Settings
    from bot.dialogue import Answer, Head
    from bot.render.request import Request
    from bot.slack.replies import Reply
    from bot.state import State


_log = logging.getLogger(__name__)
_HOUR = 3600
# Questions without an answer that are known to be recorded, which needs no answer to be kept.
_GAPS = 1000


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
    _replies: Replies = field(init=False, repr=False, compare=False)
    _recorded: Callable[[str, str, int], None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kept = self.settings.answers_kept
        object.__setattr__(self, "_replies", Replies(self.askers, kept))
        object.__setattr__(self, "_recorded", lru_cache(_GAPS)(self._record))

    def answer(self, request: Request) -> Answer:
        """The answer to a question, or what is asked of an episode."""
        return self._replies.answer(request)

    def reply(self, request: Request, *, share: bool = False) -> Reply:
        """The same with one page of it as a message.

        Args:
            request: What was asked, with the offset of the page.
            share: Offer to share it in the channel; for answers that only the asker sees.
        """
        return self._replies.reply(request, share=share)

    def thread(self, request: Request) -> tuple[str, ...]:
        """The texts that a follow-up to a request needs, the oldest first."""
        asked = self.askers().follow((*request.previous, request.text))
        return thread(asked.utterance) if asked else ()

    def missed(self, team: str, text: str) -> None:
        """Remember a question that could not be answered; asked again, not before an hour.

        Where that fails it is logged, and the person gets their answer all the same.
        """
        try:
            self._recorded(team, text, int(self.now() // _HOUR))
        except StoreError:
            _log.exception("a gap could not be kept")

    def _record(self, team: str, text: str, hour: int) -> None:
        del hour
        self.state.record_gap(team, text, self.now())

    def heads(self) -> list[Head]:
        """All episodes, newest first."""
        return list(self.askers().lexicon().heads.values())
