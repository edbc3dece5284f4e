"""How use of a technology goes over the years."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Lookup, Row
from bot.patterns import rx
from bot.questions.base import Asked
from bot.questions.conditions import NOTHING, Condition, read_condition
from bot.questions.narrowing import narrowed
from bot.questions.users import cite_users, matching

if TYPE_CHECKING:
    from bot.dialogue import Answer, Evidence
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "trend"
SUMMARY = "How the use of a technology goes over the years"
EXAMPLES = ("docker over the years", "kubernetes per year", "is heroku use growing?")

_TREND = rx(
    r"""
    \b(?:over (?:the )?(?:years|time)|(?:per|by|each|every) year|trends?|trending|year
        (?:over|by) year|(?:growing|declining|rising|falling|increasing|decreasing|shrinking)
        |(?:grown|rise|decline|growth) of|became (?:more|less) popular|(?:getting|becoming
        |more and more|less and less) (?:more |less )?popular|gaining|on the (?:rise|way up|way down
        |decline)|losing|timeline|chang(?:ed|ing) over|these days than|history of)\b
    """
)
_BAR = "█"
_WIDEST = 10


@dataclass(frozen=True, slots=True)
class Trend(Asked):
    """A condition counted year by year."""

    condition: Condition = NOTHING

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """All sightings of the technologies that decide."""
        return Lookup(technologies=self.condition.technologies)

    def answer(self, evidence: Evidence) -> Answer:
        """One row a year: users, of how many episodes, and a bar for the share."""
        heads = narrowed(evidence, self.filters)
        users = matching(self.condition, heads, evidence.sightings)
        episodes = Counter(head.published.year for head in heads.values() if head.published)
        using = Counter(published.year for ident in users if (published := heads[ident].published))
        rows = tuple(
            Row(
                str(year),
                using[year],
                None,
                f"of {episodes[year]} {_bar(using[year] / episodes[year])}".rstrip(),
            )
            for year in sorted(episodes)
        )
        years = ", ".join(
            f"{row.label}: {row.count} {row.detail.split(_BAR)[0].strip()}" for row in rows
        )
        answer = self.found(
            f"{self.condition.label} by year{self.scope}: {years}."
            if users
            else f"Nobody is on record as using {self.condition.label}{self.scope}.",
            cite_users(heads, users, evidence.sightings, self.condition.wanted),
        )
        return replace(answer, rows=rows) if users else answer


def parse(utterance: Utterance, lexicon: Lexicon) -> Trend | None:
    """A technology or category with words of change over time."""
    if not (utterance.technologies or utterance.categories):
        return None
    if utterance.episodes or not _TREND.search(utterance.shape):
        return None
    condition = read_condition(utterance, lexicon)
    return Trend(utterance, lexicon, condition) if condition.groups else None


def _bar(share: float) -> str:
    return _BAR * round(_WIDEST * share)
