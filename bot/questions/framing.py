"""What people wrap a question in: greetings, thanks, shorthand, and what they say of themselves.

"Hi all, I'm evaluating Prometheus, whose setup could I look at? Thank you" asks whose setup has
Prometheus. What the asker plans, wants or considers is nothing that a guest does, so the first
person goes before any kind sees the question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import one_of, rx, unwrapped
from bot.rank.words import content_words

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTHAND = {
    "w/o": "without",
    "w/": "with ",
    "thru": "through",
    "b/c": "because",
    "infra": "infrastructure",
    "pls": "please",
    "plz": "please",
    "u": "you",
    "ur": "your",
}
_SHORT = rx(
    r"(?<![\w/])(?:w/o\b|w/(?=[\s\w])|(?:thru|b/c|infra|pls|plz|u|ur)\b(?!\.\w))", re.IGNORECASE
)
# In capitals it is a host, unless everything is.
_DO = rx(r"\bDO\b(?! (?:i|we|you|they|any|people|the)\b)")
_SMALL = rx(r"[a-z]{2}")
# Whoever cannot live without a thing has it.
_NEEDED = rx(
    r"""
    \b(?:can't|cannot|can not|couldn't|could not|won't|wouldn't|would not)
        (?:\w+ )?(?:live|do|be|work|survive|cope|go|manage|imagine \w+) without\b
    |\b(?:don't|doesn't|do not|does not|wouldn't|would not) (?:\w+ )?want to (?:miss|lose)\b
    """,
    re.IGNORECASE,
)
_GREETING = unwrapped(r"""
    (?:hi|hello|hey|hiya|howdy|yo|greetings|dear (?:bot|playhead|all|team)|good (?:morning|day
        |evening|afternoon))\b(?: (?:there|everyone|everybody|all|bot|playhead|team|guys
        |again)\b(?= ?[,!.:-]| i\b))?[ ,!.:-]*
    """)
_FILLER = unwrapped(r"""
    (?:please|ok|okay|so|well|um+|uh+|hm+|btw|sorry|excuse me|kindly|right then|(?:a |one )?quick
        (?:one|question))\b(?= ?[,!.:-]| \w)[ ,!.:-]*
    """)
_LEARN = one_of(
    """
        know, hear, learn, see, find out, find, listen, understand, check, look at, look into, have,
        get, ask, study, discover
    """
)
_OF = r"(?: (?:more|something|anything))?(?: (?:about|of|from|to|into|at|on))?"
_WE = r"(?:i|we|my \w+|our \w+|somebody here|someone here)"
_ARE = r"(?:'m|'re| am| are| is|'s| was| were)"
_NOW = r"(?: (?:just|currently|now|also|really|still|actually|only|maybe|all|seriously|about))*"
# "I'd like to know", "we were wondering if", "my team is evaluating": up to what it is about.
_OURSELVES = unwrapped(rf"""
    {_WE}(?:(?:'d| would){_NOW} (?:like|love|appreciate|be (?:glad|happy|grateful|thankful
        |interested|curious))(?: (?:to {_LEARN}{_OF}|for|in|it))?(?: if you could(?: (?:tell|show
        |give|name|list) me)?)?|{_NOW} (?:want|need|wish|hope|try|like)s?(?: to {_LEARN}{_OF})?(?= )
        |{_NOW} wonder(?:ed|s)?|{_ARE}{_NOW} (?:wondering|curious|interested|keen|looking|searching
        |trying|hoping|after)(?: (?:to {_LEARN}{_OF}|about|in|on|for|to))?|{_ARE}{_NOW}
        (?:evaluating|considering|thinking (?:about|of)|learning|exploring|weighing(?: up)?|eyeing
        |choosing|going to (?:use|pick|try)|planning (?:to use|on|on using|with)?)
        |(?:'ve| have)? heard(?: (?:that|of))?)
    """)
_BARE = unwrapped(r"""
    (?:just )?(?:(?:the |a |any )?(?:clip|snippet|segment|section|passage)s? (?:about|on|where|with)
        |curious|wondering|interested in|need(?=(?: \w+)? (?:someone|somebody|people|folks
        |examples?|an?|some|every|all)\b)|looking (?:to (?:hear|learn)
        (?:from|about|of)))(?: (?:about|to know|to hear|to learn))?
    """)
_TELL = r"(?:tell|show|remind) (?:me|us)"
_WOULD_YOU = unwrapped(rf"""
    (?:(?:can|could|would|will) you(?: please)? {_TELL}|{_TELL}(?= (?:who|which|what|whose|where
        |when|why|how|if|whether)\b))(?! (?:more )?(?:about|something|the|an?)\b)(?= \w)
    |(?:can|could|would|will) you(?: (?:please|kindly|maybe|perhaps|possibly))?(?: be so
        (?:kind|good|nice)(?: as)?(?: to| and)?| mind)?(?= \w)
    |(?:do|would) you (?:happen to )?know(?: of)?(?= \w)
    |(?:(?:does |do )?any(?:one|body)? (?:here )?)?(?:idea|clue|know)s?(?=,? (?:who|which|what|whose
        |where|if)\b)
    """)
_LEAD = rx(
    rf"""
    ^\W*(?:{_GREETING}|{_FILLER}|(?:{_OURSELVES}|{_BARE}|{_WOULD_YOU})(?![\w'])[ ,:.-]*(?:(?:if
        |whether|that)\b ?)?)
    """,
    re.IGNORECASE,
)
_TRAIL = rx(
    r"""
    (?:[\s,;.!?:–-]|\b)+(?:and )?(?:thank you|thanks|thx|ty|cheers|please|much appreciated
        |if (?:that|it)(?:'s| is) (?:ok(?:ay)?|possible)|if you (?:can|could|know|don't mind|would)
        |if possible|if any|by any chance|do you know|you know)(?: (?:in advance|a lot|so much
        |very much|a bunch|all|everyone))?\W*$
    """,
    re.IGNORECASE,
)
# Where there is none of these, as in most questions, there is no trail; in lower case and without
# anything before it, the pattern is tried only at letters that it may begin with.
_SOME_TRAIL = rx("thank|thx|ty|cheers|please|appreciated|if |chance|know")
# "Whose setup could I look at": what the asker would do with the answer.
_MIDDLE = rx(
    r"""
    ,? \b(?:that )?(?:(?:could|can|should|might|may|do) (?:i|we)|(?:i|we) (?:could|can|should|might
        |may|want to|need to|have to)) (?:best )?(?:look(?: at| into)|listen(?: to)?
        |hear(?: about| from)?|see|watch|study|ask|talk to|learn(?: from| about)?|check(?: out)?
        |read(?: about)?|visit|consult|start with|get)\b
    |,? \bfor (?:me|us)\b(?: to (?:listen(?: to)?|hear|watch|study))?(?=\W|$)
    """,
    re.IGNORECASE,
)
_MOST = 5


def unframed(text: str) -> str:
    """A question without what it is wrapped in; as it is if nothing else is in it.

    >>> unframed("Hello, I would like to know who uses pandas, thank you")
    'who uses pandas'
    >>> unframed("please")
    'please'
    """
    kept = _SHORT.sub(lambda match: _SHORTHAND[match.group().lower()], text)
    kept = _DO.sub("DigitalOcean", kept) if _SMALL.search(kept) else kept
    kept = _NEEDED.sub("relies on", kept)
    for strip in _STRIPS:
        for _ in range(_MOST):
            less = strip(kept)
            if less == kept or not content_words(less):
                break
            kept = less
    return kept


def _without_lead(text: str) -> str:
    return _LEAD.sub("", text, count=1)


def _without_middle(text: str) -> str:
    return _MIDDLE.sub("", text, count=1)


def _without_trail(text: str) -> str:
    """The text without thanks at its end; a question mark stays."""
    if not _SOME_TRAIL.search(text.lower()):
        return text
    return _TRAIL.sub(lambda match: "?" if "?" in match.group() else "", text, count=1)


_STRIPS: tuple[Callable[[str], str], ...] = (_without_lead, _without_middle, _without_trail)
