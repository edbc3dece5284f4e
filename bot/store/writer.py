"""Writing the catalogue: one transaction per source, so that a kill leaves the last good state.

What a source said is kept as parsed JSON beside the episode made of it. When a source changes
or goes, its episode is made again from the sources that remain.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import chain, count
from typing import TYPE_CHECKING

from bot.model import Show
from bot.spelt import Indexed, tokens
from bot.store import index, reader, weighed
from bot.store.codec import dump_parsed, load_parsed
from bot.timecode import time_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

    from bot.model import Concept, Episode, ParsedEpisode
    from bot.normalise.homes import StoredPart

_CHILDREN = ("mentions", "facts", "links", "topics", "guests", "names")


def save_vocabulary(conn: Connection, vocabulary: Indexed, concepts: Iterable[Concept]) -> None:
    """Replace technologies, categories and concepts, and the index over them."""
    concepts = list(concepts)
    for table in ("technologies", "categories", "concepts"):
        conn.execute(f"DELETE FROM {table}")
    conn.executemany(
        "INSERT INTO technologies VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                t.id,
                t.name,
                json.dumps(t.aliases),
                json.dumps(t.categories),
                t.url,
                int(t.ambiguous),
                t.part_of,
                int(t.library),
            )
            for t in vocabulary.technologies.values()
        ],
    )
    conn.executemany(
        "INSERT INTO categories VALUES (?, ?, ?, ?)",
        [(c.id, c.name, json.dumps(c.aliases), c.parent) for c in vocabulary.categories.values()],
    )
    conn.executemany(
        "INSERT INTO concepts VALUES (?, ?, ?, ?)",
        [(c.id, json.dumps(c.terms), json.dumps(c.weak), json.dumps(c.see)) for c in concepts],
    )
    index.write(conn, vocabulary, concepts)


def index_again(conn: Connection) -> None:
    """Make the index over what is stored, as it was written before there was one."""
    unlisted = reader.read_unlisted(conn)
    technologies = [tech for tech in reader.read_technologies(conn) if tech not in unlisted]
    indexed = Indexed(technologies, reader.read_categories(conn))
    index.write(conn, indexed, reader.read_concepts(conn))


def save_show(conn: Connection, show: Show) -> None:
    """Insert or update a show."""
    conn.execute(
        "INSERT INTO shows VALUES (:id, :title, :site, :permalink, :time_link, :audio)"
        " ON CONFLICT(id) DO UPDATE SET title=excluded.title, site=excluded.site,"
        " permalink=excluded.permalink, time_link=excluded.time_link, audio=excluded.audio",
        asdict(show),
    )


def save_document(
    conn: Connection, path: str, digest: str, show: str, parts: Sequence[tuple[ParsedEpisode, int]]
) -> None:
    """Remember what a source said and which episode each part of it became."""
    conn.execute(
        "INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT(path)"
        " DO UPDATE SET hash=excluded.hash, show=excluded.show",
        (path, digest, show),
    )
    conn.execute("DELETE FROM parsed WHERE path = ?", (path,))
    first = conn.execute("SELECT coalesce(max(sequence), 0) + 1 FROM parsed").fetchone()[0]
    conn.executemany(
        "INSERT INTO parsed VALUES (?, ?, ?, ?, ?)",
        [
            (path, number, first + number, episode, dump_parsed(part))
            for number, (part, episode) in enumerate(parts)
        ],
    )


def sources_of(conn: Connection, episode: int) -> list[ParsedEpisode]:
    """What all sources say of one episode, oldest first."""
    rows = conn.execute("SELECT data FROM parsed WHERE episode = ? ORDER BY sequence", (episode,))
    return [load_parsed(data) for (data,) in rows]


def reserve_episode(conn: Connection, ident: int, show: str) -> None:
    """Take an id, if it is free; :func:`save_episode` fills it in the same transaction."""
    conn.execute(
        "INSERT OR IGNORE INTO episodes (id, show, slug, title, url, category)"
        " VALUES (?, ?, 'reserved ' || ?, '', '', '')",
        (ident, show, ident),
    )


def save_episode(conn: Connection, ident: int, show: Show, episode: Episode) -> None:
    """Write an episode with everything said in it, in place of what was there."""
    delete_contents(conn, ident)
    _save_head(conn, ident, episode)
    topics = _save_topics(conn, ident, show, episode)
    conn.executemany(
        "INSERT INTO mentions (episode, technology, stance, topic, weight, declared)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (ident, m.technology, m.stance.value, _at(topics, m.topic), m.weight, int(m.declared))
            for m in episode.mentions
        ],
    )
    conn.executemany(
        "INSERT INTO facts (episode, metric, low, high, unit, period, topic)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (ident, f.metric, f.low, f.high, f.unit, f.period, _at(topics, f.topic))
            for f in episode.facts
        ],
    )
    _index(conn, ident, episode)


def _at(topics: Sequence[int], number: int | None) -> int | None:
    """The id of a topic by its number in the episode; ``None`` for the episode as a whole."""
    return None if number is None else topics[number]


def _save_head(conn: Connection, ident: int, episode: Episode) -> None:
    """Write what an episode is, who speaks in it and where it leads."""
    conn.execute(
        "UPDATE episodes SET show=?, slug=?, title=?, url=?, category=?, number=?, published=?,"
        " duration=?, description=?, introduction=?, audio=? WHERE id=?",
        (
            episode.show,
            _free_slug(conn, ident, episode),
            episode.title,
            episode.url,
            episode.category,
            episode.number,
            episode.published and episode.published.isoformat(),
            episode.duration,
            episode.description,
            episode.introduction,
            episode.audio,
            ident,
        ),
    )
    conn.executemany(
        "INSERT INTO guests VALUES (?, ?, ?, ?, ?)",
        [(ident, n, g.name, g.website, g.twitter) for n, g in enumerate(episode.guests)],
    )
    conn.executemany("INSERT INTO names VALUES (?, ?)", [(ident, name) for name in episode.names])
    conn.executemany(
        "INSERT INTO links (episode, url, title, grouping) VALUES (?, ?, ?, ?)",
        [(ident, link.url, link.title, link.group) for link in episode.links],
    )


def _free_slug(conn: Connection, ident: int, episode: Episode) -> str:
    """The slug, numbered when another episode of the show has it: two may be called "Bonus"."""
    wanted = episode.slug or "episode"
    taken = {
        row[0]
        for row in conn.execute(
            "SELECT slug FROM episodes WHERE show = ? AND id <> ?", (episode.show, ident)
        )
    }
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(slug for slug in chain([wanted], numbered) if slug not in taken)


def _save_topics(conn: Connection, ident: int, show: Show, episode: Episode) -> list[int]:
    guests = ", ".join(guest.name for guest in episode.guests)
    ids = []
    for position, topic in enumerate(episode.topics):
        if topic.start is not None:
            url = time_link(show, episode.url, topic.start)
        else:
            url = f"{episode.url}#{topic.anchor}" if topic.anchor else episode.url
        cursor = conn.execute(
            "INSERT INTO topics (episode, position, start, text, anchor, heading, url)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (ident, position, topic.start, topic.text, topic.anchor, topic.heading, url),
        )
        ids.append(int(cursor.lastrowid or 0))
        conn.execute(
            "INSERT INTO lines_fts (rowid, text, heading, title, guests) VALUES (?, ?, ?, ?, ?)",
            (ids[-1], topic.text, topic.heading or "", episode.title, guests),
        )
    return ids


def _index(conn: Connection, ident: int, episode: Episode) -> None:
    guests = ", ".join(guest.name for guest in episode.guests)
    description, introduction = episode.description or "", episode.introduction or ""
    conn.execute(
        "INSERT INTO episodes_fts (rowid, title, guests, names, description, introduction)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (ident, episode.title, guests, ", ".join(episode.names), description, introduction),
    )
    texts = [episode.title, description, introduction, *(topic.text for topic in episode.topics)]
    _save_words(conn, texts)


def _save_words(conn: Connection, texts: Iterable[str]) -> None:
    words = {token.lower for text in texts for token in tokens(text)}
    conn.executemany("INSERT OR IGNORE INTO words VALUES (?)", [(word,) for word in sorted(words)])


def renew_words(conn: Connection) -> None:
    """Leave only the words that some episode still says."""
    conn.execute("DELETE FROM words")
    rows = conn.execute(
        "SELECT text FROM topics UNION ALL SELECT title FROM episodes"
        " UNION ALL SELECT description FROM episodes UNION ALL SELECT introduction FROM episodes"
    )
    _save_words(conn, [text for (text,) in rows if text])


def delete_contents(conn: Connection, ident: int) -> None:
    """Remove everything of an episode but its row."""
    weighed.forget(conn)
    conn.execute(
        "DELETE FROM lines_fts WHERE rowid IN (SELECT id FROM topics WHERE episode = ?)", (ident,)
    )
    conn.execute("DELETE FROM episodes_fts WHERE rowid = ?", (ident,))
    for table in _CHILDREN:
        conn.execute(f"DELETE FROM {table} WHERE episode = ?", (ident,))


def delete_episode(conn: Connection, ident: int) -> None:
    """Remove an episode that no source speaks of any more."""
    delete_contents(conn, ident)
    conn.execute("DELETE FROM episodes WHERE id = ?", (ident,))


def episodes_of(conn: Connection, path: str) -> list[int]:
    """The ids of the episodes that a source speaks of."""
    rows = conn.execute("SELECT DISTINCT episode FROM parsed WHERE path = ?", (path,))
    return [row[0] for row in rows]


def episodes_of_show(conn: Connection, show: str) -> list[int]:
    """The ids of all episodes of a show."""
    return [row[0] for row in conn.execute("SELECT id FROM episodes WHERE show = ?", (show,))]


def all_shows(conn: Connection) -> list[Show]:
    """All stored shows."""
    rows = conn.execute(
        "SELECT id, title, site, permalink, time_link, audio FROM shows ORDER BY rowid"
    )
    return [Show(*row) for row in rows]


def all_parts(conn: Connection) -> list[StoredPart]:
    """What every source said, oldest first."""
    # Only a load needs it and what it imports.
    from bot.normalise.homes import StoredPart

    rows = conn.execute("SELECT sequence, path, episode, data FROM parsed ORDER BY sequence")
    return [
        StoredPart(sequence, path, episode, load_parsed(data))
        for sequence, path, episode, data in rows
    ]


def mark(conn: Connection) -> object:
    """What differs whenever the sources or the episodes they speak of do."""
    return conn.execute(
        "SELECT count(*), max(sequence), total(1.0 * sequence * episode) FROM parsed"
    ).fetchone()


def unite(conn: Connection, other: int, ident: int) -> None:
    """Let the sources of one episode speak of another, and remove the first."""
    conn.execute("UPDATE parsed SET episode = ? WHERE episode = ?", (ident, other))
    delete_episode(conn, other)


def move(conn: Connection, sequence: int, ident: int) -> None:
    """Let one part of a source speak of another episode."""
    conn.execute("UPDATE parsed SET episode = ? WHERE sequence = ?", (ident, sequence))


def delete_document(conn: Connection, path: str) -> None:
    """Forget a source."""
    conn.execute("DELETE FROM parsed WHERE path = ?", (path,))
    conn.execute("DELETE FROM documents WHERE path = ?", (path,))


def save_meta(conn: Connection, key: str, value: str) -> None:
    """Remember a value about the store itself."""
    conn.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
        (key, value),
    )


def next_generation(conn: Connection) -> None:
    """Let whoever keeps something of the catalogue in memory know that it has changed."""
    conn.execute(
        "INSERT INTO meta VALUES ('generation', '1') ON CONFLICT(key)"
        " DO UPDATE SET value = CAST(value + 1 AS TEXT)"
    )
