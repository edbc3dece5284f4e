"""Short vectors, compared with a question's in plain Python.

Multiplying the question with every line would take longer than all the rest of an answer. So the
signs of the numbers come first: where two vectors differ in few signs they point the same way, and
signs are compared for a whole line in one operation on a long integer. Only the lines that are
nearest by signs, and those found by their words, are multiplied.
"""

from __future__ import annotations

from collections import defaultdict
from operator import mul
from typing import TYPE_CHECKING

from bot.rank.semantic import CONCEPTS, LENGTH, NEAREST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.store.meaning import Stored

# So many lines and concepts are multiplied, nearest by their signs first.
_LINES = 2 * NEAREST
_CONCEPTS = 25
# Bytes without a sign multiply faster: every number is raised by 128, and what that adds to a
# product is taken off again.
_RAISED = bytes((number + 128) % 256 for number in range(256))

Sketch = tuple[int, int]


class Sketched:
    """All vectors of one model, with their signs."""

    def __init__(self, lines: Sequence[Stored], concepts: Mapping[str, bytes]) -> None:
        self._lines = {line.id: line for line in lines}
        self._signs = [(_signs(line.vector), line.id) for line in lines]
        self._within: dict[int, list[Sketch]] = defaultdict(list)
        for line, sketch in zip(lines, self._signs, strict=True):
            self._within[line.episode].append(sketch)
        self._concepts = list(concepts.items())
        self._signs_of_concepts = [
            (_signs(vector), place) for place, (_, vector) in enumerate(self._concepts)
        ]

    def compare(
        self, vector: bytes, episodes: frozenset[int], others: Iterable[int]
    ) -> dict[int, tuple[float, float]]:
        """Cosine and meaning of the nearest lines and of some others, by line."""
        if not any(vector):
            return {}
        lines = self._signs
        if episodes:
            lines = [line for episode in sorted(episodes) for line in self._within[episode]]
        near = _nearest(_signs(vector), lines, _LINES)
        known = [ident for ident in others if ident in self._lines]
        values = self._values(vector, dict.fromkeys([*near, *known]))
        best = sorted(values, key=lambda ident: -values[ident][1])[:NEAREST]
        return {ident: values[ident] for ident in dict.fromkeys([*best, *known])}

    def _values(self, vector: bytes, idents: Iterable[int]) -> dict[int, tuple[float, float]]:
        """Cosine and meaning by line."""
        cosine = _against(vector)
        near = _nearest(_signs(vector), self._signs_of_concepts, _CONCEPTS)
        concepts = {name: cosine(other) for name, other in map(self._concepts.__getitem__, near)}
        values: dict[int, tuple[float, float]] = {}
        for ident in idents:
            line = self._lines[ident]
            own = cosine(line.vector)
            lent = max([concepts[name] for name in line.concepts if name in concepts], default=0.0)
            values[ident] = (own, own + CONCEPTS * max(0.0, lent))
        return values


def _signs(vector: bytes) -> int:
    """The signs of a packed vector, each in a byte of its own."""
    mask = int.from_bytes(b"\x80" * len(vector), "big")
    return int.from_bytes(vector, "big") & mask


def _nearest(signs: int, sketches: Iterable[Sketch], count: int) -> list[int]:
    """What differs in the fewest signs, best first."""
    ranked = sorted([((other ^ signs).bit_count(), ident) for other, ident in sketches])
    return [ident for _, ident in ranked[:count]]


def _against(vector: bytes) -> Callable[[bytes], float]:
    """Tells the cosine of any other vector with this one."""
    question = list(memoryview(vector).cast("b"))
    surplus = 128 * sum(question)

    def cosine(other: bytes) -> float:
        product: int = sum(map(mul, question, other.translate(_RAISED)))
        return (product - surplus) / LENGTH**2

    return cosine
