"""What may be done to the catalogue inside one write transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store import writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

    from bot.model import Concept, Episode, ParsedEpisode, Show
    from bot.normalise.homes import StoredPart
    from bot.rank.semantic import Encoder
    from bot.spelt import Indexed


class Writing:
    """A transaction under way; :meth:`bot.store.catalogue.Store.writing` begins and ends it."""

    def __init__(self, conn: Connection, encoder: Encoder | None = None) -> None:
        self._conn = conn
        self._encoder = encoder

    def vocabulary(self, vocabulary: Indexed, concepts: Iterable[Concept]) -> None:
        """Replace technologies, categories and concepts."""
        writer.save_vocabulary(self._conn, vocabulary, concepts)

    def show(self, show: Show) -> None:
        """Insert or update a show."""
        writer.save_show(self._conn, show)

    def document(
        self, path: str, digest: str, show: str, parts: Sequence[tuple[ParsedEpisode, int]]
    ) -> None:
        """Remember what a source said, each part with the episode it speaks of."""
        writer.save_document(self._conn, path, digest, show, parts)

    def reserve(self, ident: int, show: str) -> None:
        """Take an episode id, unless it is taken."""
        writer.reserve_episode(self._conn, ident, show)

    def episode(self, ident: int, show: Show, episode: Episode) -> None:
        """Write an episode."""
        writer.save_episode(self._conn, ident, show, episode)
        self.vectors(topic.text for topic in episode.topics)

    def vectors(self, texts: Iterable[str]) -> None:
        """Write the vectors of texts that have none, if there is an encoder."""
        if self._encoder is not None:
            from bot.store import meaning

            meaning.add(self._conn, self._encoder, texts)

    def mark(self) -> object:
        """What differs whenever another source has been written."""
        return writer.mark(self._conn)

    def parsed(self) -> list[StoredPart]:
        """What every source said, oldest first."""
        return writer.all_parts(self._conn)

    def sources_of(self, ident: int) -> list[ParsedEpisode]:
        """What all sources say of one episode, oldest first."""
        return writer.sources_of(self._conn, ident)

    def episodes_of(self, path: str) -> list[int]:
        """The ids of the episodes that a source spoke of when it was last written."""
        return writer.episodes_of(self._conn, path)

    def episodes_of_show(self, show: str) -> list[int]:
        """The ids of all episodes of a show."""
        return writer.episodes_of_show(self._conn, show)

    def show_named(self, ident: str) -> Show:
        """A stored show that is known to be there."""
        return next(show for show in writer.all_shows(self._conn) if show.id == ident)

    def unite(self, other: int, ident: int) -> None:
        """Make one episode of two: the sources of the other speak of this one from now on."""
        writer.unite(self._conn, other, ident)

    def move(self, sequence: int, ident: int) -> None:
        """Let one part of a source speak of another episode."""
        writer.move(self._conn, sequence, ident)

    def forget_document(self, path: str) -> None:
        """Forget a source; its episodes are to be made again without it."""
        writer.delete_document(self._conn, path)

    def forget_episode(self, ident: int) -> None:
        """Remove an episode."""
        writer.delete_episode(self._conn, ident)

    def renew_words(self) -> None:
        """Forget the words that no episode says any more."""
        writer.renew_words(self._conn)

    def meta(self, key: str, value: str) -> None:
        """Remember a value about the store itself."""
        writer.save_meta(self._conn, key, value)
