"""Who an introduction says is talking, and what it says they talk about."""

from __future__ import annotations

import re

from bot.model import Guest

_PART = r"[^\W\d_a-z][\w.'’-]*"
_PARTICLE = r"(?:al|bin|da|de|der|di|la|van|von)"
_NICKNAME = r"(?:\s+[\"“][^\"”]+[\"”])?"
_NAME = rf"{_PART}{_NICKNAME}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{1,3}}"
_TWO = rf"(?P<first>{_NAME})(?:\s+(?:and|&)\s+(?P<second>{_NAME}))?"
_OPENING = r"In this (?:episode|interview|show|one)\b[^,.\n]{0,80},\s+"
_WITH = r"(?:(?:chat|chatted|speak|spoke|talk|talked|talking) with|joined by|guest (?:today )?is)"
_GUESTS = (
    re.compile(rf"{_OPENING}{_TWO}\s+(?=[a-z])"),
    re.compile(rf"\b{_WITH}\s+{_TWO}"),
)
_SENTENCE = re.compile(r"(.+?[.!?])(?:\s+[^a-z\s]|\s*\Z)", re.DOTALL)


def guests_of(introduction: str | None) -> tuple[Guest, ...]:
    """The people that an introduction names as guests.

    >>> guests_of("In this episode of Ship It, Ada van Dam goes over building a mill.")
    (Guest(name='Ada van Dam', website=None, twitter=None),)
    >>> guests_of("All about mills.")
    ()
    """
    found = next(filter(None, (p.search(introduction or "") for p in _GUESTS)), None)
    names = (found["first"], found["second"]) if found else ()
    return tuple(Guest(name) for name in names if name)


def headline_of(introduction: str | None) -> str | None:
    """A title made from the first sentence of an introduction, for notes that have none.

    >>> headline_of("In this episode of Ship It, Ada Lund goes over mill.test. It is new.")
    'Ada Lund goes over mill.test'
    """
    sentence = _SENTENCE.match(introduction or "")
    if sentence is None:
        return None
    text = re.sub(rf"\A{_OPENING}", "", sentence[1]).rstrip(".!? ")
    return text if len(text) <= 120 else text[:120].rsplit(" ", 1)[0] + " …"
