"""How many episodes: of all, or of those that meet a condition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup
from bot.patterns import rx
from bot.questions import who_uses
from bot.questions.base import Asked, cite, counted, guesses, listing
from bot.questions.conditions import NOTHING, Condition, read_condition
from bot.questions.leftovers import leftover
from bot.questions.narrowing import narrowed, nothing_left
from bot.questions.several import asks_several
from bot.questions.users import cite_users, matching

if TYPE_CHECKING:
    from bot.dialogue import Evidence
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance
    from bot.questions.who_uses import WhoUses

NAME = "count"
SUMMARY = "How many episodes use something"
EXAMPLES = (
    "how many shows use redis",
    "number of episodes with django?",
    "how many use both docker and postgres",
)

_COUNT = rx(
    r"""
    \b(?:how many|number of|amount of|count(?: of| the| up)?|how often|how common|how popular
        |(?:what|which) (?:percentage|percent|share|proportion|fraction)(?: of)?
        |total (?:number )?of|(?:share|percentage|proportion|fraction) of|what number
        |tally(?: of)?|numbers? for)\b
    |# of\b
    """
)
_SHARE = rx(r"\b(?:percentage|percent|share|proportion|fraction)\b|%")
# Who left or plans something is told by lines, and their number with them.
_STANCE = rx(
    r"""
    \b(?:mov|migrat|switch|transition)\w* (?:\w+ )?(?:off|away|from|out of|on from|to)\b
    |\b(?:dropped|left|ditched|abandoned|stopped using|used to|replaced|got rid of|no longer
        |moved on|plan(?:s|ning)? to|wants? to|going to|thinking (?:of|about)|considering)\b
    """
)
# "How many have no guest" does not count them all.
_DENIED = rx(r"\b(?:no|not|never|without|none)\b|n't\b")
_CATALOGUE = rx(
    r"""
    \b(?:episodes?|shows?|interviews?|podcasts?|are there|do you (?:have|know)|guests?|in total
        |loaded|exist\w*)\b
    """
)


@dataclass(frozen=True, slots=True)
class Count(Asked):
    """A condition whose episodes are counted; none counts the whole catalogue."""

    condition: Condition = NOTHING

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """All sightings of the technologies that decide."""
        return Lookup(technologies=self.condition.technologies)

    def answer(self, evidence: Evidence) -> Answer:
        """The number, out of how many, and who they are."""
        heads = narrowed(evidence, self.filters)
        matches = matching(self.condition, heads, evidence.sightings)
        if self.condition.groups:
            users = cite_users(heads, matches, evidence.sightings, self.condition.wanted)
            among = counted(len(heads), "episode") + self.scope
            names = f": {listing([user.company for user in users])}" if users else ""
            verb = "uses" if len(users) == 1 else "use"
            share = (
                f" ({round(100 * len(users) / len(heads))} %)" if heads and self._share() else ""
            )
            headline = (
                f"{len(users)} of {among}{share} {verb} {self.condition.label}{names}."
                if heads
                else nothing_left(self.filters, self.name)
            )
        else:
            users = [cite(heads[ident]) for ident in matches]
            headline = self._of_all(len(users), len(heads))
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=headline,
            technologies=tuple(self.utterance.technologies),
            total=len(users),
            episodes=tuple(users),
            did_you_mean=guesses(self),
        )

    def _share(self) -> bool:
        """Whether a part of all is asked for."""
        return bool(_SHARE.search(self.utterance.shape))

    def _of_all(self, number: int, among: int) -> str:
        """How many episodes there are, or how many of them do not use what was excluded."""
        if not self.condition.excluded:
            return f"{counted(number, 'episode')}{self.scope}."
        names = " or ".join(term.label for term in self.condition.excluded)
        return f"{number} of {counted(among, 'episode')}{self.scope} name no use of {names}."


def parse(utterance: Utterance, lexicon: Lexicon) -> Count | WhoUses | None:
    """A counting word with technologies, or with nothing but the catalogue."""
    match = _COUNT.search(utterance.shape)
    if match is None or utterance.episodes:
        return None
    if asks_several(utterance.shape):
        named = f"who {utterance.shape[match.end() :]}"
        return who_uses.parse(replace(utterance, shape=named), lexicon)
    if _STANCE.search(utterance.shape):
        return None
    before, after = utterance.shape[: match.start()], utterance.shape[match.end() :].strip(" ?!.")
    rest = replace(utterance, shape=after)
    if not (rest.of("T") or rest.of("C")):
        rest = replace(utterance, shape=f"{before} {after}".strip())
    if rest.of("T") or rest.of("C"):
        extra = len(leftover(rest))
        if extra > (2 if rest.of("T") else 1):
            return None
        return Count(utterance, lexicon, read_condition(rest, lexicon))
    whole = not _DENIED.search(rest.shape)
    if whole and not leftover(rest) and _CATALOGUE.search(rest.shape):
        return Count(utterance, lexicon)
    return None
