"""How many of a kind, and nothing but one: "two databases or more", "only sqlite"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.questions.conditions import Condition, Term
from bot.questions.numbers import number_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

_COUNT = r"(?:one|two|three|four|[1-4])"
_KIND = r"(?:(?:different|separate|distinct|kinds? of|sorts? of|other) )*C\d"
_SEVERAL = rx(
    rf"""
    \bmore than (?P<above>{_COUNT}) {_KIND}
    |\bat least (?P<least>{_COUNT}) {_KIND}
    |\b(?P<plus>{_COUNT})(?: \+|\+| or more) {_KIND}
    |\b(?P<more>{_COUNT}) {_KIND} (?:or more|and more|at least|at once)\b
    |\b(?P<many>several|multiple|a couple of|different) C\d
    |\b(?:(?:use|using|uses|with|have|has|run|runs|on) )(?P<two>two|2|three|3) {_KIND}
    """
)
_ONLY = rx(
    r"""
    \b(?:only|just|solely|exclusively|nothing (?:but|except|other than|besides)|no \w+ (?:but|except
        |besides|other than)) T\d\W*$
    |^(?!.*\bnot\b).*\bT\d (?:only|alone|exclusively|and nothing (?:else|more))\W*$
    """
)
# Forks that notes call by either name, and what is one of the other with more to it.
_SAME = (
    frozenset(("mysql", "mariadb")),
    frozenset(("postgres", "postgis", "timescaledb", "citus")),
)


def asks_several(shape: str) -> bool:
    """Whether so many of a kind are asked for, and not any of it."""
    return _SEVERAL.search(shape) is not None


def counted(condition: Condition, utterance: Utterance, lexicon: Lexicon) -> Condition:
    """A condition with how many of a kind are asked for, or with nothing else of the kind."""
    if not condition.groups or condition.excluded:
        return condition
    term = condition.groups[0][0]
    match = _SEVERAL.search(utterance.shape)
    if match and term.category and len(condition.groups) == 1:
        return replace(condition, least=_least(match.groupdict()))
    if term.category is None and len(condition.wanted) == 1 and _ONLY.search(utterance.shape):
        return _alone(condition, term, lexicon)
    return condition


def _least(found: dict[str, str | None]) -> int:
    """The number that is met at least."""
    if found["above"]:
        return number_of(found["above"]) + 1
    exact = found["least"] or found["plus"] or found["more"] or found["two"]
    return number_of(exact) if exact else 2


def _alone(condition: Condition, term: Term, lexicon: Lexicon) -> Condition:
    """Nothing else of the sort that a technology is of: "only sqlite" is no other database."""
    (tech,) = condition.wanted
    vocabulary = lexicon.vocabulary
    kinds = [kind for kind, members in vocabulary.members.items() if tech in members]
    if not kinds:
        return condition
    kind = max(kinds, key=lambda each: len(vocabulary.members[each]))
    others = vocabulary.members[kind] - same(tech) - term.ids
    label = f"any other of the {vocabulary.categories[kind].name}"
    return replace(condition, excluded=(Term(label, others),))


def same(tech: str) -> frozenset[str]:
    """A technology with what notes call by either name."""
    return next((each for each in _SAME if tech in each), frozenset((tech,)))


def distinct(found: AbstractSet[str], lexicon: Lexicon) -> list[str]:
    """Different things among some technologies: neither PostGIS nor dj-stripe is a second one."""
    known = lexicon.vocabulary.technologies
    kept: dict[str, str] = {}
    for tech in sorted(found, key=lambda each: (each.count("-"), each)):
        words = tech.split("-")
        if known[tech].part_of in found or any(other in words for other in found - {tech}):
            continue
        kept.setdefault(min(same(tech)), tech)
    return list(kept.values())
