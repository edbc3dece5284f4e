"""What all kinds of question share: narrowing, citing, choosing the line that says it best."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Citation, Cue, Filters, Lookup
from bot.model import Stance
from bot.questions.narrowing import scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogue import Evidence, Head, Hit, Line, Sighting
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

    def is_whole(self) -> bool:
        """Whether it asks something even without the words that were quoted in it."""
        return True

    def otherwise(self) -> Asked | None:
        """What to ask instead when this question finds nothing."""
        return None

    def lookup(self) -> Lookup:
        """What the kind itself needs to know."""
        return Lookup()

    def needs(self) -> Lookup:
        """What the store must fetch: what the kind needs, and what decides the filters."""
        wanted, filters = self.lookup(), self.filters
        if not filters:
            return wanted
        return replace(
            wanted,
            technologies=wanted.technologies.union(filters.uses, filters.without),
            phrases=(*filters.phrases, *filters.lacks),
        )

    def answer(self, evidence: Evidence) -> Answer:
        """The reply of the kind, from evidence alone."""
        raise NotImplementedError

    def reply(self, evidence: Evidence) -> Answer:
        """The answer, with the lines first that have the words that were quoted."""
        answer = self.answer(evidence)
        if not self.filters.phrases:
            return answer
        if not answer.episodes and not answer.rows:
            unquoted = self.text.replace('"', " ").replace("“", " ").replace("”", " ")
            return replace(answer, suggestions=(" ".join(unquoted.split()),))
        return quoting(answer, evidence, self.filters.phrases)

    def found(self, headline: str, episodes: Sequence[Citation]) -> Answer:
        """An answer that claims episodes, about the technologies named; without any it is a gap."""
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=headline,
            technologies=tuple(self.utterance.technologies),
            total=len(episodes),
            episodes=tuple(episodes),
            did_you_mean=guesses(self),
            gap=not episodes,
        )

    def nothing(self, headline: str, related: tuple[Citation, ...] = ()) -> Answer:
        """An answer that claims nothing, and says why."""
        return Answer(self.text, self.intent, headline, total=0, related=related, gap=True)

    def name(self, technology: str) -> str:
        """The official spelling of a technology."""
        return self.lexicon.vocabulary.name(technology)

    @property
    def scope(self) -> str:
        """What narrows it, in words: " (in 2020)"; empty when nothing does."""
        return scope(self.filters, self.name)


def quoting(answer: Answer, evidence: Evidence, phrases: Sequence[str]) -> Answer:
    """An answer whose lines have the phrases wherever the episodes have such lines.

    A line that was found anyway and has one comes first; where there is none, the line that has
    it follows the line that answers, for it is why the episode is named.
    """
    said: dict[str, list[Line]] = defaultdict(list)
    for phrase in phrases:
        for line in evidence.phrased.get(phrase, ()):
            said[evidence.heads[line.episode].url].append(line)
    return replace(answer, episodes=tuple(_quoting(c, said[c.url]) for c in answer.episodes))


def _quoting(citation: Citation, lines: Sequence[Line]) -> Citation:
    """A citation with these lines of its episode among its cues."""
    places = dict.fromkeys((line.start, line.text) for line in lines)
    found = [each for each in citation.cues if (each.start, each.text) in places]
    others = [each for each in citation.cues if each not in found]
    added = [] if found else [cue(line) for line in lines[:1]]
    cues = (*found, *others[:1], *added, *others[1:])
    return citation._replace(cues=cues[:MOST_CUES]) if cues != citation.cues else citation


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
    best: dict[int, Cue] = {}
    for sighting in sorted(lines, key=_plainest):
        assert sighting.line is not None
        if sighting.line.id not in best:
            best[sighting.line.id] = cue(sighting.line, sighting.stance)
    return list(best.values())


def _plainest(sighting: Sighting) -> tuple[bool, float, int]:
    """Lines with a second first, then the plainest, then the earliest."""
    start = sighting.line.start if sighting.line else None
    return start is None, -sighting.weight, start or 0


def reasons(ranked: Iterable[tuple[float, Citation]]) -> tuple[str, ...]:
    """Why citations stand in their order: how plainly, 0 to 1, each one's best line says so."""
    return tuple(
        f"{weight:.2f} {citation.company}: {_told(citation) or citation.note or ''}"
        for weight, citation in ranked
    )


def scores(hits: Iterable[Hit]) -> tuple[str, ...]:
    """Why lines stand in their order: their scores, and what these are made of."""
    return tuple(f"{hit.score:.2f} {hit.line.text} {dict(hit.parts)}" for hit in hits)


def _told(citation: Citation) -> str:
    return " ".join(part for cue in citation.cues[:1] for part in (cue.timestamp, cue.text) if part)


def by_episode(sightings: Iterable[Sighting]) -> dict[int, list[Sighting]]:
    """Sightings grouped by episode."""
    found: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        found[sighting.episode].append(sighting)
    return found


def cite_hits(heads: dict[int, Head], hits: Sequence[Hit], limit: int) -> list[Citation]:
    """Episodes of found lines in the order of their best line."""
    grouped: dict[int, list[Line]] = {}
    for hit in hits:
        if hit.line.episode in heads:
            grouped.setdefault(hit.line.episode, []).append(hit.line)
    return [
        cite(heads[ident], [cue(line) for line in lines])
        for ident, lines in islice(grouped.items(), limit)
    ]


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


def guesses(asked: Asked) -> tuple[str, ...]:
    """Names whose spelling was mended, so that the answer can say so."""
    return tuple(
        asked.name(name.ids[0])
        for name in asked.utterance.names.values()
        if name.guessed and name.kind == "T"
    )
