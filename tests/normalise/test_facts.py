"""Numbers in lines: what is counted, how much of it, and over which time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Fact, Topic
from bot.normalise.facts import facts

TABLE = Path(__file__).parent / "data" / "facts.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def shown(fact: Fact) -> str:
    """A figure as the table writes it: ``requests=100-200/day``."""
    value = f"{fact.low:.10g}" if fact.low == fact.high else f"{fact.low:.10g}-{fact.high:.10g}"
    return f"{fact.metric}={value}" + (f"/{fact.period}" if fact.period else "")


@pytest.mark.parametrize(("expected", "line"), ROWS, ids=[row[-1][:40] for row in ROWS])
def test_facts(expected: str, line: str) -> None:
    """Every figure of the line, and no other."""
    found = sorted(shown(fact) for fact in facts([Topic(1, line)]))

    assert sorted(expected.replace("-", "", expected == "-").split()) == found


def test_the_table_is_big_enough() -> None:
    """What a few lines show says little about what people write."""
    assert len(ROWS) >= 80


def test_a_figure_knows_its_line_and_unit() -> None:
    """The second of three lines is cited, in the unit in which it counts."""
    lines = [Topic(1, "Hello"), Topic(60, "They pay $7 / month for hosting"), Topic(90, "Bye")]

    assert facts(lines) == (Fact("hosting_cost", 7.0, 7.0, "usd", "month", 1),)


def test_prose_is_read_by_sentence() -> None:
    """What one sentence says of money does not colour the next."""
    text = "Everything is hosted on Heroku. Their podcast has 500 subscribers. Coffee is $4."

    assert [shown(fact) for fact in facts([Topic(None, text)])] == ["users=500", "cost=4"]


def test_a_figure_stated_twice_is_one() -> None:
    """Nothing is counted double."""
    assert len(facts([Topic(1, "3 servers, that's right, 3 servers")])) == 1
