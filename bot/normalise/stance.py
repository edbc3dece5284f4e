"""What a line says about something it names: used, used before, avoided, planned, or just named.

The rules look at one clause at a time, with the thing in question replaced by ``§``, so that
"Ansible was used in the past but now everything is baked into Packer" says two different
things about two tools. They are tables of patterns (wordings/), tried in the order in
which a wrong claim would hurt most: a denial before a past use, a past use before a plan, a plan
before a use. What matches nothing is a mention, never a use. The same function serves
technologies at load time and free phrases ("automated tests", "an ORM") at question time.

How often the rules are right is measured in tests/normalise/test_stance.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.model import Stance
from bot.normalise.clause import Reading, read_clause, scope_name, scope_of
from bot.normalise.composing import Place, holds, read_parts
from bot.normalise.wordings import breaks, past, plans, sequel, uses
from bot.normalise.wordings.parts import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

# A statement reaches no further than this many characters around the thing.
_REACH = 240
# Places whose readings are kept: questions ask of the same lines again.
_READ = 4096

# What is found wanting is denied less surely than what is said not to be used.
_CERTAIN = 0.8

# What a clause may say of a thing that the next one corrects, and how.
_OPEN = frozenset({Stance.USES, Stance.MENTIONS})
# Where a thing is not used that is only used in the other place.
_ELSEWHERE = {"development": "production", "production": "development"}
_ENDED = frozenset({Stance.AVOIDS, Stance.USED_BEFORE})


def clauses(text: str) -> list[str]:
    """A line in the pieces that each make one statement.

    >>> clauses("Docker is used in production but not development / Postmark sends mail")
    ['Docker is used in production', 'but not development / Postmark sends mail']
    >>> clauses("Docker isn't used / Postmark is used for mail")
    ["Docker isn't used", 'Postmark is used for mail']
    """
    return [piece for piece in (part.strip() for part in breaks.BREAK.split(text)) if piece]


@lru_cache(_READ)
def readings(text: str, start: int, end: int) -> tuple[Reading, ...]:
    """What a line says about what stands at ``text[start:end]``, plainest first.

    Args:
        text: One show-note line, or one sentence of an article.
        start: First character of the thing.
        end: Character after it.

    >>> line = "Docker isn't being used in development"
    >>> readings(line, 0, 6)
    (Reading(stance=<Stance.AVOIDS: 'avoids'>, weight=0.9, scope='development'),)
    >>> readings("Ansible was used in the past but now it is Packer", 0, 7)[0].stance.value
    'used_before'
    """
    return tuple(_read(_place(text, start, end)))


def leaves_later(text: str, start: int, end: int) -> bool:
    """Whether a line says that what stands at ``text[start:end]`` is to be left one day.

    >>> leaves_later("They want to get rid of jQuery", 24, 30)
    True
    """
    return plans.LEAVES_LATER.search(_place(text, start, end).clause) is not None


def _place(text: str, start: int, end: int) -> Place:
    """The clause that holds a thing, which is marked there, and those around it."""
    text = text.replace(MARK, " ").replace("’", "'")
    pieces = clauses(text[max(0, start - _REACH) : start] + MARK + text[end : end + _REACH])
    at = next(number for number, piece in enumerate(pieces) if MARK in piece)
    clause = breaks.APPOSED.sub(MARK, pieces[at]).replace(f"{MARK}'s been ", f"{MARK} has been ")
    earlier = pieces[at - 1] if at else ""
    return Place(earlier, breaks.CONTRAST.sub("", clause), tuple(pieces[at + 1 :]))


def _read(place: Place) -> Iterator[Reading]:
    """Readings of one clause; the clauses after it may take back or add something."""
    clause, after = place.clause, place.after
    contrast = bool(after) and breaks.CONTRAST.match(after[0]) is not None
    following = _next(after)
    if plans.STAYS.search(clause):
        yield Reading(Stance.USES, 0.8)
        return
    answered = _answered(clause, following, " ".join(after[:2]))
    main = answered or read_clause(clause)
    told = answered or _told_of_it(main, clause, after, contrast=contrast)
    told = told or _told_in_parts(main, place)
    if told is not None:
        yield told
        return
    if main.stance is Stance.AVOIDS:
        yield from _denied(main, following)
        return
    if sequel.IS_UNUSED.search(following):
        if main.stance is Stance.PLANS:
            yield main
        yield Reading(Stance.AVOIDS, 0.9, scope_of(following))
        if scope_of(following) is None:
            return
    elif main.stance is not Stance.USED_BEFORE and _is_taken_back(
        main, clause, after, contrast=contrast or _turns(after)
    ):
        main = Reading(Stance.AVOIDS, 0.7)
    yield main
    elsewhere = _not_there(main, clause, after, contrast=contrast)
    if elsewhere:
        yield Reading(Stance.AVOIDS, 0.8, elsewhere)


def _not_there(main: Reading, clause: str, after: tuple[str, ...], *, contrast: bool) -> str | None:
    """The environment in which a thing is not used that is used in another one."""
    if main.stance is not Stance.USES:
        return None
    there = breaks.ONLY_THERE.search(clause)
    elsewhere = _ELSEWHERE.get(scope_name(there[1] or there[2])) if there else None
    if elsewhere:
        return elsewhere
    following = _next(after)
    rest = " ".join((clause, *after[:2]))
    other = sequel.OTHERWISE_THERE.search(following) if contrast else None
    found = sequel.BUT_NOT.search(following) or other or sequel.NEVER_THERE.search(rest)
    place = scope_name(found["place"]) if found else None
    return None if place == main.scope else place


def _denied(main: Reading, following: str) -> Iterator[Reading]:
    """Readings of a denial: the next clause may say that it was used, will be, or is elsewhere."""
    if main.weight < _CERTAIN and sequel.WENT_ELSEWHERE.search(following):
        yield Reading(Stance.USED_BEFORE, 0.85)
        return
    if sequel.NOW_DO.search(following):
        yield Reading(Stance.USES, 0.8)
        return
    if sequel.IT_LATER.search(following):
        yield Reading(Stance.PLANS, 0.8)
    if main.scope and sequel.BUT_IT_IS.search(following):
        yield Reading(Stance.USES, 0.8, scope_of(following))
    yield main


def _answered(clause: str, following: str, answer: str) -> Reading | None:
    """What the next clauses answer, where the thing's own asks."""
    if uses.ASKED.search(clause) and sequel.REMOVED.search(following):
        return Reading(Stance.AVOIDS, 0.7)
    if uses.ASKED_BARELY.search(clause) and sequel.REFUSED.search(answer):
        return Reading(Stance.AVOIDS, 0.7)
    if uses.ASKED_WHETHER.search(clause) and sequel.LOOKED_BUT.search(answer):
        return Reading(Stance.AVOIDS, 0.7)
    asks = uses.QUESTION.search(clause) or uses.ASKED.search(clause)
    if asks and sequel.DENIED.search(following):
        older = uses.VERSION_OF.search(clause)
        return Reading(Stance.USES, 0.6) if older else Reading(Stance.AVOIDS, 0.7)
    if asks and uses.ASKED_TO_COME.search(clause) and sequel.WILLING.search(following):
        return Reading(Stance.PLANS, 0.8)
    asks = uses.YES_OR_NO.search(clause) or uses.ASKED_BARELY.search(clause)
    if asks and sequel.AFFIRMED.search(following):
        return Reading(Stance.USES, 0.8, scope_of(following))
    return None


def _told_of_it(
    main: Reading, clause: str, after: tuple[str, ...], *, contrast: bool
) -> Reading | None:
    """What the next clause says of the thing as "it", where that outweighs the thing's own clause.

    "It" is what the clause before begins or ends with: "Mongo stored it all, it was swapped out".
    """
    if main.stance not in _OPEN:
        return None
    following, later = (breaks.CONTRAST.sub("", each) for each in (*after, "", "")[:2])
    if sequel.HAD_IT.search(clause) and any(map(sequel.LEFT.search, (following, later))):
        return Reading(Stance.USED_BEFORE, 0.85)
    if past.TOO_DEAR.search(clause) and not sequel.STILL.search(" ".join(after[:2])):
        return Reading(Stance.USED_BEFORE, 0.85)
    left_on = contrast and sequel.WAS_ON.search(clause)
    found_wanting = sequel.WAS_THERE.search(clause) and sequel.IT_IS_NOT.search(following)
    if found_wanting or (left_on and not sequel.STILL.search(" ".join(after[:2]))):
        return Reading(Stance.USED_BEFORE, 0.85)
    if sequel.WAS_USED.search(clause) and sequel.OTHER_DOES_IT.search(following):
        return Reading(Stance.USED_BEFORE, 0.85)
    if not sequel.IT_MAY_BE.search(clause):
        return None
    if main.weight < _CERTAIN and sequel.WILL_TRY_IT.search(following):
        return Reading(Stance.PLANS, 0.8)
    if contrast and sequel.BY_HAND.search(following):
        return Reading(Stance.AVOIDS, 0.7)
    spoken = sequel.IT.sub(MARK, following, count=1)
    if spoken == following:
        return None
    read = read_clause(spoken)
    return read if read.stance in _ENDED and read.scope is None else None


def _told_in_parts(main: Reading, place: Place) -> Reading | None:
    """What is told bit by bit of a thing whose clause leaves it open, or that what was still is."""
    if main.stance in _OPEN:
        return read_parts(place, main)
    if main.stance is not Stance.USED_BEFORE:
        return None
    still = sequel.STILL_THERE.search(_next(place.after)) or holds(place)
    return Reading(Stance.USES, 0.8) if still else None


def _next(after: tuple[str, ...]) -> str:
    """The next clause without the word that joins it, such as "but"; empty when there is none."""
    return breaks.CONTRAST.sub("", after[0]) if after else ""


def _turns(after: tuple[str, ...]) -> bool:
    """Whether the second of the next clauses refuses: "because it's nice, but we weren't sure"."""
    return len(after) > 1 and sequel.BUT_REFUSED.match(after[1]) is not None


def _is_taken_back(main: Reading, clause: str, after: tuple[str, ...], *, contrast: bool) -> bool:
    """Whether a next clause refuses what was named: "people ask for X but it isn't supported"."""
    following = _next(after)
    was_to = contrast and sequel.WAS_TO.search(clause)
    if was_to and not sequel.NOT_YET.search(" ".join(after[:2])):
        return True
    vague = main.weight < 0.8 and main.stance in {Stance.MENTIONS, Stance.USES}
    if not vague:
        return False
    passed_over = sequel.HAD_LOOKED.search(clause) and (
        contrast or sequel.CHOSE_OTHER.search(following) or sequel.PUT_OFF.search(following)
    )
    against = any(sequel.AGAINST_IT.search(each) for each in after[:2])
    return bool(passed_over or against or sequel.IT_IS_NOT.search(following))
