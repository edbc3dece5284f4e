"""Amounts that nobody pays: saved, paid before something changed, or only passing through."""

from __future__ import annotations

import re

from bot.patterns import rx

# Right before the amount: it was saved, or it is what they paid before.
_SAVED = rx(
    r"""
    \bsav(?:e|es|ed|ing|ings)\b[^.;,$]{0,30}$
    |\b(?:sav|shav|trimm?|knock|slash|cut|tak)\w* off (?:\w+ )?$
    |\b(?:cut|cuts|reduc\w+|dropp?\w*|lower\w*|shav\w+|down)\b[^.;,$]{0,30}
        by (?:about |around |over |almost |another |roughly )?$
    """,
    re.IGNORECASE,
)
# "They shaved $200 a month off the bill".
_CUT = rx(
    r"\b(?:shav|knock|trimm?|cut|slash|tak|took)\w* (?:about |around |another |roughly |over )?$",
    re.IGNORECASE,
)
_OFF = rx(r"^[^.;,$]{0,20} off\b", re.IGNORECASE)
_PAID_BEFORE = rx(
    r"""
    \bused to (?:be|cost|pay|spend|run)\b(?:(?!\bbut\b)[^.;$€£]){0,40}$
    |\buntil (?:the|their) bill (?:\w+ ){1,2}(?:to )?$
    """,
    re.IGNORECASE,
)
_IT_WAS = rx(
    r"\b(?:it|that|bill|hosting|[A-Z]\w+) (?:was|cost|ran)"
    r" (?:about |around |roughly |over |nearly |closer to |almost )?$",
    re.IGNORECASE,
)
_UNTIL = rx(r"^[^.;]{0,40}\b(?:until|before (?!tax|vat|discounts?))\b", re.IGNORECASE)
_FROM = rx(
    r"\bfrom (?:about |around |roughly |over |nearly |almost |an estimated )?$", re.IGNORECASE
)
# "They're down to $2,500 a month from $6,000".
_FROM_THAT = rx(r"\b(?:down|up) to [^.;]*\bfrom (?:about |around |over )?$", re.IGNORECASE)
# How many there were when it began.
_BACK_THEN = rx(
    r"\bwhen (?:it|they|he|she|we) first\b|\bat (?:first|launch)\b|\bback (?:then|in)\b"
    r"|\bin the (?:very )?beginning\b",
    re.IGNORECASE,
)
_DOWN_TO = rx(r"^[^.;]{0,30}?\b(?:down )?to (?:about |around |just |only |under )?[$€£\d]")
# "Before Phoenix the bill was $4,000", "the bill was $300 a month a year ago".
_FORMERLY = rx(
    r"^\W*(?:before|prior to) (?!tax|vat|discount|credit)[^.;$€£]*"
    r"\b(?:was|were|cost|paid|pays?)\b[^.;$€£]{0,25}$",
    re.IGNORECASE,
)
_AGO = rx(
    r"^ ?(?:(?:/|an?|per|every) ?(?:month|year|day|week|mo) )?(?:(?:an?|\w+|a (?:few|couple of))"
    r" (?:months?|years?) ago|back then|at (?:the|that) time|at first|initially|in the beginning"
    r"|when they started)\b",
    re.IGNORECASE,
)
_NOW = rx(r"^[^.;]{0,70}?\b(?:now|today|currently|these days)\b[^.;]{0,30}?[$€£]\d", re.IGNORECASE)
# "They pay $40 instead of $90".
_INSTEAD = rx(
    r"\b(?:instead of|rather than|as opposed to|avoid\w*)(?: (?!the\b)\w+){0,3} $", re.IGNORECASE
)
# Money that only passes through, or that things are worth.
_VOLUME = rx(
    r"""
    \bworth (?:about |around |over |roughly )?$
    |\b(?:process\w*|handl\w*|manag(?:es?|ing)|mov(?:es?|ed|ing)|transact\w*|transfer\w*
        |trad(?:es?|ed|ing)|donors?|donated|insur\w+) (?:[\w+]+ ){0,4}$
    """,
    re.IGNORECASE,
)
_WORTH = rx(
    r"^(?: \w+)? (?:worth of (?!(?:[\w.]+ ){0,2}credits|hosting|servers?|infrastructure|aws|cloud)"
    r"|in (?:\w+ )?(?:funds|transactions|payments|volume|bookings|orders|assets|donations"
    r"|trades)\b)",
    re.IGNORECASE,
)


def is_over(before: str, after: str) -> bool:
    """Whether an amount was saved, is what they paid before, or only passes through."""
    changed = _FROM_THAT.search(before) or (_FROM.search(before) and _DOWN_TO.search(after))
    ended = _IT_WAS.search(before) and (_UNTIL.search(after) or _NOW.search(after))
    saved = _SAVED.search(before) or (_CUT.search(before) and _OFF.search(after))
    formerly = _PAID_BEFORE.search(before) or _FORMERLY.search(before) or _AGO.search(after)
    passed = _VOLUME.search(before) or _WORTH.search(after) or _INSTEAD.search(before)
    return bool(changed or ended or saved or formerly or passed)


def is_back_then(text: str, start: int, end: int) -> bool:
    """Whether what stands at ``text[start:end]`` is said of the time when something began.

    Only the words between commas count: "2 servers at first, 9 now".

    >>> line = "2 servers at first, 9 servers now"
    >>> is_back_then(line, 0, 9), is_back_then(line, 20, 29)
    (True, False)
    """
    since = max(text.rfind(mark, 0, start) for mark in ",;") + 1
    until = min((at for mark in ",;" if (at := text.find(mark, end)) >= 0), default=len(text))
    return _BACK_THEN.search(text, since, until) is not None
