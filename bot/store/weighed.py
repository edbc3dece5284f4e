"""The lines that a concept's phrases find, weighed once when the catalogue is written.

SQLite works out the rarity of every phrase anew in every query, and a question that names a few
concepts brings in hundreds. Any change of a line changes all weights, so writing an episode
empties the table; until :func:`weigh` fills it again, searches take the long way to the very
same result.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from typing import TYPE_CHECKING

from bot.rank.thesaurus import phrases_by_weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

    from bot.rank.thesaurus import Group

Ranked = list[tuple[int, float]]

# Id of a line, and its rank.
_ROW = struct.Struct("<qd")


def quoted(phrase: str) -> str:
    """A phrase as an FTS5 string: the only way user text reaches a MATCH."""
    return '"' + phrase.replace('"', '""').replace("\x00", " ") + '"'


def expression(phrases: Iterable[str]) -> str:
    """Any of some phrases."""
    return " OR ".join(map(quoted, phrases))


def forget(conn: Connection) -> None:
    """Give up what was weighed, because lines or concepts are about to change."""
    conn.execute("DELETE FROM weighed")


def is_needed(conn: Connection) -> bool:
    """Whether nothing is weighed."""
    return conn.execute("SELECT 1 FROM weighed LIMIT 1").fetchone() is None


def weigh(conn: Connection, groups: Iterable[Group]) -> None:
    """Keep the ranked lines of each group's phrases."""
    forget(conn)
    alone: dict[str, Ranked] = {}
    kept: dict[str, bytes] = {}
    for group in groups:
        for phrases in phrases_by_weight(group).values():
            for phrase in phrases:
                if phrase not in alone:
                    alone[phrase] = matches(conn, quoted(phrase))
            lines = _together(alone[phrase] for phrase in phrases)
            kept[expression(phrases)] = b"".join(_ROW.pack(*line) for line in lines)
    conn.executemany("INSERT INTO weighed VALUES (?, ?)", kept.items())


def _together(found: Iterable[Ranked]) -> Ranked:
    """Lines with the ranks of several phrases added up, as ``a OR b`` adds them up."""
    ranks: dict[int, float] = defaultdict(float)
    for lines in found:
        for line, rank in lines:
            ranks[line] += rank
    return sorted(ranks.items())


def matches(conn: Connection, expressed: str) -> Ranked:
    """Lines that match an FTS5 expression, in order of their ids."""
    return conn.execute(
        "SELECT rowid, rank FROM lines_fts WHERE lines_fts MATCH ?", (expressed,)
    ).fetchall()


def recall(conn: Connection, expressions: Sequence[str]) -> dict[str, Ranked]:
    """Of some expressions those that were weighed, with their lines."""
    marks = ", ".join("?" * len(expressions))
    rows = conn.execute(
        f"SELECT phrases, lines FROM weighed WHERE phrases IN ({marks})",  # noqa: S608 - marks only
        expressions,
    )
    return {phrases: list(_ROW.iter_unpack(lines)) for phrases, lines in rows}
