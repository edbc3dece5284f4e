"""The figure that an amount of money states: what it is for, for how long, and how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Fact
from bot.normalise import money, periods
from bot.normalise.quantities import quantities
from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.normalise.quantities import Quantity

# How far before an amount its period may stand: "the monthly bill is around $75".
_NEAR = 60
# "Two $20 / month servers": so many, at that price each.
_TIMES_PRICE = rx(r"(?:^|[ (])(?P<many>[1-9]\d?|two|three|four|five|six)\)? ?x? $", re.IGNORECASE)
_IN_TOTAL = rx(r" (?:in total|total|altogether|all together|combined)\b", re.IGNORECASE)


def stated(quantity: Quantity, text: str) -> Iterator[Fact]:
    """What an amount of money is, unless that is over."""
    metric = money.metric_of(text, quantity.start, quantity.end)
    if metric is not None:
        before = text[max(0, quantity.start - _NEAR) : quantity.start]
        period = (
            periods.right_after(text, quantity.end)
            or periods.named_after(text, quantity.end)
            or periods.named_in(before)
            or periods.gone_after(text, quantity.end)
            or (money.period_of(text) if metric == "income" else _period_before(text, quantity))
        )
        times = _TIMES_PRICE.search(before)
        many = next(quantities(times["many"])).low if times else 1.0
        yield Fact(metric, quantity.low * many, quantity.high * many, "usd", period)


def _period_before(text: str, amount: Quantity) -> str | None:
    """The period of what they paid before: "it was $90 a month, but now it's $40".

    An amount "in total" is for the time that its parts are for, too.
    """
    total = _IN_TOTAL.match(text, amount.end)
    before = (each for each in quantities(text) if each.money and each.end <= amount.start)
    over = (
        periods.right_after(text, each.end)
        for each in before
        if total or money.metric_of(text, each.start, each.end) is None
    )
    return next((period for period in over if period), None)
