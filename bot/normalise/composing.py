"""What a line says in parts: a use in the past here, and there that it is over, or that it holds.

The tables of whole wordings (:mod:`bot.normalise.clause`) are asked first. Where they leave
open what a line means, its parts are looked for, any of which goes with any other
(:mod:`bot.normalise.wordings.composed`): whoever tells that a thing was there, and when that was
or what does its work now, tells of a past use in whatever words.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.model import Stance
from bot.normalise.clause import Reading, is_theirs
from bot.normalise.wordings import composed, lookalikes, plans, sequel, upcoming, uses
from bot.normalise.wordings.parts import MARK

# So many characters of what comes before a comma say when: "In the beginning, it was all §".
_OPENING = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A clause that holds the mark, with those around it.

    Attributes:
        earlier: The clause before, empty when there is none.
        after: The clauses that follow.
    """

    earlier: str
    clause: str
    after: tuple[str, ...]

    @property
    def rest(self) -> str:
        """What follows the mark, up to the end of the second clause after it."""
        return " ".join((self.clause.partition(MARK)[2], *self.after[:2]))


def holds(place: Place) -> bool:
    """Whether what was begun is said to go on: "they started with § and never looked back".

    >>> holds(Place("", "they started with § in 2011 and never looked back", ()))
    True
    >>> holds(Place("", "they started with §", ("but moved to Go and never looked back",)))
    False
    """
    rest = place.rest
    found = composed.HOLDS.search(rest)
    if found is None or composed.LEFT.search(place.clause):
        return False
    return composed.OTHERWISE.search(rest, 0, found.start()) is None


def read_parts(place: Place, main: Reading) -> Reading | None:
    """What the parts of a line say together, where its clause says nothing that excludes it.

    Args:
        place: The clause and those around it.
        main: What the clause was read as.
    """
    reading = _parts(place, main)
    return reading if reading and _may_be(place.clause) else None


def _parts(place: Place, main: Reading) -> Reading | None:
    told = composed.TOLD_ONCE.search(place.clause) is not None
    if (told or _was_reason(place) or _was_there_once(place)) and not lookalikes.NOT_PAST.search(
        place.clause
    ):
        return Reading(Stance.USED_BEFORE, 0.8)
    if _is_planned(place.clause) or _planned_next(place, main):
        return Reading(Stance.PLANS, 0.8)
    return None


def _may_be(clause: str) -> bool:
    """Whether a clause is about their own use and is no wish to leave."""
    excluded = (uses.INDISPENSABLE, plans.LEAVES_LATER, plans.UPGRADE)
    return is_theirs(clause) and not any(table.search(clause) for table in excluded)


def _was_reason(place: Place) -> bool:
    """Whether it went wrong, which is why they went: "they switched because § kept timing out"."""
    went = composed.WENT.search(place.earlier) is not None
    return went and composed.WRONG_WITH_IT.search(place.clause) is not None


def _was_there_once(place: Place) -> bool:
    """Whether it was used, and that is over by the time told or by what came of it."""
    stretch, before, tail = _stretches(place)
    if f"{MARK}'s " in stretch:
        return False
    if not (composed.WAS_SUBJECT.search(stretch) or composed.WAS_OBJECT.search(stretch)):
        return False
    used = composed.USED_SUBJECT.search(stretch) or composed.USED_OBJECT.search(stretch)
    when = " ".join(
        (stretch, before, place.earlier if composed.OF_THAT.match(place.clause) else "")
    )
    over = (
        composed.LONG_OVER.search(when)
        or (used and composed.BEGINNING.search(when))
        or composed.ENDED.search(place.rest)
        or (tail and composed.FOR_LONG.search(stretch))
    )
    return bool(over) and not _goes_on(place, stretch)


def _goes_on(place: Place, stretch: str) -> bool:
    """Whether it is there today, was never used, or was only begun at the time that is told of."""
    excluded = (uses.QUESTION, composed.IS_NOW, composed.NO_USE, composed.BEGUN)
    if any(table.search(stretch) for table in excluded):
        return True
    return uses.ARRIVES.search(place.clause) is not None or holds(place)


def _stretches(place: Place) -> tuple[str, str, str]:
    """What stands between two commas around the mark, what opens the clause, and what follows."""
    pieces = place.clause.split(", ")
    at = next(number for number, piece in enumerate(pieces) if MARK in piece)
    opens = at == 1 and len(pieces[0]) <= _OPENING and composed.OPENING.search(pieces[0])
    return pieces[at], pieces[0] if opens else "", " ".join((*pieces[at + 1 :], *place.after[:2]))


def _is_planned(clause: str) -> bool:
    """Whether a clause that asks nothing says that it is to be taken up."""
    return upcoming.PLANNED.search(clause) is not None and not uses.QUESTION.search(clause)


def _planned_next(place: Place, main: Reading) -> bool:
    """Whether the next clause plans what this names: "§ is out and they can't wait to try it"."""
    following = place.after[0] if place.after else ""
    return (
        main.weight < 0.8
        and sequel.IT_MAY_BE.search(place.clause) is not None
        and upcoming.LIKELY_IT.search(following) is not None
    )
