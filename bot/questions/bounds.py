"""What a number must be: "under 100 bucks", "a million or more", "the cheapest", "one server"."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING

from bot.patterns import one_of, rx, words
from bot.questions.comparing import AT_LEAST, AT_MOST, OVER, UNDER
from bot.questions.metrics import MONEY, Metric
from bot.questions.numbers import CARDINALS, TENS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

_INFINITY = float("inf")
_SCALE = {
    "k": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "grand": 1e3,
    "m": 1e6,
    "mil": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "b": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "hundred thousand": 1e5,
    "hundred million": 1e8,
    "hundred billion": 1e11,
    "hundred": 1e2,
    "hundreds": 1e2,
    "dozen": 12.0,
    "dozens": 24.0,
    "gb": 1.0,
    "gigabyte": 1.0,
    "gigabytes": 1.0,
    "tb": 1e3,
    "terabyte": 1e3,
    "terabytes": 1e3,
    "pb": 1e6,
    "petabyte": 1e6,
    "petabytes": 1e6,
}
_WORDS = {
    **CARDINALS,
    "a": 1.0,
    "an": 1.0,
    "single": 1.0,
    "couple": 2.0,
    "few": 3.0,
    "handful": 3.0,
    "half a": 0.5,
    **TENS,
    "tens": 10.0,
    "hundreds": 100.0,
}
_NUMBER = r"\d[\d,]*(?:\.\d+)?|" + one_of(
    f"""
    half a, a, an, {", ".join(CARDINALS)}, {", ".join(TENS)}, single, couple, few, handful, tens,
    hundreds(?= of (?:thousands|millions))
    """
)
_UNIT = one_of("""
    hundred (?:thousand|million|billion), k, m, b, thousands?, grand, mil, millions?, billions?,
    hundreds?, dozens?, gb, gigabytes?, tb, terabytes?, pb, petabytes?
""")
_FIGURES = {"four": 1e3, "five": 1e4, "six": 1e5, "seven": 1e6, "4": 1e3, "5": 1e4, "6": 1e5}
_IN_FIGURES = rx(r"\b(four|five|six|seven|[4-6])[- ]figures?\b")
_AMOUNT = rx(rf"(?<![\w.])[$€£]?(?P<number>{_NUMBER})? ?(?:of )?(?P<scale>{_UNIT})?\b")
_SPELT = one_of(", ".join((*CARDINALS, *TENS)))
_ONE = rf"[$€£]?(?:{_NUMBER}) ?(?:{_UNIT})?\b"
_BETWEEN = rx(
    rf"\bbetween (?P<low>{_ONE}) and (?P<high>{_ONE})|\bfrom (?P<low_>{_ONE}) to (?P<high_>{_ONE})"
    rf"|\b(?P<low___>{_SPELT}) to (?P<high___>{_SPELT})\b"
    rf"|(?<![\w.])(?P<low__>[$€£]?\d[\d,.]*k?) ?(?:-|–|to) ?(?P<high__>[$€£]?\d[\d,.]*k?)\b"
)
_LEAST = rx(
    words(
        r"""cheap(?:est|ly)?, least, lowest, smallest, fewest, tiniest, leanest, inexpensive,
        low[- ]cost, shoestring, budget,
        (?:small|tiny)(?= (?:dev |engineering )?(?:teams?|code ?bases?))"""
    )
)
_MOST = rx(
    words(
        """most, biggest, largest, highest, priciest, greatest, busiest, heaviest, expensive, huge,
        massive, enormous, record, best(?= uptime| availability), lots of, a lot of, tons of,
        loads of, plenty of, a ton of,
        (?:big|large)(?= (?:dev |engineering )?(?:teams?|code ?bases?)),
        (?:high|heavy)(?= traffic)"""
    )
)
_NOTHING = rx(
    r"""
    (?<!T\d )(?<!T\d-)(?<!\d )\bfree(?: tier| plan| hosting)?\b
    |\bfor nothing\b
    |\bgratis\b
    |\b(?:doesn't|don't|does not|do not|without|not|never) pay(?:ing)?\b
    |\bpay(?:s|ing)? nothing\b
    |\bzero (?:cost|dollars)\b
    |\bno (?:hosting )?(?:cost|bill)\b
    |\$ ?0\b
    """
)
_LONE = rx(
    r"""
    \b(?:only|just|lone|sole|solo) (?:the )?(?:server|box|machine|instance)\b
    |\bsolo\b
    |\b(?:one and )?only (?:dev|developer|engineer|coder|programmer|person)\b
    |\b(?:alone|all by (?:him|her)self|on (?:his|her|their) own)\b
    |\bone[- ](?:man|person|woman)\b
    |\bindie\b
    |\bsingle-handed(?:ly)?\b
    |\b(?:sole|lone|single) (?:dev|developer|engineer|founder|coder|programmer)s?\b
    """
)
_BEFORE_LAST = rx(r"\b(?:of|than|over|under|above|below|least|most|to) $")
_CURRENCY = rx(r"\s*(?:dollars?|bucks|euros?|quid|pounds?)\b")
_PEOPLE = rx(words("people, folks, persons"))
# "One database per customer" counts no customers.
_EACH = rx(words("per, each, every, for"))
# How far an amount may be from the one asked for when neither more nor less is said.
_NEAR = 0.25
# From two to nine where "a few", which counts as three, are asked for.
_FEW = (2 / 3, 3.0)


@dataclass(frozen=True, slots=True)
class Bound:
    """What a number must be.

    Attributes:
        low: Smallest value that fits, in the metric's unit and base period.
        high: Largest value that fits.
        order: ``1`` ascending, ``-1`` descending.
        words: The comparison as a sentence says it: "at most $100 a month for hosting".
        whole: The figure's whole range must lie inside.
        best: Only the first few are wanted: "the cheapest".
        typical: The number in the middle is wanted.
        strict: The number asked for does not fit itself: "under 100".
    """

    low: float = 0.0
    high: float = _INFINITY
    order: int = -1
    words: str = ""
    whole: bool = False
    best: bool = False
    typical: bool = False
    strict: bool = False

    def value(self, low: float, high: float) -> float | None:
        """What a figure counts as in an order, if it may lie inside; a figure may be a range."""
        if self.order > 0 or self.whole:
            inside = self.low <= low and high <= self.high
            return (low if self.order > 0 else high) if inside else None
        return high if high >= self.low and low <= self.high else None

    def touches(self, low: float, high: float) -> bool:
        """Whether a figure is just the number that it must be less or more than.

        >>> Bound(0, 100, whole=True, strict=True).touches(100, 100)
        True
        """
        end = self.high if self.whole else self.low
        return self.strict and isclose(low, high) and isclose(high, end)


ANY = Bound()
_COMPARISONS: tuple[tuple[re.Pattern[str], Callable[[float, str], Bound]], ...] = (
    (AT_LEAST, lambda amount, said: Bound(amount, words=f"at least {said}")),
    (AT_MOST, lambda amount, said: Bound(0, amount, words=f"at most {said}", whole=True)),
    (
        UNDER,
        lambda amount, said: Bound(0, amount, words=f"less than {said}", whole=True, strict=True),
    ),
    (OVER, lambda amount, said: Bound(amount, words=f"more than {said}", strict=True)),
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A number in a question, in the metric's base; vague when it is just "thousands"."""

    amount: float
    vague: bool = False
    few: bool = False


def read_bound(shape: str, metric: Metric) -> Bound | None:
    """The number, superlative or "free" that a question asks for."""
    if metric is MONEY and _NOTHING.search(shape):
        return Bound(0, 0, 1, "a free hosting plan")
    between = _BETWEEN.search(shape)
    if between:
        low, high = sorted(_ends(between, metric, shape))
        return Bound(low, high, words=metric.between(low, high), whole=True)
    asked = _number(shape, metric)
    if asked is None:
        return _superlative(shape, metric)
    amount, words_ = asked.amount, metric.amount(asked.amount)
    if asked.few and not is_compared(shape):
        low, high = (amount * share for share in _FEW)
        return Bound(low, high, words=metric.between(low, high))
    compared = _compared(shape)
    if compared is not None:
        return compared(amount, words_)
    if asked.vague:
        return Bound(amount, words=f"at least {words_}")
    if metric.exact:
        return Bound(amount, amount, 1, words_)
    if metric is MONEY:
        return Bound(amount * (1 - _NEAR), amount * (1 + _NEAR), -1, f"around {words_}")
    return Bound(amount, words=f"at least {words_}")


def _ends(between: re.Match[str], metric: Metric, shape: str) -> Iterator[float]:
    """Both amounts of a range; the first has the scale of the second if it has none itself."""
    low, high = (each for each in between.groups() if each)
    scales = [found["scale"] for each in (low, high) if (found := _AMOUNT.search(each))]
    for end in (low, high):
        match = _AMOUNT.search(end)
        assert match is not None
        scale = match["scale"] or scales[-1] or ""
        yield _value(match["number"]) * _SCALE.get(scale, 1.0) * metric.factor_asked(shape)


def is_compared(shape: str) -> bool:
    """Whether a question says that a number must be less or more than another."""
    return _compared(shape) is not None or _BETWEEN.search(shape) is not None


def _compared(shape: str) -> Callable[[float, str], Bound] | None:
    """What makes a bound of an amount and its words, if a question compares."""
    return next((made for rule, made in _COMPARISONS if rule.search(shape)), None)


def _superlative(shape: str, metric: Metric) -> Bound | None:
    if _LEAST.search(shape):
        return Bound(order=1, words=metric.least, best=True)
    if _MOST.search(shape):
        return Bound(words=metric.most, best=True)
    return None


def _number(shape: str, metric: Metric) -> _Asked | None:
    """The first number in a question that counts what the metric does."""
    figures = _IN_FIGURES.search(shape)
    if figures:
        return _Asked(_FIGURES[figures[1]] * metric.factor_asked(shape), vague=True)
    if metric.exact and _LONE.search(shape):
        return _Asked(1.0)
    for match in _amounts(shape, metric):
        number, scale = match["number"], match["scale"]
        if scale is None and (
            number in {None, "a", "an"} or (number in _WORDS and not _is_counted(match, metric))
        ):
            continue
        amount = _value(number) * _SCALE.get(scale or "", 1.0) * metric.factor_asked(shape)
        return _Asked(
            amount,
            vague=number in {None, "tens", "hundreds"} and (scale or "").endswith("s"),
            few=number in {"few", "handful"},
        )
    return None


def _amounts(shape: str, metric: Metric) -> list[re.Match[str]]:
    """Numbers in order; of money first what is written as money."""
    found = list(_AMOUNT.finditer(shape))
    if metric is not MONEY:
        return found
    return sorted(found, key=lambda each: not _is_money(each, shape))


def _is_money(match: re.Match[str], shape: str) -> bool:
    return match.group()[:1] in "$€£" or _CURRENCY.match(shape, match.end()) is not None


def _value(number: str | None) -> float:
    """A number as written.

    >>> _value("1,500"), _value("half a"), _value(None)
    (1500.0, 0.5, 1.0)
    """
    if number is None:
        return 1.0
    return _WORDS.get(number) or float(number.replace(",", ""))


def _is_counted(match: re.Match[str], metric: Metric) -> bool:
    """Whether a number word is one of what is counted, or ends a question: "teams of two"."""
    rest = match.string[match.end() :]
    ends = not rest.strip(" ?!.,") and _BEFORE_LAST.search(match.string[: match.start()])
    return bool(ends) or _counts(rest, metric)


def _counts(rest: str, metric: Metric) -> bool:
    """Whether a number word stands right before what the metric counts: "a single server"."""
    near = _EACH.split(" ".join(rest.split()[:3]))[0]
    people = "team" in metric.names and _PEOPLE.search(near)
    return bool(metric.asked.search(near) or people or _CURRENCY.match(rest))
