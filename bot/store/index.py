"""Vocabulary and thesaurus as tables, looked up by spelling, stem or id.

Making them takes longer than answering a question, so ``load`` leaves them in the file, written
in one transaction with what they are made of.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from bot.rank.thesaurus import Indexed as IndexedConcepts
from bot.rank.thesaurus import Term
from bot.spelt import Indexed, Spelling
from bot.store import reader, weighed
from bot.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import (
        Collection,
        Container,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )
    from sqlite3 import Connection

    from bot.model import Category, Concept, Technology
    from bot.store.connection import Reading


_TECHNOLOGY = "technology"
_CATEGORY = "category"
# A row of its own is read for each technology: hardly any question needs them all.
_NEVER = 1_000_000


def write(conn: Connection, vocabulary: Indexed, concepts: Iterable[Concept]) -> None:
    """Replace what is looked up in the vocabulary and the thesaurus."""
    for table in ("spellings", "members", "terms", "term_words"):
        conn.execute(f"DELETE FROM {table}")
    weighed.forget(conn)
    conn.execute("UPDATE vectors SET concepts = NULL")
    thesaurus = IndexedConcepts(concepts)
    for kind, names in ((_TECHNOLOGY, vocabulary.names), (_CATEGORY, vocabulary.category_names)):
        conn.executemany(
            "INSERT INTO spellings VALUES (?, ?, ?, ?, ?)",
            [
                (kind, key, each.id, _array(each.seams), int(each.english))
                for key, each in names.items()
            ],
        )
    conn.executemany(
        "INSERT INTO members VALUES (?, ?)",
        [(cat, tech) for cat, ids in vocabulary.members.items() for tech in sorted(ids)],
    )
    conn.executemany(
        "INSERT INTO terms (stem, whole, content, concept) VALUES (?, ?, ?, ?)",
        [
            (stem, json.dumps(term.whole), _array(term.content), term.concept)
            for stem, terms in thesaurus.terms.items()
            for term in terms
        ],
    )
    conn.executemany(
        "INSERT INTO term_words VALUES (?)", [(word,) for word in sorted(thesaurus.words)]
    )


def _array(values: Collection[int] | Collection[str]) -> str:
    """A set as JSON; most have nothing in them."""
    return json.dumps(sorted(values)) if values else "[]"


class StoredVocabulary:
    """The vocabulary's index in the store, and the declared tags that no list explains."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        with reading() as conn:
            self._unlisted = Indexed(reader.read_unlisted(conn))
        self.technologies = Rows(self._technology, self._technologies, _NEVER)
        self.names = self._spellings(_TECHNOLOGY, self._unlisted.names)
        self.category_names = self._spellings(_CATEGORY, {})
        self.members = Rows(self._member, self._members, _NEVER)

    @cached_property
    def categories(self) -> dict[str, Category]:
        """Categories by id: so few that they are read together."""
        with self._reading() as conn:
            return {each.id: each for each in reader.read_categories(conn)}

    def _technology(self, ident: str) -> Technology | None:
        with self._reading() as conn:
            found = reader.read_technology(conn, ident)
        return found or self._unlisted.technologies.get(ident)

    def _technologies(self) -> Iterator[tuple[str, Technology]]:
        with self._reading() as conn:
            return iter([(each.id, each) for each in reader.read_technologies(conn)])

    def _spellings(self, kind: str, unlisted: Mapping[str, Spelling]) -> Rows[Spelling]:
        def one(key: str) -> Spelling | None:
            with self._reading() as conn:
                row = conn.execute(
                    "SELECT id, seams, english FROM spellings WHERE kind = ? AND key = ?",
                    (kind, key),
                ).fetchone()
            return unlisted.get(key) if row is None else _spelling(*row)

        def every() -> Iterable[tuple[str, Spelling]]:
            with self._reading() as conn:
                rows = conn.execute(
                    "SELECT key, id, seams, english FROM spellings WHERE kind = ? ORDER BY rowid",
                    (kind,),
                )
                listed = {row[0]: _spelling(*row[1:]) for row in rows}
            more = {key: each for key, each in unlisted.items() if key not in listed}
            return (listed | more).items()

        return Rows(one, every)

    def _member(self, category: str) -> frozenset[str] | None:
        if category not in self.categories:
            return None
        with self._reading() as conn:
            rows = conn.execute("SELECT technology FROM members WHERE category = ?", (category,))
            return frozenset(row[0] for row in rows)

    def _members(self) -> Iterator[tuple[str, frozenset[str]]]:
        for category in self.categories:
            yield category, self._member(category) or frozenset()


def _spelling(ident: str, seams: str, english: int) -> Spelling:
    return Spelling(ident, frozenset(json.loads(seams)), bool(english))


class StoredThesaurus:
    """The thesaurus' index in the store."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.concepts = Rows(self._concept, self._concepts)
        self.terms = Rows(self._terms, self._all_terms)
        self.words: Container[str] = words(reading, "term_words")

    def _concept(self, ident: str) -> Concept | None:
        with self._reading() as conn:
            return next(iter(reader.read_concepts(conn, ident)), None)

    def _concepts(self) -> Iterable[tuple[str, Concept]]:
        with self._reading() as conn:
            return [(each.id, each) for each in reader.read_concepts(conn)]

    def _terms(self, stem: str) -> Sequence[Term] | None:
        with self._reading() as conn:
            rows = conn.execute(
                "SELECT whole, content, concept FROM terms WHERE stem = ? ORDER BY id", (stem,)
            ).fetchall()
        return [_term(*row) for row in rows] or None

    def _all_terms(self) -> Iterable[tuple[str, Sequence[Term]]]:
        found: dict[str, list[Term]] = {}
        with self._reading() as conn:
            for stem, *row in conn.execute(
                "SELECT stem, whole, content, concept FROM terms ORDER BY id"
            ):
                found.setdefault(stem, []).append(_term(*row))
        return found.items()


def _term(whole: str, content: str, concept: str) -> Term:
    return Term(tuple(json.loads(whole)), frozenset(json.loads(content)), concept)


def words(reading: Reading, table: str) -> Container[str]:
    """The words of a table, to ask whether it has one."""

    def one(word: str) -> str | None:
        with reading() as conn:
            row = conn.execute(
                f"SELECT word FROM {table} WHERE word = ?",
                (word,),
            ).fetchone()
        return None if row is None else word

    def every() -> Iterable[tuple[str, str]]:
        with reading() as conn:
            rows = conn.execute(f"SELECT word FROM {table}")
            return [(word, word) for (word,) in rows]

    return Rows(one, every)


def present(reading: Reading) -> Mapping[str, frozenset[int]]:
    """Technologies that some episode names as a whole, with the episodes."""

    def one(technology: str) -> frozenset[int] | None:
        with reading() as conn:
            rows = conn.execute(
                "SELECT episode FROM mentions WHERE technology = ? AND topic IS NULL",
                (technology,),
            )
            return frozenset(row[0] for row in rows) or None

    def every() -> Iterable[tuple[str, frozenset[int]]]:
        found: dict[str, set[int]] = {}
        with reading() as conn:
            for technology, episode in conn.execute(
                "SELECT technology, episode FROM mentions WHERE topic IS NULL"
            ):
                found.setdefault(technology, set()).add(episode)
        return [(technology, frozenset(ids)) for technology, ids in found.items()]

    return Rows(one, every)
