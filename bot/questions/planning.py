"""Who wants, plans or considers to use something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.model import Stance
from bot.questions.conditions import term
from bot.questions.stances import StanceQuestion, read_phrase, surface

if TYPE_CHECKING:
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "planning"
SUMMARY = "Who plans or would like to use something"
EXAMPLES = ("who wants to move to kubernetes one day?", "who's planning to add celery", "anyone thinking about github actions for later")

_WISH = re.compile(
    r"\b(?:wants? to|wanting|wanna|would (?:like|love) to|'d like to|plan(?:s|ning|ned)?\b|going to|gonna|think(?:s|ing) (?:about|of)|consider(?:s|ing|ed)?|look(?:s|ing)? (?:at|to|into|forward)|inten[dt]\w*"
    r"|hop(?:es?|ing) (?:to|for)|about to|soon|eventually|some ?day|one day|in the (?:near )?future|at some point|for later|later on|down the (?:road|line)|road ?map|wish ?list|to-?do list|on (?:the|their|his|her) (?:list|radar|horizon)"
    r"|interested in|upcoming|future|next (?:year|step|thing)?|not yet|hasn't yet|yet to|will (?:be )?(?:us|mov|switch|adopt|add|migrat|try)\w*|toying with|eyeing|exploring|evaluating|aims? to|hopes)\b"
)


@dataclass(frozen=True, slots=True)
class Planning(StanceQuestion):
    """Lines that speak of a wish or plan."""

    intent: ClassVar[str] = NAME

    def stance(self) -> Stance:
        """A plan."""
        return Stance.PLANS

    def sentence(self) -> str:
        """The verb phrase of the headline."""
        return "plan or would like to use"


def parse(utterance: Utterance, lexicon: Lexicon) -> Planning | None:
    """A word of wishing and what is wished for."""
    match = _WISH.search(utterance.shape)
    if utterance.episodes or match is None:
        return None
    technologies = utterance.of("T")
    places = technologies or utterance.of("C")
    phrase = surface(places, utterance) if places else read_phrase(utterance.shape.replace(match.group(), " "))
    subjects: frozenset[str] = frozenset()
    for place in places:
        subjects |= term(place, utterance, lexicon).ids
    if not subjects and not phrase:
        return None
    label = " and ".join(term(p, utterance, lexicon).label for p in places) or " ".join(phrase)
    return Planning(utterance, lexicon, subjects, phrase, frozenset(), None, label)
