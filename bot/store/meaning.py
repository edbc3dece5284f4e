"""Vectors of lines and concepts: written at load, compared with a question's when one is asked.

A vector belongs to a text and a model, and to nothing else. So an episode that is made again
keeps those of the lines that say what they said, and the vectors of another model, or of texts
that are gone, are replaced or removed by the next load. Without an encoder nobody comes here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.dialogue import Hit
from bot.model import is_everyday
from bot.rank.semantic import COSINE, FIELD, MEANING, NAMED
from bot.store import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection

    from bot.dialogue import TextQuery
    from bot.model import Concept
    from bot.rank.semantic import Apart, Encoder, Scale
    from bot.rank.thesaurus import Named, Thesaurus

# So many texts become vectors in one transaction: a second or two that others wait at most.
_AT_ONCE = 64


def concept_text(concept: Concept) -> str:
    """What is encoded for a concept.

    One vector of all its terms together told questions apart better than the mean of theirs.
    """
    return ", ".join(concept.terms)


def _concepts(conn: Connection) -> list[Concept]:
    """Concepts of the field: an encoder knows by itself which ordinary words mean one thing."""
    return [each for each in reader.read_concepts(conn) if not is_everyday(each.id)]


def _is_said(named: Named) -> bool:
    return named.weight >= NAMED and not is_everyday(named.concept)


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
    wanted |= dict.fromkeys(concept_text(concept) for concept in _concepts(conn))
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
                (json.dumps([c.concept for c in named(text) if _is_said(c)]), text)
                for (text,) in rows
            ],
        )


def _gone(conn: Connection) -> list[str]:
    """Texts with a vector that neither a line nor a concept has any more."""
    concepts = {concept_text(concept) for concept in _concepts(conn)}
    rows = conn.execute(
        "SELECT text FROM vectors WHERE text NOT IN (SELECT text FROM topics)"
    ).fetchall()
    return [text for (text,) in rows if text not in concepts]


class Stored(NamedTuple):
    """A line with its vector.

    Attributes:
        concepts: Ids of those that it names.
    """

    id: int
    episode: int
    text: str
    vector: bytes
    concepts: Sequence[str]


class Meanings(Protocol):
    """The vectors of all lines."""

    def compare(
        self,
        vector: bytes,
        episodes: frozenset[int],
        others: Iterable[int],
        apart: Apart | None = None,
    ) -> dict[int, tuple[float, float]]:
        """Cosine and meaning of the nearest lines and of some others.

        Args:
            vector: A question's, packed.
            episodes: Only lines of these; empty means all.
            others: Lines found otherwise.
            apart: Tells the question's vector without the words of a line, where there is such.

        Returns:
            Line id -> its own cosine, and its meaning with all that counts besides.
        """
        ...


def read(conn: Connection, encoder: Encoder) -> Meanings | None:
    """The vectors of a store, or ``None`` where any line has none of this model.

    Lines with and without a meaning could not be ranked fairly, so they are all found by
    their words until the next load has completed them.
    """
    rows = conn.execute(
        "SELECT t.id, t.episode, t.text, v.vector, v.concepts"
        " FROM topics t LEFT JOIN vectors v ON v.text = t.text AND v.model = ?"
        " ORDER BY t.episode, t.position",
        (encoder.name,),
    ).fetchall()
    if not rows or any(row[3] is None for row in rows):
        return None
    lines = [
        Stored(ident, episode, text, vector, json.loads(named or "[]"))
        for ident, episode, text, vector, named in rows
    ]
    vectors = dict(
        conn.execute("SELECT text, vector FROM vectors WHERE model = ?", (encoder.name,))
    )
    texts = {each.id: concept_text(each) for each in _concepts(conn)}
    concepts = {ident: vectors[text] for ident, text in texts.items() if text in vectors}
    return _compared(lines, concepts, encoder.scale)


def _compared(lines: Sequence[Stored], concepts: Mapping[str, bytes], scale: Scale) -> Meanings:
    """Long vectors are numpy's business, which is installed with whatever makes them."""
    if scale.judges:
        from bot.store.wholly import Wholly

        return Wholly(lines, concepts, scale.neighbours)
    from bot.store.sketched import Sketched

    return Sketched(lines, concepts)


def extended(
    conn: Connection, meanings: Meanings, encoder: Encoder, query: TextQuery, hits: Sequence[Hit]
) -> tuple[Hit, ...]:
    """Hits of words, with their meaning and the lines that are nearest in meaning."""
    if not query.text.strip():
        return tuple(hits)
    by_id = {hit.line.id: hit for hit in hits}
    vector, apart = encoder.encode([query.text])[0], encoder.apart(query.text)
    found = meanings.compare(vector, query.episodes, by_id, apart)
    of_field = encoder.field(vector)
    field = () if of_field is None else ((FIELD, round(of_field, 3)),)
    fresh = reader.lines_by_id(conn, [ident for ident in found if ident not in by_id])
    by_id |= {ident: Hit(line, 0.0) for ident, line in fresh.items()}
    return tuple(
        Hit(hit.line, hit.score, (*hit.parts, *_parts(encoder.scale, *found[ident]), *field))
        if ident in found
        else hit
        for ident, hit in by_id.items()
    )


def _parts(scale: Scale, cosine: float, meaning: float) -> tuple[tuple[str, float], ...]:
    """What a line's meaning says, and counts."""
    counts = (MEANING, round(scale.points(meaning), 3))
    return ((COSINE, round(cosine, 3)), counts) if scale.judges else (counts,)
