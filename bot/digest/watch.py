"""What a load brought that somebody waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.dialogue import Cue
from bot.digest.subscription import key_of
from bot.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.dialogue import Evidence, Head, Sighting

NEW_FOR = 14 * 86_400.0
"""Seconds that an episode counts as new: a feed often brings it days before its show notes."""

MOST_AT_ONCE = 5
"""New episodes that one look posts to a channel; more come with a whole new show."""

FIRES = (Stance.USES, Stance.PLANS)


@dataclass(frozen=True, slots=True)
class Fired:
    """An episode that uses or plans a technology.

    Attributes:
        stance: ``USES`` or ``PLANS``.
        cue: The line that says so; ``None`` where only the stack lists it.
    """

    head: Head
    technology: str
    stance: Stance
    cue: Cue | None


def unseen(heads: Iterable[Head], seen: Mapping[str, float]) -> list[Head]:
    """The episodes that were not there at the last look, newest first."""
    new = [head for head in heads if key_of(head) not in seen]
    return sorted(new, key=lambda head: head.published or date.min, reverse=True)


def recent(heads: Iterable[Head], seen: Mapping[str, float], now: float) -> dict[str, float]:
    """The episodes that count as new, each with the time at which it was first seen.

    Args:
        heads: The catalogue.
        seen: Key of an episode -> when it was first seen; 0 for what was there before.
        now: Seconds since 1970.
    """
    first = {key_of(head): seen.get(key_of(head), now) for head in heads}
    return {key: when for key, when in first.items() if when > now - NEW_FOR}


def fired(technology: str, evidence: Evidence) -> list[Fired]:
    """The episodes that, as a whole, use or plan a technology, in the order of the catalogue."""
    said = [each for each in evidence.sightings if each.technology == technology]
    stances = {each.episode: each.stance for each in said if each.line is None}
    return [
        Fired(head, technology, stance, _plainest(said, ident, stance))
        for ident, head in evidence.heads.items()
        if (stance := stances.get(ident)) in FIRES and stance is not None
    ]


def _plainest(said: Sequence[Sighting], episode: int, stance: Stance) -> Cue | None:
    """The line that says it most plainly, one with a second before one without."""
    lines = [
        (each.line.start is None, -each.weight, each.line)
        for each in said
        if each.line is not None and each.episode == episode and each.stance is stance
    ]
    if not lines:
        return None
    _, _, line = min(lines, key=lambda each: each[:2])
    return Cue(line.start, line.text, line.url, stance)
