"""Finding a line by its meaning, and saying so when there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Hit, Lookup, TextQuery
from bot.patterns import rx
from bot.questions.base import Asked, cite_hits, scores
from bot.questions.narrowing import narrowed, saying_all
from bot.questions.slots import PLACE
from bot.questions.sureness import ABSTAIN_WITHIN, measure, sureness
from bot.questions.told import asking, is_doing
from bot.rank.relevance import rerank, telling
from bot.rank.semantic import is_answered
from bot.rank.words import content_words
from bot.timecode import format_timestamp

if TYPE_CHECKING:
    from bot.dialogue import Citation, Evidence
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "search"
SUMMARY = "Any topic in your own words: the line that speaks of it"
EXAMPLES = (
    "zero downtime releases",
    "how do people keep api keys out of their repo",
    "surviving a traffic spike",
)

_WHO = rx(
    r"""
    \b(?:who|whose|which|anyone|anybody|someone|somebody|everyone|everybody|folks|people|guests
        |shows|episodes|companies|has|(?<!you )have|does|did|list|count|how many
        |any (?=of|more|other|show|episode|guest|compan|team|app|site|one|T\d|C\d))\b|^\W*any\b
    """
)
# So many words beside a kind of technology tell more of it than that it is not there.
_TELLING = 2
_LIMIT = 60
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Search(Asked):
    """Words to find in lines."""

    intent: ClassVar[str] = NAME

    def is_whole(self) -> bool:
        """It looks for whatever was said, quoted or not."""
        return False

    def words(self) -> str:
        """What to look for, names as typed; shows that are named only narrow the search."""
        shape = self.utterance.shape
        for place in self.utterance.of("E"):
            if not self._plain(place):
                shape = shape.replace(place, " ", 1)
        return self.utterance.restore(shape)

    def _plain(self, place: str) -> bool:
        """Whether a show's name is an ordinary word here: "a daily copy", "the live site"."""
        surface = self.utterance.names[place].surface
        return surface.islower() and surface in self.lexicon.thesaurus.words

    def within(self) -> frozenset[int]:
        """Episodes that the question names; empty means all."""
        places = (place for place in self.utterance.of("E") if not self._plain(place))
        return frozenset(int(i) for place in places for i in self.utterance.names[place].ids)

    def lookup(self) -> Lookup:
        """The lines that match."""
        query = TextQuery(
            self.lexicon.thesaurus.groups(self.words()),
            episodes=self.within(),
            limit=_LIMIT,
            text=self.words(),
        )
        return Lookup(searches=(query,))

    def answer(self, evidence: Evidence) -> Answer:
        """The best lines, or nothing when the best one misses most of the question."""
        hits = self.hits(evidence)
        sure = sureness(self, self.words(), hits)
        enough = ABSTAIN_WITHIN if self.within() else measure(self, hits).least
        met = bool(self.filters.phrases) or sure >= enough
        if not hits or self._is_unheard_of() or not is_answered(hits, met=met):
            return unanswered(self)
        episodes = self.ranked(evidence, hits)
        closest = f"{episodes[0].company}, {_when(hits[0])}“{hits[0].line.text}”"
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"Closest in the show notes{self.scope}: {closest}",
            technologies=tuple(self.utterance.technologies),
            total=len(episodes),
            episodes=episodes,
            explain=lambda: (
                *scores(hits[:_SHOWN]),
                f"sure {sure:.2f}, abstains below {enough:.2f}",
            ),
        )

    def _is_unheard_of(self) -> bool:
        """Whether it names technologies, none of which any episode names."""
        names = [self.utterance.names[place] for place in self.utterance.of("T")]
        sure = [n for n in names if not self.lexicon.vocabulary.is_english(n.surface)]
        return bool(sure) and not any(name.ids[0] in self.lexicon.present for name in names)

    def hits(self, evidence: Evidence) -> list[Hit]:
        """The lines that were found and that the filters leave, best first."""
        return rerank(self.words(), self._passing(evidence), self.lexicon.thesaurus)

    def ranked(self, evidence: Evidence, hits: list[Hit]) -> tuple[Citation, ...]:
        """Their episodes, each with the lines that say about as much as its best one."""
        heads = narrowed(evidence, self.filters)
        return tuple(cite_hits(heads, telling(hits), _SHOWN))

    def _passing(self, evidence: Evidence) -> list[Hit]:
        heads = narrowed(evidence, self.filters)
        hits = [hit for hit in (evidence.hits or ((),))[0] if hit.line.episode in heads]
        if not self.filters.phrases:
            return hits
        found = {hit.line.id: hit for hit in hits}
        said = saying_all(evidence, self.filters)
        return [found.get(each.id, Hit(each, 0.0)) for each in said if each.episode in heads]


def instead(asked: Asked) -> Search | None:
    """The same words as a search, if they name no technology and ask of nobody.

    "Rewriting everything with no safety net" is no question for those who do without; "who has
    no safety net" is, and finding nobody is its answer; so it is to "no message queue".
    """
    utterance = asked.utterance
    asks = not is_doing(utterance.shape) and _WHO.search(asking(utterance.shape))
    if utterance.technologies or asks:
        return None
    if utterance.categories and len(content_words(PLACE.sub(" ", utterance.shape))) < _TELLING:
        return None
    return Search(utterance, asked.lexicon)


def _when(hit: Hit) -> str:
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
        headline=f"I found nothing in the show notes{asked.scope} about that, "
        "so I would rather not guess.",
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
