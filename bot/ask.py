"""Asking: text in, answer out. Understands, fetches, answers; no rule of its own."""

from __future__ import annotations

import threading
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from bot.questions import parse
from bot.questions.lexicon import Lexicon
from bot.rank.thesaurus import Thesaurus
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.dialogue import Answer, Evidence, Lookup
    from bot.questions.base import Asked
    from bot.store import Store

    Edition = tuple[date, int]

FRESH_S = 0.05
"""Seconds for which the state of the catalogue is taken to be what it was. To ask the store takes
as long as a tenth of an answer that is kept, and nobody sees a load a twentieth sooner."""


class Asker:
    """Answers questions from one store.

    Args:
        store: Open store; may be shared by threads.
        today: For "this year"; a long-running process makes a new asker a day.
    """

    def __init__(self, store: Store, today: date) -> None:
        self._store = store
        self._today = today
        self._lock = threading.Lock()
        self._lexicon: tuple[int, Lexicon] | None = None
        self._edition: tuple[float, Edition] | None = None

    def ask(
        self, text: str, previous: Asked | None = None, generation: int | None = None
    ) -> tuple[Answer, Asked]:
        """Answer a question.

        Args:
            text: As typed.
            previous: The question before it in the same thread, for follow-ups.
            generation: Of the catalogue, if it was just asked for.

        Returns:
            The answer, and the question as understood.
        """
        at = self._store.generation() if generation is None else generation
        reads = self._store.reads
        try:
            answered = self._answered(text, previous, at)
        except Exception:
            if self._store.generation() == at:
                raise
        else:
            if self._store.reads == reads or self._store.generation() == at:
                return answered
        # A load came between what was read of the catalogue before and what was read now.
        return self.ask(text, previous)

    def _answered(self, text: str, previous: Asked | None, generation: int) -> tuple[Answer, Asked]:
        before = previous.utterance if previous else None
        question = parse(text, self._lexicon_of(generation), self._today, before)
        answer = question.reply(self._store.find(question.needs(), generation))
        other = None if answer.episodes else question.otherwise()
        if other is not None:
            found = other.reply(self._store.find(other.needs(), generation))
            if found.episodes:
                question, answer = other, found
        if answer.question != text:
            answer = replace(answer, question=text)
        return answer, question

    def understand(self, text: str, previous: Asked | None = None) -> Asked:
        """The question that a text asks, unanswered."""
        before = previous.utterance if previous else None
        return parse(text, self.lexicon(), self._today, before)

    def follow(self, texts: Iterable[str]) -> Asked | None:
        """The question that the texts of one thread amount to, the oldest first."""
        asked: Asked | None = None
        for text in texts:
            asked = self.understand(text, asked)
        return asked

    def edition(self) -> Edition:
        """What answers depend on besides the question: the day, and the state of the catalogue.

        A load is seen after :data:`FRESH_S`.
        """
        now, known = monotonic(), self._edition
        if known is None or now - known[0] > FRESH_S:
            known = self._edition = now, (self._today, self._store.generation())
        return known[1]

    def find(self, lookup: Lookup) -> Evidence:
        """What the store holds for a lookup, for questions that were not typed."""
        return self._store.find(lookup)

    def shows(self) -> dict[str, str]:
        """Titles of the shows by id."""
        return {show.id: show.title for show in self._store.shows()}

    def lexicon(self) -> Lexicon:
        """Names and words of the catalogue, read anew when it has changed."""
        return self._lexicon_of(self._store.generation())

    def _lexicon_of(self, generation: int) -> Lexicon:
        with self._lock:
            if self._lexicon is None or self._lexicon[0] != generation:
                self._lexicon = (
                    generation,
                    Lexicon(
                        Vocabulary(index=self._store.spellings()),
                        self._store.heads(),
                        self._store.words(),
                        Thesaurus(index=self._store.terms()),
                        self._store.present(),
                    ),
                )
            return self._lexicon[1]
