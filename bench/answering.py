"""Answering in process, against the bare full-text query over the same lines."""

from __future__ import annotations

import re
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from bench.clock import clocked, percentiles
from bench.material import TODAY
from bot.ask import Asker
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def answering(db: Path, texts: Sequence[str], rounds: int) -> str:
    """Milliseconds for an answer in process, against the bare full-text query."""
    with Store.open(db) as store:
        asker = Asker(store, TODAY)
        first = [clocked(partial(asker.ask, text)) for text in texts]
        ours = [clocked(partial(asker.ask, text)) for _ in range(rounds) for text in texts]
    connection = sqlite3.connect(db)
    try:
        bare = [
            clocked(partial(full_text, connection, text)) for _ in range(rounds) for text in texts
        ]
    finally:
        connection.close()
    p50, p99, bare50, bare99 = *percentiles(ours), *percentiles(bare)
    first50, first99 = percentiles(first)
    return (
        f"ask       {len(texts)} questions: p50 {p50:.2f} ms, p99 {p99:.2f} ms "
        f"(each for the first time: {first50:.2f} and {first99:.2f} ms); "
        f"bare FTS5 p50 {bare50:.2f} ms, p99 {bare99:.2f} ms; "
        f"ratio {p50 / bare50:.1f} and {p99 / bare99:.1f}"
    )


def full_text(connection: sqlite3.Connection, text: str) -> list[object]:
    """The fifty lines that SQLite ranks best for the words of a question."""
    words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
    if not words:
        return []
    query = "SELECT rowid FROM lines_fts WHERE lines_fts MATCH ? ORDER BY rank LIMIT 50"
    return connection.execute(query, (words,)).fetchall()
