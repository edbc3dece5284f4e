"""Verbs that ask for a category without naming it: "how do they send email", "where hosted"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

_WHOSE = r"(?:their |its |the |all |all their )?"
_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "uptime-monitor",
        r"""
        \b(?:up ?time|downtime|goes down|is (?:it )?down
            |is (?:still )?(?:up|online|reachable)|watch(?:es)? (?:over )?|pings?|pinged|pinging)\b
        """,
    ),
    (
        "on-call",
        r"""
        \b(?:woken up|wakes? (?:them|him|her|people) up|paged|pager|on[- ]call
            |pag(?:es?|ing) (?:them|him|her|people|somebody|someone|(?:the |their )?(?:team|devs?
            |developers?|engineers?)))\b
        """,
    ),
    ("error-tracking", r"\b(?:errors?|exceptions?|crash(?:es)?|bugs? (?:reported|caught))\b"),
    ("logging", r"\blogs\b|\blog (?:lines?|files?|entries|messages)\b"),
    (
        "payments",
        r"""
        \b(?:pay(?:s|ments?)? with|take(?:s)? (?:payments?|money|(?:credit )?cards?)|accept(?:s)?
            (?:payments?|money|(?:credit )?cards?)
            |charge(?:s)? (?:their|users|customers|people|money|cards?)
            |collect(?:s)? (?:payments?|money)|get(?:s)? (?:paid|billed|charged)
            |bills? (?:its|their|the)?|handle(?:s)? (?:payments?|billing)
            |process(?:es)? (?:the )?(?:payments?|cards?))\b
        """,
    ),
    (
        "sms",
        r"""
        \b(?:sms|text messages?|texts? (?:people|users|customers|them)|texting
            |send(?:s|ing)? texts?)\b
        """,
    ),
    (
        "video-hosting",
        r"""
        \b(?:streams?|serves?|hosts?|streaming|serving|hosting) (?:\w+ )?videos?\b
        |\bvideos? (?:get |are |is )?(?:\w+ )?(?:streamed|served|hosted|come from)\b
        """,
    ),
    (
        "object-storage",
        rf"""
        \b(?:files?|uploads?|images?|assets?|backups?|videos?|photos?|pictures?|media|documents?
            |recordings?|pdfs?|attachments?|avatars?|logos?|receipts?)
            (?:\w+ )?(?:stored|saved|kept|live|go|uploaded)\b
        |\b(?:store|keep|save|put|upload|host)s? {_WHOSE}(?:\w+ )?(?:files|uploads|images|assets
            |backups|videos|photos|media|recordings|pdfs|attachments|avatars|logos|receipts)\b
        """,
    ),
    (
        "database",
        rf"\b(?:store|persist|keep|save)s? {_WHOSE}data\b|\bdata (?:stored|live|kept|saved)\b",
    ),
    (
        "web-server",
        r"\bserves? (?:the |static )?(?:files|traffic|requests|assets)\b|\bin front of\b",
    ),
    (
        "background-jobs",
        r"""
        \b(?:queues? (?:up )?(?:jobs|tasks|work)|background (?:jobs?|tasks?|work(?:ers?)?)|runs?
            (?:jobs|tasks) (?:later|in the background))\b
        """,
    ),
    (
        "language",
        r"""
        \b(?:written|coded|programmed|developed) in\b
        |\b(?:write|code|program)s? (?:their |its |the )?(?:\w+ )?in\b
        """,
    ),
    (
        "testing",
        r"\btest(?:s|ed|ing)? (?:\w+ )?with\b|\bwrites? (?:their |its |the )?tests\b",
    ),
    (
        "search-engine",
        r"""
        \b(?:handle|do|implement|power|run|offer)s? (?:\w+ )?search\b
        |\bfor (?:\w+ )?search(?:es|ing)?\b
        |\bsearch(?: is| gets)? (?:done|handled|powered|implemented|work\w*)\b
        """,
    ),
    (
        "ci",
        r"""
        \b(?:ci|(?:their |its |the )?(?:builds?|tests?|test suite|pipelines?)
            (?:get |being |are )?r[ua]n\b|(?:runs?|kicks? off|triggers?|starts?)
            (?:their |its |the )?(?:tests?|builds?|test suite|pipelines?))
        """,
    ),
    (
        "infrastructure-as-code",
        r"""
        \binfra(?:structure)? (?:\w+ ){0,2}(?:in|as|with|from|through) (?:code|files)\b
        |\bprovisions? (?:their |its |the )?(?:servers?|infrastructure|machines)\b
        """,
    ),
    (
        "auth",
        r"""
        \b(?:handle|do|manage|run|outsource)s? (?:their |the )?(?:log ?ins?|sign ?(?:ins?|ups?)
            |auth\w*)\b
        |\bfor (?:log ?ins?|sign ?ins?|auth\w*)\b
        |\b(?:log|sign)s? (?:their |the )?(?:users|people|customers) in\b
        """,
    ),
    ("deploy-tool", r"\bhow\b.*\bdeploy(?:s|ed|ing|ments?)?\b"),
    ("operating-system", r"\b(?:os|operating system|distros?|distributions?|linux)\b"),
    ("monitoring", r"\b(?:monitor(?:s|ed|ing)?|metrics|keeps? an eye)\b"),
    (
        "hosting",
        r"""
        \bhost(?:ed|s|ing)?\b
        |\b(?:which|what|whose) (?:clouds?|servers)\b
        |\bwhere\b.*\b(?:live|lives|servers?|run|running|runs|deployed|located)\b
        """,
    ),
)
PARTS = tuple((category, rx(pattern)) for category, pattern in _PATTERNS)


def part_asked(utterance: Utterance, lexicon: Lexicon) -> str | None:
    """The category that the verb of a question asks for, if it names none itself."""
    if utterance.technologies or utterance.categories:
        return None
    for category, pattern in PARTS:
        if category in lexicon.vocabulary.categories and pattern.search(utterance.shape):
            return category
    return None
