"""When something is said in one episode, and why something was chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dialogue import Answer, Hit, Lookup, TextQuery
from bot.patterns import rx
from bot.questions.base import Asked, cite, cite_hits, cue, narrowed
from bot.questions.search import unanswered
from bot.rank.relevance import rerank
from bot.rank.words import stem

if TYPE_CHECKING:
    from bot.dialogue import Evidence

_PLACE = rx(r"\b[TCE]\d+\b")
_LIMIT = 40
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Moment(Asked):
    """Lines of some episodes that speak of a subject.

    Attributes:
        subject: The words looked for, names as typed.
        within: Ids of the episodes looked at; empty means all.
    """

    subject: str = ""
    within: frozenset[int] = frozenset()

    def lookup(self) -> Lookup:
        """Lines with the subject's words; all lines of the episode to say what else is there."""
        query = TextQuery(
            self.groups(), episodes=self.within, limit=_LIMIT, text=self.subject
        )
        wanted = frozenset(self.utterance.technologies)
        return Lookup(
            technologies=wanted | self.filter_technologies(),
            episodes=self.within,
            searches=(query,),
        )

    def groups(self) -> tuple[tuple[tuple[str, float], ...], ...]:
        """What to search for: words, concepts and the spellings of technologies."""
        own = self.lexicon.thesaurus.groups(self.subject)
        names = tuple(
            tuple((spelling, 1.0) for spelling in self._spellings(tech))
            for tech in self.utterance.technologies
        )
        return (*own, *names)

    def _spellings(self, technology: str) -> list[str]:
        tech = self.lexicon.vocabulary.technologies[technology]
        return [tech.name, *tech.aliases]

    def bonus(self, hit: Hit) -> float:
        """What makes a line of this kind better than its words say."""
        return 1.0

    def answer(self, evidence: Evidence) -> Answer:
        """The best lines; without one the episode is named but no second claimed."""
        heads = narrowed(evidence, self.filters)
        found = [h for h in (evidence.hits[0] if evidence.hits else ()) if h.line.episode in heads]
        hits = rerank(self.subject, found, self.lexicon.thesaurus)
        hits = sorted((replace(h, score=h.score * self.bonus(h)) for h in hits), key=lambda h: -h.score)
        if not hits:
            return self._nothing(evidence)
        episodes = tuple(cite_hits(heads, hits, _SHOWN))
        first = episodes[0]
        stamp = first.cues[0].timestamp
        at = f" at {stamp}" if stamp else ""
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{first.company}{at}: “{first.cues[0].text}”",
            technologies=tuple(self.utterance.technologies),
            total=len(episodes),
            episodes=episodes,
            explain=tuple(f"{h.score:.2f} {h.line.text} {dict(h.parts)}" for h in hits[:_SHOWN]),
        )

    def _nothing(self, evidence: Evidence) -> Answer:
        heads = [evidence.heads[i] for i in sorted(self.within) if i in evidence.heads]
        if not heads:
            return unanswered(self)
        lines = [line for line in evidence.lines if line.episode == heads[0].id]
        shown = cite(heads[0], [cue(line) for line in lines[:3]])
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{shown.company} has no show note about “{self.subject}”.",
            total=0,
            related=(shown,),
            gap=True,
        )


def without(shape: str, *patterns: re.Pattern[str]) -> str:
    """A shape without its frame and names of episodes."""
    for pattern in patterns:
        shape = pattern.sub(" ", shape)
    return re.sub(r"\bE\d+(?:'s|s)?\b", " ", shape)


def words_of(text: str) -> frozenset[str]:
    """Stems of a line."""
    return frozenset(stem(word) for word in text.split())
