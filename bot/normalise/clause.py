"""What one clause says of the thing in it, which is replaced by ``§``, whatever is said around it.

The tables (wordings/) are tried in the order in which a wrong claim would hurt most.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.model import Stance
from bot.normalise.wordings import breaks, denials, lookalikes, others, past, plans, uses

# It is part of another word, somebody's experience, or what others use.
_NOT_THEIRS = (others.COMPOUND, others.EXPERIENCE, others.OF_OTHERS, others.OF_VENDORS)


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a line says about what it names.

    Attributes:
        weight: 0..1, how plainly the line says so.
        scope: ``development``, ``production`` or ``staging`` when it only holds there.
    """

    stance: Stance
    weight: float
    scope: str | None = None


def read_clause(clause: str) -> Reading:
    """The main reading of one clause that holds the mark."""
    if not is_theirs(clause):
        return Reading(Stance.MENTIONS, 0.35)
    if plans.LEAVES_LATER.search(clause) or uses.INDISPENSABLE.search(clause):
        return Reading(Stance.USES, 0.8)
    before = past.PAST_USES.search(clause) and not lookalikes.NOT_PAST.search(clause)
    arrives = uses.ARRIVES.search(clause) is not None
    if not (before and past.ENDED.search(clause)):
        denied = _denial(clause)
        if denied:
            return denied
    planned = plans.PLANS.search(clause)
    if before and past.OF_IT.search(clause):
        return Reading(Stance.MENTIONS, 0.45)
    if before and not arrives:
        return Reading(Stance.USED_BEFORE, 0.85)
    if planned:
        upgrade = plans.UPGRADE.search(clause)
        return Reading(Stance.USES, 0.6) if upgrade else Reading(Stance.PLANS, 0.8)
    return _use(clause, arrives=arrives)


def is_theirs(clause: str) -> bool:
    """Whether a clause is about the thing itself, and about what they do with it."""
    return not any(table.search(clause) for table in _NOT_THEIRS)


def _denial(clause: str) -> Reading | None:
    """What a clause denies: the thing, or only something of it or for others."""
    if denials.DENIALS.search(clause):
        if (
            denials.UNTIL.search(clause)
            or denials.OF_IT.search(clause)
            or denials.OF_OTHERS.search(clause)
        ):
            return Reading(Stance.MENTIONS, 0.45)
        return Reading(Stance.AVOIDS, 0.9, scope_of(clause))
    if denials.REJECTIONS.search(clause) and not denials.SUPPOSED.search(clause):
        if denials.NOT_YOURS.search(clause):
            return Reading(Stance.MENTIONS, 0.45)
        return Reading(Stance.AVOIDS, 0.7, scope_of(clause))
    return None


def _use(clause: str, *, arrives: bool) -> Reading:
    """Whether a clause that denies, remembers and plans nothing states a use."""
    if uses.DECIDED.search(clause) and not uses.HYPOTHETICAL.search(clause):
        return Reading(Stance.USES, 0.9, scope_of(clause))
    if uses.TALK.search(clause):
        return Reading(Stance.MENTIONS, 0.35)
    if uses.QUESTION.search(clause):
        if uses.ASKED_HOW.search(clause) and uses.USES_PLAIN.search(clause):
            return Reading(Stance.USES, 0.6, scope_of(clause))
        return Reading(Stance.MENTIONS, 0.35)
    if uses.LIMIT.search(clause):
        return Reading(Stance.MENTIONS, 0.45)
    if uses.USES_PLAIN.search(clause):
        return Reading(Stance.USES, 0.7 if uses.DOUBT.search(clause) else 0.9, scope_of(clause))
    if arrives:
        return Reading(Stance.USES, 0.7 if uses.DOUBT.search(clause) else 0.8, scope_of(clause))
    if uses.USES_LIGHT.search(clause):
        return Reading(Stance.USES, 0.6, scope_of(clause))
    return Reading(Stance.MENTIONS, 0.45)


def scope_of(clause: str) -> str | None:
    """The one environment a clause speaks of; two of them are no restriction."""
    found = breaks.SCOPE.search(clause)
    named = {scope_name(word) for word in breaks.PLACE.findall(clause)}
    if found is None or len(named) != 1:
        return None
    return named.pop()


def scope_name(word: str) -> str:
    """The environment that a word names: "prod", "locally"."""
    lowered = word.lower()
    if lowered.startswith("prod"):
        return "production"
    return "staging" if lowered == "staging" else "development"
