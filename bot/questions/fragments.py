"""Fragments that reword the question before them: "and the most?", "top 3", "do they use docker".

Others put a name or a filter into it (:mod:`bot.questions.followup`); these change its words, or
are questions themselves that only lack the show they speak of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.slots import Name
    from bot.questions.utterance import Utterance

    Rewrite = Callable[[Utterance, Utterance], Utterance | None]

REPLACED = "X0"
"""Where a name is kept that another one took the place of, for "both?"."""

_LEAD = r"^\W*(?:(?:and|but|so|ok|then|what about|how about|only|just) )*(?:the )?"
_SUPERLATIVE = (
    r"(?:most expensive|least expensive|cheapest|priciest|most|least|biggest|largest|smallest"
    r"|highest|lowest|longest|shortest|latest|newest|oldest|fewest|busiest)"
)
_OTHER_END = rx(
    rf"{_LEAD}(?:on )?(?P<new>{_SUPERLATIVE}|average|median)"
    r"(?: (?:ones?|used|popular|common))?\W*$"
)
_ONE_END = rx(rf"\b(?:{_SUPERLATIVE}|average|median)\b")
_TOP = rx(rf"{_LEAD}(?P<top>top (?:\d{{1,2}}|two|three|four|five|ten))\W*$")
_RANKED = rx(r"\b(?:top(?: \d+| \w+(?= T| C))?|most|popular|favou?rites?|best|leading|biggest)\b")
_OLD_TOP = rx(r"\btop (?:\d{1,2}|two|three|four|five|ten)\b ?")
_WHY = rx(r"^\W*(?:and |but )?why(?: (?:is|was) (?:that|it|this)| not| so| do they| did they)?\W*$")
_NOT_USED = rx(
    r"\b(?:not?|never|without|avoid\w*|left|leave|dropp?\w*|moved|used to|former|ex)\b|n't\b"
)
_BOUND = (
    r"(?:for |at )?(?:under|below|less than|over|above|more than|at least|at most|up to|fewer than)"
)
_MONEY = rx(rf"{_LEAD}(?P<what>{_BOUND} .*(?:[$€£]|\b(?:dollars|bucks|euros|pounds|usd)\b).*)$")
_SIZE = rx(
    rf"{_LEAD}(?:with )?(?P<what>{_BOUND} .*\b(?:servers?|developers?|devs|engineers|users"
    r"|customers|requests|lines of code|people)\b.*)$"
)
_SUBJECT = rx(r"^(?:and|what about|how about|or) (?:about |the )?(?P<subject>[^?!.]+)\W*$")
_MOMENT = rx(
    r"""
    ^(?P<frame>.*\b(?:when|where|why|what time|which minute|time ?stamp)\b.*
        \b(?:about|mentions?|discuss(?:es)?|explains?|covers?)) (?P<subject>.+)$
    """
)
_THEY = rx(
    r"\b(?P<verb>do|does|did|are|is|have|has|can|were|was|will|would|could) (?:they|it|he|she)\b"
)
_THEIR = rx(r"\b(?:their|its|his|her)\b")
_ANOTHER = rx(r"^\W*(?:and |show me |give me |pick )?another(?: one| episode)?\W*$")
_RANDOM = rx(r"\b(?:random|surprise|lucky)\b")
_LIKE = rx(
    r"^\W*(?:and |any |show me |is there )*(?:more|others?|something|anything|episodes|shows)?"
    r" ?(?:like (?:that|this|it)(?: one)?|similar(?: ones?| episodes| shows)?)\W*$"
)
_OF_IT = rx(
    r"""
    ^\W*(?:and )?(?:(?:what|who)(?:'s|s| is| was)?|which)? ?(?:the )?(?:(?:full |tech )?stack
        |guests?|hosting(?: bill)?|tech|tools|tips?|mistakes?|lessons?)\W*$
    """
)
# Who left something is asked where to, and the lines that say so say it.
_WHERE_TO = rx(
    r"^\W*(?:and |but )?(?:where|what) (?:to|(?:did|do) (?:they|he|she|it) (?:\w+ )?(?:to|instead))"
    r"(?: instead)?\W*$"
)
_LEAVING = rx(r"\b(?:off|away|left|leave|dropp?\w*|ditch\w*|mov\w+|switch\w*|used to|gave up)\b")
_BOTH = rx(
    r"^\W*(?:and |or |but |who (?:uses|has) |who's (?:using|on) )*"
    r"(?:both|the two|all (?:two|three))(?: of (?:them|those|these))?(?: together)?\W*$"
)
_EITHER = rx(r"\b(?:either )?(?P<one>T\d+) or (?P<two>T\d+)\b")
_THERE = rx(
    r"^\W*(?:and |but |only |just )*(?P<there>in (?:production|prod|development|dev|staging))\W*$"
)
_ONE_BEFORE = rx(
    r"^\W*(?:and |what about |what was )*(?:the )?(?:one |episode )?(?:before (?:that|it)|previous"
    r"(?: one| episode)?)(?: one)?\W*$"
)
_LATEST = rx(r"\b(?:latest|newest|last|most recent)(?: (?P<number>\d{1,2}))?\b")
_HIM = rx(r"\b(?P<before>find|reach|contact|follow|about|with|from|of) (?:him|her|them)\b")
_HOW_MANY = rx(r"^\W*(?:and )?how (?:many|much) \w+(?: \w+)?\W*$")
# Only of those who use all that was named.
_USERS = rx(
    r"^(?!.*(?:n't|\b(?:not|no|never|without|or|plan\w*|want\w*|left|off|dropp?\w*)\b)).*\bT\d"
)
_THOSE = rx(r"\b(?P<verb>do|does|did|are|have|can) they\b")


def rewritten(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The question that a fragment makes of the one before it by its words, if it does."""
    for rewrite in _REWRITES:
        question = rewrite(fragment, previous)
        if question is not None:
            return question
    return None


def _other_end(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The most where the least was asked for: "and the most expensive?"."""
    new = _OTHER_END.search(fragment.shape)
    if new is None or fragment.names or not _ONE_END.search(previous.shape):
        return None
    shape = _ONE_END.sub(new["new"], previous.shape, count=1)
    return replace(previous, raw=fragment.raw, shape=shape, about=None)


def _top(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """So many of a ranking."""
    top = _TOP.search(fragment.shape)
    if top is None or not _RANKED.search(previous.shape):
        return None
    shape = f"{top['top']} {_OLD_TOP.sub('', previous.shape)}"
    return replace(previous, raw=fragment.raw, shape=shape)


def _why(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The reason for what was just told of a technology."""
    technologies, shows = previous.of("T"), previous.of("E")
    if not _WHY.search(fragment.shape) or not technologies:
        return None
    if _NOT_USED.search(previous.shape) and not shows:
        # The lines that say so say why, if any does; other lines are about using it.
        return replace(previous, raw=fragment.raw)
    who = f"did {shows[0]} use " if shows else ""
    return replace(previous, raw=fragment.raw, shape=f"why {who}{technologies[0]}")


def _amount(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """What those who use it pay, or how big they are: "under 100 dollars a month"."""
    if fragment.names or previous.of("E") or not previous.technologies:
        return None
    money, size = _MONEY.search(fragment.shape), _SIZE.search(fragment.shape)
    found = money or size
    if found is None:
        return None
    uses = tuple(dict.fromkeys((*previous.filters.uses, *previous.technologies)))
    verb = "pays" if money else "has"
    return replace(
        fragment,
        shape=f"who {verb} {found['what']}",
        filters=replace(previous.filters, uses=uses),
    )


def _subject(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """Another subject in the same show: "and deploys" after "when does … talk about testing"."""
    moment, subject = _MOMENT.search(previous.shape), _SUBJECT.search(fragment.shape)
    if moment is None or subject is None or fragment.of("E") or not previous.of("E"):
        return None
    shows = {place: previous.names[place] for place in previous.of("E")}
    if any(place in moment["subject"] for place in shows):
        return None
    return replace(
        previous,
        raw=fragment.raw,
        text=fragment.text,
        shape=f"{moment['frame']} {subject['subject'].strip()}",
        names={**shows, **fragment.names},
    )


def _where_to(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """Where those went who left something."""
    if not _WHERE_TO.search(fragment.shape) or not _LEAVING.search(previous.shape):
        return None
    return replace(previous, raw=fragment.raw)


def _both(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """Both of two: of "redis or celery", or of the name before the last one and that."""
    if not _BOTH.search(fragment.shape):
        return None
    if _EITHER.search(previous.shape):
        shape = _EITHER.sub(r"\g<one> and \g<two>", previous.shape)
        return replace(previous, raw=fragment.raw, shape=shape)
    old, places = previous.names.get(REPLACED), previous.of("T")
    if old is None or old.kind != "T" or len(places) != 1:
        return None
    place = f"T{len(previous.names)}"
    shape = previous.shape.replace(places[0], f"{place} and {places[0]}")
    return replace(previous, raw=fragment.raw, shape=shape, names={**previous.names, place: old})


def _there(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The same of one place: "in production?"."""
    there = _THERE.search(fragment.shape)
    if there is None or not previous.of("T") or previous.of("E"):
        return None
    shape = f"{previous.shape.rstrip(' ?!.')} {there['there']}"
    return replace(previous, raw=fragment.raw, shape=shape)


def _one_before(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """One more of the latest episodes."""
    latest = _LATEST.search(previous.shape)
    if not _ONE_BEFORE.search(fragment.shape) or latest is None or previous.names:
        return None
    shape = f"latest {int(latest['number'] or 1) + 1} episodes"
    return replace(previous, raw=fragment.raw, shape=shape, about=None)


def _of_those(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """A question on "them" after one on who uses something: "how much do they pay"."""
    asked = _THOSE.search(fragment.shape)
    uses = tuple(dict.fromkeys((*previous.filters.uses, *previous.technologies)))
    if asked is None or fragment.of("T") or fragment.of("E") or not uses:
        return None
    named = previous.technologies and not _USERS.search(previous.shape)
    if named or previous.of("E") or _spoken_of(previous) is not None:
        return None
    shape = _THOSE.sub(r"\g<verb> people", fragment.shape, count=1)
    return replace(fragment, shape=shape, filters=replace(previous.filters, uses=uses))


def _another(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """One more at random; the words that ask decide which."""
    if not _ANOTHER.search(fragment.shape) or not _RANDOM.search(previous.shape):
        return None
    return replace(previous, raw=fragment.raw)


def _like_it(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """Episodes like the one that was spoken of."""
    show = _spoken_of(previous)
    if show is None or not _LIKE.search(fragment.shape):
        return None
    return replace(fragment, shape="episodes like E0", names={"E0": show})


def _of_them(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """A question that says "they" or "their" of the show that was spoken of, or nothing at all."""
    show = _spoken_of(previous)
    if show is None or fragment.of("E"):
        return None
    shape = _THEY.sub(r"\g<verb> E0", fragment.shape, count=1)
    if shape == fragment.shape:
        shape = _HIM.sub(r"\g<before> E0", fragment.shape, count=1)
    if shape == fragment.shape and _HOW_MANY.search(shape):
        shape = f"{shape.rstrip(' ?!.')} does E0 have"
    if shape == fragment.shape:
        shape = _THEIR.sub("E0", fragment.shape, count=1)
    if shape == fragment.shape and _OF_IT.search(shape):
        shape = f"{shape.rstrip(' ?!.')} of E0"
    if shape == fragment.shape:
        return None
    return replace(fragment, shape=shape, names={**fragment.names, "E0": show})


def _spoken_of(utterance: Utterance) -> Name | None:
    """The only show that a question names, or that its answer told of."""
    shows = utterance.of("E")
    if len(shows) == 1:
        return utterance.names[shows[0]]
    return utterance.about if not shows else None


_REWRITES: tuple[Rewrite, ...] = (
    _other_end,
    _top,
    _why,
    _amount,
    _both,
    _where_to,
    _there,
    _one_before,
    _of_those,
    _subject,
    _another,
    _like_it,
    _of_them,
)
