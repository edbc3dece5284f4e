"""The nouns of the field: shows, episodes, topics, technologies, and what is said of them.

Everything here is a frozen, slotted dataclass without behaviour beyond small derived
properties; all other layers import from here and this module imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Stance(StrEnum):
    """What an episode says about a technology at one line."""

    USES = "uses"
    USED_BEFORE = "used_before"
    AVOIDS = "avoids"
    PLANS = "plans"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast and how its links are made.

    Attributes:
        id: Short name, ``runninginproduction``.
        permalink: Template with ``{site}``, ``{category}`` and ``{slug}``.
        time_link: Template with ``{url}`` and one of ``{timestamp}`` (``1:02:03``) or
            ``{seconds}``.
        audio: Template of the audio file with ``{slug}`` and ``{number}``, if the show has one.
    """

    id: str
    title: str
    site: str
    permalink: str = "{site}/{category}/{slug}"
    time_link: str = "{url}#{timestamp}"
    audio: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of technology, such as ``database``.

    Attributes:
        name: Plural, as it reads in a sentence: "databases".
        aliases: Lower-case singular phrases people type: "db", "data store".
        parent: Id of the wider category; its technologies include this one's.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Technology:
    """A named tool, library, service or language.

    Attributes:
        id: Canonical tag-like id, ``postgres``, ``c-sharp``.
        name: Official spelling, ``PostgreSQL``.
        aliases: Other spellings, matched without regard to case.
        categories: Category ids, the main one first.
        ambiguous: The name or alias is also an English word; in prose it counts only
            when the spelling or a neighbour decides.
        part_of: Id of the platform this belongs to (``s3`` is part of ``aws``).
        library: People import it into their code rather than run or rent it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    url: str | None = None
    ambiguous: bool = False
    part_of: str | None = None
    library: bool = False


@dataclass(frozen=True, slots=True)
class Guest:
    """A person who speaks in an episode."""

    name: str
    website: str | None = None
    twitter: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One citable line of show notes: a timestamped topic, or a paragraph under a heading.

    Attributes:
        start: Seconds from the beginning, ``None`` where the source has no times.
        text: Plain text, Markdown and Liquid resolved.
        anchor: Heading anchor for lines without a time, ``deployment-process``.
        heading: That heading as text.
    """

    start: int | None
    text: str
    anchor: str | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the show notes.

    Attributes:
        group: ``reference``, ``tech_stack``, ``library`` or ``topic``.
    """

    url: str
    title: str | None = None
    group: str = "reference"


@dataclass(frozen=True, slots=True)
class ParsedEpisode:
    """What one source says about one episode, before any of it is interpreted.

    Attributes:
        path: Where it came from, as the user named it.
        line: 1-based line where the episode starts in that source.
        format: Name of the source format, ``front matter``.
        category: Part of the permalink and kind of episode: ``podcast``, ``interviews``
            or ``articles``.
        duration: Seconds.
        description: Short summary; ``introduction`` is the longer text before the topics.
        tags: The declared tech stack as the source spells it.
    """

    path: str
    line: int
    format: str
    title: str
    show: str | None = None
    category: str = "podcast"
    slug: str | None = None
    number: int | None = None
    guid: str | None = None
    url: str | None = None
    published: date | None = None
    duration: int | None = None
    guests: tuple[Guest, ...] = ()
    description: str | None = None
    introduction: str | None = None
    tags: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    links: tuple[Link, ...] = ()
    audio: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One technology in one place of one episode.

    Attributes:
        technology: Technology id.
        topic: Index into ``Episode.topics``; ``None`` when only the declared tech stack,
            the libraries list or the introduction says so.
        weight: 0..1, how much this line is about the technology (a subject counts more
            than an aside).
        declared: The tech stack of the episode lists it.
    """

    technology: str
    stance: Stance
    topic: int | None = None
    weight: float = 0.5
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A number read from a topic line.

    Attributes:
        metric: ``hosting_cost``, ``requests``, ``servers``, ``users``, ``lines_of_code``,
            ``team``, ``uptime`` ...
        low: Smallest value the line allows, in ``unit``.
        high: Largest value the line allows.
        unit: ``usd``, ``requests``, ``servers`` ...
        period: ``month``, ``day``, ``second`` ... or ``None``.
        topic: Index into ``Episode.topics``, ``None`` for the introduction.
    """

    metric: str
    low: float
    high: float
    unit: str
    period: str | None = None
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode, merged from all its sources and interpreted."""

    show: str
    slug: str
    title: str
    url: str
    category: str = "podcast"
    number: int | None = None
    published: date | None = None
    duration: int | None = None
    guests: tuple[Guest, ...] = ()
    description: str | None = None
    introduction: str | None = None
    names: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    audio: str | None = None


TRAIT = "trait"
"""Category of what describes an app and is no product: "monolith"."""

EVERYDAY = "~"


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea of the field with the words people use for it.

    A concept whose id begins with :data:`EVERYDAY` is a set of ordinary words for one thing.

    Attributes:
        terms: Any of them in a question brings in the others.
        weak: Hints that are brought in but bring in nothing themselves.
        see: Ids of closely related concepts.
    """

    id: str
    terms: tuple[str, ...]
    weak: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


def is_everyday(concept: str) -> bool:
    """Whether the id of a concept is that of a set of ordinary words."""
    return concept.startswith(EVERYDAY)
