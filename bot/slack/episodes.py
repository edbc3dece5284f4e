"""What a button asks of an episode: its neighbours, its stack, its key moments, itself.

A button knows which episode it stands beside, so nothing has to be understood: the question is
made directly instead of from words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue import Answer
from bot.digest.content import key_moments, lookup
from bot.questions.base import cite, company, cue, guests
from bot.questions.episode import EpisodeQuestion
from bot.questions.similar import Similar
from bot.questions.stack import StackOf
from bot.render.request import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.ask import Asker
    from bot.dialogue import Head
    from bot.questions.base import Asked
    from bot.render.request import Request

MOMENTS = 8
"""Lines that make up the key moments of an episode."""


def answer(asker: Asker, request: Request, generation: int | None = None) -> Answer:
    """The answer to a request of any kind.

    Args:
        asker: Whoever answers today.
        request: What is asked.
        generation: Of the catalogue, if it was just asked for.
    """
    if request.kind is Kind.ASK:
        return asker.ask(request.text, asker.follow(request.previous), generation)[0]
    head = find(asker.lexicon().heads.values(), request.text)
    if head is None:
        return Answer(request.text, "empty", "That episode is no longer in the catalogue.")
    if request.kind is Kind.MOMENTS:
        return _key_moments(asker, head)
    asked = asker.understand("help")
    question = _QUESTIONS[request.kind](asked, head)
    found = question.answer(asker.find(question.lookup()))
    return replace(found, question=f"{_SAID[request.kind]} {company(head)}")


def find(heads: Iterable[Head], key: str) -> Head | None:
    """The episode with a slug or an address."""
    return next((head for head in heads if key in {head.slug, head.url}), None)


def _key_moments(asker: Asker, head: Head) -> Answer:
    evidence = asker.find(lookup(head))
    cues = tuple(cue(line) for line in key_moments(evidence, head, MOMENTS))
    who = f" with {guests(head)}" if head.guests else ""
    return Answer(
        question=f"key moments of {company(head)}",
        intent="moments",
        headline=f"Key moments of “{head.title}”{who}."
        if cues
        else f"“{head.title}”{who} has no lines to jump to.",
        total=1,
        episodes=(cite(head)._replace(cues=cues),),
    )


def _similar(asked: Asked, head: Head) -> Asked:
    return Similar(asked.utterance, asked.lexicon, head.id)


def _stack(asked: Asked, head: Head) -> Asked:
    return StackOf(asked.utterance, asked.lexicon, (head.id,))


def _episode(asked: Asked, head: Head) -> Asked:
    return EpisodeQuestion(asked.utterance, asked.lexicon, "all", None, (head.id,))


_QUESTIONS: dict[Kind, Callable[[Asked, Head], Asked]] = {
    Kind.SIMILAR: _similar,
    Kind.STACK: _stack,
    Kind.EPISODE: _episode,
}
_SAID = {Kind.SIMILAR: "episodes like", Kind.STACK: "stack of", Kind.EPISODE: "episode of"}
