"""Money, traffic and size: numbers in the show notes compared with the number asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup
from bot.model import Stance
from bot.patterns import rx, words
from bot.questions.base import Asked, cite, company, counted, cue, listing
from bot.questions.bounds import ANY, Bound, is_compared, read_bound
from bot.questions.counting import meant, told_with, unit_asked
from bot.questions.metrics import ADVERBS, CREDITS, MONEY, Metric, metric_asked
from bot.questions.narrowing import narrowed, verdicts
from bot.questions.typical import EVERY, every_number, middle
from bot.questions.when import about
from bot.rank.words import content_words

if TYPE_CHECKING:
    from bot.dialogue import Citation, Cue, Evidence, Figure, Head
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

_ASKS = rx(
    r"^(?:\W|so |and |ok )*"
    + words(
        """
        who, whos, who's, whose, which, what, what's, whats, any, anyone, anybody, how, list,
        find, more than, less than, at least, over, under, cheapest, biggest, largest, smallest,
        most, least, lowest, highest, busiest, apps?, sites?, companies, free, the, where,
        is anyone, is there, are there, does, do, shows?, episodes?, guests?, teams?, people, folks,
        anything, somebody, someone, everyone, everybody, products?, projects?, startups?, setups?,
        fewest, greatest, priciest, best, big, large, small, tiny, worst,
        average, median, typical, businesses
    """
    ).removeprefix(r"\b")
    + r"|\b(?:who|which|what|anyone|anybody)\b"
)
# "Is heroku expensive" asks what is said of it.
_OF_NAME = rx(r"^\W*(?:is|are|was|how|does|do|can)\b.*\bT\d+\b")
_HOW_MUCH = rx(
    words(
        r"""how (?:much|many|big|large|long|expensive), what(?:'s|s| is| does| are| do)?, size,
        number, bill, costs?, price, spend\w*, pay\w*, daily, monthly, per (?:day|month|second),
        headcount, amount, total"""
    )
)
# What was before, or came once, tells less of a show than what it has every day.
_ONCE = rx(
    r"\b(?:leaving|left|before|used to|until|previously|originally|initially|would be|would have"
    r"|at one point|runaway|spike[sd]?|attack|in an? (?:hour|afternoon|evening|night|weekend))\b",
    re.IGNORECASE,
)
# "Who spends 400 dollars on mapbox", "a mapbox bill over 100 dollars".
_PAID_TO = rx(
    r"""
    \b(?:spen[dt]\w*|pay\w*|paid|costs?|charg\w+)\b.*\b(?:on|for|to|by) T\d
    |\bpay\w* T\d
    |\bT\d+(?:'s)? (?:bills?|costs?|subscriptions?|plans?|invoices?)\b
    """
)
# A name beside such a word is none that they use.
_LEFT_OUT = rx(r"\b(?:not|no|without|or|than|vs|except|besides)\b(?: \w+)? T\d|n't\b.*T\d")
# "Who found docker too expensive" asks who went without it.
_TOO_DEAR = rx(
    r"""
    \bT\d+ (?:was |were |is |got |to be )?(?:way |far |just )?too
    (?:expensive|costly|pricey|dear)\b
    """
)
# How to do it, what if it fails, what lies beyond a limit, and what a few users get say nothing of
# a size.
_TOLD = rx(
    r"""
    ^\W*(?:what (?:if|happens)|how to)\b
    |\b(?:over|past|beyond|exceed\w*|surpass\w*|outgr[eo]w\w*|hit|hits|hitting|reach\w*)
        (?:the |their |its )?(?:free |paid )?(?:limits?|quotas?|tiers?)\b
    |\b(?:on|to|for|by|among) (?:just |only )?(?:a |the )?(?:few|some|handful|subset|fraction) (?:of
        )?(?:their |the )?(?:users|customers|visitors|clients)\b
    """
)
# "How many videos does songrender render": a line of that show with a number in it.
_COUNTED = rx(r"^\W*(?:\w+ )?how (?:much|many|often|big|large|fast|long (?:do|does|did|has))\b")
# "Who sends 10,000 emails a day" counts mails, and asks for no sort of tool.
_NUMBER_OF = rx(
    r"(?:\d[km]?\+?|\b(?:million|thousand|billion|hundred|dozen)(?:s of)?) (?:\w+ )?C\d.*"
    r"\b(?:an?|per|each|every|/) ?(?:second|minute|hour|day|week|month|year)\b"
)
# What says no more than that a size is asked for, or is no number that a line gives.
# "Who has the biggest database" asks for no sort of tool either.
_BIG_DATA = rx(
    r"\b(?:biggest|largest|huge|massive|enormous|smallest|tiniest) C\d"
    r"|\bC\d+ (?:is|are) (?:the )?(?:biggest|largest|smallest)\b"
)
_MERE_SIZE = frozenset(
    """
    big large fast much many often technologies technology tools tool languages things use uses
    using used run running services stack
""".split()
)
# How many episodes a superlative names, and how many come after it.
_BEST = 1
# So few words say a number and what it counts: "a billion events per day".
_TERSE = 10
_FEW = 4
_THOUSANDS = 1000
# A line with a number that is not quite it.
_BELOW = rx(
    r"\b(?:under|less than|fewer than|below|just shy of|almost|nearly|not quite|up to|at most"
    r"|close to) (?:\w+ )?[$€£]?(?:\d|an?\b)",
    re.IGNORECASE,
)
_ABOVE = rx(
    r"\b(?:over|more than|above|at least|upwards of|north of|exceed\w*) (?:\w+ )?[$€£]?(?:\d|an?\b"
    r"|half\b)|\d[\dkm]*(?: million| thousand| billion)?\+",
    re.IGNORECASE,
)
_RUNNERS_UP = 4


@dataclass(frozen=True, slots=True)
class Figures(Asked):
    """A metric and a bound.

    Attributes:
        metric: What is counted.
        bound: What its number must be.
        within: Only these episodes: a figure of one show.
        fallback: What to look for in the lines of that show when no figure is known.
        users_of: Only episodes that use all of these: "django sites on one server".
        paid_to: Only what is paid for one of these: "who spends 400 dollars on mapbox".
        unit: Which count is meant where a line has several: "developers" of the people there.
        told: What the lines have: something about mails where mails are counted.
    """

    metric: Metric = MONEY
    bound: Bound = ANY
    within: frozenset[int] = frozenset()
    fallback: When | None = None
    users_of: frozenset[str] = frozenset()
    paid_to: frozenset[str] = frozenset()
    unit: str | None = None
    told: re.Pattern[str] | None = None

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Every stored figure of the metric."""
        return Lookup(
            metrics=self._metrics(),
            technologies=self.users_of | self.paid_to,
            searches=self.fallback.lookup().searches if self.fallback else (),
        )

    def _metrics(self) -> frozenset[str]:
        """What is paid for a service is no hosting bill."""
        return frozenset((*self.metric.names, *(("cost",) if self.paid_to else ())))

    def answer(self, evidence: Evidence) -> Answer:
        """Episodes with a figure inside the bound, ordered by it."""
        heads = self._using(evidence, narrowed(evidence, self.filters))
        if self.within:
            heads = {ident: head for ident, head in heads.items() if ident in self.within}
        fitting = self._fitting(evidence, heads)
        cited = self._cited(fitting, heads)
        if not cited and self.fallback is not None:
            return self.fallback.answer(evidence)
        episodes = tuple(cited[:_BEST] if self.bound.best else cited)
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=self._headline(episodes, len(heads)) + self._middle(fitting),
            total=len(episodes),
            episodes=episodes,
            related=tuple(cited[_BEST : _BEST + _RUNNERS_UP]) if self.bound.best else (),
            gap=not episodes,
        )

    def _using(self, evidence: Evidence, heads: dict[int, Head]) -> dict[int, Head]:
        """The episodes that use all that is asked for."""
        if not self.users_of:
            return heads
        found = verdicts(evidence.sightings)
        return {
            ident: head
            for ident, head in heads.items()
            if all(found[tech].get(ident) is Stance.USES for tech in self.users_of)
        }

    def _fitting(
        self, evidence: Evidence, heads: dict[int, Head]
    ) -> dict[int, list[tuple[float, Figure]]]:
        """Episodes with their fitting figures."""
        fitting: dict[int, list[tuple[float, Figure]]] = {}
        named = {each.line.id for each in evidence.sightings if each.line is not None}
        more = self._with_more(evidence)
        for figure in meant(evidence.figures, self.unit, self.told):
            value = self._fits(figure)
            if value is None or figure.episode not in heads.keys() - more:
                continue
            if not self.paid_to or (figure.line and figure.line.id in named):
                fitting.setdefault(figure.episode, []).append((value, figure))
        return fitting

    def _cited(
        self, fitting: dict[int, list[tuple[float, Figure]]], heads: dict[int, Head]
    ) -> list[Citation]:
        """Episodes with a fitting figure: those with a second to start at first, then by value."""
        order = self.bound.order

        def rank(ident: int) -> tuple[bool, float]:
            timed = any(_timed(figure) for _, figure in fitting[ident])
            return not timed, min(order * value for value, _ in fitting[ident])

        return [
            cite(heads[ident], self._cues(fitting[ident])) for ident in sorted(fitting, key=rank)
        ]

    def _cues(self, found: list[tuple[float, Figure]]) -> list[Cue]:
        """Each line once: with a second first, then what holds for the one show, then by value."""

        def rank(each: tuple[float, Figure]) -> tuple[bool, bool, float]:
            value, figure = each
            passing = bool(self.within) and self._passes(figure)
            return not _timed(figure), passing, self.bound.order * value

        ranked = sorted(found, key=rank)
        lines = {figure.line.id: figure.line for _, figure in ranked if figure.line}
        return [cue(line) for line in lines.values()]

    def _passes(self, figure: Figure) -> bool:
        """Whether a figure is of no stated time, or of what was left or happened once."""
        text = figure.line.text if figure.line else ""
        return not self.metric.factor(figure.fact.period) or _ONCE.search(text) is not None

    def _with_more(self, evidence: Evidence) -> frozenset[int]:
        """Episodes that have more than is asked for: one server of many, a part of the code."""
        alone = self.metric.exact and self.bound.high == 1
        if not alone and not (self.metric.in_parts and self.bound.whole):
            return frozenset()
        most = self.bound.high
        return frozenset(each.episode for each in evidence.figures if each.fact.low > most)

    def _headline(self, episodes: tuple[Citation, ...], among: int) -> str:
        if not episodes and self.within:
            names = listing([company(self.lexicon.heads[ident]) for ident in sorted(self.within)])
            return f"No show note of {names}{self.scope} gives such a number."
        if not episodes:
            return f"No show note{self.scope} gives {self.bound.words}."
        if self.within:
            return f"{episodes[0].company}: “{episodes[0].cues[0].text}”"
        names = listing([citation.company for citation in episodes])
        using = listing([self.lexicon.vocabulary.name(each) for each in sorted(self.users_of)])
        whose = f" that use {using}" if using else ""
        found = f"{counted(len(episodes), 'episode')} of {among}{whose}{self.scope}"
        return f"{found} with {self.bound.words}: {names}."

    def _middle(self, fitting: dict[int, list[tuple[float, Figure]]]) -> str:
        """The middle of the highest figures of all episodes, where that is asked for."""
        if not self.bound.typical or not fitting:
            return ""
        values = [max(value for value, _ in found) for found in fitting.values()]
        return f" Of these {middle(values, self.metric)}."

    def _fits(self, figure: Figure) -> float | None:
        """The figure in the metric's base, if it may lie inside the bound."""
        fact = figure.fact
        factor = self.metric.factor(fact.period) or (1.0 if self.within else 0.0)
        low, high = fact.low * factor, fact.high * factor
        if not factor or (self.bound.touches(low, high) and not self._is_beyond(figure)):
            return None
        return self.bound.value(low, high)

    def _is_beyond(self, figure: Figure) -> bool:
        """Whether a line says of its number that it is more, or less, than that: "over 500"."""
        rule = _BELOW if self.bound.whole else _ABOVE
        return figure.line is not None and rule.search(figure.line.text) is not None


def _timed(figure: Figure) -> bool:
    """Whether a figure has a second to start at."""
    return figure.line is not None and figure.line.start is not None


def parse(utterance: Utterance, lexicon: Lexicon) -> Figures | When | None:
    """Words for a metric, and a number, a superlative or "free"."""
    utterance = _of_numbers(utterance)
    shape = utterance.shape
    metric = metric_asked(shape)
    if metric is None and utterance.episodes and _COUNTED.search(shape):
        told = about(utterance, lexicon)
        return told if told and set(content_words(told.subject)) - _MERE_SIZE else None
    if metric is None or _TOO_DEAR.search(shape) or _TOLD.search(shape):
        return None
    if utterance.episodes:
        return _of_episode(utterance, lexicon, metric)
    bound = read_bound(shape, metric)
    bound = bound or every_number(shape)
    if bound is None and metric is CREDITS:
        bound = EVERY
    if bound is None or (bound.best and _OF_NAME.search(shape)):
        return None
    if bound is not EVERY and not _ASKS.search(shape) and not _is_terse(shape, metric, bound):
        return None
    users, paid = _technologies(utterance, lexicon, metric)
    return Figures(
        utterance,
        lexicon,
        metric,
        bound,
        users_of=users,
        paid_to=paid,
        unit=unit_asked(shape, metric),
        told=told_with(shape, metric),
    )


def _of_numbers(utterance: Utterance) -> Utterance:
    """The utterance with names that stand in a figure read as words: "10,000 emails", "daily"."""
    big = _BIG_DATA.search(utterance.shape) and utterance.categories == ["database"]
    if utterance.of("C") and (big or _NUMBER_OF.search(utterance.shape)):
        utterance = utterance.dropped("C")
    shows = [utterance.names[place].surface.lower() for place in utterance.of("E")]
    if shows and ADVERBS.keys() >= set(shows) and is_compared(utterance.shape):
        utterance = utterance.dropped("E")
    return utterance


def _technologies(
    utterance: Utterance, lexicon: Lexicon, metric: Metric
) -> tuple[frozenset[str], frozenset[str]]:
    """What those asked for use, and what the money asked for is paid for."""
    shape = utterance.shape
    if _LEFT_OUT.search(shape):
        return frozenset(), frozenset()
    found = frozenset(ident for p in utterance.of("T") for ident in utterance.names[p].ids[:1])
    services = found - frozenset(lexicon.vocabulary.members["hosting"])
    if metric is MONEY and services and _PAID_TO.search(shape):
        return frozenset(), services
    return found, frozenset()


def _is_terse(shape: str, metric: Metric, bound: Bound) -> bool:
    """Whether nothing is said but a number to compare with: "hosting under 20 dollars"."""
    words = len(shape.split())
    compared = is_compared(shape) or metric is MONEY or bound.low >= _THOUSANDS
    # "django sites on a single server"
    few = _FEW + 2 * len(re.findall(r"\bT\d", shape))
    return not bound.best and (words <= _TERSE if compared else metric.exact and words <= few)


def _of_episode(utterance: Utterance, lexicon: Lexicon, metric: Metric) -> Figures | When | None:
    """A figure of one show: "what is zego's hosting bill"."""
    if not _HOW_MUCH.search(utterance.shape):
        return None
    within, fallback = frozenset(utterance.episodes), about(utterance, lexicon)
    if utterance.of("T"):
        return fallback  # "How much did they save with phoenix": a line with both.
    return Figures(utterance, lexicon, metric, ANY, within, fallback)
