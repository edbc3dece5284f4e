"""How well a found line meets a question: reranking and the measure behind abstaining.

FTS5's bm25 finds candidates group by group. A line that meets several different groups is a
better answer than one that repeats a single rare word, and words standing close together mean
more than words far apart. Coverage is the share of the question's weight that the best line
meets; an unknown word weighs as much as the rarest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rank.semantic import MEANING, blend, by_words, part, words_of
from bot.rank.words import content_words, stem, stems

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from bot.dialogue import Hit
    from bot.rank.thesaurus import Thesaurus

# Each further group that a line meets multiplies its score by this much.
_BREADTH = 0.35
# A paragraph has more words to match by chance than a line, and no second to start at.
_PROSE = 0.5
# A concept counts this much of a full word when coverage is measured.
_CONCEPT = 0.75


def rerank(text: str, hits: Sequence[Hit], thesaurus: Thesaurus) -> list[Hit]:
    """Hits ordered by how many ideas of the question they meet, and how well."""
    words = content_words(text)
    if len(words) == 1 and any(part(hit, words[0]) for hit in hits):
        # Whoever types a single word that the show notes have means that word.
        hits = [by_words(hit) for hit in hits if words_of(hit)]
    scores = {
        hit.line.id: hit.score
        * (1 + _BREADTH * (words_of(hit) - 1))
        * (_PROSE if hit.line.start is None else 1.0)
        for hit in hits
        if hit.score > 0
    }
    meanings = {hit.line.id: value for hit in hits if (value := part(hit, MEANING)) is not None}
    if meanings:
        scores = blend(scores, meanings)
    scored = [replace(hit, score=scores.get(hit.line.id, 0.0)) for hit in hits]
    return sorted(scored, key=lambda hit: -hit.score)


def coverage(
    text: str, hit: Hit, thesaurus: Thesaurus, known: Container[str]
) -> float:
    """Share of a question's content that a line meets, 0..1.

    Args:
        text: The question without its filters.
        hit: The best line.
        thesaurus: Concepts that stand for words which the line says differently.
        known: Words of the show notes; any other word can never be met.
    """
    words = content_words(text)
    if not words:
        return 0.0
    line = frozenset(stems(hit.line.text))
    shared = {each.concept for each in thesaurus.named(hit.line.text) if each.weight}
    explained = {
        word
        for each in thesaurus.named(text)
        if each.weight and each.concept in shared
        for word in each.words
    }
    met = sum(
        1.0 if stem(word) in line else _CONCEPT if stem(word) in explained else 0.0
        for word in words
    )
    return met / len(words)
