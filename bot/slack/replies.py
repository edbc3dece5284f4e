"""Replies that are kept: the same question gets the same answer until the catalogue changes.

An answer depends on what was asked, on the day, and on the state of the catalogue; all three
together are its key, so nothing ever has to be thrown away in time. A reply holds nothing of the
person who asked, the place, or the workspace: what differs between them is not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.render.blocks import Message, to_message
from bot.slack import episodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ask import Asker, Edition
    from bot.dialogue import Answer
    from bot.render.request import Request


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """An answer with one page of it as a message; whoever sends it changes neither.

    A reply is the same only as itself, so that what is made of it can be kept, too.
    """

    answer: Answer
    message: Message


class Replies:
    """Gives answers and messages, the most recent of them without any work.

    Threads may share it.

    Args:
        askers: Gives whoever answers today.
        most: How many answers and how many messages are kept; 0 keeps none.
    """

    def __init__(self, askers: Callable[[], Asker], most: int) -> None:
        self._askers = askers
        self._answers = lru_cache(most)(self._new_answer)
        self._replies = lru_cache(most)(self._new_reply)

    def answer(self, request: Request) -> Answer:
        """The whole answer, whichever page is asked for."""
        return self._answers(request.at(0), self._askers().edition())

    def reply(self, request: Request, *, share: bool = False) -> Reply:
        """A page of an answer, with a button to share it if that is wanted."""
        return self._replies(request, share, self._askers().edition())

    def _new_answer(self, request: Request, edition: Edition) -> Answer:
        _, generation = edition
        return episodes.answer(self._askers(), request, generation)

    def _new_reply(self, request: Request, share: bool, edition: Edition) -> Reply:  # noqa: FBT001 - a part of the key
        answer = self._answers(request.at(0), edition)
        return Reply(answer, to_message(answer, request, share=share))
