"""Short vectors, compared with a question's in plain Python.

Multiplying the question with every line would take longer than all the rest of an answer. So the
signs of the numbers come first: where two vectors differ in few signs they point the same way, and
signs are compared for a whole line in one operation on a long integer. Only the lines that are
nearest by signs, and those found by their words, are multiplied.
"""

from __future__ import annotations

from collections import defaultdict
from math import sqrt
from operator import attrgetter, mul
from typing import TYPE_CHECKING

from bot.rank.semantic import APART, CONCEPTS, LENGTH, NEAREST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.rank.semantic import Apart
    from bot.store.meaning import Stored

# So many lines and concepts are multiplied, nearest by their signs first.
_LINES = 2 * NEAREST
_CONCEPTS = 25
# Bytes without a sign multiply faster: every number is raised by 128, and what that adds to a
# product is taken off again.
_RAISED = bytes((number + 128) % 256 for number in range(256))


class Sketched:
    """All vectors of one model, with their signs."""

    def __init__(self, lines: Sequence[Stored], concepts: Mapping[str, bytes]) -> None:
        self._lines = {line.id: line for line in sorted(lines, key=attrgetter("id"))}
        self._ids = list(self._lines)
        self._signs = [_signs(line.vector) for line in self._lines.values()]
        self._within: dict[int, list[int]] = defaultdict(list)
        for place, line in enumerate(self._lines.values()):
            self._within[line.episode].append(place)
        self._concepts = list(concepts.items())
        self._signs_of_concepts = [_signs(vector) for vector in concepts.values()]

    def compare(
        self,
        vector: bytes,
        episodes: frozenset[int],
        others: Iterable[int],
        apart: Apart | None = None,
    ) -> dict[int, tuple[float, float]]:
        """Cosine and meaning of lines, as :class:`~bot.store.meaning.Meanings` has it."""
        if not any(vector):
            return {}
        ids, signs = self._ids, self._signs
        if episodes:
            places = sorted([place for each in episodes for place in self._within[each]])
            ids, signs = [ids[place] for place in places], [signs[place] for place in places]
        near = [ids[place] for place in _nearest(_signs(vector), signs, _LINES)]
        known = [ident for ident in others if ident in self._lines]
        values = self._values(vector, dict.fromkeys([*near, *known]), apart)
        best = sorted(values, key=lambda ident: -values[ident][1])[:NEAREST]
        return {ident: values[ident] for ident in dict.fromkeys([*best, *known])}

    def _values(
        self, vector: bytes, idents: Iterable[int], apart: Apart | None
    ) -> dict[int, tuple[float, float]]:
        """Cosine and meaning by line."""
        cosine = _against(list(memoryview(vector).cast("b")), LENGTH)
        beside = _beside(apart) if apart else None
        near = _nearest(_signs(vector), self._signs_of_concepts, _CONCEPTS)
        concepts = {name: cosine(other) for name, other in map(self._concepts.__getitem__, near)}
        values: dict[int, tuple[float, float]] = {}
        for ident in idents:
            line = self._lines[ident]
            own = cosine(line.vector)
            meaning = own + CONCEPTS * _best(concepts, line.concepts)
            if beside is not None:
                meaning += APART * max(0.0, beside(line, own))
            values[ident] = (own, meaning)
        return values


def _best(cosines: Mapping[str, float], named: Sequence[str]) -> float:
    """The best cosine of the concepts that a line names, 0 if none is near."""
    best = 0.0
    for name in named:
        if name in cosines and cosines[name] > best:
            best = cosines[name]
    return best


def _beside(apart: Apart) -> Callable[[Stored, float], float]:
    """Tells how near a line is to what a question says beside its words."""
    cosines: dict[frozenset[str], Callable[[bytes], float]] = {}

    def cosine(line: Stored, own: float) -> float:
        shared = apart.shared(line.text)
        if not shared:
            return own
        near = cosines.get(shared)
        if near is None:
            rest = apart.without(shared)
            near = cosines[shared] = _against(rest, sqrt(sum(map(mul, rest, rest))))
        return near(line.vector)

    return cosine


def _signs(vector: bytes) -> int:
    """The signs of a packed vector, each in a byte of its own."""
    mask = int.from_bytes(b"\x80" * len(vector), "big")
    return int.from_bytes(vector, "big") & mask


def _nearest(signs: int, sketches: Sequence[int], count: int) -> list[int]:
    """Places of what differs in the fewest signs, best first."""
    apart = list(map(int.bit_count, map(signs.__xor__, sketches)))
    return sorted(range(len(apart)), key=apart.__getitem__)[:count]


def _against(question: Sequence[int], length: float) -> Callable[[bytes], float]:
    """Tells the cosine of any stretched vector with this one of some length."""
    surplus, scale = 128 * sum(question), (LENGTH * length) or 1.0

    def cosine(other: bytes) -> float:
        product: int = sum(map(mul, question, other.translate(_RAISED)))
        return (product - surplus) / scale

    return cosine
