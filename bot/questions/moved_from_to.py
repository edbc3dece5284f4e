"""Who went from one thing to another, and where they tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Line, Lookup, TextQuery
from bot.model import Stance
from bot.normalise.stance import readings
from bot.patterns import rx, unwrapped
from bot.questions import planning
from bot.questions.base import Asked, cite, cue, listing
from bot.questions.narrowing import narrowed
from bot.questions.planning import LEAVING
from bot.questions.search import instead
from bot.questions.sides import NOTHING, Side, other_than, read_side
from bot.questions.slots import PLACE
from bot.questions.versions import leaves_version, versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Answer, Citation, Evidence, Head
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance
    from bot.vocabulary import Span

NAME = "moved_from_to"
SUMMARY = "Who moved from one thing to another"
EXAMPLES = (
    "who moved from AWS to DigitalOcean?",
    "anyone go from timber to logflare",
    "who switched from the cloud to dedicated servers",
    "who swapped core ml for tensorflow",
)

_VERB = unwrapped(r"""
    (?:mov\w+|c[oa]me|dump\w*|g[ai]v(?:e|ing) up|got off|switch\w*|migrat\w+|go(?:es|ing)?|went
        |chang\w+|convert\w*|port(?:ed|ing)?|transition\w*|jump\w*|hop(?:ped)?|upgrad\w+|shift\w*
        |swap\w*|trad\w+|replac\w+|ditch\w*|drop\w*|left|leave|leaving|abandon\w*|exchang\w+|rewr\w+
        |rebuil\w+|downgrad\w+|redid|redo\w*|re-?implement\w*|rework\w*|remade|recod\w+|got)
    """)
_FROM_TO = rx(
    r"""
    \b(?:from|out of|off(?: of)?|away from) (?P<old>.+?) (?:(?:over |back |and )?(?:to|into|onto
        |towards)|in favou?r of) (?P<new>.+)$
    """
)
_FOR = rx(
    r"""
    \b(?:swap\w*(?: out)?|replac\w+|ditch\w*|drop\w*|trad\w+|exchang\w+|left|leave|leaving
        |abandon\w*|dump\w*|chang\w+|g[ai]v(?:e|ing) up) (?P<old>.+?) (?:for|with|by|in favou?r of)
        (?P<new>.+)$
    """
)
_REWRITE = rx(
    r"""
    \b(?:rewr\w+|rebuil\w+|port(?:ed|ing)?|redid|redo\w*|re-?implement\w*|rework\w*|remade
        |recod\w+) (?:their |the |an? )?(?P<old>.+?) (?:in|to|into|on|with
        |using) (?P<new>.+)$
    """
)
_OUT_AND_IN = rx(
    r"""
    \b(?:out of|from|off) (?P<old>.+?) and (?:\w+ )?(?:put|mov\w+|stor\w+|dump\w*|plac\w+|sav\w+)
        (?:it|them|that|everything)? ?(?:in|into|on|onto|to) (?P<new>.+)$
    """
)
_BECAME = rx(
    r"""
    ^(?:an? |the |their |which |any )?(?P<old>.+?) (?:that )?(?:turned|grew|evolved|became|morphed
        |developed)(?: in)?(?:to)? (?P<new>.+)$
    """
)
_TWO_STEPS = unwrapped(r"""
    (?:chose|pick\w*|adopt\w*|took up|us(?:e|es|ed|ing)|land\w* (?:on|at|with)|settl\w* (?:on|for)
        |end\w* up (?:on|with|at|in|using)|(?:mov|switch|migrat|chang|went|go|goes)\w*
        (?:over )?(?:to|with|for)|now (?:on|us\w+|with|in|at|run\w*)
        |(?:re)?built (?:it |everything )?(?:in|with|on)|finish\w* (?:on|with|at))
    """)
_FIRST_THEN = rx(
    rf"""
    \b(?:left|leave|leaving|drop\w*|ditch\w*|abandon\w*|quit|outgr[eo]w\w*|scrapp\w*
        |retir\w+|start\w*(?: out| off)? (?:on|with|in|as
        |at|from)|beg[au]n (?:on|with|in|as|at)|used|ran|tried) (?P<old>.+?)(?: first| before
        | initially)?,? (?:and|but|then|and then|now|before)(?: \w+)?? {_TWO_STEPS} (?P<new>.+)$
    |\bfirst (?P<old1>T\d+),? (?:and )?(?:then|later|now) (?P<new1>T\d+)
    |(?P<old3>T\d+) (?:at )?first,? (?:and )?(?:then|later|now) (?P<new3>T\d+)
    |(?P<old2>T\d+) (?:out|before|first|then|yesterday),? (?:and |then |but )?(?P<new2>T\d+)
        (?:\w+ )?(?:in|now|today|after|later|afterwards)\b
    """
)
# Told from the other side: "logflare replaced timber", "timber was swapped for logflare".
_REPLACED = rx(
    r"""
    (?=T\d)(?:(?P<old>T\d+) (?:(?:was|were|got|been|is|has been) )?(?:replaced|swapped|superseded
        |ditched|dropped|exchanged|rewritten) (?:by|for|with|in|in favou?r of) (?P<new>T\d+)
    |(?P<new1>T\d+) (?:(?:has|have) )?(?:replaced|superseded|took over from|takes over from
        |pushed out|kicked out) (?P<old1>T\d+)
    |(?P<old3>T\d+) (?:is|was) gone\W+(?:and )?(?P<new3>T\d+)
    |(?P<new6>T\d+) (?:now|today|these days|nowadays),? (?:but|and|after)
        (?:\w+ ){0,2}?(?P<old6>T\d+) (?:before|earlier|first|previously|in the past|back then|once)
    |(?P<old10>T\d+) (?:apps?|code|sites?|services?|back ?-?ends?) (?:\w+ ){0,2}?(?:rewritten|ported
        |rebuilt|converted|redone) (?:in|to|into|with|on) (?P<new10>T\d+)
    |(?P<new9>T\d+) (?:rewrite|port|reimplementation) (?:from|of)
        (?:an? |the |their )?(?P<old9>T\d+))
    |\b(?:(?:chose|picked|took|brought|adopted|got|introduced|went with|uses?|using|switched to
        |moved to) (?P<new2>T\d+) (?:in )?(?:to replace|after|in place of|instead of(?=.*\bnow\b))
        (?P<old2>T\d+)
    |(?:had|was on|were on|used|ran|did) (?P<old4>T\d+),? (?:and |but )?(?:then|is on|are on|now
        |later|afterwards|before)(?: \w+)? (?P<new4>T\d+)
    |used to (?:be|use|run|have)(?: on| with| in)? (?P<old7>T\d+),? (?:and |but )?now
        (?:\w+ ){0,3}?(?P<new7>T\d+)
    |substitut\w+ (?P<old8>T\d+) (?:with|by) (?P<new8>T\d+))
    |^\W*(?P<old5>T\d+),? (?:and )?then (?P<new5>T\d+)
    """
)
_SPLIT = rx(
    r"""
    \b(?:broke\w*|break\w*|split\w*|turn\w*|carv\w+|chopp?\w*|cut)
        (?:up |down )?(?:an? |the |their |its )?(?P<old>.+?) (?:up |down )?into (?P<new>.+)$
    """
)
_TO_FROM = rx(r"\bto (?P<new>.+?) from (?P<old>.+)$")
_ARROW = rx(r"(?P<old>T\d+) ?(?:->|→|=>|to) ?(?P<new>T\d+)")
# What tells a move beside a verb of moving, and what does so by itself; the first that fits counts.
_WITH_A_VERB = (_FROM_TO, _OUT_AND_IN, _FOR, _TO_FROM, _REWRITE)
_WITHOUT = (_FIRST_THEN, _REPLACED, _OUT_AND_IN, _SPLIT, _BECAME, _ARROW)
_SOME_MOVE = rx(rf"\b{_VERB}\b|\bsomeone from\b|^\W*from\b")
_MOVE = rx(rf"\b{_VERB}\b|\bfrom\b.* (?:in)?to\b", re.IGNORECASE)
_ARRIVES = rx(
    r"""
    \b(?:mov|migrat|switch|transition|port|upgrad|chang)\w* (?:\w+ ){0,3}?(?:over )?(?:to|into
        |onto)\b
    """,
    re.IGNORECASE,
)
_FROM = rx(r"\bfrom\b[^,.;]*$")
# What is only meant to be done is a plan.
_INTENDED = rx(
    r"\b(?:about to|going to|gonna|plan(?:s|ning)? (?:to|on)|wants? to|hop(?:e|es|ing) to"
    r"|looking to|intends? to|(?:would|'d) (?:like|love) to)\b"
)
# Where they will go, besides what is to be left.
_GOING_TO = rx(r"\b(?:to|for|with|into|onto|by) (?:\w+ )?[TC]\d+\b")
_TAIL = rx(r"[:?!].*$|\s[-–]\s.*$|\b(?:and why|who and why|why)\b.*$")
_SENTENCES = rx(r"(?<=[.!?])\s+(?=[A-Z(\"'])")
_LIMIT = 40
# A use that is said less plainly than this may be one that ends.
_PLAIN = 0.8


@dataclass(frozen=True, slots=True)
class _Told:
    """A line of either side.

    Attributes:
        seen: Technologies of either side that it names.
        gone: Those of them that it says were left.
        kept: Those that it says are used.
        refused: Those that it says are not used.
    """

    line: Line
    seen: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Episodes that use the old side, use the new one, or speak of the new one's words."""

    former: frozenset[int]
    arrived: frozenset[int]


@dataclass(frozen=True, slots=True)
class MovedFromTo(Asked):
    """A move from one side to the other."""

    old: Side = NOTHING
    new: Side = NOTHING

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Sightings of names on either side, lines with the words of the others."""
        sides = (self.old, self.new)
        groups = self.lexicon.thesaurus.groups
        return Lookup(
            technologies=self._ids(*sides),
            searches=tuple(
                TextQuery(groups(" ".join(side.words)), limit=_LIMIT, text=side.label)
                for side in sides
                if side.term is None
            )
            + tuple(
                TextQuery((tuple((each, 1.0) for each in side.way.phrases),), limit=_LIMIT)
                for side in sides
                if side.way
            ),
        )

    @staticmethod
    def _ids(*sides: Side) -> frozenset[str]:
        return frozenset().union(*(side.ids for side in sides))

    def otherwise(self) -> Asked | None:
        """A search: few statements that sound like this question are one."""
        return instead(self)

    def answer(self, evidence: Evidence) -> Answer:
        """Episodes with a line that tells the move, or both ends of it."""
        heads = narrowed(evidence, self.filters)
        ends = self._ends(evidence)
        scored: dict[int, list[tuple[float, Line]]] = {}
        for told in self._lines(evidence):
            score = self._score(told, ends)
            if score and told.line.episode in heads:
                scored.setdefault(told.line.episode, []).append((score, told.line))
        ranked = sorted(scored, key=lambda ident: -max(score for score, _ in scored[ident]))
        citations = tuple(self._cite(heads[ident], scored[ident]) for ident in ranked)
        names = listing([citation.company for citation in citations])
        what = f"from {self.old.label} to {self.new.label}{self.scope}"
        return self.found(
            f"Moved {what}: {names}." if citations else f"No show note tells of a move {what}.",
            citations,
        )

    @staticmethod
    def _cite(head: Head, found: list[tuple[float, Line]]) -> Citation:
        ranked = sorted(found, key=lambda each: -each[0])
        lines = [cue(line, Stance.USED_BEFORE) for _, line in ranked]
        return cite(head, lines, stance=Stance.USED_BEFORE)

    def _lines(self, evidence: Evidence) -> list[_Told]:
        """Every line of either side."""
        told: dict[int, _Told] = {}
        for sighting in evidence.sightings:
            line = sighting.line
            if line is not None:
                each = told.setdefault(line.id, _Told(line))
                each.seen.add(sighting.technology)
                if sighting.stance is Stance.USED_BEFORE:
                    each.gone.add(sighting.technology)
                elif sighting.stance is Stance.AVOIDS:
                    each.refused.add(sighting.technology)
                elif sighting.stance is Stance.USES and sighting.weight >= _PLAIN:
                    each.kept.add(sighting.technology)
        for hits in evidence.hits:
            for hit in hits:
                told.setdefault(hit.line.id, _Told(hit.line))
        return list(told.values())

    def _score(self, told: _Told, ends: _Ends) -> float:
        """3 for a line that tells the whole move, 1 for one end where the episode has the other."""
        line, seen = told.line, frozenset(told.seen)
        old, new = self.old.meets(line, seen), self.new.meets(line, seen)
        left = bool(told.gone & self.old.ids) or (old and self._leaves(line))
        if not left and told.gone & self.new.ids:  # they went the other way
            return 0.0
        if self.old.ids & self.new.ids:  # "from python 2 to python 3"
            asked = versions(self.utterance).values()
            return 3.0 * (old and any(leaves_version(line.text, each) for each in asked))
        if self.old.way or self.new.way:  # so much stands for it that both ends must be plain
            return 3.0 * (new and left)
        if old and new and (left or self._moves(told)):
            return 2.0 + left
        plain = line.start is not None or told.kept & self.new.ids
        arrives = new and plain and line.episode in ends.former and _ARRIVES.search(line.text)
        leaves = left and line.episode in ends.arrived and not self._elsewhere(told)
        return 1.0 if arrives or leaves else 0.0

    def _moves(self, told: _Told) -> bool:
        """Whether a line of both ends tells a move though it does not say that one was left.

        A paragraph has words of moving somewhere: there one sentence must have it all.
        """
        stays = (told.kept | told.refused) & self.old.ids or told.refused & self.new.ids
        if stays:
            return False
        if told.line.start is not None:
            return _MOVE.search(told.line.text) is not None
        return any(map(self._tells, _SENTENCES.split(told.line.text)))

    def _tells(self, sentence: str) -> bool:
        """Whether a sentence has both ends and words of moving, or arrives at the new one."""
        if not _MOVE.search(sentence):
            return False
        spans = self.lexicon.vocabulary.find(sentence)
        if self._keeps(sentence, spans):
            return False
        named = frozenset(span.id for span in spans)
        line = Line(0, 0, None, sentence, "")
        alone = named <= self.new.ids and _ARRIVES.search(sentence) is not None
        both = self.old.meets(line, named) or alone
        return both and self.new.meets(line, named)

    def _keeps(self, sentence: str, spans: Sequence[Span]) -> bool:
        """Whether a sentence only uses the old side's names, or arrives at them as well."""
        olds = [span for span in spans if span.id in self.old.ids]
        arrives = _ARRIVES.search(sentence)
        if olds and arrives and all(_is_reached(sentence, arrives.end(), s) for s in olds):
            return True
        found = (readings(sentence, span.start, span.end) for span in olds)
        return {reading.stance for each in found for reading in each} == {Stance.USES}

    def _leaves(self, line: Line) -> bool:
        """Whether a line says that the words of the old side were left."""
        place = self.old.place(line.text)
        found = readings(line.text, *place) if place else ()
        return any(reading.stance is Stance.USED_BEFORE for reading in found)

    def _elsewhere(self, told: _Told) -> bool:
        """Whether a line says that they arrived at something else than was asked for."""
        named = {span.id for span in self.lexicon.vocabulary.find(told.line.text)}
        others = named - told.gone - self.new.ids
        return bool(others and _ARRIVES.search(told.line.text))

    def _ends(self, evidence: Evidence) -> _Ends:
        """Who used the old side, and who uses the new one or has a line with its words."""
        used: dict[str, set[int]] = {}
        for sighting in evidence.sightings:
            if sighting.line is None and sighting.stance is Stance.USES:
                used.setdefault(sighting.technology, set()).add(sighting.episode)

        def users(side: Side) -> frozenset[int]:
            return frozenset(i for tech in side.ids for i in used.get(tech, ()))

        if self.new.term is not None:
            return _Ends(users(self.old), users(self.new))
        hits = evidence.hits[-1] if evidence.hits else ()
        near = frozenset(hit.line.episode for hit in hits if len(hit.parts) > 1)
        return _Ends(users(self.old), near)


def _is_reached(sentence: str, at: int, span: Span) -> bool:
    """Whether a name stands after words of arriving and not after "from"."""
    return span.start >= at and not _FROM.search(sentence[at : span.start])


def parse(utterance: Utterance, lexicon: Lexicon) -> Asked | None:
    """Words of moving with both ends."""
    shape = _TAIL.sub("", utterance.shape) if not utterance.of("E") else utterance.shape
    shape = utterance.spelt("E") if utterance.of("E") and utterance.of("T") else shape
    patterns = (*_WITH_A_VERB, *_WITHOUT) if _SOME_MOVE.search(shape) else _WITHOUT
    match = next(filter(None, (each.search(shape) for each in patterns)), None)
    if match is None or (LEAVING.search(shape) and not _GOING_TO.search(shape)):
        return None
    ends = PLACE.findall(_group(match, "new"))
    if ends and _INTENDED.search(shape):
        return planning.parse(replace(utterance, shape=f"who plans to use {ends[0]}"), lexicon)
    old, new = (read_side(_group(match, end), utterance, lexicon) for end in ("old", "new"))
    if old is None or new is None:
        return None
    return MovedFromTo(utterance, lexicon, other_than(old, new), other_than(new, old))


def _group(match: re.Match[str], end: str) -> str:
    """What a pattern found at one end; some have several groups for it."""
    return next(text for name, text in match.groupdict().items() if name.startswith(end) and text)
