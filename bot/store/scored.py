"""How well lines meet the words of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rank.relevance import rarity
from bot.rank.thesaurus import phrases_by_weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.rank.thesaurus import Group

Parts = tuple[tuple[str, float], ...]

Ways = tuple[tuple[float, frozenset[int]], ...]
"""What it is worth to meet an idea in some way, and the lines that meet it in no better one."""


def ways(group: Group, known: Mapping[str, frozenset[int]], total: int) -> Ways:
    """How the lines of a catalogue meet an idea.

    Args:
        group: Ways to say it, each with its weight.
        known: Each of them -> ids of the lines that have it.
        total: How many lines there are.

    >>> known = {"ci": frozenset({1}), "build": frozenset({1, 2}), "pipeline": frozenset()}
    >>> [
    ...     (round(worth, 1), set(lines))
    ...     for worth, lines in ways((("ci", 1.0), ("build", 0.5), ("pipeline", 0.5)), known, 4)
    ... ]
    [(1.6, {1}), (0.5, {2})]
    """
    found = []
    seen: frozenset[int] = frozenset()
    for weight, phrases in phrases_by_weight(group).items():
        new = frozenset[int]().union(*[known[phrase] for phrase in phrases]) - seen
        if new:
            seen |= new
            found.append((weight * rarity(len(seen), total), new))
    return tuple(found)


def scored(
    ideas: Iterable[tuple[str, Ways]], allowed: frozenset[int] | None, limit: int
) -> list[tuple[int, float, Parts]]:
    """Lines by the ideas they meet, best first; each idea counts once, by its best match.

    Args:
        ideas: Labels, and how lines meet them.
        allowed: Ids of the only lines that are wanted; ``None`` when all are.
        limit: Most lines.

    Returns:
        Id, score and what the score is made of.

    >>> ci, docker = ((1.6, frozenset({1, 3})),), ((1.1, frozenset({1, 2})),)
    >>> scored([("ci", ci), ("docker", docker)], None, 2)
    [(1, 2.7, (('ci', 1.6), ('docker', 1.1))), (3, 1.6, (('ci', 1.6),))]
    """
    met = [
        (label, worth, lines if allowed is None else lines & allowed)
        for label, found in ideas
        for worth, lines in found
    ]
    totals: dict[int, float] = {}
    for _, worth, lines in met:
        for line in lines:
            totals[line] = totals.get(line, 0.0) + worth
    best = sorted(totals)
    best.sort(key=totals.__getitem__, reverse=True)
    return [(line, totals[line], _parts(met, line)) for line in best[:limit]]


def _parts(met: Iterable[tuple[str, float, frozenset[int]]], line: int) -> Parts:
    return tuple([(label, worth) for label, worth, lines in met if line in lines])
