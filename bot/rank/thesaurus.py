"""From the words of a question to the words of the show notes.

"zero downtime releases" finds "blue / green deploys" because both name one concept of
``seeds/thesaurus.yml``. Every content word is a group of its own; a concept that the question
names adds its other terms at a lower weight, so that a line in the asker's own words always
comes first.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.rank.words import content_words, stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterable

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


class Thesaurus:
    """Concepts, found by any of their terms."""

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._concepts = {concept.id: concept for concept in concepts}

    @cached_property
    def _terms(self) -> dict[str, list[tuple[tuple[str, ...], frozenset[str], str]]]:
        """First content stem -> terms: all stems, content stems, concept."""
        found: dict[str, list[tuple[tuple[str, ...], frozenset[str], str]]] = defaultdict(list)
        for concept in self._concepts.values():
            for term in concept.terms:
                content = frozenset(stem(word) for word in content_words(term))
                whole = tuple(stems(term))
                for first in content or whole[:1]:
                    found[first].append((whole, content or frozenset(whole), concept.id))
        return dict(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every single word that occurs in a term."""
        return frozenset(
            word
            for concept in self._concepts.values()
            for term in (*concept.terms, *concept.weak)
            for word in term.split()
        )

    def named(self, text: str) -> list[Named]:
        """Concepts that a text names, each by its surest term."""
        words = stems(text)
        best: dict[str, Named] = {}
        for place, word in enumerate(words):
            near = frozenset(words[max(0, place - _WINDOW) : place + _WINDOW + 1])
            for whole, content, ident in self._terms.get(word, ()):
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
        own = [
            ((word, COVERED if stem(word) in covered else 1.0),) for word in content_words(text)
        ]
        return (*own, *(self._expansion(each) for each in named))

    def _expansion(self, named: Named) -> Group:
        concept = self._concepts[named.concept]
        weights: dict[str, float] = {}
        for term in concept.terms:
            weights[term] = named.weight
        for term in concept.weak:
            weights.setdefault(term, round(WEAK * named.weight, 3))
        for other in concept.see:
            for term in self._concepts[other].terms if other in self._concepts else ():
                weights.setdefault(term, round(SEE * named.weight, 3))
        return tuple(weights.items())


def _has(words: list[str], whole: tuple[str, ...]) -> bool:
    """Whether a phrase stands in a text, word after word."""
    size = len(whole)
    return any(tuple(words[n : n + size]) == whole for n in range(len(words) - size + 1))


def stemmed_set(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(stem(word) for word in content_words(text))
