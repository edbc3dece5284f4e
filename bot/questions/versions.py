"""Versions asked for: "python 2" is not all of Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    from bot.questions.utterance import Utterance

_NUMBER = r"v?(\d{1,2}(?:\.\d{1,3}){0,2})(?![\w%.,:/-]*\d)"
_AFTER = rx(
    rf"""
    \b(T\d+) {_NUMBER}\b(?! (?:or|minutes?|hours?|people|users?|servers?|times|nodes?
        |apps?\b.*\beach))
    """
)
_WITHIN = rx(rf"\D {_NUMBER}$", re.IGNORECASE)


def versions(utterance: Utterance) -> dict[str, str]:
    """Technology id -> the version of it that a question names."""
    after = dict(_AFTER.findall(utterance.shape))
    found: dict[str, str] = {}
    for place in utterance.of("T"):
        name = utterance.names[place]
        inside = _WITHIN.search(name.surface)
        number = after.get(place) or (inside[1] if inside else None)
        if number:
            found.setdefault(name.ids[0], number)
    return found


def names_version(text: str, version: str) -> bool:
    """Whether a line names a version, or one of its releases.

    >>> names_version("It was updated from Python 2.6 to 3.4+", "2")
    True
    >>> names_version("It has 2 servers with Ruby 12", "1")
    False
    """
    found = rf"[A-Za-z)] v?{re.escape(version)}(?:\.[\dx]+)*(?![\w.]*\d)"
    return re.search(found, text) is not None


def leaves_version(text: str, version: str) -> bool:
    """Whether a line says that a version was left: "from Rails 4 to 6".

    >>> leaves_version("It was updated from Python 2.6 to 3.4+", "2")
    True
    """
    found = rf"\bfrom (?:[\w.]+ ){{0,2}}?v?{re.escape(version)}(?:\.[\dx]+)*\b[^.;]* (?:in)?to\b"
    return re.search(found, text, re.IGNORECASE) is not None
