"""Why somebody chose, kept or left something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.patterns import rx, words
from bot.questions.moments import Moment, without
from bot.rank.words import content_words

if TYPE_CHECKING:
    from bot.dialogue import Hit
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "why"
SUMMARY = "Why somebody chose, kept or left something"
EXAMPLES = (
    "why did mux pick elixir",
    "why does cover tuner use mongo instead of postgres?",
    "what was the reason trackjs stayed a monolith",
)

_WHY = rx(
    r"""
    ^(?:\W|so |and |hey |but |ok )*(?:why(?:'d|'s|s|d)?\b|how come\b|for what reason
        |what(?:'s|s| is| was| were|'re)? (?:the |their |his |her )?(?:reasons?|reasoning|rationale
        |motivations?|thinking|case|idea|point)\b|reasons?\b|reasoning\b|how did \w+
        (?:decide|settle|end up|land|arrive)\b|rationale\b|motivations?\b|what (?:made|makes|led
        |convinced|drove|brought|pushed)\b)
    |\bwhat(?:'s|s| is| was)? the (?:reason|motivation|rationale|thinking)s?\b
    |(?<!and )\bwhy\b
    |\b(?:reasons? (?:for|behind|why)|motivation (?:for|behind|to)|rationale (?:for|behind))\b
    """
)
_GROUNDS = words(
    r"""
    (?:what|which) (?:drew|attracted|got|sold|persuaded|prompted|motivated|inspired|tempted),
    on what grounds, for (?:what|which) reasons?, how did (?:\w+ )?come to (?:choose|pick|use),
    how did they end up (?:with|on|using), behind the (?:choice|decision|move|switch),
    (?:the )?story behind, what (?:speaks|spoke) for, justif\w+,
    (?:benefits?|advantages?|upsides?|merits) of (?=T\d), was there (?:a|any) reason, the reasoning,
    so (?:good|great|special) about
"""
)
_ASKED = rx(_GROUNDS)
# What is thought of something, or goes wrong with it, is told by the lines that judge it.
_OPINION = rx(
    r"""
    \b(?:(?P<bad>problems?|issues?|complaints?|trouble|pains?|pain points?|drawbacks?|downsides?
        |limitations?|limits|cons|gotchas?|criticism|struggles?)|opinions?|thoughts|pros and cons
        |pros|praise|verdicts?|experiences|feelings?) (?:with|about|of|on|regarding|using)
        (?:the |using )?T\d+\W*$
    |\bwhat\b.*\b(?:say|says|saying|think|thinks|thought) (?:about|of) (?:using )?T\d+\W*$
    |\b(?:(?P<bad_>complain\w*|rant\w*|moan\w*)|rav(?:e|es|ing)) about T\d+\W*$
    """
)
_BAD = rx(
    r"""
    \b(?:problems?|issues?|complain\w*|trouble|pain\w*|expensive|slow\w*|hard|difficult|tricky
        |complex|complicated|overkill|struggl\w*|frustrat\w*|limit\w*|lacks?|missing|unfortunately
        |however|poor|opaque|funky|weird|annoying|downsides?|not super|bugs?
        |isn't (?:perfect|great|ideal))\b
    |n't \w+ (?:good|great|perfect|easy|happy)\b
    """
)
_GOOD = rx(
    r"""
    \b(?:great|good|nice|love[sd]?|like[sd]?|enjoy\w*|amazing|easy|simple|fast|perfect|happy|helpful
        |powerful|worth|recommend\w*|favou?rite|impressed|solid|wonderful|excellent|incredibl\w+)\b
    """
)
_FRAME = rx(
    rf"""
    {_GROUNDS}
    |\b(?:according|come|story|choice|decision|took|take|move)\b
    |\b(?:why(?:'d|'s|s|d)?|how come|what(?:'s|s| is| was)? (?:the |their )?(?:reasons?|reasoning
        |rationale|motivation|thinking)|reasons?|reasoning|rationale|motivations?|behind|what
        (?:made|makes|led|convinced|drove)|did|does|do|is|are|was|they|he|she|go(?:es|ing)?
        (?:with|for)|went (?:with|for)|pick(?:ed|s|ing)?|cho(?:o)?se|chosen|choosing|use[sd]?|using
        |decided? (?:on|to use)?|how|settled? on|ended? up (?:on|with|using)|landed? on|to
        |opt(?:ed)? for|select(?:ed)?|want(?:ed)?|for)\b
    """
)
_REASON_FIRST = rx(
    r"^(?:why|(?:the )?motivat\w+|(?:the )?reasons?|picking|choosing|benefits?|how come)\b"
)
_GAIN = 1.2
_JUDGED = 2.2
_CHOSEN = rx(
    r"""
    \b(?:why|motivat\w+|reasons?|because|chose|chosen|choos\w+|pick\w*|over|instead|decid\w+
        |went with|going with|opted|convinc\w*|benefits?|advantages?|due to|since|factor)\b
    """
)
# What made it better, or what was wrong before, is a reason that nobody calls one.
_GAINED = rx(
    r"""
    \b(?:dropped from|cut|sped up|faster|cheap(?:er)?|easy|easier|simpler|simple|better|less|fewer
        |familiar|comfortable|experience|already|knew|known|likes?|liked|loves?|loved|enjoys?
        |great|perfect|good|nice|so (?:they|he|she|that|it|we|there)|lets|mov(?:ed|ing) to
        |switch(?:ed|ing) to|wanted|needed)\b
    """
)


# "Why not kubernetes", "why don't they use docker".
_NOT = rx(
    r"\b(?:why|reasons?)(?: (?:do|does|did|is|are)(?: \w+)?)?? (?:not|against)\b"
    r"|n't (?:\w+ )?(?:use|run|like|want)\b"
)
_NO = rx(r"\b(?:not?|never|without|instead|against|overkill|over)\b|n't\b")


@dataclass(frozen=True, slots=True)
class Why(Moment):
    """A choice and who made it."""

    intent: ClassVar[str] = NAME
    # A line that gives the reason for something else often sounds nearer than the right one.
    by_meaning: ClassVar[bool] = False
    # The line that says why is often one of many that name the thing, and names others too.
    by_rarity: ClassVar[bool] = False

    def bonus(self, hit: Hit) -> float:
        """A line that gives a reason counts more; why not is asked of lines that say no."""
        told = hit.line.text.lower()
        opinion = _OPINION.search(self.utterance.shape)
        if opinion:
            judged = _BAD.search(told) or (not any(opinion.groups()) and _GOOD.search(told))
            return _JUDGED if judged else 1.0
        if _NOT.search(self.utterance.shape):
            denies = 1.7 if _NO.search(told) else 1.0
            return denies * (1.5 if _CHOSEN.search(told) else 1.0)
        if _REASON_FIRST.search(told):
            return 2.2
        if _CHOSEN.search(told):
            return 1.5
        return _GAIN if _GAINED.search(told) else 1.0


def parse(utterance: Utterance, lexicon: Lexicon) -> Why | None:
    """A word that asks for a reason, and a subject."""
    opinion = not utterance.episodes and _OPINION.search(utterance.shape)
    if not (opinion or _WHY.search(utterance.shape) or _ASKED.search(utterance.shape)):
        return None
    if opinion:
        subject = " ".join(utterance.names[place].surface for place in utterance.of("T"))
        return Why(utterance, lexicon, subject)
    subject = " ".join(utterance.restore(without(utterance.shape, _FRAME)).split())
    if not content_words(subject) and not utterance.technologies:
        return None
    return Why(utterance, lexicon, subject, frozenset(utterance.episodes))
