"""What an amount of money is: a hosting bill, another cost, income or credits.

The sentence around an amount decides. What was saved, or was paid before something changed, is no
figure: whoever asks who pays that much asks about today.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Collection

_PLAINLY_HOSTING = rx(
    r"""
    \b(?:host(?:s|ed|ing)?|servers?|dynos?|droplets?|instances?|vps|hobby|everything|overall
        |all in all|bill)\b
    |\b(?:it|thing|everything|site|app|stack|them|him|her)\b[^.;]{0,30}? to (?:run|keep
        (?:it|everything|the \w+) (?:running|online|up|alive))\b
    |^(?:(?:the|their|running|monthly|total) )*costs? (?:is|are|comes?|stays?|ends?)\b
    |\bfly (?:costs|runs|is|comes)\b
    |\bvms?\b
    |\bruns? (?:all of (?:this|it|that)|it all|the (?:whole )?(?:thing|site|app|stack)) (?:for|on)\b
    """,
    re.IGNORECASE,
)
_HOSTING = rx(
    r"""
    \b(?:infrastructure|aws|heroku|digital ?ocean|linode|gigalixir|render|ec2|ecs|rds|cloud|hetzner
        |vultr|ovh|app engine|gcp|fly\.io|tier)\b
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
_SERVICE = rx(
    r"""
    \b(?:uptime|monitor\w*|error|email|mail|status ?cake|sentry|analytics|form|log\w*|deploy the
        |pair programming|subscriptions?)\b
    """,
    re.IGNORECASE,
)
_INCOME = rx(
    r"""
    \b(?:earn\w*|revenue|mrr|arr|donat\w+|ads?|sales|income|profit|makes|making (?=\$|about|around
        |over)|funding|raised|invest\w*|br(?:ings?|inging|ought) in|pull(?:s|ed|ing)? in|grossed
        |sponsors?)\b
    """,
    re.IGNORECASE,
)
# They are those who pay: "they pay $20 a month for the team plan".
_PAYS_FOR = rx(
    r"\b(?i:they|he|she|we|I)(?: (?:\w+ )?(?:pays?|spends?)\b|(?:['’](?:re|s|m)| are| is) on the $)"
    r"|\b(?!It|That|There|Here|He|She|What)[A-Z][\w.]*['’]s $"
)
# What those who use it are asked for.
_PRICE = rx(
    r"\b(?:charg\w+|pric\w+|subscri\w+|plans?|(?:pro|paid|premium) version|customers? pay"
    r"|(?:sells?|selling|sold)(?: it)? for)\b",
    re.IGNORECASE,
)
# Money that somebody else asks for.
_BILLED = rx(r"\binvoice (?:for|of)\b|\bcharg(?:ed|es|ing) (?:us|them|him|her|me)\b", re.IGNORECASE)
_CREDITS = rx(r"(?<!without )(?<!without those )(?<!without the )\bcredits?\b", re.IGNORECASE)
_CREDITS_GONE = rx(r"\bwithout (?:the |those |any )?credits?\b", re.IGNORECASE)
# Right before the amount: it was saved, or it is what they paid before.
_SAVED = rx(
    r"""
    \bsav(?:e|es|ed|ing|ings)\b[^.;,$]{0,30}$
    |\b(?:sav|shav|trimm?|knock|slash|cut|tak)\w* off (?:\w+ )?$
    |\b(?:cut|cuts|reduc\w+|dropp?\w*|lower\w*|shav\w+|down)\b[^.;,$]{0,30}
        by (?:about |around |over |almost |another |roughly )?$
    """,
    re.IGNORECASE,
)
_PAID_BEFORE = rx(
    r"""
    \bused to (?:be|cost|pay|spend|run)\b(?:(?!\bbut\b)[^.;$€£]){0,40}$
    |\buntil (?:the|their) bill (?:\w+ ){1,2}(?:to )?$
    """,
    re.IGNORECASE,
)
_IT_WAS = rx(
    r"\b(?:it|that|the bill|hosting) was (?:about |around |roughly |over |nearly )?$", re.IGNORECASE
)
# What happened once, and was not meant to.
_ACCIDENT = rx(
    r"\bonce\b[^.;$]{0,20}$|\b(?:accident\w*|by mistake|misconfigur\w+|surprise|unexpected(?:ly)?"
    r"|overnight|runaway|infinite loop)\b",
    re.IGNORECASE,
)
_UNTIL = rx(r"^[^.;]{0,40}\b(?:until|before (?!tax|vat|discounts?))\b", re.IGNORECASE)
_FROM = rx(
    r"\bfrom (?:about |around |roughly |over |nearly |almost |an estimated )?$", re.IGNORECASE
)
_DOWN_TO = rx(r"^[^.;]{0,30}?\b(?:down )?to (?:about |around |just |only |under )?[$€£\d]")
_IT_COSTS = rx(
    r"""
    \b(?:it(?:['’]s| is| costs| runs| comes| ends up| adds)|they (?:pay|spend)|he (?:pays|spends)
        |she
        (?:pays|spends)|overall|in total|all in(?: all)?)\b[^.;]{0,45}?[$€£]?\d
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
_MONTHLY_INCOME = rx(r"\bMRR\b|\bmonthly recurring\b", re.IGNORECASE)
_YEARLY_INCOME = rx(r"\bARR\b|\bannual recurring\b", re.IGNORECASE)
# "They don't pay anything for hosting", "hosting is free".
_PLAINLY_FREE = rx(
    r"""
    \bhosting (?:is|costs|was) (?:all |completely |entirely |basically |currently |still |them
        )*(?:free|nothing)\b(?! (?:trial|for (?:the first|a year|students|now)))
    |\b(?:they|he|she|we) (?:don['’]?t|doesn['’]?t|do not|does not|aren['’]?t|isn['’]?t|never)
        (?:\w+
        )?pay(?:ing)? (?:anything|a (?:dime|cent|penny)|a single \w+)?\b[^.;,]{0,12}\bfor
        (?:hosting|servers?
        |the server|infrastructure)\b
    |\bpay(?:s|ing)? (?:nothing|zero) for (?:hosting|servers?|the server|infrastructure)\b
    |\b(?:costs?|costing) (?:them |him |her )?(?:nothing|zero) to (?:host|run)\b
    """,
    re.IGNORECASE,
)
_FREE_HOSTING = rx(
    r"""
    \b(?:heroku|aws|app engine|gcp|google cloud|netlify|vercel|github pages|gh pages|ec2|hosting
        |hosted|hosts?|digital ?ocean|firebase|render|fly\.io|dynos?|servers?|everything|runs?
        |running|azure|site)\b[^.;]{0,45}?\b(?:free|for nothing)\b(?! (?:trial|plan)s?)
    |\bfree (?:tier|plan|dyno|hosting)\b[^.;]{0,40}?\b(?:host\w*|heroku|aws|server|ec2|dyno)\b
    """,
    re.IGNORECASE,
)
_NOT_FREE = rx(
    r"""
    \bpaid\b
    |\bfree (?:service|trial|ssl|up|time|photos?|and open)\b
    |\bfor free right now\b
    |\bis free\b
    |\bused to (?:be|run|host|sit|live)\b
    |\bcredits?\b
    """,
    re.IGNORECASE,
)

# Somebody else pays, or did: "a startup program paid for the first 2 years of hosting".
_SPONSORED = rx(
    r"""
    \b(?:sponsors?|program(?:me)?|incubator|accelerator|investors?|google|microsoft|aws|amazon
        |digital ?ocean|linode|heroku|azure)\b(?: (?!and\b)\w+){0,2}?
        (?:paid|pays|paying|cover(?:s|ed)?|sponsor(?:s|ed)|donat(?:es?|ed)|gave)
        [^.;]{0,40}?\b(?:hosting|servers?|infrastructure)\b
    |\b(?:hosting|servers?|infrastructure|bill)\b[^.;]{0,30}? (?:paid(?: for)?|sponsored|covered
        |donated) by (?:an?|one|the|their|his|her) [^.;]{0,20}?\b(?:sponsors?|company|program(?:me)?
        |investors?|incubator|accelerator|university|employer|friend|provider)\b
    |\b(?:years?|months?) of free (?:\w+ )?(?:hosting|servers?)\b
    |\bhosting (?:was|is|were)(?: \w+)? free (?:for|in|during) the first\b
    |\b(?:start-?up|aws|gcp|google cloud|azure|hosting|cloud|digital ?ocean|free) credits\b
    """,
    re.IGNORECASE,
)
_SOLD = rx(r"\b(?:you|customers?|users?|buy\w*|sell\w*)\b", re.IGNORECASE)


def metric_of(text: str, start: int, end: int) -> str | None:
    """What the amount at ``text[start:end]`` is; ``None`` when nobody pays or gets it any more.

    >>> line = "They moved off AWS and hosting is $40 a month, it was $90 before that"
    >>> metric_of(line, 34, 37)
    'hosting_cost'
    >>> metric_of(line, 54, 57) is None
    True
    """
    before, after = text[:start], text[end:]
    if _is_over(before, after):
        return None
    if _CREDITS.search(text):
        return "credits"
    if _ACCIDENT.search(before) or _ACCIDENT.search(after):
        return "cost"
    if _BILLED.search(before) or _CREDITS_GONE.search(text) or _is_of_a_service(text):
        return "cost"
    if _PLAINLY_HOSTING.search(text):
        return "hosting_cost"
    if _INCOME.search(text):
        return "income"
    if _PRICE.search(text) and not _PAYS_FOR.search(before):
        return "price"
    if _HOSTING.search(text) and not _SERVICE.search(before[-60:]):
        return "hosting_cost"
    return "cost"


def _is_over(before: str, after: str) -> bool:
    """Whether an amount was saved, or is what they paid before."""
    changed = _FROM.search(before) and _DOWN_TO.search(after)
    ended = _IT_WAS.search(before) and _UNTIL.search(after)
    return bool(changed or ended or _SAVED.search(before) or _PAID_BEFORE.search(before))


def _is_of_a_service(text: str) -> bool:
    """Whether a bill is spoken of that is not the one for hosting: "the Algolia bill"."""
    bill = _BILL.search(text)
    known = (_WHOLE_BILL, _HOSTING, _PLAINLY_HOSTING)
    return bill is not None and not any(words.search(bill["whose"]) for words in known)


def goes_on(text: str, before: Collection[str]) -> bool:
    """Whether a cost is the one for hosting, because the lines before speak of that.

    Args:
        text: A line that says what "it" costs and names nothing that costs it.
        before: The lines before, latest last.

    >>> goes_on("With a discount it's still $900 a month", ["It runs on Azure", "They like it"])
    True
    """
    plain = _IT_COSTS.search(text) and not _SERVICE.search(text) and not _NAMED.search(text[1:])
    return bool(plain) and any(_HOSTED.search(line) for line in before)


def period_of(text: str) -> str | None:
    """The period of an income that is named by its kind: "$30,000 in MRR"."""
    if _MONTHLY_INCOME.search(text):
        return "month"
    return "year" if _YEARLY_INCOME.search(text) else None


def is_free_hosting(text: str) -> bool:
    """Whether a sentence says that hosting costs nothing.

    >>> is_free_hosting("The site is hosted on Netlify for free")
    True
    """
    if is_sponsored(text):
        return False
    if _PLAINLY_FREE.search(text):
        return True
    found = _FREE_HOSTING.search(text) and not _SERVICE.search(text)
    return bool(found) and not _NOT_FREE.search(text)


def is_sponsored(text: str) -> bool:
    """Whether a sentence says that somebody else pays for hosting, or did for a time.

    >>> is_sponsored("They got a year of free hosting through a startup program")
    True
    """
    return _SPONSORED.search(text) is not None and _SOLD.search(text) is None
