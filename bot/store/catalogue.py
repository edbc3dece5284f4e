"""The store: a SQLite file that is created, migrated, written by ``load`` and read by ``ask``."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Self

from bot.errors import StoreError
from bot.rank.thesaurus import Thesaurus
from bot.sqlite import PATIENCE_MS
from bot.store import index, reader, weighed, writer
from bot.store.connection import MEMORY, Connections, placed, save_copy, translated
from bot.store.held import Held
from bot.store.kept import Kept
from bot.store.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path
    from sqlite3 import Connection

    from bot.dialogue import Evidence, Head, Lookup
    from bot.model import Category, Show, Technology
    from bot.rank.semantic import Encoder
    from bot.store.index import StoredThesaurus, StoredVocabulary
    from bot.store.meaning import Meanings

LATEST = "m006_vectors"
"""The last migration, named here so that opening a store imports neither it nor sqlite-utils."""


class Store:
    """One catalogue file.

    Use :meth:`open`; every thread may call every method, each on its own connection.
    """

    def __init__(
        self, path: Path, connections: Connections, encoder: Encoder | None = None
    ) -> None:
        self.path = path
        self._encoder = encoder
        self._meanings: Kept[Meanings | None] = Kept()
        self._connections = connections
        self._kept: Kept[Held] = Kept()
        self._numbers = count()
        self.reads = next(self._numbers)
        """Another number whenever something was read: what is kept is not read again."""

    @classmethod
    def open(
        cls, path: Path, patience_ms: int = PATIENCE_MS, *, encoder: Encoder | None = None
    ) -> Store:
        """Open a store, creating the file and bringing its schema up to date.

        Args:
            path: The file, or :data:`MEMORY`.
            patience_ms: How long to wait for another writer, in milliseconds.
            encoder: Finds lines by their meaning, too.

        Raises:
            StoreError: The file cannot be opened or is no store.
        """
        if path != MEMORY:
            with placed(path):
                pass
        store = cls(path, Connections(path, patience_ms), encoder)
        try:
            with store._reading() as conn:
                store._migrate(conn)
        except BaseException:
            store.close()
            raise
        return store

    def _migrate(self, conn: Connection) -> None:
        if self._is_current(conn):
            return
        from sqlite_utils import Database

        from db.migrations import migrations

        db = Database(conn)
        # All steps or none; and of two processes that open a new file, one after the other.
        with self._transaction(conn):
            migrations.apply(db)
            writer.index_again(conn)

    def _is_current(self, conn: Connection) -> bool:
        tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
        if "_sqlite_migrations" not in tables:
            if tables:
                reason = "this is another program's database; name another file"
                raise StoreError(f"{self.path}: {reason}")
            return False
        done = conn.execute(
            "SELECT 1 FROM _sqlite_migrations WHERE migration_set = 'playhead' AND name = ?",
            (LATEST,),
        )
        return done.fetchone() is not None

    def save_as(self, path: Path) -> None:
        """Put a copy at a path where there is no file yet, whole or not at all.

        Raises:
            StoreError: It cannot be written.
        """
        with placed(path), translated(path):
            save_copy(self._connections.get(), path)

    def close(self) -> None:
        """Close every connection."""
        self._connections.close()

    def __enter__(self) -> Self:
        """Return the store itself; leaving closes it."""
        return self

    def __exit__(self, *failure: object) -> None:
        """Close the store, whatever failed."""
        self.close()

    # -- reading ---------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """The thread's connection, SQLite's errors translated."""
        self.reads = next(self._numbers)
        with translated(self.path):
            yield self._connections.get()

    def generation(self) -> int:
        """A number that grows with every change of the catalogue, whoever makes it."""
        return int(self.meta("generation") or 0)

    def heads(self) -> dict[int, Head]:
        """All episodes by id, newest first; kept until the catalogue changes."""
        return self._held(self.generation()).heads()

    def find(self, lookup: Lookup, generation: int | None = None) -> Evidence:
        """Everything the store holds for a lookup.

        Args:
            lookup: What is wanted.
            generation: Of the catalogue, if it was just asked for.
        """
        if generation is None:
            generation = self.generation()
        evidence = self._held(generation).find(lookup)
        encoder = self._encoder
        if encoder is None or not lookup.searches:
            return evidence
        with self._reading() as conn:
            return self._extended(conn, encoder, lookup, evidence, generation)

    def _held(self, generation: int) -> Held:
        """What is kept of a generation."""
        held = self._kept.get(generation, partial(Held, self._reading))
        if held.is_full():
            self._kept = Kept()
        return held

    def _extended(
        self,
        conn: Connection,
        encoder: Encoder,
        lookup: Lookup,
        evidence: Evidence,
        generation: int,
    ) -> Evidence:
        """Evidence with the lines that are near in meaning."""
        from bot.store import meaning

        meanings = self._meanings.get(generation, lambda: meaning.read(conn, encoder))
        if meanings is None:
            return evidence
        hits = zip(lookup.searches, evidence.hits, strict=True)
        return replace(
            evidence,
            hits=tuple(meaning.extended(conn, meanings, encoder, *each) for each in hits),
        )

    def technologies(self) -> list[Technology]:
        """The vocabulary's technologies and the unlisted ones that episodes declare."""
        with self._reading() as conn:
            return reader.read_technologies(conn)

    def vocabulary(self) -> list[Technology]:
        """The technologies that episodes are interpreted by, and no others."""
        with self._reading() as conn:
            listed = {row[0] for row in conn.execute("SELECT id FROM technologies")}
            return [tech for tech in reader.read_technologies(conn) if tech.id in listed]

    def categories(self) -> list[Category]:
        """The category tree."""
        with self._reading() as conn:
            return reader.read_categories(conn)

    def present(self) -> Mapping[str, frozenset[int]]:
        """Technologies that some episode names, with the episodes."""
        return index.present(self._reading)

    def words(self) -> Container[str]:
        """Every lower-case word of the show notes, which no question may have misspelt."""
        return index.words(self._reading, "words")

    def spellings(self) -> StoredVocabulary:
        """The vocabulary by spelling and id, read as far as it is needed."""
        return index.StoredVocabulary(self._reading)

    def terms(self) -> StoredThesaurus:
        """The thesaurus by stem and id, read as far as it is needed."""
        return index.StoredThesaurus(self._reading)

    def show(self, ident: str) -> Show | None:
        """A stored show."""
        with self._reading() as conn:
            return reader.read_show(conn, ident)

    def shows(self) -> list[Show]:
        """All stored shows."""
        with self._reading() as conn:
            return writer.all_shows(conn)

    def documents(self) -> dict[str, str]:
        """Path -> content hash of every source loaded."""
        with self._reading() as conn:
            return dict(conn.execute("SELECT path, hash FROM documents"))

    def titles(self) -> dict[int, str]:
        """Episode id -> title."""
        with self._reading() as conn:
            return dict(conn.execute("SELECT id, title FROM episodes ORDER BY id"))

    def episodes_of(self, path: str) -> list[int]:
        """The ids of the episodes that a source speaks of."""
        with self._reading() as conn:
            return writer.episodes_of(conn, path)

    def meta(self, key: str) -> str | None:
        """A value remembered about the store itself."""
        with self._reading() as conn:
            row = conn.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    # -- writing ---------------------------------------------------------------------------

    def weigh(self) -> None:
        """Make searches fast, after the last line has been written."""
        with self._reading() as conn:
            concepts = reader.read_concepts(conn)
            if concepts and weighed.is_needed(conn):
                with self._transaction(conn):
                    weighed.weigh(conn, Thesaurus(concepts).phrases())

    def understand(self) -> None:
        """Make lines findable by their meaning, after the last line has been written.

        Does nothing without an encoder.
        """
        if self._encoder is None:
            return
        from bot.store import meaning

        with self._reading() as conn:
            for texts in list(meaning.missing(conn, self._encoder)):
                with self.writing() as writing:
                    writing.vectors(texts)
            if not meaning.is_complete(conn):
                with self.writing():
                    meaning.complete(conn, lambda: Thesaurus(reader.read_concepts(conn)))

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction: all of it, or nothing of it."""
        with self._reading() as conn, self._transaction(conn):
            before = conn.total_changes
            yield Writing(conn, self._encoder)
            if conn.total_changes != before:
                writer.next_generation(conn)

    @staticmethod
    @contextmanager
    def _transaction(conn: Connection) -> Iterator[None]:
        conn.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            conn.rollback()
            raise
        conn.commit()
