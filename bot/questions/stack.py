"""What one show runs on, all of it or one part, and whether it uses a given thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup, Row
from bot.model import Stance
from bot.patterns import rx
from bot.questions.base import TAGGED, Asked, best_cues, cite, company, listing
from bot.questions.leftovers import leftover
from bot.questions.narrowing import narrowed
from bot.questions.premises import SAID, said_of
from bot.questions.showparts import parts_asked
from bot.questions.versions import names_version, versions
from bot.questions.when import about
from bot.rank.words import stem

if TYPE_CHECKING:
    from collections.abc import Container

    from bot.dialogue import Citation, Evidence, Sighting
    from bot.questions.lexicon import Lexicon
    from bot.questions.moments import Moment
    from bot.questions.utterance import Utterance
    from bot.questions.when import When

NAME = "stack"
# An answer says whether a whole stack was asked for, or a part of it.
_WHOLE, _PART = "stack_of", "stack_part"
SUMMARY = "What one show runs on: all of it, one part, or whether it uses something"
EXAMPLES = (
    "what does songrender run on",
    "tech stack of the pepys diary site?",
    "what database does zego use",
    "how does songrender send email?",
    "does zego use redis",
)

_STACK = rx(
    r"""
    \b(?:tech(?:nology)? ?stack|stack|technolog(?:y|ies)|tech|tools?|run(?:s|ning)? on
        |buil(?:t|ds?) .*\bwith\b|built (?:with|on|in|using|from)|(?:how|what)
        (?:is|was|are|were) .*\b(?:built|made|put together|architected)|made (?:with|of|in)
        |powered by|based on|use[sd]?|using|power[s]?|written (?:in|with)|under the hood|behind
        |toolchain|infrastructure|set ?up|architecture|ingredients?|components?|pieces|parts|inside
        |insides|what (?:runs|drives|makes up)|built (?:of|upon|out of|from)|bonnet|bits
        |running|plumbing|made from|engine room|toolbox|toolset|tool ?kit|gear|consists? of
        |work with|works with|run)\b
    """
)
# "Which payment provider …" wants a name, and a line about something near it is none.
_NAMED = rx(r"\b(?:which|what) (?:\w+ )?C\d+\b")
# Words that ask for a second and not for a stack.
_MOMENT = rx(
    r"""
    \b(?:when|how far|what time|at what|(?:which|what) (?:minute|part|second|bit|moment|point)
        |where in|time ?stamp|jump|go to|take me to|skip|seek
        |talk\w*|speak\w*|discuss\w*|mention\w*|explain\w*
        |say|says|why|the (?:bit|part))\b
    """
)
# How plainly a line speaks of a use that is about the version to come.
_UPGRADE = 0.6
# "Does trackjs use sca": of what is no name only a line can tell, and not the whole stack.
_YES_OR_NO = rx(
    r"^\W*(?:(?:so|and|but) )?(?:does|do|did|is|are|has|have)(?:n't)? (?:the )?E\d+ (?:\w+ )??"
    r"(?:us(?:e|ed|ing)|hav(?:e|ing)|run(?:ning)?|need|support) "
)
# Words that ask for somebody: "who is behind inkwell".
_PERSON = rx(r"\b(?:who|whos|person|people|guys?|founders?) (?:\w+ )?behind\b")
# Words that ask for a number and not for a stack.
_BILL = rx(r"\b(?:bills?|costs?|price|how (?:much|many)|spend\w*|pay(?:s|ing)? for)\b")
_PAID = rx(r"\b(?:which|what) (?:\w+ )?C\d+\b.*\bpay(?:s|ing)? for\b")
# A name is asked for, so that these words only say what it does there.
_MOST_EXTRA = 4
_FRAME = frozenset(
    """
    tech technology technologies stacks power powers powered hood behind toolchain infrastructure
    architecture full entire complete everything website diary team bot picked rundown overview
    details bonnet bits ingredients ingredient inside insides plumbing toolset toolkit gear consist
    consists libraries components pieces portal agency library catalog catalogue directory journal
    newspaper magazine shop store game calculator
""".split()
)


@dataclass(frozen=True, slots=True)
class StackOf(Asked):
    """The stack of some episodes.

    Attributes:
        of: Episode ids.
        parts: Category ids to keep; empty keeps all.
        asked: Technology ids whose use is in question.
        fallback: What to look for in the lines when the stack names nothing of that part.
    """

    of: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    fallback: Moment | None = None

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Everything about the episodes."""
        return Lookup(
            episodes=frozenset(self.of),
            searches=self.fallback.lookup().searches if self.fallback else (),
        )

    def answer(self, evidence: Evidence) -> Answer:
        """The technologies that the episode declares or plainly uses."""
        heads = narrowed(evidence, self.filters)
        if not any(ident in heads for ident in self.of):
            return self._left_out(evidence)
        wanted = self._wanted(evidence)
        if not wanted and self.fallback is not None:
            told = self.fallback.answer(evidence)
            if told.episodes:
                return told
        episodes = tuple(
            cite(
                evidence.heads[ident],
                best_cues(
                    [s for s in evidence.sightings if s.episode == ident and s.technology in wanted]
                ),
                stance=Stance.USES,
            )
            for ident in self.of
            if ident in heads
        )
        name = company(evidence.heads[self.of[0]]) + self.scope
        if self.asked:
            return self._yes_or_no(wanted, episodes, name, evidence)
        return Answer(
            question=self.text,
            intent=_PART if self.parts else _WHOLE,
            headline=self._headline(name, wanted),
            technologies=tuple(wanted),
            total=len(episodes),
            episodes=episodes,
            rows=() if self.parts else tuple(self._rows(wanted)),
        )

    def _left_out(self, evidence: Evidence) -> Answer:
        """An answer that claims nothing, because the filters leave out the show."""
        name = company(evidence.heads[self.of[0]])
        nothing = self.nothing(f"No episode of {name} fits{self.scope}.")
        return replace(nothing, intent=_PART if self.parts or self.asked else _WHOLE)

    def _headline(self, name: str, wanted: list[str]) -> str:
        names = listing([self.name(tech) for tech in wanted], 40)
        if not self.parts:
            return (
                f"{name} runs on {names}." if wanted else f"The show notes of {name} list no stack."
            )
        label = " / ".join(self.lexicon.vocabulary.categories[part].name for part in self.parts)
        return (
            f"{name}, {label}: {names}." if wanted else f"The show notes of {name} name no {label}."
        )

    def _rows(self, wanted: list[str]) -> list[Row]:
        """The stack by category."""
        groups: dict[str, list[str]] = {}
        for tech in wanted:
            groups.setdefault(part_of(tech, self.lexicon), []).append(self.name(tech))
        return [Row(label, len(names), None, ", ".join(names)) for label, names in groups.items()]

    def _wanted(self, evidence: Evidence) -> list[str]:
        """Technologies to name, declared ones first."""
        used = used_by(evidence, self.of)
        if self.asked:
            told = [s for s in used if s.technology in self.asked]
            return _unique([s for s in told if self._in_version(s.technology, evidence)])
        if self.parts:
            members = self.lexicon.vocabulary.members
            kept = {tech for part in self.parts for tech in members[part]}
            used = [s for s in used if s.technology in kept]
        return _unique([s for s in used if s.weight >= TAGGED] or used)

    def _in_version(self, tech: str, evidence: Evidence) -> bool:
        """Whether some line names the version of a technology that was asked for, if one was."""
        version = versions(self.utterance).get(tech)
        told = [s for s in evidence.sightings if s.technology == tech and s.weight > _UPGRADE]
        lines = (s.line.text for s in told if s.line and s.stance is Stance.USES)
        return version is None or any(names_version(text, version) for text in lines)

    def _yes_or_no(
        self, wanted: list[str], episodes: tuple[Citation, ...], name: str, evidence: Evidence
    ) -> Answer:
        of = versions(self.utterance)
        asked = listing([f"{self.name(tech)} {of.get(tech, '')}".strip() for tech in self.asked])
        if wanted:
            return Answer(
                question=self.text,
                intent=_PART,
                headline=f"Yes: {name} uses {listing([self.name(tech) for tech in wanted])}.",
                technologies=tuple(wanted),
                total=1,
                episodes=episodes,
            )
        said = [said_of(tech, self.of[0], evidence.sightings) for tech in self.asked]
        note = SAID.get(said[0]) if said and said[0] and not of else None
        lines = [s for s in evidence.sightings if s.technology in self.asked and s.line]
        shown = cite(evidence.heads[self.of[0]], best_cues(lines, tuple(Stance)), note=note)
        nothing = self.nothing(
            f"{name} {note} {asked}."
            if note
            else f"Nothing in the show notes of {name} says that they use {asked}.",
            (shown,),
        )
        return replace(nothing, intent=_PART)


def used_by(evidence: Evidence, episodes: Container[int]) -> list[Sighting]:
    """What some episodes as a whole say that they use."""
    return [
        s
        for s in evidence.sightings
        if s.line is None and s.stance is Stance.USES and s.episode in episodes
    ]


def part_of(tech: str, lexicon: Lexicon) -> str:
    """The name of the part of a stack that a technology is: its first category."""
    known = lexicon.vocabulary.technologies.get(tech)
    category = lexicon.vocabulary.categories.get(
        known.categories[0] if known and known.categories else ""
    )
    return category.name if category else "other"


def _unique(sightings: list[Sighting]) -> list[str]:
    return list(dict.fromkeys(s.technology for s in sightings))


def _asks_a_price(shape: str) -> bool:
    """Whether a number is asked for; "which tools do they pay for" asks for names."""
    return bool(_BILL.search(shape)) and not _PAID.search(shape)


def parse(utterance: Utterance, lexicon: Lexicon) -> StackOf | When | None:
    """An episode with words for a stack, or with a category or technology."""
    episodes = tuple(utterance.episodes)
    if not episodes or _MOMENT.search(utterance.shape) or _asks_a_price(utterance.shape):
        return None
    described = lexicon.words_of(episodes)
    extra = [w for w in leftover(utterance) if w not in _FRAME and stem(w) not in described]
    parts = parts_asked(utterance, lexicon)
    named = _NAMED.search(utterance.shape)
    if parts and len(extra) <= (1 if utterance.categories and not named else _MOST_EXTRA):
        fallback = None if named else about(utterance.dropped("C"), lexicon)
        return StackOf(utterance, lexicon, episodes, parts, (), fallback)
    asked = tuple(utterance.technologies)
    if (
        asked
        and not extra
        and re.search(
            r"^\W*[TE]\d+\W+[TE]\d+\W*$|\b(?:do|does|did|is|are|has|have|use[sd]?|using|on|run)\b",
            utterance.shape,
        )
    ):
        return StackOf(utterance, lexicon, episodes, (), asked)
    if _PERSON.search(utterance.shape):
        return None
    if extra and _YES_OR_NO.search(utterance.shape):
        return about(utterance, lexicon)
    if not asked and not parts and len(extra) <= 1 and _STACK.search(utterance.shape):
        return StackOf(utterance, lexicon, episodes)
    return None
