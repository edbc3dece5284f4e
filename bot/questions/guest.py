"""Who was on, and on which episode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer
from bot.patterns import rx
from bot.questions.base import Asked, cite, guests
from bot.questions.lexicon import joined
from bot.questions.narrowing import narrowed
from bot.questions.when import RELEASED
from bot.rank.words import STOPWORDS

if TYPE_CHECKING:
    from bot.dialogue import Evidence
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "guest"
SUMMARY = "A guest by name, or who spoke for a company"
EXAMPLES = (
    "who is jake lazaroff",
    "episode with the guy from trackjs",
    "has marcelo lebre been a guest",
)

_PERSON = rx(
    r"""
    ^(?:who(?:'s|s| is| was| are)|who (?:founded|made|makes|built|builds|created|creates|started
        |starts|runs|ran|wrote|writes|owns|develops|developed|maintains|came|talks|talked|spoke
        |appeared|represent\w*)|guests?|interview(?:s|ed)?|has|have|was
        |when was|did|is)\b
    |\b(?:guests?|guy|gal|girl|woman|man|person|founder|ceo|cto|developer|dev|host|spoke|speaks
        |speaker|interviewed?|interview with|been on|appear\w*|on the show|with|featuring|starring
        |people)\b
    """
)
_NAMES = rx(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class GuestQuestion(Asked):
    """The episodes of a person."""

    of: tuple[int, ...] = ()

    intent: ClassVar[str] = NAME

    def answer(self, evidence: Evidence) -> Answer:
        """Who it is and where they spoke."""
        heads = narrowed(evidence, self.filters)
        found = [heads[ident] for ident in self.of if ident in heads]
        said = "; ".join(f"{guests(h) or 'nobody named'} in “{h.title}”" for h in found)
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{said}{self.scope}."
            if found
            else f"No such guest is on record{self.scope}.",
            total=len(found),
            episodes=tuple(cite(head) for head in found),
            gap=not found,
        )


def parse(utterance: Utterance, lexicon: Lexicon) -> GuestQuestion | None:
    """A person named in full, or by one name where a person is asked for."""
    person = [
        place
        for place in utterance.of("E")
        if _is_person(utterance.names[place].ids, utterance.names[place].surface, lexicon)
    ]
    asks = _PERSON.search(utterance.shape) and not RELEASED.search(utterance.shape)
    if person:
        ids = [int(i) for place in person for i in utterance.names[place].ids]
        return GuestQuestion(utterance, lexicon, tuple(dict.fromkeys(ids)))
    if asks and utterance.episodes and not (utterance.of("T") or utterance.of("C")):
        return GuestQuestion(utterance, lexicon, tuple(utterance.episodes))
    if asks and not utterance.of("T") and not utterance.of("C"):
        words = _NAMES.findall(utterance.shape)
        ids = [
            i
            for word in words
            for i in lexicon.surnames.get(word, ())
            if not _common(word, lexicon)
        ]
        if ids:
            return GuestQuestion(utterance, lexicon, tuple(dict.fromkeys(ids)))
    return None


def _common(word: str, lexicon: Lexicon) -> bool:
    """Whether a first name is a word that questions use anyway ("will", "mark")."""
    return word in STOPWORDS or word in lexicon.thesaurus.words


def _is_person(ids: tuple[str, ...], surface: str, lexicon: Lexicon) -> bool:
    return lexicon.people.get(joined(surface)) == tuple(map(int, ids))
