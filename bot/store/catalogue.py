"""The store: a SQLite file that is created, migrated, written by ``load`` and read by ``ask``."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from bot.model import Show
from bot.store import reader, writer
from bot.store.codec import load_parsed
from bot.store.connection import Connections, translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from bot.dialogue import Evidence, Head, Lookup
    from bot.model import Category, Concept, Episode, ParsedEpisode, Technology

# Raised with every change of what is derived from sources: older stores are derived anew.
_LATEST = "m004_views"


class Store:
    """One catalogue file.

    Use :meth:`open`; every thread may call every method, each on its own connection.
    """

    def __init__(self, path: Path, connections: Connections) -> None:
        self.path = path
        self._connections = connections
        self._local = threading.local()

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a store, creating the file and bringing its schema up to date.

        Raises:
            StoreError: The file cannot be opened or is no SQLite database.
        """
        if str(path) != ":memory:":
            path.parent.mkdir(parents=True, exist_ok=True)
        connections = Connections(path)
        with translated(path):
            store = cls(path, connections)
            store._migrate()
        return store

    def _migrate(self) -> None:
        conn = self._connections.get()
        tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
        if "_sqlite_migrations" in tables and conn.execute(
            "SELECT 1 FROM _sqlite_migrations WHERE migration_set = 'playhead' AND name = ?",
            (_LATEST,),
        ).fetchone():
            return
        from sqlite_utils import Database

        from db.migrations import migrations

        migrations.apply(Database(conn))

    def close(self) -> None:
        """Close every connection."""
        self._connections.close()

    def __enter__(self) -> Self:
        """Return the store itself; leaving closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    # -- reading ---------------------------------------------------------------------------

    def heads(self) -> dict[int, Head]:
        """All episodes by id, newest first; kept until the file changes."""
        conn = self._connections.get()
        version = (conn.execute("PRAGMA data_version").fetchone()[0], conn.total_changes)
        kept: tuple[object, dict[int, Head]] | None = getattr(self._local, "heads", None)
        if kept is None or kept[0] != version:
            kept = (version, reader.read_heads(conn))
            self._local.heads = kept
        return kept[1]

    def find(self, lookup: Lookup) -> Evidence:
        """Everything the store holds for a lookup."""
        with translated(self.path):
            return reader.find(self._connections.get(), lookup, self.heads())

    def technologies(self) -> list[Technology]:
        """The vocabulary's technologies and the unlisted ones that episodes declare."""
        return reader.read_technologies(self._connections.get())

    def categories(self) -> list[Category]:
        """The category tree."""
        return reader.read_categories(self._connections.get())

    def concepts(self) -> list[Concept]:
        """The thesaurus of the field."""
        return reader.read_concepts(self._connections.get())

    def present(self) -> dict[str, frozenset[int]]:
        """Technologies that some episode names, with the episodes."""
        found: dict[str, set[int]] = {}
        for technology, episode in self._connections.get().execute(
            "SELECT technology, episode FROM mentions WHERE topic IS NULL"
        ):
            found.setdefault(technology, set()).add(episode)
        return {technology: frozenset(ids) for technology, ids in found.items()}

    def words(self) -> frozenset[str]:
        """Every lower-case word of the show notes, which no question may have misspelt."""
        rows = self._connections.get().execute("SELECT word FROM words")
        return frozenset(row[0] for row in rows)

    def show(self, ident: str) -> Show | None:
        """A stored show."""
        return reader.read_show(self._connections.get(), ident)

    def documents(self) -> dict[str, str]:
        """Path -> content hash of every source loaded."""
        return dict(self._connections.get().execute("SELECT path, hash FROM documents"))

    def parsed(self) -> list[tuple[str, int, ParsedEpisode]]:
        """What every source says: its path, the episode it speaks of, the words."""
        rows = self._connections.get().execute(
            "SELECT path, episode, data FROM parsed ORDER BY sequence"
        )
        return [(path, episode, load_parsed(data)) for path, episode, data in rows]

    def shows_of_episodes(self) -> dict[int, Show]:
        """Episode id -> its show."""
        rows = self._connections.get().execute(
            "SELECT e.id, s.id, s.title, s.site, s.permalink, s.time_link, s.audio"
            " FROM episodes e JOIN shows s ON s.id = e.show"
        )
        return {row[0]: Show(*row[1:]) for row in rows}

    def meta(self, key: str) -> str | None:
        """A value remembered about the store itself."""
        row = self._connections.get().execute(
            "SELECT value FROM meta WHERE key = ?", (key,)
        ).fetchone()
        return None if row is None else str(row[0])

    # -- writing ---------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction: all of it, or nothing of it."""
        conn = self._connections.get()
        with translated(self.path):
            conn.execute("BEGIN IMMEDIATE")
            try:
                yield Writing(conn)
            except BaseException:
                conn.rollback()
                raise
            conn.commit()


class Writing:
    """What may be done inside one write transaction."""

    def __init__(self, conn: writer.Connection) -> None:
        self._conn = conn

    def vocabulary(
        self,
        technologies: Iterable[Technology],
        categories: Iterable[Category],
        concepts: Iterable[Concept],
    ) -> None:
        """Replace technologies, categories and concepts."""
        writer.save_vocabulary(self._conn, technologies, categories, concepts)

    def technology(self, technology: Technology) -> None:
        """Add one technology to the vocabulary."""
        writer.save_technologies(self._conn, [technology])

    def show(self, show: Show) -> None:
        """Insert or update a show."""
        writer.save_show(self._conn, show)

    def document(
        self, path: str, digest: str, show: str, parsed: Sequence[ParsedEpisode],
        episodes: Sequence[int],
    ) -> None:
        """Remember what a source said."""
        writer.save_document(self._conn, path, digest, show, parsed, episodes)

    def new_episode(self, show: str, slug: str) -> int:
        """Reserve an episode id."""
        return writer.new_episode(self._conn, show, slug)

    def episode(self, ident: int, show: Show, episode: Episode) -> None:
        """Write an episode."""
        writer.save_episode(self._conn, ident, show, episode)

    def sources_of(self, ident: int) -> list[ParsedEpisode]:
        """What all sources say of one episode, oldest first."""
        return writer.sources_of(self._conn, ident)

    def said_by(self, path: str) -> list[tuple[int, ParsedEpisode]]:
        """What a source said when it was last loaded, with the episodes it spoke of."""
        return writer.said_by(self._conn, path)

    def show_of(self, path: str) -> Show:
        """The show of a source."""
        return writer.show_of(self._conn, path)

    def unite(self, other: int, ident: int) -> None:
        """Make one episode of two: the sources of the other speak of this one from now on."""
        writer.unite(self._conn, other, ident)

    def forget_document(self, path: str) -> list[int]:
        """Forget a source; the episodes it spoke of."""
        return writer.delete_document(self._conn, path)

    def forget_episode(self, ident: int) -> None:
        """Remove an episode."""
        writer.delete_episode(self._conn, ident)

    def meta(self, key: str, value: str) -> None:
        """Remember a value about the store itself."""
        self._conn.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
            (key, value),
        )
