"""When something is said in one episode, and why something was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Hit, Lookup, TextQuery
from bot.model import Stance
from bot.patterns import rx
from bot.questions.base import Asked, best_cues, cite, cite_hits, cue, scores
from bot.questions.narrowing import narrowed, saying_all
from bot.questions.premises import assumed, contradicted, said_of
from bot.questions.search import unanswered
from bot.questions.spots import spots
from bot.questions.sureness import ABSTAIN_WITHIN, BY_WORDS, sureness
from bot.rank.relevance import rerank
from bot.rank.semantic import is_answered, is_sure
from bot.rank.words import is_said

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from bot.dialogue import Evidence, Line

# What a line that names a technology of the subject is worth, against up to 4 for a rare word.
_NAMED = 2.5
_PROSE = 0.5
# What a line counts that names a technology of the category asked about.
_OF_CATEGORY = 0.6
_LIMIT = 40
# A show by its name, and whom or what the name goes with: "the permits team".
_SHOW = rx(
    r"\bE\d+(?:'s|s)?\b(?: (?:team|crew|people|folks|guys?|developers?|devs|founders?|site|app)\b)?"
)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Moment(Asked):
    """Lines of some episodes that speak of a subject.

    Attributes:
        subject: The words looked for, names as typed.
        within: Ids of the episodes looked at; empty means all.
    """

    by_meaning: ClassVar[bool] = True
    """Whether lines that are near in meaning count, too, where no technology is named."""

    by_rarity: ClassVar[bool] = True
    """Whether in a named episode a line counts less that names what many of its lines name."""

    subject: str = ""
    within: frozenset[int] = frozenset()

    def is_whole(self) -> bool:
        """It looks for whatever was said, quoted or not."""
        return False

    def lookup(self) -> Lookup:
        """Lines with the subject's words; all lines of the episode to say what else is there."""
        wanted = self._wanted()
        # What is said of a technology is said where it is named, not where it sounds similar.
        meant = self._words() if self.by_meaning and not self.utterance.technologies else ""
        query = TextQuery(self.groups(), episodes=self.within, limit=_LIMIT, text=meant)
        return Lookup(
            technologies=wanted,
            episodes=self.within,
            searches=(query,),
        )

    def _wanted(self) -> frozenset[str]:
        """The technologies named, and in a named episode those of the categories named."""
        members = self.lexicon.vocabulary.members
        categories = self.utterance.categories if self.within else []
        found = (tech for category in categories for tech in members[category])
        return frozenset((*self.utterance.technologies, *found))

    def groups(self) -> tuple[tuple[tuple[str, float], ...], ...]:
        """What to search for: the subject's words and concepts, technologies left out."""
        return self.lexicon.thesaurus.groups(self._words())

    def _words(self) -> str:
        """The subject without its technologies, whose lines are known from their sightings."""
        text = self.subject.lower()
        for place in self.utterance.of("T"):
            text = text.replace(self.utterance.names[place].surface.lower(), " ")
        return text

    def named(self, evidence: Evidence) -> dict[int, tuple[Line, float]]:
        """Lines that name the technologies, with how much each is about them."""
        inside = self.within and self.by_rarity
        return self._inside(evidence) if inside else self._anywhere(evidence)

    def _inside(self, evidence: Evidence) -> dict[int, tuple[Line, float]]:
        """The same in the episodes named, where what many lines name tells little."""
        vocabulary = self.lexicon.vocabulary
        names = [self.utterance.names[place] for place in self.utterance.of("T")]
        named = {
            each.ids[0]: "" if vocabulary.is_english(each.surface) else each.surface
            for each in names
        }
        found: dict[int, tuple[Line, float]] = {}
        for episode in self.within:
            lines = [line for line in evidence.lines if line.episode == episode]
            told = [each for each in evidence.sightings if each.episode == episode]
            for spot in spots(told, lines, named, self._wanted() - named.keys()):
                _, worth = found.get(spot.line.id, (spot.line, 0.0))
                found[spot.line.id] = (spot.line, worth + spot.worth)
        return found

    def _anywhere(self, evidence: Evidence) -> dict[int, tuple[Line, float]]:
        named, wanted = frozenset(self.utterance.technologies), self._wanted()
        found: dict[int, tuple[Line, float]] = {}
        for sighting in evidence.sightings:
            line = sighting.line
            if line is None or sighting.technology not in wanted:
                continue
            if self.within and line.episode not in self.within:
                continue
            weight = found[line.id][1] if line.id in found else 0.0
            prose = _PROSE if line.start is None else 1.0
            worth = _NAMED if sighting.technology in named else _OF_CATEGORY * _NAMED
            found[line.id] = (line, weight + worth * (0.5 + sighting.weight) * prose)
        return found

    def hits(self, evidence: Evidence, worded: Iterable[Hit]) -> list[Hit]:
        """Lines found by their words and by the technologies they name, best first."""
        hits = {hit.line.id: hit for hit in worded if is_sure(hit)}
        named = self.named(evidence)
        assumes = self.within and assumed(self.utterance) is not None
        if assumes and not named:
            named = self._saying(evidence)
        for ident, (line, score) in named.items():
            hit = hits.get(ident, Hit(line, 0.0))
            parts = (*hit.parts, ("named", score))
            hits[ident] = hit._replace(score=hit.score + score, parts=parts)
        if assumes:
            hits = {ident: hit for ident, hit in hits.items() if ident in named}
        ranked = (hit._replace(score=hit.score * self.bonus(hit)) for hit in hits.values())
        return sorted(ranked, key=lambda hit: -hit.score)

    def _saying(self, evidence: Evidence) -> dict[int, tuple[Line, float]]:
        """Lines that have the name of a technology, though it may be a word there."""
        names = [self.utterance.names[place].surface for place in self.utterance.of("T")]
        return {
            line.id: (line, _NAMED)
            for line in evidence.lines
            if line.episode in self.within and any(is_said(name, line.text) for name in names)
        }

    def _quoted(self, evidence: Evidence, worded: Iterable[Hit]) -> list[Hit]:
        """The lines that were found; in them those with the words in quotes come first."""
        hits = self.hits(evidence, worded)
        said = {line.id: line for line in saying_all(evidence, self.filters)}
        found = [hit for hit in hits if hit.line.id in said]
        known = {hit.line.id for hit in found}
        found += [
            Hit(line, _NAMED)
            for line in said.values()
            if line.id not in known and (not self.within or line.episode in self.within)
        ]
        return [*found, *(hit for hit in hits if hit.line.id not in said)]

    def _claims(self, evidence: Evidence, worded: Sequence[Hit]) -> bool:
        """Whether a technology is asked about, or the best line is surely meant."""
        if self.utterance.technologies or self.named(evidence) or self.filters.phrases:
            return True
        least = ABSTAIN_WITHIN if self.within else BY_WORDS.least
        return is_answered(worded, met=sureness(self, self._words(), worded) >= least)

    def bonus(self, hit: Hit) -> float:
        """What makes a line of this kind better than its words say."""
        return 1.0

    def answer(self, evidence: Evidence) -> Answer:
        """The best lines; without one the episode is named but no second claimed."""
        heads = narrowed(evidence, self.filters)
        against = self._contradicted(evidence) if self.within <= heads.keys() else None
        if against:
            return against
        worded = rerank(self._words(), evidence.hits[0], self.lexicon.thesaurus)
        hits = [hit for hit in self._quoted(evidence, worded) if hit.line.episode in heads]
        if not hits or not self._claims(evidence, worded):
            return self._nothing(evidence)
        episodes = tuple(cite_hits(heads, hits, _SHOWN))
        first = episodes[0]
        stamp = first.cues[0].timestamp
        at = f" at {stamp}" if stamp else ""
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{first.company}{at}{self.scope}: “{first.cues[0].text}”",
            technologies=tuple(self.utterance.technologies),
            total=len(episodes),
            episodes=episodes,
            explain=partial(scores, hits[:_SHOWN]),
        )

    def contradicted(self, evidence: Evidence) -> tuple[str, str] | None:
        """What speaks against what the question takes for granted of its one episode."""
        if len(self.within) != 1:
            return None
        (episode,) = self.within
        return contradicted(self.utterance, episode, evidence.sightings, self.name)

    def _contradicted(self, evidence: Evidence) -> Answer | None:
        """An answer that claims nothing, because the notes say otherwise."""
        found = self.contradicted(evidence)
        if found is None:
            return None
        tech, verb = found
        (episode,) = self.within
        told = [s for s in evidence.sightings if (s.technology, s.episode) == (tech, episode)]
        stance = said_of(tech, episode, told) or Stance.MENTIONS
        cues = best_cues(told, (stance,)) or best_cues(told, tuple(Stance))
        shown = cite(evidence.heads[episode], cues)
        said = f"; {cues[0].timestamp or 'it'} says: “{cues[0].text}”" if cues else "."
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{shown.company} {verb}{said}",
            total=0,
            related=(shown,),
            gap=True,
        )

    def _nothing(self, evidence: Evidence) -> Answer:
        heads = [evidence.heads[i] for i in sorted(self.within) if i in evidence.heads]
        if not heads:
            return unanswered(self)
        lines = [line for line in evidence.lines if line.episode == heads[0].id]
        shown = cite(heads[0], [cue(line) for line in lines[:3]])
        return self.nothing(
            f"{shown.company} has no show note{self.scope} about “{self.subject}”.", (shown,)
        )


def without(shape: str, *patterns: re.Pattern[str]) -> str:
    """A shape without its frame and names of episodes."""
    for pattern in patterns:
        shape = pattern.sub(" ", shape)
    return _SHOW.sub(" ", shape)
