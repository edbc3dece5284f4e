"""Where a line falls into clauses, and the environment that a clause speaks of."""

from __future__ import annotations

import re

from bot.normalise.wordings.parts import MARK
from bot.patterns import rx

_THEY = "(?:it|they|he|she|we)"
# "Docker is used / Postmark sends mail" makes two statements, "HTML / CSS" makes none.
_SLASH = r"""
    (?<=[^\d]) / (?=[^/]{0,40}\b(?:is|are|was|were|isn't|aren't|has|uses|using|handles)\b)(?=\D)
"""
BREAK = rx(
    rf"""
    {_SLASH}
    |;\s|(?<=[a-z0-9){MARK}])[.!]\s+(?=[A-Z(0-9])|(?<=\?)\s+|\s[-–—]{{1,2}}\s
    |,? (?=(?:but(?! also)|although|though|however|whereas|(?<!a )while|yet still)\b)
    |,? (?=yet {_THEY}\b)|,? so (?={_THEY}[' ])|,? and (?=(?:(?:now|today|these days
        |nowadays) )?(?:{_THEY}|I)[' ])
    |, (?:so|because|since|then) |(?<=[\w{MARK}]) because[ ]
    """
)
# "Amazon's Kubernetes (X)": what stands in brackets is what stands before them.
APPOSED = rx(r"[\w'-]+ \(§\)")
CONTRAST = rx(r"^(?:but|yet|although|though|however|whereas|while|yet still)\b,?\s*")

_PLACES = r"(local dev\w*|dev|development|production|prod|staging|locally)"
SCOPE = rx(
    rf"""
    \b(?:(?:in|for|during|on|only) (?:both |local )?{_PLACES}\b(?! (?:of|the|data\b))
    |(locally)\b)
    """,
    re.IGNORECASE,
)
# "It is only used locally": elsewhere it is not.
ONLY_THERE = rx(
    rf"""
    \bonly (?:(?:being|used|needed|running|run|there|in|for|during|on) )*{_PLACES}\b
    |\b{_PLACES} only\b
    """,
    re.IGNORECASE,
)
PLACE = rx(rf"\b{_PLACES}\b", re.IGNORECASE)
