"""Hosting that costs nothing, or that somebody else pays for."""

from __future__ import annotations

import re

from bot.normalise.money import SERVICE
from bot.patterns import rx

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
    |\b(?:heroku|netlify|vercel|github pages|firebase|render|fly\.io|hosted)\b[^.;]{0,40}?
        (?:don['’]?t|doesn['’]?t|never) (?:\w+ )?pay (?:anything|a (?:dime|cent|penny))
        for (?:it|that)\b
    |\bfree to (?:host|run)\b(?! (?:locally|it yourself|on your))
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
    |\bfree (?:tier|plan|dyno|hosting)\b[^.;]{0,40}?\b(?:host\w*|heroku|aws|server|ec2|dyno
        |google cloud|gcp|cloud run|azure|fly\.io|netlify|vercel|render|oracle cloud)\b
    """,
    re.IGNORECASE,
)
_NOT_FREE = rx(
    r"""
    \bpaid\b
    |\bfree (?:service|trial|ssl|up|time|photos?|and open)\b
    |\bfor free right now\b
    |\bone of (?:the|their|our)\b
    |\balready hosted\b
    |\bis free\b
    |(?<!is )(?<!are )(?<!being )\bused to (?:be|run|host|sit|live)\b
    |\bwas on\b
    |\b(?:at first|initially|until)\b
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


def is_free_hosting(text: str) -> bool:
    """Whether a sentence says that hosting costs nothing.

    >>> is_free_hosting("The site is hosted on Netlify for free")
    True
    """
    if is_sponsored(text):
        return False
    if _PLAINLY_FREE.search(text):
        return True
    found = _FREE_HOSTING.search(text) and not SERVICE.search(text)
    return bool(found) and not _NOT_FREE.search(text)


def is_sponsored(text: str) -> bool:
    """Whether a sentence says that somebody else pays for hosting, or did for a time.

    >>> is_sponsored("They got a year of free hosting through a startup program")
    True
    """
    return _SPONSORED.search(text) is not None and _SOLD.search(text) is None
