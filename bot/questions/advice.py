"""Tips, mistakes and lessons: what guests say one should do, or should not have done."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Lookup, TextQuery
from bot.patterns import rx, words
from bot.questions.base import Asked, cite, counted, cue, listing
from bot.questions.conditions import NOTHING, Condition, read_condition
from bot.questions.leftovers import leftover
from bot.questions.narrowing import narrowed
from bot.questions.users import matching
from bot.rank.words import GENERIC, stem

if TYPE_CHECKING:
    from bot.dialogue import Answer, Cue, Evidence, Line
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "tips"
SUMMARY = "Best tips, mistakes and lessons, from all or from users of something"
EXAMPLES = (
    "best tips from people using django",
    "mistakes people admitted to",
    "what advice do elixir folks give",
    "lessons learned by phoenix teams",
)


# Lines of which it is kept what advice they give: every question for some reads them all.
_LINES = 4096


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of advice.

    Attributes:
        asked: What in a question asks for it.
        words: Words that its lines carry, for the full-text index.
        line: What such a line looks like; the best lines match at their start.
    """

    label: str
    asked: re.Pattern[str]
    words: tuple[str, ...]
    line: re.Pattern[str]


def _sort(label: str, asked: str, indexed: str, line: str, or_else: str = "") -> Sort:
    begins = rx(words(line) + or_else, re.IGNORECASE)
    return Sort(label, rx(words(asked)), tuple(indexed.split()), begins)


_REGRETS = """
    (?<!no )(?<!any )(?<!without )(?<!zero )(?<!never )regret(?:s|ted)?,
    do(?:ne)? (?:it )?differently, in hindsight,
    wish(?:es|ed|ing)? (?:he|she|they|it|I|we)(?:'d|’d)? (?:had|hadn['’]t|would['’]ve|could have)
"""
SORTS = (
    _sort(
        "mistakes",
        """
        mistakes?, regrets?, regretted, went wrong, screw(?:ed)? up, blunders?,
        errors? (?:they|people|you|made), pitfalls?, gotchas?, wrong,
        messed up, fuck ?ups?, failures?, fails?, bad decisions?
        """,
        "mistake mistakes regret regrets wrong differently hindsight",
        f"mistakes?, {_REGRETS}",
    ),
    _sort(
        "regrets",
        """
        do(?:ne)? (?:\\w+ )?differently, (?:in )?hindsight, wish(?:es|ed|ing)? they(?! had T\\d),
        start(?:ed)? (?:again|over|from scratch), second thoughts
        """,
        "regret regrets regretted differently hindsight wish wishes wished wishing mistake"
        " mistakes",
        f"{_REGRETS}, (?:biggest|worst|main|one|first|big|only) mistakes?",
    ),
    _sort(
        "lessons",
        r"""
        lessons?, learn(?:ed|t|ings), (?:did|do|does|to) (?:\w+ ){0,3}learn(?! (?:\w+ )?[TC]\d),
        take ?aways?, insights?
        """,
        "lesson lessons learned learnt takeaway",
        "lessons?, learn(?:ed|t), take ?aways?",
    ),
    _sort(
        "tips",
        """
        tips?, advice, recommendations?, wisdom, pointers, suggestions?, words of wisdom,
        (?:final|parting|closing|last) (?:words?|thoughts?), do'?s and don'?t'?s,
        things to avoid, tell others, advise,
        what (?:do|does|did|would|should) .* (?:recommend|advise|suggest)
        """,
        "tips tip advice",
        "best tips?, tips, advice",
        r"|^(?:the )?(?:best|top|general|any|final|closing|parting)?,? ?(?:tips?|advice)\b",
    ),
)
# "Who would use redis if they started over" asks for a wish, and for no advice.
_CHOICE = rx(r"^\W*who(?:'d| would) \w+ T\d")
# What will do where there is nothing of a sort.
_INSTEAD = {"lessons": "tips", "regrets": "mistakes"}
_LIMIT = 2000
# "Tips for a first date": advice on a subject is looked for in the lines.
_ON_SUBJECT = rx(
    r"""
    \b(?:tips?|advice|lessons?|mistakes?|suggestions?|pointers) (?:for|on|about|regarding
        |with) (?!T\d|C\d
        |(?:(?:the|an?|other|new|aspiring|young|all|solo|indie|first[- ]time|beginner) )*(?:people
        |folks|users|teams?|guests?|beginners?|newbies|newcomers|starters|developers?|devs|founders?
        |startups?|us|me|everyone|anyone)\b)
    """
)
# Mistakes that a product finds, not those of its makers: "volunteers fix mistakes in scans".
_OF_PRODUCT = rx(
    r"\b(?:contain|fix|find|found|catch|caught|spot|prevent)\w* (?:\w+ ){0,2}?mistakes?\b"
    r"|\bmistakes? in (?!the beginning|hindsight)",
    re.IGNORECASE,
)
_GIVEN_BY = rx(
    r"\b(?:from|by|of|at) (?:the )?(?P<giver>T\d+)(?: (?:guest|people|team|guys?|folks))?\W*$"
)
_FRAME = rx(
    r"""
    \b(?:best|top|good|great|give|gave|share[ds]?|offer\w*|common|biggest|made|admit\w*|learned|did
        |do|does|could|can|have|people|folks|guests|developers?|devs|from|by|using|worst|favou?rite|useful
        |general|they|solo|indie|regrets?|wrong|gets?|got|wish|known|decisions?|choices|hindsight
        |first[- ]time|avoid|should|i|we|an?|beginners?|newbies|newcomers
        |starters|founders?|startups?|aspiring|young|\d+)\b
    """
)


@dataclass(frozen=True, slots=True)
class Advice(Asked):
    """A sort of advice, perhaps only from those who use something.

    Attributes:
        sort: Index into :data:`SORTS`.
        condition: What its givers use.
        within: Only these episodes.
    """

    sort: int = 0
    condition: Condition = NOTHING
    within: frozenset[int] = frozenset()

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """All lines of that sort; sightings that decide the condition."""
        wanted = SORTS[self.sort]
        instead = [each for each in SORTS if each.label == _INSTEAD.get(wanted.label)]
        sorts = SORTS if self.within else (wanted, *instead)
        terms = tuple((word, 1.0) for sort in sorts for word in sort.words)
        return Lookup(
            technologies=self.condition.technologies,
            searches=(TextQuery((terms,), episodes=self.within, limit=_LIMIT),),
        )

    def answer(self, evidence: Evidence) -> Answer:
        """One citation an episode, its plainest line first; no lessons, and tips will do."""
        found = self._of_sort(evidence)
        instead = _INSTEAD.get(SORTS[self.sort].label)
        if found.gap and instead and not self.within:
            sort = next(number for number, each in enumerate(SORTS) if each.label == instead)
            return replace(self, sort=sort).answer(evidence)
        return found

    def _of_sort(self, evidence: Evidence) -> Answer:
        sort = SORTS[self.sort]
        sorts = SORTS if self.within else (sort,)
        heads = narrowed(evidence, self.filters)
        givers = matching(self.condition, heads, evidence.sightings)
        found: dict[int, list[tuple[tuple[object, ...], Cue]]] = {}
        for hit in evidence.hits[0]:
            places = ((number, advice_place(each, hit.line)) for number, each in enumerate(sorts))
            for order, place in ((n, place) for n, place in places if place is not None):
                line, other = hit.line, bool(self.within) and order != self.sort
                rank = (other, place > 0, line.start is None, -(line.start or 0), line.id)
                found.setdefault(line.episode, []).append((rank, cue(line)))
                break
        episodes = tuple(
            cite(heads[ident], [each for _, each in sorted(found[ident], key=lambda f: f[0])])
            for ident in givers
            if ident in found
        )
        label = f" from users of {self.condition.label}" if self.condition.groups else ""
        names = listing([citation.company for citation in episodes])
        count = counted(len(episodes), "episode")
        where = f"{label}{self.scope}"
        return self.found(
            f"{sort.label.capitalize()}{where} in {count}: {names}."
            if episodes
            else f"No {sort.label}{where} on record.",
            episodes,
        )


@lru_cache(_LINES)
def advice_place(sort: Sort, line: Line) -> int | None:
    """Where a line begins to be of a sort: 0 at its start, and under a heading that asks for it.

    Returns:
        The number of characters before it; ``None`` where the line is none of the sort.
    """
    if _OF_PRODUCT.search(line.text):
        return None
    match = sort.line.search(line.text)
    if match:
        return match.start()
    heading = line.url.partition("#")[2].replace("-", " ")
    return 0 if line.start is None and sort.line.search(heading) else None


def _of_company(utterance: Utterance) -> Utterance:
    """The utterance with a tool read as the show of that name, where a show gives advice.

    "Lessons learned from mux" come from its makers; "lessons from mux users" do not.
    """
    match = _GIVEN_BY.search(utterance.shape)
    name = utterance.names[match["giver"]] if match else None
    if match is None or name is None or not name.company:
        return utterance
    shape = utterance.shape.replace(match["giver"], "E0")
    return replace(utterance, shape=shape, names={**utterance.names, "E0": name.as_episode()})


def parse(utterance: Utterance, lexicon: Lexicon) -> Advice | None:
    """A word for advice, with nothing but technologies or episodes beside it."""
    utterance = _of_company(utterance)
    for number, sort in enumerate(SORTS):
        match = sort.asked.search(utterance.shape)
        if match is None:
            continue
        if _CHOICE.search(utterance.shape):
            return None
        named = utterance.technologies or utterance.episodes
        if _ON_SUBJECT.search(utterance.shape) and not named:
            return None
        rest = _FRAME.sub(" ", utterance.shape.replace(match.group(), " "))
        extra = [word for word in leftover(utterance) if word in rest.split()]
        if any(stem(word) not in GENERIC for word in extra) and not named:
            return None
        condition = read_condition(utterance, lexicon)
        return Advice(utterance, lexicon, number, condition, frozenset(utterance.episodes))
    return None
