"""What an amount of money is: a hosting bill, another cost, income or credits.

The sentence around an amount decides. What was saved, or was paid before something changed, is no
figure: whoever asks who pays that much asks about today.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.normalise.bygone import is_over
from bot.patterns import rx, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_PLAINLY_HOSTING = rx(
    r"""
    \b(?:host(?:s|ed|ing)?|servers?|dynos?|droplets?|instances?|vps|hobby|everything|overall
        |all in all|bill)\b
    |\b(?:it|thing|everything|site|app|stack|them|him|her)\b[^.;]{0,30}? to (?:run|keep
        (?:it|everything|the \w+) (?:running|online|up|alive))\b
    |^(?:(?:the|their|running|monthly|total) )*costs? (?:is|are|comes?|stays?|ends?)\b
    |\bfly (?:costs|runs|is|comes)\b
    |\bvms?\b
    |\bvirtual (?:machines?|servers?)\b
    |\bkeeps? (?:it|it all|everything|the (?:\w+ )?\w+) (?:running|online|up|alive)\b
    |\brun(?:s|ning)? (?:entirely |all )?on(?: an?| about| around| just| only| under| less than)*
        (?=[$€£]\d)
    |^running (?:it|this|that|everything|all of (?:it|this)|the \w+) (?:there|on [\w.]+(?: [\w.]+)?)
        costs?\b
    |\bruns? (?:all of (?:this|it|that)|it all|the (?:whole )?(?:thing|site|app|stack)) (?:for|on)\b
    """,
    re.IGNORECASE,
)
_HOSTING = rx(
    r"""
    \b(?:infrastructure|aws|heroku|digital ?ocean|linode|gigalixir|render|ec2|ecs|rds|cloud|hetzner
        |vultr|ovh|app engine|gcp|fly\.io|lambda|serverless|fargate
        |lightsail|beanstalk|cloud run|scaleway|upcloud|netlify|vercel|pythonanywhere|rackspace
        |railway|contabo|azure|bare metal
        |data ?cent(?:er|re)|co-?location|kubernetes cluster)\b
    """,
    re.IGNORECASE,
)
# "The Algolia bill" is not what hosting costs, "the monthly bill" is.
_BILL = rx(r"\b(?:the|their|our|his|her|its) (?P<whose>(?:[\w.]+ ){1,2})bill\b", re.IGNORECASE)
_WHOLE_BILL = rx(
    r"""
    \b(?:monthly|yearly|annual|total|whole|entire|overall|final|current|last|first|biggest|only
        |azure|google|fly|vercel|netlify|scaleway)\b
    """,
    re.IGNORECASE,
)
SERVICE = rx(
    r"""
    \b(?:uptime|monitor\w*|error|email|mail|status ?cake|sentry|analytics|form|log\w*|deploy the
        |pair programming|subscriptions?)\b
    """,
    re.IGNORECASE,
)
# "They spend $500 a month on ads".
_ADVERTISED = rx(
    r"\b(?:on|for|in|to|buy\w*|run(?:s|ning)?) (?:[\w.]+ ){0,2}?ads\b|\bad (?:spend|budget)\b",
    re.IGNORECASE,
)
_SPENT = rx(r"\b(?:pays?|paid|paying|spen[dt]\w*|costs?|budget\w*)\b", re.IGNORECASE)
_INCOME = rx(
    r"""
    \b(?:earn\w*|revenue|mrr|arr|donat\w+|ads?|sales|income|profit|makes|funding|raised|invest\w*
        |br(?:ings?|inging|ought) in|pull(?:s|ed|ing)? in|grossed|sponsors?|patreon
        |patrons|supporters|backers|(?:seed|funding|angel|series [a-d]) round)\b
    |\bmaking (?=[$€£]|about|around|over)
    """,
    re.IGNORECASE,
)
# They are those who pay: "they pay $20 a month for the team plan".
_PAYS_FOR = rx(
    r"\b(?i:they|he|she|we|I)(?: (?:\w+ )?(?:pays?|spends?)\b|(?:['’](?:re|s|m)| are| is) on the $)"
    r"|\b(?!It|That|There|Here|He|She|What)[A-Z][\w.]*['’]s $"
)
# "The $5 / month Linode plan" is what they pay.
_PLAN_OF_HOST = rx(
    r"""
    \b(?:linode|heroku|digital ?ocean|hetzner|vultr|render|netlify|vercel|aws|gigalixir|lightsail
        |pythonanywhere|scaleway|ovh|fly(?:\.io)?|railway|hosting|server|vps|dyno)(?:['’]s)?
        (?:\w+ )?plans?\b
    """,
    re.IGNORECASE,
)
# What those who use it are asked for.
_PRICE = rx(
    r"\b(?:charg\w+|pric\w+|subscri\w+|plans?|(?:pro|paid|premium) version|customers? pay"
    r"|(?<!they )(?<!he )(?<!she )(?<!we )pay (?:them|him|her|us)"
    r"|(?:sells?|selling|sold)(?: it)? for)\b",
    re.IGNORECASE,
)
_SOLD_FOR = rx(
    r"\b(?:sells?|selling|sold)(?: it)? for (?:\w+ )?$"
    r"|\b(?:customers?|users?|people|subscribers|members|clients|teams|companies) (?:can )?pay"
    r"(?: (?:them|about|around|only|just|up to))* $",
    re.IGNORECASE,
)
# Money that somebody else asks for.
_BILLED = rx(r"\binvoice (?:for|of)\b|\bcharg(?:ed|es|ing) (?:us|them|him|her|me)\b", re.IGNORECASE)
_CREDITS = rx(r"(?<!without )(?<!without those )(?<!without the )\bcredits?\b", re.IGNORECASE)
_CREDITS_GONE = rx(r"\bwithout (?:the |those |any )?credits?\b", re.IGNORECASE)
# What happened once, and was not meant to.
_ACCIDENT = rx(
    r"\bonce\b[^.;$]{0,20}$|\b(?:accident\w*|by mistake|misconfigur\w+|surprise|unexpected(?:ly)?"
    r"|overnight|runaway|infinite loop)\b",
    re.IGNORECASE,
)
# Not what is paid, but what would be: "it would have been $500".
_WOULD_BE = rx(
    r"\bquot(?:e|es|ed|ing)\b[^.;$€£]{0,60}$|"
    r"\b(?:would|could|might)(?:['’]ve| have)\b[^.;,$€£]{0,30}$|"
    r"(?:\b(?:would|could|might)|\b(?:you|they|he|she|it|we)['’]d)(?: have)?"
    r"(?: easily| probably| only)? (?:been?|costs?|run|pa(?:y|id))\b[^.;,$€£]{0,30}$",
    re.IGNORECASE,
)
# What each of several costs is not what all of them do.
_OF_EACH = rx(
    r"\b(?:each|every|per) (?:[\w-]+ )?(?:server|instance|droplet|dyno|node|box|vm|machine)\b"
    r"[^.;,$€£]*$",
    re.IGNORECASE,
)
# "SES is 1,900 euros a month and the servers are 600": what comes before the verb is paid for.
_PAID_FOR = rx(
    r"(?:^|, |; |\b(?:and|but|while|plus) )(?:then )?"
    r"(?P<what>(?:the |their |its )?(?:[\w.-]+ ){1,3})"
    r"(?:is|are|was|costs?|runs?|comes to|adds)(?: the (?:biggest|largest|highest) (?:bill|cost)"
    r"(?: at)?)?(?: (?:about|around|only|just|roughly|over|nearly|almost|another|them|him|her"
    r"|close to|up to|at|an?|extra))* $",
    re.IGNORECASE,
)
# "$80 a month for hosting and $30 for Sentry": each amount is for what follows it.
_FOR_WHAT = rx(
    r"^(?: ?(?:/|an?|per|every) ?(?:month|year|day|week|mo))? (?:for|on|goes to|to)"
    r" (?P<what>(?:[\w.'-]+ ?){1,3})",
    re.IGNORECASE,
)
_ALL_OF_IT = rx(
    r"\b(?:it|that|this|they|all|total|costs?|price|spend|databases?|db|storage|postgres\w*|setup"
    r"|cluster|rest|plan|thing|month)\b",
    re.IGNORECASE,
)
_MONEY = rx(r"[$€£] ?\d|\d[\d,.k]* (?:dollars|bucks|euros|pounds)\b", re.IGNORECASE)
_MORE_THAN_ALL = rx(
    r"\bcosts? more than (?:everything|all|the (?:rest|servers?)|hosting)\b", re.IGNORECASE
)
_IT_COSTS = rx(
    r"""
    \b(?:it(?:['’]s| is| costs| runs| comes| ends up| adds)|they (?:pay|spend)|he (?:pays|spends)
        |she (?:pays|spends)|they(?:['’]re| are) (?:down|up) to|overall|in total|all in(?: all)?
        )\b[^.;]{0,45}?[$€£]?\d
    """,
    re.IGNORECASE,
)
# Something with a name of its own, which is what the money is for; months are none.
_NAMED = rx(r"(?<![.?!] )\b(?!I\b)[A-Z][a-z]|\bfor (?!everything|it all|all|that|this|now)\w+")
_HOSTED = rx(
    r"""
    \b(?:hosted|hosting|servers?|runs on|running on|dynos?|droplets?|vps|virtual machines?|vms
        |instances?)\b
    """,
    re.IGNORECASE,
)
_DATABASE = rx(r"\b(?:databases?|rds|postgres\w*|mysql|redis|elasticsearch)\b", re.IGNORECASE)
_MONTHLY_INCOME = rx(r"\bMRR\b|\bmonthly (?:recurring|revenue|income|sales)\b", re.IGNORECASE)
_YEARLY_INCOME = rx(
    r"\bARR\b|\b(?:annual|yearly) (?:recurring|revenue|income|sales)\b", re.IGNORECASE
)
# "AWS spend is about 15k", "they pay around 300 a month for hosting": money without a sign.
_ABOUT = r"""
    (?:is|are|was|of|at|around|about|roughly|approximately|just|over|under|nearly|almost|close to
        |up to|less than|more than|shy of|comes?|out|to|runs?|somewhere|them|him|her|us|it|only
        |has|got(?:ten)?|went|gone|goes|grown|grew|climbed|crept)
    """
_A_BILL = rx(
    rf"\b(?:bills?|spend|spending|costs?|price tag)(?:['’]s)?(?: {unwrapped(_ABOUT)})+ $",
    re.IGNORECASE,
)
_PAYS = rx(
    rf"\b(?:pays?|paying|spends?|spending|costs?|runs)(?: {unwrapped(_ABOUT)})* $", re.IGNORECASE
)
_ENDS = rx(r"(?:[.,;)]|$)", re.IGNORECASE)
_IN_A_MONTH = rx(
    r" ?(?:/|an?\b|per\b|every\b|each\b) ?(?:month|mo|year)\b| (?:monthly|yearly)\b", re.IGNORECASE
)

# How far before an amount its verb may stand.
_NEAR = 60


def metric_of(text: str, start: int, end: int) -> str | None:
    """What the amount at ``text[start:end]`` is; ``None`` when nobody pays or gets it any more.

    >>> line = "They moved off AWS and hosting is $40 a month, it was $90 before that"
    >>> metric_of(line, 34, 37)
    'hosting_cost'
    >>> metric_of(line, 54, 57) is None
    True
    """
    before, after = text[:start], text[end:]
    if is_over(before, after):
        return None
    if not _is_plain_cost(before) and _CREDITS.search(text):
        return "credits"
    if _is_plain_cost(before) or _is_other_cost(text, before, after):
        return "cost"
    return next((metric for metric, told in _TOLD if told(text, before)), "cost")


def _is_plain_cost(before: str) -> bool:
    """Whether an amount would be paid, or is paid for each of several things."""
    return any(words.search(before) for words in (_WOULD_BE, _OF_EACH, _MORE_THAN_ALL))


def _is_other_cost(text: str, before: str, after: str) -> bool:
    """Whether an amount was paid by accident, or for what is no hosting."""
    accident = _ACCIDENT.search(before) or _ACCIDENT.search(after)
    other = _BILLED.search(before) or _CREDITS_GONE.search(text)
    return bool(accident or other or _is_of_a_service(text, before, after))


# What an amount is when the sentence, or what stands before it, says so; the first that fits.
_TOLD: tuple[tuple[str, Callable[[str, str], object]], ...] = (
    ("price", lambda _, before: _SOLD_FOR.search(before)),
    ("hosting_cost", lambda text, _: _PLAINLY_HOSTING.search(text)),
    ("cost", lambda text, before: _ADVERTISED.search(text) and _SPENT.search(before)),
    ("income", lambda text, _: _INCOME.search(text)),
    ("hosting_cost", lambda text, _: _PLAN_OF_HOST.search(text)),
    ("price", lambda text, before: _PRICE.search(text) and not _PAYS_FOR.search(before)),
    (
        "hosting_cost",
        lambda text, before: _HOSTING.search(text) and not SERVICE.search(before[-_NEAR:]),
    ),
)


def is_unsigned(text: str, start: int, end: int) -> bool:
    """Whether the number at ``text[start:end]`` is an amount of money without a sign for it.

    >>> is_unsigned("Their AWS bill is around 15k", 25, 28)
    True
    >>> is_unsigned("A run costs 20 minutes a month", 12, 14)
    False
    """
    before = text[max(0, start - _NEAR) : start]
    if _IN_A_MONTH.match(text, end):
        return _PAYS.search(before) is not None or _A_BILL.search(before) is not None
    return _ENDS.match(text, end) is not None and _A_BILL.search(before) is not None


def _is_of_a_service(text: str, before: str, after: str) -> bool:
    """Whether an amount is that of a service, not of hosting: "the Algolia bill", "SES is $40"."""
    what = _PAID_FOR.search(before)
    what = what or _FOR_WHAT.search(after)
    if what and len(_MONEY.findall(text)) > 1 and not _may_be_hosting(what["what"]):
        return True
    bill = _BILL.search(text)
    known = (_WHOLE_BILL, _HOSTING, _PLAINLY_HOSTING)
    return bill is not None and not any(words.search(bill["whose"]) for words in known)


def _may_be_hosting(what: str) -> bool:
    """Whether what costs something is hosting, stands for all of it, or is no cost."""
    return any(
        words.search(what) for words in (_HOSTING, _PLAINLY_HOSTING, _ALL_OF_IT, _INCOME, _PRICE)
    )


def goes_on(text: str, before: Collection[str]) -> bool:
    """Whether a cost is the one for hosting, because the lines before speak of that.

    Args:
        text: A line that says what "it" costs and names nothing that costs it.
        before: The lines before, latest last.

    >>> goes_on("With a discount it's still $900 a month", ["It runs on Azure", "They like it"])
    True
    """
    plain = _IT_COSTS.search(text) and not SERVICE.search(text) and not _NAMED.search(text[1:])
    return bool(plain) and any(
        _HOSTED.search(line) and not _DATABASE.search(line) for line in before
    )


def period_of(text: str) -> str | None:
    """The period of an income that is named by its kind: "$30,000 in MRR"."""
    if _MONTHLY_INCOME.search(text):
        return "month"
    return "year" if _YEARLY_INCOME.search(text) else None
