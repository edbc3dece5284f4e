"""Who does not use, used before, or plans to use: lines found by what they say of a subject.

The subject may be a technology, a category, or any phrase ("automated tests", "an ORM"). For
names the stances were read at load time; for phrases the lines that carry the words are read
now, by the same rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from bot.dialogue import Evidence, Hit, Lookup, TextQuery
from bot.model import Stance
from bot.normalise.stance import readings
from bot.patterns import rx
from bot.questions.base import (
    Asked,
    best_cues,
    by_episode,
    cite,
    counted,
    cue,
    listing,
    reasons,
)
from bot.questions.conditions import term
from bot.questions.narrowing import narrowed, verdicts
from bot.questions.search import instead
from bot.questions.slots import PLACE
from bot.questions.versions import leaves_version, names_version, versions
from bot.rank.words import content_words, locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogue import Answer, Citation, Head, Sighting
    from bot.normalise.clause import Reading
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance
    from bot.vocabulary import Vocabulary

_SCOPED = rx(
    r"""
    \b(?:in|for|during|on)(?: their| the| local)*
    (dev(?:elopment)?|prod(?:uction)?|staging)\b(?: (?:environments?|machines?|setups?)\b)?
    |\b(?:their|the|a|any)(?: local)?
    (dev(?:elopment)?|prod(?:uction)?|staging) (?:environments?|machines?|setups?)\b
    |\b(?:locally|on (?:their|the)(?: own)? (?:laptops?|machines?))\b
    """
)
# The category of tools that are named as the place is.
_ENVIRONMENT = "dev-environment"
_NOISE = frozenset(
    """
    admit admits admitted admitting app apps site sites product business company team works work run
    runs running stuff currently today soon later move moved wants wanted plan plans planning
    planned adopt adopting adopted try trying thinking consider considering future eventually
    someday replace replaced replacing avoid avoids avoided avoiding decided decide against past
    anymore longer previously formerly former originally initially ex old left leave leaving dropped
    drop ditched ditch abandoned abandon switch switched switching migrate migrated away rid quit
    stopped stop setup set day time next stage kept keep tried ages early back somewhere somehow
    altogether entirely completely add adding introduce bring start starting live write writes
    writing written
""".split()
)
# Too little of it, or none at times, is some: "not enough tests", "it isn't always needed".
_IN_PART = rx(
    r"""
    (?:\bnot|n't) (?:(?:too|so|very|all that|quite|nearly) )?(?:enough|many|much)\b
    |n't (?:always|have to|need to)\b
    |\bwithout [^.;]*\b(?:initially|at first|originally)\b
    |\bnot having\b[^.;]*\b(?:before|mistake)\b
    """,
    re.IGNORECASE,
)
_LIMIT = 60
# Tools that lines mostly call by their sort.
_SORTS = frozenset({"spreadsheet"})
# Words that ask for somebody or something, and how long a question without any can be.
_ASKS = rx(
    r"^\W*(?:is|are|was|were|does|do|did|has|have|can)\b"
    r"|\b(?:who\w*|which|what|any\w*|some(?:one|body)|every(?:one|body)"
    r"|shows?|episodes?|guests?|people|folks|companies|apps|sites|teams|users|list|find|name)\b|\?"
)
_TERSE = 7


@dataclass(frozen=True, slots=True)
class StanceQuestion(Asked):
    """Lines that take a stance on a subject.

    Attributes:
        subjects: Technology ids of which any will do.
        phrases: Content words of a subject that is no name, in each of its wordings.
        users_of: Only episodes that use one of these.
        where: Only lines about ``development`` or ``production``.
        names: What the names are called, if there are any.
    """

    subjects: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    users_of: frozenset[str] = frozenset()
    where: str | None = None
    names: str = ""

    def stance(self) -> Stance:
        """The stance asked for."""
        raise NotImplementedError

    def sentence(self) -> str:
        """The verb phrase of the headline: "do not use"."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """What an answer calls the subject."""
        return self.names or " ".join(*self.phrases[:1])

    def lookup(self) -> Lookup:
        """Sightings of the names, lines with the words of the phrase."""
        searches: tuple[TextQuery, ...] = ()
        if self.phrases:
            searches = (TextQuery(self._groups(), limit=_LIMIT, text=self.label),)
        return Lookup(
            technologies=self.subjects | self.users_of,
            searches=searches,
        )

    def _groups(self) -> tuple[tuple[tuple[str, float], ...], ...]:
        """A wording of one is searched word by word, several each as a phrase."""
        if len(self.phrases) == 1:
            return tuple(((word, 1.0),) for word in self.phrases[0])
        return (tuple((" ".join(phrase), 1.0) for phrase in self.phrases),)

    def otherwise(self) -> Asked | None:
        """A search: few statements that sound like this question are one."""
        return instead(self)

    def answer(self, evidence: Evidence) -> Answer:
        """Episodes whose lines take the stance, the plainest line first."""
        heads = narrowed(evidence, self.filters)
        if self.users_of:
            heads = {i: head for i, head in heads.items() if self._uses(i, evidence)}
        found = self._of_names(evidence, heads)
        named = frozenset(citation.url for _, citation in found)
        found += [each for each in self._of_phrase(evidence, heads) if each[1].url not in named]
        found.sort(key=lambda each: -each[0])
        episodes = tuple(citation for _, citation in found)
        answer = self.found(self._headline(episodes, len(heads)), episodes)
        return replace(answer, explain=partial(reasons, found))

    def _headline(self, episodes: tuple[Citation, ...], among: int) -> str:
        where = f" in {self.where}" if self.where else ""
        said = f"they {self.sentence()} {self.label}{where}"
        narrowed = self.scope
        if not episodes:
            return f"No show note{narrowed} says that {said}."
        names = listing([citation.company for citation in episodes])
        return f"{counted(len(episodes), 'episode')} of {among}{narrowed} where {said}: {names}."

    def _uses(self, ident: int, evidence: Evidence) -> bool:
        found = verdicts(evidence.sightings)
        return any(found[tech].get(ident) is Stance.USES for tech in self.users_of)

    def _of_names(self, evidence: Evidence, heads: dict[int, Head]) -> list[tuple[float, Citation]]:
        found, asked = [], versions(self.utterance)
        wanted = [s for s in evidence.sightings if s.technology in self.subjects]
        for ident, seen in by_episode(wanted).items():
            if ident not in heads or self.contradicted(seen):
                continue
            lines = [s for s in seen if s.line is not None and self._in_version(s, asked)]
            if self.where:
                everywhere = not self.limited(seen)
                lines = [s for s in lines if self._said_there(s, everywhere=everywhere)]
            if lines:
                weight = max(s.weight for s in lines)
                cues = best_cues(lines, tuple(Stance))
                found.append((weight, cite(heads[ident], cues, stance=self.said(lines))))
        return found

    def _in_version(self, sighting: Sighting, asked: dict[str, str]) -> bool:
        """Whether a line takes the stance, and on the version asked about."""
        text = sighting.line.text if sighting.line else ""
        version = asked.get(sighting.technology)
        if version is None:
            return self.takes(sighting)
        leaves = self.stance() is Stance.USED_BEFORE and leaves_version(text, version)
        return leaves or (self.takes(sighting) and names_version(text, version))

    def takes(self, sighting: Sighting) -> bool:
        """Whether a line takes the stance asked for."""
        return sighting.stance is self.stance()

    def said(self, lines: Sequence[Sighting]) -> Stance:
        """The stance that an episode's lines, which all take it, are shown with."""
        return self.stance()

    def contradicted(self, seen: list[Sighting]) -> bool:
        """Whether the episode as a whole says otherwise."""
        return False

    def limited(self, seen: list[Sighting]) -> bool:
        """Whether what is said of no place may not hold in each of them."""
        return True

    def _of_phrase(
        self, evidence: Evidence, heads: dict[int, Head]
    ) -> list[tuple[float, Citation]]:
        best: dict[int, list[tuple[float, Hit]]] = {}
        for hit in evidence.hits[0] if evidence.hits else ():
            weight = self._weight(hit.line.text) if hit.line.episode in heads else None
            if weight is not None:
                best.setdefault(hit.line.episode, []).append((weight, hit))
        return [
            (
                max(weight for weight, _ in found),
                cite(
                    heads[ident],
                    [cue(hit.line, self.stance()) for _, hit in sorted(found, key=lambda f: -f[0])],
                    stance=self.stance(),
                ),
            )
            for ident, found in best.items()
        ]

    def _weight(self, text: str) -> float | None:
        """How plainly a line takes the stance on the phrase, in any of its wordings."""
        # Several wordings of a category are often found in the same place.
        places = dict.fromkeys(locate(text, phrase) for phrase in self.phrases)
        if self.stance() is Stance.AVOIDS and _IN_PART.search(text):
            return None
        own = [place for place in places if place and not self._is_of_a_name(text, *place)]
        found = (reading for place in own for reading in readings(text, *place))
        return max(
            (r.weight for r in found if r.stance is self.stance() and self._in_scope(r)),
            default=None,
        )

    def _is_of_a_name(self, text: str, start: int, end: int) -> bool:
        """Whether words are part of what something else is called: "cloud" in "Google Cloud"."""
        return any(
            span.start <= start and end <= span.end and span.end - span.start > end - start
            for span in self.lexicon.vocabulary.find(text)
        )

    def _said_there(self, sighting: Sighting, *, everywhere: bool) -> bool:
        """Whether a line says it of the place asked for, and not of another."""
        text = sighting.line.text if sighting.line else ""
        return any(
            reading.stance is self.stance()
            and (self._there(reading, text) or (everywhere and reading.scope is None))
            for span in self.lexicon.vocabulary.find(text)
            if span.id == sighting.technology
            for reading in readings(text, span.start, span.end)
        )

    def _there(self, reading: Reading, text: str) -> bool:
        """Whether a reading holds there: it says so, or names several places."""
        named = self.where is not None and self.where[:3] in text.lower()
        return reading.scope == self.where or (reading.scope is None and named)

    def _in_scope(self, reading: Reading) -> bool:
        return self.where is None or reading.scope == self.where


def denied_there(
    sightings: Iterable[Sighting], where: str, vocabulary: Vocabulary
) -> frozenset[int]:
    """Episodes with a line that says of one of these technologies that it is not used there.

    Args:
        sightings: Of the technologies asked about.
        where: ``development``, ``production`` or ``staging``.
        vocabulary: Where in a line they stand.
    """
    return frozenset(
        each.episode
        for each in sightings
        if each.line is not None and where[:3] in each.line.text.lower()
        for span in vocabulary.find(each.line.text)
        if span.id == each.technology
        for reading in readings(each.line.text, span.start, span.end)
        if reading.stance is Stance.AVOIDS and reading.scope == where
    )


def is_statement(utterance: Utterance) -> bool:
    """Whether it is told what somebody does rather than asked who does: a line to search for."""
    shape = utterance.shape
    long = len(shape.split()) > _TERSE or "because" in shape
    return long and not utterance.of("T") and not _ASKS.search(shape)


def read_scope(utterance: Utterance) -> tuple[str, str | None]:
    """The shape without "in development", and what was taken out."""
    shape = _with_places_spelt(utterance)
    match = _SCOPED.search(shape)
    if match is None:
        return shape, None
    word = match[1] or match[2] or "development"
    where = (
        "staging"
        if word == "staging"
        else ("production" if word.startswith("prod") else "development")
    )
    return f"{shape[: match.start()]} {shape[match.end() :]}", where


def _with_places_spelt(utterance: Utterance) -> str:
    """The shape with "their dev environment" as a place; it is a kind of tool as well."""
    shape = utterance.shape
    for place in utterance.of("C"):
        if utterance.names[place].ids == (_ENVIRONMENT,):
            shape = re.sub(rf"\btheir {place}\b", "their dev environment", shape)
    return shape


def read_phrase(shape: str) -> tuple[str, ...]:
    """The content words of a subject that is no name."""
    return tuple(word for word in content_words(PLACE.sub(" ", shape)) if word not in _NOISE)


def read_names(
    places: Iterable[str], joint: str, utterance: Utterance, lexicon: Lexicon
) -> tuple[frozenset[str], str]:
    """The technologies of which any will do, and what their names are called.

    Args:
        places: Of the names in the shape.
        joint: What joins them: "or".
        utterance: The question.
        lexicon: What its names mean.
    """
    terms = [term(place, utterance, lexicon) for place in places]
    ids = frozenset(ident for each in terms for ident in each.ids)
    return ids, f" {joint} ".join(each.label for each in terms)


def wordings(
    places: Sequence[str], shape: str, utterance: Utterance, lexicon: Lexicon
) -> tuple[tuple[str, ...], ...]:
    """What to look for in the lines: the words of no name, or all wordings of a category.

    "An ORM" is denied without naming any, "CI" where the question says "continuous
    integration", and an Excel sheet is a spreadsheet.
    """
    if not places:
        phrase = read_phrase(shape)
        return (phrase,) if phrase else ()
    if len(places) != 1:
        return ()
    name = utterance.names[places[0]]
    kind = name.ids[0] if places[0][0] == "C" else _sort_of(name.ids[0], lexicon)
    if kind is None:
        return ()
    category = lexicon.vocabulary.categories[kind]
    found = (tuple(content_words(alias)) for alias in (name.surface.lower(), *category.aliases))
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def _sort_of(tech: str, lexicon: Lexicon) -> str | None:
    """The category that lines name instead of a technology, if it is of such a one."""
    known = lexicon.vocabulary.technologies.get(tech)
    return next((each for each in known.categories if each in _SORTS), None) if known else None
