"""Fragments that reword the question before them: "and the most?", "top 3", "do they use docker".

Others put a name or a filter into it (:mod:`bot.questions.followup`); these change its words, or
are questions themselves that only lack the show they speak of. They are a table: what a fragment
looks like, what the question before it does, and what becomes of both.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from bot.questions.slots import Name
    from bot.questions.utterance import Utterance

    # The question that a fragment makes of the one before it, if it makes one: of what was said,
    # the fragment and the question before it.
    Made = Callable[[re.Match[str], Utterance, Utterance], Utterance | None]

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
    ^(?P<what>\W*(?:and )?(?:(?:what|who)(?:'s|s| is| was)?|which)? ?(?:the )?(?:(?:full |tech
        )?stack|guests?|hosting(?: bill)?|tech|tools|tips?|mistakes?|lessons?))\W*$
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
_HOW_MANY = rx(r"^(?P<what>\W*(?:and )?how (?:many|much) \w+(?: \w+)?)\W*$")
# Only of those who use all that was named.
_USERS = rx(
    r"^(?!.*(?:n't|\b(?:not|no|never|without|or|plan\w*|want\w*|left|off|dropp?\w*)\b)).*\bT\d"
)
_THOSE = rx(r"\b(?P<verb>do|does|did|are|have|can) they\b")


def rewritten(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The question that a fragment makes of the one before it by its words, if it does."""
    for looks, after, made in _SORTS:
        said = looks.search(fragment.shape)
        if said and (after is None or after.search(previous.shape)):
            question = made(said, fragment, previous)
            if question is not None:
                return question
    return None


def _again(_said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance:
    """The same once more: its answer tells that, too, or the words decide what comes."""
    return replace(previous, raw=fragment.raw)


def _other_end(said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The most where the least was asked for."""
    if fragment.names:
        return None
    shape = _ONE_END.sub(said["new"], previous.shape, count=1)
    return replace(previous, raw=fragment.raw, shape=shape, about=None)


def _top(said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance:
    """So many of a ranking."""
    shape = f"{said['top']} {_OLD_TOP.sub('', previous.shape)}"
    return replace(previous, raw=fragment.raw, shape=shape)


def _why(_said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The reason for what was just told of a technology."""
    technologies, shows = previous.of("T"), previous.of("E")
    if not technologies:
        return None
    if _NOT_USED.search(previous.shape) and not shows:
        # The lines that say so say why, if any does; other lines are about using it.
        return replace(previous, raw=fragment.raw)
    who = f"did {shows[0]} use " if shows else ""
    return replace(previous, raw=fragment.raw, shape=f"why {who}{technologies[0]}")


def _amount(
    verb: str, said: re.Match[str], fragment: Utterance, previous: Utterance
) -> Utterance | None:
    """What those who use it pay, or how big they are."""
    if fragment.names or previous.of("E") or not previous.technologies:
        return None
    uses = tuple(dict.fromkeys((*previous.filters.uses, *previous.technologies)))
    filters = replace(previous.filters, uses=uses)
    return replace(fragment, shape=f"who {verb} {said['what']}", filters=filters)


def _subject(said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """Another subject in the same show: "and deploys" after "when does … talk about testing"."""
    moment, shows = _MOMENT.search(previous.shape), previous.of("E")
    if moment is None or fragment.of("E") or not shows:
        return None
    if any(place in moment["subject"] for place in shows):
        return None
    return replace(
        previous,
        raw=fragment.raw,
        text=fragment.text,
        shape=f"{moment['frame']} {said['subject'].strip()}",
        names={**{place: previous.names[place] for place in shows}, **fragment.names},
    )


def _both_of(_said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance:
    """Both of "redis or celery"."""
    shape = _EITHER.sub(r"\g<one> and \g<two>", previous.shape)
    return replace(previous, raw=fragment.raw, shape=shape)


def _both(_said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The last name and the one that it took the place of."""
    old, places = previous.names.get(REPLACED), previous.of("T")
    if old is None or old.kind != "T" or len(places) != 1:
        return None
    place = f"T{len(previous.names)}"
    shape = previous.shape.replace(places[0], f"{place} and {places[0]}")
    return replace(previous, raw=fragment.raw, shape=shape, names={**previous.names, place: old})


def _there(said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The same of one place."""
    if not previous.of("T") or previous.of("E"):
        return None
    shape = f"{previous.shape.rstrip(' ?!.')} {said['there']}"
    return replace(previous, raw=fragment.raw, shape=shape)


def _one_before(_said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """One more of the latest episodes."""
    latest = _LATEST.search(previous.shape)
    if latest is None or previous.names:
        return None
    shape = f"latest {int(latest['number'] or 1) + 1} episodes"
    return replace(previous, raw=fragment.raw, shape=shape, about=None)


def _of_those(said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """A question on "them" after one on who uses something."""
    uses = tuple(dict.fromkeys((*previous.filters.uses, *previous.technologies)))
    if fragment.of("T") or fragment.of("E") or not uses:
        return None
    named = previous.technologies and not _USERS.search(previous.shape)
    if named or previous.of("E") or _spoken_of(previous) is not None:
        return None
    filters = replace(previous.filters, uses=uses)
    return replace(fragment, shape=_with(said, f"{said['verb']} people"), filters=filters)


def _of_show(
    words: str, said: re.Match[str], fragment: Utterance, previous: Utterance
) -> Utterance | None:
    """A question on the show that was spoken of, whatever stands for it.

    Args:
        words: What is meant by what was said, the show being ``E0``.
        said: What stands for the show.
        fragment: The question.
        previous: The one before it.
    """
    show = _spoken_of(previous)
    if show is None or fragment.of("E"):
        return None
    names = {**fragment.names, "E0": show}
    return replace(fragment, shape=_with(said, said.expand(words)), names=names)


def _like_it(_said: re.Match[str], fragment: Utterance, previous: Utterance) -> Utterance | None:
    """Episodes like the one that was spoken of."""
    show = _spoken_of(previous)
    return replace(fragment, shape="episodes like E0", names={"E0": show}) if show else None


def _with(said: re.Match[str], words: str) -> str:
    """A shape with other words in the place of those that were found."""
    return f"{said.string[: said.start()]}{words}{said.string[said.end() :]}"


def _spoken_of(utterance: Utterance) -> Name | None:
    """The only show that a question names, or that its answer told of."""
    shows = utterance.of("E")
    if len(shows) == 1:
        return utterance.names[shows[0]]
    return utterance.about if not shows else None


# What a fragment looks like, what the question before it does if that matters, and what both make;
# the first that makes a question counts.
_SORTS: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, Made], ...] = (
    (_OTHER_END, _ONE_END, _other_end),
    (_TOP, _RANKED, _top),
    (_WHY, None, _why),
    (_MONEY, None, partial(_amount, "pays")),
    (_SIZE, None, partial(_amount, "has")),
    (_BOTH, _EITHER, _both_of),
    (_BOTH, None, _both),
    (_WHERE_TO, _LEAVING, _again),
    (_THERE, None, _there),
    (_ONE_BEFORE, None, _one_before),
    (_THOSE, None, _of_those),
    (_SUBJECT, None, _subject),
    (_ANOTHER, _RANDOM, _again),
    (_LIKE, None, _like_it),
    (_THEY, None, partial(_of_show, r"\g<verb> E0")),
    (_HIM, None, partial(_of_show, r"\g<before> E0")),
    (_HOW_MANY, None, partial(_of_show, r"\g<what> does E0 have")),
    (_THEIR, None, partial(_of_show, "E0")),
    (_OF_IT, None, partial(_of_show, r"\g<what> of E0")),
)
