"""Finding a line by its meaning, and saying so when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup, TextQuery
from bot.patterns import rx
from bot.questions.base import Asked, cite_hits, narrowed
from bot.rank.relevance import coverage, rerank
from bot.rank.semantic import is_answered
from bot.rank.words import content_words
from bot.records import dataclass

if TYPE_CHECKING:
    from bot.dialogue import Evidence, Hit
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "search"
SUMMARY = "Any topic in your own words: the line that speaks of it"
EXAMPLES = (
    "zero downtime releases",
    "how do people keep api keys out of their repo",
    "surviving a traffic spike",
)

_EPISODES = rx(r"\bE\d+\b")
_LIMIT = 60
_SHOWN = 8
# Below this share of a question's meaning met by the best line nothing is claimed. The curve
# over the dev questions is in ARCHITECTURE.md.
ABSTAIN = 0.3


@dataclass(frozen=True, slots=True)
class Search(Asked):
    """Words to find in lines."""

    intent: ClassVar[str] = NAME

    def words(self) -> str:
        """What to look for, names as typed; shows that are named only narrow the search."""
        return self.utterance.restore(_EPISODES.sub(" ", self.utterance.shape))

    def lookup(self) -> Lookup:
        """The lines that match."""
        query = TextQuery(
            self.lexicon.thesaurus.groups(self.words()),
            episodes=frozenset(self.utterance.episodes),
            limit=_LIMIT,
            text=self.words(),
        )
        return Lookup(technologies=self.filter_technologies(), searches=(query,))

    def answer(self, evidence: Evidence) -> Answer:
        """The best lines, or nothing when the best one misses most of the question."""
        heads = narrowed(evidence, self.filters)
        hits = rerank(self.words(), self._passing(evidence), self.lexicon.thesaurus)
        best = hits[0] if hits else None
        met = (
            coverage(self.words(), best, self.lexicon.thesaurus, self.lexicon.words)
            if best
            else 0.0
        )
        if best is None or not is_answered(hits, met=met >= ABSTAIN):
            return unanswered(self)
        episodes = tuple(cite_hits(heads, hits, _SHOWN))
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"Closest in the show notes: {episodes[0].company}, {_when(hits[0])}“{hits[0].line.text}”",
            technologies=tuple(self.utterance.technologies),
            total=len(episodes),
            episodes=episodes,
            explain=(
                *(f"{h.score:.2f} {h.line.text} {dict(h.parts)}" for h in hits[:_SHOWN]),
                f"coverage {met:.2f}, abstains below {ABSTAIN}",
            ),
        )

    def _passing(self, evidence: Evidence) -> list[Hit]:
        heads = narrowed(evidence, self.filters)
        phrase = (self.filters.phrase or "").lower()
        return [
            hit
            for hit in (evidence.hits[0] if evidence.hits else ())
            if hit.line.episode in heads and phrase in hit.line.text.lower()
        ]


def _when(hit: Hit) -> str:
    from bot.timecode import format_timestamp

    return "" if hit.line.start is None else f"{format_timestamp(hit.line.start)} "


def unanswered(asked: Asked) -> Answer:
    """An answer that claims nothing and says what can be asked instead."""
    words = content_words(asked.utterance.text)
    guesses = [
        guess
        for word in words
        if not asked.lexicon.known(word)
        for guess in asked.lexicon.vocabulary.suggestions(word, 1)
    ]
    return Answer(
        question=asked.text,
        intent="unanswerable",
        headline="I found nothing in the show notes about that, so I would rather not guess.",
        total=0,
        did_you_mean=tuple(dict.fromkeys(guesses))[:3],
        suggestions=("who uses Postgres?", "what does <show> run on?", "most used databases"),
        gap=bool(words),
    )


def parse(utterance: Utterance, lexicon: Lexicon) -> Search | None:
    """Anything with at least one word of content."""
    if not content_words(utterance.restore(utterance.shape)):
        return None
    return Search(utterance, lexicon)
