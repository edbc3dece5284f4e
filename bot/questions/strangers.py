"""Whoever is asked about and is in no episode: "does Netflix use Kafka", "what did John say".

Left unread, such a name would drop out of the question, and what others use would sound like an
answer. A first name that several guests bear is asked back, for the same reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.patterns import rx
from bot.questions.base import Asked, cite, company, listing
from bot.questions.leftovers import leftover

if TYPE_CHECKING:
    from bot.dialogue import Answer, Evidence, Head
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

# Companies that people ask about by heart, though their names may be words or tools as well.
_HOUSEHOLD = frozenset(
    """
    37signals adobe airbnb alibaba amazon apple asana atlassian basecamp bmw cisco coinbase discord
    doordash dropbox ebay etsy expedia facebook github google ibm ikea instacart instagram intel
    linkedin lyft meta microsoft mozilla nasa netflix nvidia openai paypal pinterest reddit
    robinhood salesforce samsung shopify siemens snapchat sony spotify squarespace stripe tesla
    tiktok tumblr twitch twitter uber walmart whatsapp wikipedia yahoo yelp youtube zalando
    """.split()
)
# What somebody is called whom no other word of a question explains.
_FIRST_NAMES = frozenset(
    """
    adam alan alex alice amy andrea andrew andy anna anne anthony barbara ben bob brian carl carol
    charles chris christine daniel dave david dennis diana don donald emily emma eric eva frank
    fred gary george greg hannah harry helen henry jack james jane jason jeff jennifer jerry jessica
    jim joe john jonathan joseph josh julia karen kate keith kelly kevin kim larry laura lauren lee
    lisa louis lucy luke marie mark martin mary matt max melissa michael mike nancy nick nicole
    oliver oscar pat patrick paul peter phil rachel ray rebecca richard rob robert roger ron ryan
    sam sandra sarah scott sean simon sophie stephen steve steven stuart sue susan ted thomas tim
    tom tony victoria walter wendy
    """.split()
)
_NOBODY = frozenset("nobody none nothing noone everybody yall whoever each".split())
_ASIDE = r"(?:(?:still|also|really|actually|even|ever|currently|now|not) )*"
_DOES = (
    r"(?:us(?:e|es|ed|ing)|runs?|running|pick|choose|host(?:ed|ing)?|deploy|leave|drop|move|switch"
    r"|migrate|ditch|stop|quit|pay|handle|store|send|rely|adopt|avoid|prefer|build|write|say|think"
    r"|talk|mention|recommend|tell|cost|charge|earn|make)\b"
)
_ASKS = rx(
    rf"""
    ^(?:\W|so |and |but |hey |ok |well |also |then )*(?:(?:why|how|when|where|what|since when
        |how (?:much|many)(?: \w+)?|(?:what|which) (?:\w+|C\d+)) )?(?:does|did|has
        |(?:is|was)(?!.* used\b))(?:n't)?
        (?P<who>(?:T\d+|[a-z0-9][\w.&-]+)(?: [a-z0-9][\w.&-]+)??) {_ASIDE}(?P<verb>{_DOES})
    |\b(?:stack|infrastructure|architecture|toolchain) (?:of|at|behind) (?:the
        )?(?P<whose>T\d+|[a-z0-9][\w.&-]+)\W*$
    |^\W*(?:who|what|how|which|is)\b(?!.*\b(?:al)?though\b).*\b(?:at
        |by) (?P<where>T\d+|[a-z0-9][\w.&-]+)\W*$
    """
)
_PASSIVE = frozenset(("used", "hosted"))
_SAYS = rx(r"^(?:say|think|talk|mention|recommend|tell)\b")


@dataclass(frozen=True, slots=True)
class Stranger(Asked):
    """A question about somebody who is in no episode.

    Attributes:
        who: As typed.
        person: Whether it is a guest's name that is missing.
    """

    who: str = ""
    person: bool = False

    intent: ClassVar[str] = "unanswerable"

    def answer(self, evidence: Evidence) -> Answer:
        """That there is no such episode, and nothing of what others do."""
        missing = (
            f"No guest is called {self.who}" if self.person else f"No episode is about {self.who}"
        )
        return self.nothing(f"{missing}, so I cannot say.")


@dataclass(frozen=True, slots=True)
class Namesakes(Asked):
    """A question about one of several guests of that name.

    Attributes:
        who: As typed.
        episodes: Ids of theirs.
    """

    who: str = ""
    episodes: tuple[int, ...] = ()

    intent: ClassVar[str] = "unanswerable"

    def answer(self, evidence: Evidence) -> Answer:
        """Who they are, so that one of them can be asked about."""
        heads = [self.lexicon.heads[ident] for ident in self.episodes]
        names = listing([f"{_guest(head, self.who)} of {company(head)}" for head in heads])
        shown = tuple(cite(head) for head in heads)
        return self.nothing(f"Several guests are called {self.who}: {names}. Which one?", shown)


def stranger(utterance: Utterance, lexicon: Lexicon) -> Asked | None:
    """A question about whom no episode is about, or about one of several guests."""
    if utterance.episodes:
        return None
    match = _ASKS.search(utterance.shape)
    if match is None:
        return None
    found = match["who"] or match["whose"] or match["where"]
    who = utterance.restore(found)
    words = who.lower().split()
    name = _official(who, lexicon) or _as_typed(who, utterance.raw)
    as_tool = match["where"] and utterance.shape.startswith("who")
    if lexicon.vocabulary.resolve(who) and (as_tool or match["verb"] in _PASSIVE):
        return None  # "Who got burned by stripe", "where is stripe not used".
    if match["where"] or match["whose"] or words[0] in _HOUSEHOLD or found != who:
        return Stranger(utterance, lexicon, name) if words[0] in _HOUSEHOLD else None
    if not set(words) <= set(leftover(utterance)) - _NOBODY:
        return None
    shared = _namesakes(words, lexicon)
    if len(shared) > 1:
        return Namesakes(utterance, lexicon, name, shared)
    if shared or lexicon.describe(who):
        return None
    says = _SAYS.search(match["verb"]) is not None
    if says and len(words) == 1 and words[0] in _FIRST_NAMES:
        return Stranger(utterance, lexicon, name, person=True)
    return None if any(map(lexicon.is_word, words)) else Stranger(utterance, lexicon, name, says)


def _namesakes(words: list[str], lexicon: Lexicon) -> tuple[int, ...]:
    """Episodes of guests who bear a name; of one guest only the first."""
    if len(words) != 1:
        return ()
    found = {
        _guest(lexicon.heads[ident], words[0]): ident
        for ident in reversed(lexicon.surnames.get(words[0], ()))
    }
    return tuple(reversed(found.values()))


def _guest(head: Head, name: str) -> str:
    """The full name of the guest of an episode who bears a name."""
    return next(g.name for g in head.guests if name.lower() in g.name.lower().split())


def _official(who: str, lexicon: Lexicon) -> str | None:
    """The name as its maker writes it, if a tool is called the same."""
    tech = lexicon.vocabulary.resolve(who)
    official = lexicon.vocabulary.name(tech) if tech else ""
    return official if official.lower() == who.lower() else None


def _as_typed(name: str, raw: str) -> str:
    """A name in the letters it was typed in; capitalised where it has none."""
    match = re.search(re.escape(name), raw, re.IGNORECASE)
    typed = match.group() if match else name
    return typed if typed != typed.lower() else typed.title()
