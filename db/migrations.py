"""The schema of the catalogue, one named function per step.

They run when the store is opened, and just as well from the command line::

    sqlite-utils migrate db/playhead.db db/migrations.py

A step that has been released is never edited; a change is a new function below the last.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("playhead")


@migrations()
def m001_catalogue(db: Database) -> None:
    """Shows, sources, episodes and everything said in them."""
    db.table("shows").create(
        {"id": str, "title": str, "site": str, "permalink": str, "time_link": str, "audio": str},
        pk="id",
        not_null={"title", "site", "permalink", "time_link"},
    )
    db.table("episodes").create(
        {
            "id": int,
            "show": str,
            "slug": str,
            "title": str,
            "url": str,
            "category": str,
            "number": int,
            "published": str,
            "duration": int,
            "description": str,
            "introduction": str,
            "audio": str,
        },
        pk="id",
        not_null={"show", "slug", "title", "url", "category"},
        foreign_keys=[("show", "shows", "id")],
    )
    db.table("episodes").create_index(["show", "slug"], unique=True)
    db.table("documents").create({"path": str, "hash": str, "show": str}, pk="path")
    db.table("parsed").create(
        {"path": str, "ordinal": int, "sequence": int, "episode": int, "data": str},
        pk=("path", "ordinal"),
        foreign_keys=[("path", "documents", "path"), ("episode", "episodes", "id")],
    )
    db.table("parsed").create_index(["episode"])
    db.table("guests").create(
        {"episode": int, "position": int, "name": str, "website": str, "twitter": str},
        pk=("episode", "position"),
        foreign_keys=[("episode", "episodes", "id")],
    )
    db.table("names").create(
        {"episode": int, "name": str},
        pk=("episode", "name"),
        foreign_keys=[("episode", "episodes", "id")],
    )
    db.table("topics").create(
        {
            "id": int,
            "episode": int,
            "position": int,
            "start": int,
            "text": str,
            "anchor": str,
            "heading": str,
            "url": str,
        },
        pk="id",
        not_null={"episode", "position", "text", "url"},
        foreign_keys=[("episode", "episodes", "id")],
    )
    db.table("topics").create_index(["episode", "position"])
    db.table("links").create(
        {"id": int, "episode": int, "url": str, "title": str, "grouping": str},
        pk="id",
        foreign_keys=[("episode", "episodes", "id")],
    )
    db.table("links").create_index(["episode"])


@migrations()
def m002_technologies(db: Database) -> None:
    """The vocabulary, what each line says of a technology, and numbers read from lines."""
    db.table("categories").create({"id": str, "name": str, "aliases": str, "parent": str}, pk="id")
    db.table("technologies").create(
        {
            "id": str,
            "name": str,
            "aliases": str,
            "categories": str,
            "url": str,
            "ambiguous": int,
            "part_of": str,
            "library": int,
        },
        pk="id",
    )
    db.table("mentions").create(
        {
            "id": int,
            "episode": int,
            "technology": str,
            "stance": str,
            "topic": int,
            "weight": float,
            "declared": int,
        },
        pk="id",
        not_null={"episode", "technology", "stance"},
        foreign_keys=[("episode", "episodes", "id"), ("topic", "topics", "id")],
    )
    db.table("mentions").create_index(["technology", "episode"])
    db.table("mentions").create_index(["episode"])
    db.table("facts").create(
        {
            "id": int,
            "episode": int,
            "metric": str,
            "low": float,
            "high": float,
            "unit": str,
            "period": str,
            "topic": int,
        },
        pk="id",
        foreign_keys=[("episode", "episodes", "id"), ("topic", "topics", "id")],
    )
    db.table("facts").create_index(["metric"])
    db.table("facts").create_index(["episode"])
    db.table("words").create({"word": str}, pk="word")
    db.table("concepts").create({"id": str, "terms": str, "weak": str, "see": str}, pk="id")
    db.table("meta").create({"key": str, "value": str}, pk="key")


@migrations()
def m003_full_text(db: Database) -> None:
    """Full-text indexes with their column weights stored in them.

    A line counts most; its episode's title and guests help a little, and the technologies it
    names are found under every spelling through the vocabulary, not here.
    """
    tokenizer = "tokenize='porter unicode61 remove_diacritics 2'"
    db.execute(
        f"CREATE VIRTUAL TABLE lines_fts USING fts5(text, heading, title, guests, {tokenizer})"
    )
    db.execute(
        "INSERT INTO lines_fts (rowid, text, heading, title, guests)"
        " SELECT t.id, t.text, coalesce(t.heading, ''), e.title,"
        " coalesce((SELECT group_concat(name, ', ') FROM guests WHERE episode = e.id), '')"
        " FROM topics t JOIN episodes e ON e.id = t.episode"
    )
    db.execute(
        "INSERT INTO lines_fts(lines_fts, rank) VALUES ('rank', 'bm25(1.0, 0.5, 0.15, 0.1)')"
    )
    db.execute(
        "CREATE VIRTUAL TABLE episodes_fts USING fts5("
        f"title, guests, names, description, introduction, {tokenizer})"
    )
    db.execute(
        "INSERT INTO episodes_fts (rowid, title, guests, names, description, introduction)"
        " SELECT e.id, e.title,"
        " coalesce((SELECT group_concat(name, ', ') FROM guests WHERE episode = e.id), ''),"
        " coalesce((SELECT group_concat(name, ', ') FROM names WHERE episode = e.id), ''),"
        " coalesce(e.description, ''), coalesce(e.introduction, '') FROM episodes e"
    )
    db.execute(
        "INSERT INTO episodes_fts(episodes_fts, rank)"
        " VALUES ('rank', 'bm25(4.0, 3.0, 4.0, 1.5, 1.0)')"
    )


@migrations()
def m004_views(db: Database) -> None:
    """Views for people who browse the file with datasette or sqlite-utils."""
    db.create_view(
        "episodes_with_technologies",
        """
        SELECT e.id, e.number, e.title, e.published, e.duration, e.url,
               (SELECT group_concat(name, ', ') FROM guests WHERE episode = e.id) AS guests,
               (SELECT group_concat(technology, ', ') FROM mentions
                 WHERE episode = e.id AND topic IS NULL AND stance = 'uses') AS technologies
          FROM episodes e ORDER BY e.published DESC
        """,
    )
    db.create_view(
        "mentions_by_technology",
        """
        SELECT m.technology, m.stance, e.title, t.start, t.text, coalesce(t.url, e.url) AS url,
               m.declared, m.weight
          FROM mentions m
          JOIN episodes e ON e.id = m.episode
          LEFT JOIN topics t ON t.id = m.topic
         ORDER BY m.technology, e.published, t.start
        """,
    )


@migrations()
def m005_index(db: Database) -> None:
    """Vocabulary and thesaurus by spelling and stem, and the ranked lines of concepts."""
    db.table("spellings").create(
        {"kind": str, "key": str, "id": str, "seams": str, "english": int}, pk=("kind", "key")
    )
    db.table("members").create({"category": str, "technology": str}, pk=("category", "technology"))
    db.table("terms").create(
        {"id": int, "stem": str, "whole": str, "content": str, "concept": str}, pk="id"
    )
    db.table("terms").create_index(["stem"])
    db.table("term_words").create({"word": str}, pk="word")
    # The keys are long: a table without row ids holds each of them once.
    db.execute("CREATE TABLE weighed (phrases TEXT PRIMARY KEY, lines BLOB NOT NULL) WITHOUT ROWID")


@migrations()
def m006_vectors(db: Database) -> None:
    """What lines and concepts mean, for a store that is read with a sentence encoder.

    ``concepts`` are the ids of those that a line names, as JSON.
    """
    db.execute(
        "CREATE TABLE vectors (text TEXT PRIMARY KEY, model TEXT NOT NULL, vector BLOB NOT NULL,"
        " concepts TEXT) WITHOUT ROWID"
    )
