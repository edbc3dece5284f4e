"""The second at which an episode speaks of something."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.patterns import rx
from bot.questions.amounts import amount_asked
from bot.questions.metrics import metric_asked
from bot.questions.moments import Moment, without
from bot.rank.words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue import Evidence, Hit, Line, Lookup
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "when"
SUMMARY = "The second at which an episode speaks of something"
EXAMPLES = (
    "when does the songrender episode talk about blue/green deploys?",
    "timestamp for the hosting bill in the zego one",
    "skip to the part on code reviews in the mux show",
)

_WHEN = rx(
    r"""
    \b(?:when|what time|at what|which (?:minute|part|second|bit|moment)|where(?:abouts)?
        |time ?(?:stamp|code)|how far in(?:to)?|jump|skip|seek|go|find|take me|fast forward|play
        |the (?:bit|part|moment|section|segment|place|spot)|bit|cue(?: up)?|minute
        |(?:what|which) point)\b
    """
)
# "What did they say about docker", but not "who spoke about inkwell".
_SAID = rx(
    r"""
    ^(?!\W*who\b).*\b(?:discuss\w*|mention\w*|explain\w*|cover|covers|covered|address\w*|touch\w* on
        |bring\w* up|brought up|go(?:es)? over|went over)\b
    |^(?!\W*who\b).*\b(?:say|said|says|talk\w*|speak\w*|spoke|mention\w*|discuss\w*|think|thinks
        |thought|tell|told|opinion\w*|take) (?:\w+ )?(?:about|of|on|in)\b
    """
)
# "Where can I find Ida", "does she have a Twitter account": a line says where people are found.
_PLACES = (
    "twitter|github|linked ?in|mastodon|instagram|facebook|youtube|website|homepage|blog|socials?"
)
_CONTACT = rx(
    rf"""
    \b(?:where|how) (?:can|could|do|should|would|may) (?:i|we|you|one|people)(?: \w+)? (?:find
        |contact|reach|follow|e-?mail|message|hire|get in touch with|get hold of|connect with)
        (?:the )?E\d+(?! (?:episode|ep|show|one|interview|podcast|recording|talk)\b)
    |\bE\d+(?: (?:have|has|got|on|an?|is))* (?:{_PLACES}|e-?mail address|contact(?: details| info)?
        )\b(?: (?:accounts?|handle|page|profile|channel|link))?(?! \w)
    |\b(?:in touch with|hold of) (?:the )?E\d+
    |\b(?:{_PLACES}|contact details?|contact info)(?: \w+)? (?:of|for|from) (?:the )?E\d+
    |\b(?:find|reach|follow|contact) E\d+ (?:online|on (?:the web|{_PLACES}))\b
    """
)
_FOUND_AT = rx(
    rf"""
    ^(?:check\ out|you\ can\ (?:find|e-?mail|contact|reach|follow)
    |if\ you\ want\ to\ (?:contact|reach))\b
    |\bon\ (?:{_PLACES})\b
    |\ @\w
    """,
    re.IGNORECASE,
)
# These ask for the day on which it came out.
RELEASED = rx(
    r"""
    ^\W*(?:when|(?:on )?(?:what|which) (?:date|day)|how (?:old|long ago))\b.*\bE\d+\b(?: \w+){0,3}?
        (?:released?|published?|air(?:ed)?|come out|came out|out|live|recorded|posted)\W*$
    |\b(?:release|air|publication|publishing) date\b
    |^\W*how old\b
    """
)
_FRAME = rx(
    r"""
    \b(?:when|what time|at what (?:time|point|minute|second)|which (?:minute|part|second|bit|moment
        |section)|where(?:abouts)?|time ?(?:stamp|code)s?(?: for| of)?|how far in(?:to)?|is|are|was
        |were|what (?:minute|point)|what|cue(?: up)?|bit|(?:at )?(?:which|what) point|minute
        |opinion(?: on| of)?|say about|said about|think(?:s)? (?:about|of)|jump to|skip to|seek to
        |go to|take me to|fast forward to|play|find|the (?:bit|part|moment|section|segment|place
        |spot)|(?:does|do|did|is|are|was) (?:they|he|she|it)|get to|gets to
        |got to|talk(?:s|ed|ing)? (?:about|of)|speak(?:s|ing)? (?:about|of)|mention(?:s|ed)?
        |discuss(?:ed|es|ing)?|explain(?:s|ed)?|cover(?:s|ed)?|say(?:s)?|come(?:s)? up
        |came up|brought up
        |bring(?:s)? up|go(?:es)? (?:over|into)|tell(?:s)?|about how|about)\b
    """
)
_EPISODE_FRAME = rx(
    r"""
    \b(?:does|do|did|is|was) (?:the |that )?(?=E\d)
    |\b(?:in|on|of|at|from|during) (?:the |that )?(?=E\d)
    |\bE\d+ (?:episode|ep|show|one|interview|podcast|site|app)\b
    |(?<= )(?:episode|show|interview|podcast)\b
    """
)
# What a line counts that gives a figure of what is counted, against up to 4 for a rare word.
_FIGURE = 2.5
_FIGURE_BESIDE = 1.0
# What a question asks of its subject, how a line reads that gives it, and how much more it counts.
_GIVEN = (
    (
        rx(
            r"""
            \b(?:how (?:much|big|large|small|long|many|often|fast|expensive|cheap)|costs?
                |pric(?:e|es|ing)|sav(?:e[sd]?|ings?)|paid|pays?|spen[dt]\w*|amount|number|size|bill)\b
            """
        ),
        rx(
            r"""
            [$€£]\ ?\d
            |\d[\d,.]*[k%]?\b
            |\b(?:tiny|huge|expensive|cheap\w*|free|half|twice|hundreds|thousands
                |millions|billions)\b
            """,
            re.IGNORECASE,
        ),
        1.4,
    ),
    (
        rx(
            r"""
            \b(?:why|reasons?|reasoning|motivation|decid\w+|decision|cho(?:o)?s(?:e|es|ing)|chosen
                |choice|pick(?:s|ed|ing)?|good fit|opt(?:s|ed|ing)?|went with|settled)\b
            """
        ),
        rx(
            r"""
            ^(?:why|(?:the\ )?(?:motivation|reasons?|decision)|picking|choosing|deciding
                |benefits?)\b
            |^what\ (?:made|makes|led)\b
            |\b(?:because|chose|decid\w+|instead|over|perfect|good\ fit|went\ with|opted)\b
            """,
            re.IGNORECASE,
        ),
        1.6,
    ),
    (
        rx(r"\b(?:explain\w*|describ\w*|what (?:is|are|does|do)|walk\w*|how (?:does|do|it))\b"),
        rx(
            r"^(?:what\b|how\b|explain\w*|breaking\ down|going\ over|walking)"
            r"|\bwhat\ (?:is|are|it)\b|\bcore\b",
            re.IGNORECASE,
        ),
        1.25,
    ),
    (
        rx(r"\bwhen (?:did|was|were|has|have)\b|\bsince when\b"),
        rx(
            r"\b(?:19|20)\d\d\b|\b(?:since|until|ago|(?:years|months|weeks) (?:later|in)"
            r"|last (?:year|month|week|spring|summer|fall|winter))\b",
            re.IGNORECASE,
        ),
        1.4,
    ),
    (
        rx(r"\bagain\b|\bin hindsight\b|\bregret\w*\b|\bdifferently\b"),
        rx(
            r"\bagain\b|\bhindsight\b|\bregret\w*\b|\bdifferent(?:ly)?\b|\brewr[io]te\b",
            re.IGNORECASE,
        ),
        1.6,
    ),
)


@dataclass(frozen=True, slots=True)
class When(Moment):
    """A subject inside one episode."""

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """With the figures of what is counted: "when do they say how much code there is"."""
        metric = metric_asked(self.utterance.shape)
        return replace(Moment.lookup(self), metrics=frozenset(metric.names if metric else ()))

    def named(self, evidence: Evidence) -> dict[int, tuple[Line, float]]:
        """Lines that name the technologies, give a figure of what is counted, or an address."""
        found = Moment.named(self, evidence)
        # Beside a name, a figure is one thing of two that a line may be about.
        figure = _FIGURE_BESIDE if self.utterance.technologies else _FIGURE
        lines = [each.line for each in evidence.figures if each.line]
        if _CONTACT.search(self.utterance.shape):
            lines += [line for line in evidence.lines if _FOUND_AT.search(line.text)]
        for line in {line.id: line for line in lines if line.episode in self.within}.values():
            _, worth = found.get(line.id, (line, 0.0))
            found[line.id] = (line, worth + (figure if line.start is not None else 0.0))
        return found

    def hits(self, evidence: Evidence, worded: Iterable[Hit]) -> list[Hit]:
        """The lines found; where an amount is asked for only those that give one."""
        found = Moment.hits(self, evidence, worded)
        gives = amount_asked(self.utterance.spelt("T", "C"))
        if gives is None:
            return found
        known = {figure.line.id for figure in evidence.figures if figure.line}
        return [hit for hit in found if hit.line.id in known or gives(hit.line.text)]

    def bonus(self, hit: Hit) -> float:
        """A line counts more that gives what is asked for: an amount, a reason, what it is."""
        text = self.utterance.shape
        fits = (
            worth
            for asked, given, worth in _GIVEN
            if asked.search(text) and given.search(hit.line.text)
        )
        return max(fits, default=1.0)


def parse(utterance: Utterance, lexicon: Lexicon) -> When | None:
    """An episode, a word of time or place, and a subject."""
    if not utterance.episodes:
        return None
    if _CONTACT.search(utterance.shape):
        return When(utterance, lexicon, "contact", frozenset(utterance.episodes))
    if not _WHEN.search(utterance.shape) and not _SAID.search(utterance.shape):
        return None
    if RELEASED.search(utterance.shape) and not utterance.technologies:
        return None
    return about(utterance, lexicon)


def about(utterance: Utterance, lexicon: Lexicon) -> When | None:
    """A subject inside the episodes named, whatever words surround it."""
    shape = without(utterance.shape, _EPISODE_FRAME, _FRAME)
    subject = utterance.restore(shape)
    if not content_words(subject) and not utterance.technologies:
        return None
    return When(utterance, lexicon, " ".join(subject.split()), frozenset(utterance.episodes))
