"""Kinds of question: each a file with patterns, a lookup and an answer, listed in KINDS.

A question is read once into an :class:`~bot.questions.utterance.Utterance`; the kinds are asked
in order and the first that recognises it answers. The order goes from the most particular
wording to the most general, which is a search for a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.questions import (
    advice,
    compare,
    count,
    described,
    episode,
    figures,
    followup,
    formerly,
    guest,
    moved_from_to,
    not_using,
    planning,
    popular,
    savings,
    search,
    side_by_side,
    similar,
    smalltalk,
    stack,
    trend,
    used_before,
    when,
    who_uses,
    why,
)
from bot.questions.utterance import read

if TYPE_CHECKING:
    from datetime import date

    from bot.questions.base import Asked
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance


class Kind(Protocol):
    """What every file of this package offers."""

    @property
    def NAME(self) -> str:  # noqa: N802 - a module's constant
        """Id of the kind."""
        ...

    @property
    def SUMMARY(self) -> str:  # noqa: N802 - a module's constant
        """What it answers, in a line for the help."""
        ...

    @property
    def EXAMPLES(self) -> tuple[str, ...]:  # noqa: N802 - a module's constant
        """Questions as people type them; they feed the help and the tests."""
        ...

    def parse(self, utterance: Utterance, lexicon: Lexicon, /) -> Asked | None:
        """The question of this kind that an utterance asks, if it does."""
        ...


KINDS: tuple[Kind, ...] = (
    smalltalk,
    why,
    compare,
    trend,
    advice,
    side_by_side,
    similar,
    formerly,
    stack,
    when,
    count,
    popular,
    savings,
    moved_from_to,
    used_before,
    planning,
    figures,
    not_using,
    guest,
    episode,
    who_uses,
    described,
    search,
)

_READ_FIRST = (
    "who_uses search when stack why compare compare_shows popular count trend similar tips"
    " cost_scale savings moved_from_to used_before formerly planning not_using guest episode"
    " described"
).split()


def for_readers() -> list[Kind]:
    """The kinds as a reader wants to meet them; ``KINDS`` is in the order of trying."""
    place = {name: number for number, name in enumerate(_READ_FIRST)}
    return sorted(KINDS, key=lambda kind: place.get(kind.NAME, len(place)))


def parse(text: str, lexicon: Lexicon, today: date, previous: Utterance | None = None) -> Asked:
    """The question that a text asks; one that nothing else fits is answered with help.

    Args:
        text: As typed, Slack markup and all.
        lexicon: Names and words of the catalogue.
        today: For "this year".
        previous: The question before it in the same thread, for fragments.
    """
    question = _understood(read(text, lexicon, today), lexicon, previous)
    if question.filters.phrases and not question.is_whole():
        return _understood(read(text, lexicon, today, spoken=True), lexicon, previous)
    return question


def _understood(utterance: Utterance, lexicon: Lexicon, previous: Utterance | None) -> Asked:
    """The question of the first kind that recognises an utterance."""
    if previous is not None:
        utterance = followup.merge(utterance, previous) or utterance
    question = next(filter(None, (kind.parse(utterance, lexicon) for kind in KINDS)), None)
    question = question or smalltalk.SmallTalk(utterance, lexicon, "empty")
    return smalltalk.between(question, previous)
