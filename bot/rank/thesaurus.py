"""From the words of a question to the words of the show notes.

"zero downtime releases" finds "blue / green deploys" because both name one concept of
``seeds/thesaurus.yml``. Every content word is a group of its own; a concept that the question
names adds its other terms at a lower weight, so that a line in the asker's own words always
comes first.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from bot.rank.words import content_words, stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Concept

# Weights of an expansion against the asker's own word (1.0); calibrated on the dev questions.
TERM = 0.45
WEAK = 0.15
SEE = 0.2
_LONGEST = 6

Group = tuple[tuple[str, float], ...]


class Thesaurus:
    """Concepts, found by any of their terms."""

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._concepts = {concept.id: concept for concept in concepts}

    @cached_property
    def _triggers(self) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for concept in self._concepts.values():
            for term in concept.terms:
                key = tuple(stems(term))
                if key and concept.id not in found[key]:
                    found[key].append(concept.id)
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

    def concepts(self, text: str) -> dict[str, int]:
        """Concepts that a text names, with the number of words that name them."""
        words = stems(text)
        found: dict[str, int] = {}
        for start in range(len(words)):
            for count in range(min(_LONGEST, len(words) - start), 0, -1):
                for ident in self._triggers.get(tuple(words[start : start + count]), ()):
                    found[ident] = max(found.get(ident, 0), count)
        return found

    def phrases(self, text: str) -> list[str]:
        """Pieces of a text, of several words, that name a concept."""
        words = text.split()
        return [
            piece
            for start in range(len(words))
            for count in range(2, min(_LONGEST, len(words) - start) + 1)
            if tuple(stems(piece := " ".join(words[start : start + count]))) in self._triggers
        ]

    def groups(self, text: str) -> tuple[Group, ...]:
        """What to search for: one group a content word, one a concept.

        Returns:
            Groups of ``(phrase, weight)``; the first phrase of a group is its label.
        """
        named = self.concepts(text)
        own = [((word, 1.0),) for word in content_words(text)]
        return (*own, *(self._expansion(ident, count) for ident, count in named.items()))

    def _expansion(self, ident: str, count: int) -> Group:
        concept = self._concepts[ident]
        factor = 1.0 if count > 1 else 0.8
        weights: dict[str, float] = {}
        for term in concept.terms:
            weights[term] = TERM * factor
        for term in concept.weak:
            weights.setdefault(term, WEAK * factor)
        for other in concept.see:
            for term in self._concepts[other].terms if other in self._concepts else ():
                weights.setdefault(term, SEE * factor)
        return tuple(weights.items())


def stemmed_set(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(stem(word) for word in content_words(text))
