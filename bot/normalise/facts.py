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
from bot.normalise import amounts, free, money, periods, servers, teams
from bot.normalise.bygone import is_back_then
from bot.normalise.counted import AFTER, CLIENTS, FAR_SERVER
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
_SUPPOSED = rx(
    r"\bwhy not\b|\bif you['’]re\b|\bimagine\b|\bsimulat\w+|\bI might\b"
    r"|\bif (?:they|we|he|she|it|you|there) (?:ever |suddenly )?(?:had|were|got|hit|reach\w*|needed"
    r"|wanted)\b",
    re.IGNORECASE,
)

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
    r"\b(?:fix\w*|correct\w*|transcrib\w*|index\w*|import\w*|pars\w*|print\w*|scan\w*|translat\w*)\b"
    r"|\b(?:delet\w+|remov\w+|(?:threw|throw\w*) (?:out|away)|got rid of)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
# So many readings are stored, where no period says how fast they come.
_MUCH_DATA = 10_000
# "A monolith of 160,000 lines".
_CODE_OF = rx(
    r"\b(?:monolith|code ?base|back-?end|front-?end|app|api|service|script|program|server|client)"
    r"(?:['’]s)?(?: that['’]s| (?:is|has|of|with|grown to|grew to|up to|sits at|totals|at"
    r"|(?:comes|weighs|clocks) in at))+ (?:about |around |over |roughly |only |just |~)*$",
    re.IGNORECASE,
)
_LINES = rx(r" lines\b", re.IGNORECASE)
# What was before: "from 3 developers to 9", and what would be: "they'd need 3 servers".
_GROWN = rx(r"\bfrom (?:about |around |only |just |over )*$", re.IGNORECASE)
_TO_MORE = rx(
    r"^[^.;,\d]{0,30}? to (?:about |around |over |more than |nearly )?[$€£\d]", re.IGNORECASE
)
_GREW = rx(
    r"""
    (?P<before>\bfrom (?:about |around |only |just )?(?:\d[\d,.]*[km]?|one|two|three|four|five|six)
        (?P<noun>[a-z-]+(?: (?!to\b)[a-z-]+){0,2}))
        to(?: about| around| over| more than| nearly| almost| roughly)?
        (?P<to>\d[\d,.]*[km]?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen
        )(?=$|[,.;)](?!\d)| (?:in|over|within|after|now|today|by|during|since|at|when|as|and|this
        |last|with)\b)
    """,
    re.IGNORECASE,
)
# "60 law firms and 3 agencies use it": three are not all.
_SOME_MORE = rx(r"\d[^.;,]* and (?:about |around |over |another )?$")
# "Two $20 / month servers": so many, at that price each.
_PRICED = rx(r" ?x? [$€£]\d")
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
_RPS = rx(r" ?(?:rps|qps|req(?:uest)?s?/s(?:ec)?)\b", re.IGNORECASE)
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
# Customers who are not all: "they lost 4 customers", "his first 20 clients".
_SOME_USERS = rx(
    r"\b(?:los[et]|losing|first|other|another|because of|talk(?:ed|ing)? to|interview\w*|ask\w*"
    r"|covers|refund\w*|one of|1 of"
    r"|(?:one|1|a|biggest|largest) (?:customer|client)s? (?:has|had|with))"
    r"(?: (?:the|their|his|her|about|over|at least|only))* $",
    re.IGNORECASE,
)
_PER_KEY = rx(r" per (?:(?:api )?key|ip|user|account|customer|client|token)\b", re.IGNORECASE)
_IN_A_FILE = rx(
    r"\b(?:files?|csvs?|spreadsheets?|sheets?) (?:with|of|that ha[sd])\b[^.;,]{0,15}$",
    re.IGNORECASE,
)
_GONE = rx(
    r" (?:\w+ )?(?:got|were|was|have been) (?:deleted|removed|dropped|thrown)", re.IGNORECASE
)
# What a plan allows is not what happens, nor who looks at a video.
_QUOTA = rx(
    r"\b(?:plan|tier|account)s? (?:gives?|has|have|allows?|comes? with|includes?|is limited)\b"
    r"|\b(?:api|endpoint|key)s? (?:allows?|permits?)\b"
    r"|\bgives? you\b|\blimited to\b|\brate limit\w*|\blimit (?:is|of|was)\b|\bquotas?\b"
    r"|\b(?:videos?|tweets?|talks?) (?:has|have|had|got|gets?|hit)\b",
    re.IGNORECASE,
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
        stated: dict[Fact, None] = {}
        for sentence in _SENTENCES.split(topic.text):
            stated |= dict.fromkeys(_stated(sentence, before, number))
            before = (*before, sentence)[-_TALK:]
        found += stated
    return tuple(found)


def _stated(sentence: str, before: tuple[str, ...], topic: int) -> Iterator[Fact]:
    """Figures of one sentence; what "it" costs is what the sentences before are about."""
    if _SUPPOSED.search(sentence):
        return
    found = list(_sentence(sentence))
    told = any(fact.metric == "hosting_cost" for fact in found)
    for fact in found:
        of_hosting = fact.metric == "cost" and not told and money.goes_on(sentence, before)
        metric = "hosting_cost" if of_hosting else fact.metric
        yield Fact(metric, fact.low, fact.high, fact.unit, fact.period, topic)


def _sentence(text: str) -> Iterator[Fact]:
    """Figures of one sentence, each thing counted once."""
    text = _GREW.sub(_grown, text)
    found = [fact for quantity in quantities(text) for fact in _classify(quantity, text)]
    yield from found
    counted = any(fact.metric == "servers" for fact in found)
    if not counted and servers.is_one(text):
        yield Fact("servers", 1.0, 1.0, "servers")
    if not any(fact.metric == "team" for fact in found):
        yield from (Fact("team", size, size, "people") for size in teams.unnumbered(text))
    if not any(fact.unit == "usd" for fact in found) and free.is_free_hosting(text):
        yield Fact("hosting_cost", 0.0, 0.0, "usd", "month")
    if not any(fact.metric == "credits" for fact in found) and free.is_sponsored(text):
        yield Fact("sponsored", 0.0, 0.0, "usd")
    for match in _UPTIME.finditer(text):
        value = float(match["before"] or match["after"])
        yield Fact("uptime", value, value, "percent")


def _grown(match: re.Match[str]) -> str:
    """The words of a growth with its noun at the end: "from 5 developers to 20 developers"."""
    return f"{match['before']} to {match['to']} {match['noun']}"


def _classify(quantity: Quantity, text: str) -> Iterator[Fact]:
    """The fact that a quantity states, if it counts something known."""
    before = text[max(0, quantity.start - 40) : quantity.start]
    paid = quantity.money or money.is_unsigned(text, quantity.start, quantity.end)
    if paid and not _DENIED.search(before):
        yield from amounts.stated(quantity, text)
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
    if _RPS.match(text, quantity.end):
        yield Fact("requests", quantity.low, quantity.high, "requests", "second")
        return
    if _CODE_OF.search(before) and _LINES.match(text, quantity.end):
        yield Fact("lines_of_code", quantity.low, quantity.high, "lines")
        return
    yield from _by_noun(quantity, text)


def _by_noun(quantity: Quantity, text: str) -> Iterator[Fact]:
    """The fact of the first kind whose noun follows a quantity."""
    for kind, rule in AFTER:
        match = rule.match(text, quantity.end)
        if match is None and kind.metric == "servers" and _is_sure(quantity, text):
            match = FAR_SERVER.match(text, quantity.end)
        if match:
            fact = _counted(kind, quantity, match, text)
            if fact:
                yield fact
            if fact or not _may_be_data(kind, quantity):
                return


def _is_sure(quantity: Quantity, text: str) -> bool:
    """Whether a number can only be a count: "(2)", "2 $20 / month servers"."""
    return quantity.sure or _PRICED.match(text, quantity.end) is not None


def _may_be_data(kind: Kind, quantity: Quantity) -> bool:
    """Whether what is no throughput, for want of a period, may be what is stored."""
    return kind.metric == "throughput" and quantity.low >= _MUCH_DATA


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
    if _is_not_all(kind, quantity, noun.end(), text):
        return None
    if metric == "team":
        more = teams.not_counted(quantity, text)
        return Fact(metric, quantity.low + more, quantity.high + more, unit)
    if metric == "users" and teams.is_of_a_team(quantity, text):
        metric, unit = "team", "people"
    if metric in {"requests", "page_views", "users", "throughput"}:
        period = periods.named_in(noun.group()) or periods.named_after(text, noun.end())
    if kind.timed and period is None:
        period = periods.of_the_whole(text)
    if kind.timed and period is None and (quantity.high < 1000 or metric == "throughput"):
        return None
    return Fact(metric, quantity.low, quantity.high, unit, period)


def _is_not_all(kind: Kind, quantity: Quantity, end: int, text: str) -> bool:
    """Whether what is counted is none of theirs, or only some of it.

    Args:
        kind: What is counted.
        quantity: How many.
        end: Where the noun ends.
        text: The sentence.
    """
    start = quantity.start
    if is_back_then(text, start, end):
        return True
    if kind.metric == "lines_of_code":
        other = _OTHER_LINES.search(text, 0, start) or _GONE.match(text, end)
        return quantity.high < _LEAST_CODE or other is not None
    if kind.metric == "users":
        some = kind.noun is CLIENTS and _SOME_MORE.search(text, 0, start)
        return bool(some or not quantity.high or _SOME_USERS.search(text, 0, start))
    if kind.metric == "rows":
        return _IN_A_FILE.search(text, 0, start) is not None
    if kind.metric == "servers":
        return not servers.is_count(quantity, text, end)
    if kind.metric == "team":
        return teams.is_part(quantity, text, end)
    allowed = _QUOTA.search(text, 0, start) or _PER_KEY.search(text, end)
    return kind.timed and allowed is not None


def _bytes(quantity: Quantity, size: re.Match[str], text: str) -> Fact:
    """Gigabytes of memory, or of storage."""
    factor = _GIGABYTES[size["unit"][0].lower()]
    what = size["what"]
    memory = _MEMORY.search(what) or (_CPU.search(text) and not _DISK.search(what))
    metric = "memory" if memory else "storage"
    return Fact(metric, quantity.low * factor, quantity.high * factor, "GB")
