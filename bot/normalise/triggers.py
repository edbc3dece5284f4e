"""Tables of patterns that are tried only on texts that have a word they need.

A rule such as ``instead of (?:using )?§`` can match nowhere but where "instead of" stands, and
looking for that is forty times as fast as trying the rule. What a rule needs is read off its
pattern, so whoever writes a rule need not think of it.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from importlib import import_module
from itertools import product
from typing import TYPE_CHECKING, Any

from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Node = tuple[Any, Any]

# As many wordings of one place in a pattern are told apart.
_MOST = 40
# Letters beyond ASCII that IGNORECASE takes for one of ASCII; casefold() maps the others.
_DOTLESS = str.maketrans("ıİ", "ii")
# Triggers are looked up by as many letters, their first ones.
_GRAM = 3
# Texts whose triggers are remembered: a clause is read by table after table.
_REMEMBERED = 512
# Reading the triggers off the patterns takes as long as so many searches without them.
PATIENCE = 1000


class Triggers:
    """What the rules of some tables need, looked for in a text once for all of them.

    Args:
        always: Characters that stand in every text, so that needing them says nothing.
        patience: So many searches are made without them, for a process may make no more.
    """

    def __init__(self, always: str = "", patience: int = PATIENCE) -> None:
        self._always = always
        self._patience = patience
        self._sources: list[str] = []
        self._kept = lru_cache(_REMEMBERED)(self._within)

    def rules(self, *patterns: str) -> Rules:
        """A table of patterns, whatever their case."""
        self._sources += patterns
        return Rules(self, patterns)

    @cached_property
    def needs(self) -> dict[str, frozenset[str]]:
        """Pattern -> triggers of which every match of it holds one."""
        return {source: triggers(source, self._always) for source in self._sources}

    @cached_property
    def _by_gram(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for trigger in sorted(frozenset().union(*self.needs.values())):
            found.setdefault(trigger[:_GRAM], []).append(trigger)
        return found

    @cached_property
    def _short(self) -> list[str]:
        return [gram for gram in self._by_gram if len(gram) < _GRAM]

    def within(self, text: str) -> frozenset[str] | None:
        """The triggers that a text holds, once looking for them is worth the while."""
        if self._patience > 0:
            self._patience -= 1
            return None
        return self._kept(text)

    def _within(self, text: str) -> frozenset[str]:
        lowered = folded(text)
        grams = {lowered[start : start + _GRAM] for start in range(len(lowered) - _GRAM + 1)}
        grams.update(self._short)
        return frozenset(
            trigger
            for gram in self._by_gram.keys() & grams
            for trigger in self._by_gram[gram]
            if trigger in lowered
        )


class Rules:
    """Patterns of which any is to match."""

    def __init__(self, triggers: Triggers, sources: Sequence[str]) -> None:
        self._triggers = triggers
        self._sources = sources
        self.patterns = tuple(rx(source, re.IGNORECASE) for source in sources)

    @cached_property
    def _gated(self) -> list[tuple[frozenset[str], re.Pattern[str]]]:
        needs = [self._triggers.needs[source] for source in self._sources]
        return list(zip(needs, self.patterns, strict=True))

    @cached_property
    def _any_of(self) -> frozenset[str]:
        return frozenset().union(*(needs for needs, _ in self._gated))

    def search(self, text: str) -> re.Match[str] | None:
        """What the first pattern that is found in a text finds."""
        there = self._triggers.within(text)
        found = (each.search(text) for each in self._worth_trying(there))
        return next(filter(None, found), None)

    def _worth_trying(self, there: frozenset[str] | None) -> Iterable[re.Pattern[str]]:
        """The patterns that may match where some triggers are."""
        if there is None:
            return self.patterns
        if self._any_of.isdisjoint(there):
            return ()
        return (each for needs, each in self._gated if not needs.isdisjoint(there))


def folded(text: str) -> str:
    """A text in the one case in which triggers are written."""
    return text.translate(_DOTLESS).casefold()


def triggers(pattern: str, always: str = "") -> frozenset[str]:
    r"""Texts of which every match of a pattern holds one, ignoring case.

    Args:
        pattern: A regular expression.
        always: Characters that are no help, because they stand in every text.

    Returns:
        The rarest such set; ``""`` alone when the pattern needs nothing in particular.

    >>> sorted(triggers(r"\b(?:instead of|rather than) (?:using )?\w+"))
    ['instead of ', 'rather than ']
    >>> sorted(triggers(r"\w+ (?:un)?us(?:es|ed)?"))
    [' unus', ' us']
    """
    # The standard library has no public way to look into a pattern; hypothesis uses this one.
    parsed: Any = import_module("re._parser").parse(pattern)
    useless = {"", *always, *(f" {mark}" for mark in always), *(f"{mark} " for mark in always)}
    found = [each for each in _needed(parsed) if not each & useless]
    return _shortest(min(found, key=_frequency, default=frozenset({""})))


def _frequency(texts: Iterable[str]) -> float:
    """How often one of some texts may be expected, roughly: each letter makes it rarer."""
    return sum(12.0 ** -len(text.strip()) for text in texts)


def _needed(nodes: Iterable[Node]) -> list[frozenset[str]]:
    """Every set of texts of which a match of a sequence holds one."""
    found, run = [], _EMPTY
    for name, value in _read(nodes):
        wordings = _wordings_of(name, value)
        longer = _joined(run, wordings) if wordings else None
        if longer is None:
            found.append(run)
            run = wordings or _EMPTY
        else:
            run = longer
        if wordings is None:
            found += _inside(name, value)
    return [*found, run]


def _read(nodes: Iterable[Node]) -> Iterator[tuple[str, Any]]:
    """What a sequence is made of, by name; letters that follow each other as one text."""
    letters = ""
    for kind, value in nodes:
        name = str(kind)
        if name == "LITERAL":
            letters += chr(value)
            continue
        if letters:
            yield _TEXT, folded(letters)
            letters = ""
        yield name, value
    if letters:
        yield _TEXT, folded(letters)


def _inside(name: str, value: Any) -> list[frozenset[str]]:  # noqa: ANN401 - as parsed
    """What a part that has no few wordings needs all the same."""
    if name == "SUBPATTERN":
        return _needed(value[-1])
    if name in _REPEATS and value[0] > 0:
        return _needed(value[2])
    if name == "BRANCH":
        best = [min(_needed(each), key=_frequency) for each in value[1]]
        return [frozenset().union(*best)]
    return []


_EMPTY = frozenset({""})
_TEXT = "TEXT"
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_NO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


def _wordings(nodes: Iterable[Node]) -> frozenset[str] | None:
    """All texts that a sequence can be, in lower case; ``None`` when they are too many."""
    found = _EMPTY
    for name, value in _read(nodes):
        parts = _wordings_of(name, value)
        longer = None if parts is None else _joined(found, parts)
        if longer is None:
            return None
        found = longer
    return found


def _wordings_of(name: str, value: Any) -> frozenset[str] | None:  # noqa: ANN401 - as parsed
    if name == _TEXT:
        return frozenset({value})
    if name in _NO_WIDTH:
        return _EMPTY
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(folded(chr(each)) for _, each in value)
    if name == "SUBPATTERN":
        return _wordings(value[-1])
    if name == "BRANCH":
        return _united(map(_wordings, value[1]))
    if name in _REPEATS and value[1] == 1:
        inner = _wordings(value[2])
        return inner if inner is None or value[0] else inner | _EMPTY
    return None


def _joined(first: frozenset[str], second: frozenset[str]) -> frozenset[str] | None:
    """Each of the first followed by each of the second."""
    if second is _EMPTY:
        return first
    if len(first) * len(second) > _MOST:
        return None
    return frozenset(a + b for a, b in product(first, second))


def _united(parts: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for each in parts:
        if each is None or len(found | each) > _MOST:
            return None
        found |= each
    return found


def _shortest(texts: frozenset[str]) -> frozenset[str]:
    """The texts without those that hold another of them."""
    return frozenset(
        text for text in texts if not any(other != text and other in text for other in texts)
    )
