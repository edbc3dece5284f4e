"""Money, traffic and size: numbers in the show notes compared with the number asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup
from bot.patterns import rx
from bot.questions.base import Asked, cite, counted, cue, listing, narrowed, scope
from bot.questions.when import about
from bot.records import dataclass

if TYPE_CHECKING:
    from bot.dialogue import Cue, Evidence, Figure
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance
    from bot.questions.when import When

NAME = "cost_scale"
SUMMARY = "Money, traffic and size compared: hosting bills, requests, servers, lines of code, users"
EXAMPLES = (
    "who pays under 100 bucks a month for hosting",
    "which apps get a million requests a day or more?",
    "cheapest hosting",
    "who gets away with a single server",
    "biggest codebase",
)

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
    "hundred": 1e2,
    "hundreds": 1e2,
    "dozen": 12.0,
    "dozens": 24.0,
}
_WORD_NUMBERS = {
    "a": 1.0,
    "an": 1.0,
    "one": 1.0,
    "single": 1.0,
    "two": 2.0,
    "couple": 2.0,
    "three": 3.0,
    "few": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "half a": 0.5,
    "twenty": 20.0,
    "fifty": 50.0,
}
_AMOUNT = (
    r"(?P<number>\d[\d,]*(?:\.\d+)?|half a|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|single|couple|few)?"
    r" ?(?:of )?(?P<scale>k|m|b|thousands?|grand|mil|millions?|billions?|hundreds?|dozens?)?\b"
)
_PER_DAY = {
    "second": 86_400.0,
    "minute": 1_440.0,
    "hour": 24.0,
    "day": 1.0,
    "week": 1 / 7,
    "month": 1 / 30,
    "year": 1 / 365,
}
_PER_MONTH = {"hour": 730.0, "day": 30.0, "week": 4.33, "month": 1.0, "year": 1 / 12}
_PERIOD = rx(
    r"\b(?:per|a|an|each|every|/) ?(second|minute|hour|day|week|month|year)\b|\b(daily|weekly|monthly|yearly|annual(?:ly)?)\b"
)
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
}
_LESS = rx(
    r"\b(?:under|less than|below|at most|up to|cheaper than|fewer than|smaller than|no more than|max(?:imum)?|within|or less|or fewer|<|not more than)\b|<"
)
_MORE = rx(
    r"\b(?:over|more than|above|at least|exceed\w*|bigger than|larger than|greater than|or more|or higher|or above|plus|\d\+|>|upwards of|north of|beyond|minimum)\b|>|\d\+"
)
_HOW_MUCH = rx(
    r"\b(?:how (?:much|many|big|large|long|expensive)|what(?:'s|s| is| does| are| do)?|size|number|bill|costs?|price|spend\w*|pay\w*|daily|monthly|per (?:day|month|second)|headcount|amount|total)\b"
)
_LEAST = rx(
    r"\b(?:cheap(?:est|ly)?|least|lowest|smallest|fewest|tiniest|leanest|inexpensive|low[- ]cost|shoestring|budget)\b"
)
_GREATEST = rx(
    r"\b(?:most|biggest|largest|highest|priciest|greatest|busiest|heaviest|expensive|huge|massive|enormous|record)\b"
)
_FREE = rx(
    r"\bfree(?: tier| plan| hosting)?\b|\bfor nothing\b|\b(?:doesn't|don't|does not|do not|without|not|never) pay(?:ing)?\b|\bpay(?:s|ing)? nothing\b|\bzero (?:cost|dollars)\b|\bno (?:hosting )?(?:cost|bill)\b|\$ ?0\b"
)
_ASKS = rx(
    r"^(?:\W|so |and |ok )*(?:who|whos|who's|which|what|what's|whats|any|anyone|anybody|how|show|list|find|more than|less than|at least|over|under|cheapest|biggest|largest|smallest|most|least|lowest|highest|busiest|apps?|sites?|companies|free|the|where|is anyone|is there|are there|does|do)\b|\b(?:who|which|what|anyone|anybody)\b"
)


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing that is counted.

    Attributes:
        names: Metrics of stored facts.
        asked: What in a question asks for it.
        base: Period to which values are brought: ``day``, ``month`` or none.
    """

    names: tuple[str, ...]
    label: str
    asked: re.Pattern[str]
    base: str | None = None


def _metric(names: str, label: str, asked: str, base: str | None = None) -> Metric:
    return Metric(tuple(names.split()), label, rx(asked), base)


METRICS = (
    _metric(
        "lines_of_code",
        "lines of code",
        r"\blines? of code\b|\bcode ?bases?\b|\bcode base\b|\bloc\b|\blines of\b",
    ),
    _metric(
        "servers",
        "servers",
        r"\b(?:servers?|instances?|machines?|boxes|box|droplets?|vps|vms?|dynos?|nodes?)\b(?!.*\b(?:spend|pay|cost|bucks|dollars|cheap|\$))",
    ),
    _metric(
        "requests",
        "requests",
        r"\b(?:requests?|reqs?|api calls|calls|hits|events|queries|rps|qps)\b",
        "day",
    ),
    _metric(
        "requests page_views users", "traffic", r"\b(?:traffic|page ?views?|views|visits)\b", "day"
    ),
    _metric(
        "users",
        "users",
        r"\b(?:users?|visitors?|customers?|members?|subscribers?|students?|accounts?|sign ?ups)\b",
    ),
    _metric("uptime", "percent uptime", r"\b(?:9\d(?:\.\d+)?%? ?(?:uptime|availability)|uptime)\b"),
    _metric("storage", "GB", r"\b(?:tb|gb|terabytes?|gigabytes?|petabytes?)\b"),
    _metric(
        "rows", "rows", r"\b(?:rows|records) (?:in|of)\b|\b(?:million|billion) (?:rows|records)\b"
    ),
    _metric(
        "team", "people", r"\b(?:team of|team size|team|developers|engineers|devs|employees)\b"
    ),
    _metric(
        "hosting_cost",
        "a month for hosting",
        r"\b(?:pays?|paying|spends?|spending|costs?|bills?|bucks?|dollars?|usd|budget|cheap\w*|expensive|inexpensive|pricey|priciest|money|\$ ?\d|free tier|free hosting|low[- ]cost|shoestring|free)\b|\$\d|\d ?\$",
        "month",
    ),
)
_CREDITS = rx(r"\b(?:credits?|donations?|revenue|earn\w*|income|profit|ads?)\b")
_PAYS = rx(
    r"\b(?:pays?|paying|spends?|spending|bucks?|dollars?|usd|bills?|costs?|cheap\w*|free tier)\b|\$ ?\d|\d ?\$"
)
_MONEY_CONTEXT = rx(
    r"\b(?:host\w*|servers?|infra\w*|cloud|month|bill|run(?:ning)? costs?|monthly|C\d+|T\d+|free tier|bucks|dollars|\$|site|app|everything|pay)\b|\$"
)


# How many episodes a superlative names, and how many come after it.
_BEST = 1
_RUNNERS_UP = 4


@dataclass(frozen=True, slots=True)
class Bound:
    """What a number must be.

    Attributes:
        low: Smallest value that fits, in the metric's unit and base period.
        high: Largest value that fits.
        order: ``1`` ascending, ``-1`` descending.
        words: The comparison as a sentence says it.
        whole: The figure's whole range must lie inside.
        best: Only the first few are wanted: "the cheapest".
    """

    low: float
    high: float
    order: int
    words: str
    whole: bool = False
    best: bool = False


@dataclass(frozen=True, slots=True)
class Figures(Asked):
    """A metric and a bound."""

    metric: int = 0
    bound: Bound = Bound(0, float("inf"), -1, "")
    within: frozenset[int] = frozenset()
    fallback: When | None = None

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Every stored figure of the metric."""
        return Lookup(
            metrics=frozenset(METRICS[self.metric].names),
            technologies=self.filter_technologies(),
            searches=self.fallback.lookup().searches if self.fallback else (),
        )

    def answer(self, evidence: Evidence) -> Answer:
        """Episodes with a figure inside the bound, ordered by it."""
        metric = METRICS[self.metric]
        heads = narrowed(evidence, self.filters)
        if self.within:
            heads = {ident: head for ident, head in heads.items() if ident in self.within}
        best: dict[int, list[tuple[float, Figure]]] = {}
        for figure in evidence.figures:
            if figure.episode not in heads or figure.line is None:
                continue
            value = self._fits(figure)
            if value is not None:
                best.setdefault(figure.episode, []).append((value, figure))
        if not best and self.fallback is not None:
            return self.fallback.answer(evidence)
        order = self.bound.order
        ranked = sorted(
            (
                (_timed([f for _, f in found]), order * min(order * v for v, _ in found), ident)
                for ident, found in best.items()
            ),
            key=lambda each: (not each[0], order * each[1]),
        )
        cited = [cite(heads[ident], _cues(best[ident], order)) for *_, ident in ranked]
        episodes = tuple(cited[:_BEST] if self.bound.best else cited)
        related = tuple(cited[_BEST : _BEST + _RUNNERS_UP]) if self.bound.best else ()
        names = listing([citation.company for citation in episodes])
        what = f"{self.bound.words} {metric.label}".strip()
        if self.within and episodes:
            first = episodes[0].cues[0]
            return Answer(
                question=self.text,
                intent=self.intent,
                total=len(episodes),
                episodes=episodes,
                headline=f"{episodes[0].company}: “{first.text}”",
            )
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{counted(len(episodes), 'episode')} of {len(heads)}{scope(self.filters)} with {what}: {names}."
            if episodes
            else f"No show note gives {what}.",
            total=len(episodes),
            episodes=episodes,
            related=related,
            gap=not episodes,
        )

    def _fits(self, figure: Figure) -> float | None:
        """The figure in the metric's base, if it may lie inside the bound."""
        fact, base = figure.fact, METRICS[self.metric].base
        factor = 1.0
        if base == "day":
            factor = _PER_DAY.get(fact.period or "", 0.0)
        elif base == "month":
            factor = _PER_MONTH.get(fact.period or "", 0.0)
        if self.within:
            factor = factor or 1.0
        if METRICS[self.metric].names == ("servers",) and fact.period == "total":
            factor = 1.0
        if not factor:
            return None
        low, high = fact.low * factor, fact.high * factor
        if self.bound.order > 0 or self.bound.whole:
            inside = self.bound.low <= low and high <= self.bound.high
            return (low if self.bound.order > 0 else high) if inside else None
        return high if high >= self.bound.low and low <= self.bound.high else None


def _cues(found: list[tuple[float, Figure]], order: int) -> list[Cue]:
    """Each line once: those with a second first, then by their figure."""
    ranked = sorted(found, key=lambda each: (not _timed([each[1]]), order * each[0]))
    lines = {figure.line.id: figure.line for _, figure in ranked if figure.line}
    return [cue(line) for line in lines.values()]


def _timed(figures: list[Figure]) -> bool:
    """Whether any of the figures has a second to start at; those come first."""
    return any(figure.line is not None and figure.line.start is not None for figure in figures)


def parse(utterance: Utterance, lexicon: Lexicon) -> Figures | None:
    """Words for a metric, and a number, a superlative or "free"."""
    shape = utterance.shape
    episodes = frozenset(utterance.episodes)
    if not episodes and not _ASKS.search(shape):
        return None
    number = next((n for n, metric in enumerate(METRICS) if metric.asked.search(shape)), None)
    if _PAYS.search(shape):
        number = len(METRICS) - 1
    if number is None:
        return None
    money = METRICS[number].names == ("hosting_cost",)
    if money and (_CREDITS.search(shape) or not _MONEY_CONTEXT.search(shape)):
        return None
    bound = _bound(shape, METRICS[number], money=money)
    if episodes:
        return _of_episode(utterance, lexicon, number, episodes)
    return None if bound is None else Figures(utterance, lexicon, number, bound)


def _of_episode(
    utterance: Utterance, lexicon: Lexicon, number: int, episodes: frozenset[int]
) -> Figures | None:
    """A figure of one show: "what is zego's hosting bill"."""
    shape = utterance.shape
    if utterance.of("T") or not _HOW_MUCH.search(shape):
        return None
    fallback = about(utterance, lexicon)
    bound = Bound(0, float("inf"), -1, "")
    return Figures(utterance, lexicon, number, bound, episodes, fallback)


def _bound(shape: str, metric: Metric, *, money: bool) -> Bound | None:
    infinity = float("inf")
    if money and _FREE.search(shape):
        return Bound(0, 0, 1, "nothing")
    value = _asked_value(shape, metric)
    if value is None:
        if _LEAST.search(shape):
            return Bound(0, infinity, 1, "the lowest", best=True)
        if _GREATEST.search(shape):
            return Bound(0, infinity, -1, "the highest", best=True)
        return None
    amount, words, vague = value
    if _LESS.search(shape):
        return Bound(0, amount, -1, f"at most {words}", whole=True)
    if _MORE.search(shape) or vague:
        return Bound(amount, infinity, -1, f"at least {words}")
    if metric.names in {("servers",), ("team",)}:
        return Bound(amount, amount, 1, words)
    if metric.base == "day" or metric.names[0] in {
        "users",
        "lines_of_code",
        "uptime",
        "storage",
        "rows",
    }:
        return Bound(amount, infinity, -1, f"at least {words}")
    return Bound(amount * 0.75, amount * 1.25, -1, f"around {words}")


def _asked_value(shape: str, metric: Metric) -> tuple[float, str, bool] | None:
    """The number asked for in the metric's base, as typed, and whether it is vague."""
    for match in re.finditer(rf"(?<![\w.])\$?{_AMOUNT}", shape):
        number, scale = match["number"], match["scale"]
        if number is None and scale is None:
            continue
        if number in {"a", "an"} and scale is None:
            continue
        if number in _WORD_NUMBERS and scale is None and not _counts(shape[match.end() :], metric):
            continue
        amount = (
            1.0 if number is None else _WORD_NUMBERS.get(number) or float(number.replace(",", ""))
        )
        amount *= _SCALE.get(scale or "", 1.0)
        vague = number is None and bool(scale and scale.endswith("s"))
        words = f"{amount:,.0f}" if amount >= 1 else f"{amount:g}"
        return amount * _factor(shape, metric), words, vague
    if re.search(
        r"\b(?:only|just|lone|sole|solo) (?:the )?(?:server|box|machine|instance)\b", shape
    ):
        return 1.0, "1", False
    return None


def _counts(rest: str, metric: Metric) -> bool:
    """Whether a number word stands right before what the metric counts: "a single server"."""
    near = " ".join(rest.split()[:3])
    return bool(metric.asked.search(near)) or bool(re.match(r"\s*(?:dollars?|bucks)\b", rest))


def _factor(shape: str, metric: Metric) -> float:
    period = _PERIOD.search(shape)
    if period is None or metric.base is None:
        return 1.0
    name = period[1] or _ADVERBS[period[2]]
    return (_PER_DAY if metric.base == "day" else _PER_MONTH).get(name, 1.0)
