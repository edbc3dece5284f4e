"""Names of technologies and categories, and where they stand in a text.

People write ``Node.js``, ``nodejs`` and ``node js``; ``Uptime Robot`` and ``UptimeRobot``. A
spelling is therefore compared *squeezed*: lower case, without spaces, dots, dashes and
apostrophes. Matching always takes the longest spelling at a place, so "React Native" is never
"React". Names that are English words too (``ambiguous``) count in prose only when the
spelling or a neighbour decides, because "to express" is not a framework.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.misspelt import Misspelt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bot.model import Category, Technology

TOKEN = re.compile(r"(?<![\w.])\.net\b|[^\W_]+(?:(?:#|\+\+)(?!\w))?", re.IGNORECASE)
_SQUEEZE = re.compile(r"[\s._/'’\-]+")
# What parts two names that stand side by side.
_PARTS = re.compile(r"[,;&+()|!?\"<>=→]|:\s|\s:")
_SPLIT_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Two words of at least this many letters each are a joined name typed apart.
_LONG = 5
# The longest known spelling has this many words ("google cloud platform app engine").
_MAX_WORDS = 5
# Texts whose words are kept: a question is looked through for one kind of name after the other.
_TEXTS = 64
# A word with one of these endings is a name and never plain English.
_NAME_ENDINGS = ("js", "lang", "db", "ql", "sql", "io", "py", "ci", "css", "html", "mq", "hq")
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


def squeeze(text: str) -> str:
    """The form in which spellings are compared.

    >>> squeeze("Node.js"), squeeze("Let's Encrypt"), squeeze(".NET"), squeeze("C#")
    ('nodejs', 'letsencrypt', '.net', 'c#')
    """
    lowered = text.strip().lower()
    lead = "." if lowered.startswith(".") else ""
    return lead + _SQUEEZE.sub("", lowered)


def plural(word: str) -> str:
    """The regular English plural of a phrase's last word.

    >>> plural("database"), plural("search box"), plural("cdn")
    ('databases', 'search boxes', 'cdns')
    """
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + "s"


class Token(NamedTuple):
    """One word of a text with its place; a tuple, because texts have many."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@lru_cache(_TEXTS)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, keeping ``c++``, ``c#`` and ``.net`` whole.

    >>> [t.text for t in tokens("C#, .NET and Node.js")]
    ['C#', '.NET', 'and', 'Node', 'js']
    """
    return tuple([Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)])


def words_of(text: str) -> list[str]:
    """The words of a text without their places, which is much faster.

    >>> words_of("C#, .NET and Node.js")
    ['C#', '.NET', 'and', 'Node', 'js']
    """
    return TOKEN.findall(text)


@dataclass(frozen=True, slots=True)
class Span:
    """A technology (or category) found at ``text[start:end]``."""

    id: str
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Spelling:
    """Whose name a joined spelling is.

    A joined name may stand in several words only where it is written so somewhere: at a space
    or dash of one of its spellings, or at a capital. Else "run it" would be runit.

    Attributes:
        id: Technology or category.
        seams: Where it may be cut into words.
        english: It is an ordinary word as well.
    """

    id: str
    seams: frozenset[int] = frozenset()
    english: bool = False


class Index(Protocol):
    """What is looked up by spelling or id.

    Made in memory by :class:`Indexed`; a store keeps it and reads only what a question needs.
    """

    @property
    def technologies(self) -> Mapping[str, Technology]:
        """Technologies by id."""
        ...

    @property
    def categories(self) -> Mapping[str, Category]:
        """Categories by id."""
        ...

    @property
    def names(self) -> Mapping[str, Spelling]:
        """Technologies by joined spelling."""
        ...

    @property
    def category_names(self) -> Mapping[str, Spelling]:
        """Categories by joined spelling."""
        ...

    @property
    def members(self) -> Mapping[str, frozenset[str]]:
        """Technologies of a category, those of narrower categories included."""
        ...


class Indexed:
    """An index made from the things themselves, each part when it is first needed.

    Args:
        technologies: In order of preference when two claim one spelling.
        categories: The category tree.
    """

    def __init__(
        self, technologies: Iterable[Technology] = (), categories: Iterable[Category] = ()
    ) -> None:
        self.technologies = {tech.id: tech for tech in technologies}
        self.categories = {cat.id: cat for cat in categories}

    @cached_property
    def names(self) -> dict[str, Spelling]:
        """Every way to write a technology."""
        english = {
            _joined(spelling)
            for tech in self.technologies.values()
            if tech.ambiguous
            for spelling in spellings(tech)
            if spelling.isalpha() and not spelling.lower().endswith(_NAME_ENDINGS)
        }
        return _spelt(
            (
                (spelling, tech.id)
                for tech in self.technologies.values()
                for spelling in spellings(tech)
            ),
            english,
        )

    @cached_property
    def category_names(self) -> dict[str, Spelling]:
        """Every way to write a category."""
        return _spelt(
            (form, cat.id)
            for cat in self.categories.values()
            for alias in (*cat.aliases, cat.name, cat.id)
            for form in (alias, plural(alias))
        )

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """Category id -> ids of its technologies."""
        found: dict[str, set[str]] = {cat: set() for cat in self.categories}
        for tech in self.technologies.values():
            for category in tech.categories:
                for wider in _ancestors(category, self.categories):
                    found[wider].add(tech.id)
        return {cat: frozenset(ids) for cat, ids in found.items()}


def _spelt(forms: Iterable[tuple[str, str]], english: Collection[str] = ()) -> dict[str, Spelling]:
    """Joined spellings of ``(spelling, id)``; who claims one first has it."""
    owners: dict[str, str] = {}
    seams: dict[str, set[int]] = {}
    for form, ident in forms:
        key = _joined(form)
        if owners.setdefault(key, ident) == ident:
            seams.setdefault(key, set()).update(_seams(form))
    return {
        key: Spelling(ident, frozenset(seams[key]), key in english) for key, ident in owners.items()
    }


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


@lru_cache(_TEXTS)
def _keys(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a text the joined spellings that begin there, longest first.

    A name stops at punctuation that joins or parts: "django & redis" are two.
    """
    words = tokens(text)
    lowered = [token.lower for token in words]
    parted = [
        place
        for place in range(1, len(words))
        if _PARTS.search(text, words[place - 1].end, words[place].start)
    ]
    found = []
    for at in range(len(words)):
        past = min(next((place for place in parted if place > at), len(words)), at + _MAX_WORDS)
        found.append(tuple(["".join(lowered[at:end]) for end in range(past, at, -1)]))
    return tuple(found)


def _find(
    names: Mapping[str, Spelling], text: str, words: Sequence[Token]
) -> Iterator[tuple[int, int, str]]:
    """Yield ``(first token, past last token, id)``, longest first, never overlapping."""
    at = 0
    for first, keys in enumerate(_keys(text)):
        if first < at:
            continue
        past = first + len(keys)
        for key in keys:
            spelling = names.get(key)
            if spelling and (past - first == 1 or _cut_well(spelling, words[first:past])):
                yield first, past, spelling.id
                at = past
                break
            past -= 1


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
        return _ancestors(category, self.categories)

    def resolve(self, name: str) -> str | None:
        """The id of an exactly spelt technology, whatever its case and separators."""
        return self._id(self._index.names, _joined(name))

    def category_of(self, spelling: str) -> str | None:
        """The category that has exactly this spelling, as "serverless" has."""
        return self._id(self._index.category_names, _joined(spelling))

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
        found = self._index.names.get(_joined(spelling))
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
        key = _joined(word)
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
        key = _joined(word)
        return self._misspelt_category.nearest(key) if len(key) >= 6 else None

    def suggestions(self, word: str, limit: int = 3) -> list[str]:
        """Names close to a word, for "did you mean"; laxer than :meth:`near`."""
        names = map(self.name, self._misspelt.similar(_joined(word)))
        return list(dict.fromkeys(names))[:limit]

    @cached_property
    def _misspelt(self) -> Misspelt:
        return Misspelt({key: each.id for key, each in self._index.names.items()})

    @cached_property
    def _misspelt_category(self) -> Misspelt:
        return Misspelt({key: each.id for key, each in self._index.category_names.items()})


def _ancestors(category: str, categories: Mapping[str, Category]) -> Iterator[str]:
    seen: set[str] = set()
    current: str | None = category
    while current is not None and current in categories and current not in seen:
        seen.add(current)
        yield current
        current = categories[current].parent


def spellings(tech: Technology) -> Iterator[str]:
    """Every way a technology is written, as people type it."""
    yield tech.name
    yield tech.id
    yield from tech.aliases
    yield from (plural(alias) for alias in tech.aliases if " " in alias)


def _joined(spelling: str) -> str:
    """A spelling as its tokens joined, which is how texts are looked up."""
    if spelling.isalnum():  # Most are one token.
        return spelling.lower()
    return "".join(words_of(spelling.replace("'", "").replace("’", ""))).lower()


def _seams(spelling: str) -> set[int]:
    """Where a joined spelling may be cut into words.

    >>> sorted(_seams("Let's Encrypt")), sorted(_seams("DigitalOcean")), sorted(_seams("runit"))
    ([3, 4], [7], [])
    """
    if spelling.isalnum() and spelling.islower():
        return set()
    seams, place = set(), 0
    for token in tokens(spelling):
        if place:
            seams.add(place)
        for match in _SPLIT_CASE.finditer(token.text):
            seams.add(place + match.start())
        place += len(token.text)
    return seams


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'(“‘")
    return not before or before[-1] in ".!?:/–—|"


def split_case(name: str) -> str:
    """A joined name as its words: ``HorseRecords`` is found by "horse records" too.

    >>> split_case("HorseRecords"), split_case("TrackJS")
    ('Horse Records', 'Track JS')
    """
    return _SPLIT_CASE.sub(" ", name)
