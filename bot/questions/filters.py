"""What narrows a question: dates, lengths, kinds of episode, and typed filters.

Typed filters (``guest:jake``, ``after:2020-06``, ``-docker``, ``"exact words"``) mix with any
question; the same things in plain English ("since June 2021", "under 45 minutes", "written
interviews") are understood too. What was understood is taken out of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue import Filters
from bot.patterns import rx
from bot.questions.dates import Days, bounds, take_days

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.questions.lexicon import Lexicon

_TYPED = rx(r"(?<!\S)(guest|show|after|before|year|uses|number):(\"[^\"]*\"|\S+)", re.IGNORECASE)
_PHRASE = rx(r'"([^"]+)"')
_MINUS = rx(r"(?<!\S)-([a-z][\w.+#-]*)", re.IGNORECASE)
_LENGTH = r"(\d+(?:\.\d+)?|an?|one|two|half an|an? half|three quarters of an|a quarter of an) ?-?(minutes?|mins?|m|hours?|hrs?|h)(?: and a half)?"
_SHORTER = rx(
    rf"\(?\b(?:under|less than|shorter than|below|up to|at most|max(?:imum)?|no(?:t)? (?:longer|more) than|within|fewer than|<) {_LENGTH}\b(?: long| or less)?\)?"
    rf"|\b{_LENGTH} (?:or (?:less|shorter|under)|tops|max(?:imum)?|at most)\b",
    re.IGNORECASE,
)
_LONGER = rx(
    rf"\(?\b(?:over|more than|longer than|above|at least|min(?:imum)?|exceeding|>) {_LENGTH}\b(?: long| or more)?\)?"
    rf"|\b{_LENGTH} (?:or (?:more|longer)|plus|minimum|at least)\b|\b(\d+)\+ ?-?(minutes?|mins?|hours?|hrs?)\b",
    re.IGNORECASE,
)
_INCLUSIVE = rx(
    r"\b(?:up to|at most|max(?:imum)?|no|not|within|or less|or shorter|tops|at least|min(?:imum)?|or more|or longer|plus)\b|\d\+",
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
    text, days = take_days(text, today, Days(filters.after, filters.before))
    filters = replace(filters, after=days.after, before=days.before)
    for pattern, narrow in _ENGLISH:
        match = pattern.search(text)
        narrowed = narrow(match, filters) if match else filters
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
    days = bounds(value)
    if days is None:
        return None
    if key == "before":
        return replace(filters, before=days[0])
    if key == "after":
        return replace(filters, after=days[0] if len(value) > 4 else days[1])
    return replace(filters, after=days[0], before=days[1])


def _seconds(match: re.Match[str]) -> int:
    number, unit = [group for group in match.groups() if group][:2]
    amount = _NUMBERS.get(number.lower()) or float(number)
    if "and a half" in match.group():
        amount += 0.5
    return round(amount * _UNITS[unit[0].lower()])


def _shorter(match: re.Match[str], filters: Filters) -> Filters:
    """A bound that the length must stay under; "at most" lets it be met."""
    return replace(filters, shorter=_seconds(match) + bool(_INCLUSIVE.search(match.group())))


def _longer(match: re.Match[str], filters: Filters) -> Filters:
    """A bound that the length must exceed; "at least" lets it be met."""
    return replace(filters, longer=_seconds(match) - bool(_INCLUSIVE.search(match.group())))


def _category(name: str) -> Callable[[re.Match[str], Filters], Filters]:
    return lambda _match, filters: replace(filters, category=name)


_ENGLISH: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Filters], Filters]], ...] = (
    (_SHORTER, _shorter),
    (_LONGER, _longer),
    (_WRITTEN, _category("interviews")),
    (_ARTICLES, _category("articles")),
    (_AUDIO, _category("podcast")),
)
