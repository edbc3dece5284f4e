"""Episodes that share the most telling technologies with one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import fsum, log
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup
from bot.model import Stance
from bot.patterns import rx
from bot.questions.base import TAGGED, Asked, cite, company, listing
from bot.questions.narrowing import narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue import Evidence, Sighting
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "similar"
SUMMARY = "Episodes with a stack like another's, and what they share"
EXAMPLES = (
    "shows like songrender",
    "something similar to the zego one",
    "I liked mux, what else should I listen to?",
)

_LIKE = rx(
    r"""
    \b(?:similar|likes?|liked|loved|enjoyed|resembl\w+|related|close(?:st)? to|comparable|same
        (?:stack|tech|setup|kind)|akin|more (?:like|of)|else|lookalikes?|look-alikes?|twins?
        |siblings?|neighbou?rs?|near(?:est)? (?:to|that)|next|others|overlap\w*|shares?
        |sharing|recommend (?:me )?(?:something|another|an episode|a show|episodes|shows|more)
        |along the lines of|alike|what(?: comes)? after|reminds?|alternatives? to
        |kindred|compares? (?:to|with)
        |in the (?:vein|style|spirit) of)\b
    """
)
_NOT_LIKE = rx(
    r"""
    \b(?:what (?:is|was) it like|feel like|look(?:s|ed)? like|sounds? like|would like|'d like
        |things like|C\d+ like|like T\d+)\b
    """
)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Similar(Asked):
    """An episode to find the neighbours of."""

    of: int = 0

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Every episode's verdicts."""
        return Lookup(declared=True)

    def answer(self, evidence: Evidence) -> Answer:
        """Neighbours by shared technologies, rare ones counting more."""
        heads = narrowed(evidence, self.filters)
        stacks = _stacks(evidence.sightings)
        rarity = _rarity(stacks)
        own = stacks[self.of]
        scored = sorted(
            (
                (_overlap(own, stacks[ident], rarity), -order, ident)
                for order, ident in enumerate(heads)
                if ident != self.of and own & stacks[ident]
            ),
            reverse=True,
        )[:_SHOWN]
        episodes = tuple(
            cite(heads[ident], note="shares " + self._shared(own & stacks[ident], rarity))
            for _, _, ident in scored
        )
        name = company(evidence.heads[self.of])
        names = listing([citation.company for citation in episodes])
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"Closest to {name} by stack{self.scope}: {names}."
            if episodes
            else f"No other episode{self.scope} shares a technology with {name}.",
            total=len(episodes),
            episodes=episodes,
            explain=lambda: tuple(f"{score:.3f} {heads[i].title}" for score, _, i in scored),
        )

    def _shared(self, technologies: set[str], rarity: dict[str, float]) -> str:
        ranked = sorted(technologies, key=lambda tech: (-rarity[tech], tech))
        return listing([self.name(tech) for tech in ranked], 6)


def _stacks(sightings: Iterable[Sighting]) -> dict[int, set[str]]:
    """The declared tech stack of each episode."""
    found: dict[int, set[str]] = defaultdict(set)
    for seen in sightings:
        if seen.line is None and seen.weight >= TAGGED and seen.stance is Stance.USES:
            found[seen.episode].add(seen.technology)
    return found


def _rarity(stacks: dict[int, set[str]]) -> dict[str, float]:
    """Inverse document frequency of each technology."""
    counts = Counter(tech for stack in stacks.values() for tech in stack)
    return {tech: log(1 + len(stacks) / number) for tech, number in counts.items()}


def _overlap(one: set[str], two: set[str], rarity: dict[str, float]) -> float:
    """Jaccard similarity of two stacks, each technology weighted by its rarity.

    >>> _overlap({"go", "redis"}, {"go", "vue"}, {"go": 2.0, "redis": 1.0, "vue": 1.0})
    0.5
    """

    def weight(stack: set[str]) -> float:
        # Exactly, because a set has no order, and two that are equally close are kept in theirs.
        return fsum(rarity[tech] for tech in stack)

    return weight(one & two) / weight(one | two)


def parse(utterance: Utterance, lexicon: Lexicon) -> Similar | None:
    """An episode and a word of likeness."""
    shape = utterance.shape
    if not utterance.episodes or not _LIKE.search(shape) or _NOT_LIKE.search(shape):
        return None
    return Similar(utterance, lexicon, utterance.episodes[0])
