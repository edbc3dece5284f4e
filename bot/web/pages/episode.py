"""An episode's page: everything the catalogue knows of it, gathered with one look-up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dialogue import Lookup
from bot.digest.content import key_moments
from bot.model import TRAIT, Stance
from bot.questions.base import company
from bot.questions.narrowing import verdicts
from bot.questions.similar import Similar
from bot.web.pages.telling import (
    LABELS,
    Named,
    Spoken,
    category_name,
    category_of,
    root_of,
    spoken,
    telling,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.ask import Asker
    from bot.dialogue import Citation, Evidence, Head, Sighting
    from bot.vocabulary import Vocabulary

MOMENTS = 8
"""Lines that make up the key moments."""

PLAYABLE = "https://"
"""What the page's policy lets it play."""


@dataclass(frozen=True, slots=True)
class Part:
    """One technology of an episode's stack, with the lines that say so.

    Attributes:
        declared: The show itself lists it.
    """

    id: str
    name: str
    declared: bool
    lines: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What an episode says the same of, in one category where that is told apart."""

    stance: Stance
    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An episode with a similar stack.

    Attributes:
        shares: "shares Redis, Stripe and 2 more".
    """

    episode: Named
    shares: str


@dataclass(frozen=True, slots=True)
class EpisodePage:
    """What the page shows.

    Attributes:
        company: Short name of who it is about.
        audio: What the page can play; ``None`` when the show says nothing of it, and where
            nothing has a time, as in a written interview.
        lines: Every line that has a time; those without, where none has.
        introduction: Lines without a time, where others have one.
        stack: What is used and spoken of, by category.
        listed: What is used according to the tech stack alone.
        said: What something else is said of.
        questions: What one may ask next.
    """

    head: Head
    company: str
    audio: str | None
    moments: tuple[Spoken, ...]
    lines: tuple[Spoken, ...]
    introduction: tuple[Spoken, ...]
    stack: tuple[Group, ...]
    listed: tuple[Part, ...]
    said: tuple[Group, ...]
    similar: tuple[Neighbour, ...]
    questions: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many technologies the stack has."""
        return sum(len(group.parts) for group in self.stack) + len(self.listed)


def episode_page(asker: Asker, slug: str) -> EpisodePage | None:
    """The page of an episode.

    Args:
        asker: Whose catalogue.
        slug: The episode's.

    Returns:
        ``None`` when there is no such episode.
    """
    lexicon = asker.lexicon()
    head = next((head for head in lexicon.heads.values() if head.slug == slug), None)
    if head is None:
        return None
    evidence = asker.find(Lookup(episodes=frozenset({head.id}), declared=True))
    own = [sighting for sighting in evidence.sightings if sighting.episode == head.id]
    parts = list(_parts(own, lexicon.vocabulary, head))
    used = [part for stance, part in parts if stance is Stance.USES]
    lines = [spoken(line) for line in evidence.lines]
    timed = [line for line in lines if line.start is not None]
    return EpisodePage(
        head=head,
        company=company(head),
        audio=_audio(head) if timed else None,
        moments=_moments(evidence, head),
        lines=tuple(timed or lines),
        introduction=tuple(line for line in lines if line.start is None) if timed else (),
        stack=tuple(_by_category((part for part in used if part.lines), lexicon.vocabulary)),
        listed=tuple(part for part in used if not part.lines),
        said=tuple(_by_stance(parts)),
        similar=tuple(_neighbours(asker, head, evidence)),
        questions=questions(company(head)),
    )


def questions(name: str) -> tuple[str, ...]:
    """What one may ask of an episode.

    >>> questions("Zego")[0]
    'what does Zego run on'
    """
    return (
        f"what does {name} run on",
        f"shows like {name}",
        f"when does the {name} episode talk about deploying?",
        f"best tips from the {name} episode",
    )


def _audio(head: Head) -> str | None:
    """The recording, if the page may play it."""
    return head.audio if head.audio and head.audio.startswith(PLAYABLE) else None


def _moments(evidence: Evidence, head: Head) -> tuple[Spoken, ...]:
    """The lines to jump to; one without a time is none, where others have one."""
    timed = tuple(line for line in evidence.lines if line.start is not None)
    lines = replace(evidence, lines=timed or evidence.lines)
    return tuple(spoken(line) for line in key_moments(lines, head, MOMENTS))


def _parts(
    sightings: Sequence[Sighting], vocabulary: Vocabulary, head: Head
) -> Iterator[tuple[Stance, Part]]:
    """Every technology of an episode with the verdict on it, in the order of the notes."""
    grouped: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        grouped[sighting.technology].append(sighting)
    said = verdicts(sightings)
    for technology, found in grouped.items():
        verdict = said[technology].get(head.id, Stance.MENTIONS)
        declared = any(each.declared for each in found)
        lines = telling(found, verdict)
        yield verdict, Part(technology, vocabulary.name(technology), declared, lines)


def _by_category(parts: Iterable[Part], vocabulary: Vocabulary) -> Iterator[Group]:
    """The technologies that are used, the largest category first and traits last."""
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        groups[root_of(vocabulary, category_of(vocabulary, part.id))].append(part)
    for category in sorted(groups, key=lambda each: (each == TRAIT, -len(groups[each]))):
        yield Group(Stance.USES, category_name(vocabulary, category), tuple(groups[category]))


def _by_stance(parts: Iterable[tuple[Stance, Part]]) -> Iterator[Group]:
    """The technologies of which something else is said."""
    groups: dict[Stance, list[Part]] = defaultdict(list)
    for stance, part in parts:
        groups[stance].append(part)
    for stance, label in LABELS.items():
        if stance is not Stance.USES and groups[stance]:
            yield Group(stance, label, tuple(groups[stance]))


def _neighbours(asker: Asker, head: Head, evidence: Evidence) -> Iterator[Neighbour]:
    """Episodes that share the most telling technologies."""
    # A question made directly, of no words; what any question knows of the catalogue is the same.
    asked = asker.understand("help")
    found = Similar(asked.utterance, asked.lexicon, head.id).answer(evidence)
    for citation in found.episodes:
        yield Neighbour(_cited(citation), citation.note or "")


def _cited(citation: Citation) -> Named:
    return Named(
        citation.slug, citation.company, citation.title, citation.guest, citation.published
    )
