"""How sure it is that the best line found answers a question: the measure behind abstaining.

A question that shares words with a line is measured by them. Where short vectors add their points
to every line, something is always near, so more is taken off for what a question does not share
with its best line, a question that only a podcast can answer is told from one for an
encyclopedia, one of the field from one of daily life, and a question of many words is trusted
more, for few words are near to some line by chance. The figures are in ARCHITECTURE.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.rank.relevance import shortfall
from bot.rank.semantic import FIELD, is_summed, part, strongest
from bot.rank.words import content_words, inflections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Hit
    from bot.questions.base import Asked

ABSTAIN_WITHIN = 1.2
"""In an episode that is named, this is enough."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What counts for and against a question being answered, in points of a line's score.

    Attributes:
        least: Below this nothing is claimed.
        unknown: Taken off for each word that neither the show notes nor the thesaurus have.
        scant: Taken off by how many of two telling words the best line does not meet.
        own: Taken off for something of the asker's, of which no guest can speak.
        general: Taken off for a question that asks how a thing is done, or what it is.
        length: Added for each e-fold of the number of words that carry meaning.
        field: Added for each 1.0 by which a question speaks of the field, taken off below 0.
    """

    least: float
    unknown: float
    scant: tuple[float, float, float]
    own: float
    general: float = 0.0
    length: float = 0.0
    field: float = 0.0


BY_WORDS = Measure(least=2.7, unknown=1.0, scant=(0.0, 1.0, 5.0), own=1.0)
"""For scores of words alone, whoever else judges by meaning."""

SUMMED = Measure(
    least=5.0, unknown=1.5, scant=(0.0, 2.0, 2.0), own=8.0, general=4.0, length=3.0, field=20.0
)
"""For scores with points of short vectors in them."""

_MY = rx(r"\bmy (?!own\b)", re.IGNORECASE)
_ASKER = rx(r"\b(?:my|me|i(?!/o))\b", re.IGNORECASE)
_GENERAL = rx(
    r"""
    ^\W*(?:how (?:do|does|to|can|is|are|many|much)|what(?:'s| is| are| does| was)
        |when (?:is|was|does)|where (?:is|can)|why (?:is|are|does)|is|are|can|which)\b
    """,
    re.IGNORECASE,
)
_OF_PEOPLE = rx(
    r"""
    \b(?:they|them|their|you|people|teams?|guests?|folks|companies|shows?|episodes?|apps?
        |(?:any|some|every)(?:one|body))\b
    """,
    re.IGNORECASE,
)


def measure(asked: Asked, hits: Sequence[Hit]) -> Measure:
    """By what it is measured whether lines found answer a question.

    Something in an episode is always nearest to a question, so in one that is named only words
    can tell.
    """
    return SUMMED if is_summed(hits) and not asked.utterance.episodes else BY_WORDS


def sureness(asked: Asked, text: str, hits: Sequence[Hit]) -> float:
    """How surely the best line is about a text."""
    within, by = bool(asked.utterance.episodes), measure(asked, hits)
    words = content_words(text)
    sure = strongest(hits, by_words=within)
    sure -= by.unknown * sum(not any(map(asked.lexicon.known, inflections(w))) for w in words)
    if hits and not within:
        names = " ".join(asked.utterance.names[each].surface for each in asked.utterance.of("T"))
        sure -= by.scant[shortfall(text, hits[0], asked.lexicon.thesaurus, names)]
    if by is BY_WORDS:
        return sure - by.own * bool(_MY.search(text))
    sure += by.length * log(max(1, len(words))) - by.own * bool(_ASKER.search(asked.text))
    sure += by.field * (part(hits[0], FIELD) or 0.0)
    return sure - by.general * is_general(asked.text)


def is_general(question: str) -> bool:
    """Whether a question is one for an encyclopedia: it asks of nobody what they did.

    >>> is_general("what is photosynthesis"), is_general("what do they do when a disk dies")
    (True, False)
    """
    return bool(_GENERAL.search(question)) and not _OF_PEOPLE.search(question)
