"""Which of the figures that a line gives are meant, where it counts several sorts of a thing.

"Who sends a million emails a month" is about no jobs, "more than 20 developers" about nobody else
who works there, and a code base of 28,000 lines of Elixir and 2,000 of JavaScript is no small one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import rx, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Figure
    from bot.questions.metrics import Metric

_DEVELOPERS = rx(words("dev, devs, developers?, engineers?, coders?, programmers?"))
_AT_ONCE = rx(r"\bat (?:once|the same (?:time|moment))\b|\bconcurrent\w*|\bsimultaneous\w*")
# What a question counts, and what a line that counts the same has.
_THINGS = tuple(
    (rx(words(asked)), rx(told, re.IGNORECASE))
    for asked, told in (
        ("e-?mails?, newsletters?, mails?", r"mail|newsletter"),
        ("texts?", r"\bsms\b|\btext"),
        ("images?, photos?, pictures?", r"image|photo|picture|thumbnail"),
        ("videos?, renders?", r"video|render"),
        ("orders?, bookings?", r"order|booking|reservation|checkout"),
        ("payments?, transactions?, invoices?", r"payment|transaction|invoice|charge|checkout"),
    )
)
# Whoever visits pays nothing.
_CUSTOMERS = rx(words("customers?, subscribers?, paying (?:users?|members?|clients?)"))
_NO_VISIT = rx(r"^(?!.*\b(?:visits?|visitors?|readers?|listeners?)\b)", re.IGNORECASE)
# So many come in within a day, so at least as many are kept.
_DATA = rx(
    r"\brow|record|data ?point|measurement|reading|sample|position|document|observation|coordinate"
    r"|\bentr(?:y|ies)\b",
    re.IGNORECASE,
)
_TOGETHER = rx(
    r"\bat (?:once|the same (?:time|moment)|peak)\b|concurrent|simultaneous"
    r"|\b(?:online|connected)\b",
    re.IGNORECASE,
)


def unit_asked(shape: str, metric: Metric) -> str | None:
    """Whether those who write code are asked for, or all who work there.

    >>> from bot.questions.metrics import metric_asked
    >>> shape = "who has more than 20 engineers"
    >>> unit_asked(shape, metric_asked(shape))
    'developers'
    """
    if "team" not in metric.names:
        return None
    return "developers" if _DEVELOPERS.search(shape) else "people"


def told_with(shape: str, metric: Metric) -> re.Pattern[str] | None:
    """What a line has that counts what is asked for, where others count something else."""
    if "rows" in metric.names:
        return _DATA
    if "throughput" in metric.names:
        return next((told for asked, told in _THINGS if asked.search(shape)), None)
    if "users" not in metric.names:
        return None
    if _AT_ONCE.search(shape):
        return _TOGETHER
    return _NO_VISIT if _CUSTOMERS.search(shape) else None


def meant(
    figures: Sequence[Figure], unit: str | None, told: re.Pattern[str] | None
) -> list[Figure]:
    """The figures of what is asked for.

    Args:
        figures: All of a metric.
        unit: What is counted, where a line counts that and something else.
        told: What their lines have.
    """
    both = {each.line.id for each in figures if each.line and each.fact.unit == unit}
    return [
        each
        for each in figures
        if each.line is not None
        and (each.fact.unit == unit or each.line.id not in both)
        and (told is None or told.search(each.line.text))
    ]
