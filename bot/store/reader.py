"""Reading the catalogue: a lookup in, evidence out.

User words reach FTS5 only as
quoted strings, so ``c++``, ``"x`` or ``NEAR(`` are words and never syntax.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.dialogue import Evidence, Figure, Head, Hit, Line, Lookup, Sighting, TextQuery
from bot.model import Category, Concept, Fact, Guest, Show, Stance, Technology
from bot.rank.relevance import rarity
from bot.rank.thesaurus import phrases_by_weight
from bot.rank.words import is_said
from bot.store import weighed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from sqlite3 import Connection

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
        " audio FROM episodes ORDER BY published DESC, number DESC"
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


def find(conn: Connection, lookup: Lookup, heads: dict[int, Head]) -> Evidence:
    """Everything the store holds for a lookup."""
    return Evidence(
        heads=heads,
        sightings=tuple(_sightings(conn, lookup)),
        lines=tuple(_lines(conn, lookup.episodes)),
        hits=tuple(tuple(_search(conn, query)) for query in lookup.searches),
        figures=tuple(_figures(conn, lookup.metrics)),
        phrased={phrase: _phrased(conn, phrase) for phrase in lookup.phrases},
    )


def read_declared(conn: Connection) -> tuple[Sighting, ...]:
    """What every episode as a whole says of every technology."""
    return tuple(_sightings(conn, Lookup(declared=True)))


def _marks(values: Iterable[Any]) -> str:
    return ", ".join("?" for _ in values)


Sighted = dict[str, list[tuple[int, Sighting]]]
"""Technology -> what is said of it, each with its place among all that is said."""


def read_sighted(conn: Connection, technologies: Collection[str]) -> Sighted:
    """What is said of some technologies, those included of which nothing is."""
    found: Sighted = {technology: [] for technology in technologies}
    rows = conn.execute(
        f"SELECT m.id, {_SIGHTING} FROM mentions m LEFT JOIN topics t ON t.id = m.topic"
        f" WHERE m.technology IN ({_marks(technologies)}) ORDER BY m.id",
        sorted(technologies),
    )
    for place, *row in rows:
        found[row[1]].append((place, _sighting(row)))
    return found


def _sighting(row: Sequence[Any]) -> Sighting:
    line = None if row[5] is None else Line(*row[5:])
    return Sighting(row[0], row[1], _STANCES[row[2]], row[3], bool(row[4]), line)


def _sightings(conn: Connection, lookup: Lookup) -> Iterable[Sighting]:
    conditions, values = [], list[Any]()
    if lookup.technologies:
        conditions.append(f"m.technology IN ({_marks(lookup.technologies)})")
        values += sorted(lookup.technologies)
    if lookup.episodes:
        conditions.append(f"m.episode IN ({_marks(lookup.episodes)})")
        values += sorted(lookup.episodes)
    if lookup.declared:
        conditions.append("m.topic IS NULL")
    if not conditions:
        return []
    rows = conn.execute(
        f"SELECT {_SIGHTING} FROM mentions m LEFT JOIN topics t ON t.id = m.topic"
        f" WHERE {' OR '.join(conditions)} ORDER BY m.id",
        values,
    )
    return [_sighting(row) for row in rows]


def _lines(conn: Connection, episodes: frozenset[int]) -> Iterable[Line]:
    if not episodes:
        return []
    rows = conn.execute(
        f"SELECT {_LINE} FROM topics t WHERE t.episode IN ({_marks(episodes)})"
        " ORDER BY t.episode, t.position",
        sorted(episodes),
    )
    return [Line(*row) for row in rows]


def _figures(conn: Connection, metrics: frozenset[str]) -> Iterable[Figure]:
    if not metrics:
        return []
    rows = conn.execute(
        f"SELECT f.episode, f.metric, f.low, f.high, f.unit, f.period, {_LINE} FROM facts f"
        f" LEFT JOIN topics t ON t.id = f.topic WHERE f.metric IN ({_marks(metrics)})"
        " ORDER BY f.id",
        sorted(metrics),
    )
    return [
        Figure(row[0], Fact(*row[1:6]), None if row[6] is None else Line(*row[6:])) for row in rows
    ]


def _phrased(conn: Connection, phrase: str) -> tuple[Line, ...]:
    """Lines that have a phrase exactly so; the index knows only stems, and headings as well."""
    lines = lines_by_id(conn, weighed.matches(conn, phrase))
    return tuple(lines[ident] for ident in sorted(lines) if is_said(phrase, lines[ident].text))


def _search(conn: Connection, query: TextQuery) -> list[Hit]:
    """Lines by the ideas they meet, best first; each idea counts once, by its best match."""
    known = weighed.recall(conn, (phrase for group in query.terms for phrase, _ in group))
    total = conn.execute("SELECT count(*) FROM topics").fetchone()[0]
    allowed = _lines_of(conn, query.episodes)
    parts: dict[int, list[tuple[str, float]]] = defaultdict(list)
    totals: dict[int, float] = defaultdict(float)
    for group in query.terms:
        label = group[0][0]
        met: set[int] = set()
        for weight, phrases in phrases_by_weight(group).items():
            new = set[int]().union(*(known[phrase] for phrase in phrases)) - met
            met |= new
            score = weight * rarity(len(met), total) if met else 0.0
            for line in new if allowed is None else new & allowed:
                parts[line].append((label, score))
                totals[line] += score
    best = sorted(totals, key=lambda line: (-totals[line], line))[: query.limit]
    lines = lines_by_id(conn, best)
    return [Hit(lines[line], totals[line], tuple(parts[line])) for line in best if line in lines]


def _lines_of(conn: Connection, episodes: frozenset[int]) -> set[int] | None:
    """Ids of the lines of some episodes; ``None`` when all are meant."""
    if not episodes:
        return None
    rows = conn.execute(
        f"SELECT id FROM topics WHERE episode IN ({_marks(episodes)})",
        sorted(episodes),
    )
    return {row[0] for row in rows}


def lines_by_id(conn: Connection, ids: list[int]) -> dict[int, Line]:
    """Lines by their ids."""
    rows = conn.execute(f"SELECT {_LINE} FROM topics t WHERE t.id IN ({_marks(ids)})", ids)
    return {row[0]: Line(*row) for row in rows}
