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
}  # fmt: skip
_WORDS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "single": 1.0, "sole": 1.0, "solo": 1.0, "lone": 1.0,
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0,
    "eleven": 11.0, "twelve": 12.0, "couple": 2.0, "few": 3.0, "several": 3.0, "half a": 0.5,
    "pair": 2.0, "handful": 3.0, "tens of": 20.0, "dozens of": 24.0, "hundreds of": 200.0,
    "many": 2.0,
}  # fmt: skip
# "A few" is no exact number: from three on, up to this many times as much.
_VAGUE = {"few": 3.0, "several": 3.0, "handful": 3.0}
# No figure has more digits than these; a longer one is no number that anybody means.
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,15})?|\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})"
_SCALE = r"(?:thousand|million|billion|hundred|mil|grand|bn|mm|k|m|b)"
_LOW = rf"(?P<low>{_DIGITS})(?:\+? ?(?P<low_scale>{_SCALE})\b)?\+?"
_HIGH = rf"(?P<high>{_DIGITS}|a(?= million| billion))(?:\+? ?(?P<high_scale>{_SCALE})\b)?"
_RANGE = rf"{_LOW}(?: ?(?P<join>-|–|to|and|or) ?~?[$€£]?{_HIGH})?"
# Neither part of a word or a longer number, nor a percentage.
_NO_MORE = r"(?![%:\d]|[.,]\d|(?![gtpm]b)[a-z])"
_FIGURES = rx(
    r"(?<![\w.,$€£=#:/-])(?P<paren>\()?(?:~|<|>|≈)?(?P<money>[$€£])? ?"
    rf"{_RANGE}(?:\+|ish\b|x\b)?{_NO_MORE}(?P<close>\))?",
    re.IGNORECASE,
)
_ANY_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SPELT = rx(
    rf"""
    (?<![\w-])(?:(?:a |an )?(?P<word>{_ANY_WORD})(?: of)? )?(?P<scale>hundred|thousand|million
        |billion|dozen)(?P<plural>s)?(?: of)?\b
    |(?<![\w-])(?:a |an )?(?P<count>single|sole|solo|lone|one|two|three|four|five|six|seven|eight
        |nine|ten|eleven|twelve|couple of|pair of|handful of|few|several)\b(?! hundred| thousand|
        million| billion)
    """,
    re.IGNORECASE,
)
_CHANGED = rx(
    r"\b(?:grew|grow(?:n|ing)|went|gone|going|scal(?:ed|ing)|expand\w+|shr[aiu]nk\w*|dropp\w+|jumped"
    r"|increased|decreased|reduced|cut)(?: \w+){0,3} from $",
    re.IGNORECASE,
)
_COIN = rx(r" ?(?:dollars?|bucks|euros?|usd|eur|gbp|quid|pounds?|€|£)(?!\w)", re.IGNORECASE)


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
    found = [_figure(match, text) for match in _FIGURES.finditer(text)]
    taken = [range(quantity.start, quantity.end) for quantity in found]
    found += [
        _spelt(match, text)
        for match in _SPELT.finditer(text)
        if not any(match.start() in place or match.end() - 1 in place for place in taken)
    ]
    return iter(sorted(found, key=lambda quantity: quantity.start))


def _figure(match: re.Match[str], text: str) -> Quantity:
    """A number in digits; the scale of the end holds for both: "20-50 million"."""
    low_scale, high_scale = (match["low_scale"] or "").lower(), (match["high_scale"] or "").lower()
    grand = "grand" in {low_scale, high_scale}
    money = bool(match["money"] or grand or _COIN.match(text, match.end()))
    raw = _number(match["low"])
    low = raw * _SCALES.get(low_scale, 1.0)
    high = low
    if match["high"]:
        high = _number(match["high"]) * _SCALES.get(high_scale, 1.0)
        if not low_scale and high_scale and raw * _SCALES[high_scale] <= high:
            low = raw * _SCALES[high_scale]
    before = text[: match.start()]
    changed = before.lower().endswith("from ") and (money or _CHANGED.search(before))
    if match["join"] == "to" and changed:
        low = high  # no range: "from $3,000 to $3 a month", "it grew from 3 to 9 developers"
    sure = bool(match["paren"] and match["close"])
    return Quantity(min(low, high), max(low, high), match.start(), match.end(), money, sure)


def _spelt(match: re.Match[str], text: str) -> Quantity:
    """A number in words: "a few thousand", "billions of", "single"."""
    money = _COIN.match(text, match.end()) is not None
    if match["count"]:
        word = match["count"].lower()
        word = word.removesuffix(" of")
        low, high = _WORDS[word], _WORDS[word] * _VAGUE.get(word, 1.0)
        sure = word in {"single", "sole", "lone", "solo"}
        return Quantity(low, high, *match.span(), money, sure)
    word = (match["word"] or "").lower()
    value = _SCALES[match["scale"].lower()] * _WORDS.get(word, 1.0)
    if match["plural"] and word in {"", "many"}:
        value = _SCALES[match["scale"].lower()] * 2
    return Quantity(value, value * _VAGUE.get(word, 1.0), *match.span(), money)


def _number(text: str) -> float:
    return 1.0 if text.lower() == "a" else float(text.replace(",", ""))
