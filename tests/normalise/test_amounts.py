"""What an amount of money states: its sort, its period, and how often it is paid."""

from __future__ import annotations

import pytest

from bot.model import Fact
from bot.normalise.amounts import stated
from bot.normalise.quantities import quantities


def last(text: str) -> list[Fact]:
    """What the last number of a text states."""
    *_, amount = quantities(text)
    return list(stated(amount, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hosting is $40 a month", Fact("hosting_cost", 40.0, 40.0, "usd", "month")),
        (
            "The bill went up to $40 a month after adding search",
            Fact("hosting_cost", 40.0, 40.0, "usd", "month"),
        ),
        (
            "Hosting used to be $90 a month but now it's $40",
            Fact("hosting_cost", 40.0, 40.0, "usd", "month"),
        ),
        (
            "Each server is $20 a month and hosting is $40 in total",
            Fact("hosting_cost", 40.0, 40.0, "usd", "month"),
        ),
        ("Two $20 / month servers", Fact("hosting_cost", 40.0, 40.0, "usd", "month")),
        ("Annual revenue is $40", Fact("income", 40.0, 40.0, "usd", "year")),
        ("The logo was $40", Fact("cost", 40.0, 40.0, "usd")),
    ],
)
def test_stated(text: str, expected: Fact) -> None:
    """A period may follow at once, stand before, or be that of what they paid before."""
    assert last(text) == [expected]


def test_an_amount_that_is_over_states_nothing() -> None:
    """What was saved is paid by nobody."""
    assert last("They saved $40") == []
