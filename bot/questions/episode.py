"""Episodes by what they are: latest, longest, number 83, from June 2020, about toilet paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Evidence, Lookup
from bot.model import TRAIT
from bot.patterns import rx
from bot.questions.base import Asked, cite, company, counted, cue, guests
from bot.questions.leftovers import leftover
from bot.questions.narrowing import narrowed
from bot.questions.numbers import CARDINALS
from bot.questions.orders import ORDERING, ORDERS, how_many, in_order, order_of_one
from bot.questions.slots import Name
from bot.questions.when import RELEASED
from bot.timecode import day

if TYPE_CHECKING:
    import re

    from bot.dialogue import Head
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "episode"
SUMMARY = "An episode by what it is: latest, longest, number, date, what it is about, random"
EXAMPLES = (
    "latest episode",
    "what's the longest episode?",
    "episodes from june 2020",
    "the one about toilet paper",
    "episode 83",
    "list the written interviews",
    "random episode",
)

_ITEM = rx(
    r"""
    \b(?:episodes?|eps?|shows?|one|ones|interviews?|podcasts?|guests?|listen|you have|got|posts?
        |me)\b
    """
)
_NUMBER = rx(
    r"""
    \b(?:episode|ep|number|no|nr|show|#)\.? ?(?:number |no\.? ?|nr\.? ?|#)?(\d{1,4})\b
    |#(\d{1,4})\b
    |^(\d{1,4})$
    """
)
_ABOUT = rx(
    r"""
    (?:\b(?:the )?(?:one|episode|ep|show|interview|podcast|story|thing|anything|something|episodes
        |shows)(?: you (?:had|did)| are| is| was)? (?:about|on|with|where|for|covering|regarding)
        |\btell me (?:more )?about|\bwhat(?:'s| is| was) (?:the )?(?:.* )?(?:about)
        |\binfo(?:rmation)? (?:on|about)|\bmore about|\bsummar(?:y|ise|ize)(?: of)?|\bdescribe
        |\bdetails (?:of|on|about)|\bwhat is)(?: the| a| an)? (?P<about>.+)$
    """
)
# "Any shows with a search engine" asks who has one, "the one with the search engine" for one.
_HAVING = rx(
    r"""
    \b(?:episodes|eps|shows|interviews|podcasts|anything|(?:any|an) \w+) (?:you have )?with
    (?:\w+ )?C\d+\b
    """
)
# What only an episode can be meant by, though the words that follow are loose.
_LOOSELY = rx(
    r"""
    ^(?:\W|pls |please |find |me |what was |which (?:one |episode |show )?(?:was|is) |wasn'?t
        there |was there |isn'?t there |is there )*(?:(?:the|that|a|an|some|any) )?\b(?:app|site
        |website|service|product|platform|guy|woman|person|team|company|startup|tool|game|thing
        |something|episode|show|one|interview)s? (?:for|with|where|that|who|which|about|on|to|of
        |from|built|made|does|doing|lets) (?P<about>.+)$
    """
)
# Everything there is, newest first.
_EPISODES = (
    r"(?:episodes?|shows?|interviews?|podcasts?)(?: (?:there|that) (?:is|are)| you have)?\W*$"
)
WHOLE_LIST = rx(
    r"^\W*(?:(?:list|show|give|name|see|what are|which are)(?: me| us)? )?"
    rf"(?:all|every|the (?:whole |full )?list of)(?: of)?(?: the)?(?: \d+)? {_EPISODES}"
    rf"|^\W*(?:list|show|what are|which are)(?: me| us)?(?: the)? {_EPISODES}"
)
# Several are wanted, and a search finds them.
_SEVERAL = rx(
    r"\b(?:\d+|two|three|four|five|few|some|several|couple of) (?:episodes|shows|eps|interviews)\b"
)
# What people say who know what it was about and not which it was.
_RECALLS = rx(
    r"""
    \b(?:which|what) (?:one|episode|ep|show|interview|podcast) (?:was|is)
        (?:that|it|this)(?: again)?\b
    |\b(?:which|what) was (?:that|it)(?: again| called)?\W*$
    |\bi (?:forgot|forget|can't (?:remember|recall)|cannot (?:remember|recall)|don't
        (?:remember|recall)|do not (?:remember|recall)|lost) (?:the|its|what|which|how
        |who)\b(?: (?:\w+ )?(?:title|name|number|episode|link|it|that|one|called|was|is)\b)*
    |\bremind me (?:of|about|which|what|who)\b
    |\bwho was (?:that|it)(?: again)?\W*$
    |\b(?:what's|what was|what is|whats|what) (?:the|its) (?:title|name|number)(?: again)?\b
    |\bwhat (?:was|is) (?:it|that) called(?: again)?\b
    |\b(?:there (?:was|is)|wasn't there|isn't there|was there|is there) (?:also )?(?:an?|this|that
        |some)? ?(?:episode|show|interview|podcast|one|talk|something|somebody|someone|guest
        |story)? ?(?:on|about|with|where|for|of|who|that)\b
    |\b(?:which|what) (?:episode|show|one|podcast) (?:should|would|could|might|is good for|suits
        |fits)\b
    |\b(?:listen to|like to hear)\W*$
    |\b(?:is|are|was) there (?:something|anything|any|one|an episode|episodes)\b(?: like that)?\W*$
    """
)
# "I forgot the name of my teacher" is about no episode.
_MINE = rx(r"\b(?:of|about) my\b")
# What is asked about an episode, not for it.
_MANNER = rx(r"\b(?:how|where|why)\b")
_LEAST = 0.4
_FEW = 3
_THE_X = rx(r"\b(?:the|that) (?P<about>[^,?]+?) (?:one|episode|ep|show|interview|podcast)\b")
_LISTS = rx(
    r"""
    \b(?:list|which|what|all|any|anything|something|everything|recordings?|talks?|long|short|ones?
        |show|episodes|shows|interviews|catalogue|catalog|give|who|happen\w*|came|was
        |were|had|did)\b
    |^$
    """
)


@dataclass(frozen=True, slots=True)
class EpisodeQuestion(Asked):
    """Some episodes, in an order.

    Attributes:
        order: ``latest``, ``oldest``, ``longest``, ``shortest``, ``random`` or ``all``.
        most: How many of them.
        of: Episode ids when they are named or described.
    """

    order: str = "all"
    most: int | None = None
    of: tuple[int, ...] = ()

    intent: ClassVar[str] = NAME

    def is_whole(self) -> bool:
        """A named one is told of, and the words in quotes ask what of it."""
        return not self.of

    def lookup(self) -> Lookup:
        """Lines and stack of a named episode."""
        return Lookup(episodes=frozenset(self.of))

    def answer(self, evidence: Evidence) -> Answer:
        """The episodes; a single one with its stack and first topics."""
        heads = narrowed(evidence, self.filters)
        if self.of:
            heads = {ident: heads[ident] for ident in self.of if ident in heads}
        chosen = in_order(self.order, list(heads.values()), self.text)[: self.most]
        if not chosen:
            return self.nothing(f"No episode fits{self.scope}.")
        lines = {line.episode: line for line in reversed(evidence.lines)}
        episodes = tuple(
            cite(head, [cue(lines[head.id])] if head.id in lines else []) for head in chosen
        )
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=self._headline(chosen),
            total=len(chosen),
            episodes=episodes,
        )

    def _headline(self, chosen: list[Head]) -> str:
        if len(chosen) > 1 and self.order == "all":
            return f"{counted(len(chosen), 'episode')}{self.scope}."
        if len(chosen) > 1:
            the = "" if self.order == "random" else "The "
            return f"{the}{len(chosen)} {self.order} episodes{self.scope}."
        head = chosen[0]
        length = f", {head.duration // 60} minutes" if head.duration else ""
        when = f", {day(head.published)}" if head.published else ""
        who = f" with {guests(head)}" if head.guests else ""
        about = f" {head.description}" if head.description else ""
        return f"“{head.title}”{who}{when}{length}{self.scope}.{about}"


def parse(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    """An order, a number, a date, a description or a name."""
    shape = utterance.shape
    if WHOLE_LIST.search(shape):
        return EpisodeQuestion(utterance, lexicon)
    number = _NUMBER.search(shape)
    if number and not utterance.names and len(_beside(number, utterance)) <= 1:
        wanted = int(number[1] or number[2] or number[3])
        ids = tuple(i for i, head in lexicon.heads.items() if head.number == wanted)
        if ids:
            return _found(utterance, lexicon, ids)
    ordered = _of_users(utterance, lexicon) if utterance.names else _ordered(utterance, lexicon)
    if ordered:
        return ordered
    if utterance.episodes and not utterance.of("T") and not utterance.of("C"):
        extra = len(leftover(utterance))
        if extra > (0 if _MANNER.search(shape) else 1) and not RELEASED.search(shape):
            return None
        return EpisodeQuestion(utterance, lexicon, "all", None, tuple(utterance.episodes))
    return _described(utterance, lexicon)


def _beside(number: re.Match[str], utterance: Utterance) -> list[str]:
    """What is left over beside an episode's number: nothing much, or it counts something else."""
    words = number.group().replace("#", " ").replace(".", " ").split()
    return [word for word in leftover(utterance) if word not in words]


def _ordered(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    extra = [word for word in leftover(utterance) if not word.isdigit() and word not in CARDINALS]
    for order, pattern in ORDERS:
        match = pattern.search(utterance.shape)
        rest = [word for word in extra if not match or word not in match.group().split()]
        if (
            match
            and len(rest) <= 1
            and (_ITEM.search(utterance.shape) or len(utterance.shape.split()) <= 3)
        ):
            most = how_many(utterance.shape)
            told = _told_of(utterance, lexicon, order) if most == 1 else utterance
            return EpisodeQuestion(told, lexicon, order, most)
    if utterance.filters and _LISTS.search(utterance.shape) and all(map(_LISTS.search, extra)):
        return EpisodeQuestion(utterance, lexicon, "all", None)
    return None


def _told_of(utterance: Utterance, lexicon: Lexicon, order: str) -> Utterance:
    """An utterance that knows which episode comes first, as far as its filters can be decided."""
    filters = utterance.filters
    if filters.uses or filters.without or filters.phrases or filters.lacks:
        return utterance
    heads = list(narrowed(Evidence(lexicon.heads), filters).values())
    first = in_order(order, heads, utterance.raw)[:1]
    names = [Name("E", (str(head.id),), company(head)) for head in first]
    return replace(utterance, about=names[0]) if names else utterance


def _of_users(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    """The newest or longest of those that use something: "latest django episode"."""
    order = order_of_one(utterance.shape)
    only = utterance.technologies and not (utterance.episodes or utterance.categories)
    extra = {word for word in leftover(utterance) if not word.isdigit()}
    if order is None or not only or extra - ORDERING:
        return None
    uses = (*utterance.filters.uses, *utterance.technologies)
    narrower = replace(utterance, filters=replace(utterance.filters, uses=uses))
    return EpisodeQuestion(narrower, lexicon, order, how_many(utterance.shape))


def _found(utterance: Utterance, lexicon: Lexicon, ids: tuple[int, ...]) -> EpisodeQuestion:
    """Some episodes that the question describes, which speaks of the only one from then on."""
    if len(ids) == 1:
        about = Name("E", (str(ids[0]),), company(lexicon.heads[ids[0]]))
        utterance = replace(utterance, about=about)
    return EpisodeQuestion(utterance, lexicon, "all", None, ids)


def _is_tool(technology: str, lexicon: Lexicon) -> bool:
    """Whether a name is used somewhere, other than "browser extension", which is what one is."""
    found = lexicon.vocabulary.technologies.get(technology)
    users = lexicon.present.get(technology, frozenset())
    sort = found is not None and TRAIT in found.categories
    name = lexicon.vocabulary.name(technology).lower()
    titled = all(name in lexicon.heads[ident].title.lower() for ident in users)
    return bool(users) and not sort and not titled


def _described(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    """An episode that its title, names or description give away."""
    shape = utterance.restore(utterance.shape).lower()
    named = any(_is_tool(tech, lexicon) for tech in utterance.technologies)
    having = _HAVING.search(utterance.shape)
    if _SEVERAL.search(shape) or ((named or having) and not leftover(utterance)):
        return None
    recalled = _RECALLS.sub(" ", shape)
    if recalled != shape and not _MINE.search(shape):
        ids = lexicon.describe(recalled, _LEAST)
        if len(ids) == 1:
            return _found(utterance, lexicon, ids)
    for pattern in (_ABOUT, _THE_X):
        match = pattern.search(shape)
        if match:
            ids = lexicon.describe(match["about"])
            if 0 < len(ids) <= _FEW:
                return _found(utterance, lexicon, ids)
    loose = _LOOSELY.search(shape)
    ids = lexicon.describe(loose["about"], _LEAST) if loose and not utterance.of("T") else ()
    return _found(utterance, lexicon, ids) if len(ids) == 1 else None
