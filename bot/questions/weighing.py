"""Which of some shows has more of something: "who pays more, Zego or Mux"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.questions.base import cite, company, listing
from bot.questions.counting import told_with, unit_asked
from bot.questions.figures import Figures
from bot.questions.metrics import metric_asked
from bot.questions.narrowing import narrowed

if TYPE_CHECKING:
    from bot.dialogue import Answer, Citation, Evidence, Head
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

_MORE = r"(?:more|bigger|larger|higher|greater|pricier|costlier|most|biggest|largest|highest)"
_LESS = r"(?:less|fewer|smaller|lower|cheaper|least|fewest|smallest|lowest|cheapest)"
_COMPARED = rx(rf"\b(?:(?P<less>{_LESS})|{_MORE})\b")
# "What does Zego use more than Mux", "more like Zego": no number is compared.
_UNCOUNTED = rx(r"\b(?:more|most|less|least) (?:like|similar|often|about|interesting|modern)\b")


@dataclass(frozen=True, slots=True)
class Weighed(Figures):
    """A number of several shows, side by side.

    Attributes:
        least: Whether the smallest is asked for.
    """

    least: bool = False

    def answer(self, evidence: Evidence) -> Answer:
        """The line of each that gives the number, first the one that was asked for."""
        heads = {i: h for i, h in narrowed(evidence, self.filters).items() if i in self.within}
        episodes = self._weighed(evidence, heads)
        silent = [company(head) for head in heads.values() if not _is_cited(head, episodes)]
        return self.found(_headline(episodes, silent), episodes)

    def _weighed(self, evidence: Evidence, heads: dict[int, Head]) -> list[Citation]:
        """The shows with a number, in its order."""
        found = []
        for ident, figures in self._fitting(evidence, heads).items():
            cues = self._cues(figures)
            value = next(v for v, f in figures if f.line and f.line.text == cues[0].text)
            found.append((value, cite(heads[ident], cues)))
        found.sort(key=lambda each: each[0], reverse=not self.least)
        return [citation for _, citation in found]


def _is_cited(head: Head, episodes: list[Citation]) -> bool:
    return any(head.url == each.url for each in episodes)


def _headline(episodes: list[Citation], silent: list[str]) -> str:
    """What each of them says, and who says nothing of it."""
    said = "; ".join(f"{each.company}: “{each.cues[0].text}”" for each in episodes)
    none = f"No show note of {listing(silent)} gives such a number." if silent else ""
    return " ".join(part for part in (said and f"{said}.", none) if part)


def parse(utterance: Utterance, lexicon: Lexicon) -> Weighed | None:
    """Several shows, what is counted, and a word that compares."""
    match = _COMPARED.search(utterance.shape)
    if match is None or len(utterance.episodes) < 2 or len(utterance.of("E")) < 2:
        return None
    metric = metric_asked(utterance.shape)
    if metric is None or utterance.of("T") or _UNCOUNTED.search(utterance.shape):
        return None
    return Weighed(
        utterance,
        lexicon,
        metric,
        within=frozenset(utterance.episodes),
        unit=unit_asked(utterance.shape, metric),
        told=told_with(utterance.shape, metric),
        least=match["less"] is not None,
    )
