"""Episodes by what they are: latest, longest, number 83, from June 2020, about toilet paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Filters, Lookup
from bot.questions.base import Asked, best_cues, cite, counted, cue, guests, narrowed, scope
from bot.questions.who_uses import leftover

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogue import Evidence, Head
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "episode"
SUMMARY = "An episode by what it is: latest, longest, number, date, what it is about, random"
EXAMPLES = ("latest episode", "what's the longest episode?", "episodes from june 2020", "the one about toilet paper", "episode 83", "list the written interviews", "random episode")

_ORDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("latest", re.compile(r"\b(?:latest|newest|most recent|last|recent(?:ly)?|new)\b(?! (?:mile|time|resort|relic))")),
    ("oldest", re.compile(r"\b(?:oldest|first|earliest|very first|pilot|debut)\b")),
    ("longest", re.compile(r"\b(?:longest|lengthiest|most minutes)\b")),
    ("shortest", re.compile(r"\b(?:shortest|briefest|quickest|fewest minutes)\b")),
    ("random", re.compile(r"\b(?:random|surprise me|any episode|lucky|pick (?:one|an episode)|whatever|something to listen)\b")),
)
_ITEM = re.compile(r"\b(?:episodes?|eps?|shows?|one|ones|interviews?|podcasts?|guests?|listen|you've got|you have|got|posts?|me)\b")
_NUMBER = re.compile(r"\b(?:episode|ep|number|no|nr|show|#)\.? ?(?:number |no\.? ?|nr\.? ?|#)?(\d{1,4})\b|#(\d{1,4})\b|^(\d{1,4})$")
_HOW_MANY = re.compile(r"\b(?:(?:last|latest|newest|first|oldest|longest|shortest|top|recent) (\d{1,2}|two|three|four|five|ten)|(\d{1,2}|two|three|four|five|ten) (?:latest|newest|most recent|oldest|longest|shortest|random|last|recent))\b")
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_ABOUT = re.compile(
    r"(?:\b(?:the )?(?:one|episode|ep|show|interview|podcast|story|thing|anything|something|episodes|shows)(?: you (?:had|did))? (?:about|on|with|where|for|covering|regarding)|\btell me (?:more )?about|\bwhat(?:'s| is| was) (?:the )?(?:.* )?(?:about)|\binfo(?:rmation)? (?:on|about)|\bmore about|\bsummar(?:y|ise|ize)(?: of)?|\bdescribe|\bdetails (?:of|on|about)|\bwhat is)(?: the| a| an)? (?P<about>.+)$"
)
_THE_X = re.compile(r"\b(?:the|that) (?P<about>[^,?]+?) (?:one|episode|ep|show|interview|podcast)\b")
_LISTS = re.compile(r"\b(?:list|which|what|all|any|show|episodes|shows|interviews|everything|catalogue|catalog|give)\b|^$")
# Share of a question's words that must describe an episode when nothing asks for one.
_MOSTLY = 0.65


@dataclass(frozen=True, slots=True)
class EpisodeQuestion(Asked):
    """Some episodes, in an order.

    Attributes:
        order: ``latest``, ``oldest``, ``longest``, ``shortest``, ``random`` or ``all``.
        most: How many of them.
        of: Episode ids when they are named or described.
    """

    order: str = "all"
    most: int | None = None
    of: tuple[int, ...] = ()

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Lines and stack of a named episode."""
        return Lookup(episodes=frozenset(self.of), technologies=self.filter_technologies())

    def answer(self, evidence: Evidence) -> Answer:
        """The episodes; a single one with its stack and first topics."""
        heads = narrowed(evidence, self.filters)
        if self.of:
            heads = {ident: heads[ident] for ident in self.of if ident in heads}
        chosen = _sorted(self.order, list(heads.values()), self.text)[: self.most]
        if not chosen:
            return Answer(
                question=self.text, intent=self.intent, total=0, gap=True,
                headline=f"No episode fits{scope(self.filters)}.",
            )
        lines = {line.episode: line for line in reversed(evidence.lines)}
        episodes = tuple(
            cite(head, [cue(lines[head.id])] if head.id in lines else []) for head in chosen
        )
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=self._headline(chosen),
            total=len(chosen),
            episodes=episodes,
        )

    def _headline(self, chosen: list[Head]) -> str:
        if len(chosen) > 1:
            return f"{counted(len(chosen), 'episode')}{scope(self.filters)}."
        head = chosen[0]
        length = f", {head.duration // 60} minutes" if head.duration else ""
        day = f", {head.published.isoformat()}" if head.published else ""
        who = f" with {guests(head)}" if head.guests else ""
        about = f" {head.description}" if head.description else ""
        return f"“{head.title}”{who}{day}{length}.{about}"


def _sorted(order: str, heads: list[Head], seed: str) -> list[Head]:
    """Heads in an order; those without the value that decides come last or not at all."""
    keys: dict[str, tuple[Callable[[Head], object], bool]] = {
        "latest": (lambda h: (h.published, h.number or 0), True),
        "oldest": (lambda h: (h.published, h.number or 0), False),
        "longest": (lambda h: h.duration, True),
        "shortest": (lambda h: h.duration, False),
    }
    if order == "random":
        return sorted(heads, key=lambda h: sha256(f"{seed}{h.id}".encode()).digest())
    if order not in keys:
        return heads
    key, reverse = keys[order]
    has = (lambda h: h.duration) if order in {"longest", "shortest"} else (lambda h: h.published)
    return sorted((h for h in heads if has(h) is not None), key=key, reverse=reverse)  # type: ignore[arg-type]


def parse(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    """An order, a number, a date, a description or a name."""
    shape = utterance.shape
    number = _NUMBER.search(shape)
    if number and not utterance.names:
        wanted = int(number[1] or number[2] or number[3])
        ids = tuple(i for i, head in lexicon.heads.items() if head.number == wanted)
        if ids:
            return EpisodeQuestion(utterance, lexicon, "all", None, ids)
    if not utterance.names:
        ordered = _ordered(utterance, lexicon)
        if ordered:
            return ordered
    if utterance.episodes and not utterance.of("T") and not utterance.of("C"):
        return EpisodeQuestion(utterance, lexicon, "all", None, tuple(utterance.episodes)) if len(leftover(utterance)) <= 1 else None
    return _described(utterance, lexicon)


def _ordered(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    extra = [word for word in leftover(utterance) if not word.isdigit() and word not in _WORDS]
    for order, pattern in _ORDERS:
        match = pattern.search(utterance.shape)
        rest = [word for word in extra if not match or word not in match.group().split()]
        if match and len(rest) <= 1 and (_ITEM.search(utterance.shape) or len(utterance.shape.split()) <= 3):
            many = _HOW_MANY.search(utterance.shape)
            word = (many[1] or many[2]) if many else "1"
            return EpisodeQuestion(utterance, lexicon, order, _WORDS.get(word) or int(word))
    if utterance.filters and not extra and _LISTS.search(utterance.shape):
        return EpisodeQuestion(utterance, lexicon, "all", None)
    return None


def _described(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    """An episode that its title, names or description give away."""
    shape = utterance.restore(utterance.shape).lower()
    for pattern in (_ABOUT, _THE_X):
        match = pattern.search(shape)
        if match:
            ids = lexicon.describe(match["about"])
            if 0 < len(ids) <= 3:
                return EpisodeQuestion(utterance, lexicon, "all", None, ids)
    return by_description(utterance, lexicon)


def by_description(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    """The one episode that most of a question's words describe."""
    if len(utterance.shape.split()) < 2:
        return None
    ids = lexicon.describe(utterance.restore(utterance.shape).lower(), _MOSTLY)
    if len(ids) == 1:
        return EpisodeQuestion(utterance, lexicon, "all", None, ids)
    return None
