"""Vectors of a sentence encoder, all compared with a question's at once by numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.rank.semantic import CONCEPTS, NEAREST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.rank.semantic import Apart
    from bot.store.meaning import Stored


class Wholly:
    """All vectors of one model, compared with a question's at once."""

    def __init__(
        self, lines: Sequence[Stored], concepts: Mapping[str, bytes], neighbours: float
    ) -> None:
        import numpy as np

        self._neighbours = neighbours
        self._ids = np.array([line.id for line in lines])
        self._episodes = np.array([line.episode for line in lines])
        self._lines = _matrix([line.vector for line in lines])
        self._concepts = _matrix(list(concepts.values()))
        places = {ident: place for place, ident in enumerate(concepts)}
        named = [
            (number, places[ident])
            for number, line in enumerate(lines)
            for ident in line.concepts
            if ident in places
        ]
        self._named = np.array(named, dtype=int).reshape(-1, 2)
        self._joined = self._episodes[1:] == self._episodes[:-1]

    def compare(
        self,
        vector: bytes,
        episodes: frozenset[int],
        others: Iterable[int],
        apart: Apart | None = None,  # noqa: ARG002 - a sentence is no sum of words
    ) -> dict[int, tuple[float, float]]:
        """Cosine and meaning of lines, as :class:`~bot.store.meaning.Meanings` has it."""
        import numpy as np

        question = _matrix([vector])[0]
        cosines = _cosines(self._lines, question)
        meanings = cosines + self._neighbours * self._beside(cosines)
        if len(self._named):
            of_lines = np.zeros_like(cosines)
            of_concepts = _cosines(self._concepts, question)
            np.maximum.at(of_lines, self._named[:, 0], of_concepts[self._named[:, 1]])
            meanings += CONCEPTS * of_lines
        places = np.arange(len(self._ids))
        if episodes:
            places = places[np.isin(self._episodes, list(episodes))]
        nearest = places[np.argsort(-meanings[places], kind="stable")[:NEAREST]]
        also = np.flatnonzero(np.isin(self._ids, list(others)))
        return {
            int(self._ids[place]): (float(cosines[place]), float(meanings[place]))
            for place in dict.fromkeys([*nearest.tolist(), *also.tolist()])
        }

    def _beside(self, cosines: Any) -> Any:  # noqa: ANN401 - numpy is not always installed
        """The mean cosine of the lines before and after each line of the same episode."""
        import numpy as np

        total, count = np.zeros_like(cosines), np.zeros_like(cosines)
        total[1:] += self._joined * cosines[:-1]
        total[:-1] += self._joined * cosines[1:]
        count[1:] += self._joined
        count[:-1] += self._joined
        return total / np.maximum(count, 1)


def _matrix(vectors: Sequence[bytes]) -> Any:  # noqa: ANN401 - numpy is not always installed
    """Packed vectors as rows of length one."""
    import numpy as np

    size = len(vectors[0]) if vectors else 0
    rows = np.frombuffer(b"".join(vectors), dtype=np.int8).reshape(len(vectors), size)
    floats = rows.astype(np.float32)
    return floats / np.maximum(np.linalg.norm(floats, axis=1, keepdims=True), 1)


def _cosines(rows: Any, question: Any) -> Any:  # noqa: ANN401 - numpy is not always installed
    """Products of all rows with a question.

    Not by ``@``: that shares the work among threads, which for so little costs more than it
    saves, and most of all on a busy machine.
    """
    import numpy as np

    return np.einsum("ij,j->i", rows, question)
