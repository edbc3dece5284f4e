"""An Answer as JSON: the shape that scripts, tests and ``--batch`` rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from bot.render.text import to_text

if TYPE_CHECKING:
    from bot.dialogue import Answer, Citation, Cue


class CueJson(TypedDict):
    """One line of an episode."""

    start: int | None
    timestamp: str | None
    text: str
    url: str
    stance: str


class EpisodeJson(TypedDict):
    """One episode with the lines that support the answer, best first."""

    url: str
    title: str
    guest: str | None
    published: str | None
    cues: list[CueJson]


class AnswerJson(TypedDict):
    """The whole answer; ``text`` is the same as :func:`bot.render.to_text` gives."""

    question: str
    intent: str
    text: str
    technologies: list[str]
    total: int | None
    episodes: list[EpisodeJson]
    related: list[EpisodeJson]
    did_you_mean: list[str]


def to_json(answer: Answer) -> AnswerJson:
    """The answer as plain values that ``json.dumps`` takes."""
    return {
        "question": answer.question,
        "intent": answer.intent,
        "text": to_text(answer),
        "technologies": list(answer.technologies),
        "total": answer.total,
        "episodes": [_episode(citation) for citation in answer.episodes],
        "related": [_episode(citation) for citation in answer.related],
        "did_you_mean": list(answer.did_you_mean),
    }


def _episode(citation: Citation) -> EpisodeJson:
    return {
        "url": citation.url,
        "title": citation.title,
        "guest": citation.guest,
        "published": citation.published.isoformat() if citation.published else None,
        "cues": [_cue(cue) for cue in citation.cues],
    }


def _cue(cue: Cue) -> CueJson:
    return {
        "start": cue.start,
        "timestamp": cue.timestamp,
        "text": cue.text,
        "url": cue.url,
        "stance": cue.stance.value,
    }
