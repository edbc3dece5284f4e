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
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from bot.model import Category, Technology

TOKEN = re.compile(r"(?<![\w.])\.net\b|[^\W_]+(?:(?:#|\+\+)(?!\w))?", re.IGNORECASE)
_SQUEEZE = re.compile(r"[\s._/'’\-]+")
_SPLIT_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Two words of at least this many letters each are a joined name typed apart.
_LONG = 5
# The longest known spelling has this many words ("google cloud platform app engine").
_MAX_WORDS = 5
# A word with one of these endings is a name and never plain English.
_NAME_ENDINGS = ("js", "lang", "db", "ql", "sql", "io", "py", "ci", "css", "html", "mq", "hq")
# Words after which a name, however English it looks, is one in developer prose.
_BEFORE_NAME = frozenset(
    ["use", "uses", "using", "used", "with", "via", "through", "in", "on", "and", "or", "plus", "&", "+", "to", "from", "than", "vs", "versus", "chose", "choose", "choosing", "picked", "picking", "over", "called", "named", "like", "about", "without", "motivation", "adopt", "adopting", "learning", "learn", "for", "between", "instead", "of", "off", "running", "run", "runs", "not"]
)
# Words before which an ambiguous name is a name: "Express server", "Go services".
_AFTER_NAME = frozenset(
    ["is", "was", "isn", "wasn", "handles", "powers", "app", "apps", "server", "servers", "service", "services", "code", "library", "framework", "api", "sdk", "client", "cluster", "template", "templates", "docs", "community", "ecosystem", "developer", "developers", "programmer", "extension", "module", "users", "user", "shops", "shop", "devs", "people", "folks", "and", "or"]
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


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text with its place."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def tokens(text: str) -> list[Token]:
    """The words of a text, keeping ``c++``, ``c#`` and ``.net`` whole.

    >>> [t.text for t in tokens("C#, .NET and Node.js")]
    ['C#', '.NET', 'and', 'Node', 'js']
    """
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]


@dataclass(frozen=True, slots=True)
class Span:
    """A technology (or category) found at ``text[start:end]``."""

    id: str
    start: int
    end: int
    sure: bool = True


class _Names:
    """Spellings of one sort of thing, joined, found by longest match.

    A joined name may stand in several words only where it is written so somewhere: at a space
    or dash of one of its spellings, or at a capital. Else "run it" would be runit.
    """

    __slots__ = ("_seams", "keys", "words")

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        self.keys: dict[str, str] = {}
        self._seams: dict[str, set[int]] = {}
        for spelling, ident in spellings:
            key = _joined(spelling)
            if self.keys.setdefault(key, ident) == ident:
                self._seams.setdefault(key, set()).update(_seams(spelling))
        self.words = _MAX_WORDS

    def at(self, words: Sequence[Token]) -> str | None:
        """The id that these words spell, if their seams are ones of the name.

        Words that are all capitalised ("Team City") or all of some length ("elastic search")
        are a name cut anywhere.
        """
        key = "".join(token.text for token in words).lower()
        ident = self.keys.get(key)
        if ident is None or len(words) == 1:
            return ident
        if all(token.text[0].isupper() for token in words):
            return ident
        if len(words) == 2 and all(len(token.text) >= _LONG for token in words):
            return ident
        place, allowed = 0, self._seams[key]
        for token in words[:-1]:
            place += len(token.text)
            if place not in allowed:
                return None
        return ident

    def find(self, words: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Yield ``(first token, past last token, id)``, longest first, never overlapping."""
        at = 0
        while at < len(words):
            for count in range(min(self.words, len(words) - at), 0, -1):
                ident = self.at(words[at : at + count])
                if ident is not None:
                    yield at, at + count, ident
                    at += count
                    break
            else:
                at += 1


class Vocabulary:
    """All technologies and categories that a catalogue knows.

    Args:
        technologies: In order of preference when two claim one spelling.
        categories: The category tree.
    """

    def __init__(
        self, technologies: Iterable[Technology], categories: Iterable[Category] = ()
    ) -> None:
        self.technologies: dict[str, Technology] = {tech.id: tech for tech in technologies}
        self.categories: dict[str, Category] = {cat.id: cat for cat in categories}

    @cached_property
    def _names(self) -> _Names:
        return _Names(
            (spelling, tech.id)
            for tech in self.technologies.values()
            for spelling in spellings(tech)
        )

    @cached_property
    def _category_names(self) -> _Names:
        return _Names(
            (form, cat.id)
            for cat in self.categories.values()
            for alias in (*cat.aliases, cat.name, cat.id)
            for form in (alias, plural(alias))
        )

    @cached_property
    def _english(self) -> frozenset[str]:
        """Spellings of ambiguous technologies that are English words as well."""
        return frozenset(
            _joined(spelling)
            for tech in self.technologies.values()
            if tech.ambiguous
            for spelling in spellings(tech)
            if spelling.isalpha() and not spelling.lower().endswith(_NAME_ENDINGS)
        )

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """Category id -> ids of its technologies, those of narrower categories included."""
        found: dict[str, set[str]] = {cat: set() for cat in self.categories}
        for tech in self.technologies.values():
            for category in tech.categories:
                for wider in self.ancestors(category):
                    found[wider].add(tech.id)
        return {cat: frozenset(ids) for cat, ids in found.items()}

    def ancestors(self, category: str) -> Iterator[str]:
        """The category and everything above it, nearest first."""
        seen: set[str] = set()
        current: str | None = category
        while current is not None and current in self.categories and current not in seen:
            seen.add(current)
            yield current
            current = self.categories[current].parent

    def resolve(self, name: str) -> str | None:
        """The id of an exactly spelt technology, whatever its case and separators."""
        return self._names.keys.get(_joined(name))

    def category_of(self, spelling: str) -> str | None:
        """The category that has exactly this spelling, as "serverless" has."""
        return self._category_names.keys.get(_joined(spelling))

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
            for a, b, ident in self._names.find(words)
        ]

    def find_categories(self, text: str) -> list[Span]:
        """Categories in a text, left to right, longest spelling first."""
        words = tokens(text)
        return [
            Span(ident, words[a].start, words[b - 1].end)
            for a, b, ident in self._category_names.find(words)
        ]

    def is_english(self, spelling: str) -> bool:
        """Whether a spelling of a technology is an ordinary word too."""
        return _joined(spelling) in self._english

    def _sure(self, text: str, words: Sequence[Token], first: int, past: int) -> bool:
        if past - first > 1 or _joined(words[first].text) not in self._english:
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

    def near(self, word: str, among: Container[str] | None = None) -> str | None:
        """The technology a misspelt word means, if it is close to exactly one.

        One edit (a swap counts as one) is allowed from four letters, two from eight; three
        letters or fewer only exactly. Measured figures are in ARCHITECTURE.md.

        Args:
            word: One word, or several joined.
            among: Ids that may be meant; ``None`` allows all.
        """
        keys = self._names.keys
        if among is not None:
            keys = {key: ident for key, ident in keys.items() if ident in among}
        return keys.get(_joined(word)) or nearest(_joined(word), keys)

    def near_category(self, word: str) -> str | None:
        """The category a misspelt word means, if it is close to exactly one."""
        key = _joined(word)
        return nearest(key, self._category_names.keys) if len(key) >= 6 else None

    def suggestions(self, word: str, limit: int = 3) -> list[str]:
        """Names close to a word, for "did you mean"; laxer than :meth:`near`."""
        key = _joined(word)
        if len(key) < 4:
            return []
        found = extract(
            key, list(self._names.keys), scorer=OSA.normalized_similarity, limit=8,
            score_cutoff=0.65,
        )
        names = (self.name(self._names.keys[spelling]) for spelling, _, _ in found)
        return list(dict.fromkeys(names))[:limit]


def allowed_edits(length: int) -> int:
    """How many edits may separate a misspelling of this many letters from its name."""
    if length < 4:
        return 0
    return 1 if length < 8 else 2


def nearest(key: str, spellings_to_ids: dict[str, str]) -> str | None:
    """The id whose spelling is within the allowed edits of a key, if only one is nearest."""
    edits = allowed_edits(len(key))
    if not edits:
        return None
    found = extract(
        key,
        [s for s in spellings_to_ids if len(s) >= 4 and abs(len(s) - len(key)) <= edits],
        scorer=OSA.distance,
        score_cutoff=edits,
        limit=5,
    )
    best = min((distance for _, distance, _ in found), default=None)
    if best is None:
        return None
    ids = {
        spellings_to_ids[spelling]
        for spelling, distance, _ in found
        if distance == best and distance <= allowed_edits(len(spelling))
    }
    return ids.pop() if len(ids) == 1 else None


def spellings(tech: Technology) -> Iterator[str]:
    """Every way a technology is written, as people type it."""
    yield tech.name
    yield tech.id
    yield from tech.aliases
    yield from (plural(alias) for alias in tech.aliases if " " in alias)


def _joined(spelling: str) -> str:
    """A spelling as its tokens joined, which is how texts are looked up."""
    return "".join(token.lower for token in tokens(spelling.replace("'", "").replace("’", "")))


def _seams(spelling: str) -> set[int]:
    """Where a joined spelling may be cut into words.

    >>> sorted(_seams("Let's Encrypt")), sorted(_seams("DigitalOcean")), sorted(_seams("runit"))
    ([3, 4], [7], [])
    """
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
