"""Rankings: the most used databases, the top hosts of a year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup, Row
from bot.model import TRAIT, Stance
from bot.patterns import rx
from bot.questions.base import Asked, listing
from bot.questions.narrowing import narrowed, scope
from bot.questions.numbers import CARDINAL, number_of
from bot.questions.parts import part_asked
from bot.questions.users import cite_users

if TYPE_CHECKING:
    from bot.dialogue import Citation, Evidence, Head
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "popular"
SUMMARY = "The most used technologies, of one category or of all"
EXAMPLES = (
    "most used databases",
    "what are the top 3 hosting providers",
    "most popular web frameworks?",
    "top 5 hosts in 2021",
)

_MOST = rx(
    r"""
    \b(?:most|more (?:commonly|often|frequently|widely) (?:\w+ )?used|top|popular|favou?rites?
        |commonest|leading|dominant|number one|biggest|ranking|rank|leaderboard|usual(?:ly)?
        |typical(?:ly)?|mostly|mainly|go-to|prefer(?:red)?|wins?|winner|dominates?|best|liked
        |widespread|majority|(?:rules|reigns)(?=\W*$)|hit list|hit parade|beloved|rate|number 1
        |no\.? ?1|standard choice|default choice|everybody|everyone)\b
    """
)
_PEOPLE_USE = rx(
    r"""
    ^(?:so |and )?(?:which|what|what's the|whats the)\b.*\bC\d+\b.*\b(?:do|does|are|is
        |did)\b.*\b(?:people|everyone|everybody|they|folks|guests|most|shows|teams|companies|used
        |using|use|out there|popular)\b
    """
)
_THEY_USE = rx(
    r"""
    ^(?:the )?C\d+ (?:do )?(?:people|ppl|folks|everyone|everybody|they|guests|most)\b.*\b(?:use|pick
        |choose|like|go)\b
    """
)
# "What do most folks use to track errors" names the category by a verb.
_WITH_WHAT = rx(
    r"""
    ^\W*(?:so |and )?(?:what|which|where|how)\b.*\b(?:most|everyone|everybody|people|folks|ppl
        |guests|usual(?:ly)?|typical(?:ly)?|mostly|popular|common\w*|often)\b
    """
)
_OF_USERS = rx(
    r"""
    \b(?:of|among|amongst|for|by|with|in|do|does|on) (?:the |all )?T\d+ (?:people|ppl|folks|shops?
        |apps?|sites?|users|shows|episodes|devs?|developers|teams|projects|guests|companies)\b
    |\bamong (?:the )?T\d+\b
    """
)
# "What do rails people host on" ranks without saying so.
_USERS_DO = rx(r"^\W*(?:what|which|where)\b.*\b(?:do|does) (?:the |most )?T\d+ \w+\b")
# "Which databases are used with elixir" ranks them, too.
_BESIDE = rx(
    r"^\W*(?:which|what) C\d+ (?:\w+ ){0,4}(?:with|beside|alongside|together with|next to) T\d+\W*$"
)
# "What do most people use" ranks all there is; "who has the biggest database" ranks people.
_ALL = rx(
    r"""
    ^\W*what (?:do|does|are|is)(?: the)?(?: most| all)? (?:people|everyone|everybody|folks|guests
        |they|teams|companies)(?: \w+)? (?:use|using|run|running)(?: most(?:ly)?| the most
        | these days| nowadays)?\W*$
    """
)
_OF_ONE = rx(r"^\W*who(?:'s)? (?:\w+ ){1,3}?the (?:most|biggest|largest|fewest)\b")
_CLOUD = rx(r"\bclouds?(?: (?:of choice|out there|overall))?\W*$")
_LEAST = rx(r"\b(?:least (?:\w+ )?(?:used|popular|common|loved|chosen)|rarest)\b")
_MONEY = rx(r"\b(?:expensive|cheap\w*|pay\w*|costs?|bills?|spend\w*|bucks|dollars)\b|\$")
_NUMBER = rx(
    rf"""
    \b(?:top|most|first|best|only the|the) (\d{{1,2}}|{CARDINAL})\b
    |\b(\d{{1,2}}|(?!one\b){CARDINAL}) (?:most|top|favou?rite|biggest|best|C\d+)\b
    """
)
_ANY = rx(
    r"\b(?:technolog(?:y|ies)|tech|tools?|stacks?|things|software|services?|technical choices)\b"
)
_DEFAULT = 10
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Popular(Asked):
    """A ranking by how many episodes use each technology."""

    category: str | None = None
    most: int = _DEFAULT
    with_users: bool = False
    least: bool = False

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Every episode's verdict on the category's technologies, or on all."""
        if self.category is None:
            return Lookup(declared=True)
        members = self.lexicon.vocabulary.members[self.category]
        return Lookup(technologies=members)

    def answer(self, evidence: Evidence) -> Answer:
        """Technologies by number of episodes, most first; ties in order of name."""
        heads = narrowed(evidence, self.filters)
        vocabulary = self.lexicon.vocabulary
        members = vocabulary.members[self.category] if self.category else None
        counts = Counter(
            s.technology
            for s in evidence.sightings
            if s.line is None
            and s.stance is Stance.USES
            and s.episode in heads
            and (s.technology in members if members is not None else not self._trait(s.technology))
        )
        sign = 1 if self.least else -1
        ranked = sorted(
            counts.items(), key=lambda each: (sign * each[1], self.name(each[0]).lower())
        )
        rows = tuple(Row(self.name(tech), number, tech) for tech, number in ranked[: self.most])
        label = vocabulary.categories[self.category].name if self.category else "technologies"
        users = listing([self.name(tech) for tech in self.filters.uses])
        among = f" that use {users}" if users else ""
        where = (
            f"over {len(heads)} episodes{among}{scope(replace(self.filters, uses=()), self.name)}"
        )
        leader = ", ".join(f"{row.label} ({row.count})" for row in rows[:3])
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=f"{'Least' if self.least else 'Most'} used {label} {where}: {leader}."
            if rows
            else f"No {label} on record {where}.",
            technologies=tuple(row.technology for row in rows if row.technology),
            total=len(counts),
            episodes=self._users(heads, evidence) if self.with_users else (),
            rows=rows,
            gap=not rows,
        )

    def _users(self, heads: dict[int, Head], evidence: Evidence) -> tuple[Citation, ...]:
        members = self.lexicon.vocabulary.members[self.category or ""]
        users = {
            s.episode
            for s in evidence.sightings
            if s.line is None and s.stance is Stance.USES and s.technology in members
        }
        found = [ident for ident in heads if ident in users]
        return tuple(cite_users(heads, found, evidence.sightings, members))

    def _trait(self, technology: str) -> bool:
        tech = self.lexicon.vocabulary.technologies.get(technology)
        return bool(tech and TRAIT in tech.categories)


def parse(utterance: Utterance, lexicon: Lexicon) -> Popular | None:
    """A superlative over a category, or over technologies at large."""
    if utterance.episodes:
        return None
    if utterance.technologies:
        return _among(utterance, lexicon)
    shape = utterance.shape
    if _MONEY.search(shape) or _OF_ONE.search(shape):
        return None
    if _ALL.search(shape):
        return Popular(utterance, lexicon, None, _how_many(shape))
    least = _LEAST.search(shape)
    superlative = least or _MOST.search(shape)
    categories = utterance.categories
    if not categories and superlative and _CLOUD.search(shape):
        categories = ["cloud-provider"]
    if not categories and superlative and _WITH_WHAT.search(shape):
        categories = [each for each in (part_asked(utterance, lexicon),) if each]
    if not (superlative and (categories or _ANY.search(shape))) and not (
        _PEOPLE_USE.search(shape) or _THEY_USE.search(shape)
    ):
        return None
    with_users = not superlative and bool(categories)
    category = categories[0] if categories else None
    return Popular(utterance, lexicon, category, _how_many(shape), with_users, bool(least))


def _how_many(shape: str) -> int:
    """How many ranks are asked for."""
    number = _NUMBER.search(shape)
    word = (number[1] or number[2]) if number else None
    return max(1, min(number_of(word), _LONGEST)) if word else _DEFAULT


def _among(utterance: Utterance, lexicon: Lexicon) -> Popular | None:
    """A ranking among those who use a technology: "the favourite host of django people"."""
    shape = utterance.shape
    if not utterance.categories or not (_OF_USERS.search(shape) or _BESIDE.search(shape)):
        return None
    if not _MOST.search(shape) and not _USERS_DO.search(shape) and not _BESIDE.search(shape):
        return None
    uses = (*utterance.filters.uses, *utterance.technologies)
    narrowed_ = replace(utterance, filters=replace(utterance.filters, uses=uses))
    return Popular(narrowed_, lexicon, utterance.categories[0], _how_many(shape))
