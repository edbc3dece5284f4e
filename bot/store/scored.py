"""How well lines meet the words of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rank.relevance import rarity
from bot.rank.thesaurus import phrases_by_weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.dialogue import TextQuery

Parts = tuple[tuple[str, float], ...]


def scored(
    query: TextQuery,
    known: Mapping[str, frozenset[int]],
    total: int,
    allowed: frozenset[int] | None,
) -> list[tuple[int, float, Parts]]:
    """Lines by the ideas they meet, best first; each idea counts once, by its best match.

    Args:
        query: What to find.
        known: Each of its phrases -> ids of the lines that have it.
        total: How many lines there are.
        allowed: Ids of the only lines that are wanted; ``None`` when all are.

    Returns:
        Id, score and what the score is made of.

    >>> from bot.dialogue import TextQuery
    >>> query = TextQuery(((("ci", 1.0), ("pipeline", 0.5)), (("docker", 1.0),)))
    >>> known = {"ci": {1}, "pipeline": {1, 2}, "docker": {2}}
    >>> [(line, round(score, 1)) for line, score, _ in scored(query, known, 4, None)]
    [(2, 2.2), (1, 1.6)]
    """
    met = list(_met(query, known, total, allowed))
    totals: dict[int, float] = {}
    for _, score, lines in met:
        for line in lines:
            totals[line] = totals.get(line, 0.0) + score
    best = sorted(totals)
    best.sort(key=totals.__getitem__, reverse=True)
    return [
        (line, totals[line], tuple((label, score) for label, score, lines in met if line in lines))
        for line in best[: query.limit]
    ]


def _met(
    query: TextQuery,
    known: Mapping[str, frozenset[int]],
    total: int,
    allowed: frozenset[int] | None,
) -> Iterator[tuple[str, float, frozenset[int]]]:
    """Ideas with what it is worth to meet one in some way, and the lines that do so first."""
    for group in query.terms:
        label = group[0][0]
        seen: set[int] = set()
        for weight, phrases in phrases_by_weight(group).items():
            new = frozenset[int]().union(*(known[phrase] for phrase in phrases)) - seen
            if not new:
                continue
            seen |= new
            score = weight * rarity(len(seen), total)
            yield label, score, new if allowed is None else new & allowed
