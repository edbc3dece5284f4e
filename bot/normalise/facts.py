"""Numbers that a line states: money, traffic, servers, lines of code, people, uptime.

A sentence is searched for quantities ("20-50 million+", "a few thousand", "(6)"), and each
quantity is given to the first kind whose noun follows it. A figure keeps the range the line
allows ("between $10,000 and $50,000 a month"), so that a comparison can tell certain from
possible. Money is as written, euros and pounds taken for dollars; traffic is kept as written and
brought to a day only when compared. Vague plurals are read as two: "billions" are at least two
billion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Fact
from bot.normalise import money
from bot.patterns import one_of, rx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Topic


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number in a sentence.

    Attributes:
        sure: Written so that it can only be a count: "(2)", "single".
    """

    low: float
    high: float
    start: int
    end: int
    money: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """One thing that is counted.

    Attributes:
        noun: What follows the quantity.
        words: How many other words may stand between the two.
        timed: A count means nothing without a period, unless it is large.
    """

    metric: str
    unit: str
    noun: str
    words: int = 1
    timed: bool = False


# --- Quantities ------------------------------------------------------------------------------
_SCALES = {
    "k": 1e3, "thousand": 1e3, "grand": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6, "million": 1e6,
    "b": 1e9, "bn": 1e9, "billion": 1e9, "hundred": 1e2, "dozen": 12.0,
}  # fmt: skip
_WORDS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "single": 1.0, "sole": 1.0, "solo": 1.0, "lone": 1.0,
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0,
    "eleven": 11.0, "twelve": 12.0, "couple": 2.0, "few": 3.0, "several": 3.0, "half a": 0.5,
    "tens of": 20.0, "dozens of": 24.0, "hundreds of": 200.0, "many": 2.0,
}  # fmt: skip
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
        |nine|ten|eleven|twelve|couple of|few|several)\b(?! hundred| thousand| million| billion)
    """,
    re.IGNORECASE,
)
_COIN = rx(r" ?(?:dollars?|bucks|euros?|usd|eur|gbp|quid|pounds?|€|£)(?!\w)", re.IGNORECASE)
_ORDINAL = rx(
    r"\b(?:server|version|v|number|no\.|day|step|part|phase|rails|python|django|ubuntu|php) $",
    re.IGNORECASE,
)
_DENIED = rx(r"(?:n['’]t|\bnot|\bnever|\bwithout) (?:\w+ ){0,3}$", re.IGNORECASE)

# "A few" is no exact number: from three on, up to this many times as much.
_VAGUE = {"few": 3.0, "several": 3.0}
# What is only asked or supposed is no figure: "why not put it all on one server?"
_SUPPOSED = rx(r"\bwhy not\b|\bif you['’]re\b|\bimagine\b|\bsimulat\w+", re.IGNORECASE)

# --- What is counted -------------------------------------------------------------------------
_STOP = one_of("""
    to, for, of, at, and, or, with, in, on, per, each, every, is, are, was, were, has, that, which,
    who, where, about, when, if, between, lines?, minutes?, seconds?, hours?, days?, weeks?,
    months?, years?, times, v?cpus?, cores?, gb, mb, tb, gigabytes, memory, ram, lts, feature, user
""")
_OTHER = rf"(?:(?!{_STOP}\b)[A-Za-z][\w.'’/&-]* |/ )"
_PEOPLE = "(?:developers?|devs|engineers?|programmers?)"
_NOUNS = {
    "request": "requests?, reqs?, calls, hits, queries, events, pings, webhooks",
    "view": "page ?views?, visits, views, impressions",
    "thing": """
        lookups, jobs, messages, e-?mails, checks, readings, tasks, transactions, notifications,
        orders, bookings, images, searches, payments, uploads, downloads, renders, builds, texts,
        invoices, points, samples, operations, videos
    """,
    "user": """
        users, visitors, customers, members, subscribers, students, accounts, listeners, readers,
        sign ?ups, clients
    """,
    "server": """
        servers?, instances?, droplets?, dynos?, box(?:es)?, nodes?, vms?, vps(?:es|s)?, machines?
    """,
    "employee": "people, employees, staff, founders, person",
    "row": "rows, records, documents, entries",
    "repository": "repos?, repositor(?:y|ies)",
}
_NOUN = {name: rf"{one_of(nouns)}\b" for name, nouns in _NOUNS.items()}
_CODE = (
    r"(?:lines?\b(?: of)?(?: [\w/.+#-]+){0,3}? ?code\b|lines of \w+|loc\b"
    r"|line (?:monolith|code ?base|app|script)\b)"
)
_AT_WORK = r"""
    work, total, on the (?:\w+ )?team, in the (?:team|company),
    at (?!\d|once|a time|the same|night), team, company, shop, in total, are working, are involved
"""
# Not those who build it.
_OTHER_TEAM = " on the (?:support|sales|marketing|customer|success|finance|legal|content|hr) team"
_SERVER = rf"{_NOUN['server']}(?! (?:side|rendered|code|less|error))"
_USERS = rf"(?:people|{_PEOPLE})(?= (?:use|using|visit\w*|sign\w*|subscrib\w*)\b)"
_KINDS = (
    _Kind("requests", "requests", _NOUN["request"], 2, timed=True),
    _Kind("page_views", "page views", _NOUN["view"], 2, timed=True),
    _Kind("throughput", "things", _NOUN["thing"], 2, timed=True),
    _Kind("users", "users", _NOUN["user"], 2),
    _Kind("users", "users", _USERS),
    _Kind("lines_of_code", "lines", _CODE, 2),
    _Kind("team", "people", rf"{_PEOPLE}\b(?!['’]s| (?:a|per|using|use)\b)", 3),
    _Kind("team", "people", rf"{_NOUN['employee']}(?= {one_of(_AT_WORK)})(?!{_OTHER_TEAM})"),
    _Kind("servers", "servers", _SERVER, 4),
    _Kind("rows", "rows", _NOUN["row"], 2),
    _Kind("apps", "apps", r"(?:apps|microservices|services)\b", 2),
    _Kind("repositories", "repositories", _NOUN["repository"], 2),
    _Kind("tables", "tables", r"(?:tables|models)\b", 2),
)
_AFTER = tuple(
    (kind, rx(rf" ?\)? ?(?:{_OTHER}){{0,{kind.words}}}?{kind.noun}", re.IGNORECASE))
    for kind in _KINDS
)
# "(1) $7 / month Dyno", "single 32 CPU core server": the count is sure, so its noun may be far.
_FAR_SERVER = rx(
    rf" ?(?:(?!(?:and|to|for|at|but|that|with)\b)[\w$./%+~\"“”-]+ ){{0,9}}?{_SERVER}", re.IGNORECASE
)
_BYTES = rx(
    r" ?(?P<unit>gb|tb|pb|gigabytes?|terabytes?|petabytes?)\b(?P<what>[^.,;/)]{0,24})",
    re.IGNORECASE,
)
_GIGABYTES = {"g": 1.0, "t": 1e3, "p": 1e6}
_MEMORY = rx(r"\b(?:memory|ram)\b", re.IGNORECASE)
_DISK = rx(
    r"\b(?:ssds?|hdds?|disks?|storage|space|data|files?|content|size|nvme|of \w+)\b", re.IGNORECASE
)
_CPU = rx(r"\bv?cpus?\b|\bcores?\b", re.IGNORECASE)
_ALONE = rx(
    r"""
    \b(?:the|an?) (?:only|solo|sole|lone) (?:developer|dev|engineer|programmer|coder|maintainer
        |founder|person)\b(?! (?:who|that|to|in|on)\b)
    |\b(?:one|single)[- ](?:man|woman|person|developer) (?:show|team|shop|company|project|business
        |operation)\b
    |\b(?:built|made|wrote|runs?|running|maintains?|maintaining|developed|works? on|does)
        (?:it|this|everything|the [\w-]+)(?: all)? (?:alone|(?:by|all by) (?:him|her)self
        |on (?:his|her) own|single-handed(?:ly)?)\b
    |\bit(?:['’]s| is) (?:just|only) (?:her|him|me)\b(?! (?:plus|with|and (?!she\b|he\b)))
    |\b(?:does|did|handles?|writes?|wrote)
        (?:all (?:of )?the|every line of|all) (?:development|coding|programming|code|engineering)\b
    |\b(?:is|was)(?: still)? the only one who (?:codes|programs|develops|writes (?:the )?code)\b
    |\b(?:a|as a) solo (?:founder|developer|dev|engineer|maker)\b
    |\b(?:built|written|developed|maintained|run|coded) by (?:just )?(?:1|one|a single) (?:person
        |developer|man|woman)\b
    """,
    re.IGNORECASE,
)
_IN_TEAM = rx(r"\bteam\b[^.;]{0,40}$", re.IGNORECASE)
_TEAM_OF = rx(r"\bteam of (?:about |around |just |only |~)*$", re.IGNORECASE)

# --- Periods ---------------------------------------------------------------------------------
_PERIOD = r"(?:second|sec|minute|min|hour|day|week|month|mo|year)"
_ADVERBS = {
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_SHORT = {"sec": "second", "min": "minute", "mo": "month"}
_PER = rx(
    rf"""
    (?P<gap>[^.;$]{{0,25}}?)(?:\s*(?:/|\bper\b|\ban?\b|\beach\b|\bevery\b
        |/ an?\b)\s*(?:single )?(?P<period>{_PERIOD})s?\b(?!
        (?:after(?! (?:discounts?|credits?|tax(?:es)?|vat)\b)|ago|later|or so)\b)
        |\b(?P<adverb>{"|".join(_ADVERBS)})\b)
    """,
    re.IGNORECASE,
)
_LAST = rx(
    rf"(?: \w+){{0,4}}? (?:last|this|(?:in|over) the (?:last|past)) (?P<period>{_PERIOD})\b",
    re.IGNORECASE,
)
_NO_PERIOD_OVER = rx(r"\b(?:about|after|within|took|takes|for|over|in)\b|\d", re.IGNORECASE)
_WHOLE_PERIOD = rx(
    rf"""
    \b(?:an?|per|each|every|average|typical|normal|busy|busiest|single|one)(?: average| busy
        | typical)? (?P<period>{_PERIOD})\b
    """,
    re.IGNORECASE,
)

# --- The rest --------------------------------------------------------------------------------
_UPTIME = rx(
    r"""
    (?P<before>9\d(?:\.\d+)?) ?%[^.;]{0,20}?\b(?:uptime|availability|sla)
    |\buptime[^.;]{0,20}?(?P<after>9\d(?:\.\d+)?) ?%
    """,
    re.IGNORECASE,
)
_THE_SERVER = rx(
    r"""
    \b(?:hosted on|runs on|running on|host everything on|live[sd]? on) an?
        (?:[\w.$/%+\" -]{0,40} )?(?:server|instance|droplet|box|dyno|vps
        |bare metal server)\b(?!.*\bper (?:machine|server)\b)
    |\bthe (?:digital ?ocean |linode |ec2 |production |primary |app )?server (?:has|runs|is running
        |was set up|was configured|was provisioned)\b
    |\ba (?:[\w$/-]+ ){0,4}?\d+ (?:v?cpu|core|gb)s? (?:core )?server\b
    |\b(?:same|only one) server\b
    """,
    re.IGNORECASE,
)
_ONLY_PART = rx(
    r"""
    \b(?:dev environment|each developer|staging|testing|build|vault|database|db|initially
        |scal\w+ from|could only|why not|started|originally|each|every|admin|pull request
        |used to|for a (?:long time|while) it)\b
    """,
    re.IGNORECASE,
)
_SENTENCES = rx(r"(?<=[a-z0-9)])[.!?]\s+(?=[A-Z(\"])")


def facts(topics: Iterable[Topic]) -> tuple[Fact, ...]:
    """Every figure in the lines of an episode.

    >>> from bot.model import Topic
    >>> facts([Topic(1, "They pay between $10,000 and $50,000 a month on hosting")])
    (Fact(metric='hosting_cost', low=10000.0, high=50000.0, unit='usd', period='month', topic=0),)
    """
    return tuple(
        Fact(fact.metric, fact.low, fact.high, fact.unit, fact.period, number)
        for number, topic in enumerate(topics)
        for fact in dict.fromkeys(_line(topic.text))
    )


def _line(text: str) -> Iterator[Fact]:
    for sentence in _SENTENCES.split(text):
        if not _SUPPOSED.search(sentence):
            yield from _sentence(sentence)


def _sentence(text: str) -> Iterator[Fact]:
    """Figures of one sentence, each thing counted once."""
    found = [fact for quantity in _quantities(text) for fact in _classify(quantity, text)]
    yield from found
    counted = any(fact.metric == "servers" for fact in found)
    if not counted and _THE_SERVER.search(text) and not _ONLY_PART.search(text):
        yield Fact("servers", 1.0, 1.0, "servers")
    if not any(fact.metric == "team" for fact in found) and _ALONE.search(text):
        yield Fact("team", 1.0, 1.0, "people")
    if not any(fact.unit == "usd" for fact in found) and money.is_free_hosting(text):
        yield Fact("hosting_cost", 0.0, 0.0, "usd", "month")
    for match in _UPTIME.finditer(text):
        value = float(match["before"] or match["after"])
        yield Fact("uptime", value, value, "percent")


def _classify(quantity: _Quantity, text: str) -> Iterator[Fact]:
    """The fact that a quantity states, if it counts something known."""
    if quantity.money:
        yield from _money(quantity, text)
        return
    size = _BYTES.match(text, quantity.end)
    if size:
        yield _bytes(quantity, size, text)
        return
    before = text[max(0, quantity.start - 40) : quantity.start]
    if _ORDINAL.search(before) or _DENIED.search(before):
        return
    if _TEAM_OF.search(before) and quantity.low == int(quantity.low):
        yield Fact("team", quantity.low, quantity.high, "people")
        return
    for kind, rule in _AFTER:
        far = (
            _FAR_SERVER.match(text, quantity.end)
            if kind.metric == "servers" and quantity.sure
            else None
        )
        match = rule.match(text, quantity.end) or far
        if match:
            fact = _counted(kind, quantity, match, text)
            if fact:
                yield fact
            return


# --- Reading quantities ----------------------------------------------------------------------
def _quantities(text: str) -> Iterator[_Quantity]:
    """Numbers in digits and in words, in the order in which they stand."""
    found = [_figure(match, text) for match in _FIGURES.finditer(text)]
    taken = [range(quantity.start, quantity.end) for quantity in found]
    found += [
        _spelt(match, text)
        for match in _SPELT.finditer(text)
        if not any(match.start() in place or match.end() - 1 in place for place in taken)
    ]
    return iter(sorted(found, key=lambda quantity: quantity.start))


def _figure(match: re.Match[str], text: str) -> _Quantity:
    """A number in digits; the scale of the end holds for both: "20-50 million"."""
    money = bool(match["money"] or _COIN.match(text, match.end()))
    low_scale, high_scale = (match["low_scale"] or "").lower(), (match["high_scale"] or "").lower()
    raw = _number(match["low"])
    low = raw * _SCALES.get(low_scale, 1.0)
    high = low
    if match["high"]:
        high = _number(match["high"]) * _SCALES.get(high_scale, 1.0)
        if not low_scale and high_scale and raw * _SCALES[high_scale] <= high:
            low = raw * _SCALES[high_scale]
    if money and match["join"] == "to" and text[: match.start()].lower().endswith("from "):
        low = high  # a change, not a range: "from $3,000 to $3 a month"
    sure = bool(match["paren"] and match["close"])
    return _Quantity(min(low, high), max(low, high), match.start(), match.end(), money, sure)


def _spelt(match: re.Match[str], text: str) -> _Quantity:
    """A number in words: "a few thousand", "billions of", "single"."""
    money = _COIN.match(text, match.end()) is not None
    if match["count"]:
        word = match["count"].lower()
        word = word.removesuffix(" of")
        low, high = _WORDS[word], _WORDS[word] * _VAGUE.get(word, 1.0)
        sure = word in {"single", "sole", "lone", "solo"}
        return _Quantity(low, high, *match.span(), money, sure)
    word = (match["word"] or "").lower()
    value = _SCALES[match["scale"].lower()] * _WORDS.get(word, 1.0)
    if match["plural"] and word in {"", "many"}:
        value = _SCALES[match["scale"].lower()] * 2
    return _Quantity(value, value * _VAGUE.get(word, 1.0), *match.span(), money)


def _number(text: str) -> float:
    return 1.0 if text.lower() == "a" else float(text.replace(",", ""))


# --- Reading what they count -----------------------------------------------------------------
def _counted(kind: _Kind, quantity: _Quantity, noun: re.Match[str], text: str) -> Fact | None:
    metric, unit, period = kind.metric, kind.unit, None
    if metric == "servers" and not _is_count_of_servers(quantity, text[: noun.end()]):
        return None
    if metric == "users" and _IN_TEAM.search(text, 0, quantity.start):
        metric, unit = "team", "people"
    if metric in {"requests", "page_views", "users", "throughput"}:
        period = _adverb(noun.group()) or _period(text, noun.end())
    if kind.timed and period is None:
        whole = _WHOLE_PERIOD.search(text)
        period = _plain(whole["period"]) if whole else None
    if kind.timed and period is None and (quantity.high < 1000 or metric == "throughput"):
        return None
    return Fact(metric, quantity.low, quantity.high, unit, period)


def _is_count_of_servers(quantity: _Quantity, text: str) -> bool:
    """Neither a version ("20.04") nor one server among others nor what there once was.

    Args:
        quantity: How many.
        text: The sentence up to the noun.
    """
    if quantity.low != int(quantity.low):
        return False
    return not _ONLY_PART.search(text if quantity.low == 1 else text[: quantity.start])


def _bytes(quantity: _Quantity, size: re.Match[str], text: str) -> Fact:
    """Gigabytes of memory, or of storage."""
    factor = _GIGABYTES[size["unit"][0].lower()]
    what = size["what"]
    memory = _MEMORY.search(what) or (_CPU.search(text) and not _DISK.search(what))
    metric = "memory" if memory else "storage"
    return Fact(metric, quantity.low * factor, quantity.high * factor, "GB")


def _money(quantity: _Quantity, text: str) -> Iterator[Fact]:
    """What an amount of money is, unless that is over."""
    metric = money.metric_of(text, quantity.start, quantity.end)
    if metric is not None:
        before = text[max(0, quantity.start - 60) : quantity.start]
        period = _period(text, quantity.end) or _adverb(before) or _in_a_year(text, quantity.end)
        yield Fact(metric, quantity.low, quantity.high, "usd", period)


# --- Reading periods -------------------------------------------------------------------------
def _period(text: str, start: int) -> str | None:
    """The period that follows closely: "$4,000 / a month", "requests per day"."""
    match = _PER.match(text, start)
    if match is None or _NO_PERIOD_OVER.search(match["gap"]):
        return None
    return _plain(match["period"]) if match["period"] else _ADVERBS[match["adverb"].lower()]


def _in_a_year(text: str, end: int) -> str | None:
    """The period that is over or under way: "$96,000 last year"."""
    match = _LAST.match(text, end)
    return _plain(match["period"]) if match else None


def _adverb(words: str) -> str | None:
    """The period among the words before the noun: "50 million daily calls"."""
    return next((_ADVERBS[word] for word in words.lower().split() if word in _ADVERBS), None)


def _plain(period: str) -> str:
    lowered = period.lower()
    return _SHORT.get(lowered, lowered)
