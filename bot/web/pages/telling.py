"""What a page tells of lines and technologies: the same words on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Stance
from bot.questions.base import company, guests
from bot.timecode import format_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.dialogue import Head, Line, Sighting
    from bot.vocabulary import Vocabulary

OTHER = "other"
"""What has no category."""

LABELS = {
    Stance.USES: "Uses",
    Stance.USED_BEFORE: "Used before",
    Stance.PLANS: "Plans to use",
    Stance.AVOIDS: "Does without",
    Stance.MENTIONS: "Talks about",
}
"""What an episode says of a technology, in the order in which it matters."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as a page shows it.

    Attributes:
        start: Seconds, ``None`` where the line has no time.
        time: ``38:43``, empty where the line has no time.
        url: Where the show's own page plays it.
        said: What the line says of the technology it stands under; empty when that goes
            without saying.
    """

    id: int
    start: int | None
    time: str
    text: str
    url: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """An episode as other pages name it."""

    slug: str
    company: str
    title: str
    guests: str | None
    published: date | None


def spoken(line: Line, said: str = "") -> Spoken:
    """A stored line for a page."""
    time = "" if line.start is None else format_timestamp(line.start)
    return Spoken(line.id, line.start, time, line.text, line.url, said)


def named(head: Head) -> Named:
    """An episode for another page."""
    return Named(head.slug, company(head), head.title, guests(head), head.published)


def telling(sightings: Iterable[Sighting], verdict: Stance) -> tuple[Spoken, ...]:
    """The lines of one episode on one technology, those that make the verdict first.

    Args:
        sightings: Of one episode and one technology.
        verdict: What the episode as a whole says; lines that say something else are marked.

    Returns:
        Lines that can be played, where there are any; else those without a time.
    """
    lined = sorted(
        ((each.line, each) for each in sightings if each.line is not None),
        key=lambda pair: (pair[1].stance is not verdict, -pair[1].weight, pair[0].start or 0),
    )
    timed = [pair for pair in lined if pair[0].start is not None]
    lines: dict[int, Spoken] = {}
    for line, sighting in timed or lined:
        said = "" if sighting.stance in {verdict, Stance.MENTIONS} else LABELS[sighting.stance]
        lines.setdefault(line.id, spoken(line, said))
    return tuple(lines.values())


def category_of(vocabulary: Vocabulary, technology: str) -> str:
    """Id of the main category of a technology."""
    known = vocabulary.technologies.get(technology)
    return known.categories[0] if known and known.categories else OTHER


def root_of(vocabulary: Vocabulary, category: str) -> str:
    """Id of the widest category around one.

    >>> from bot.model import Category
    >>> from bot.vocabulary import Vocabulary
    >>> root_of(Vocabulary((), [Category("a", "a"), Category("b", "b", parent="a")]), "b")
    'a'
    """
    return [OTHER, *vocabulary.ancestors(category)][-1]


def category_name(vocabulary: Vocabulary, category: str) -> str:
    """Name of a category, as a heading has it.

    >>> from bot.vocabulary import Vocabulary
    >>> category_name(Vocabulary(), "other")
    'Other'
    """
    known = vocabulary.categories.get(category)
    name = known.name if known else OTHER
    return name[:1].upper() + name[1:]
