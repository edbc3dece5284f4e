"""The period that a figure is for: "$4,000 / a month", "50 million daily calls"."""

from __future__ import annotations

import re

from bot.patterns import rx

_PERIOD = r"(?:second|sec|minute|min|hour|day|night|week|month|mo|year)"
_ADVERBS = {
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_SHORT = {"sec": "second", "min": "minute", "mo": "month", "night": "day"}
_PER = rx(
    rf"""
    (?P<gap>[^.;$]{{0,25}}?)(?:\s*(?:/|\bper\b|\ban?\b|\beach\b|\bevery\b
        |/ an?\b)\s*(?:single )?(?P<period>{_PERIOD})s?\b(?!
        (?:after(?! (?:discounts?|credits?|tax(?:es)?|vat)\b)|ago|later|or so)\b)
        |\b(?P<adverb>{"|".join(_ADVERBS)})\b)
    """,
    re.IGNORECASE,
)
_LAST = rx(
    rf"(?: \w+){{0,4}}? (?:last|this|(?:in|over) the (?:last|past)) (?P<period>{_PERIOD})\b",
    re.IGNORECASE,
)
_AT_ONCE = rx(
    rf" ?(?:/ ?an?|/|per|an?|each|every) ?(?P<period>{_PERIOD})\b(?! (?:ago|later)\b)",
    re.IGNORECASE,
)
_NO_PERIOD_OVER = rx(r"\b(?:about|after|within|took|takes|for|over|in)\b|\d", re.IGNORECASE)
_WHOLE_PERIOD = rx(
    rf"""
    \b(?:an?|per|each|every|average|typical|normal|busy|busiest|single|one)(?: average| busy
        | typical)?(?: (?!the|this|that|in|of|for|to)[a-z]{{4,8}}(?= day))? (?P<period>{_PERIOD})\b
    """,
    re.IGNORECASE,
)


def named_after(text: str, end: int) -> str | None:
    """The period that follows closely: "$4,000 / a month", "requests per day"."""
    match = _PER.match(text, end)
    if match is None or _NO_PERIOD_OVER.search(match["gap"]):
        return None
    return _plain(match["period"]) if match["period"] else _ADVERBS[match["adverb"].lower()]


def right_after(text: str, end: int) -> str | None:
    """The period that an amount of money is followed by: "$500 a month after adding search"."""
    match = _AT_ONCE.match(text, end)
    return _plain(match["period"]) if match else None


def gone_after(text: str, end: int) -> str | None:
    """The period that is over or under way: "$96,000 last year"."""
    match = _LAST.match(text, end)
    return _plain(match["period"]) if match else None


def named_in(words: str) -> str | None:
    """The period among the words before the noun: "50 million daily calls"."""
    return next((_ADVERBS[word] for word in words.lower().split() if word in _ADVERBS), None)


def of_the_whole(text: str) -> str | None:
    """The period that the sentence is about: "on an average day it gets a million hits"."""
    match = _WHOLE_PERIOD.search(text)
    return _plain(match["period"]) if match else None


def _plain(period: str) -> str:
    lowered = period.lower()
    return _SHORT.get(lowered, lowered)
