"""A small show on disk, a small vocabulary, and a store made of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.ask import Asker
from bot.load import LoadReport, load
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.dialogue import Answer

TODAY = date(2024, 6, 1)

SHOW = """\
id: widgets
title: Widgets
site: https://widgets.example
time_link: "{url}?t={seconds}"
"""

TECHNOLOGIES = """\
categories:
  - {id: database, name: databases, aliases: [database, db], parent: null}
technologies:
  - {id: terraform, name: Terraform}
  - {id: ansible, name: Ansible}
  - {id: postgres, name: PostgreSQL, aliases: [Postgres], categories: [database]}
  - {id: redis, name: Redis, categories: [database]}
"""


@dataclass(frozen=True)
class Shelf:
    """Folders under one root.

    Attributes:
        notes: What is loaded; has a show.yml.
        seeds: The vocabulary, and the show of sources that name none.
        db: The store.
    """

    notes: Path
    seeds: Path
    db: Path

    @classmethod
    def at(cls, root: Path) -> Shelf:
        """Make the folders."""
        shelf = cls(root / "notes", root / "seeds", root / "catalogue.db")
        shelf.notes.mkdir()
        shelf.seeds.mkdir()
        (shelf.notes / "show.yml").write_text(SHOW, "utf-8")
        (shelf.seeds / "show.yml").write_text(SHOW.replace("idgets", "orkshop"), "utf-8")
        (shelf.seeds / "technologies.yml").write_text(TECHNOLOGIES, "utf-8")
        return shelf

    def post(
        self,
        name: str,
        title: str,
        *lines: str,
        tags: Iterable[str] = (),
        guest: str = "Ada Lund",
        more: str = "",
    ) -> Path:
        """Write a post; its lines are typed as ``1:02 -- text``."""
        path = self.notes / name
        path.parent.mkdir(parents=True, exist_ok=True)
        topics = "\n".join(f"- {line}" for line in lines or ("1:02 -- A first word",))
        path.write_text(
            f'---\ntitle: "{title}"\nguest: "{guest}"\ntags: [{", ".join(tags)}]\n{more}---\n\n'
            f"{guest} speaks.\n\n## Topics Include\n\n{topics}\n",
            "utf-8",
        )
        return path

    def feed(self, name: str, *items: tuple[str, str, str], title: str = "Widgets") -> Path:
        """Write a feed with the title, address and guid of each item."""
        path = self.notes / name
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = "".join(
            f"<item><title>{each}</title>{f'<link>{url}</link>' if url else ''}"
            f"<guid isPermaLink='false'>{guid}</guid>"
            f"<description>&lt;ul&gt;&lt;li&gt;1:02 - {each} in short&lt;/li&gt;&lt;/ul&gt;"
            "</description></item>\n"
            for each, url, guid in items
        )
        path.write_text(
            f'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>{title}</title>\n'
            f"{texts}</channel></rss>\n",
            "utf-8",
        )
        return path

    def load(self, *paths: Path, prune: bool = False) -> LoadReport:
        """Load paths, else all notes, as one run of the command does."""
        with Store.open(self.db) as store:
            arguments = [str(path) for path in paths or (self.notes,)]
            return load(store, arguments, seeds=self.seeds, prune=prune)

    def ask(self, question: str) -> Answer:
        """One answer."""
        with Store.open(self.db) as store:
            return Asker(store, TODAY).ask(question)[0]

    def rows(self, sql: str, *values: object) -> list[Any]:
        """What another program sees; single columns without their tuples."""
        return rows(self.db, sql, *values)


def rows(db: Path, sql: str, *values: object) -> list[Any]:
    """What another program sees in a file; single columns without their tuples."""
    with closing(sqlite3.connect(str(db))) as conn:
        found = conn.execute(sql, values).fetchall()
    return [row[0] if len(row) == 1 else row for row in found]


def content(db: Path) -> dict[str, object]:
    """All that a store says, without the numbers it goes by inside."""
    queries = {
        "episodes": "SELECT show, slug, title, url, category, number, published, duration,"
        " description, introduction, audio FROM episodes",
        "topics": "SELECT e.slug, t.position, t.start, t.text, t.heading, t.url"
        " FROM topics t JOIN episodes e ON e.id = t.episode",
        "mentions": "SELECT e.slug, m.technology, m.stance, t.position, m.weight, m.declared"
        " FROM mentions m JOIN episodes e ON e.id = m.episode LEFT JOIN topics t ON t.id = m.topic",
        "guests": "SELECT e.slug, g.name FROM guests g JOIN episodes e ON e.id = g.episode",
        "links": "SELECT e.slug, l.url, l.grouping FROM links l JOIN episodes e ON e.id=l.episode",
        "lines": "SELECT t.text, f.text, f.title FROM lines_fts f LEFT JOIN topics t"
        " ON t.id = f.rowid",
        "indexed": "SELECT e.title, f.title FROM episodes_fts f LEFT JOIN episodes e"
        " ON e.id = f.rowid",
        "sources": "SELECT p.path, p.ordinal, e.slug FROM parsed p JOIN episodes e"
        " ON e.id = p.episode",
        "documents": "SELECT path, hash FROM documents",
        "words": "SELECT word FROM words",
        "technologies": "SELECT id, name FROM technologies",
    }
    return {name: sorted(map(repr, rows(db, sql))) for name, sql in queries.items()}


def check(db: Path) -> None:
    """Raise unless a store is sound: pages, references, index, and nothing left reserved."""
    assert rows(db, "PRAGMA integrity_check") == ["ok"]
    assert rows(db, "PRAGMA foreign_key_check") == []
    assert rows(db, "SELECT slug FROM episodes WHERE title = ''") == []
    assert rows(db, "SELECT id FROM episodes WHERE id NOT IN (SELECT episode FROM parsed)") == []
    lines = rows(db, "SELECT id FROM topics ORDER BY 1")
    assert lines == rows(db, "SELECT rowid FROM lines_fts ORDER BY 1")
    episodes = rows(db, "SELECT id FROM episodes ORDER BY 1")
    assert episodes == rows(db, "SELECT rowid FROM episodes_fts ORDER BY 1")


def image(db: Path) -> dict[str, bytes]:
    """The bytes of a closed store and of whatever lies beside it under its name."""
    return {
        path.name: path.read_bytes()
        for path in db.parent.iterdir()
        if path.name.startswith(db.name) and path.is_file()
    }
