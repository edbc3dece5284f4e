"""Numbers that a line states: money, traffic, servers, lines of code, people, uptime.

A figure keeps the range the line allows ("between $10,000 and $50,000 a month"), so that a
comparison can tell certain from possible. Money is US dollars as written; traffic is kept as
written and brought to a day only when compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Topic

_SCALE = {
    "k": 1e3, "thousand": 1e3, "thousands": 1e3, "grand": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6,
    "million": 1e6, "millions": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "billions": 1e9,
    "hundred": 1e2, "hundreds": 1e2, "dozen": 12.0, "dozens": 24.0, "": 1.0,
}
_WORDS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "single": 1.0, "couple of": 2.0,
    "several": 3.0, "few": 3.0, "a few": 3.0, "a couple of": 2.0,
}
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
_UNIT = r"(?:thousands?|millions?|billions?|hundreds?|mil|grand|bn|mm|k|m|b)"
_AMOUNT = rf"(?P<low>{_NUMBER}) ?(?P<lowscale>{_UNIT}\b)?\+?"
_RANGE = rf"{_AMOUNT}(?: ?(?:-|–|to|and|or) ?\$?~?(?P<high>{_NUMBER}|a(?= million| billion)) ?(?P<highscale>{_UNIT}\b)?)?\+?"
_PERIOD = r"(?P<period>second|sec|minute|min|hour|day|daily|week|weekly|month|monthly|mo|year|yearly|annually)s?\b"
_PER = rf"(?:\s*(?:/|per|an?|each|every|/ an?)\s*(?:single )?(?:{_PERIOD}))"
_MONEY = re.compile(
    rf"(?P<about>~|about |around |over |under |up to )?\$ ?{_RANGE}{_PER}?(?P<more>\+)?", re.IGNORECASE
)
_PERIOD_BEFORE = re.compile(r"\b(?:an?|per|each|every|average|typical|normal|busy|busiest|single|one)(?: average| busy| typical)? (second|minute|hour|day|week|month|year)\b|\b(daily|weekly|monthly|yearly)\b", re.IGNORECASE)
_PERIODS = {
    "sec": "second", "min": "minute", "daily": "day", "weekly": "week", "monthly": "month",
    "mo": "month", "yearly": "year", "annually": "year",
}
_HOSTING = re.compile(
    r"\b(?:host(?:s|ed|ing)?|servers?|dynos?|droplets?|instances?|vps|infrastructure|aws|heroku|digital ?ocean"
    r"|linode|gigalixir|render|ec2|ecs|cloud|bill|everything|hobby|overall|tier|site|all in all|hetzner|vultr|ovh|app engine|gcp|cluster|database|postgresql|rds|add-?on)\b",
    re.IGNORECASE,
)
_HOSTING_PLAIN = re.compile(
    r"\b(?:host(?:s|ed|ing)?|servers?|dynos?|droplets?|instances?|vps|hobby|everything|overall|all in all|bill)\b", re.IGNORECASE
)
_INCOME = re.compile(
    r"\b(?:earn\w*|revenue|mrr|arr|donat\w+|ads?|sales|income|profit|making|makes|funding|raised|credits|charg\w+|pric\w+|subscription|plan|customers? pay|paid plan|invest\w*)\b",
    re.IGNORECASE,
)
_FREE_HOSTING = re.compile(
    r"\b(?:heroku|aws|app engine|gcp|google cloud|netlify|vercel|github pages|gh pages|ec2|hosting|hosted|hosts?|digital ?ocean|firebase|render|fly\.io|dynos?|servers?|everything|runs?|running|azure|site)\b[^.;]{0,45}?"
    r"\b(?:free|for nothing|\$0)\b(?! (?:trial|plan)s?)|\bfree (?:tier|plan|dyno|hosting)\b[^.;]{0,40}?\b(?:host\w*|heroku|aws|server|ec2|dyno)\b",
    re.IGNORECASE,
)
_NOT_FREE = re.compile(r"\b(?:free (?:service|trial|ssl|up|time|photos?)|for free right now|is free\b|paid\b)", re.IGNORECASE)
_ABOUT_SERVICE = re.compile(r"\b(?:uptime|monitor\w*|error|email|mail|status ?cake|sentry|analytics|form|log\w*|credits)\b", re.IGNORECASE)
_COUNTS: tuple[tuple[str, str, str], ...] = (
    # metric, unit, the nouns that may follow the number
    ("requests", "requests", r"(?:api |http |web )?(?:requests?|reqs?|calls|api calls|hits|queries|log events|events|pings|webhooks)"),
    ("page_views", "page views", r"(?:page ?views?|visits|video views|views|impressions)"),
    ("users", "users", r"(?:(?:active|registered|concurrent|unique|monthly|daily|paying|total|beta|end|happy) )*(?:users?|visitors?|customers?|members?|subscribers?|students?|accounts?|people|developers|players|employees|listeners|readers|sign ?ups|companies|clients|teams|authors|educators|health officials)"),
    ("lines_of_code", "lines", r"(?:[\w/.-]+ ){0,3}?(?:lines(?: of)?(?: [\w/.-]+){0,3}? ?code|lines of [\w/ -]+|loc\b|lines\b)"),
    ("servers", "servers", r"(?:[\w./$-]+ ){0,4}?(?:servers?|instances?|droplets?|dynos?|boxes|box|nodes?|vms?|vps(?:es)?|machines?|vpss?)\b"),
    ("team", "people", r"(?:full[- ]time |part[- ]time |other |main |back-?end |front-?end |software |core )*(?:developers?|devs|engineers?|programmers?|person|people|members|employees|founders)\b(?= (?:on|in|team|working|work|who|at|are|is|dev|company|that))"),
    ("storage", "GB", r"(?:gb|tb|gigabytes|terabytes|petabytes|pb)\b"),
    ("rows", "rows", r"(?:db |database )?(?:rows|records|documents|entries)"),
    ("apps", "apps", r"(?:django apps|different django apps|apps|microservices|services|repos|models|tables)\b"),
)
_COUNT_RULES = tuple(
    (
        metric,
        unit,
        re.compile(
            rf"(?<![\w.$])\(?(?P<one>single|one|a single|just one|only one|couple of|several|two|three|four|five|six|seven|eight|nine|ten)?\(?"
            rf"(?:{_RANGE})?\)?(?: (?:of|different|other|top level|small|beefy|big|physical|production|web|app|database|db|background|bare metal|dedicated|virtual|linux))*"
            rf"(?(one) |(?(low) ?|(?!)))(?:[\w/.-]+ )??{noun}(?:[^.;$]{{0,25}}?{_PER})?",
            re.IGNORECASE,
        ),
    )
    for metric, unit, noun in _COUNTS
)
_UPTIME = re.compile(r"(?P<low>9\d(?:\.\d+)?) ?%[^.;]{0,20}?\b(?:uptime|availability|sla)|\buptime[^.;]{0,20}?(?P<low2>9\d(?:\.\d+)?) ?%", re.IGNORECASE)
_ONE_SERVER = re.compile(
    r"\b(?:single|one|just 1|only 1|1|\(1\)|1x|only one|lone|same)\)? (?!cpu|gb|core|vcpu|of |web server|more)(?:(?!node\b|cpu\b|to\b|at\b|and\b|with\b)[\w.$/%+-]+ ){0,5}?(?:server|instance|droplet|box|dyno|vps|vm|machine)\b(?!s)"
    r"|\((?:1|one)\) (?:[^()]{0,30})?(?:server|instance|droplet|box|dyno|vps|vm|machine)\b"
    r"|\b(?:hosted on|runs on|running on|host everything on|live[sd]? on) an? (?:[\w.$/%+\" -]{0,40} )?(?:server|instance|droplet|box|dyno|vps|bare metal server)\b"
    r"|\bthe (?:digital ?ocean |linode |ec2 |production |primary |app )?server (?:has|is|was|runs)\b",
    re.IGNORECASE,
)
_ONLY_PART = re.compile(r"\b(?:dev environment|each developer|staging|testing|build|vault|database|db|initially|scal\w+ from|why not|started|originally|each|every|admin|pull request)\b", re.IGNORECASE)
_PARENS_ONE = re.compile(r"\((\d{1,3})\)")


def facts(topics: Iterable[Topic]) -> tuple[Fact, ...]:
    """Every figure in the lines of an episode.

    >>> from bot.model import Topic
    >>> facts([Topic(1, "They pay between $10,000 and $50,000 a month on hosting")])
    (Fact(metric='hosting_cost', low=10000.0, high=50000.0, unit='usd', period='month', topic=0),)
    """
    found = [
        Fact(fact.metric, fact.low, fact.high, fact.unit, fact.period, number)
        for number, topic in enumerate(topics)
        for fact in _line(topic.text)
    ]
    return tuple(found)


def _line(text: str) -> Iterator[Fact]:
    yield from _money(text)
    yield from _free(text)
    for metric, unit, rule in _COUNT_RULES:
        for match in rule.finditer(text):
            fact = _counted(metric, unit, match, text)
            if fact:
                yield fact
    if _ONE_SERVER.search(text) and not _ONLY_PART.search(text):
        yield Fact("servers", 1.0, 1.0, "servers", "total")
    for match in _UPTIME.finditer(text):
        value = float(match["low"] or match["low2"])
        yield Fact("uptime", value, value, "percent")


def _money(text: str) -> Iterator[Fact]:
    for match in _MONEY.finditer(text):
        low, high = _bounds(match)
        period = _period(match["period"])
        before = text[: match.start()]
        sentence_income = _INCOME.search(text)
        if sentence_income and not _HOSTING_PLAIN.search(text):
            metric = "income"
        elif _HOSTING.search(text) and not (
            _ABOUT_SERVICE.search(before[-60:]) and not _HOSTING_PLAIN.search(text)
        ):
            metric = "hosting_cost"
        else:
            metric = "cost"
        yield Fact(metric, low, high, "usd", period)


def _free(text: str) -> Iterator[Fact]:
    if "$" in text or not _FREE_HOSTING.search(text):
        return
    if _ABOUT_SERVICE.search(text) or (_NOT_FREE.search(text) and "free tier" not in text.lower()):
        return
    yield Fact("hosting_cost", 0.0, 0.0, "usd", "month")


def _counted(metric: str, unit: str, match: re.Match[str], text: str) -> Fact | None:
    word, period = match["one"], _period(match["period"])
    if period is None and metric in {"requests", "page_views"}:
        before = _PERIOD_BEFORE.search(text)
        period = _period(before and (before[1] or before[2]))
    if match["low"] is None:
        if word is None:
            return None
        value = _WORDS.get(word.lower().removeprefix("only ").removeprefix("just ").removeprefix("a "), 1.0)
        return Fact(metric, value, value, unit, period)
    low, high = _bounds(match)
    if metric == "storage":
        factor = {"t": 1e3, "p": 1e6}.get(match.group().strip().lower().split()[-1][0], 1.0)
        low, high = low * factor, high * factor
    return Fact(metric, low, high, unit, period)


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """Lowest and highest value; the scale of the end holds for both: "20-50 million"."""
    high_scale = (match["highscale"] or "").lower()
    low_scale = (match["lowscale"] or "").lower()
    raw = _value(match["low"])
    low = raw * _SCALE[low_scale]
    if match["high"] is None:
        return low, low
    high = _value(match["high"]) * _SCALE[high_scale]
    if not low_scale and high_scale and raw * _SCALE[high_scale] <= high:
        low = raw * _SCALE[high_scale]
    return (low, high) if low <= high else (high, low)


def _value(text: str) -> float:
    if text.lower() == "a":
        return 1.0
    return float(text.replace(",", ""))


def _period(text: str | None) -> str | None:
    if text is None:
        return None
    lowered = text.lower()
    return _PERIODS.get(lowered, lowered)
