"""Lines are scored by the ideas they meet."""

from __future__ import annotations

import pytest

from bot.dialogue import TextQuery
from bot.rank.relevance import rarity
from bot.store.scored import scored

TERMS = (
    (("ci", 1.0), ("pipeline", 0.5), ("build", 0.5)),
    (("docker", 1.0),),
    (("cobol", 1.0),),
)
KNOWN = {
    "ci": frozenset({1, 4}),
    "pipeline": frozenset({1, 2}),
    "build": frozenset({3}),
    "docker": frozenset({2}),
    "cobol": frozenset[int](),
}
TOTAL = 1000


def test_each_idea_counts_once_by_its_best_way() -> None:
    """What is said more loosely is worth less, and rarity counts all ways up to that one."""
    sure, loose, docker = rarity(2, TOTAL), 0.5 * rarity(4, TOTAL), rarity(1, TOTAL)

    assert scored(TextQuery(TERMS), KNOWN, TOTAL, None) == [
        (2, loose + docker, (("ci", loose), ("docker", docker))),
        (1, sure, (("ci", sure),)),
        (4, sure, (("ci", sure),)),
        (3, loose, (("ci", loose),)),
    ]


@pytest.mark.parametrize(("limit", "found"), [(0, []), (1, [2]), (2, [2, 1]), (9, [2, 1, 4, 3])])
def test_no_more_than_wanted(limit: int, found: list[int]) -> None:
    """The best come first; of equals the one that was stored first."""
    hits = scored(TextQuery(TERMS, limit=limit), KNOWN, TOTAL, None)

    assert found == [line for line, _, _ in hits]


def test_lines_that_are_not_wanted_still_say_how_rare_an_idea_is() -> None:
    """So that a line scores the same whether or not an episode is named."""
    everywhere = {line: score for line, score, _ in scored(TextQuery(TERMS), KNOWN, TOTAL, None)}

    assert [(line, everywhere[line]) for line in (4, 3)] == [
        (line, score)
        for line, score, _ in scored(TextQuery(TERMS), KNOWN, TOTAL, frozenset({3, 4, 9}))
    ]
