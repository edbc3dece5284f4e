"""The two ends of a move: a technology, a category, words, or a way to build that has no name.

"From a single page app back to server rendered pages" names nothing, but whoever leaves React for
htmx does just that. So a way to build stands for what is built with it, beside its own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.questions.conditions import Term, term
from bot.questions.slots import PLACE
from bot.rank.words import content_words, locate

if TYPE_CHECKING:
    from bot.dialogue import Line
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

_NOISE = frozenset(
    """
    data old new whole entire everything app apps site stack database hosting code codebase provider
    stuff service production backend
""".split()
)

# "From another database" is from any of them.
_ANY = frozenset("another different else kind sort type".split())


@dataclass(frozen=True, slots=True)
class Way:
    """A way to build that is known by what it is built with.

    Attributes:
        said: What a question calls it, and a line as well.
        phrases: What to look for in the lines.
        categories: Whose technologies stand for it.
    """

    label: str
    said: re.Pattern[str]
    phrases: tuple[str, ...]
    categories: tuple[str, ...]


WAYS = (
    Way(
        "a single page app",
        rx(
            r"""
            \b(?:spas?|single[- ]page (?:apps?|applications?)|client[- ]side (?:rendering|apps?)
                |(?:js|javascript)[- ]heavy (?:apps?|front ?-?ends?|clients?)
                |(?:js|javascript) front ?-?ends?)\b
            """,
            re.IGNORECASE,
        ),
        ("spa", "single page app", "single page application"),
        ("frontend-framework",),
    ),
    Way(
        "server rendered pages",
        rx(
            r"\b(?:server|back ?-?end)[- ](?:side )?(?:rendered|rendering|templates?)\b(?: \w+)?"
            r"|\bhtml (?:on|from|over) the (?:server|wire)\b|\bssr\b",
            re.IGNORECASE,
        ),
        ("server rendered", "server side rendered", "server side templates"),
        ("html-over-the-wire", "template-engine"),
    ),
)


@dataclass(frozen=True, slots=True)
class Side:
    """What was left or taken up: a name, words, or a way to build.

    Attributes:
        term: The technologies that stand for it.
        words: Words that a line has of it.
    """

    label: str
    term: Term | None = None
    words: tuple[str, ...] = ()
    way: Way | None = None

    @property
    def ids(self) -> frozenset[str]:
        """The technologies that stand for it."""
        return self.term.ids if self.term else frozenset()

    def meets(self, line: Line, seen: frozenset[str]) -> bool:
        """Whether a line speaks of it.

        Args:
            line: The line.
            seen: Ids of the technologies that it names.
        """
        return bool(self.ids & seen) or self.place(line.text) is not None

    def place(self, text: str) -> tuple[int, int] | None:
        """Where a line has its words."""
        if self.way is not None:
            match = self.way.said.search(text)
            return match.span() if match else None
        return locate(text, self.words) if self.words else None


NOTHING = Side("")


def read_side(shape: str, utterance: Utterance, lexicon: Lexicon) -> Side | None:
    """A technology if one is named, else a way to build, a category alone, or words."""
    places = [place for place in PLACE.findall(shape) if place[0] != "E"]
    text = utterance.restore(shape)
    way = next((each for each in WAYS if _is_all(each, text)), None)
    if way is not None:
        return _of_way(way, lexicon)
    for place in sorted(places, key=lambda each: each[0], reverse=True):
        if place[0] == "T" or not set(content_words(PLACE.sub(" ", shape))) - _ANY:
            found = term(place, utterance, lexicon)
            return Side(found.label, found)
    words = tuple(word for word in content_words(text) if word not in _NOISE)
    return Side(" ".join(words), None, words) if words else None


def other_than(side: Side, one: Side) -> Side:
    """A side that a category stands for without what the other side names."""
    if side.term is None or side.term.category is None or one.term is None:
        return side
    return replace(side, term=replace(side.term, ids=side.term.ids - one.term.ids))


def _is_all(way: Way, text: str) -> bool:
    """Whether a text says no more than this way to build: "livewire templates" says more."""
    rest = way.said.sub(" ", text)
    return rest != text and not set(content_words(rest)) - _NOISE


def _of_way(way: Way, lexicon: Lexicon) -> Side:
    """A way to build with the technologies that are there."""
    members = lexicon.vocabulary.members
    ids = frozenset(tech for category in way.categories for tech in members[category])
    return Side(way.label, Term(way.label, ids), (), way)
