"""From the words of a question to the words of the show notes.

"zero downtime releases" finds "blue / green deploys" because both name one concept of
``seeds/thesaurus.yml``. Every content word is a group of its own; a concept that the question
names adds its other terms at a lower weight, so that a line in the asker's own words always
comes first.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.rank.words import content_words, stem, stems
from bot.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from bot.model import Concept

# Weights against the asker's own word (1.0); calibrated on questions of two authors.
PHRASE = 0.9
LOOSE = 0.7
WORD = 0.55
HINT = 0.25
# A concept's hints, related concepts, and own words that a phrase already stands for.
WEAK = 0.3
SEE = 0.35
COVERED = 0.6
_LONGEST = 6
# Words of a term may stand this many words apart: "a database per customer" is named by
# "every customer gets a database".
_WINDOW = 7

Group = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A concept that a text names.

    Attributes:
        weight: How surely: as a phrase, as its words apart, or by one word.
        words: Stems of the words that name it.
    """

    concept: str
    weight: float
    words: frozenset[str]


class Term(NamedTuple):
    """One way to name a concept.

    Attributes:
        whole: Stems of all its words, in order.
        content: Stems of the words that carry its meaning.
    """

    whole: tuple[str, ...]
    content: frozenset[str]
    concept: str


class Index(Protocol):
    """What is looked up by word or id.

    Made in memory by :class:`Indexed`; a store keeps it and reads only what a question needs.
    """

    @property
    def concepts(self) -> Mapping[str, Concept]:
        """Concepts by id."""
        ...

    @property
    def terms(self) -> Mapping[str, Sequence[Term]]:
        """Terms by the stem of each word that carries their meaning."""
        ...

    @property
    def words(self) -> Container[str]:
        """Every single word that occurs in a term."""
        ...


class Indexed:
    """An index made from the concepts themselves, each part when it is first needed."""

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self.concepts = {concept.id: concept for concept in concepts}

    @cached_property
    def terms(self) -> dict[str, list[Term]]:
        """Terms by the stem of each word that carries their meaning."""
        found: dict[str, list[Term]] = defaultdict(list)
        for concept in self.concepts.values():
            for term in concept.terms:
                content = frozenset(stem(word) for word in content_words(term))
                whole = tuple(stems(term))
                for first in content or whole[:1]:
                    found[first].append(Term(whole, content or frozenset(whole), concept.id))
        return dict(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every single word that occurs in a term."""
        return frozenset(
            word
            for concept in self.concepts.values()
            for term in (*concept.terms, *concept.weak)
            for word in term.split()
        )


class Thesaurus:
    """Concepts, found by any of their terms.

    Args:
        concepts: All of them.
        index: The same, already indexed; used in their place.
    """

    def __init__(self, concepts: Iterable[Concept] = (), *, index: Index | None = None) -> None:
        self._index: Index = index or Indexed(concepts)

    @property
    def words(self) -> Container[str]:
        """Every single word that occurs in a term."""
        return self._index.words

    def named(self, text: str) -> list[Named]:
        """Concepts that a text names, each by its surest term."""
        words = stems(text)
        best: dict[str, Named] = {}
        for place, word in enumerate(words):
            terms = self._index.terms.get(word)
            if not terms:
                continue
            near = frozenset(words[max(0, place - _WINDOW) : place + _WINDOW + 1])
            for whole, content, ident in terms:
                if not content <= near:
                    continue
                weight = self._weight(words, whole, content)
                if ident not in best or (weight, len(content)) > (
                    best[ident].weight,
                    len(best[ident].words),
                ):
                    best[ident] = Named(ident, weight, content)
        return list(best.values())

    @staticmethod
    def _weight(words: list[str], whole: tuple[str, ...], content: frozenset[str]) -> float:
        if len(content) == 1:
            return WORD if len(whole) == 1 or _has(words, whole) else HINT
        return PHRASE if _has(words, whole) else LOOSE

    def groups(self, text: str) -> tuple[Group, ...]:
        """What to search for: one group a content word, one a concept.

        Returns:
            Groups of ``(phrase, weight)``; the first phrase of a group is its label.
        """
        named = [each for each in self.named(text) if each.weight]
        covered = {w for each in named if len(each.words) > 1 for w in each.words}
        own = [((word, COVERED if stem(word) in covered else 1.0),) for word in content_words(text)]
        return (*own, *(self._expansion(each) for each in named))

    def alternatives(self) -> Iterator[Group]:
        """What each concept in turn brings into a search when a text names it outright."""
        for ident in self._index.concepts:
            yield self._expansion(Named(ident, 1.0, frozenset()))

    def _expansion(self, named: Named) -> Group:
        concepts = self._index.concepts
        concept = concepts[named.concept]
        weights: dict[str, float] = {}
        for term in concept.terms:
            weights[term] = named.weight
        for term in concept.weak:
            weights.setdefault(term, round(WEAK * named.weight, 3))
        for other in concept.see:
            related = concepts.get(other)
            for term in related.terms if related else ():
                weights.setdefault(term, round(SEE * named.weight, 3))
        return tuple(weights.items())


def phrases_by_weight(group: Group) -> dict[float, list[str]]:
    """Weight -> the phrases of a group that have it, heaviest first.

    >>> phrases_by_weight((("ci", 0.9), ("build", 0.3), ("pipeline", 0.9)))
    {0.9: ['ci', 'pipeline'], 0.3: ['build']}
    """
    found: dict[float, list[str]] = {}
    for phrase, weight in sorted(group, key=lambda each: -each[1]):
        found.setdefault(weight, []).append(phrase)
    return found


def _has(words: list[str], whole: tuple[str, ...]) -> bool:
    """Whether a phrase stands in a text, word after word."""
    size = len(whole)
    return any(tuple(words[n : n + size]) == whole for n in range(len(words) - size + 1))


def stemmed_set(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(stem(word) for word in content_words(text))
