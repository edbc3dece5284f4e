"""Every number there is of a thing, and the one in their middle: "average team size"."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from bot.patterns import rx, words
from bot.questions.bounds import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.metrics import Metric

_MIDDLE = rx(
    words("average, avg, median, mean(?! to| by), typical(?:ly)?, usual(?:ly)?, normal(?:ly)?")
)
# "Does anyone share how much they make" asks for every number there is.
_SHARED = rx(
    r"""
    \b(?:shar(?:e|es|ed|ing)|reveal\w*|disclos\w+|tells?|told|talk(?:s|ed|ing)? about|mention\w*
        |says?
        |said|gives?|gave|(?:open|honest|transparent|public) about|publish\w*|admit\w*)
        (?:\w+ ){0,3}?(?:how (?:much|many|big|large|high)|what|their|his|her|the|any|revenue
        |numbers?
        |figures?|income|costs?)\b
    """
)
# So does "what do people pay for hosting", and "team sizes" by itself.
_OF_ALL = rx(
    r"""
    \bhow (?:much|many|big|large)\b.*\b(?:do|does|are|is|did)(?: the| all| most| other)*
        (?:[TC]\d+ )?(?:people|everybody|everyone|folks|guests|they|shows|apps|sites|companies|teams
        |others|one|you guys|it|shops)\b
    |\bwhat (?:do|does)(?: the| all| most| other)* (?:[TC]\d+ )?(?:people|everybody|everyone|folks
        |guests|they|shows|apps|sites|companies|teams|others|shops) (?:pay|spend|earn|make)\b
    |\bwhat (?:are|is) the (?:\w+ |C\d+ )?(?:costs?|bills?|prices?) (?:of|for) (?:an? |the )?T\d+
    |^\W*(?:(?:all|the|any|list|show|give|me) )*(?:\w+ ){0,2}(?:numbers|figures|bills|costs|sizes
        |revenues|revenue)(?: (?:of|from|by|at|across) .*)?\W*$
    |^\W*(?:who|anyone|anybody|which \w+|does (?:anyone|anybody))(?: is| actually| even| really)*
        (?:mak(?:es?|ing)|earn(?:s|ing)?) (?:(?:any|some|good) )?(?:money|revenue|income|a living
        |a profit)\W*$
    """
)
EVERY = Bound(words="such a number")


def every_number(shape: str) -> Bound | None:
    """Any number at all, if all of them are asked for, or the one in their middle."""
    if _MIDDLE.search(shape):
        return Bound(words="such a number", typical=True)
    return EVERY if _SHARED.search(shape) or _OF_ALL.search(shape) else None


def middle(values: Sequence[float], metric: Metric) -> str:
    """The median in words, with the lowest and the highest; a single bill moves no median.

    Args:
        values: One of each episode, in the metric's unit and base period; at least one.
        metric: What they count.
    """
    low, high = (metric.number(end) for end in (min(values), max(values)))
    return f"the median is {metric.amount(median(values))}, from {low} to {high}"
