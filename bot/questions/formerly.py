"""What one show used before, or moved away from: "what did remote.com use before elixir"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup
from bot.model import Stance
from bot.patterns import rx
from bot.questions.base import Asked, best_cues, cite, company, listing
from bot.questions.narrowing import narrowed
from bot.questions.stack import used_by
from bot.questions.used_before import NAME as USED_BEFORE
from bot.questions.when import about

if TYPE_CHECKING:
    from bot.dialogue import Evidence, Sighting
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance
    from bot.questions.when import When

NAME = "formerly"
SUMMARY = "What one show used before, and where it is told"
EXAMPLES = (
    "what did songrender use before postgres",
    "what did trackjs move away from",
    "what was passiv originally built with",
)

# Before what is named, or long ago; or what was left, as long as it is not named.
_ASKED = rx(
    r"""
    \b(?:what|which)\b.*\b(?:did|was|were|had|used)\b.*\b(?:before(?: that| then| (?:\w+ )?[TC]\d+)?
        |previously|originally|initially|formerly|earlier|at first|back then|in the past
        |(?:in|at) the (?:beginning|start)|in the (?:early|old) days)\W*$
    |\bwhat\b.*\b(?:originally|initially|first|formerly|previously) (?:built|written|made|hosted|run
        |running|developed|coded|deployed)\b
    |\bwhat\b.*\bused? to (?:use|run|be|have)\W*$
    |\bwhat (?:has|have|did) (?:the )?E\d+(?: \w+)? (?:mov|migrat|switch|chang|transition|com
        |get)\w* (?:away |off |over )?(?:from|off|away from)\b(?!.*\bto\b)
    |\bwhat (?:has|have|did) (?:the )?E\d+(?: \w+)? (?:replac\w+|drop\w*|leave|left|ditch\w*
        |abandon\w*|get rid of|got rid of|stop(?:ped)? using|outgr\w+|retire[ds]?)(?! .*\bwith\b)
    |\bwhat (?:did|does) [TC]\d+ replace (?:at|in|for) (?:the )?E\d+
    """
)


@dataclass(frozen=True, slots=True)
class Formerly(Asked):
    """The past of one show.

    Attributes:
        of: Ids of the episodes.
        fallback: What to look for in the lines when none says that something was left.
    """

    of: frozenset[int] = frozenset()
    fallback: When | None = None

    intent: ClassVar[str] = USED_BEFORE

    def lookup(self) -> Lookup:
        """Everything that the episodes say of any technology."""
        searches = self.fallback.lookup().searches if self.fallback else ()
        return Lookup(episodes=self.of, searches=searches)

    def answer(self, evidence: Evidence) -> Answer:
        """The lines that say what was left; else those of the words."""
        heads = narrowed(evidence, self.filters)
        kept = {each.technology for each in used_by(evidence, self.of)}
        left = [
            each
            for each in evidence.sightings
            if self._is_left(each) and each.episode in heads and each.technology not in kept
        ]
        if not left:
            return self._told(evidence)
        episodes = tuple(
            cite(
                heads[ident],
                best_cues([each for each in left if each.episode == ident], (Stance.USED_BEFORE,)),
                stance=Stance.USED_BEFORE,
            )
            for ident in dict.fromkeys(each.episode for each in left)
        )
        found = tuple(dict.fromkeys(each.technology for each in left))
        names = listing([self.name(tech) for tech in found])
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{episodes[0].company} used before{self.scope}: {names}.",
            technologies=found,
            total=len(episodes),
            episodes=episodes,
        )

    def _is_left(self, sighting: Sighting) -> bool:
        return (
            sighting.episode in self.of
            and sighting.stance is Stance.USED_BEFORE
            and sighting.line is not None
        )

    def _told(self, evidence: Evidence) -> Answer:
        """What the lines say of the subject, which claim nothing of the past."""
        told = self.fallback.answer(evidence) if self.fallback else None
        if told is not None and told.episodes:
            shown = told.episodes
        else:
            shown = tuple(cite(evidence.heads[ident]) for ident in sorted(self.of))
        name = company(evidence.heads[min(self.of)])
        return self.nothing(f"No show note{self.scope} says what {name} used before.", shown)


def parse(utterance: Utterance, lexicon: Lexicon) -> Formerly | None:
    """One show, and words for a time before."""
    episodes = utterance.episodes
    if len(episodes) != 1 or not _ASKED.search(utterance.shape):
        return None
    return Formerly(utterance, lexicon, frozenset(episodes), about(utterance, lexicon))
