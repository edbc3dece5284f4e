"""Episodes that meet a condition over technologies: which they are, and with which lines.

What several kinds of question ask for: who, how many, by year, whose advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Stance
from bot.questions.base import STACK_ONLY, best_cues, by_episode, cite
from bot.questions.narrowing import verdicts
from bot.questions.versions import names_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue import Citation, Head, Sighting
    from bot.questions.conditions import Condition, Term

_NOT_USERS = {
    Stance.USED_BEFORE: "used to",
    Stance.PLANS: "plans to",
    Stance.AVOIDS: "says it does not",
}


def other_stances(
    heads: dict[int, Head], users: frozenset[int], sightings: Iterable[Sighting]
) -> list[Citation]:
    """Episodes that used to, plan to, or avoid, each with the line that says so."""
    found: list[Citation] = []
    episodes = by_episode(sightings)
    for stance, note in _NOT_USERS.items():
        for ident, seen in episodes.items():
            if ident in users or ident not in heads:
                continue
            cues = best_cues(seen, (stance,))
            if cues:
                found.append(cite(heads[ident], cues[:1], note=note, stance=stance))
    return found


def matching(
    condition: Condition, heads: dict[int, Head], sightings: tuple[Sighting, ...]
) -> list[int]:
    """Episodes that meet a condition, in the order of the heads."""
    users = _users(sightings)

    def of(group: tuple[Term, ...]) -> frozenset[int]:
        sets = (users.get(tech, frozenset()) for each in group for tech in each.ids)
        return frozenset[int]().union(*sets)

    left = heads.keys() - of(condition.excluded)
    for group in condition.groups:
        left &= of(group)
    return [ident for ident in heads if ident in left]


def in_version(
    episodes: list[int], sightings: Iterable[Sighting], asked: dict[str, str]
) -> list[int]:
    """Those of the episodes with a line that names each version asked for."""
    named = {
        (s.episode, s.technology)
        for s in sightings
        if s.line and s.technology in asked and names_version(s.line.text, asked[s.technology])
    }
    return [i for i in episodes if all((i, technology) in named for technology in asked)]


def _users(sightings: tuple[Sighting, ...]) -> dict[str, frozenset[int]]:
    return {
        tech: frozenset(ident for ident, stance in found.items() if stance is Stance.USES)
        for tech, found in verdicts(sightings).items()
    }


def cite_users(
    heads: dict[int, Head],
    episodes: list[int],
    sightings: tuple[Sighting, ...],
    wanted: frozenset[str],
) -> list[Citation]:
    """Citations of users, those with the plainest line first."""
    return [citation for _, citation in rank_users(heads, episodes, sightings, wanted)]


def rank_users(
    heads: dict[int, Head],
    episodes: list[int],
    sightings: tuple[Sighting, ...],
    wanted: frozenset[str],
) -> list[tuple[float, Citation]]:
    """Users with the weight of their plainest line; 0 where only the tech stack says so."""
    seen = by_episode([s for s in sightings if s.technology in wanted])
    ranked: list[tuple[float, Citation]] = []
    for ident in episodes:
        cues = best_cues(seen[ident], (Stance.USES,)) or best_cues(seen[ident], (Stance.MENTIONS,))
        timed = [s.weight for s in seen[ident] if s.line and s.line.start is not None]
        weight = max(timed, default=0.0)
        note = None if cues else STACK_ONLY
        ranked.append((weight, cite(heads[ident], cues, note=note, stance=Stance.USES)))
    return sorted(ranked, key=lambda each: -each[0])
