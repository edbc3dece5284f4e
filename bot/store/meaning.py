"""Vectors of lines and concepts: written at load, compared with a question's when one is asked.

A vector belongs to a text and a model, and to nothing else. So an episode that is made again
keeps those of the lines that say what they said, and the vectors of another model, or of texts
that are gone, are replaced or removed by the next load. Without an encoder nobody comes here.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogue import Hit
from bot.rank.semantic import CONCEPTS, COSINE, MEANING, NAMED, NEAREST, NEIGHBOURS
from bot.store import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from bot.dialogue import TextQuery
    from bot.model import Concept
    from bot.rank.semantic import Encoder
    from bot.rank.thesaurus import Thesaurus

# So many texts become vectors in one transaction: a second or two that others wait at most.
_AT_ONCE = 64


def concept_text(concept: Concept) -> str:
    """What is encoded for a concept.

    One vector of all its terms together told questions apart better than the mean of theirs.
    """
    return ", ".join(concept.terms)


def add(conn: Connection, encoder: Encoder, texts: Iterable[str]) -> None:
    """Write the vectors of texts that have none of this model yet."""
    known = conn.cursor()
    fresh = [
        text
        for text in dict.fromkeys(texts)
        if not known.execute(
            "SELECT 1 FROM vectors WHERE text = ? AND model = ?", (text, encoder.name)
        ).fetchone()
    ]
    if fresh:
        vectors = encoder.encode(fresh)
        conn.executemany(
            "INSERT OR REPLACE INTO vectors (text, model, vector) VALUES (?, ?, ?)",
            [(text, encoder.name, each) for text, each in zip(fresh, vectors, strict=True)],
        )


def missing(conn: Connection, encoder: Encoder) -> Iterator[list[str]]:
    """Texts of lines and concepts without a vector of this model, some at a time."""
    wanted = dict.fromkeys(row[0] for row in conn.execute("SELECT text FROM topics"))
    wanted |= dict.fromkeys(concept_text(concept) for concept in reader.read_concepts(conn))
    rows = conn.execute("SELECT text FROM vectors WHERE model = ?", (encoder.name,))
    known = {row[0] for row in rows}
    texts = [text for text in wanted if text not in known]
    for start in range(0, len(texts), _AT_ONCE):
        yield texts[start : start + _AT_ONCE]


def is_complete(conn: Connection) -> bool:
    """Whether it is known of every line which concepts it names, and no other text is kept."""
    unnamed = conn.execute(
        "SELECT 1 FROM topics t JOIN vectors v ON v.text = t.text WHERE v.concepts IS NULL LIMIT 1"
    ).fetchone()
    return unnamed is None and not _gone(conn)


def complete(conn: Connection, thesaurus: Callable[[], Thesaurus]) -> None:
    """Write down which concepts each line names, and remove what is no longer said."""
    conn.executemany("DELETE FROM vectors WHERE text = ?", [(text,) for text in _gone(conn)])
    rows = conn.execute(
        "SELECT DISTINCT t.text FROM topics t JOIN vectors v ON v.text = t.text"
        " WHERE v.concepts IS NULL"
    ).fetchall()
    if rows:
        named = thesaurus().named
        conn.executemany(
            "UPDATE vectors SET concepts = ? WHERE text = ?",
            [
                (json.dumps([c.concept for c in named(text) if c.weight >= NAMED]), text)
                for (text,) in rows
            ],
        )


def _gone(conn: Connection) -> list[str]:
    """Texts with a vector that neither a line nor a concept has any more."""
    concepts = {concept_text(concept) for concept in reader.read_concepts(conn)}
    rows = conn.execute(
        "SELECT text FROM vectors WHERE text NOT IN (SELECT text FROM topics)"
    ).fetchall()
    return [text for (text,) in rows if text not in concepts]


class Meanings:
    """All vectors of one model, compared with a question's at once."""

    def __init__(self, lines: Sequence[tuple[Any, ...]], concepts: dict[str, bytes]) -> None:
        import numpy as np

        self._ids = np.array([line[0] for line in lines])
        self._episodes = np.array([line[1] for line in lines])
        self._lines = _matrix([line[2] for line in lines])
        self._concepts = _matrix(list(concepts.values()))
        places = {ident: place for place, ident in enumerate(concepts)}
        named = [
            (number, places[ident])
            for number, line in enumerate(lines)
            for ident in json.loads(line[3] or "[]")
            if ident in places
        ]
        self._named = np.array(named, dtype=int).reshape(-1, 2)
        self._joined = self._episodes[1:] == self._episodes[:-1]

    @classmethod
    def read(cls, conn: Connection, encoder: Encoder) -> Meanings | None:
        """The vectors of a store, or ``None`` where any line has none of this model.

        Lines with and without a meaning could not be ranked fairly, so they are all found by
        their words until the next load has completed them.
        """
        lines = conn.execute(
            "SELECT t.id, t.episode, v.vector, v.concepts"
            " FROM topics t LEFT JOIN vectors v ON v.text = t.text AND v.model = ?"
            " ORDER BY t.episode, t.position",
            (encoder.name,),
        ).fetchall()
        if not lines or any(line[2] is None for line in lines):
            return None
        vectors = dict(
            conn.execute("SELECT text, vector FROM vectors WHERE model = ?", (encoder.name,))
        )
        concepts = {each.id: concept_text(each) for each in reader.read_concepts(conn)}
        return cls(
            lines, {ident: vectors[text] for ident, text in concepts.items() if text in vectors}
        )

    def compare(
        self, vector: bytes, episodes: frozenset[int], others: Iterable[int]
    ) -> dict[int, tuple[float, float]]:
        """Cosine and meaning of the nearest lines and of some others.

        Args:
            vector: A question's, packed.
            episodes: Only lines of these; empty means all.
            others: Lines found otherwise.

        Returns:
            Line id -> its own cosine, and its meaning with neighbours and concepts.
        """
        import numpy as np

        question = _matrix([vector])[0]
        cosines = self._lines @ question
        meanings = cosines + NEIGHBOURS * self._beside(cosines)
        if len(self._named):
            of_lines = np.zeros_like(cosines)
            of_concepts = self._concepts @ question
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


def extended(
    conn: Connection, meanings: Meanings, encoder: Encoder, query: TextQuery, hits: Sequence[Hit]
) -> tuple[Hit, ...]:
    """Hits of words, with their meaning and the lines that are nearest in meaning."""
    if not query.text.strip():
        return tuple(hits)
    by_id = {hit.line.id: hit for hit in hits}
    found = meanings.compare(encoder.encode([query.text])[0], query.episodes, by_id)
    fresh = reader.lines_by_id(conn, [ident for ident in found if ident not in by_id])
    by_id |= {ident: Hit(line, 0.0) for ident, line in fresh.items()}
    return tuple(
        replace(hit, parts=(*hit.parts, *_parts(found.get(ident, ()))))
        for ident, hit in by_id.items()
    )


def _parts(values: Iterable[float]) -> Iterator[tuple[str, float]]:
    return zip((COSINE, MEANING), (round(value, 3) for value in values), strict=False)
