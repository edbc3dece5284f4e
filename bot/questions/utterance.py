"""A question with its names found: what the kinds match their patterns against.

The text is cleaned of Slack's markup, filters are taken out, and every name is replaced by a
placeholder: ``T0`` a technology, ``C0`` a category, ``E0`` an episode (by company, guest or
title). "What DB does Zego use?" has the shape ``what C0 does E0 use``; the kinds are patterns
over shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.dialogue import NO_FILTERS, Filters
from bot.patterns import rx
from bot.questions.besides import without_spared
from bot.questions.descriptions import with_described
from bot.questions.filters import take_filters
from bot.questions.framing import unframed
from bot.questions.names import name
from bot.questions.slips import unslipped
from bot.questions.slots import PLACE, Name

if TYPE_CHECKING:
    from datetime import date

    from bot.questions.lexicon import Lexicon

_LONGEST = 500
_SHAPES = 256
_SLACK = rx(
    r"<[@#!][^>]*>|<(https?://[^|>]+)(?:\|[^>]*)?>|[\x00-\x08\x0b-\x1f\x7f]|:[a-z0-9_+-]+:(?=\s|$)"
)
# "zego's bill" names Zego, "who's" is "who"; only Let's Encrypt and Dead Man's Snitch keep it.
_POSSESSIVE = rx(r"(?<!\blet)(?<!\bman)'s\b", re.IGNORECASE)
_EX = rx(r"\bex[- ](?=\w)", re.IGNORECASE)
# "didnt", "isnt", "wont": typed in a hurry.
_NOT = rx(
    r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo)nt\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A question in the form that kinds match.

    Attributes:
        raw: As typed.
        text: Cleaned, filters taken out.
        shape: Lower case, names as placeholders.
        names: Placeholder -> name.
        filters: What the filters say.
        follows: Texts without which it would mean something else, the oldest first; a fragment
            such as "only 2021" follows the question it narrows, and what that one follows.
        about: The one show that the answer tells of though the question does not name it.
    """

    raw: str
    text: str
    shape: str
    names: dict[str, Name] = field(default_factory=dict)
    filters: Filters = NO_FILTERS
    today: date | None = None
    follows: tuple[str, ...] = ()
    about: Name | None = None
    _places: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", _places(self.shape))

    def of(self, kind: str) -> tuple[str, ...]:
        """Placeholders of one kind, in order of appearance."""
        return self._places.get(kind, ())

    @property
    def technologies(self) -> list[str]:
        """Ids of the technologies named, in order."""
        return self._first_ids("T")

    @property
    def categories(self) -> list[str]:
        """Ids of the categories named, in order."""
        return self._first_ids("C")

    def _first_ids(self, kind: str) -> list[str]:
        places = self.of(kind)
        return list(dict.fromkeys([self.names[place].ids[0] for place in places])) if places else []

    @property
    def episodes(self) -> list[int]:
        """Ids of the episodes named, in order."""
        places = self.of("E")
        if not places:
            return []
        return list(
            dict.fromkeys(int(ident) for place in places for ident in self.names[place].ids)
        )

    def restore(self, shape: str) -> str:
        """A piece of the shape with the names as typed again."""
        return PLACE.sub(lambda m: self.names[m.group()].surface, shape)

    def dropped(self, *kinds: str) -> Utterance:
        """The same utterance with names of these kinds read as plain words again."""
        shape = self.spelt(*kinds)
        return self if shape == self.shape else replace(self, shape=shape)

    def spelt(self, *kinds: str) -> str:
        """The shape with names of these kinds read as plain words again."""
        if not any(map(self.of, kinds)):
            return self.shape
        return PLACE.sub(
            lambda m: self.names[m.group()].surface.lower() if m.group()[0] in kinds else m.group(),
            self.shape,
        )


@lru_cache(_SHAPES)
def _places(shape: str) -> dict[str, tuple[str, ...]]:
    """The placeholders of a shape by their kind; every kind of question asks for them."""
    found: dict[str, tuple[str, ...]] = {}
    for place in PLACE.findall(shape):
        found[place[0]] = (*found.get(place[0], ()), place)
    return found


def clean(raw: str) -> str:
    """The words of a message: no Slack markup, no control characters, not endless.

    >>> clean("<@U1> who uses  Terraform? <!channel>")
    'who uses Terraform?'
    """
    text = _SLACK.sub(lambda m: m.group(1) or " ", raw[: 8 * _LONGEST])
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return " ".join(text.split())[:_LONGEST]


def _apostrophe(match: re.Match[str]) -> str:
    return f"{match[1]}n't"


def read(raw: str, lexicon: Lexicon, today: date, *, spoken: bool = False) -> Utterance:
    """Find filters and names in a question; spoken keeps the words that are in quotes."""
    text = _NOT.sub(_apostrophe, unslipped(clean(raw), lexicon))
    text, filters = take_filters(unframed(text), lexicon, today, spoken=spoken)
    shape, names = name(_EX.sub("former ", _POSSESSIVE.sub("", text)), lexicon)
    utterance = Utterance(raw, text, shape, names, filters, today)
    utterance = without_spared(utterance, lexicon)
    known = utterance.episodes or utterance.filters.besides
    return utterance if known else with_described(utterance, lexicon)
