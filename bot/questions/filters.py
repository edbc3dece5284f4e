"""What narrows a question: dates, lengths, kinds of episode, and typed filters.

Typed filters (``guest:jake``, ``after:2020-06``, ``-docker``, ``"exact words"``) mix with any
question; the same things in plain English ("since June 2021", "under 45 minutes", "written
interviews") are understood too. What was understood is taken out of the text.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.dialogue import Filters
from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.lexicon import Lexicon

_MONTHS = {
    form: number
    for number in range(1, 13)
    for form in (month_name[number].lower(), month_name[number][:3].lower())
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?:{_YEAR}-\d\d-\d\d|{_YEAR}-\d\d|(?:{_MONTH})\.? (?:\d{{1,2}},? )?{_YEAR}|{_YEAR})"
_TYPED = rx(r"(?<!\S)(guest|show|after|before|year|uses|number):(\"[^\"]*\"|\S+)", re.IGNORECASE)
_PHRASE = rx(r'"([^"]+)"')
_MINUS = rx(r"(?<!\S)-([a-z][\w.+#-]*)", re.IGNORECASE)
_SPAN = rx(
    rf"\b(?:between|from) ({_DAY}) (?:and|to|until|till|through|-) ({_DAY})\b", re.IGNORECASE
)
_SINCE = rx(
    rf"\b(?:since|from) ({_DAY}) (?:on|onwards?|up)\b|\b(?:since|starting (?:in|from)) ({_DAY})\b",
    re.IGNORECASE,
)
_AFTER = rx(rf"\b(?:after|later than|newer than) ({_DAY})\b", re.IGNORECASE)
_BEFORE = rx(
    rf"\b(?:before|until|till|up to|prior to|earlier than|older than) ({_DAY})\b", re.IGNORECASE
)
_WITHIN = rx(
    rf"\b(?:(?:back )?(?:in|on|from|during|of|for|throughout)(?: the)?(?: year)? )?({_YEAR}-\d\d(?:-\d\d)?|(?:{_MONTH})\.? \d{{1,2}},? {_YEAR}|(?:{_MONTH})\.? {_YEAR}|{_YEAR})(?=['’]s)?(?:['’]s)?(?= |$|[?.!,)])",
    re.IGNORECASE,
)
_SEASON = rx(
    rf"\b(?:in |from |during |of )?(?:the )?(spring|summer|autumn|fall|winter) (?:of )?({_YEAR})\b",
    re.IGNORECASE,
)
_MONTHS_OF = rx(
    rf"\(?\b(?:from |between )?({_MONTH})\.? (?:thru|through|to|until|till|and|-|–) ({_MONTH})\.?(?: of)? ?({_YEAR})?\)?",
    re.IGNORECASE,
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_RELATIVE = rx(r"\b(?:in |from |during )?(this|last|past) (year|month|week)\b", re.IGNORECASE)
_LENGTH = r"(\d+(?:\.\d+)?|an?|one|two|half an|an? half|three quarters of an|a quarter of an) ?-?(minutes?|mins?|m|hours?|hrs?|h)(?: and a half)?"
_SHORTER = rx(
    rf"\(?\b(?:under|less than|shorter than|below|up to|at most|max(?:imum)?|no(?:t)? (?:longer|more) than|within|fewer than|<) {_LENGTH}\b(?: long| or less)?\)?"
    rf"|\b{_LENGTH} (?:or (?:less|shorter|under)|tops|max(?:imum)?|at most)\b",
    re.IGNORECASE,
)
_LONGER = rx(
    rf"\(?\b(?:over|more than|longer than|above|at least|min(?:imum)?|exceeding|>) {_LENGTH}\b(?: long| or more)?\)?"
    rf"|\b{_LENGTH} (?:or (?:more|longer)|plus|minimum|at least)\b",
    re.IGNORECASE,
)
_INCLUSIVE = rx(
    r"\b(?:up to|at most|max(?:imum)?|no|not|within|or less|or shorter|tops|at least|min(?:imum)?|or more|or longer|plus)\b",
    re.IGNORECASE,
)
_WRITTEN = rx(
    r"\b(?:(?:in|on|from|only) )?(?:the )?(?:(?:written|text|text-based|read(?:able)?) (?:interview|q&a|post|episode)s?|(?<!the )interviews\b(?= (?:where|that|with|only|using|about))|(?:written|text) ones?|interviews? \((?:text|written)[^)]*\)|(?:not audio|no audio|text only))",
    re.IGNORECASE,
)
_ARTICLES = rx(
    r"\b(?:in |from )?(?:the )?(?:written )?articles?\b(?= (?:where|that|about|with|on)|$|\?)",
    re.IGNORECASE,
)
_AUDIO = rx(
    r"\b(?:audio|recorded|spoken) (?:episodes?|shows?|interviews?|podcasts?)\b", re.IGNORECASE
)
_UNITS = {"m": 60, "h": 3600}
_NUMBERS = {
    "a": 1.0,
    "an": 1.0,
    "one": 1.0,
    "two": 2.0,
    "half an": 0.5,
    "three quarters of an": 0.75,
    "a quarter of an": 0.25,
    "a half": 0.5,
    "an half": 0.5,
}


def take_filters(text: str, lexicon: Lexicon, today: date) -> tuple[str, Filters]:
    """Filters of a question, and the question without them.

    A typed filter that names nothing known fits no episode, and the answer says so.
    """
    text, filters = _typed(text, lexicon)
    for pattern, narrow in _ENGLISH:
        match = pattern.search(text)
        narrowed = narrow(match, filters, today) if match else filters
        if match and narrowed != filters:
            text, filters = f"{text[: match.start()]} {text[match.end() :]}", narrowed
    return " ".join(text.split()), filters


def _typed(text: str, lexicon: Lexicon) -> tuple[str, Filters]:
    filters = Filters()
    for match in reversed(list(_TYPED.finditer(text))):
        narrowed = _typed_one(match[1].lower(), match[2].strip('"'), filters, lexicon)
        filters = narrowed or replace(filters, unknown=(match.group(), *filters.unknown))
        text = f"{text[: match.start()]} {text[match.end() :]}"
    phrase = _PHRASE.search(text)
    if phrase:
        filters = replace(filters, phrase=phrase[1])
        text = f"{text[: phrase.start()]} {phrase[1]} {text[phrase.end() :]}"
    for match in reversed(list(_MINUS.finditer(text))):
        tech = lexicon.vocabulary.resolve(match[1]) or lexicon.vocabulary.near(
            match[1], lexicon.present
        )
        if tech:
            filters = replace(filters, without=(tech, *filters.without))
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return text, filters


def _typed_one(key: str, value: str, filters: Filters, lexicon: Lexicon) -> Filters | None:
    """Filters with one typed filter added, ``None`` when its value means nothing."""
    if key == "guest":
        wanted = value.lower()
        slugs = frozenset(
            head.slug
            for head in lexicon.heads.values()
            if any(wanted in guest.name.lower() for guest in head.guests)
        )
        return replace(filters, slugs=slugs) if slugs else None
    if key == "show":
        shows = {head.show for head in lexicon.heads.values()}
        return replace(filters, show=value.lower()) if value.lower() in shows else None
    if key == "uses":
        tech = lexicon.vocabulary.resolve(value) or lexicon.vocabulary.near(value, lexicon.present)
        return replace(filters, uses=(tech, *filters.uses)) if tech else None
    if key == "number":
        return replace(filters, number=int(value)) if value.isdecimal() else None
    bounds = _bounds(value)
    if bounds is None:
        return None
    if key == "before":
        return replace(filters, before=bounds[0])
    if key == "after":
        return replace(filters, after=bounds[0] if len(value) > 4 else bounds[1])
    return replace(filters, after=bounds[0], before=bounds[1])


def _bounds(text: str) -> tuple[date, date] | None:
    """First day of a day, month or year, and the first day after it."""
    lowered = text.lower().replace(".", "").replace(",", "")
    year = re.search(_YEAR, lowered)
    if year is None:
        return None
    number = int(year[0])
    iso = re.match(rf"{_YEAR}-(\d\d)(?:-(\d\d))?$", lowered)
    named = re.search(rf"\b({_MONTH})\b(?: (\d{{1,2}})\b)?", lowered)
    month = int(iso[1]) if iso else (_MONTHS[named[1]] if named else 0)
    day = (iso and iso[2]) or (named and named[2])
    try:
        if day:
            first = date(number, month, int(day))
            return first, first + timedelta(days=1)
        if month:
            return date(number, month, 1), date(number + month // 12, month % 12 + 1, 1)
        return date(number, 1, 1), date(number + 1, 1, 1)
    except ValueError:
        return None


def _span(match: re.Match[str], filters: Filters, _: date) -> Filters:
    first, last = _bounds(match[1]), _bounds(match[2])
    if first is None or last is None:
        return filters
    return replace(filters, after=first[0], before=last[1])


def _since(match: re.Match[str], filters: Filters, _: date) -> Filters:
    bounds = _bounds(match[1] or match[2])
    return filters if bounds is None else replace(filters, after=bounds[0])


def _after(match: re.Match[str], filters: Filters, _: date) -> Filters:
    bounds = _bounds(match[1])
    return filters if bounds is None else replace(filters, after=bounds[1])


def _before(match: re.Match[str], filters: Filters, _: date) -> Filters:
    bounds = _bounds(match[1])
    return filters if bounds is None else replace(filters, before=bounds[0])


def _within(match: re.Match[str], filters: Filters, _: date) -> Filters:
    bounds = _bounds(match[1])
    if bounds is None or filters.after or filters.before:
        return filters
    return replace(filters, after=bounds[0], before=bounds[1])


def _season(match: re.Match[str], filters: Filters, _: date) -> Filters:
    month, year = _SEASONS[match[1].lower()], int(match[2])
    last = date(year + 1, 3, 1) if month == 12 else date(year, month + 3, 1)
    return replace(filters, after=date(year, month, 1), before=last)


def _months_of(match: re.Match[str], filters: Filters, _: date) -> Filters:
    """A span of months; its year may have been said before: "summer 2020 (june to august)"."""
    year = int(match[3]) if match[3] else (filters.after.year if filters.after else None)
    if year is None:
        return filters
    first, last = _MONTHS[match[1].lower()], _MONTHS[match[2].lower()]
    return replace(
        filters,
        after=date(year, first, 1),
        before=date(year + last // 12, last % 12 + 1, 1),
    )


def _relative(match: re.Match[str], filters: Filters, today: date) -> Filters:
    which, unit = match[1].lower(), match[2].lower()
    last = which != "this"
    if unit == "year":
        year = today.year - last
        return replace(filters, after=date(year, 1, 1), before=date(year + 1, 1, 1))
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * last)
        return replace(filters, after=monday, before=monday + timedelta(days=7))
    first = today.replace(day=1)
    if last:
        first = (first - timedelta(days=1)).replace(day=1)
    bounds = _bounds(f"{first.year}-{first.month:02d}")
    assert bounds is not None
    return replace(filters, after=bounds[0], before=bounds[1])


def _seconds(match: re.Match[str]) -> int:
    number, unit = [group for group in match.groups() if group][:2]
    amount = _NUMBERS.get(number.lower()) or float(number)
    if "and a half" in match.group():
        amount += 0.5
    return round(amount * _UNITS[unit[0].lower()])


def _shorter(match: re.Match[str], filters: Filters, _: date) -> Filters:
    """A bound that the length must stay under; "at most" lets it be met."""
    return replace(filters, shorter=_seconds(match) + bool(_INCLUSIVE.search(match.group())))


def _longer(match: re.Match[str], filters: Filters, _: date) -> Filters:
    """A bound that the length must exceed; "at least" lets it be met."""
    return replace(filters, longer=_seconds(match) - bool(_INCLUSIVE.search(match.group())))


def _category(name: str) -> Callable[[re.Match[str], Filters, date], Filters]:
    return lambda _match, filters, _today: replace(filters, category=name)


_ENGLISH: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Filters, date], Filters]], ...] = (
    (_SPAN, _span),
    (_SEASON, _season),
    (_MONTHS_OF, _months_of),
    (_SINCE, _since),
    (_AFTER, _after),
    (_BEFORE, _before),
    (_WITHIN, _within),
    (_RELATIVE, _relative),
    (_SHORTER, _shorter),
    (_LONGER, _longer),
    (_WRITTEN, _category("interviews")),
    (_ARTICLES, _category("articles")),
    (_AUDIO, _category("podcast")),
)
