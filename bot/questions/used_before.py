"""Who used something once and does not any more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.model import Stance
from bot.patterns import one_of, rx, unwrapped, words
from bot.questions.orders import order_of_one
from bot.questions.planning import LEAVING
from bot.questions.stances import StanceQuestion, is_statement, read_names, wordings

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

# Leaving it, in verbs; the particle may follow the thing: "kicked docker out".
_LEFT = words(
    r"""
    left, leave, leaving, leavers?, quit\w*, ditch\w*, drop(?:ped|ping|outs?)?, abandon\w*, dump\w*,
    scrapp?\w*, bin(?:ned|ning), ax(?:ed|ing), chuck(?:ed|ing), walked, retir\w+,
    uninstall\w*, unplug\w*, disabl(?:ed|ing), dismantl\w+, discard\w*, discontinu\w+,
    delet(?:ed|ing),
    trash(?:ed|ing), nuk(?:ed|ing), purg(?:ed|ing), eliminat\w+, shelv(?:ed|ing), yank(?:ed|ing),
    jettison\w*, toss(?:ed|ing), shed(?:ding)?, desert(?:ed|ing), renounc\w+, cut out,
    (?:strip|weed)\w* out, canned, mothball\w*, decommission\w*,
    deprecat\w+, sunset\w*, remov\w+, replac\w+, swapped, outgr[eo]w\w*, fled, escap\w+, stopped,
    stopp?(?:ed|ing)? using, bailed on, shut down, shutting down, swapp?\w* out, phas\w+ out,
    rip(?:ped)? out, tore out, kick\w* out, thr[eo]w(?:n|ing)? (?:out|away), gave up,
    giv(?:e|ing) up, g[eo]t(?:ting)? (?:rid of|off), mov(?:ed|ing) on,
    part(?:ed|ing) (?:ways|company|with), broke up with,
    (?:sa(?:id|y|ying)|wav(?:e|ed|ing)|bid(?:ding)?) (?:good)?bye, goodbye, farewell, adieu,
    cancel\w* (?:their|his|her|the) T\d+ (?:account|plan|subscription|contract),
    pull(?:ed|ing) the plug,
    turned (?:their|his|her) backs? on, refugees?,
    (?:mov|migrat|switch|transition|chang|shift|walk|jump)\w*
    (?:\w+ )?(?:off|away|on from|from|out of),
    tried, c[ao]m(?:e|ing) (?:from|off), (?:go|goes|going|gone|went) (?:back|away) from,
    back(?:ed|ing)? (?:out of|away from), undid, revers(?:ed|ing) (?:the|their) (?:move|switch) to,
    pull(?:ed|ing) out of, exit(?:s|ed|ing)?(?! (?:node|code|intent|poll)),
    regret\w* using, (?:tired|sick) of, fed up with, had enough of,
    (?:chang|switch|swapp)(?:ed|ing)(?: their| its| the)?
    (?=C\d+(?: (?:provider|vendor|tool)s?)?\W*$),
    burn(?:ed|t) by, unhappy with, disappointed (?:by|with|in), (?:is|are|was|were) done with,
    finished with, lost faith in, (?:didn't|did not) (?:stay|stick) with,
    finally (?:delete|drop|remove), cancel\w*(?= T\d), f[ea]ll(?:en)? out of love with,
    rewr(?:o|i)t\w* (?:their|its|his|her|the|an?) (?:\w+ )?T\d+ \w+,
    (?:port|convert)\w* (?:\w+ )*?from
"""
)
_OUT = unwrapped(r"""
    \b(?:kick|thr[eo]w|ripp?|tear|tore|g[ai]ve|swapp?|toss|chuck|took|take|phas|switch|turn|leav
        |left)\w* (?:\w+ )?[TC]\d+ (?:out(?! of)|away|up|off|behind|overboard)\b
    |\b(?:kick|push|put)\w* [TC]\d+ (?:to the (?:curb|kerb)|to rest|out to pasture)\b
    |\b[TC]\d+ behind (?:them|him|her)\b
    """)
# A time that is over.
_PAST = words(
    r"""
    in the past, no longer, any ?more, any longer, previous(?:ly)?, former(?:ly)?, ex, originally,
    at first, initially, back then, ages ago, back in the day, in the (?:old|early) days,
    in the beginning, earlier, until recently, in an earlier life, past (?=T\d), past life,
    past users?, old users?, users? of (?:old|yesteryear|the past), history with,
    in (?:their|its|his|her) past, (?:was|were) an? T\d+ (?:customer|user|shop|app|site),
    did .*\buse to,
    in (?:its|their) youth, once (?:on|used|ran|had|hosted|were|relied|built|deployed|wrote|lived),
    had been (?:on|us|runn|host)\w*,
    (?:beg[au]n|started) life, beg[au]n (?:on|with|in|as),
    (?<!got )(?<!get )(?<!to )start(?:ed|ing)? (?:(?:out|off) )?(?:on|with|in|off|as an?),
    stint (?:with|on|at), T\d+ past,
    legacy \w+ (?:was|were|ran|used),
    (?:but|and) (?:isn't|aren't|not|doesn't|don't) (?:now|any ?more|today),
    (?:old|previous|prior|former|first|original)
    (?:stack|setup|app|system|(?:web)?site|blog|back-?end|front-?end|store|database),
    prototype,
    (?:first|original|initial|old|older|early|earlier|previous|prior)
    (?:version|iteration|prototype|incarnation|release|code ?base)s?,
    (?:version|iteration) (?:one|1), v1
"""
)
# Whatever they did to get off, out of or away from it; but "who runs off redis" lives on it, and
# "who stays away from it" never had it.
_ALIVE = one_of(
    r"""
    build\w*, built, bas\w+, runs?, running, ran, works?, working, liv\w+, feed\w*, power\w*,
    serv\w+, mak\w+, made, get\w*, most, best, more, is, are, stay\w*, keep\w*, kept, steer\w*, shy,
    shies, shied, stood, stand\w*, host\w*, send\w*, read\w*, opt\w*, hold\w*, held
"""
)
_WHOEVER = one_of(
    """who, that, which, anyone, anybody, someone, somebody, companies, apps, teams, shows, people,
    folks, guests"""
)
_OFF = (
    rf"\b{_WHOEVER} (?:(?:has|have|had|since|already|just|finally|eventually|then) )*"
    rf"(?:(?!{_ALIVE}\b)\w+ ){{1,4}}?(?:off(?: of)?|away from|out of) (?:the |their |using )?T\d+\b"
)
# Not "which tools are used to deploy".
_USED_TO = (
    r"\bused"
    + "".join(rf"(?<!\b{each} used)" for each in "is are was be were been being gets get".split())
    + r" to (?!the\b|an?\b)\w+"
)
# All that begins a word is in one group, so that it is tried at words alone.
_ONCE = rx(
    rf"""
    (?:{_LEFT}
    |{_OUT}
    |{_PAST}
    |\b(?:was|were|had|had been|wrote|ran|used|hosted|built|deployed|relied
        |started|(?:did|any(?:one|body)) (?:\w+ ){{0,3}}?(?:have|use|run|host|build|rely|deploy)
        |any(?:one|body) with an?)\b(?=.*\b(?:earlier|once|first|before|at some point|at one point
        |a while|back then
        |years ago|initially|at the (?:start|beginning))\b)
    |{_USED_TO}
    |{_OFF}
    |\b(?:first|before)(?= (?:and|then|moving|they))
    |\b(?<=T0 )(?:first|before)\b)
    |^\W*off [TC]\d+\b
    """
)
# What was tried or left out was not used: "who tried docker and decided against it".
_NEVER_TAKEN = rx(
    r"""
    \b(?:left|leaves?|leaving) (?:[TC]\d+ out|out [TC]\d+)\b
    |\btoo \w+ to (?:leave|move|switch|migrate|replace|quit|drop|abandon|stop|get)\b
    |\b(?:tried|looked|considered)\b.*\b(?:(?:decided|went|was|were|voted) against|but passed
        |said no|(?:didn't|did not) (?:like|want|take|go|pick|choose|adopt|stick|need))\b
    """
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
    if order_of_one(utterance.shape) or _NEVER_TAKEN.search(utterance.shape):
        return None
    if LEAVING.search(utterance.shape):
        return None
    shape = utterance.shape
    cut = _WITH.sub("", shape[match.end() :]) if re.match(r"replac|swap", match.group()) else ""
    subject_shape = shape[: match.start()] + cut if cut else shape
    places = re.findall(r"\b[TC]\d+\b", subject_shape)
    first = ([place for place in places if place[0] == "T"] or places)[:1]
    phrases = wordings(first, cut or shape.replace(match.group(), " "), utterance, lexicon)
    subjects, names = read_names(first, "and", utterance, lexicon)
    if not subjects and not any(set(phrase) - _ORDERS for phrase in phrases):
        return None
    return UsedBefore(utterance, lexicon, subjects, phrases, names=names)
