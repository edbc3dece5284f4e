"""How well a found line meets a question: rarity, reranking and the measure behind abstaining.

Every idea of a question counts once, by its best match: how rare the ways to say it are, times
how surely the match says it. A line that meets several ideas is a better answer than one that
repeats a single rare word, so the sum grows with the share of the asker's words that are met.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import fsum, log
from typing import TYPE_CHECKING

from bot.dialogue import Hit
from bot.rank.semantic import MEANING, WORDS, by_words, part, words_of
from bot.rank.words import GENERIC, stem, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Line
    from bot.rank.thesaurus import Thesaurus

# What is said in fewer than one of so many lines is rare enough: a typo is no better a match.
_RAREST = 50
# A line that meets no whole word of the question keeps this much of its score.
_BASE = 0.3
# Words of an average line, and how much a longer one loses by its length.
_AVERAGE = 14
_LENGTH = 0.2
# A paragraph has more words to match by chance than a line, and no second to start at.
_PROSE = 0.5
# Beside an episode's best line, what says less than this share of it only hides other episodes.
_TELLING = 0.7
# Words of a question that are not what it is about.
_TELLS_NOTHING = GENERIC | frozenset(
    map(
        stem,
        """
        tip tips advice lesson lessons mistake mistakes learn learned three four five six seven
        eight nine ten minute hour week month
    """.split(),
    )
)
# Lines whose number of words is kept.
_LINES = 4096
# What a word like "stop" or "new" counts of a word that carries meaning.
_VAGUE = 0.4


def rarity(found: int, total: int) -> float:
    """What it is worth to meet an idea that so many lines of all lines say.

    >>> [round(rarity(found, 3000), 1) for found in (3, 60, 600)]
    [3.9, 3.9, 1.8]
    """
    return min(log(1 + total / found), log(1 + _RAREST))


def rerank(text: str, hits: Sequence[Hit], thesaurus: Thesaurus) -> list[Hit]:
    """Hits ordered by how many ideas of the question they meet, and how well."""
    ideas = thesaurus.ideas(text)
    worth = {
        word: _VAGUE if word in GENERIC else 1.0
        for idea in ideas
        if len(idea.words) == 1
        for word in idea.words
    }
    words = {idea.label: idea.words for idea in ideas}
    total = sum(worth.values()) or 1.0
    if len(worth) == 1 and any(part(hit, ideas[0].label) for hit in hits):
        # Whoever types a single word that the show notes have means that word.
        hits = [by_words(hit) for hit in hits if words_of(hit)]

    @cache
    def share(*labels: str) -> float:
        met: set[str] = set()
        for label in labels:
            met.update(words.get(label, ()))
        return fsum([worth[word] for word in met if word in worth]) / total

    def score(hit: Hit) -> float:
        met = share(*[label for label, _ in hit.parts])
        return hit.score * (_BASE + met) / _bulk(hit.line)

    scored = [_told(hit, score(hit) if hit.score > 0 else 0.0) for hit in hits]
    return sorted(scored, key=lambda hit: -hit.score)


def shortfall(text: str, best: Hit, thesaurus: Thesaurus, names: str = "") -> int:
    """How many of the two telling words that make a line an answer it does not meet.

    Words that go with any subject, advice asked for, and numbers tell nothing of what a question
    is about, and many a line has the names that are in it; a concept that several words name
    together is enough.

    Args:
        text: What is asked.
        best: The best line.
        thesaurus: What the words of the text name.
        names: Names in the text.

    Returns:
        2 if a line meets no telling word at all, 1 if it meets one of several, else 0.
    """
    known = _TELLS_NOTHING.union(stems(names))
    ideas = thesaurus.ideas(text)
    words = {idea.label: idea.words for idea in ideas}
    asked = frozenset(
        word
        for idea in ideas
        if len(idea.words) == 1
        for word in idea.words
        if word not in known and not word.isdigit()
    )
    found = [words[label] for label, _ in best.parts if label in words]
    if any(len(together) > 1 for together in found):
        return 0
    number = len(asked & frozenset().union(*found))
    return 2 if asked and not number else int(number < min(2, len(asked)))


def _told(hit: Hit, score: float) -> Hit:
    """A hit with its score, its meaning added; it still says what its words score."""
    meaning = part(hit, MEANING)
    if meaning is None:
        return Hit(hit.line, score, hit.parts)
    return Hit(hit.line, score + meaning, (*hit.parts, (WORDS, round(score, 3))))


def telling(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without those that say much less than the best line of the same episode."""
    best: dict[int, float] = {}
    for hit in hits:
        best.setdefault(hit.line.episode, hit.score)
    return [hit for hit in hits if hit.score >= _TELLING * best[hit.line.episode]]


def _bulk(line: Line) -> float:
    """How much easier than an average line this one is met by chance."""
    length = 1 - _LENGTH + _LENGTH * _words(line.text) / _AVERAGE
    return length / _PROSE if line.start is None else length


@lru_cache(_LINES)
def _words(text: str) -> int:
    """How many words a line has."""
    return len(text.split())
