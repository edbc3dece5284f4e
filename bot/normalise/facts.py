"""Numbers that a line states: money, traffic, servers, lines of code, people, uptime.

A sentence is searched for quantities ("20-50 million+", "a few thousand", "(6)"), and each
quantity is given to the first kind whose noun follows it. A figure keeps the range the line
allows ("between $10,000 and $50,000 a month"), so that a comparison can tell certain from
possible. Money is as written, euros and pounds taken for dollars; traffic is kept as written and
brought to a day only when compared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Fact
from bot.normalise import money, periods, teams
from bot.normalise.counted import AFTER, FAR_SERVER
from bot.normalise.quantities import quantities
from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Topic
    from bot.normalise.counted import Kind
    from bot.normalise.quantities import Quantity


_ORDINAL = rx(
    r"\b(?:server|version|v|number|no\.|day|step|part|phase|rails|python|django|ubuntu|php) $",
    re.IGNORECASE,
)
_DENIED = rx(r"(?:n['’]t|\bnot|\bnever|\bwithout) (?:\w+ ){0,3}$", re.IGNORECASE)

# What is only asked or supposed is no figure: "why not put it all on one server?"
_SUPPOSED = rx(r"\bwhy not\b|\bif you['’]re\b|\bimagine\b|\bsimulat\w+|\bI might\b", re.IGNORECASE)

_BYTES = rx(
    r" ?(?P<unit>gb|tb|pb|gigs?|gigabytes?|terabytes?|petabytes?)\b(?P<what>[^.,;/)]{0,24})",
    re.IGNORECASE,
)
_GIGABYTES = {"g": 1.0, "t": 1e3, "p": 1e6}
_MEMORY = rx(r"\b(?:memory|ram)\b", re.IGNORECASE)
_DISK = rx(
    r"\b(?:ssds?|hdds?|disks?|storage|space|data|files?|content|size|nvme|of \w+)\b", re.IGNORECASE
)
_CPU = rx(r"\bv?cpus?\b|\bcores?\b", re.IGNORECASE)
# "It's still $2,800 a month" is about what the last lines were about, so many of them.
_TALK = 2
_NO_LINES: tuple[str, ...] = ()
# "Before you write a single line of code" counts none.
_LEAST_CODE = 2
# Lines that are no code: "volunteers have fixed 1.2 million lines".
_OTHER_LINES = rx(
    r"\b(?:fix\w*|correct\w*|transcrib\w*|index\w*|import\w*|pars\w*|print\w*|scan\w*|translat\w*)\b",
    re.IGNORECASE,
)
# "A monolith of 160,000 lines".
_CODE_OF = rx(
    r"\b(?:monolith|code ?base|back-?end|front-?end|app|api|service|script|program|server|client)"
    r"(?: that['’]s| (?:is|has|of|with))+ (?:about |around |over |roughly |only |just |~)*$",
    re.IGNORECASE,
)
_LINES = rx(r" lines\b", re.IGNORECASE)
# What was before: "from 3 developers to 9", and what would be: "they'd need 3 servers".
_GROWN = rx(r"\bfrom (?:about |around |only |just |over )*$", re.IGNORECASE)
_TO_MORE = rx(
    r"^[^.;,\d]{0,30}? to (?:about |around |over |more than |nearly )?[$€£\d]", re.IGNORECASE
)
_WOULD = rx(
    r"(?:\b(?:would|could|might)|['’]d)(?: \w+)? (?:need|take|require|want|have)"
    r"(?: (?:about|around|at least|like))? (?:an? team of )?$",
    re.IGNORECASE,
)
# "It gets hit 12,000 times a day".
_HIT = rx(
    r"\b(?P<what>hit|called|requested|queried|polled|pinged|viewed|loaded|visited|opened)"
    r"(?: (?:about|around|over|almost|roughly|up to))* $",
    re.IGNORECASE,
)
_TIMES = rx(r" times\b", re.IGNORECASE)
_SEEN = frozenset({"viewed", "loaded", "visited", "opened"})

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
    |\bthe (?:digital ?ocean |linode |ec2 |production |app )?server (?:has|runs|is running
        |was set up|was configured|was provisioned)\b
    |\ba (?:[\w$/-]+ ){0,4}?\d+ (?:v?cpu|core|gb)s? (?:core )?server\b
    |\b(?:same|only one) server\b
    |^(?:an?|one) (?:[\w$/.%-]+ ){1,6}?(?:server|droplet|vps|box|instance|dyno)
        (?:is (?:\w+ )??enough|(?:hosts?|runs?|handles?) (?:everything|it all|all of it))\b
    """,
    re.IGNORECASE,
)
# Nothing is left out where the parts are said to share it.
_SAME_SERVER = rx(
    r"""
    \b(?:apps?|site|back-?end|api|web ?server|everything|rails|django|jobs|workers?)\b[^.;]{0,40}?
        (?<!not )(?<!n't )(?:live|lives|run|runs|are|is|sit|sits|hosted|running)(?: all| both)?
        on the same (?:server|box|machine|droplet|vps|instance)\b
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
_NOT_THEIRS = rx(
    r"\b(?:customer|client|user)s? (?:who |that )?(?:has|have|had|with|runs?|ran)\b"
    r"|\b(?:bought|sold)\b|\byou (?:can|could|might|would)\b",
    re.IGNORECASE,
)
# What a plan allows is not what happens, nor who looks at a video.
_QUOTA = rx(
    r"\b(?:plan|tier|account)s? (?:gives?|has|have|allows?|comes? with|includes?|is limited)\b"
    r"|\bgives? you\b|\blimited to\b|\brate limit\w*|\bquotas?\b"
    r"|\b(?:videos?|tweets?|talks?) (?:has|have|had|got|gets?|hit)\b",
    re.IGNORECASE,
)
# Nothing is left out where one server is said to have it all.
_IT_ALL = rx(
    r"\b(?:everything|all of it|the whole thing)[^.;]{0,25}?\b(?:including|even) ", re.IGNORECASE
)
_SENTENCES = rx(r"(?<=[a-z0-9)])[.!?]\s+(?=[A-Z(\"])")


def facts(topics: Iterable[Topic]) -> tuple[Fact, ...]:
    """Every figure in the lines of an episode.

    >>> from bot.model import Topic
    >>> facts([Topic(1, "They pay between $10,000 and $50,000 a month on hosting")])
    (Fact(metric='hosting_cost', low=10000.0, high=50000.0, unit='usd', period='month', topic=0),)
    """
    found: list[Fact] = []
    before = _NO_LINES
    for number, topic in enumerate(topics):
        for fact in dict.fromkeys(_line(topic.text)):
            of_hosting = fact.metric == "cost" and money.goes_on(topic.text, before)
            metric = "hosting_cost" if of_hosting else fact.metric
            found.append(Fact(metric, fact.low, fact.high, fact.unit, fact.period, number))
        before = (*before, topic.text)[-_TALK:]
    return tuple(found)


def _line(text: str) -> Iterator[Fact]:
    for sentence in _SENTENCES.split(text):
        if not _SUPPOSED.search(sentence):
            yield from _sentence(sentence)


def _sentence(text: str) -> Iterator[Fact]:
    """Figures of one sentence, each thing counted once."""
    found = [fact for quantity in quantities(text) for fact in _classify(quantity, text)]
    yield from found
    counted = any(fact.metric == "servers" for fact in found)
    one = _THE_SERVER.search(text) and not _ONLY_PART.search(text)
    if not counted and (one or _SAME_SERVER.search(text)):
        yield Fact("servers", 1.0, 1.0, "servers")
    if not any(fact.metric == "team" for fact in found):
        yield from (Fact("team", size, size, "people") for size in teams.unnumbered(text))
    if not any(fact.unit == "usd" for fact in found) and money.is_free_hosting(text):
        yield Fact("hosting_cost", 0.0, 0.0, "usd", "month")
    if not any(fact.metric == "credits" for fact in found) and money.is_sponsored(text):
        yield Fact("sponsored", 0.0, 0.0, "usd")
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
    if _is_no_count(before, text[quantity.end :]):
        return
    if teams.is_size(quantity, text):
        unit = "developers" if teams.are_developers(quantity, text) else "people"
        yield Fact("team", quantity.low, quantity.high, unit)
        return
    hit = _HIT.search(before)
    if hit and _TIMES.match(text, quantity.end):
        yield from _hits(quantity, hit["what"].lower(), text)
        return
    if _CODE_OF.search(before) and _LINES.match(text, quantity.end):
        yield Fact("lines_of_code", quantity.low, quantity.high, "lines")
        return
    for kind, rule in AFTER:
        far = (
            FAR_SERVER.match(text, quantity.end)
            if kind.metric == "servers" and quantity.sure
            else None
        )
        match = rule.match(text, quantity.end) or far
        if match:
            fact = _counted(kind, quantity, match, text)
            if fact:
                yield fact
            return


def _is_no_count(before: str, after: str) -> bool:
    """Whether a number is an ordinal, denied, supposed, or what was before a change."""
    return bool(
        _ORDINAL.search(before)
        or _DENIED.search(before)
        or _WOULD.search(before)
        or (_GROWN.search(before) and _TO_MORE.search(after))
    )


def _hits(quantity: Quantity, what: str, text: str) -> Iterator[Fact]:
    """How often something is asked for or looked at, if over a known period."""
    period = periods.named_after(text, quantity.end + len(" times"))
    if period:
        seen = what in _SEEN
        metric, unit = ("page_views", "page views") if seen else ("requests", "requests")
        yield Fact(metric, quantity.low, quantity.high, unit, period)


# --- Reading what they count -----------------------------------------------------------------
def _counted(kind: Kind, quantity: Quantity, noun: re.Match[str], text: str) -> Fact | None:
    metric, unit, period = kind.metric, kind.unit, None
    if metric == "lines_of_code" and (
        quantity.high < _LEAST_CODE or _OTHER_LINES.search(text, 0, quantity.start)
    ):
        return None
    if metric == "servers" and (
        text[noun.end() :].startswith(" left")
        or not _is_count_of_servers(quantity, text[: noun.end()])
    ):
        return None
    if metric == "team":
        if teams.is_part(quantity, text, noun.end()):
            return None
        more = teams.not_counted(quantity, text)
        return Fact(metric, quantity.low + more, quantity.high + more, unit)
    if metric == "users" and teams.is_of_a_team(quantity, text):
        metric, unit = "team", "people"
    if metric in {"requests", "page_views", "users", "throughput"}:
        period = periods.named_in(noun.group()) or periods.named_after(text, noun.end())
    if kind.timed and _QUOTA.search(text, 0, quantity.start):
        return None
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
    if _NOT_THEIRS.search(text):
        return False
    if _IT_ALL.search(text):
        return True
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
            or (money.period_of(text) if metric == "income" else None)
        )
        yield Fact(metric, quantity.low, quantity.high, "usd", period)
