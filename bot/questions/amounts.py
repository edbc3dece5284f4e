"""Whether a line gives the amount that a question asks of a show, and not only its subject.

"How many developers work at Logflare" is not answered by a line on what they connect to in
development, however near its words are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.rank.words import stem

if TYPE_CHECKING:
    from collections.abc import Callable

_MANY = rx(r"\bhow many (?:(?:active|paying|different|unit|web|other) )?(?P<noun>[a-z]+)")
_MUCH = rx(r"\bhow much\b(?! (?:work|trouble|better|time)\b)")
# What is said of an amount without a digit, and that none is known.
_NUMBER = (
    r"(?:[$€£]?\d[\d,.]*\+?%?[kmb]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|dozens?|hundreds?|thousands?|millions?|billions?|few|couple|handful|lots?|several|many|single"
    r"|no|zero|none)"
)
_SOME = rx(rf"\b{_NUMBER}\b|[$€£]\d|\bfree\b|\bhow (?:many|much)\b", re.IGNORECASE)
_PAID = rx(r"\b(?:pay|pays|paid|cost|costs|spend|spends|charge|charges|make|makes|earn|earns)\b")
_MONEY = rx(
    r"[$€£] ?\d|\d ?(?:k )?(?:euros?|dollars?|bucks|pounds|cents|usd|eur|%)"
    r"|\b(?:free|bucks|pennies)\b",
    re.IGNORECASE,
)
_WORDS = rx(r"[\w$€£'’.,%+-]+")
_BEFORE, _AFTER = 4, 2
_IS_NUMBER = rx(rf"^[(~<>]*{_NUMBER}[)]?$", re.IGNORECASE)


def amount_asked(shape: str) -> Callable[[str], bool] | None:
    """Whether a line gives the amount asked for; ``None`` where none is asked for.

    >>> gives = amount_asked("how many tests does E0 have")
    >>> gives("CircleCI runs 4,000 tests in 7 minutes"), gives("Recovery is tested twice a year")
    (True, False)
    """
    many = _MANY.search(shape)
    if many:
        noun = stem(many["noun"])
        return lambda text: _counts(text, noun)
    if _MUCH.search(shape) is None:
        return None
    wanted = _MONEY if _PAID.search(shape) else _SOME
    return lambda text: wanted.search(text) is not None


def _counts(text: str, noun: str) -> bool:
    """Whether a number stands shortly before what is counted, or not long after it."""
    words = [word.strip(".,'’").lower() for word in _WORDS.findall(text)]
    places = [at for at, word in enumerate(words) if stem(word) == noun]
    numbers = [at for at, word in enumerate(words) if _IS_NUMBER.match(word)]
    near = any(-_AFTER <= place - at <= _BEFORE for place in places for at in numbers)
    return near or (bool(places) and "how many" in text.lower())
