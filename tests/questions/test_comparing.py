"""Words that say what a number must be, and in which order they are tried."""

from __future__ import annotations

import pytest

from bot.questions.bounds import read_bound
from bot.questions.comparing import AT_LEAST, AT_MOST, OVER, UNDER
from bot.questions.metrics import metric_asked

RULES = {"at least": AT_LEAST, "at most": AT_MOST, "under": UNDER, "over": OVER}
INFINITY = float("inf")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 5", "at least"),
        ("5 or more", "at least"),
        ("5+", "at least"),
        ("no less than 5", "at least"),
        ("not under 5", "at least"),
        ("at most 5", "at most"),
        ("5 or fewer", "at most"),
        ("no more than 5", "at most"),
        ("doesn't exceed 5", "at most"),
        ("never goes over 5", "at most"),
        ("less then 5", "under"),
        ("below 5", "under"),
        ("bigger than 5", "over"),
        ("over 5", "over"),
        ("about 5", None),
    ],
)
def test_comparisons(text: str, expected: str | None) -> None:
    """The first that is found holds: "no less than" has "less than" in it."""
    assert expected == next((name for name, rule in RULES.items() if rule.search(text)), None)


@pytest.mark.parametrize(
    ("question", "low", "high", "strict"),
    [
        ("who pays under $100 a month for hosting", 0, 100, True),
        ("whose hosting bill doesn't exceed $100 a month", 0, 100, False),
        ("who pays no less than $100 a month for hosting", 100, INFINITY, False),
        ("who has more than 5 servers", 5, INFINITY, True),
        ("teams smaller than five people", 0, 5, True),
        ("who stores billions of measurements", 1e9, INFINITY, False),
        ("who keeps millions of data points", 1e6, INFINITY, False),
        ("who has a hundred million rows or more", 1e8, INFINITY, False),
        ("anyone with three to six servers", 3, 6, False),
        ("who runs on a server with at most 4gb of ram", 0, 4, False),
        ("hosting more expensive than $500 a month", 500, INFINITY, True),
        ("uptime better than 99.9%", 99.9, INFINITY, True),
    ],
)
def test_bounds(question: str, low: float, high: float, strict: bool) -> None:  # noqa: FBT001 - a column of the table
    """A number that must be less or more is left out itself."""
    metric = metric_asked(question)
    assert metric is not None
    bound = read_bound(question, metric)

    assert bound is not None
    assert (low, high, strict) == (bound.low, bound.high, bound.strict)
