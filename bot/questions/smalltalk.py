"""Greetings, thanks, help, and what no show note can answer: nothing is claimed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer
from bot.patterns import rx
from bot.questions.base import Asked
from bot.questions.elsewhere import is_elsewhere
from bot.questions.episode import WHOLE_LIST
from bot.questions.search import unanswered
from bot.questions.strangers import stranger
from bot.rank.words import content_words

if TYPE_CHECKING:
    from bot.dialogue import Evidence
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "help"
SUMMARY = "What I can answer"
EXAMPLES = ("help", "what can you do?", "hi", "thanks!")

_HELP = rx(
    r"""
    ^\W*(?:help|commands?|usage|how (?:do|does|can) (?:i|this|you|it) (?:use|work|ask)\b.*|what
        (?:can|do) (?:you|i) (?:do|ask|know|answer)\b.*|instructions?|manual|who are you
        |what are you)\W*(?:me|please|pls)?\W*$
    """
)
_GREETING = rx(
    r"""
    ^\W*(?:hi|hello|hey|hiya|howdy|yo|sup|good (?:morning|afternoon|evening|day|night)|greetings
        |hola|moin|hallo|bonjour|ciao|namaste|what'?s up|wassup|how are you|how's it going|morning
        |test|ping)(?: (?:there|all|everyone|everybody|team|folks|bot|playhead|again|you))*\W*$
    """
)
_THANKS = rx(
    r"""
    ^\W*(?:ok(?:ay)? |great |awesome |perfect |cool |nice |many |no |wow )*(?:thanks?|thank you|thx
        |ty|cheers|much appreciated|danke|merci|gracias|great job|good (?:bot|job)|well done
        |nice(?: one| work)?|awesome|perfect|cool|great|lol|haha|ok(?:ay)?|bye|goodbye
        |see (?:you|ya)|later|never ?mind|nvm|got it|sweet|love it|yes|no|yep|nope)(?: (?:you|a lot
        |so much|very much|again|bot|playhead|man|mate|everyone|for .*|much|lots))*\W*$
    """
)
_THANKS_LONG = rx(
    r"^\W*(?:thanks|thank you|thx|ty|cheers)\b(?: ?[,!.-]+| that| for| so| a| very| you)"
)
_ABOUT_ME = rx(
    r"""
    ^\W*(?:are|r|were) (?:you|u)\b
    |^\W*(?:do|can) you (?:sleep|dream|eat|feel|like|love|think|speak|have feelings)\b
    |^\W*(?:what|who|how old|where) are you\b
    |^\W*where do you (?:live|run|work|come from)\b
    |^\W*what (?:powers|runs|drives|hosts) you\W*$
    |^\W*(?:tell me about|what is|what's|whats) your (?:tech ?)?(?:stack|setup|code|source)\b
    |^\W*(?:what is|what's|who is|who's|which is) your (?:name|favou?rite)\b
    |^\W*how are you\b|^\W*did you sleep\b|^\W*can i (?:talk|speak) (?:to|with)
    (?:an?|some|your) (?:\w+ )?(?:human|person|agent|boss|manager|operator)\b
    |^\W*(?:i'm|i am|im) (?:so |very |really )?(?:bored|tired|hungry|sad|happy|sick|lonely)\b
    |^\W*(?:you're|you are|ur) (?:so |very |really |just )?(?:wrong|right|great|stupid|dumb|funny
        |smart|useless|amazing|awesome|cute|mean|slow|fast)\b
    """
)
_BARE = rx(
    r"""
    ^\W*(?:who|what|which|when|where|why|how)?(?: (?:uses?|using|is|are|does|do|has|the|on|with|a|an
        |people|episodes?|shows?))*\W*$
    """
)
HELP = (
    "Ask me about the episodes: who uses something, what a show runs on, when something is said, "
    "how many, the most used, why, tips, costs. Filters such as year:2021, guest:name, -docker "
    'and "exact words" narrow all of it.'
)


@dataclass(frozen=True, slots=True)
class SmallTalk(Asked):
    """Words that ask nothing of the show notes."""

    sort: str = "help"

    intent: ClassVar[str] = NAME

    def is_whole(self) -> bool:
        """There is no question apart from what was quoted."""
        return False

    def answer(self, evidence: Evidence) -> Answer:
        """A friendly line, no claim, and what can be asked."""
        if self.sort == "unanswerable":
            return unanswered(self)
        headline = {
            "help": HELP,
            "greeting": f"Hello! {HELP}",
            "thanks": "You're welcome. Ask me anything else about the episodes.",
            "empty": f"There was no question in that. {HELP}",
        }[self.sort]
        return Answer(
            question=self.text,
            intent="help" if self.sort in {"help", "greeting"} else self.sort,
            headline=headline,
            total=0,
            suggestions=("who uses Postgres?", "most used databases", "latest episode"),
        )


def between(question: Asked, previous: Utterance | None) -> Asked:
    """A question, which goes on with the one before it if it only thanks, greets or says nothing.

    So "and redis?" after "thanks" still means what it did before.
    """
    if not isinstance(question, SmallTalk) or previous is None or question.sort == "unanswerable":
        return question
    follows = (*previous.follows, previous.raw)
    return replace(question, utterance=replace(previous, raw=question.text, follows=follows))


def parse(utterance: Utterance, lexicon: Lexicon) -> Asked | None:
    """Greetings, thanks, help, nothing at all, or another assistant's work."""
    text = utterance.text.lower().strip()
    if not any(char.isalnum() for char in text):
        return None if utterance.filters else SmallTalk(utterance, lexicon, "empty")
    for sort, pattern in (("help", _HELP), ("greeting", _GREETING), ("thanks", _THANKS)):
        if pattern.match(text):
            return SmallTalk(utterance, lexicon, sort)
    if not utterance.names and _THANKS_LONG.match(text):
        return SmallTalk(utterance, lexicon, "thanks")
    if not utterance.names and _ABOUT_ME.match(text):
        return SmallTalk(utterance, lexicon, "help")
    if is_elsewhere(utterance.shape, text):
        return SmallTalk(utterance, lexicon, "unanswerable")
    if (
        not utterance.names
        and not utterance.filters
        and _BARE.match(utterance.shape)
        and not WHOLE_LIST.search(utterance.shape)
        and not content_words(utterance.shape)
    ):
        return SmallTalk(utterance, lexicon, "empty")
    return stranger(utterance, lexicon)
