"""Lines are scored by the ideas they meet."""

from __future__ import annotations

import pytest

from bot.rank.relevance import rarity
from bot.store.scored import scored, ways

TOTAL = 1000
KNOWN = {
    "ci": frozenset({1, 4}),
    "pipeline": frozenset({1, 2}),
    "build": frozenset({3}),
    "docker": frozenset({2}),
    "cobol": frozenset[int](),
}
GROUPS = (
    (("ci", 1.0), ("pipeline", 0.5), ("build", 0.5)),
    (("docker", 1.0),),
    (("cobol", 1.0),),
)
IDEAS = [(group[0][0], ways(group, KNOWN, TOTAL)) for group in GROUPS]
SURE, LOOSE, DOCKER = rarity(2, TOTAL), 0.5 * rarity(4, TOTAL), rarity(1, TOTAL)


def test_what_is_said_more_loosely_is_worth_less() -> None:
    """Rarity counts the lines of all ways up to that one; what nobody says is no way."""
    assert [found for _, found in IDEAS] == [
        ((SURE, frozenset({1, 4})), (LOOSE, frozenset({2, 3}))),
        ((DOCKER, frozenset({2})),),
        (),
    ]


def test_each_idea_counts_once_by_its_best_way() -> None:
    """Though a line may say it in several."""
    assert scored(IDEAS, None, 9) == [
        (2, LOOSE + DOCKER, (("ci", LOOSE), ("docker", DOCKER))),
        (1, SURE, (("ci", SURE),)),
        (4, SURE, (("ci", SURE),)),
        (3, LOOSE, (("ci", LOOSE),)),
    ]


@pytest.mark.parametrize(("limit", "found"), [(0, []), (1, [2]), (2, [2, 1]), (9, [2, 1, 4, 3])])
def test_no_more_than_wanted(limit: int, found: list[int]) -> None:
    """The best come first; of equals the one that was stored first."""
    assert found == [line for line, _, _ in scored(IDEAS, None, limit)]


def test_only_the_lines_that_are_wanted() -> None:
    """They score the same whether or not an episode is named."""
    assert scored(IDEAS, frozenset({3, 4, 9}), 9) == [
        (4, SURE, (("ci", SURE),)),
        (3, LOOSE, (("ci", LOOSE),)),
    ]
