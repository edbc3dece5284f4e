"""Whether a count of servers is that of all there are: "2 web servers", "everything is on one"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    from bot.normalise.quantities import Quantity

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
        |(?<!is )(?<!are )(?<!being )used to|for a (?:long time|while) it)\b
    """,
    re.IGNORECASE,
)
_NOT_THEIRS = rx(
    r"\b(?:customer|client|user)s? (?:who |that )?(?:has|have|had|with|runs?|ran)\b"
    r"|\b(?:bought|sold)\b|\byou (?:can|could|might|would)\b",
    re.IGNORECASE,
)
# Nothing is left out where one server is said to have it all.
_IT_ALL = rx(
    r"""
    \b(?:everything|all of it|the whole thing)[^.;]{0,25}?\b(?:including|even)[ ]
    |\b(?:entire|whole) (?:app|thing|site|stack|platform)\b(?!.*\b(?:another|separate|its own
        |different|managed|rds)\b)
    """,
    re.IGNORECASE,
)
# Servers that are not all: what happens to some, and what one can do.
_SOME_SERVERS = rx(
    r"\b(?:took out|takes? (?:down|out)|los[et]|losing|other|another|extra|more|replac\w+"
    r"|restart\w*|goes to|out to|what|how far) (?:a |the )?$",
    re.IGNORECASE,
)
_OTHERS = rx(r"\b(?:other|extra|additional|more)\b", re.IGNORECASE)
_SOME_OF_THEM = rx(
    r"\b(?:at a time|at once|out of (?:the|a) (?:\w+ )?load balancer|can (?:do|handle)"
    r"|before docker|tips?|(?:second|separate) one)\b",
    re.IGNORECASE,
)


def is_count(quantity: Quantity, text: str, end: int) -> bool:
    """Neither a version ("20.04") nor one server among others nor what there once was.

    Args:
        quantity: How many.
        text: The sentence.
        end: Where the noun ends.
    """
    if quantity.low != int(quantity.low) or text.startswith(" left", end):
        return False
    if _NOT_THEIRS.search(text, 0, end) or _SOME_SERVERS.search(text, 0, quantity.start):
        return False
    if _OTHERS.search(text, quantity.end, end):
        return False
    one = quantity.low == 1
    if one and _SOME_OF_THEM.search(text):
        return False
    if _IT_ALL.search(text):
        return True
    return not _ONLY_PART.search(text, 0, end if one else quantity.start)


def is_one(text: str) -> bool:
    """Whether a sentence says without a number that there is one: "it runs on a $5 server".

    >>> is_one("The web server and the workers are on the same box")
    True
    """
    one = _THE_SERVER.search(text) and not _ONLY_PART.search(text)
    return bool(one or _SAME_SERVER.search(text))
