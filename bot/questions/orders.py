"""Orders in which episodes are asked for: the latest, the three longest, any at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.questions.numbers import CARDINAL, number_of

if TYPE_CHECKING:
    import re

    from bot.dialogue import Head

# "Short episodes", and nothing else, are the shortest ones.
_ONES = r"(?:episodes|eps|shows|interviews|podcasts|ones)\W*$"
_SOME = rx(rf"\b(?:short|long) {_ONES}")
_A_FEW = 5
ORDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "latest",
        rx(
            r"""
            \b(?:latest|newest|most recent|last|recent(?:ly)?|new)\b(?! (?:mile|time|resort|relic))
            """
        ),
    ),
    ("oldest", rx(r"\b(?:oldest|first|earliest|very first|pilot|debut)\b")),
    ("longest", rx(rf"\b(?:longest|lengthiest|most minutes|long(?= {_ONES}))\b")),
    (
        "shortest",
        rx(
            rf"\b(?:shortest|briefest|quickest|fewest minutes|short(?= {_ONES})"
            r"|(?:something|anything) (?:short|quick|brief))\b"
        ),
    ),
    (
        "random",
        rx(
            r"""
            \b(?:random|surprise me|any episode|lucky|pick (?:one|an episode)|whatever
                |something to listen)\b
            """
        ),
    ),
)
_SEVERAL = rf"(\d{{1,2}}|(?!one\b){CARDINAL})"
_HOW_MANY = rx(
    rf"""
    \b(?:(?:last|latest|newest|first|oldest|longest|shortest|top|recent) {_SEVERAL}
        |{_SEVERAL} (?:latest|newest|most recent|oldest|longest|shortest|random|last|recent))\b
    """
)
# One is asked for among those that use something, or a number of them.
_OF_ONE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        order,
        rx(
            rf"\b(?:{words}) (?:\w+ )?(?:\w+ )?"
            r"(?:episode|ep|show|one|interview|podcast|mention)(?P<several>s?)\b"
        ),
    )
    for order, words in (
        ("latest", "latest|newest|most recent|last"),
        ("oldest", "oldest|earliest|(?:very )?first"),
        ("longest", "longest"),
        ("shortest", "shortest"),
    )
)
ORDERING = frozenset(
    """
    latest newest recent last oldest earliest first longest shortest two three four five ten
""".split()
)


def order_of_one(shape: str) -> str | None:
    """The order by which one episode of several is asked for, or a number of them.

    >>> order_of_one("latest T0 episode"), order_of_one("latest T0 episodes")
    ('latest', None)
    """
    for order, rule in _OF_ONE:
        found = rule.search(shape)
        if found and (not found["several"] or _HOW_MANY.search(shape)):
            return order
    return None


def how_many(shape: str) -> int:
    """How many are asked for in an order; one, unless a number is said or only a sort.

    >>> how_many("the last three episodes"), how_many("seven latest"), how_many("the last episode")
    (3, 7, 1)
    >>> how_many("any short episodes?")
    5
    """
    many = _HOW_MANY.search(shape)
    if many is None:
        return _A_FEW if _SOME.search(shape) else 1
    return number_of(many[1] or many[2])


def in_order(order: str, heads: list[Head], seed: str) -> list[Head]:
    """Heads in an order; those without the value that decides are left out."""
    if order == "random":
        # The one order that needs it, and it takes milliseconds to load.
        from hashlib import sha256

        return sorted(heads, key=lambda h: sha256(f"{seed}{h.id}".encode()).digest())
    if order in {"longest", "shortest"}:
        timed = [(head.duration, head) for head in heads if head.duration is not None]
        timed.sort(key=lambda each: each[0], reverse=order == "longest")
        return [head for _, head in timed]
    if order in {"latest", "oldest"}:
        dated = [(head.published, head.number or 0, head) for head in heads if head.published]
        dated.sort(key=lambda each: each[:2], reverse=order == "latest")
        return [head for *_, head in dated]
    return heads
