"""What one show runs on, all of it or one part, and whether it uses a given thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup, Row
from bot.model import Stance
from bot.questions.base import TAGGED, Asked, best_cues, cite, company, listing, verdicts
from bot.questions.when import about
from bot.questions.who_uses import leftover

if TYPE_CHECKING:
    from bot.dialogue import Citation, Evidence, Sighting
    from bot.questions.lexicon import Lexicon
    from bot.questions.moments import Moment
    from bot.questions.utterance import Utterance

NAME = "stack"
SUMMARY = "What one show runs on: all of it, one part, or whether it uses something"
EXAMPLES = ("what does songrender run on", "tech stack of the pepys diary site?", "what database does zego use", "how does songrender send email?", "does zego use redis")

_STACK = re.compile(
    r"\b(?:tech(?:nology)? ?stack|stack|technolog(?:y|ies)|tech|tools?|run(?:s|ning)? on|built (?:with|on|in|using|from)|made (?:with|of|in)|powered by|based on|use[sd]?|using|power[s]?|written (?:in|with)|under the hood|behind|toolchain|infrastructure|setup|architecture|work with|works with|run)\b"
)
# Words that ask for a second and not for a stack.
_MOMENT = re.compile(
    r"\b(?:when|what time|at what|which (?:minute|part|second|bit|moment)|where in|time ?stamp|jump|skip|seek|talk\w*|speak\w*|discuss\w*|mention\w*|explain\w*|say|says|why|the (?:bit|part))\b"
)
# Verbs that ask for a part of the stack without naming it.
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (category, re.compile(pattern))
    for category, pattern in (
        ("hosting", r"\bhost(?:ed|s|ing)?\b|\bwhere (?:does|do|is|are) E\d+(?:'s)? (?:\w+ )?(?:live|run|running|located|deployed)\b|\bwhere\b.*\b(?:live|servers?)\b"),
        ("language", r"\b(?:written|coded|programmed|developed) in\b|\b(?:write|code|program)s? (?:their |its |the )?(?:\w+ )?in\b"),
        ("transactional-email", r"\bsend(?:s|ing)?(?: out)?(?: \w+)? (?:e-?mails?|mails?)\b|\b(?:e-?mails?|mails?) (?:sent|out|go out|delivered)\b|\bmail(?:s|ing)? (?:their )?(?:users|customers)\b"),
        ("payments", r"\b(?:pay(?:s|ments?)? with|take(?:s)? (?:payments?|money|cards?)|accept(?:s)? (?:payments?|cards?)|charge(?:s)?|collect(?:s)? (?:payments?|money)|bill(?:s)? (?:their )?(?:users|customers)|get(?:s)? paid|handle(?:s)? (?:payments?|billing))\b"),
        ("uptime-monitor", r"\b(?:uptime|up ?time|downtime|goes down|is down|is up|watch(?:es)? (?:over )?)\b"),
        ("error-tracking", r"\b(?:errors?|exceptions?|crash(?:es)?)\b"),
        ("logging", r"\blogs?\b|\blogging\b"),
        ("dns", r"\bdns\b|\bdomains?\b"),
        ("ci", r"\b(?:ci|builds?|tests run)\b"),
        ("database", r"\b(?:store|stores|persist|keep|save)s? (?:their |its |the |all )?data\b|\bdata (?:stored|live)\b"),
        ("object-storage", r"\b(?:files?|uploads?|images?|assets?|backups?) (?:stored|saved|kept|live|go)\b|\b(?:store|keep|save)s? (?:their |its |the )?(?:files|uploads|images|assets|backups)\b"),
        ("web-server", r"\bserves? (?:the |static )?(?:files|traffic|requests|assets)\b|\bin front of\b"),
        ("sms", r"\b(?:texts?|sms|text messages?)\b"),
        ("monitoring", r"\b(?:monitor(?:s|ed|ing)?|metrics|keep an eye)\b"),
        ("operating-system", r"\b(?:os|operating system|distro|linux)\b"),
    )
)
_FRAME = frozenset(
    """tech technology technologies stack stacks tool tools software run runs running built made power powers powered based hood behind
    toolchain infrastructure setup architecture work works full whole entire complete everything site app website company
    product diary team list show rundown overview details tell services libraries stuff things build components pieces""".split()
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
        wanted = self._wanted(evidence)
        if not wanted and self.fallback is not None and not self.asked:
            return self.fallback.answer(evidence)
        episodes = tuple(
            cite(
                evidence.heads[ident],
                best_cues([s for s in evidence.sightings if s.episode == ident and s.technology in wanted]),
                stance=Stance.USES,
            )
            for ident in self.of
        )
        name = company(evidence.heads[self.of[0]])
        if self.asked:
            return self._yes_or_no(wanted, episodes, name, evidence)
        return Answer(
            question=self.text,
            intent="stack_part" if self.parts else "stack_of",
            headline=self._headline(name, wanted, evidence),
            technologies=tuple(wanted),
            total=len(episodes),
            episodes=episodes,
            rows=() if self.parts else tuple(self._rows(wanted)),
        )

    def _headline(self, name: str, wanted: list[str], evidence: Evidence) -> str:
        names = listing([self.name(tech) for tech in wanted], 40)
        if not self.parts:
            return f"{name} runs on {names}." if wanted else f"The show notes of {name} list no stack."
        label = " / ".join(self.lexicon.vocabulary.categories[part].name for part in self.parts)
        return f"{name}, {label}: {names}." if wanted else f"The show notes of {name} name no {label}."

    def _rows(self, wanted: list[str]) -> list[Row]:
        """The stack by category."""
        vocabulary = self.lexicon.vocabulary
        groups: dict[str, list[str]] = {}
        for tech in wanted:
            known = vocabulary.technologies.get(tech)
            category = known.categories[0] if known and known.categories else "other"
            label = vocabulary.categories[category].name if category in vocabulary.categories else "other"
            groups.setdefault(label, []).append(self.name(tech))
        return [Row(label, len(names), None, ", ".join(names)) for label, names in groups.items()]

    def _wanted(self, evidence: Evidence) -> list[str]:
        """Technologies to name, declared ones first."""
        used = [
            s for s in evidence.sightings
            if s.line is None and s.stance is Stance.USES and s.episode in self.of
        ]
        members = {
            tech for part in self.parts for tech in self.lexicon.vocabulary.members[part]
        }
        if self.asked:
            return [s.technology for s in used if s.technology in self.asked]
        if self.parts:
            declared = [s for s in used if s.weight >= TAGGED and s.technology in members]
            return _unique(declared or [s for s in used if s.technology in members])
        return _unique([s for s in used if s.weight >= TAGGED] or used)

    def _yes_or_no(
        self, wanted: list[str], episodes: tuple[Citation, ...], name: str, evidence: Evidence
    ) -> Answer:
        asked = listing([self.name(tech) for tech in self.asked])
        if wanted:
            return Answer(
                question=self.text, intent="stack_part",
                headline=f"Yes: {name} uses {listing([self.name(tech) for tech in wanted])}.",
                technologies=tuple(wanted), total=1, episodes=episodes,
            )
        found = verdicts(evidence.sightings)
        said = [found[tech].get(self.of[0]) for tech in self.asked]
        note = _SAID.get(said[0]) if said and said[0] else None
        lines = [s for s in evidence.sightings if s.technology in self.asked and s.line]
        shown = cite(evidence.heads[self.of[0]], best_cues(lines, tuple(Stance)), note=note)
        return Answer(
            question=self.text, intent="stack_part",
            headline=f"{name} {note} {asked}." if note else f"Nothing in the show notes of {name} says that they use {asked}.",
            total=0, related=(shown,), gap=True,
        )


_SAID = {
    Stance.USED_BEFORE: "moved away from",
    Stance.PLANS: "only plans to use",
    Stance.AVOIDS: "says that it does not use",
    Stance.MENTIONS: "talks about but does not claim to use",
}


def _part_asked(utterance: Utterance, lexicon: Lexicon) -> tuple[str, ...]:
    """The category that the question's verb asks for."""
    if utterance.technologies or not re.search(r"^\W*(?:how|where|what|which|who|does|do)\b", utterance.shape):
        return ()
    for category, pattern in _PARTS:
        if pattern.search(utterance.shape) and category in lexicon.vocabulary.categories:
            return (category,)
    return ()


def _unique(sightings: list[Sighting]) -> list[str]:
    return list(dict.fromkeys(s.technology for s in sightings))


def parse(utterance: Utterance, lexicon: Lexicon) -> StackOf | None:
    """An episode with words for a stack, or with a category or technology."""
    episodes = tuple(utterance.episodes)
    if not episodes or _MOMENT.search(utterance.shape):
        return None
    extra = [word for word in leftover(utterance) if word not in _FRAME]
    parts = tuple(utterance.categories) or _part_asked(utterance, lexicon)
    if parts and len(extra) <= (1 if utterance.categories else 3):
        return StackOf(utterance, lexicon, episodes, parts, (), about(utterance.dropped("C"), lexicon))
    asked = tuple(utterance.technologies)
    if asked and not extra and re.search(r"\b(?:do|does|did|is|are|has|have|use[sd]?|using|on|run)\b", utterance.shape):
        return StackOf(utterance, lexicon, episodes, (), asked)
    if not asked and not parts and not extra and _STACK.search(utterance.shape):
        return StackOf(utterance, lexicon, episodes)
    return None
