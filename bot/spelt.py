"""How names of technologies and categories are written, and an index of every spelling.

People write ``Node.js``, ``nodejs`` and ``node js``; ``Uptime Robot`` and ``UptimeRobot``. A
spelling is therefore compared *joined*: its words in lower case, without what stands between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from bot.model import Category, Technology

TOKEN = re.compile(r"[^\W_]+(?:(?:#|\+\+)(?!\w))?|(?<![\w.])\.(?i:net)\b")
# Texts whose words are kept: a question is looked through for one kind of name after the other.
TEXTS = 64
_SPLIT_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A word with one of these endings is a name and never plain English.
_NAME_ENDINGS = ("js", "lang", "db", "ql", "sql", "io", "py", "ci", "css", "html", "mq", "hq")


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


@lru_cache(TEXTS)
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


def split_case(name: str) -> str:
    """A joined name as its words: ``HorseRecords`` is found by "horse records" too.

    >>> split_case("HorseRecords"), split_case("TrackJS")
    ('Horse Records', 'Track JS')
    """
    return _SPLIT_CASE.sub(" ", name)


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
            joined(spelling)
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
                for wider in ancestors(category, self.categories):
                    found[wider].add(tech.id)
        return {cat: frozenset(ids) for cat, ids in found.items()}


def _spelt(forms: Iterable[tuple[str, str]], english: Collection[str] = ()) -> dict[str, Spelling]:
    """Joined spellings of ``(spelling, id)``; who claims one first has it."""
    owners: dict[str, str] = {}
    seams: dict[str, set[int]] = {}
    for form, ident in forms:
        key = joined(form)
        if owners.setdefault(key, ident) == ident:
            seams.setdefault(key, set()).update(_seams(form))
    return {
        key: Spelling(ident, frozenset(seams[key]), key in english) for key, ident in owners.items()
    }


def spellings(tech: Technology) -> Iterator[str]:
    """Every way a technology is written, as people type it."""
    yield tech.name
    yield tech.id
    yield from tech.aliases
    yield from (plural(alias) for alias in tech.aliases if " " in alias)


def ancestors(category: str, categories: Mapping[str, Category]) -> Iterator[str]:
    """The category and everything above it, nearest first."""
    seen: set[str] = set()
    current: str | None = category
    while current is not None and current in categories and current not in seen:
        seen.add(current)
        yield current
        current = categories[current].parent


def joined(spelling: str) -> str:
    """A spelling as its words joined, which is how texts are looked up.

    >>> joined("Node.js"), joined("Let's Encrypt"), joined(".NET"), joined("C#")
    ('nodejs', 'letsencrypt', '.net', 'c#')
    """
    if spelling.isalnum():  # Most are one word.
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
