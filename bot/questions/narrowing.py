"""What the filters of a question leave of the catalogue, and how an answer says so."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.model import Stance
from bot.timecode import day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from bot.dialogue import Evidence, Filters, Head, Line, Sighting


def narrowed(evidence: Evidence, filters: Filters) -> dict[int, Head]:
    """The episodes that the filters leave, newest first."""
    if not filters:
        return dict(evidence.heads)
    users = verdicts(evidence.sightings)
    return {
        ident: head
        for ident, head in evidence.heads.items()
        if _passes(head, filters)
        and all(users[tech].get(ident) is Stance.USES for tech in filters.uses)
        and not any(users[tech].get(ident) is Stance.USES for tech in filters.without)
        and all(ident in _saying(evidence, phrase) for phrase in filters.phrases)
        and not any(ident in _saying(evidence, word) for word in filters.lacks)
    }


def _passes(head: Head, filters: Filters) -> bool:
    published, duration = head.published, head.duration
    return (
        not filters.unknown
        and (filters.after is None or (published is not None and published >= filters.after))
        and (filters.before is None or (published is not None and published < filters.before))
        and (filters.shorter is None or (duration is not None and duration < filters.shorter))
        and (filters.longer is None or (duration is not None and duration > filters.longer))
        and (filters.category is None or head.category == filters.category)
        and (filters.show is None or head.show == filters.show)
        and (not filters.slugs or head.slug in filters.slugs)
        and all(head.slug != spared.slug for spared in filters.besides)
        and (filters.number is None or head.number == filters.number)
    )


def _saying(evidence: Evidence, phrase: str) -> frozenset[int]:
    """Episodes with a line that has a phrase."""
    return frozenset(line.episode for line in evidence.phrased.get(phrase, ()))


def saying_all(evidence: Evidence, filters: Filters) -> list[Line]:
    """Lines that have every phrase that was quoted."""
    lines = [evidence.phrased.get(phrase, ()) for phrase in filters.phrases]
    first = lines[0] if lines else ()
    return [line for line in first if all(line in others for others in lines[1:])]


def verdicts(sightings: Iterable[Sighting]) -> dict[str, dict[int, Stance]]:
    """Technology -> episode -> what the episode as a whole says of it."""
    found: dict[str, dict[int, Stance]] = defaultdict(dict)
    for sighting in sightings:
        if sighting.line is None:
            found[sighting.technology][sighting.episode] = sighting.stance
    return found


def scope(filters: Filters, name: Callable[[str], str]) -> str:
    """The filters in words, to say what was counted: " (in 2020)", " (under 45 minutes)".

    Args:
        filters: What narrows a question.
        name: Technology id -> its official spelling.
    """
    parts = [
        *_days(filters),
        *_length(filters),
        *_sort(filters),
        *([f"with {' and '.join(map(name, filters.uses))}"] if filters.uses else ()),
        *([f"without {' or '.join(map(name, filters.without))}"] if filters.without else ()),
        *(
            [f"besides {' and '.join(each.name for each in filters.besides)}"]
            if filters.besides
            else ()
        ),
        *(f"with the words “{phrase}”" for phrase in filters.phrases),
        *(f"without the word “{word}”" for word in filters.lacks),
        *(f"nothing is known as {typed}" for typed in filters.unknown),
    ]
    return f" ({', '.join(parts)})" if parts else ""


def nothing_left(filters: Filters, name: Callable[[str], str]) -> str:
    """That there is no episode to count among, where that says more than "0 of 0"."""
    return f"There are 0 episodes{scope(filters, name)}."


def _days(filters: Filters) -> Iterator[str]:
    if filters.after and filters.before:
        yield _between(filters.after, filters.before - timedelta(days=1))
    elif filters.after:
        yield f"since {_beginning(filters.after)}"
    elif filters.before:
        yield f"before {_beginning(filters.before)}"


def _length(filters: Filters) -> Iterator[str]:
    if filters.shorter:
        minutes, past = divmod(filters.shorter, 60)
        yield f"up to {minutes} minutes" if past == 1 else f"under {minutes} minutes"
    if filters.longer:
        minutes, short = divmod(filters.longer, 60)
        yield f"at least {minutes + 1} minutes" if short == 59 else f"over {minutes} minutes"


def _sort(filters: Filters) -> Iterator[str]:
    """Whose episodes, which show's, which one, and of what sort."""
    if filters.guest:
        yield f"guest {filters.guest}"
    if filters.show:
        yield f"show {filters.show}"
    if filters.number is not None:
        yield f"number {filters.number}"
    if filters.category:
        yield _SORTS[filters.category]


_SORTS = {
    "interviews": "written interviews only",
    "articles": "articles only",
    "podcast": "recorded episodes only",
}


def _beginning(first: date) -> str:
    """A day, or the year or month that begins with it.

    >>> from datetime import date
    >>> _beginning(date(2020, 1, 1)), _beginning(date(2020, 6, 1)), _beginning(date(2020, 6, 2))
    ('2020', 'June 2020', '2 Jun 2020')
    """
    if first.day > 1:
        return day(first)
    return f"{first:%B %Y}" if first.month > 1 else str(first.year)


def _between(first: date, last: date) -> str:
    """The days from the first to the last, both included, as a year, month or day if they are."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"in {first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first == last:
        return f"on {day(first)}"
    days = monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=days):
        return f"in {first:%B %Y}"
    return f"{day(first)} to {day(last)}"
