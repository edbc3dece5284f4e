"""Where the names of technologies and categories stand in a text.

Matching always takes the longest spelling at a place, so "React Native" is never "React". Names
that are English words too (``ambiguous``) count in prose only when the spelling or a neighbour
decides, because "to express" is not a framework.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.misspelt import Misspelt
from bot.spelt import TEXTS, Indexed, ancestors, joined, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bot.model import Category, Technology
    from bot.spelt import Index, Spelling, Token

# What parts two names that stand side by side.
_PARTS = re.compile(r"[,;&+()|!?\"<>=→]|:\s|\s:")
# Two words of at least this many letters each are a joined name typed apart.
_LONG = 5
# The longest known spelling has this many words ("google cloud platform app engine").
_MAX_WORDS = 5
# Words after which a name, however English it looks, is one in developer prose.
_BEFORE_NAME = frozenset(
    """
    use uses using used with via through in on and or plus & + to from than vs versus chose
    choose choosing picked picking over called named like about without motivation adopt
    adopting learning learn for between instead of off running run runs not
    """.split()
)
# Words before which an ambiguous name is a name: "Express server", "Go services".
_AFTER_NAME = frozenset(
    """
    is was isn wasn handles powers app apps server servers service services code library
    framework api sdk client cluster template templates docs community ecosystem developer
    developers programmer extension module users user shops shop devs people folks and or
    """.split()
)


@dataclass(frozen=True, slots=True)
class Span:
    """A technology (or category) found at ``text[start:end]``."""

    id: str
    start: int
    end: int
    sure: bool = True


class Vocabulary:
    """All technologies and categories that a catalogue knows.

    Args:
        technologies: In order of preference when two claim one spelling.
        categories: The category tree.
        index: Both of them, already indexed; used in their place.
    """

    def __init__(
        self,
        technologies: Iterable[Technology] = (),
        categories: Iterable[Category] = (),
        *,
        index: Index | None = None,
    ) -> None:
        self._index: Index = index or Indexed(technologies, categories)
        self._among: tuple[Collection[str], Misspelt] | None = None

    @property
    def technologies(self) -> Mapping[str, Technology]:
        """Technologies by id."""
        return self._index.technologies

    @property
    def categories(self) -> Mapping[str, Category]:
        """Categories by id."""
        return self._index.categories

    @property
    def members(self) -> Mapping[str, frozenset[str]]:
        """Category id -> ids of its technologies, those of narrower categories included."""
        return self._index.members

    def ancestors(self, category: str) -> Iterator[str]:
        """The category and everything above it, nearest first."""
        return ancestors(category, self.categories)

    def resolve(self, name: str) -> str | None:
        """The id of an exactly spelt technology, whatever its case and separators."""
        return self._id(self._index.names, joined(name))

    def category_of(self, spelling: str) -> str | None:
        """The category that has exactly this spelling, as "serverless" has."""
        return self._id(self._index.category_names, joined(spelling))

    @staticmethod
    def _id(names: Mapping[str, Spelling], key: str) -> str | None:
        spelling = names.get(key)
        return None if spelling is None else spelling.id

    def name(self, ident: str) -> str:
        """The official spelling of an id; an unknown id as it is."""
        tech = self.technologies.get(ident)
        return tech.name if tech else ident

    def find(self, text: str) -> list[Span]:
        """Technologies in a text, left to right, longest spelling first.

        A span is not ``sure`` when its spelling is an English word as well and neither the
        capital letter nor a neighbour speaks for the technology.
        """
        words = tokens(text)
        return [
            Span(ident, words[a].start, words[b - 1].end, self._sure(text, words, a, b))
            for a, b, ident in _find(self._index.names, text, words)
        ]

    def find_categories(self, text: str) -> list[Span]:
        """Categories in a text, left to right, longest spelling first."""
        words = tokens(text)
        return [
            Span(ident, words[a].start, words[b - 1].end)
            for a, b, ident in _find(self._index.category_names, text, words)
        ]

    def is_english(self, spelling: str) -> bool:
        """Whether a spelling of a technology is an ordinary word too."""
        found = self._index.names.get(joined(spelling))
        return found is not None and found.english

    def _sure(self, text: str, words: Sequence[Token], first: int, past: int) -> bool:
        if past - first > 1 or not self.is_english(words[first].text):
            return True
        word = words[first].text
        before = words[first - 1].lower if first else ""
        after = words[past].lower if past < len(words) else ""
        if not word[0].isupper():
            return False
        if not _starts_sentence(text, words[first].start):
            neighbours = words[first - 1].text[:1].isupper() and before not in _BEFORE_NAME
            return not neighbours or after in _AFTER_NAME
        return after in _AFTER_NAME

    def near(self, word: str, among: Collection[str] | None = None) -> str | None:
        """The technology a misspelt word means, if it is close to exactly one.

        One edit (a swap counts as one) is allowed from four letters, two from eight; three
        letters or fewer only exactly. Measured figures are in ARCHITECTURE.md.

        Args:
            word: One word, or several joined.
            among: Ids that may be meant; ``None`` allows all. What was compared last is kept,
                so hand in the same object again.
        """
        key = joined(word)
        if among is None:
            return self._id(self._index.names, key) or self._misspelt.nearest(key)
        if self._among is None or self._among[0] is not among:
            # Every id is looked for a thousand times: a set answers fastest.
            wanted = frozenset(among)
            names = {k: s.id for k, s in self._index.names.items() if s.id in wanted}
            self._among = among, Misspelt(names)
        names_meant = self._among[1]
        return names_meant.ids.get(key) or names_meant.nearest(key)

    def near_category(self, word: str) -> str | None:
        """The category a misspelt word means, if it is close to exactly one."""
        key = joined(word)
        return self._misspelt_category.nearest(key) if len(key) >= 6 else None

    def suggestions(self, word: str, limit: int = 3) -> list[str]:
        """Names close to a word, for "did you mean"; laxer than :meth:`near`."""
        names = map(self.name, self._misspelt.similar(joined(word)))
        return list(dict.fromkeys(names))[:limit]

    @cached_property
    def _misspelt(self) -> Misspelt:
        return Misspelt({key: each.id for key, each in self._index.names.items()})

    @cached_property
    def _misspelt_category(self) -> Misspelt:
        return Misspelt({key: each.id for key, each in self._index.category_names.items()})


def _find(
    names: Mapping[str, Spelling], text: str, words: Sequence[Token]
) -> Iterator[tuple[int, int, str]]:
    """Yield ``(first token, past last token, id)``, longest first, never overlapping."""
    at, get = 0, names.get
    for first, keys in enumerate(_keys(text)):
        if first < at:
            continue
        past = first + len(keys)
        for key in keys:
            spelling = get(key)
            if spelling and (past - first == 1 or _cut_well(spelling, words[first:past])):
                yield first, past, spelling.id
                at = past
                break
            past -= 1


@lru_cache(TEXTS)
def _keys(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a text the joined spellings that begin there, longest first.

    A name stops at punctuation that joins or parts: "django & redis" are two.
    """
    words = tokens(text)
    lowered = [token.lower for token in words]
    gaps = [text[one.end : two.start] for one, two in pairwise(words)]
    found, past = [], len(words)
    for at in range(len(words) - 1, -1, -1):
        if at < len(gaps) and gaps[at] != " " and _PARTS.search(gaps[at]):
            past = at + 1
        ends = range(min(past, at + _MAX_WORDS), at, -1)
        found.append(tuple(["".join(lowered[at:end]) for end in ends]))
    return tuple(reversed(found))


def _cut_well(spelling: Spelling, words: Sequence[Token]) -> bool:
    """Whether a name may be written as these words.

    Words that are all capitalised ("Team City") or all of some length ("elastic search")
    are a name cut anywhere.
    """
    if all(token.text[0].isupper() for token in words):
        return True
    if len(words) == 2 and all(len(token.text) >= _LONG for token in words):
        return True
    place = 0
    for token in words[:-1]:
        place += len(token.text)
        if place not in spelling.seams:
            return False
    return True


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'(“‘")
    return not before or before[-1] in ".!?:/–—|"
