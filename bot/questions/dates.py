"""Dates in plain English: "since June 2021", "the first half of 2020", "in the last 18 months".

A period is a day, a month, a part of a year or a year. Around it stand words that say on which
side of it to look. What was understood is taken out of the text.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.patterns import one_of, rx, unwrapped
from bot.questions.numbers import CARDINALS

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = {
    form: number
    for number in range(1, 13)
    for form in (month_name[number].lower(), month_name[number][:3].lower())
} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_YEAR = r"(?:19[89]\d|20[0-4]\d)"
# A year as people write it; "'21" too.
_ANY_YEAR = rf"(?:{_YEAR}(?!\d)|['’]\d\d(?!\d))"
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip
_ORDINAL = one_of("first, 1st, second, 2nd, third, 3rd, fourth, 4th, last, latter, other")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON = one_of("spring, summer, autumn, fall, winter")
# Parts of a year without a number: first and last month.
_LOOSE = {
    "early": (1, 4), "beginning": (1, 2), "start": (1, 2), "mid": (5, 8), "middle": (5, 8),
    "late": (9, 12), "end": (11, 12),
}  # fmt: skip
_PART = (
    rf"(?:(?:{_ORDINAL} (?:half|quarter)|h[12]|q[1-4]|{one_of(', '.join(_LOOSE))}|{_SEASON}"
    rf"|{_MONTH}\.?)(?: part| months?)?,?(?: of| in)?[ -]?(?:the year )?)"
)
# The longer forms first, for the first that fits is taken.
_PERIOD = unwrapped(rf"""
    (?:(?:the )?(?:{_YEAR}-\d\d-\d\d|{_YEAR}-\d\d(?!\d)|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd
        |th)?,? {_YEAR}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\.?,? {_YEAR}|{_YEAR}
        (?:q[1-4]|h[12])|{_PART}?{_ANY_YEAR}))
    """)
_IN = unwrapped(r"""
    (?:(?:that )?(?:aired|published|released|recorded|came out|posted|dated) )?(?:(?:back )?(?:in|on
        |from|during|of|for|throughout|around|within)(?: the)?(?: year)? )?
    """)
# "2000 users" are no year.
_COUNTED = one_of(
    r"""
    users?, people, requests?, reqs?, servers?, lines?, customers?, visit\w*, members?, dollars?,
    bucks, an? (?:day|month|second|minute|hour|year), per, rows?, events?, views, hits, clients?,
    students?, developers?
"""
)
_ENDS = rf"(?=['’]s)?(?:['’]s)?(?= |$|[?.!,;:)])(?! {_COUNTED}\b)"


def _dated(pattern: str) -> re.Pattern[str]:
    return rx(pattern, re.IGNORECASE)


_SPAN = _dated(
    unwrapped(rf"""
    (?:\b(?:between|from|in) )?(?<![\w-])({_PERIOD}) ?(?:\b(?:to|until|till|through|thru|up to)\b
        |[-–]) ?({_PERIOD})(?![\w-])
    |\b(?:between|from) ({_PERIOD}) and ({_PERIOD})(?![\w-])
    """)
)
_EITHER = _dated(
    unwrapped(rf"""
    \b(?:in |from |during |of )?({_PERIOD})(?:,? (?:or|and) (?:in )?| ?[/&,] ?)({_PERIOD})(?![\w-])
    """)
)
_SINCE = _dated(
    unwrapped(rf"""
    \b(?:since|from) ({_PERIOD}) (?:on|onwards?|up|forward)\b
    |\b(?:since|starting (?:in|from|with)|as of|beginning (?:in|with)) ({_PERIOD})(?![\w-])
    |(?<![\w-])({_PERIOD})(?: (?:or|and) (?:later|newer|after|up|beyond|younger)\b| onwards?\b|\+)
    """)
)
_AFTER = _dated(rf"\b(?:after|later than|newer than|post)[ -]({_PERIOD})(?![\w-])")
_END = _dated(
    rf"\b(?:before|until|till|by|up to) (?:the )?(?:very )?end of ({_PERIOD})(?![\w-])"
    rf"|(?:\b(?:in|from) )?(?<![\w-])({_PERIOD}) (?:or|and) (?:earlier|older|before)\b"
)
_BEFORE = _dated(
    unwrapped(rf"""
    \b(?:before|until|till|up (?:to|until)|prior to|earlier than|older than
        |pre)[ -]({_PERIOD})(?![\w-])
    """)
)
_WITHIN = _dated(rf"(?<![\w$€£-])(?<!than ){_IN}({_PERIOD}){_ENDS}")
_MONTHS_OF = _dated(
    unwrapped(rf"""
    \(?\b(?:from |between )?({_MONTH})\.?(?: (?:thru|through|to|until|till
        |and) | ?[-–] ?)({_MONTH})\.?(?: of)? ?({_YEAR})?\)?
    """)
)
_RELATIVE = _dated(
    r"\b(?:in |from |during |of )?(this|last|past|previous|the current) (year|month|week)\b"
)
_NUMBERS = {**CARDINALS, "a": 1, "couple of": 2, "few": 3, "eighteen": 18}
_LATELY = _dated(
    unwrapped(rf"""
    \b(?:in |from |over |during |of |within )?(?:the )?(?:last|past|previous) (\d{{1,3}}
        |{one_of(", ".join(_NUMBERS))}) (day|week|month|year)s?\b
    """)
)
_NAMED = _dated(rf"\b(since |in |from |during )?(?:this|last|past) ({_SEASON}|{_MONTH})\b")
# Each form has a digit or one of these, and most questions have none. As bare alternatives they are
# tried only at letters that one of them begins with.
_DIGIT = rx(r"\d")
_SOME_DAY = rx("|".join(("this", "last", "past", "previous", "current", *_MONTHS)))
_DAYS = {"day": 1, "week": 7}
# The ends of a period: its first day, and the one after its last.
_FIRST, _PAST = 0, 1
# No show is older.
_EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day, included, to a day that is not; ``None`` is without end."""

    after: date | None = None
    before: date | None = None


def take_days(text: str, today: date, days: Days = Days()) -> tuple[str, Days]:
    """The days that a question speaks of, and the question without the words for them.

    Args:
        text: The question.
        today: For "last year".
        days: What narrows it already.
    """
    if not (_DIGIT.search(text) or _SOME_DAY.search(text.lower())):
        return text, days
    for pattern, narrow in _FORMS:
        match = pattern.search(text)
        narrowed = narrow(match, days, today) if match else None
        if match and narrowed not in {None, days}:
            assert narrowed is not None
            text, days = f"{text[: match.start()]} {text[match.end() :]}", narrowed
    return text, days


def bounds(text: str) -> tuple[date, date] | None:
    """First day of a period, and the first day after it.

    >>> [str(day) for day in bounds("second half of 2020")]
    ['2020-07-01', '2021-01-01']
    """
    lowered = text.lower().replace(".", "").replace(",", "").replace("’", "'")
    found = re.search(_YEAR, lowered)
    short = re.search(r"'(\d\d)\b", lowered)
    if found is None and short is None:
        return None
    year = int(found[0]) if found else 2000 + int(short[1]) if short else 0
    try:
        return _day(lowered, year) or _months(*_part(lowered, year))
    except ValueError:
        return None


def _day(text: str, year: int) -> tuple[date, date] | None:
    """A period of one day."""
    iso = re.match(rf"(?:the )?{_YEAR}-(\d\d)-(\d\d)$", text)
    named = re.search(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?\b", text)
    turned = re.search(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})\b", text)
    if iso:
        first = date(year, int(iso[1]), int(iso[2]))
    elif named:
        first = date(year, _MONTHS[named[1]], int(named[2]))
    elif turned:
        first = date(year, _MONTHS[turned[2]], int(turned[1]))
    else:
        return None
    return first, first + timedelta(days=1)


def _part(text: str, year: int) -> tuple[int, int, int]:
    """Year, first and last month of a period; a winter ends in the next year."""
    iso = re.match(rf"(?:the )?{_YEAR}-(\d\d)$", text)
    if iso:
        return year, int(iso[1]), int(iso[1])
    halves = re.search(rf"\b({_ORDINAL}) (half|quarter)\b|\b([hq])([1-4])\b", text)
    if halves:
        size = 6 if (halves[2] or halves[3])[0] == "h" else 3
        place = int(halves[4]) if halves[4] else _ORDINALS.get(halves[1], 12 // size)
        return year, size * (place - 1) + 1, size * place
    word = re.search(rf"\b({_SEASON}|{_MONTH}|{one_of(', '.join(_LOOSE))})\b", text)
    if word is None:
        return year, 1, 12
    return (year, *_span_of(word[1]))


def _span_of(word: str) -> tuple[int, int]:
    """First and last month of a season, a month or a loose part of a year."""
    if word in _SEASONS:
        return _SEASONS[word], _SEASONS[word] + 2
    return _LOOSE.get(word) or (_MONTHS[word], _MONTHS[word])


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """The days of some months; those after the twelfth are of the next year."""
    return date(year, first, 1), date(year + last // 12, last % 12 + 1, 1)


def _within(match: re.Match[str], days: Days, _: date) -> Days | None:
    found = bounds(match[1])
    return None if found is None or days.after or days.before else Days(*found)


def _span(match: re.Match[str], _days: Days, _: date) -> Days | None:
    first, last = (bounds(group) for group in match.groups() if group)
    return Days(first[0], last[1]) if first and last and first[0] < last[1] else None


def _either(match: re.Match[str], _days: Days, _: date) -> Days | None:
    """Two periods that meet are one."""
    first, last = bounds(match[1]), bounds(match[2])
    return Days(first[0], last[1]) if first and last and first[1] == last[0] else None


def _given(match: re.Match[str]) -> tuple[date, date] | None:
    return bounds(next(group for group in match.groups() if group))


def _from(end: int, match: re.Match[str], days: Days, _: date) -> Days | None:
    """Since a period began, or after its last day."""
    found = _given(match)
    return replace(days, after=found[end]) if found else None


def _until(end: int, match: re.Match[str], days: Days, _: date) -> Days | None:
    """Before a period began, or up to its last day."""
    found = _given(match)
    return replace(days, before=found[end]) if found else None


def _months_of(match: re.Match[str], days: Days, _: date) -> Days | None:
    """A span of months; its year may have been said before: "summer 2020 (june to august)"."""
    year = int(match[3]) if match[3] else (days.after.year if days.after else None)
    if year is None:
        return None
    return Days(*_months(year, _MONTHS[match[1].lower()], _MONTHS[match[2].lower()]))


def _relative(match: re.Match[str], days: Days, today: date) -> Days:
    which, unit = match[1].lower(), match[2].lower()
    last = which in {"last", "past", "previous"}
    if unit == "year":
        return Days(*_months(today.year - last, 1, 12))
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * last)
        return replace(days, after=monday, before=monday + timedelta(days=7))
    first = today.replace(day=1)
    month = (first - timedelta(days=1)) if last else first
    return Days(*_months(month.year, month.month, month.month))


def _lately(match: re.Match[str], days: Days, today: date) -> Days | None:
    """The last so many days, weeks, months or years, up to now."""
    number = _NUMBERS.get(match[1].lower()) or int(match[1])
    unit = match[2].lower()
    if unit in _DAYS:
        return replace(days, after=today - timedelta(days=number * _DAYS[unit]))
    back = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    if back < 12 * _EARLIEST:
        return None
    day = min(today.day, 28)
    return replace(days, after=date(back // 12, back % 12 + 1, day))


def _named(match: re.Match[str], _days: Days, today: date) -> Days:
    """The latest season or month of that name, "this" or "last", that has begun."""
    first, last = _span_of(match[2].lower())
    year = today.year - (date(today.year, first, 1) > today)
    found = _months(year, first, last)
    return Days(found[0], None if (match[1] or "").strip().lower() == "since" else found[1])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Days, date], Days | None]], ...] = (
    (_SPAN, _span),
    (_EITHER, _either),
    (_MONTHS_OF, _months_of),
    (_SINCE, partial(_from, _FIRST)),
    (_AFTER, partial(_from, _PAST)),
    (_END, partial(_until, _PAST)),
    (_BEFORE, partial(_until, _FIRST)),
    (_WITHIN, _within),
    (_MONTHS_OF, _months_of),
    (_LATELY, _lately),
    (_RELATIVE, _relative),
    (_NAMED, _named),
)
