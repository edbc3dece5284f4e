"""What is counted in show notes: money, traffic, servers, code, people; and how it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.patterns import one_of, rx, unwrapped, words

if TYPE_CHECKING:
    import re

# How many of a period make the base period of a metric.
_PER_DAY = {
    "second": 86_400.0,
    "minute": 1_440.0,
    "hour": 24.0,
    "day": 1.0,
    "week": 1 / 7,
    "month": 1 / 30,
    "year": 1 / 365,
}
# Nobody asks for hundredths of so much, and even less of what happens in a day.
_ROUND = 100
_ROUND_A_DAY = 10
_PER_MONTH = {"hour": 730.0, "day": 30.0, "week": 4.33, "month": 1.0, "year": 1 / 12}
_BASES = {"day": _PER_DAY, "month": _PER_MONTH}
_PERIODS = "second|minute|hour|day|week|month|year"
ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
}
_PERIOD = rx(
    rf"\b(?:per|a|an|each|every|/) ?({_PERIODS})\b"
    r"|\b(daily|weekly|monthly|yearly|annual(?:ly)?)\b"
)


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing that is counted.

    Attributes:
        names: Metrics of stored facts, as the store calls them.
        said: An amount of it, ``{}`` being the number.
        single: One of it, where that is said in other words.
        most, least: What a superlative asks for.
        asked: What in a question asks for it.
        base: Period to which values are brought: ``day``, ``month`` or none.
        exact: A number asked for means just that many; else at least as many.
        in_parts: Smaller figures are mostly of a part: of the code on the client.
    """

    names: tuple[str, ...]
    said: str
    most: str
    least: str
    asked: re.Pattern[str]
    base: str | None = None
    single: str | None = None
    exact: bool = False
    in_parts: bool = False

    def amount(self, value: float) -> str:
        """An amount in words, in the base period: "$40 a month for hosting"."""
        if value == 1 and self.single:
            return self.single
        return self.said.format(self.number(value))

    def number(self, value: float) -> str:
        """The number alone: "1,500"."""
        whole = value >= (_ROUND_A_DAY if self.base == "day" else _ROUND)
        return f"{round(value, None if whole else 2):,.12g}"

    def between(self, low: float, high: float) -> str:
        """A range in words: "$50 to 200 a month for hosting"."""
        return self.said.format(f"{self.number(low)} to {self.number(high)}")

    def factor(self, period: str | None) -> float:
        """What a value per period is multiplied with; 0 where it cannot be compared."""
        return _BASES[self.base].get(period or "", 0.0) if self.base else 1.0

    def factor_asked(self, shape: str) -> float:
        """The same for the period that a question names; without one the base is meant."""
        period = _PERIOD.search(shape)
        if period is None or self.base is None:
            return 1.0
        return _BASES[self.base].get(period[1] or ADVERBS[period[2]], 1.0)


_MONEY_WORDS = one_of(
    r"""pays?, paying, spends?, spending, costs?, bills?, bucks?, dollars?, usd, budget, cheap\w*,
    expensive, inexpensive, pricey, priciest, money, \$ ?\d, free tier, free hosting, low[- ]cost,
    shoestring, free, gratis, for nothing, euros?, quid, pounds, figures,
    \d[\d.]*k? ?(?:an?|per|/) ?(?:month|mo|year)"""
)
_NOT_MONEY = r"(?!.*\b(?:spend|pay|cost|bucks|dollars|euros|cheap|\$))"

MONEY = Metric(
    names=("hosting_cost",),
    said="${} a month for hosting",
    most="the highest hosting bill",
    least="the lowest hosting bill",
    asked=rx(rf"\b{_MONEY_WORDS}\b|\$\d|\d ?\$"),
    base="month",
)
INCOME = Metric(
    names=("income",),
    said="${} a month of income",
    most="the most income",
    least="the least income",
    asked=rx(r"(?!)"),
    base="month",
)
CREDITS = Metric(
    names=("credits", "sponsored"),
    said="${} of credits",
    most="the most credits",
    least="the least credits",
    asked=rx(r"(?!)"),
)
# In this order: the first that a question asks for is meant.
METRICS = (
    Metric(
        names=("lines_of_code",),
        said="{} lines of code",
        most="the most lines of code",
        least="the fewest lines of code",
        asked=rx(
            r"\blines? of code\b|\bcode ?bases?\b|\bloc\b|\blines of\b"
            r"|\b(?:amount of|how much|so much|most|least|little) code\b"
            r"|(?:\d[\d,]*k?|hundred|thousand|million|most|fewest) lines\b"
        ),
        in_parts=True,
    ),
    Metric(
        names=("servers",),
        said="{} servers",
        single="1 server",
        most="the most servers",
        least="the fewest servers",
        asked=rx(
            # "A server with 4 GB of RAM" is asked for by its memory.
            r"^(?!.*\d ?(?:gb|gigs?|gigabytes?) (?:of )?(?:ram|memory)\b).*"
            + words(
                "servers?, instances?, machines?, boxes, box, droplets?, vps, vms?, dynos?, nodes?"
            )
            + _NOT_MONEY
        ),
        exact=True,
    ),
    Metric(
        names=("requests",),
        said="{} requests a day",
        most="the most requests",
        least="the fewest requests",
        asked=rx(words("requests?, reqs?, calls, hits, events, queries, rps, qps")),
        base="day",
    ),
    Metric(
        names=("requests", "throughput"),
        said="{} a day",
        most="the most work in a day",
        least="the least work in a day",
        asked=rx(
            words(
                """lookups, jobs, messages, e-?mails, checks, readings, tasks, transactions,
                notifications, orders, bookings, images, searches, payments, uploads, downloads,
                renders, builds, texts, invoices, samples, operations, videos, things"""
            )
            + unwrapped(rf"""
                (?=.*(?:\b(?:per|an?|each|every|/) ?(?:{_PERIODS})\b|\b(?:daily|weekly|monthly)\b))
                """)
        ),
        base="day",
    ),
    Metric(
        names=("page_views",),
        said="{} page views a day",
        most="the most page views",
        least="the fewest page views",
        asked=rx(r"\bpage ?views?\b"),
        base="day",
    ),
    Metric(
        names=("requests", "page_views", "users", "throughput"),
        said="{} visits or requests a day",
        most="the most traffic",
        least="the least traffic",
        asked=rx(words("traffic, page ?views?, views, visits, busiest")),
        base="day",
    ),
    Metric(
        names=("users", "page_views"),
        said="{} visitors a day",
        most="the most visitors",
        least="the fewest visitors",
        asked=rx(rf"\b(?:visitors?|readers?|people visit)\b(?=.*\b(?:{_PERIODS}|daily|monthly)\b)"),
        base="day",
    ),
    Metric(
        names=("users",),
        said="{} users",
        most="the most users",
        least="the fewest users",
        asked=rx(
            words(
                """
                users?, (?<!most )people us(?:e|ing), visitors?, customers?, members?, subscribers?,
                students?, accounts?, sign ?ups
            """
            )
        ),
    ),
    Metric(
        names=("uptime",),
        said="{}% uptime",
        most="the best uptime",
        least="the worst uptime",
        asked=rx(words(r"9\d(?:\.\d+)?%? ?(?:uptime|availability), uptime")),
    ),
    Metric(
        names=("memory",),
        said="{} GB of memory",
        most="the most memory",
        least="the least memory",
        asked=rx(words("ram, memory")),
    ),
    Metric(
        names=("storage",),
        said="{} GB",
        most="the most storage",
        least="the least storage",
        asked=rx(
            words(
                """tb, gb, terabytes?, gigabytes?, petabytes?,
                (?:most|more|much|biggest|largest|lots of|tons of|amounts? of) data(?: ?sets?)?"""
            )
            + r"|\d ?(?:tb|gb|pb)\b"
        ),
    ),
    Metric(
        names=("rows", "throughput"),
        said="{} rows",
        most="the most rows",
        least="the fewest rows",
        asked=rx(
            r"\b(?:rows|records) (?:in|of)\b"
            r"|\b(?:million|billion|thousand)s?(?: or (?:million|billion)s)?(?: of)? (?:\w+ )?"
            r"(?:rows|records|documents|data ?points|measurements|readings|samples|positions"
            r"|observations|coordinates|entries)\b"
            r"|\b(?:most|fewest|more|fewer|many) (?:rows|records|data ?points|measurements)\b"
            r"|\b(?:biggest|largest|huge|massive|enormous|smallest|tiniest) "
            r"(?:data ?bases?|dbs?|tables?)\b"
            r"|\bdata ?bases? (?:is|are) (?:the )?(?:biggest|largest|smallest)\b"
        ),
    ),
    Metric(
        names=("team",),
        said="{} people",
        single="1 person",
        most="the most people",
        least="the fewest people",
        asked=rx(
            words(
                r"""
                teams?, developers?, engineers?, devs?, employees, staff, headcount,
                coders?, programmers?, solo, alone, all by (?:him|her|them)sel(?:f|ves),
                on (?:his|her|their) own(?! \w), one[- ](?:man|person|woman), indie,
                single-handed(?:ly)?,
                (?:built|made|run|developed|created|written) by (?:\w+ ){1,4}(?:people|persons?),
                how many people (?:work|are (?:behind|working|there|on|in)|run|build|maintain),
                people (?:work|are working) (?:at|for|on|there),
                (?:companies|startups|businesses|shops) (?:with|of) .*\bpeople
            """
            )
        ),
        exact=True,
    ),
    MONEY,
)
_PAYS = rx(
    words(
        r"""pays?, paying(?! (?:customers?|users?|subscribers?|members?|clients?)),
        spends?, spending, bucks?, dollars?, usd, bills?, costs?, cheap\w*,
        free tier, gratis, for nothing, free of charge, euros?, quid,
        \d[\d.]*k? ?(?:an?|per|/) ?(?:month|mo|year), (?:four|five|six|seven)[- ]figures?"""
    )
    + r"|[$€£] ?\d|\d ?[$€£]"
)
# Money that comes in, and words that make other money a hosting bill.
_CREDITS = rx(words("credits?, vouchers?, (?:free|gratis) (?:money|cash|dollars)"))
_GOT_CREDITS = rx(
    r"\b(?:got|gets?|ha[sd]|have|receiv\w+|given|with|us(?:e|es|ed|ing)|burn\w*) (?:\w+ ){0,3}?"
    r"(?:credits|vouchers)\b"
    r"|\b(?:C\d+|hosting|servers?|bills?)\b.* (?:paid(?: for)?|sponsored|covered) (?:by|for)\b"
    r"|\b(?:sponsored|covered) by (?:\w+ ){0,2}(?:C\d|T\d|hosting)|\bstart-?up programs?\b"
)
# Free for a time, or because somebody else pays: "who got their hosting for free for a while".
_FREE_ONCE = rx(
    r"""
    \b(?:free|nothing|gratis)\b.*\b(?:for (?:a|the first|some) (?:while|time|\w*years?|\w*months?
        |bit)
        |at (?:first|the (?:start|beginning))|in the beginning|initially|through|programs?)\b
    |\b(?:got|given|gave|received) (?:\w+ ){0,2}?free (?:hosting|servers?)\b
    |\b(?:got|had|get) (?:their |the )?(?:hosting|servers?) (?:\w+ )?(?:for )?(?:free|paid
        |covered)\b
    |\b(?:C\d+|hosting|servers?|bills?)\b.* (?:paid|covered|sponsored) (?:for )?by\b
    """
)
_INCOME = rx(
    words("revenue, earn\\w*, income, profits?, profitable, turnover, mrr, arr")
    + r"""
    |\bmak(?:e|es|ing) (?:a (?:few|couple(?: of)?) |several |tens of )?(?:thousands?|hundreds?
        |grand)\b
    |\bmak(?:e|es|ing) (?:money|a living|over|more|less|at least|about|around|the most|[$€£]?\d)
    |\bhow much (?:money )?(?:does|do|did) (?:\w+ ){1,3}make\b
    |\bmoney\b.*\bmak(?:e|es|ing)\b
    """
)
_OTHER_MONEY = rx(words(r"donations?, ads?"))
_HOSTING = rx(
    words(
        r"""
        setups?, cheap\w*, inexpensive, shoestring, gratis, figures?, free plan, host\w*, servers?,
        infra\w*, cloud, month, bill, run(?:ning)? costs?, monthly, C\d+, T\d+, free tier, bucks,
        dollars, \$, site, app, everything, pays?
    """
    )
    + r"|\$"
)


def metric_asked(shape: str) -> Metric | None:
    """What a question wants counted, if it does; of costs only what hosting costs."""
    metric = next((each for each in METRICS if each.asked.search(shape)), None)
    if _PAYS.search(shape):
        metric = MONEY
    if _INCOME.search(shape):
        return INCOME
    if (metric is MONEY and (_CREDITS.search(shape) or _FREE_ONCE.search(shape))) or (
        metric is None and _GOT_CREDITS.search(shape)
    ):
        return CREDITS
    if metric is MONEY and (_OTHER_MONEY.search(shape) or not _HOSTING.search(shape)):
        return None
    return metric
