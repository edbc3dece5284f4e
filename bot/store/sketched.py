"""Short vectors, compared with a question's in plain Python.

Multiplying the question with every line would take longer than all the rest of an answer. So the
signs of the numbers come first: where two vectors differ in few signs they point the same way, and
signs are compared for a whole line in one operation on a long integer. Only the lines that are
nearest by signs, and those found by their words, are multiplied.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from operator import mul
from typing import TYPE_CHECKING

from bot.rank.semantic import CONCEPTS, LENGTH, NEAREST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.store.meaning import Stored

# So many lines are multiplied, nearest by their signs first.
_AT_MOST = 4 * NEAREST


class Sketched:
    """All vectors of one model, with their signs."""

    def __init__(self, lines: Sequence[Stored], concepts: Mapping[str, bytes]) -> None:
        self._lines = {line.id: line for line in lines}
        self._concepts = concepts
        self._signs = [(line.id, _signs(line.vector)) for line in lines]
        self._within: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for line, signs in zip(lines, self._signs, strict=True):
            self._within[line.episode].append(signs)

    def compare(
        self, vector: bytes, episodes: frozenset[int], others: Iterable[int]
    ) -> dict[int, tuple[float, float]]:
        """Cosine and meaning of the nearest lines and of some others, by line."""
        if not any(vector):
            return {}
        signs = _signs(vector)
        lines = self._signs
        if episodes:
            lines = [line for episode in sorted(episodes) for line in self._within[episode]]
        near = nsmallest(_AT_MOST, lines, key=lambda line: (line[1] ^ signs).bit_count())
        known = [ident for ident in others if ident in self._lines]
        values = self._values(vector, dict.fromkeys([*(ident for ident, _ in near), *known]))
        best = sorted(values, key=lambda ident: -values[ident][1])[:NEAREST]
        return {ident: values[ident] for ident in dict.fromkeys([*best, *known])}

    def _values(self, vector: bytes, idents: Iterable[int]) -> dict[int, tuple[float, float]]:
        """Cosine and meaning by line."""
        question = memoryview(vector).cast("b")
        concepts: dict[str, float] = {}

        def named(concept: str) -> float:
            if concept not in concepts:
                other = self._concepts.get(concept)
                concepts[concept] = 0.0 if other is None else _cosine(question, other)
            return concepts[concept]

        values: dict[int, tuple[float, float]] = {}
        for ident in idents:
            line = self._lines[ident]
            cosine = _cosine(question, line.vector)
            lent = max(map(named, line.concepts), default=0.0)
            values[ident] = (cosine, cosine + CONCEPTS * max(0.0, lent))
        return values


def _signs(vector: bytes) -> int:
    """The signs of a packed vector, each in a byte of its own."""
    mask = int.from_bytes(b"\x80" * len(vector), "big")
    return int.from_bytes(vector, "big") & mask


def _cosine(question: memoryview, other: bytes) -> float:
    product: int = sum(map(mul, question, memoryview(other).cast("b")))
    return product / LENGTH**2
