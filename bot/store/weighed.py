"""The lines that a phrase of the thesaurus finds, looked up once when the catalogue is written.

A question that names a few concepts brings in hundreds of phrases. Any change of a line may
change what a phrase finds, so writing an episode empties the table; until :func:`weigh` fills
it again, searches take the long way to the very same result.

User words reach FTS5 only as quoted strings, so ``c++``, ``"x`` or ``NEAR(`` are words and never
syntax.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from bot.rank.words import is_mistaken, may_be_mistaken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

# Ids of lines in the machine's own order of bytes: a store is not carried to another.
_IDS = "q"
# Question marks in one statement, of the 32,766 that SQLite allows.
_AT_ONCE = 5000


def quoted(phrase: str) -> str:
    """A phrase as an FTS5 string: the only way user text reaches a MATCH."""
    return '"' + phrase.replace('"', '""').replace("\x00", " ") + '"'


def forget(conn: Connection) -> None:
    """Give up what was looked up, because lines or concepts are about to change."""
    conn.execute("DELETE FROM weighed")


def is_needed(conn: Connection) -> bool:
    """Whether nothing is looked up."""
    return conn.execute("SELECT 1 FROM weighed LIMIT 1").fetchone() is None


def weigh(conn: Connection, phrases: Iterable[str]) -> None:
    """Keep the lines that each phrase finds."""
    forget(conn)
    conn.executemany(
        "INSERT INTO weighed VALUES (?, ?)",
        (
            (phrase, array(_IDS, matches(conn, phrase)).tobytes())
            for phrase in dict.fromkeys(phrases)
        ),
    )


def matches(conn: Connection, phrase: str) -> list[int]:
    """Lines whose text or heading has a phrase, in its own sense."""
    rows = conn.execute(
        "SELECT rowid FROM lines_fts WHERE lines_fts MATCH ?",
        (f"{{text heading}} : {quoted(phrase)}",),
    )
    lines = [row[0] for row in rows]
    if not may_be_mistaken(phrase):
        return lines
    marks = ", ".join("?" * len(lines))
    texts = conn.execute(
        f"SELECT id, text || ' ' || coalesce(heading, '') FROM topics WHERE id IN ({marks})",
        lines,
    )
    return [ident for ident, text in texts if not is_mistaken(phrase, text)]


def recall(conn: Connection, phrases: Iterable[str]) -> dict[str, frozenset[int]]:
    """The lines of each phrase, looked up now if they are not kept."""
    wanted = list(dict.fromkeys(phrases))
    found: dict[str, frozenset[int]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for phrase, lines in conn.execute(
            f"SELECT phrases, lines FROM weighed WHERE phrases IN ({marks})",
            some,
        ):
            found[phrase] = frozenset(array(_IDS, lines))
    for phrase in wanted:
        if phrase not in found:
            found[phrase] = frozenset(matches(conn, phrase))
    return found
