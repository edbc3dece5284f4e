"""Numbers that a line states: money, traffic, servers, lines of code, people, uptime.

A sentence is searched for quantities ("20-50 million+", "a few thousand", "(6)"), and each
quantity is given to the first kind whose noun follows it. A figure keeps the range the line
allows ("between $10,000 and $50,000 a month"), so that a comparison can tell certain from
possible. Money is as written, euros and pounds taken for dollars; traffic is kept as written and
brought to a day only when compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Fact
from bot.normalise import money, periods
from bot.normalise.quantities import quantities
from bot.patterns import one_of, rx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Topic
    from bot.normalise.quantities import Quantity


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


_ORDINAL = rx(
    r"\b(?:server|version|v|number|no\.|day|step|part|phase|rails|python|django|ubuntu|php) $",
    re.IGNORECASE,
)
_DENIED = rx(r"(?:n['’]t|\bnot|\bnever|\bwithout) (?:\w+ ){0,3}$", re.IGNORECASE)

# What is only asked or supposed is no figure: "why not put it all on one server?"
_SUPPOSED = rx(r"\bwhy not\b|\bif you['’]re\b|\bimagine\b|\bsimulat\w+|\bI might\b", re.IGNORECASE)

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
# "Before you write a single line of code" counts none.
_LEAST_CODE = 2
_IN_TEAM = rx(r"\bteam\b[^.;]{0,40}$", re.IGNORECASE)
_TEAM_OF = rx(r"\bteam of (?:about |around |just |only |~)*$", re.IGNORECASE)
_EMPLOYS = rx(
    r"""
    \b(?:company|startup|business|agency|firm|studio) (?:now )?(?:has|is|employs|counts|grew to
        |consists of|is made up of) (?:about |around |just |only |now |over |~)*$
    """,
    re.IGNORECASE,
)
_EMPLOYEES = rx(
    rf" (?:full[- ]time |part[- ]time )?(?:{_NOUN['employee']}|{_PEOPLE}\b)", re.IGNORECASE
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
    found = [fact for quantity in quantities(text) for fact in _classify(quantity, text)]
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


def _classify(quantity: Quantity, text: str) -> Iterator[Fact]:
    """The fact that a quantity states, if it counts something known."""
    before = text[max(0, quantity.start - 40) : quantity.start]
    if quantity.money and not _DENIED.search(before):
        yield from _money(quantity, text)
        return
    size = _BYTES.match(text, quantity.end)
    if size:
        yield _bytes(quantity, size, text)
        return
    if _ORDINAL.search(before) or _DENIED.search(before):
        return
    if quantity.low == int(quantity.low) and (
        _TEAM_OF.search(before)
        or (_EMPLOYS.search(before) and _EMPLOYEES.match(text, quantity.end))
    ):
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


# --- Reading what they count -----------------------------------------------------------------
def _counted(kind: _Kind, quantity: Quantity, noun: re.Match[str], text: str) -> Fact | None:
    metric, unit, period = kind.metric, kind.unit, None
    if metric == "lines_of_code" and quantity.high < _LEAST_CODE:
        return None
    if metric == "servers" and (
        text[noun.end() :].startswith(" left")
        or not _is_count_of_servers(quantity, text[: noun.end()])
    ):
        return None
    if metric == "users" and _IN_TEAM.search(text, 0, quantity.start):
        metric, unit = "team", "people"
    if metric in {"requests", "page_views", "users", "throughput"}:
        period = periods.named_in(noun.group()) or periods.named_after(text, noun.end())
    if kind.timed and period is None:
        period = periods.of_the_whole(text)
    if kind.timed and period is None and (quantity.high < 1000 or metric == "throughput"):
        return None
    return Fact(metric, quantity.low, quantity.high, unit, period)


def _is_count_of_servers(quantity: Quantity, text: str) -> bool:
    """Neither a version ("20.04") nor one server among others nor what there once was.

    Args:
        quantity: How many.
        text: The sentence up to the noun.
    """
    if quantity.low != int(quantity.low):
        return False
    return not _ONLY_PART.search(text if quantity.low == 1 else text[: quantity.start])


def _bytes(quantity: Quantity, size: re.Match[str], text: str) -> Fact:
    """Gigabytes of memory, or of storage."""
    factor = _GIGABYTES[size["unit"][0].lower()]
    what = size["what"]
    memory = _MEMORY.search(what) or (_CPU.search(text) and not _DISK.search(what))
    metric = "memory" if memory else "storage"
    return Fact(metric, quantity.low * factor, quantity.high * factor, "GB")


def _money(quantity: Quantity, text: str) -> Iterator[Fact]:
    """What an amount of money is, unless that is over."""
    metric = money.metric_of(text, quantity.start, quantity.end)
    if metric is not None:
        before = text[max(0, quantity.start - 60) : quantity.start]
        period = (
            periods.named_after(text, quantity.end)
            or periods.named_in(before)
            or periods.gone_after(text, quantity.end)
        )
        yield Fact(metric, quantity.low, quantity.high, "usd", period)
