"""Names that a misspelt word may mean.

rapidfuzz is imported only when a word must be mended: most questions have none.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Less alike than this is not worth a "did you mean".
_ALIKE = 0.65
# Words whose nearest name is kept.
_WORDS = 1024
_SHORTEST = 4
_MOST_EDITS = 2
_MOST = 8


class Misspelt:
    """Names by their joined spelling, looked up by what is almost one of them.

    Args:
        ids: Joined spelling -> id.
    """

    def __init__(self, ids: Mapping[str, str]) -> None:
        self.ids = ids
        # An unknown word of a question is compared for one reason after the other.
        self.nearest = lru_cache(_WORDS)(self._nearest)
        self._similar: dict[int, list[str]] = {}
        self._near: dict[int, list[str]] = {}

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for spelling in self.ids:
            found[len(spelling)].append(spelling)
        return dict(found)

    def _nearest(self, key: str) -> str | None:
        """The id whose spelling is within the allowed edits of a key, if only one is nearest.

        How many are allowed is the spelling's business: a letter that fell out of a name of
        eight makes it no shorter a name.
        """
        if len(key) < _SHORTEST - 1:
            return None
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found = [
            (distance, spelling)
            for spelling, distance, _ in extract(
                key,
                self._about(len(key)),
                scorer=OSA.distance,
                score_cutoff=_MOST_EDITS,
                limit=None,
            )
            if distance <= _allowed(key, spelling)
        ]
        best = min((distance for distance, _ in found), default=None)
        ids = {self.ids[spelling] for distance, spelling in found if distance == best}
        return ids.pop() if len(ids) == 1 else None

    def _about(self, length: int) -> list[str]:
        """Spellings that are not too much longer or shorter to be meant."""
        if length not in self._near:
            lengths = range(max(_SHORTEST, length - _MOST_EDITS), length + _MOST_EDITS + 1)
            self._near[length] = [s for each in lengths for s in self._by_length.get(each, ())]
        return self._near[length]

    def similar(self, key: str) -> list[str]:
        """Ids of the spellings most like a key, best first; none for a short key."""
        if len(key) < _SHORTEST:
            return []
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found = extract(
            key, self._comparable(len(key)), scorer=OSA.normalized_similarity, limit=_MOST,
            score_cutoff=_ALIKE,
        )  # fmt: skip
        return [self.ids[spelling] for spelling, _, _ in found]

    def _comparable(self, length: int) -> list[str]:
        """Spellings whose length alone does not make them too different."""
        if length not in self._similar:
            self._similar[length] = [
                spelling
                for spelling in self.ids
                if abs(len(spelling) - length) <= (1 - _ALIKE) * max(len(spelling), length) + 1e-9
            ]
        return self._similar[length]


def _allowed(key: str, spelling: str) -> int:
    """How many edits may separate a key from a spelling.

    Where the key alone would allow fewer, it has to begin like the spelling: fingers rarely
    slip on the first letter, and chance meets it one time in ten.
    """
    edits = allowed_edits(len(spelling))
    return edits if key[0] == spelling[0] else min(edits, allowed_edits(len(key)))


def allowed_edits(length: int) -> int:
    """How many edits may separate a misspelling of this many letters from its name.

    >>> [allowed_edits(length) for length in (3, 4, 8)]
    [0, 1, 2]
    """
    if length < _SHORTEST:
        return 0
    return 1 if length < 8 else 2
