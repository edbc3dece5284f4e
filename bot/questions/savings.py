"""Who pays less than they used to: lines that tell of a bill that became smaller."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Lookup, TextQuery
from bot.patterns import rx
from bot.questions.base import Asked, cite, counted, cue, listing
from bot.questions.narrowing import narrowed

if TYPE_CHECKING:
    from bot.dialogue import Answer, Evidence, Line
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "savings"
SUMMARY = "Who saved money or cut a bill, and where they tell how"
EXAMPLES = (
    "who cut their hosting bill?",
    "who saved money by leaving aws",
    "how did people lower their costs",
)

_ASKED = rx(
    r"""
    \b(?:sav(?:e|es|ed|ing|ings)|economi[sz]\w+) (?:\w+ ){0,3}?(?:money|costs?|cash|dollars|hosting
        |bills?|infrastructure|servers?)\b
    |\b(?:cut|cuts|cutting|reduc\w+|lower\w*|slash\w*|halv\w+|shr[aiu]nk\w*|trimm?\w*|decreas\w+
        |dropp?\w*|optimi[sz]\w+|shav\w+) (?:\w+ ){0,4}?(?:bills?
        |costs?|spend(?:ing)?|expenses?)\b(?! (?:a|per|each) (?:month|year|day|week))
    |\b(?:brought|bring\w*|got|get|gets|push\w*|kept|keep\w*) down (?:\w+ ){0,4}?(?:bills?|costs?
        |spend(?:ing)?|expenses?)\b
    |\b(?:brought|bring\w*|got|get|gets|push\w*) (?:\w+ ){0,4}?(?:bills?|costs?|spend(?:ing)?
        |expenses?)(?: (?:way|much|right))? (?:down|lower|smaller|in half|under control)\b
    |\b(?:got|gets?|ha[sd]|with|pays?) an? (?:\w+ )?(?:lower|smaller|cheaper) (?:\w+ )?bill\b
    |\b(?:cut|cuts|cutting|reduc\w+|lower\w*|slash\w*|halv\w+|shr[aiu]nk\w*) what (?:they|people|he
        |she)
        (?:pa(?:y|ys|id)|spen[dt]s?)\b
    |\b(?:bills?|costs?|hosting)\b (?:\w+ )?(?:drop\w*|f[ea]ll\w*|shr[aiu]nk\w*
        |(?:went|came|got|gone|go)(?: (?:way|much|right))? (?:down|in half|lower|smaller|cheaper))\b
    |\bcost[- ](?:savings?|cutting|reductions?)\b
    |\bpays? less (?:than before|now)\b
    """
)
# "They get a bill by mail" is about how they pay.
_BILLED = rx(r"\b(?:get|got|gets|getting|send|sends|bring\w*) an? (?:bill|invoice)\b")
# What cannot be meant: "who pays less than 100 dollars".
_COMPARED = rx(
    r"\b(?:under|below|less than|at most|over|more than) [$€£]?\d"
    r"|\b(?:highest|lowest|biggest|largest|smallest|most|least|priciest|cheapest)\b"
)
_WORDS = tuple(
    """
    save saved saves saving savings cheaper cut cuts cutting reduced reduces reducing lower lowered
    lowering dropped halved slashed half bill bills cost costs price from expensive month year
    """.split()
)
_LIMIT = 2000
_AMOUNT = r"[$€£] ?\d[\d,.]*k?"
_FEWER = (
    r"(?:cut|cuts|cutting|reduc\w+|lower\w*|slash\w*|halv\w+|dropp?\w*|shav\w+|trimm?\w*"
    r"|(?:brought|bring\w*)(?! in\b)(?: down)?|shr[aiu]nk\w*)"
)
_COSTS = r"(?:bills?|costs?|spend(?:ing)?|expenses|hosting|money|price)"
_LINE = rx(
    rf"""
    \bsav(?:e|es|ed|ing|ings)\b[^.;]{{0,40}}?(?:[$€£]|\d ?%|\b(?:money|costs?|dollars|euros|bills?
        |a (?:ton|lot|bunch|fortune)(?! of (?!money))|hundreds of|thousands of))
    |\b{_FEWER}\b[^.;]{{0,40}}?\b{_COSTS}\b
    |\b{_COSTS}\b[^.;]{{0,30}}? {_FEWER}\b
    |\b(?:bills?|costs?|hosting)\b[^.;]{{0,30}}?\b(?:went|came|got|gone|fell) (?:\w+ )?(?:down\b
        |in half\b)
    |\b\d+ ?(?:x|%|times) (?:cheaper|less expensive|more expensive)\b
    |\b(?:half|third|quarter|fraction|tenth) (?:of )?(?:the|its|their|what)
        (?:cost|price|bill|it cost|they paid)\b
    """,
    re.IGNORECASE,
)
# It grew, is only possible, or is no money of theirs.
_NOT_LESS = rx(
    r"""
    \b(?:will|could|would|might|want to|hope to|plan to|trying to|lets? you|ways to|can be
        |to (?:save|reduce|cut|lower|shave)|helps? (?:you|people|users|customers))\b
    |\b(?:drop(?:ped)?|cut) (?:the )?(?:price|ball|corners)\b
    |\braised\b
    """,
    re.IGNORECASE,
)
# "It's $60 a month, Azure was $400 before they left", "it was $400 but now it's $60".
_ABOUT = "(?:about |around |over |nearly |roughly |almost |closer to |close to |just |only )*"
_NOW_THEN = rx(
    rf"""
    (?P<new>{_AMOUNT})[^.;$€£]{{0,45}}?\b(?:was|were|used to (?:be|cost|pay)|instead of|down from)
        {_ABOUT}(?P<old>{_AMOUNT})
    """,
    re.IGNORECASE,
)
_THEN_NOW = rx(
    rf"""
    \b(?:was|were|used to (?:be|cost|pay)|paid) {_ABOUT}(?P<old>{_AMOUNT})[^.;$€£]{{0,50}}?
        \b(?:now|today|currently|nowadays|these days)\b[^.;$€£]{{0,30}}?(?P<new>{_AMOUNT})
    """,
    re.IGNORECASE,
)
_FROM_TO = rx(
    rf"""
    \bfrom (?:about |around |over |nearly |roughly |almost )?(?P<old>{_AMOUNT})[^.;$€£]{{0,25}}?\bto
    (?:about |around |under |just |only |roughly )?(?P<new>{_AMOUNT})
    """,
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Savings(Asked):
    """Lines in which something costs less than before.

    Attributes:
        about: Only lines that name one of these technologies; empty means all.
    """

    about: frozenset[str] = frozenset()

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """All lines with a word for it; where the technologies are named."""
        terms = tuple((word, 1.0) for word in _WORDS)
        return Lookup(technologies=self.about, searches=(TextQuery((terms,), limit=_LIMIT),))

    def answer(self, evidence: Evidence) -> Answer:
        """Episodes with such a line, amounts first."""
        heads = narrowed(evidence, self.filters)
        named = {s.line.id for s in evidence.sightings if s.line is not None}
        found: dict[int, list[Line]] = {}
        for hit in evidence.hits[0]:
            line = hit.line
            fits = not self.about or line.id in named
            if fits and line.episode in heads and tells_of_savings(line.text):
                found.setdefault(line.episode, []).append(line)
        ranked = sorted(found, key=lambda ident: (min(map(_rank, found[ident])), ident))
        episodes = tuple(
            cite(heads[ident], [cue(line) for line in sorted(found[ident], key=_rank)])
            for ident in ranked
        )
        names = listing([citation.company for citation in episodes])
        where = self.scope
        return self.found(
            f"Pay less than before in {counted(len(episodes), 'episode')}{where}: {names}."
            if episodes
            else f"No show note tells{where} of a bill that became smaller.",
            episodes,
        )


def tells_of_savings(text: str) -> bool:
    """Whether a line says that something costs less than before.

    >>> tells_of_savings("The bill went from $890 to $340 a month")
    True
    >>> tells_of_savings("The bill went from $340 to $890 a month")
    False
    """
    change = _FROM_TO.search(text) or _NOW_THEN.search(text) or _THEN_NOW.search(text)
    if change:
        return _value(change["new"]) < _value(change["old"])
    return _LINE.search(text) is not None and _NOT_LESS.search(text) is None


def _value(amount: str) -> float:
    """An amount of money as a number, whatever the currency."""
    digits = amount.lstrip("$€£ ").replace(",", "").rstrip(".")
    return float(digits.rstrip("kK")) * (1000.0 if digits[-1] in "kK" else 1.0)


def _rank(line: Line) -> tuple[bool, bool, int, int]:
    """Lines with a second and an amount first."""
    exact = re.search(r"[$€£%]|\bhalf\b", line.text) is None
    return line.start is None, exact, line.start or 0, line.id


def parse(utterance: Utterance, lexicon: Lexicon) -> Savings | None:
    """Words for paying less, without a number to compare with."""
    shape = utterance.shape
    if utterance.episodes or not _ASKED.search(shape) or _COMPARED.search(shape):
        return None
    if _BILLED.search(shape):
        return None
    about = frozenset(
        ident
        for place in utterance.of("T")
        for ident in utterance.names[place].ids
        if ident in lexicon.present
    )
    return Savings(utterance, lexicon, about)
