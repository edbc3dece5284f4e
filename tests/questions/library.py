"""An invented catalogue of eight short episodes, loaded once, and tables of questions over it.

Episodes go by one word each: ferrybook, inkwell, orchardly, lanternfish, quillmail, bakehouse
(a show with times), library (a written interview of the same show) and pebble (an article of
another show).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS
from bot.encoder.bag import Bag
from bot.load import load
from bot.store import MEMORY, Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark import ParameterSet

    from bot.dialogue import Answer, Citation
    from bot.questions.base import Asked

DATA = Path(__file__).parent / "data"
CATALOGUE = DATA / "catalogue"
SHORT = "ferrybook inkwell orchardly lanternfish quillmail bakehouse library pebble".split()
TODAY = date(2021, 12, 20)


@dataclass(frozen=True)
class Library:
    """A loaded catalogue that can be asked."""

    store: Store
    asker: Asker

    @classmethod
    def of(cls, folder: Path) -> Library:
        """Load a folder into memory, with the bundled vocabulary and without any extra."""
        store = Store.open(MEMORY, encoder=Bag())
        report = load(store, (str(folder),), seeds=BUNDLED_SEEDS)
        assert report.rejected == []
        return cls(store, Asker(store, TODAY))

    def ask(self, *questions: str) -> Answer:
        """The answer to the last question, each asked after the one before it."""
        return self._ask(questions)[0]

    def understand(self, *questions: str) -> Asked:
        """What the last question was understood as."""
        return self._ask(questions)[1]

    def shape(self, question: str) -> str:
        """The shape of a question: its names as placeholders."""
        return self.understand(question).utterance.shape

    def _ask(self, questions: Iterable[str]) -> tuple[Answer, Asked]:
        answer, asked = None, None
        for question in questions:
            answer, asked = self.asker.ask(question, asked)
        assert answer is not None
        assert asked is not None
        return answer, asked


def short(citations: Iterable[Citation]) -> list[str]:
    """Episodes by the one word they go by, in order."""
    return [next(word for word in SHORT if word in each.slug) for each in citations]


def claimed(answer: Answer) -> set[str]:
    """The episodes that an answer claims."""
    return set(short(answer.episodes))


def aside(answer: Answer) -> dict[str, str | None]:
    """The episodes that an answer shows apart, with what it says of them."""
    names = short(answer.related)
    return dict(zip(names, (each.note for each in answer.related), strict=True))


def cues(answer: Answer) -> list[tuple[str, int | None]]:
    """The first cue of every episode claimed: its episode and second."""
    return [
        (name, each.cues[0].start)
        for name, each in zip(short(answer.episodes), answer.episodes, strict=True)
        if each.cues
    ]


def table(*rows: tuple[object, ...]) -> list[ParameterSet]:
    """Rows of a table of questions, each named by its first cell."""
    return [pytest.param(*row, id=" + ".join(_words(row[0]))) for row in rows]


def _words(cell: object) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else (str(cell),)
