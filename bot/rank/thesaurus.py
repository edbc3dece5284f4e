"""From the words of a question to the words of the show notes.

"zero downtime releases" finds "blue / green deploys" because both name one concept of
``seeds/thesaurus.yml``, and "picture" finds "image" because the same file lists them as ordinary
words for one thing. A question is taken apart into ideas: each of its content words with all
that may stand for it, and each concept that several of its words name together. A line in the
asker's own words always comes first, because every other way to say it weighs less.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.model import is_everyday
from bot.rank.ordinary import is_ordinary
from bot.rank.words import GENERIC, content_words, stem, stems

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from bot.model import Concept

# Weights against the asker's own word (1.0). On questions of three authors neither a tenth more
# nor a tenth less makes a difference that could not be chance.
PHRASE = 0.9
LOOSE = 0.6
WORD = 0.6
# A concept's hints, related concepts, and own words that a phrase already stands for.
WEAK = 0.3
SEE = 0.3
COVERED = 0.6
# Words that go with any subject; see :data:`bot.rank.words.GENERIC`.
VAGUE = 0.4
# A word that all of English uses often says little even where few show notes happen to use it.
ORDINARY = 0.6
# Words of a term may stand this many words apart: "a database per customer" is named by
# "every customer gets a database". Ordinary words must stand together.
_WINDOW = 7
# As many may stand between a verb and its particle: "handing a domain over".
_BETWEEN = 2

Group = tuple[tuple[str, float], ...]


class Idea(NamedTuple):
    """One thing that a question is about.

    Attributes:
        label: The asker's word, or the first term of a concept.
        words: Stems of the asker's words that it stands for.
        group: Ways to say it, each with its weight, the label first.
    """

    label: str
    words: frozenset[str]
    group: Group


@dataclass(frozen=True, slots=True)
class Named:
    """A concept that a text names.

    Attributes:
        weight: How surely: as a phrase, as its words apart, or by one word.
        words: Stems of the words that name it.
    """

    concept: str
    weight: float
    words: frozenset[str]

    def surer(self, other: Named) -> bool:
        """Whether this says more surely, or by more words, what is named."""
        return (self.weight, len(self.words)) > (other.weight, len(other.words))


class Term(NamedTuple):
    """One way to name a concept.

    Attributes:
        whole: Stems of all its words, in order.
        content: Stems of the words that carry its meaning.
    """

    whole: tuple[str, ...]
    content: frozenset[str]
    concept: str


class Index(Protocol):
    """What is looked up by word or id.

    Made in memory by :class:`Indexed`; a store keeps it and reads only what a question needs.
    """

    @property
    def concepts(self) -> Mapping[str, Concept]:
        """Concepts by id."""
        ...

    @property
    def terms(self) -> Mapping[str, Sequence[Term]]:
        """Terms by the stem of each word that carries their meaning."""
        ...

    @property
    def words(self) -> Container[str]:
        """Every single word that occurs in a term."""
        ...


class Indexed:
    """An index made from the concepts themselves, each part when it is first needed."""

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self.concepts = {concept.id: concept for concept in concepts}

    @cached_property
    def terms(self) -> dict[str, list[Term]]:
        """Terms by the stem of each word that carries their meaning."""
        found: dict[str, list[Term]] = defaultdict(list)
        for concept in self.concepts.values():
            for term in concept.terms:
                content = dict.fromkeys(stem(word) for word in content_words(term))
                whole = tuple(stems(term))
                indexed = Term(whole, frozenset(content or whole), concept.id)
                for first in content or whole[:1]:
                    found[first].append(indexed)
        return dict(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every single word that occurs in a term."""
        return frozenset(
            word
            for concept in self.concepts.values()
            for term in (*concept.terms, *concept.weak)
            for word in term.split()
        )


class Thesaurus:
    """Concepts, found by any of their terms.

    Args:
        concepts: All of them.
        index: The same, already indexed; used in their place.
    """

    def __init__(self, concepts: Iterable[Concept] = (), *, index: Index | None = None) -> None:
        self._index: Index = index or Indexed(concepts)
        # A question is taken apart to search and again to rank what was found.
        self._latest: tuple[str, tuple[Idea, ...]] = ("", ())
        # By concept and weight, of which there are few.
        self._expansions: dict[tuple[str, float], dict[str, float]] = {}

    @property
    def words(self) -> Container[str]:
        """Every single word that occurs in a term."""
        return self._index.words

    def named(self, text: str) -> list[Named]:
        """Concepts that a text names: each by its surest phrase, else by every word that does."""
        words = stems(text)
        together: dict[str, Named] = {}
        alone: dict[tuple[str, frozenset[str]], Named] = {}
        for place, word in enumerate(words):
            terms = self._index.terms.get(word)
            if not terms:
                continue
            near = frozenset(words[max(0, place - _WINDOW) : place + _WINDOW + 1])
            for term in terms:
                weight = _sureness(words, term) if term.content <= near else 0.0
                if not weight:
                    continue
                found = Named(term.concept, weight, term.content)
                if len(term.content) == 1:
                    alone[term.concept, term.content] = found
                elif term.concept not in together or found.surer(together[term.concept]):
                    together[term.concept] = found
        singles = [each for each in alone.values() if each.concept not in together]
        return [*together.values(), *singles]

    def ideas(self, text: str) -> tuple[Idea, ...]:
        """What a question is about: its content words, then concepts named by several of them."""
        latest = self._latest
        if latest[0] != text:
            latest = self._latest = text, self._ideas(text)
        return latest[1]

    def _ideas(self, text: str) -> tuple[Idea, ...]:
        named = self.named(text)
        together = [each for each in named if len(each.words) > 1]
        covered = frozenset(word for each in together for word in each.words)
        alone: dict[str, list[Named]] = defaultdict(list)
        for each in named:
            if len(each.words) == 1:
                alone[next(iter(each.words))].append(each)
        words = (
            self._word(word, COVERED if stem(word) in covered else 1.0, alone[stem(word)])
            for word in content_words(text)
        )
        return (*words, *self._concepts(together))

    def groups(self, text: str) -> tuple[Group, ...]:
        """What to search for: the ways to say each idea of a question."""
        return tuple(idea.group for idea in self.ideas(text))

    def phrases(self) -> Iterator[str]:
        """Every phrase that a concept may bring into a search."""
        for ident in self._index.concepts:
            concept = self._index.concepts[ident]
            yield from concept.terms
            yield from concept.weak

    def _word(self, word: str, weight: float, meant: Iterable[Named]) -> Idea:
        """A word of the question, with what the concepts that it names alone add to it."""
        weight *= _telling(word)
        ways = {word: round(weight, 3)}
        for named in meant:
            for phrase, each in self._expansion(named, weight).items():
                ways[phrase] = max(each, ways.get(phrase, 0.0))
        return Idea(word, frozenset((stem(word),)), tuple(ways.items()))

    def _concepts(self, named: Iterable[Named]) -> Iterator[Idea]:
        """One idea for all the concepts that the very same words name."""
        ways: dict[frozenset[str], dict[str, float]] = {}
        for each in named:
            known = ways.setdefault(each.words, {})
            for phrase, weight in self._expansion(each).items():
                known[phrase] = max(weight, known.get(phrase, 0.0))
        for words, group in ways.items():
            yield Idea(next(iter(group)), words, tuple(group.items()))

    def _expansion(self, named: Named, scale: float = 1.0) -> dict[str, float]:
        """The ways to say a concept; whoever gets them changes nothing."""
        key = named.concept, named.weight * scale
        ways = self._expansions.get(key)
        if ways is None:
            ways = self._expansions[key] = self._ways(*key)
        return ways

    def _ways(self, ident: str, weight: float) -> dict[str, float]:
        concepts = self._index.concepts
        concept = concepts[ident]
        ways: dict[str, float] = {}
        for term in concept.terms:
            ways[term] = round(weight, 3)
        for term in concept.weak:
            ways.setdefault(term, round(WEAK * weight, 3))
        for other in concept.see:
            related = concepts.get(other)
            for term in related.terms if related else ():
                ways.setdefault(term, round(SEE * weight, 3))
        return ways


def phrases_by_weight(group: Group) -> dict[float, list[str]]:
    """Weight -> the phrases of a group that have it, heaviest first.

    >>> phrases_by_weight((("ci", 0.9), ("build", 0.3), ("pipeline", 0.9)))
    {0.9: ['ci', 'pipeline'], 0.3: ['build']}
    """
    found: dict[float, list[str]] = {}
    for phrase, weight in group:
        found.setdefault(weight, []).append(phrase)
    return dict(sorted(found.items(), reverse=True))


def _telling(word: str) -> float:
    """What a word of a question counts for its own sake, however rare it is in the show notes.

    >>> [_telling(word) for word in ("backups", "written", "stop")]
    [1.0, 0.6, 0.4]
    """
    if stem(word) in GENERIC:
        return VAGUE
    return ORDINARY if is_ordinary(word) else 1.0


def _sureness(words: list[str], term: Term) -> float:
    """How surely a text names a concept by one of its terms, 0 if it does not."""
    if len(term.content) == 1:
        return WORD if len(term.whole) == 1 or _spread(words, term.whole) else 0.0
    if _has(words, term.whole):
        return PHRASE
    return 0.0 if is_everyday(term.concept) else LOOSE


def _spread(words: list[str], whole: tuple[str, ...]) -> bool:
    """Whether the words of a phrase follow each other with few between: "hand a domain over"."""
    for start, word in enumerate(words):
        if word != whole[0]:
            continue
        rest = iter(words[start + 1 : start + len(whole) + _BETWEEN])
        if all(each in rest for each in whole[1:]):
            return True
    return False


def _has(words: list[str], whole: tuple[str, ...]) -> bool:
    """Whether a phrase stands in a text, word after word."""
    size = len(whole)
    return any(tuple(words[n : n + size]) == whole for n in range(len(words) - size + 1))
