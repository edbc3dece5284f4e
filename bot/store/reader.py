"""Reading the catalogue: rows in, nouns out. What is kept of them is held elsewhere."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from bot.dialogue import Figure, Head, Line, Sighting
from bot.model import Category, Concept, Fact, Guest, Show, Stance, Technology

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from sqlite3 import Connection

K = TypeVar("K", int, str)
T = TypeVar("T")

Placed = dict[int, T]
"""Rows by their places among all of their kind, in order."""

Lines = dict[int, Line]
"""Lines by id: many rows have the same one, which is made once."""

# A look-up in a table is several times as fast as calling the enumeration.
_STANCES = {stance.value: stance for stance in Stance}
_LINE = "t.id, t.episode, t.start, t.text, t.url"
_SIGHTING = f"m.episode, m.technology, m.stance, m.weight, m.declared, {_LINE}"


def read_show(conn: Connection, ident: str) -> Show | None:
    """A stored show."""
    row = conn.execute(
        "SELECT id, title, site, permalink, time_link, audio FROM shows WHERE id = ?", (ident,)
    ).fetchone()
    return None if row is None else Show(*row)


def read_technologies(conn: Connection) -> list[Technology]:
    """The vocabulary's technologies, and declared tags it does not list."""
    known = [_technology(row) for row in conn.execute("SELECT * FROM technologies ORDER BY rowid")]
    return known + read_unlisted(conn)


def read_technology(conn: Connection, ident: str) -> Technology | None:
    """One technology that the vocabulary lists."""
    row = conn.execute("SELECT * FROM technologies WHERE id = ?", (ident,)).fetchone()
    return None if row is None else _technology(row)


def read_unlisted(conn: Connection) -> list[Technology]:
    """Declared tags that the vocabulary does not list."""
    rows = conn.execute(
        "SELECT DISTINCT technology FROM mentions"
        " WHERE technology NOT IN (SELECT id FROM technologies)"
    )
    return [Technology(ident, ident) for (ident,) in rows]


def _technology(row: tuple[Any, ...]) -> Technology:
    ident, name, aliases, categories, url, ambiguous, part_of, library = row
    return Technology(
        ident,
        name,
        tuple(json.loads(aliases)),
        tuple(json.loads(categories)),
        url,
        bool(ambiguous),
        part_of,
        bool(library),
    )


def read_categories(conn: Connection) -> list[Category]:
    """The category tree."""
    return [
        Category(ident, name, tuple(json.loads(aliases)), parent)
        for ident, name, aliases, parent in conn.execute("SELECT * FROM categories ORDER BY rowid")
    ]


def read_concepts(conn: Connection, ident: str | None = None) -> list[Concept]:
    """The thesaurus, or one concept of it."""
    if ident is None:
        rows = conn.execute("SELECT * FROM concepts ORDER BY rowid")
    else:
        rows = conn.execute("SELECT * FROM concepts WHERE id = ?", (ident,))
    return [
        Concept(concept, tuple(json.loads(terms)), tuple(json.loads(weak)), tuple(json.loads(see)))
        for concept, terms, weak, see in rows
    ]


def read_heads(conn: Connection) -> dict[int, Head]:
    """All episodes without their lines, newest first."""
    guests: dict[int, list[Guest]] = defaultdict(list)
    for episode, name, website, twitter in conn.execute(
        "SELECT episode, name, website, twitter FROM guests ORDER BY episode, position"
    ):
        guests[episode].append(Guest(name, website, twitter))
    names: dict[int, list[str]] = defaultdict(list)
    for episode, name in conn.execute("SELECT episode, name FROM names ORDER BY rowid"):
        names[episode].append(name)
    rows = conn.execute(
        "SELECT id, slug, title, url, show, category, number, published, duration, description,"
        " audio FROM episodes ORDER BY published DESC, number DESC, id"
    )
    return {
        row[0]: Head(
            id=row[0],
            slug=row[1],
            title=row[2],
            url=row[3],
            show=row[4],
            category=row[5],
            number=row[6],
            published=date.fromisoformat(row[7]) if row[7] else None,
            duration=row[8],
            guests=tuple(guests[row[0]]),
            names=tuple(names[row[0]]),
            description=row[9],
            audio=row[10],
        )
        for row in rows
    }


def _marks(values: Iterable[Any]) -> str:
    return ", ".join("?" for _ in values)


def read_sighted(
    conn: Connection, technologies: Collection[str], lines: Lines
) -> dict[str, Placed[Sighting]]:
    """What is said of some technologies, those included of which nothing is.

    Args:
        conn: Where to read.
        technologies: Their ids.
        lines: Known lines, which grow.
    """
    rows = _sightings(conn, f"m.technology IN ({_marks(technologies)})", technologies, lines)
    return _grouped(technologies, ((each.technology, place, each) for place, each in rows))


def read_told(
    conn: Connection, episodes: Collection[int], lines: Lines
) -> dict[int, Placed[Sighting]]:
    """What some episodes say of any technology."""
    rows = _sightings(conn, f"m.episode IN ({_marks(episodes)})", episodes, lines)
    return _grouped(episodes, ((each.episode, place, each) for place, each in rows))


def read_declared(conn: Connection) -> Placed[Sighting]:
    """What every episode as a whole says of every technology."""
    return dict(_sightings(conn, "m.topic IS NULL", (), {}))


def _sightings(
    conn: Connection, condition: str, values: Collection[int] | Collection[str], lines: Lines
) -> Iterator[tuple[int, Sighting]]:
    rows = conn.execute(
        f"SELECT m.id, {_SIGHTING} FROM mentions m LEFT JOIN topics t ON t.id = m.topic"
        f" WHERE {condition} ORDER BY m.id",
        tuple(values),
    )
    for place, episode, technology, stance, weight, declared, *line in rows:
        yield (
            place,
            Sighting(
                episode, technology, _STANCES[stance], weight, bool(declared), _line(line, lines)
            ),
        )


def _line(row: Sequence[Any], lines: Lines) -> Line | None:
    """A line as it is known, else from its row; none where there is no row."""
    if row[0] is None:
        return None
    known = lines.get(row[0])
    if known is None:
        known = lines[row[0]] = Line(*row)
    return known


def _grouped(keys: Iterable[K], rows: Iterable[tuple[K, int, T]]) -> dict[K, Placed[T]]:
    found: dict[K, Placed[T]] = {key: {} for key in keys}
    for key, place, row in rows:
        found[key][place] = row
    return found


def read_lines(
    conn: Connection, episodes: Collection[int], lines: Lines
) -> dict[int, tuple[Line, ...]]:
    """All lines of some episodes, in their order."""
    found: dict[int, list[Line]] = {episode: [] for episode in episodes}
    for row in conn.execute(
        f"SELECT {_LINE} FROM topics t WHERE t.episode IN ({_marks(episodes)})"
        " ORDER BY t.episode, t.position",
        tuple(episodes),
    ):
        line = _line(row, lines)
        if line is not None:
            found[line.episode].append(line)
    return {episode: tuple(each) for episode, each in found.items()}


def read_figures(
    conn: Connection, metrics: Collection[str], lines: Lines
) -> dict[str, Placed[Figure]]:
    """Every figure of some metrics."""
    rows = conn.execute(
        f"SELECT f.id, f.episode, f.metric, f.low, f.high, f.unit, f.period, {_LINE} FROM facts f"
        f" LEFT JOIN topics t ON t.id = f.topic WHERE f.metric IN ({_marks(metrics)})"
        " ORDER BY f.id",
        tuple(metrics),
    )
    figures = ((row[0], Figure(row[1], Fact(*row[2:7]), _line(row[7:], lines))) for row in rows)
    return _grouped(metrics, ((each.fact.metric, place, each) for place, each in figures))


def count_lines(conn: Connection) -> int:
    """How many lines there are."""
    return int(conn.execute("SELECT count(*) FROM topics").fetchone()[0])


def lines_by_id(conn: Connection, ids: list[int]) -> Lines:
    """Lines by their ids."""
    rows = conn.execute(f"SELECT {_LINE} FROM topics t WHERE t.id IN ({_marks(ids)})", ids)
    return {row[0]: Line(*row) for row in rows}
