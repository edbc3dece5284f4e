"""Two or more technologies side by side: how many use each, and who."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Lookup, Row
from bot.model import Stance
from bot.patterns import rx
from bot.questions.base import Asked
from bot.questions.narrowing import narrowed, nothing_left, verdicts
from bot.questions.users import cite_users

if TYPE_CHECKING:
    from bot.dialogue import Answer, Evidence
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "compare"
SUMMARY = "Two or more technologies side by side, with how many use each"
EXAMPLES = (
    "postgres vs mysql",
    "django vs rails vs phoenix",
    "react or vue, which one is used more",
)

# What stands between two that are weighed against each other whatever else is said.
_VERSUS = rx(
    r"""
    T\d+(?: \w+)?,? ?\b(?:vs?\.?|versus|against|compared (?:to|with)|next to|stacks? up|measures? up
        |out(?:numbers?|ranks?)|beats?|beating|ahead of)\b.*T\d+
    |\bhow many T\d+\b.*\bhow many T\d+
    |T\d+ (?:and|or|&) T\d+ (?:stack|measure|line) up\b
    |\b(?:compar(?:e|ed|es|ison|ing)|side by side|head to head|face[- ]off|show ?down|duel
        |match ?up)\b
    |\bdifferences?\b.*\bbetween\b
    |^T\d+(?:, ?T\d+)*,? or T\d+\W*$
    |T\d+ ?(?:/|or) ?T\d+\b.*\bwhich\b
    """
)
# What joins two that a word of rank then weighs: "is flask or django the commoner choice".
_JOINED = rx(r"T\d+\b[^T]*?(?:\b(?:or|than|over)\b|[,/:]).*?T\d+")
_RANKS = rx(
    r"""
    \b(?:more|most|less|fewer|better|bigger|larger|stronger|commoner|wins?|winning|winner|ahead
        |leads?|leading|popular(?:ity)?|prefer\w*|favou?r\w*|upper hand|numbers(?! of)|fans|edge
        |dominat\w+|over(?:takes?|taken|took)|on top|rival\w*|widespread|commonest|usual|common
        |rank(?:s|ed|ing)?|ratio)\b
    """
)


@dataclass(frozen=True, slots=True)
class Compare(Asked):
    """Technologies to count side by side."""

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """All sightings of the technologies."""
        wanted = frozenset(self.utterance.technologies)
        return Lookup(technologies=wanted)

    def answer(self, evidence: Evidence) -> Answer:
        """A row a technology, and every episode that uses any of them."""
        heads = narrowed(evidence, self.filters)
        wanted = self.utterance.technologies
        found = verdicts(evidence.sightings)
        users = {tech: [i for i in heads if found[tech].get(i) is Stance.USES] for tech in wanted}
        union = [ident for ident in heads if any(ident in users[tech] for tech in wanted)]
        both = [ident for ident in heads if all(ident in users[tech] for tech in wanted)]
        together = "both" if len(wanted) == 2 else f"all {len(wanted)}"
        counts = ", ".join(f"{self.name(tech)} {len(users[tech])}" for tech in wanted)
        among = f"{len(heads)} episodes{self.scope}"
        answer = self.found(
            f"{counts} of {among}; {together} in {len(both)}."
            if heads
            else nothing_left(self.filters, self.name),
            cite_users(heads, union, evidence.sightings, frozenset(wanted)),
        )
        rows = tuple(Row(self.name(tech), len(users[tech]), tech) for tech in wanted)
        return replace(answer, rows=rows)


def weighs(utterance: Utterance) -> bool:
    """Whether two technologies are named and weighed against each other."""
    shape = utterance.shape
    if utterance.episodes or len(utterance.technologies) < 2:
        return False
    ranked = _JOINED.search(shape) and _RANKS.search(shape)
    return bool(ranked or _VERSUS.search(shape))


def parse(utterance: Utterance, lexicon: Lexicon) -> Compare | None:
    """Two technologies and a word that weighs them against each other."""
    return Compare(utterance, lexicon) if weighs(utterance) else None
