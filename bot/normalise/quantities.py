"""Numbers in a sentence: "20-50 million+", "a few thousand", "(6)", "single".

A vague plural is read as two ("billions" are at least two billion), "a few" as three to nine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALES = {
    "k": 1e3, "thousand": 1e3, "grand": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6, "million": 1e6,
    "b": 1e9, "bn": 1e9, "billion": 1e9, "hundred": 1e2, "dozen": 12.0,
    "hundred thousand": 1e5, "hundred million": 1e8, "hundred billion": 1e11,
}  # fmt: skip
_UNITS = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0,
}  # fmt: skip
_TENS = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0,
    "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
}  # fmt: skip
_SMALL = {
    **_UNITS, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0,
    "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0,
    **_TENS,
    **{f"{ten}{dash}{unit}": more + one
       for ten, more in _TENS.items() for unit, one in _UNITS.items() for dash in "- "},
}  # fmt: skip
_WORDS = {
    **_SMALL,
    "a": 1.0, "an": 1.0, "single": 1.0, "sole": 1.0, "solo": 1.0, "lone": 1.0, "couple": 2.0,
    "few": 3.0, "several": 3.0, "half": 0.5, "half a": 0.5, "quarter": 0.25, "quarter of a": 0.25,
    "one and a half": 1.5, "two and a half": 2.5, "pair": 2.0, "handful": 3.0,
    "tens of": 20.0, "dozens of": 24.0, "hundreds of": 200.0, "many": 2.0,
}  # fmt: skip
# "A few" is no exact number: from three on, up to this many times as much.
_VAGUE = {"few": 3.0, "several": 3.0, "handful": 3.0}
# No figure has more digits than these; a longer one is no number that anybody means.
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,15})?|\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})"
_SCALE = (
    r"(?:hundred (?:thousand|million|billion)|thousand|million|billion|hundred|mil|grand|bn|mm"
    r"|k|m|b)"
)
_LOW = rf"(?P<low>{_DIGITS})(?:\+? ?(?P<low_scale>{_SCALE})\b)?\+?"
_HIGH = rf"(?P<high>{_DIGITS}|a(?= million| billion))(?:\+? ?(?P<high_scale>{_SCALE})\b)?"
_RANGE = rf"{_LOW}(?: ?(?P<join>-|–|to|and|or) ?~?[$€£]?{_HIGH})?"
# Neither part of a word or a longer number, nor a percentage.
_NO_MORE = r"(?![%:\d]|[.,]\d|(?![gtpm]b)[a-z])"
_FIGURES = rx(
    r"(?<![\w.,$€£=#:/-])(?P<paren>\()?(?:~|<|>|≈)?(?P<money>[$€£])? ?"
    rf"{_RANGE}(?:\+|ish\b|x\b)?{_NO_MORE}(?P<close>\))?(?P<cents> cents?\b)?(?: or so\b)?",
    re.IGNORECASE,
)
_ANY_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_ANY_SMALL = "|".join(sorted(_SMALL, key=len, reverse=True))
_UNTIL = rf"(?: (?(between)and|(?:to|or)) (?P<until{{}}>{_ANY_SMALL}))?"
_SCALED = (
    rf"(?:(?:an? )?(?P<word>{_ANY_WORD})(?: of)?{_UNTIL.format('')} )?"
    r"(?P<scale>hundred|thousand|million|billion|dozen"
    r"|grand(?= (?:a|per|every|each|on|for|in)\b|[.,;/]|$))(?P<plural>s)?"
    r"(?:(?: of)? (?P<more>thousand|million|billion)s?)?(?P<half> and a half)?(?: of)?\b"
)
_COUNT = (
    rf"(?:an? )?(?P<count>single|sole|solo|lone|{_ANY_SMALL}|couple of|pair of|handful of|few"
    r"|several)"
    rf"{_UNTIL.format('_')}\b(?! hundred| thousand| million| billion)"
)
_SPELT = rx(rf"(?<![\w-])(?P<between>between )?(?:{_SCALED}|{_COUNT})(?: or so\b)?", re.IGNORECASE)
# "A 5-figure bill", "it's in the low six figures".
_IN_FIGURES = rx(
    r"(?<![\w.,$€£-])(?:an? )?(?P<digits>[4-7]|four|five|six|seven)[- ]figures?\b"
    r"(?! out\b|[^.;]{0,30}[$€£]\d)",
    re.IGNORECASE,
)
_CHANGED = rx(
    r"\b(?:grew|grow(?:n|ing)|went|gone|going|scal(?:ed|ing)|expand\w+|shr[aiu]nk\w*|dropp\w+|jumped"
    r"|increased|decreased|reduced|cut)(?: \w+){0,3} from $",
    re.IGNORECASE,
)
# "Plans range from $9 to $49": nothing has changed.
_RANGING = rx(
    r"\b(?:rang\w+|var(?:y|ies|ying)|starting|anywhere|somewhere|anything)(?: \w+)? from $",
    re.IGNORECASE,
)
_CENT = 0.01
_COIN = rx(
    r" ?(?:dollars?|bucks|euros?|usd|eur|gbp|quid|pounds?|€|£)(?!\w)"
    r"|(?: of| in| worth of)? (?:free )?(?:aws|gcp|google cloud|azure|digital ?ocean|hosting"
    r"|start-?up) credits\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that stands at ``text[start:end]``, or the range that it may be in.

    Attributes:
        sure: Written so that it can only be a count: "(2)", "single".
    """

    low: float
    high: float
    start: int
    end: int
    money: bool = False
    sure: bool = False


def quantities(text: str) -> Iterator[Quantity]:
    """Numbers in digits and in words, in the order in which they stand."""
    found: list[Quantity] = []
    for rule, read in ((_IN_FIGURES, _in_figures), (_FIGURES, _figure), (_SPELT, _spelt)):
        taken = [range(quantity.start, quantity.end) for quantity in found]
        found += [
            read(match, text)
            for match in rule.finditer(text)
            if not any(match.start() in place or match.end() - 1 in place for place in taken)
        ]
    return iter(sorted(found, key=lambda quantity: quantity.start))


def _in_figures(match: re.Match[str], _text: str) -> Quantity:
    """An amount of which only the number of digits is told: "a 5-figure bill"."""
    digits = match["digits"].lower()
    least = 10.0 ** (_UNITS.get(digits) or float(digits)) / 10
    return Quantity(least, least * 10 - 1, *match.span(), money=True)


def _figure(match: re.Match[str], text: str) -> Quantity:
    """A number in digits; the scale of the end holds for both: "20-50 million"."""
    low_scale, high_scale = (match["low_scale"] or "").lower(), (match["high_scale"] or "").lower()
    grand = "grand" in {low_scale, high_scale}
    cents = match["cents"] is not None
    money = bool(match["money"] or grand or cents or _COIN.match(text, match.end()))
    raw = _number(match["low"])
    low = raw * _SCALES.get(low_scale, _CENT if cents else 1.0)
    high = low
    if match["high"]:
        high = _number(match["high"]) * _SCALES.get(high_scale, _CENT if cents else 1.0)
        if not low_scale and high_scale and raw * _SCALES[high_scale] <= high:
            low = raw * _SCALES[high_scale]
    before = text[: match.start()]
    changed = (
        before.lower().endswith("from ")
        and (money or _CHANGED.search(before))
        and not _RANGING.search(before)
    )
    if match["join"] == "to" and changed:
        low = high  # no range: "from $3,000 to $3 a month", "it grew from 3 to 9 developers"
    sure = bool(match["paren"] and match["close"])
    return Quantity(min(low, high), max(low, high), match.start(), match.end(), money, sure)


def _spelt(match: re.Match[str], text: str) -> Quantity:
    """A number in words: "a few thousand", "two or three", "billions of", "single"."""
    grand = (match["scale"] or "").lower() == "grand"
    money = grand or _COIN.match(text, match.end()) is not None
    word = (match["count"] or match["word"] or "").lower().removesuffix(" of")
    until = (match["until"] or match["until_"] or "").lower()
    low = _value(word)
    high = _value(until) if until else low * _VAGUE.get(word, 1.0)
    sure = word in {"single", "sole", "lone", "solo"} and not match["scale"]
    if match["scale"]:
        scale = _SCALES[match["scale"].lower()] * _SCALES.get((match["more"] or "").lower(), 1.0)
        if match["plural"] and word in {"", "many"}:
            low = high = 2.0
        half = 0.5 if match["half"] else 0.0
        low, high = (low + half) * scale, (high + half) * scale
    return Quantity(min(low, high), max(low, high), *match.span(), money, sure)


def _value(word: str) -> float:
    """A number in words without its scale; one where there is none."""
    return _WORDS.get(word) or _WORDS.get(f"{word} of", 1.0)


def _number(text: str) -> float:
    return 1.0 if text.lower() == "a" else float(text.replace(",", ""))
