"""Who used something once and does not any more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.model import Stance
from bot.patterns import rx
from bot.questions.conditions import term
from bot.questions.planning import LEAVING
from bot.questions.stances import StanceQuestion, is_statement, wordings

if TYPE_CHECKING:
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "used_before"
SUMMARY = "Who used something once and moved away from it"
EXAMPLES = (
    "who used ansible in the past but doesn't anymore",
    "who dropped kubernetes",
    "ex wordpress users",
    "who replaced an excel sheet with their app",
)

_ONCE = rx(
    r"\b(?:used to (?:use|run|be|have|host|deploy|build|rely|work|store|send|write|do|pay|keep)|in the past|no longer|thr[eo]w(?:n|ing)? (?:out|away)|dump\w*|scrapp?\w*|bin(?:ned|ning)|ax(?:ed|ing)|part(?:ed|ing) (?:ways|company)|sa(?:id|y|ying) (?:good)?bye|mov(?:ed|ing) on|(?:beg[au]n|started) life|pull(?:ed|ing) the plug|chuck(?:ed|ing)|walked|(?:first|original|initial|old|older|early|earlier|previous|prior) (?:version|iteration|prototype|incarnation|release|code ?base)s?|(?:version|iteration) (?:one|1)\b|v1\b|back then|ages ago|in (?:its|their) youth|past life|history with|any ?more|previous(?:ly)?|former(?:ly)?|ex|left|leave|leaving|quit|ditch\w*|drop(?:ped|ping)?|abandon\w*"
    r"|g[eo]t(?:ting)? (?:rid of|off)|gave up|giv(?:e|ing) up|stopp?(?:ed|ing)? using|stopped|(?:mov|migrat|switch|transition|chang|shift|walk|jump)\w* (?:\w+ )?(?:off|away|on from|from|out of)|replac\w+|retir\w+|phas\w+ out|decommission\w*"
    r"|once (?:used|ran|had|hosted|were)|originally|at first|initially|start(?:ed|ing)? (?:out )?(?:on|with|in|off)|outgr[eo]w\w*|swapp?\w* out|swapped|remov\w+|fled|escap\w+|past users?|old users?|users? of (?:old|yesteryear|the past)|c[ao]m(?:e|ing) from|back in the day|earlier|(?:was|were|had|had been|wrote|ran|used|hosted|built|deployed|relied|started)\b(?=.*\b(?:earlier|once|first|before|at some point|at one point|a while ago|back then|years ago|initially)\b)|(?:first|before)(?= (?:and|then|moving|they))|(?<=T0 )first|(?<=T0 )before|rip(?:ped)? out|tore out|kick\w* out|bailed on|regret\w* using|tried)\b"
)
# "What was the very first episode" is about no use.
_ORDERS = frozenset("first earlier once very before last".split())
_WITH = rx(r"\b(?:with|by|for|in favou?r of)\b .*$")


@dataclass(frozen=True, slots=True)
class UsedBefore(StanceQuestion):
    """Lines that speak of a past use."""

    intent: ClassVar[str] = NAME

    def stance(self) -> Stance:
        """A past use."""
        return Stance.USED_BEFORE

    def sentence(self) -> str:
        """The verb phrase of the headline."""
        return "moved away from"


def parse(utterance: Utterance, lexicon: Lexicon) -> UsedBefore | None:
    """A word of leaving and what was left."""
    match = _ONCE.search(utterance.shape)
    if utterance.episodes or match is None or is_statement(utterance):
        return None
    if LEAVING.search(utterance.shape):
        return None
    shape = utterance.shape
    cut = _WITH.sub("", shape[match.end() :]) if re.match(r"replac|swap", match.group()) else ""
    subject_shape = shape[: match.start()] + cut if cut else shape
    places = re.findall(r"\b[TC]\d+\b", subject_shape)
    technologies = [p for p in places if p[0] == "T"] or places
    phrases = wordings(
        technologies[:1], cut or shape.replace(match.group(), " "), utterance, lexicon
    )
    subjects: frozenset[str] = frozenset()
    for place in technologies[:1]:
        subjects |= term(place, utterance, lexicon).ids
    if not subjects and not any(set(phrase) - _ORDERS for phrase in phrases):
        return None
    label = (
        term(technologies[0], utterance, lexicon).label if technologies else " ".join(*phrases[:1])
    )
    return UsedBefore(utterance, lexicon, subjects, phrases, frozenset(), None, label)
