"""Fragments that only mean something after a question: "and Ansible?", "only 2021", "more".

A fragment is merged into the previous utterance, and the result is parsed like any question,
so that every kind has follow-ups without knowing of them.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from bot.dialogue import Filters
from bot.patterns import rx
from bot.questions.compare import weighs
from bot.questions.fragments import REPLACED, rewritten
from bot.questions.leftovers import leftover
from bot.questions.utterance import clean

if TYPE_CHECKING:
    from bot.questions.utterance import Utterance

EXAMPLES = ("and Ansible?", "what about flask", "only 2021", "without docker", "more")

_CONNECTIVE = rx(
    r"""
    ^\W*(?:and|or|also|plus|what about|how about|same (?:for|with)|but|ok and
        |then)\b
    """
)
_SAME = rx(
    r"""
    ^\W*(?:(?:show |give |tell )?(?:me )?more|next|continue|go on|the rest|again|others?|all of them
        |(?:and )?how many(?: (?:is|are|was|were) (?:that|those|these|there|they))?(?: in total)?
        |(?:and )?who (?:are|were) (?:they|those|these)|name them|list them|(?:and )?who(?: else)?
        |(?:in )?which(?: ones?| are they| shows?| episodes?)?)\W*$
    """
)
_WHEN = rx(
    r"""
    ^\W*(?:(?:and )?(?:when|where|at what time|which minute)(?: exactly)?(?: (?:do|does|did)
        (?:they|he|she|it) (?:say|talk about|mention) (?:that|this|it)
        | (?:is|was) (?:that|this|it))?|time ?stamps?|links?)\W*$
    """
)
_NARROWS = rx(
    r"""
    ^\W*(?:only|just|(?:and )?(?:(?:which|who) )?(?:of|among) (?:these|those|them)|in|from
        |since|before|after|under|over|with|without|but|not|no|and|the|ones?|excluding|except|minus
        |shorter|longer|limit to|restrict to|who also use|that also use|also)\b
    """
)
_WITHOUT = rx(r"\b(?:without|but not|not|no|never|except|excluding|minus|w/o)\b|n't\b")
_WITH = rx(
    r"""
    \b(?:with|(?:of|among) (?:these|those|them)|also (?:use|uses|using)|plus|too
        |as well)\b
    """
)
_PART = rx(r"^\W*(?:and )?(?:what|which|whose|any|their|its|the)\b(?: \w+){0,2} ?[TC]\d+\W*$")
# "And sqlite?" after "postgres vs mysql".
_OTHER_SIDE = rx(r"^\W*(?:and|or|plus|vs\.?|versus|against|also|what about|how about) T\d+\W*$")
# "And passiv?" after "zego vs mux", "vs mux" after "zego's stack".
_OTHER_SHOW = rx(
    r"""
    ^\W*(?:and|or|plus|vs\.?|versus|against|also|what about|how about)
        (?:the )?E\d+(?: (?:one|stack|show))?\W*$
    """
)
_AGAINST = rx(
    r"""
    ^\W*(?:(?:and|now|how) )?(?:(?:does|do|is) )?(?:(?:it|that|this|they) )?(?:(?:vs\.?|versus
        |against|next to|side by side with)|compar\w+(?: (?:it|that|this|them))?
        (?:to|with|against)) (?:the |that of )?E\d+(?: (?:one|stack|show))?\W*$
    """
)
_IN_SHOW = rx(
    r"""
    ^\W*(?:and )?(?:in|at|on|for|from|of|by) (?:the )?E\d+(?: (?:one|episode|show|interview))?\W*$
    """
)
# "From rails devs" after "tips from django devs".
_OF_USERS = rx(r"^\W*(?:and )?(?P<of>from|by|of|for) T\d+\b")
_PLACE = rx(r"\b([TCE])\d+\b")
# Filters of which any number hold together.
_ADDED = frozenset(("uses", "without", "phrases", "lacks", "besides"))


def merge(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The question that a fragment makes of the previous one; ``None`` if it is no fragment."""
    merged = _merged(fragment, previous)
    return merged and replace(merged, follows=(*previous.follows, previous.raw))


def thread(utterance: Utterance) -> tuple[str, ...]:
    """The texts to keep of a conversation, so that the next fragment means what it should.

    A fragment means nothing by itself, so those it follows are kept with it. "More" adds nothing
    to them, however often it is said.
    """
    texts = (*utterance.follows, utterance.raw)
    return (*texts[:1], *(text for text in texts[1:] if not _again(clean(text).lower())))


def _again(shape: str) -> bool:
    """Whether nothing is asked but to go on, or where it is said."""
    return bool(_SAME.search(shape) or _WHEN.search(shape))


def _merged(fragment: Utterance, previous: Utterance) -> Utterance | None:
    shape = fragment.shape
    if _again(shape):
        return replace(previous, raw=fragment.raw)
    reworded = rewritten(fragment, previous)
    if reworded:
        return reworded
    shows = _of_shows(fragment, previous)
    beside = _beside(shows, previous)
    if beside:
        return beside
    return None if leftover(fragment) else _fragment(shows, previous)


def _fragment(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """What a few names or filters make of a question."""
    shape = fragment.shape
    if (
        fragment.names
        and (_WITHOUT.search(shape) or _WITH.search(shape))
        and _NARROWS.search(shape)
    ):
        return _narrowed(fragment, previous)
    if _OTHER_SIDE.search(shape) and weighs(previous):
        return _versus("T", fragment, previous, previous.shape)
    if fragment.names and (_goes_on(fragment, previous) or _is_bare(fragment)):
        return _replaced(fragment, previous)
    if fragment.names and _PART.search(shape):
        return _part_of(fragment, previous)
    if fragment.filters and not fragment.names:
        return replace(
            previous, raw=fragment.raw, filters=_joined(previous.filters, fragment.filters)
        )
    return None


def _goes_on(fragment: Utterance, previous: Utterance) -> bool:
    """Whether a fragment asks the same of another name: "and flask", "in the zego one"."""
    if _CONNECTIVE.search(fragment.shape) or _IN_SHOW.search(fragment.shape):
        return True
    of = _OF_USERS.search(fragment.shape)
    return of is not None and f"{of['of']} T" in previous.shape


def _shows(utterance: Utterance) -> list[str]:
    """Places of the shows that a question is about."""
    return [place for place in utterance.of("E") if place in utterance.names]


def _of_shows(fragment: Utterance, previous: Utterance) -> Utterance:
    """A fragment after a question on shows: a name that is a tool's and a show's is the show's."""
    if not _shows(previous) or previous.technologies:
        return fragment
    names, shape = dict(fragment.names), fragment.shape
    for place, name in fragment.names.items():
        if name.company:
            del names[place]
            show = f"E{sum(each[0] == 'E' for each in names)}"
            names[show] = name.as_episode()
            shape = shape.replace(place, show, 1)
    return replace(fragment, names=names, shape=shape)


def _beside(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """One more show beside those that were spoken of, if a fragment asks for that."""
    shows = _shows(previous)
    if _AGAINST.search(fragment.shape) and shows:
        shape = " vs ".join(shows)
    elif _OTHER_SHOW.search(fragment.shape) and len(shows) > 1:
        shape = previous.shape
    else:
        return None
    return _versus("E", fragment, previous, shape)


def _versus(kind: str, fragment: Utterance, previous: Utterance, shape: str) -> Utterance:
    """The fragment's first name of a kind, compared with what a shape of the previous one names."""
    place = f"{kind}{len(previous.names)}"
    name = fragment.names[fragment.of(kind)[0]]
    return replace(
        previous,
        raw=fragment.raw,
        shape=f"{shape.rstrip(' ?!.')} vs {place}",
        names={**previous.names, place: name},
        filters=_joined(previous.filters, fragment.filters),
    )


def _is_bare(fragment: Utterance) -> bool:
    """Whether a fragment is nothing but names."""
    return not _PLACE.sub("", fragment.shape).strip(" ?!.,")


def _narrowed(fragment: Utterance, previous: Utterance) -> Utterance | None:
    technologies = tuple(fragment.technologies)
    if not technologies:
        return None
    merged = _joined(previous.filters, fragment.filters)
    if _WITHOUT.search(fragment.shape):
        narrowed = replace(merged, without=(*merged.without, *technologies))
    else:
        narrowed = replace(merged, uses=(*merged.uses, *technologies))
    return replace(previous, raw=fragment.raw, filters=narrowed)


def _replaced(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """The previous question about the fragment's name instead of its own last one."""
    place, name = next(iter(fragment.names.items()))
    wanted = "E" if name.kind == "E" else "TC"
    old = [p for p in previous.names if p[0] in wanted and p in previous.shape]
    if not old:
        return _part_of(fragment, previous)
    kept = {p: each for p, each in previous.names.items() if p not in old}
    shape = previous.shape
    for extra in old[:-1]:
        shape = shape.replace(extra, "", 1)
    shape = shape.replace(old[-1], place, 1)
    return replace(
        previous,
        raw=fragment.raw,
        text=fragment.text,
        shape=" ".join(shape.split()),
        names={**kept, REPLACED: previous.names[old[-1]], place: name},
        filters=_joined(previous.filters, fragment.filters),
    )


def _part_of(fragment: Utterance, previous: Utterance) -> Utterance | None:
    """A technology or category asked of the show that was spoken of: "what database"."""
    shows = {p: each for p, each in previous.names.items() if p[0] == "E" and p in previous.shape}
    if not shows:
        return None
    return replace(
        fragment,
        shape=f"{fragment.shape.rstrip('?! .')} of {' vs '.join(shows)}",
        names={**fragment.names, **shows},
        filters=_joined(previous.filters, fragment.filters),
    )


def _joined(old: Filters, new: Filters) -> Filters:
    """Filters of both; of two that cannot both hold the newer one counts."""
    default = Filters()
    changed = {
        field.name: getattr(new, field.name)
        for field in fields(Filters)
        if getattr(new, field.name) != getattr(default, field.name)
    }
    for name in _ADDED & changed.keys():
        changed[name] = tuple(dict.fromkeys((*getattr(old, name), *changed[name])))
    return replace(old, **changed)
