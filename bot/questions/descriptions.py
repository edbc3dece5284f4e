"""Episodes that a question describes instead of naming them: "the school app"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.patterns import rx, unwrapped
from bot.questions.slots import PLACE, Name
from bot.rank.ordinary import is_ordinary
from bot.rank.words import content_words

if TYPE_CHECKING:
    import re

    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

_THING = unwrapped(r"""
    (?:web ?app|web ?site|app|apps|site|place|thing|one|company|product|platform|service|tool|team
        |crm|api|system|project|people|guys?|folks|bot|comic|podcast|show|episode|ep|interview
        |article|marketplace|startup|business|box|founder|dev|developer|guest|host|portal|agency
        |library|talk|recording|chat|conversation|catalogu?e?|directory|journal|newspaper|magazine
        |shop|store|game|calculator)
    """)
# "The specs of the server in the food app" is about one show, the last.
_NOT_IN = r"(?!(?:in|of|on|from|at|for|about) (?:the|that|this)\b)"
_DESCRIPTION = rx(
    rf"""
    \b(?:the|that|this) (?!are\b|is\b|was\b|use|run|host|not\b|do\b|does\b|have\b
        |has\b)(?P<about>(?:{_NOT_IN}[\w'&-]+ ){{1,5}}?){_THING}\b(?! (?:server|for|to|that|app
        |site|thing|one))
    """
)
_DOES = r"(?:uses?|runs?|using|running|hosted|built|made|written|deployed|powered|run on)"
_SUBJECT = rx(
    rf"\b(?:the|that|this) (?!process\b|midst\b|middle\b|are\b|is\b|was\b|not\b|{_DOES}\b)"
    rf"(?P<about>(?:[\w'&-]+ ){{1,6}}?){_DOES}\b"
)
_BARE_DESCRIPTION = rx(r"\b(?:for|at|of|by|behind|does|did) the (?P<about>[a-z]{5,})\W*$")
_TERSE = rx(
    r"""
    ^\W*(?:the )?(?P<about>(?:[\w'&-]+ ){1,3}?)(?:tech(?: ?stack)?|stack|technologies|set ?up|guest
        |founder|episode|interview)\W*$
    """
)
# What a question puts first, so that it may be described loosely: "the flight sim thing, what …".
_FRONTED = rx(
    r"""
    ^\W*(?:the|that|this) (?P<about>[a-z' &-]+?) ?(?:[,:;]| [-–—]) .*?\b(?:what|which|who|whose
        |where|how|why|when|does|do|is|are|did|its|their|stack|tech)\b
    """
)
# And without an article, by one telling word: "pepys: when do they count lines".
_ONE_WORD = rx(
    r"^\W*(?P<about>[a-z]{5,})(?:[:;,]| [-–—]) .*?"
    r"\b(?:what|which|who|where|how|why|when|timestamp|minute)\b"
)
# Or where only a show can be: "what did pepys use".
_ONE_ASKED = rx(
    r"\b(?:did|does|is|was|has|behind|at|like) (?P<about>[a-z]{5,})(?= (?:use|run|have|do|host|send"
    r"|move|switch|replace|choose|pick|go|talk|get|spend|pay|built|hosted|written|made|on)\b|\W*$)"
)
# What a question ends with: "what database backs the slack app for coworkers".
_LAST = rx(
    r"""
    (?:\b(?:what|which|where|how|stack|tech|who (?:is|does|handles?|runs|hosts|sends|processes
        |watches))\b|^\W*(?:the )?C\d+ (?=of|for|at|behind)).*?\b(?:of|for|at|behind|backs?|powers?
        |hosts?|runs?|does
        |do|did|by|is|under|serves?) the (?P<about>[a-z' &-]+?)\W*$
    """
)
# What another show is to be like.
_LIKE_LAST = rx(
    r"\b(?:like|similar to|resembl\w+|close to|related to) the (?P<about>[a-z' &-]+?)\W*$"
)
_SURE = 0.99
_LOOSE = 0.6


def with_described(utterance: Utterance, lexicon: Lexicon) -> Utterance:
    """The utterance with "the school app" read as the one episode that it describes."""
    fronted = _loosely(utterance, _FRONTED.match(utterance.shape), lexicon)
    if fronted is not None:
        return fronted
    word = _ONE_WORD.match(utterance.shape) or _ONE_ASKED.search(utterance.shape)
    if word and not is_ordinary(word["about"]) and word["about"] not in lexicon.thesaurus.words:
        told = _loosely(utterance, word, lexicon)
        if told is not None:
            return told
    shape = utterance.spelt("T", "C")
    for pattern in (_DESCRIPTION, _SUBJECT, _BARE_DESCRIPTION, _TERSE):
        for match in pattern.finditer(shape):
            if _is_of_names(match, utterance) or (
                pattern is _BARE_DESCRIPTION and match["about"] in lexicon.thesaurus.words
            ):
                continue
            ids = lexicon.describe(match["about"], _SURE)
            if len(ids) == 1:
                start, end = match.start("about"), match.end("about")
                surface = shape[start:end].strip()
                return _replaced(utterance, surface, Name("E", (str(ids[0]),), surface))
    like = _loosely(utterance, _LIKE_LAST.search(shape), lexicon)
    if like is not None:
        return like
    last = _LAST.search(utterance.spelt("T"))
    if last and len(content_words(last["about"])) > 1:
        return _loosely(utterance, last, lexicon) or utterance
    return utterance


def _loosely(
    utterance: Utterance, match: re.Match[str] | None, lexicon: Lexicon
) -> Utterance | None:
    """The utterance with the description that it begins or ends with read as an episode."""
    if match is None:
        return None
    surface = match["about"].strip()
    several = len(content_words(surface)) > 1
    ids = lexicon.describe(surface, _LOOSE if several else _SURE)
    if len(ids) != 1:
        return None
    return _replaced(utterance, surface, Name("E", (str(ids[0]),), surface))


def _is_of_names(match: re.Match[str], utterance: Utterance) -> bool:
    """Whether a description says nothing but a technology, of several: "all the rails apps"."""
    surfaces = {
        word
        for place in utterance.of("T")
        for word in utterance.names[place].surface.lower().split()
    }
    return (
        match.group().endswith(("s", "library", "shop")) and set(match["about"].split()) <= surfaces
    )


def _replaced(utterance: Utterance, surface: str, name: Name) -> Utterance:
    """The utterance with the words of a description as one more name."""
    described = set(surface.split())
    names = {
        place: each
        for place, each in utterance.names.items()
        if described.isdisjoint(each.surface.lower().split())
    }
    gone = {place for place in utterance.names if place not in names}
    shape = PLACE.sub(
        lambda m: utterance.names[m.group()].surface.lower() if m.group() in gone else m.group(),
        utterance.shape,
    )
    place = f"E{sum(k[0] == 'E' for k in names)}"
    if surface not in shape:
        return utterance
    return replace(utterance, shape=shape.replace(surface, place, 1), names={**names, place: name})
