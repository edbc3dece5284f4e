"""Two or more technologies side by side: how many use each, and who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup, Row
from bot.model import Stance
from bot.patterns import rx
from bot.questions.base import Asked, narrowed, scope, verdicts
from bot.questions.who_uses import cite_users, guesses

if TYPE_CHECKING:
    from bot.dialogue import Evidence
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "compare"
SUMMARY = "Two or more technologies side by side, with how many use each"
EXAMPLES = (
    "postgres vs mysql",
    "django vs rails vs phoenix",
    "react or vue, which one is used more",
)

_VERSUS = rx(
    r"T\d+ ?(?:vs?\.?|versus|against|compared (?:to|with)) (?:\w+ )?T\d+|\bcompar(?:e|ed|es|ison|ing)\b|\bside by side\b|\bhead to head\b|\bdifferences?\b.*\bbetween\b"
    r"|\bT\d+ or T\d+\b.*\b(?:more|most|better|popular|wins?|ahead|common|prefer\w*)\b|\b(?:which|what)\b.*\b(?:more|most|better|wins?|ahead)\b.*\bT\d+,? or T\d+"
    r"|\bmore\b.*\b(?:than)\b.*T\d+|T\d+ (?:more|less) .*than T\d+|^T\d+ or T\d+\W*$|T\d+ ?(?:/|or) ?T\d+\b.*\bwhich\b|T\d+ (?:next to|against|beside|alongside) T\d+|\bmore\b.*T\d+ or T\d+|T\d+.*\b(?:next to|stack up|measure up|more than|less than)\b.*T\d+"
)


@dataclass(frozen=True, slots=True)
class Compare(Asked):
    """Technologies to count side by side."""

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """All sightings of the technologies."""
        wanted = frozenset(self.utterance.technologies)
        return Lookup(technologies=wanted | self.filter_technologies())

    def answer(self, evidence: Evidence) -> Answer:
        """A row a technology, and every episode that uses any of them."""
        heads = narrowed(evidence, self.filters)
        wanted = self.utterance.technologies
        found = verdicts(evidence.sightings)
        users = {tech: [i for i in heads if found[tech].get(i) is Stance.USES] for tech in wanted}
        union = [ident for ident in heads if any(ident in users[tech] for tech in wanted)]
        both = [ident for ident in heads if all(ident in users[tech] for tech in wanted)]
        counts = ", ".join(f"{self.name(tech)} {len(users[tech])}" for tech in wanted)
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{counts} of {len(heads)} episodes{scope(self.filters)}; all of them in {len(both)}.",
            technologies=tuple(wanted),
            total=len(union),
            episodes=tuple(cite_users(heads, union, evidence.sightings, frozenset(wanted))),
            rows=tuple(Row(self.name(tech), len(users[tech]), tech) for tech in wanted),
            did_you_mean=guesses(self),
            gap=not union,
        )


def parse(utterance: Utterance, lexicon: Lexicon) -> Compare | None:
    """Two technologies and a word that weighs them against each other."""
    if utterance.episodes or len(utterance.technologies) < 2 or not _VERSUS.search(utterance.shape):
        return None
    return Compare(utterance, lexicon)
