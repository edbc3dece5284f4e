"""What one clause says of the thing in it; the tables of lines are measured in test_stance.py."""

from __future__ import annotations

import pytest

from bot.model import Stance
from bot.normalise.clause import Reading, read_clause, scope_name, scope_of


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("§ isn't used in development", Reading(Stance.AVOIDS, 0.9, "development")),
        ("you don't need §", Reading(Stance.MENTIONS, 0.45)),
        ("§ was overkill", Reading(Stance.AVOIDS, 0.7)),
        ("you're not locked into §", Reading(Stance.MENTIONS, 0.45)),
        ("they moved off §", Reading(Stance.USED_BEFORE, 0.85)),
        ("they want to use §", Reading(Stance.PLANS, 0.8)),
        ("they want to upgrade to the latest version of §", Reading(Stance.USES, 0.6)),
        ("they couldn't live without §", Reading(Stance.USES, 0.8)),
        ("§ is used in production", Reading(Stance.USES, 0.9, "production")),
        ("a §-like sandbox", Reading(Stance.MENTIONS, 0.35)),
        ("is § any good?", Reading(Stance.MENTIONS, 0.35)),
    ],
)
def test_one_clause(clause: str, expected: Reading) -> None:
    """The first table that knows the wording decides."""
    assert read_clause(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("it runs in production", "production"),
        ("only used locally", "development"),
        ("it runs in development and in production", None),
        ("it runs on Linux", None),
    ],
)
def test_where_it_holds(clause: str, expected: str | None) -> None:
    """One environment is a restriction, two are none."""
    assert scope_of(clause) == expected


def test_names_of_environments() -> None:
    """However short they are written."""
    assert ["production", "development", "staging"] == [
        scope_name(word) for word in ("prod", "locally", "Staging")
    ]
