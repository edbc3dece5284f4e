"""Sentences of this field by the thousand, from which a model tells what its words mean.

Dictionaries and summaries of packages rarely speak of invoices, outages and those who are called
out of bed by them. So phrases of ``seeds/thesaurus.yml``, names and kinds of ``technologies.yml``
and frequent words of English are put together by chance. Most of what comes out is nonsense, but
a model has an opinion of it, and these are the words that show notes and questions are made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from bot.model import is_everyday

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.model import Category, Concept, Technology

_FRAMES = """
    {idea}
    {idea} {word}
    {word} {idea}
    {idea}, {kin}
    {one} {word}
    {word} and {one}
    {one} and {other} {idea}
    {one} to {other}
    {idea} for {one}
    {idea} ({one})
    {idea} is a {one}
    {idea} without {kin}
    {idea} instead of {kin}
    {idea} and {kin}, {one}
    using {idea} for {kin}
    using {idea} to {word} {one}
    moving from {idea} to {kin}
    going with {name} for {idea}
    {name} for {idea}
    {name} on {one}
    {name} vs {rival} for {one}
    {name} ({kind}) vs {rival}
    {name} as the {kind}
    {name} takes care of {idea}
    {name} helps with {idea} and {kin}
    {idea} is done by {name}
    {kind} for {idea}
    replacing {name} with {rival} to get {idea}
    they ended up {word} because of {idea}
    {word} the {one} and {idea}
    {idea} and how that affected the {one}
    the {one} {word} when there is {idea}
    talking about {idea} and {one}
    {one} was a pain until {idea}
    we have about 20 {one} and {idea}
    {idea} before {word} {one}
    {one} {word} {other}
    {word} {one} {other}
    {one} {other} {idea}
    {idea} so that {one} can {word}
    {idea} after a {word} {one}
    the {word} {one} that needs {idea}
    no more {one} thanks to {idea}
    {idea} saved us a lot of {one}
    {idea} costs {word} {one}
    one {one} for every {other}
    how do {one} {word} {other}
    how do you deal with {idea}
    why would you {word} {one}
    when to use {idea}
    where does the {one} {word}
    {word} without {one}
    not having to {word} {one}
    not worrying about {idea}
    {one} that {word} by accident
    letting {one} {word}
    making sure {one} is {word}
    being {word} about {idea}
    {idea} by {one}
    {idea} with only one {one}
    {other} of {one}, {idea}, {kin}
    {idea} turned out {word}
    {one} who {word} {other}
    a {one} for {word} reasons
    {idea} between {one} and {other}
    {one} gets {word} at night
    {one} was a mistake, {idea}
    first {one}, then {idea}
    best tips are {idea} and {one}
    what happens to {one} when {idea}
    getting {one} by {idea}
    problems with {idea}
    {word} {idea} {more}
    {more} {one} {word}
    {word} {more} {one}
"""
FRAMES = tuple(line.strip() for line in _FRAMES.strip().splitlines())


@dataclass(frozen=True, slots=True)
class Field:
    """What sentences are made of.

    Attributes:
        ideas: Ways to name each concept of the field.
        everyday: Sets of ordinary words for one thing.
        names: Of technologies.
        kinds: Of technology, as people call them.
        words: Frequent words of English.
    """

    ideas: Sequence[Sequence[str]]
    everyday: Sequence[Sequence[str]]
    names: Sequence[str]
    kinds: Sequence[str]
    words: Sequence[str]

    @classmethod
    def of(
        cls,
        concepts: Sequence[Concept],
        technologies: Sequence[Technology],
        categories: Sequence[Category],
        words: Sequence[str],
    ) -> Field:
        """All that the seeds say."""
        return cls(
            ideas=[each.terms + each.weak for each in concepts if not is_everyday(each.id)],
            everyday=[each.terms for each in concepts if is_everyday(each.id)],
            names=[each.name for each in technologies],
            kinds=[name for each in categories for name in (each.name, *each.aliases)],
            words=words,
        )


def sentences(field: Field, count: int, seed: int = 0) -> list[str]:
    """Every phrase by itself, and so many sentences that frames make of them; none twice."""
    alone = [*_flat(field.ideas), *_flat(field.everyday), *field.names, *field.kinds]
    framed = _framed(field, count, Random(seed))  # noqa: S311 - no secret
    return list(dict.fromkeys([*alone, *framed]))


def _flat(groups: Sequence[Sequence[str]]) -> list[str]:
    return [text for group in groups for text in group]


def _framed(field: Field, count: int, chance: Random) -> Iterator[str]:
    """Sentences with two ways to name one idea, or two ideas."""
    pick = chance.choice
    for _ in range(count):
        near = pick(field.ideas)
        yield pick(FRAMES).format(
            idea=pick(near),
            kin=pick(pick((near, pick(field.ideas)))),
            one=pick(pick(field.everyday)),
            other=pick(pick(field.everyday)),
            name=pick(field.names),
            rival=pick(field.names),
            kind=pick(field.kinds),
            word=pick(field.words),
            more=pick(field.words),
        )
