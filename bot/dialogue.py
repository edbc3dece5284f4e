"""What passes between a person and the store: a question becomes a lookup, evidence an answer.

``questions`` turns text into a :class:`Question`; its ``lookup`` says what to fetch, the store
returns :class:`Evidence`, and ``answer`` turns that into an :class:`Answer` which ``render``
writes as text, JSON or Block Kit. All of it is plain data, so every step is tested without a
store and without Slack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.timecode import format_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.model import Fact, Guest, Stance

SMALLTALK = frozenset({"help", "thanks", "empty"})
"""Intents of what asks nothing of the episodes, so that nothing can follow up on it."""


class Spared(NamedTuple):
    """A show that a question leaves out, and what it is called."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a question to some episodes.

    Attributes:
        after: First day included.
        before: First day excluded.
        shorter, longer: Bounds of the duration in seconds, both exclusive.
        category: ``podcast``, ``interviews`` or ``articles``.
        slugs: Only these episodes (a guest or a show was named).
        without: Technology ids whose users are left out.
        uses: Technology ids that the episode must use.
        besides: All episodes but these.
        guest: The name that was typed of a guest whose episodes ``slugs`` are.
        phrases: Words of which each must stand exactly so in some line of the episode.
        lacks: Words that no line of the episode may have.
        number: Episode number.
        unknown: Typed filters that name nothing in the catalogue; with one, nothing fits.
    """

    after: date | None = None
    before: date | None = None
    shorter: int | None = None
    longer: int | None = None
    category: str | None = None
    show: str | None = None
    slugs: frozenset[str] = frozenset()
    uses: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    besides: tuple[Spared, ...] = ()
    guest: str | None = None
    phrases: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    number: int | None = None
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is narrowed at all."""
        return self is not NO_FILTERS and self != NO_FILTERS


NO_FILTERS = Filters()
"""Nothing is narrowed, as by most questions, which share it."""


@dataclass(frozen=True, slots=True)
class Head:
    """An episode without its lines: all that filters and headings need."""

    id: int
    slug: str
    title: str
    url: str
    show: str
    category: str
    number: int | None
    published: date | None
    duration: int | None
    guests: tuple[Guest, ...]
    names: tuple[str, ...]
    description: str | None
    audio: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One citable line as stored.

    Attributes:
        episode: Id of its :class:`Head`.
        url: The episode's address at that second or heading.
    """

    id: int
    episode: int
    start: int | None
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of a technology as stored, with its line when there is one."""

    episode: int
    technology: str
    stance: Stance
    weight: float
    declared: bool
    line: Line | None = None


class Hit(NamedTuple):
    """A line found by its words; a higher score is better.

    A tuple, because dozens are made for each search.
    """

    line: Line
    score: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A stored fact with the line that says it."""

    episode: int
    fact: Fact
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class TextQuery:
    """Words to find in lines.

    Attributes:
        terms: Groups of alternatives, each alternative a phrase with its weight; a line
            scores by the groups it meets.
        episodes: Only lines of these episode ids; empty means all.
        limit: Most lines to return.
        text: The words as asked, for a semantic index.
    """

    terms: tuple[tuple[tuple[str, float], ...], ...]
    episodes: frozenset[int] = frozenset()
    limit: int = 50
    text: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a question needs from the store; everything unset is not fetched.

    Attributes:
        technologies: Fetch every sighting of these technology ids.
        declared: Fetch every declared use of any technology (rankings, similarity).
        episodes: Fetch all lines and sightings of these episode ids.
        searches: Fetch the lines that match.
        metrics: Fetch every figure of these metrics.
        phrases: Fetch the lines that have each of these exactly so.
    """

    technologies: frozenset[str] = frozenset()
    declared: bool = False
    episodes: frozenset[int] = frozenset()
    searches: tuple[TextQuery, ...] = ()
    metrics: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the store holds for a lookup; ``heads`` is always the whole catalogue.

    Attributes:
        phrased: Phrase -> lines that have it exactly so, in the order of the catalogue.
    """

    heads: dict[int, Head]
    sightings: tuple[Sighting, ...] = ()
    lines: tuple[Line, ...] = ()
    hits: tuple[tuple[Hit, ...], ...] = ()
    figures: tuple[Figure, ...] = ()
    phrased: dict[str, tuple[Line, ...]] = field(default_factory=dict)


class Cue(NamedTuple):
    """A line of an episode that supports an answer, with the link to its second.

    A tuple, because a dozen are made for each answer.
    """

    start: int | None
    text: str
    url: str
    stance: Stance

    @property
    def timestamp(self) -> str | None:
        """``38:43``, or ``None`` where the line has no time."""
        return None if self.start is None else format_timestamp(self.start)


class Citation(NamedTuple):
    """An episode that an answer names, with the lines that say so, best first.

    Attributes:
        company: Short name of who it is about, "SongRender".
        note: A few words that qualify the claim: "tech stack only", "used to".
    """

    url: str
    slug: str
    title: str
    company: str
    guest: str | None
    published: date | None
    cues: tuple[Cue, ...] = ()
    note: str | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a ranking, comparison or trend: a label, a number, what it counts.

    Attributes:
        cells: What stands in the columns after the label, where these are several; ``detail``
            then says the same in a line.
    """

    label: str
    count: int
    technology: str | None = None
    detail: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question.

    Attributes:
        question: The text as asked.
        intent: Id of the question kind.
        headline: One sentence that carries the answer.
        technologies: Canonical ids, best first where order matters.
        total: The count when the question asks for one, else how many episodes match.
        episodes: Every episode the answer claims, best first.
        related: Episodes shown apart: "used to", "plans to", nearest misses.
        rows: A ranking, comparison or trend behind the headline.
        headings: Headings of the columns of rows with cells.
        did_you_mean: Nearest spellings when something was not understood.
        gap: The question could not be answered; worth recording.
        explain: Says why it ranked so, a line each, for ``--explain``; few ever ask.
    """

    question: str
    intent: str
    headline: str
    technologies: tuple[str, ...] = ()
    total: int | None = None
    episodes: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    rows: tuple[Row, ...] = ()
    headings: tuple[str, ...] = ()
    did_you_mean: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    gap: bool = False
    explain: Callable[[], tuple[str, ...]] = field(default=tuple, compare=False, repr=False)


class Question(Protocol):
    """A parsed question of one kind."""

    @property
    def intent(self) -> str:
        """Id of the kind, ``who_uses``."""
        ...

    @property
    def text(self) -> str:
        """What was asked, as typed."""
        ...

    def lookup(self) -> Lookup:
        """What the store must fetch."""
        ...

    def answer(self, evidence: Evidence) -> Answer:
        """The reply, from evidence alone."""
        ...
