"""What all kinds of question share: narrowing, citing, choosing the line that says it best."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Citation, Cue, Filters, Lookup
from bot.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.dialogue import Answer, Evidence, Head, Hit, Line, Sighting
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

# Most cues that one citation carries; the first is the answer, the others are context.
MOST_CUES = 5
# Weight of a technology that the episode's own tech stack lists.
TAGGED = 1.0
STACK_ONLY = "listed in the tech stack"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of some kind: the utterance, and the names it may be about."""

    utterance: Utterance
    lexicon: Lexicon = field(repr=False, compare=False)

    intent: ClassVar[str] = ""

    @property
    def text(self) -> str:
        """What was asked, as typed."""
        return self.utterance.raw

    @property
    def filters(self) -> Filters:
        """What narrows the question."""
        return self.utterance.filters

    def filter_technologies(self) -> frozenset[str]:
        """Technologies whose sightings the filters need."""
        return frozenset((*self.filters.uses, *self.filters.without))

    def otherwise(self) -> Asked | None:
        """What to ask instead when this question finds nothing."""
        return None

    def lookup(self) -> Lookup:
        """What the store must fetch."""
        return Lookup(technologies=self.filter_technologies())

    def answer(self, evidence: Evidence) -> Answer:
        """The reply, from evidence alone."""
        raise NotImplementedError

    def name(self, technology: str) -> str:
        """The official spelling of a technology."""
        return self.lexicon.vocabulary.name(technology)


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
        and (filters.number is None or head.number == filters.number)
    )


def verdicts(sightings: Iterable[Sighting]) -> dict[str, dict[int, Stance]]:
    """Technology -> episode -> what the episode as a whole says of it."""
    found: dict[str, dict[int, Stance]] = defaultdict(dict)
    for sighting in sightings:
        if sighting.line is None:
            found[sighting.technology][sighting.episode] = sighting.stance
    return found


def company(head: Head) -> str:
    """Who the episode is about, as its title names it; else the title."""
    return next((name for name in head.names if name in head.title), head.title)


def guests(head: Head) -> str | None:
    """The guests' names, joined."""
    return " and ".join(guest.name for guest in head.guests) or None


def cite(
    head: Head, cues: Iterable[Cue] = (), *, note: str | None = None, stance: Stance | None = None
) -> Citation:
    """An episode as an answer names it; lines without a second only where none has one."""
    found = list(cues)
    timed = [each for each in found if each.start is not None]
    return Citation(
        url=head.url,
        slug=head.slug,
        title=head.title,
        company=company(head),
        guest=guests(head),
        published=head.published,
        cues=tuple(timed or found)[:MOST_CUES],
        note=note,
        stance=stance,
    )


def cue(line: Line, stance: Stance = Stance.MENTIONS) -> Cue:
    """A stored line as a cue."""
    return Cue(line.start, line.text, line.url, stance)


def best_cues(
    sightings: Iterable[Sighting], stances: Iterable[Stance] = (Stance.USES,)
) -> list[Cue]:
    """Lines of one episode with one of these stances, the plainest first."""
    wanted = frozenset(stances)
    lines = [s for s in sightings if s.line is not None and s.stance in wanted]
    ranked = sorted(lines, key=_plainest)
    seen: set[int] = set()
    cues = []
    for sighting in ranked:
        assert sighting.line is not None
        if sighting.line.id not in seen:
            seen.add(sighting.line.id)
            cues.append(cue(sighting.line, sighting.stance))
    return cues


def _plainest(sighting: Sighting) -> tuple[bool, float, int]:
    """Lines with a second first, then the plainest, then the earliest."""
    start = sighting.line.start if sighting.line else None
    return start is None, -sighting.weight, start or 0


def reasons(ranked: Iterable[tuple[float, Citation]]) -> tuple[str, ...]:
    """Why citations stand in their order: how plainly, from 0 to 1, each one's best line says so."""
    return tuple(
        f"{weight:.2f} {citation.company}: {_told(citation) or citation.note or ''}"
        for weight, citation in ranked
    )


def _told(citation: Citation) -> str:
    return " ".join(part for cue in citation.cues[:1] for part in (cue.timestamp, cue.text) if part)


def by_episode(sightings: Iterable[Sighting]) -> dict[int, list[Sighting]]:
    """Sightings grouped by episode."""
    found: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        found[sighting.episode].append(sighting)
    return found


def cite_hits(
    heads: dict[int, Head], hits: Sequence[Hit], limit: int, *, stance: Stance = Stance.MENTIONS
) -> list[Citation]:
    """Episodes of found lines in the order of their best line."""
    grouped: dict[int, list[Cue]] = {}
    for hit in hits:
        if hit.line.episode in heads:
            grouped.setdefault(hit.line.episode, []).append(cue(hit.line, stance))
    return [cite(heads[ident], cues) for ident, cues in list(grouped.items())[:limit]]


def listing(names: Sequence[str], most: int = 6) -> str:
    """Names in a sentence.

    >>> listing(["a", "b", "c"]), listing(["a", "b", "c"], 2)
    ('a, b and c', 'a, b and 1 more')
    """
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 episode", "7 episodes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def scope(filters: Filters) -> str:
    """The filters in words, to say what was counted: " from 2020", " under 45 minutes"."""
    parts = []
    if filters.after and filters.before:
        parts.append(_between(filters.after, filters.before - timedelta(days=1)))
    elif filters.after:
        parts.append(f"since {filters.after.isoformat()}")
    elif filters.before:
        parts.append(f"before {filters.before.isoformat()}")
    if filters.shorter:
        minutes, past = divmod(filters.shorter, 60)
        parts.append(f"up to {minutes} minutes" if past == 1 else f"under {minutes} minutes")
    if filters.longer:
        minutes, short = divmod(filters.longer, 60)
        parts.append(
            f"at least {minutes + 1} minutes" if short == 59 else f"over {minutes} minutes"
        )
    if filters.category:
        parts.append(
            {"interviews": "written interviews only", "articles": "articles only"}.get(
                filters.category, "recorded episodes only"
            )
        )
    if filters.uses:
        parts.append(f"with {' and '.join(filters.uses)}")
    if filters.without:
        parts.append(f"without {' or '.join(filters.without)}")
    parts += [f"nothing is known as {typed}" for typed in filters.unknown]
    return f" ({', '.join(parts)})" if parts else ""


def _between(first: date, last: date) -> str:
    """The days from the first to the last, both included, as a year, month or day if they are."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"in {first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first == last:
        return f"on {first.isoformat()}"
    days = monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=days):
        return f"in {first.isoformat()[:7]}"
    return f"{first.isoformat()} to {last.isoformat()}"
