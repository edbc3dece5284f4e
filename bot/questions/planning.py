"""Who wants, plans or considers to use something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.model import Stance
from bot.normalise.stance import leaves_later
from bot.patterns import rx, unwrapped, words
from bot.questions.stances import StanceQuestion, is_statement, read_names, wordings
from bot.rank.words import stem, stems

if TYPE_CHECKING:
    from bot.dialogue import Sighting
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "planning"
SUMMARY = "Who plans or would like to use something"
EXAMPLES = (
    "who wants to move to kubernetes one day?",
    "who's planning to add celery",
    "anyone thinking about github actions for later",
)

# The thing stands where the verb's object does: "who might use it", "whose next step is".
_VERBS = unwrapped(r"""
    (?:us|mov|switch|adopt|add|migrat|try|start|get|bring|roll|introduc|deploy|set|put|run|have|need
        |go|work|build|host|replac|bet|pick|choos|end up)
    """)
_WISH = rx(
    words(
        rf"""
        wants? (?:to|a|an)?, holding out for, excited (?:about|for|to), wanting, wannabes?, wanna,
        might, may (?:\w+ )?(?:use|move|switch|adopt|add|try|need),
        could (?:soon|eventually|one day|move|switch|end up), wish\w*,
        keen (?:to|on), tempted, itching, (?:who|they|he|she)'ll,
        would (?:like|love|switch|move|use|try|adopt|pick|choose|go with), dream(?:s|ing)? of,
        (?:can't|cannot|can not) wait (?:for|to), wait(?:s|ing)? (?:for|on), eager (?:for|to),
        (?:experiment|play|toy)(?:s|ing) with, pilot(?:s|ing),
        warming (?:up )?to, on the fence, eye on, lean(?:s|ing) to(?:wards?)?,
        test(?:s|ing) (?:out )?T\d+ out, (?:has|have) thought about,
        investigating, researching, contemplat\w+, ponder\w*, mull(?:s|ing) over,
        trying (?:out )?(?=[TC]\d), flirt(?:s|ing) with, long(?:s|ing) (?:for|to), aspir\w+,
        would-be, prospective, set to {_VERBS}\w*, (?:can|could) (?:imagine|picture),
        (?:can|could) see (?:themselves|himself|herself), wouldn't mind, open to,
        ready (?:to|for), mean(?:s|ing) to, fancy, fancies, due to {_VERBS}\w*, expects? to,
        expecting to,
        anticipat\w+, on the (?:verge|point) of, propos(?:es?|ing) to, determined to, set on,
        schedul\w+ (?:a|the|their) (?:move|switch|migration), vow\w* to, promis\w+ to,
        in mind, on (?:their|his|her) minds?, on the cards,
        (?:still )?(?:needs?|ha(?:s|ve)) to {_VERBS}\w*(?=.*\bstill\b),
        still (?:needs?|ha(?:s|ve)) to (?:{_VERBS}\w*|T\d+), working on {_VERBS}\w*ing,
        rewriting (?:\w+ )?(?:in|to),
        (?<!free )(?<!paid )(?<!sprint )(?<!hobby )(?<!basic )plan(?:s|ning|ned)?, going to, gonna,
        think(?:s|ing) (?:about|of), consider(?:s|ing|ed)?, look(?:s|ing)? (?:at|to|into|forward),
        inten[dt]\w*, hop(?:es?|ing) (?:to|for), hopes, about to, soon, eventually, some ?day,
        one day, in the (?:near )?future, at some point, for later, later on,
        down the (?:road|line), road ?map, wish ?list, to-?do list,
        on (?:the|their|his|her) (?:list|radar|horizon), on (?:the|their|his|her) way (?:on)?to,
        head(?:ed|ing|s) (?:to|for|towards?), interested in, curious about, upcoming,
        future, next (?:year|step|thing|up|to)?, not yet, hasn't yet, (?:yet|still) to,
        still (?:ahead|pending|outstanding|planned|missing), ahead, pending, coming,
        in the (?:pipeline|works|cards|making), just around, will (?:\w+ )?(?:be )?{_VERBS}\w*,
        eyeing, exploring, evaluating, aims? to, (?:work|build)\w* (?:towards?|up to),
        (?:getting|get) ready for, (?:prepar|gear)\w* (?:up )?(?:for|to),
        (?:is|are|'s) (?:adding|adopting|introducing|bringing in|rolling out),
        who (?:adding|adopting|introducing),
        (?:migrating|moving|switching|transitioning) (?:over )?to
    """
    )
    + r"|'d (?:\w+ )?(?:like|love|want)\b|\byet\b.*\bbut\b.*\b(?:will|want|plan|hop)\w*"
)
# "Who doesn't want docker", "who considered it and said no": nothing is planned.
_REFUSED = rx(
    r"""
    (?:(?:do|does|did|is|are)(?:n't| not)|\bnever|\bnot) (?:want|plan|consider|interested)\w*
    |\b(?:unnecessary|overkill|rejected)\b
    |\b(?:considered|looked (?:at|into)|evaluated)\b.*\b(?:but|and) (?:did|said|pass|went|chose|pick
        |reject|decid|lost|lose|dismiss|discard)\w*
    """
)


# What is planned with a technology that is used already.
_DOING = frozenset(map(stem, ("upgrade", "update", "rewrite", "refactor", "scale")))
# What is to be left is used still.
LEAVING = rx(
    r"""
    \b(?:is|are|'s|'re) (?:(?:currently|still|now|slowly|in the process of) )*(?:leaving|dropping
        |ditching|retiring|phasing out|getting (?:rid of|off)|(?:mov|migrat|switch)ing (?:away|off
        |out))\b
    |\b(?:wants?|wanting|like|love|plans?|planning|going|hop(?:es?|ing)|about|intend\w*|look(?:s|ing)
        |thinking|considering|will|'ll|soon|might|may|could|wish\w*|tempted|itching|toying|keen
        |ready)
        (?:(?:to|of|about|on|with|be|soon|eventually|finally|one day) )*(?:leave|leaving|drop\w*
        |ditch\w*|replac\w+|swap\w*|abandon\w*|retir\w+|remov\w+|quit\w*|say(?:ing)? (?:good)?bye
        |part\w* ways|get(?:ting)? rid|get(?:ting)? off|get(?:ting)? away|stop\w*|escap\w+|kick\w*
        |phas\w+ out|(?:mov|migrat|switch)\w* (?:away|off|out|from)|mov(?:e|ing) on)\b
    """
)
# What it is rewritten in is new: "thinking about rewriting something in rust".
_REWRITTEN_IN = rx(r"\brewr\w+ (?:.* )?(?:in|to|into|with|using|on) T\d")
_PLANNED = rx(
    r"""
    \b(?:wants? to|would like|plan\w*|hop(?:e|es|ing) to|going to|eventually|soon|next|in the future
        |on the horizon|some ?day|looking to|needs? to|should)\b
    """
)


@dataclass(frozen=True, slots=True)
class Planning(StanceQuestion):
    """Lines that speak of a wish or plan.

    Attributes:
        doing: Stems of what is planned when it is more than using.
        leaving: It is to be left.
    """

    doing: frozenset[str] = frozenset()
    leaving: bool = False

    intent: ClassVar[str] = NAME

    def stance(self) -> Stance:
        """A plan."""
        return Stance.PLANS

    def takes(self, sighting: Sighting) -> bool:
        """A plan to use it, to leave it, or to do with it what was asked: "upgrade"."""
        if self.leaving:
            return self._is_left(sighting)
        if sighting.stance is Stance.PLANS:
            return not self.doing
        text = sighting.line.text.lower() if sighting.line else ""
        return bool(self.doing & set(stems(text)) and _PLANNED.search(text))

    def _is_left(self, sighting: Sighting) -> bool:
        """Whether a line says that a technology is to be left."""
        text = sighting.line.text if sighting.line else ""
        found = self.lexicon.vocabulary.find(text)
        return any(
            leaves_later(text, span.start, span.end)
            for span in found
            if span.id == sighting.technology
        )

    def sentence(self) -> str:
        """The verb phrase of the headline."""
        return "plan or would like to " + ("leave" if self.leaving else "use")


def parse(utterance: Utterance, lexicon: Lexicon) -> Planning | None:
    """A word of wishing and what is wished for."""
    match = _WISH.search(utterance.shape) or LEAVING.search(utterance.shape)
    if utterance.episodes or match is None or is_statement(utterance):
        return None
    if _REFUSED.search(utterance.shape):
        return None
    technologies = utterance.of("T")
    places = technologies or utterance.of("C")
    phrases = wordings(places, utterance.shape.replace(match.group(), " "), utterance, lexicon)
    subjects, names = read_names(places, "and", utterance, lexicon)
    if not subjects and not phrases:
        return None
    upgraded = technologies and not _REWRITTEN_IN.search(utterance.shape)
    doing = frozenset(stems(utterance.shape)) & _DOING if upgraded else frozenset()
    leaving = LEAVING.search(utterance.shape) is not None
    return Planning(
        utterance, lexicon, subjects, phrases, names=names, doing=doing, leaving=leaving
    )
