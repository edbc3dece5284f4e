"""What narrows a question: dates, lengths, kinds of episode, and typed filters.

Typed filters (``guest:jake``, ``after:2020-06``, ``-docker``) mix with any question, as quotes do
(:mod:`bot.questions.quotes`); the same things in plain English ("since June 2021", "under 45
minutes", "written interviews") are understood too. What was understood is taken out of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue import NO_FILTERS, Filters
from bot.patterns import one_of, rx, unwrapped
from bot.questions.dates import Days, bounds, take_days
from bot.questions.numbers import TENS
from bot.questions.quotes import take_quotes
from bot.rank.words import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.questions.lexicon import Lexicon

TYPED_KEYS = ("guest", "show", "after", "before", "year", "uses", "number")
"""What may stand before the colon of a typed filter."""
_TYPED = rx(rf"(?<!\S)({'|'.join(TYPED_KEYS)}):(\"[^\"]*\"|\S+)", re.IGNORECASE)
_MINUS = rx(r"(?<!\S)-([a-z][\w.+#-]*)", re.IGNORECASE)
_AMOUNT = (
    r"(?:\d+(?:\.\d+)?|an?|one|two|three|half an?|an? half|three quarters of an|a quarter of an"
    rf"|{one_of(', '.join(TENS))}(?:[ -]five)?)"
)
_UNIT = r"(?:minutes?|mins?|m|hours?|hrs?|h)"
_LENGTH = rf"({_AMOUNT}) ?-?({_UNIT})\b(?: and a half)?"
# Where there is none of these, as in most questions, no length is spoken of.
_SOME_LENGTH = rx(rf"[\d+ -]{_UNIT}\b")
# What stands around a length: "that go on for more than … of talk".
_RUNS = unwrapped(r"""
    (?:(?:in|of|with|for) )?(?:(?:(?:that|which) )?(?:are|is|goes(?: on)?|go(?: on)?|going(?: on)?
        |lasts?|lasting|takes?|taking|runs?|running) (?:for )?)?
    """)
_ENDS = r"(?: (?:long|in length|of (?:talk|audio)|in total))?"
_OVER = r"(?:over|above|more than|longer than|beyond|past|exceed(?:s|ing)?)"
_UNDER = r"(?:under|below|less than|shorter than|fewer than)"
_NOTHING = r"(?:\b(?:no(?:t|thing|ne)?|never)|n't)(?: \w+)?? "
_NOT_OVER = rx(rf"\(?{_NOTHING}{_RUNS}{_OVER} {_LENGTH}{_ENDS}\)?", re.IGNORECASE)
_NOT_UNDER = rx(rf"\(?{_NOTHING}{_RUNS}{_UNDER} {_LENGTH}{_ENDS}\)?", re.IGNORECASE)
_SHORTER = rx(
    rf"""
    \(?\b{_RUNS}(?:{_UNDER}|up to|at most|max(?:imum)?(?: of)?|within
        |<) {_LENGTH}\b(?: or less)?{_ENDS}\)?
    |\(?\b{_RUNS}{_LENGTH} (?:(?:or|and) (?:less|shorter|under|below)|tops|max(?:imum)?
        |at (?:the )?most)\b\)?
    """,
    re.IGNORECASE,
)
_LONGER = rx(
    rf"""
    \(?\b{_RUNS}(?:{_OVER}|at least|min(?:imum)?(?: of)?|>) {_LENGTH}\b(?: or more)?{_ENDS}\)?
    |\(?\b{_RUNS}{_LENGTH} (?:(?:or|and) (?:more|longer|over|above|up(?:wards?)?)|plus|minimum
        |upwards?|at (?:the )?least)\b\)?
    |\b(\d+)\+ ?-?({_UNIT})\b
    """,
    re.IGNORECASE,
)
_RANGE = rx(
    rf"""
    \b{_RUNS}(?:between |from )?({_AMOUNT}) ?({_UNIT})? ?(?:and|to|-
        |–) ?({_AMOUNT}) ?-?({_UNIT})\b{_ENDS}
    """,
    re.IGNORECASE,
)
_INCLUSIVE = rx(
    r"""
    \b(?:up to|at (?:the )?most|max(?:imum)?|no(?:t|thing|ne)?|never|within|(?:or|and)
        (?:less|shorter|under|below|more|longer|over|above|up)|tops|at (?:the )?least|minimum
        |min(?= ?\d)|plus|upwards?)\b
    |\d\+
    |n't\b
    """,
    re.IGNORECASE,
)
# Nor are there forms of an episode.
_SOME_FORM = rx("writ|text|read|interview|audio|article|recorded|spoken")
_WRITTEN = rx(
    r"""
    \b(?:(?:in|on|from|only) )?(?:the )?(?:(?:written|text|text-based|text-only|read(?:able)?)
        (?:interview|q&a|post|episode)s?|(?<!the )interviews\b(?= (?:where|that|with|only|using
        |about)\b)|(?:written|text|text-only) ones?|interviews?(?: that| which)? (?:are|were|is)
        (?:written|text)|interviews? \((?:text|written)[^)]*\)|(?:not audio|(?:no|without) audio
        |text[- ]only(?! \w)|(?:that |which )?(?:are |is |were )?written down|in writing))
    """,
    re.IGNORECASE,
)
_ARTICLES = rx(
    r"(?<!\ba )(?<!\ban )(?<!press )(?<!news )(?<!magazine )(?<!newspaper )(?<!blog )"
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
    "three": 3.0,
    "half a": 0.5,
    "half an": 0.5,
    "three quarters of an": 0.75,
    "a quarter of an": 0.25,
    "a half": 0.5,
    "an half": 0.5,
}


def take_filters(
    text: str, lexicon: Lexicon, today: date, *, spoken: bool = False
) -> tuple[str, Filters]:
    """Filters of a question, and the question without them.

    A typed filter that names nothing known fits no episode, and the answer says so.

    Args:
        text: A question without what it is wrapped in.
        lexicon: Names that quotes may stand around, and what typed filters may name.
        today: For "last year".
        spoken: Words in quotes stay in the text, because nothing is asked without them.
    """
    text, filters = _typed(text, lexicon)
    text, phrases = take_quotes(text, lexicon, spoken=spoken)
    typed = Days(filters.after, filters.before)
    text, days = take_days(text, today, typed)
    if phrases or days != typed:
        filters = replace(filters, phrases=phrases, after=days.after, before=days.before)
    lowered = text.lower()
    for pattern, narrow in (
        *(_LENGTHS if _SOME_LENGTH.search(lowered) else ()),
        *(_KINDS if _SOME_FORM.search(lowered) else ()),
    ):
        match = pattern.search(text)
        narrowed = narrow(match, filters) if match else filters
        if match and narrowed != filters:
            text, filters = f"{text[: match.start()]} {text[match.end() :]}", narrowed
    return " ".join(text.split()), filters


def _typed(text: str, lexicon: Lexicon) -> tuple[str, Filters]:
    filters = NO_FILTERS
    if ":" not in text and "-" not in text:
        return text, filters
    for match in reversed(list(_TYPED.finditer(text))):
        narrowed = _typed_one(match[1].lower(), match[2].strip('"'), filters, lexicon)
        filters = narrowed or replace(filters, unknown=(match.group(), *filters.unknown))
        text = f"{text[: match.start()]} {text[match.end() :]}"
    for match in reversed(list(_MINUS.finditer(text))):
        if match[1].lower() not in STOPWORDS:
            filters = _less(match[1], filters, lexicon)
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return text, filters


def _less(word: str, filters: Filters, lexicon: Lexicon) -> Filters:
    """Filters that leave out the users of a technology, or else every episode with the word."""
    tech = lexicon.vocabulary.resolve(word) or lexicon.vocabulary.near(word, lexicon.present)
    if tech:
        return replace(filters, without=(tech, *filters.without))
    return replace(filters, lacks=(word.lower(), *filters.lacks))


def _typed_one(key: str, value: str, filters: Filters, lexicon: Lexicon) -> Filters | None:
    """Filters with one typed filter added, ``None`` when its value means nothing."""
    if key == "guest":
        wanted = value.lower()
        slugs = frozenset(
            head.slug
            for head in lexicon.heads.values()
            if any(wanted in guest.name.lower() for guest in head.guests)
        )
        return replace(filters, slugs=slugs, guest=value) if slugs else None
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
    """The length that a match speaks of, in seconds."""
    number, unit = [group for group in match.groups() if group][:2]
    half = 0.5 if "and a half" in match.group() else 0.0
    return round((_amount(number) + half) * _UNITS[unit[0].lower()])


def _amount(number: str) -> float:
    """A number as written: "75", "forty-five", "half an"."""
    lowered = number.lower().replace("-", " ")
    tens, _, five = lowered.partition(" ")
    if tens in TENS:
        return TENS[tens] + (5 if five else 0)
    return _NUMBERS.get(lowered) or float(lowered)


def _range(match: re.Match[str], filters: Filters) -> Filters:
    """Bounds on both sides, both of which may be met."""
    least, unit, most, last = match.groups()
    low = round(_amount(least) * _UNITS[(unit or last)[0].lower()])
    high = round(_amount(most) * _UNITS[last[0].lower()])
    return replace(filters, longer=low - 1, shorter=high + 1) if low < high else filters


def _shorter(match: re.Match[str], filters: Filters) -> Filters:
    """A bound that the length must stay under; "at most" lets it be met."""
    return replace(filters, shorter=_seconds(match) + bool(_INCLUSIVE.search(match.group())))


def _longer(match: re.Match[str], filters: Filters) -> Filters:
    """A bound that the length must exceed; "at least" lets it be met."""
    return replace(filters, longer=_seconds(match) - bool(_INCLUSIVE.search(match.group())))


def _category(name: str) -> Callable[[re.Match[str], Filters], Filters]:
    return lambda _match, filters: replace(filters, category=name)


_Forms = tuple[tuple["re.Pattern[str]", "Callable[[re.Match[str], Filters], Filters]"], ...]
_LENGTHS: _Forms = (
    (_RANGE, _range),
    (_NOT_OVER, _shorter),
    (_NOT_UNDER, _longer),
    (_SHORTER, _shorter),
    (_LONGER, _longer),
)
_KINDS: _Forms = (
    (_WRITTEN, _category("interviews")),
    (_ARTICLES, _category("articles")),
    (_AUDIO, _category("podcast")),
)
