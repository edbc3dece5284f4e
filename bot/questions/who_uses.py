"""Who uses a technology, several, or one of a category."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Lookup
from bot.model import Stance
from bot.patterns import rx
from bot.questions.base import Asked, counted, listing, reasons
from bot.questions.conditions import NOTHING, Condition, Term, alternatives, read_condition
from bot.questions.leftovers import leftover
from bot.questions.narrowing import narrowed, nothing_left, verdicts
from bot.questions.parts import part_asked
from bot.questions.search import instead
from bot.questions.several import counted as counted_of
from bot.questions.several import distinct
from bot.questions.stances import denied_there, read_scope
from bot.questions.told import is_doing
from bot.questions.users import in_version, matching, other_stances, rank_users
from bot.questions.versions import names_version, versions

if TYPE_CHECKING:
    from bot.dialogue import Answer, Citation, Evidence, Head, Sighting
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "who_uses"
SUMMARY = "Who uses a technology, several together, or any of a category"
EXAMPLES = (
    "who uses Terraform?",
    "which shows use postgres but not redis",
    "rails or django people hosted on heroku",
    "who uses a NoSQL database?",
    "docker users since June 2021",
    "short episodes (under 45 minutes) about flask",
)

_WHO = rx(
    r"""
    ^(?:\W|so |ok |hey |hi |please |pls |can you |could you |do you know |tell me |show
        me |list |give me |find |name |i want |looking for )*(?:who|whos|who's|which|what|any|anyone
        |anybody|someone|somebody|ppl|does any|do any|is any|are any|are there|is there|everyone
        |everybody|all|list|shows?|episodes?|guests?|people|podcasts?|companies|apps?|teams?
        |does anyone|does anybody|has anyone|has anybody|have any)\b
    """
)
_GROUP = rx(
    r"""
    \b(?:users?|fans|ppl|shops?|folks|people|shows?|episodes?|eps|apps?|sites?|guests?|companies
        |teams?|anyone|anybody|some(?:one|body)(?! else)|everyone|everybody|who|whose|podcasts?
        |stories|startups?|businesses|projects|products|examples?|recordings?|where
        (?:is|are|do|does|did))\b
    """
)
_USE = rx(
    r"""
    \b(?:us(?:e|es|ed|ing)|runs?|running|on|with|built|hosts?|hosted|hosting|deploy\w*|powered
        |serv\w+|live|lives|in prod\w*)\b
    """
)
_WHO_STRICT = rx(
    r"""
    ^\W*(?:who|whos|which ones|anyone|anybody|somebody|someone|does anyone|does anybody
        |is anyone|where do (?:they|people|you|folks)|what do (?:they|people|folks)|which
        (?:shows|episodes|apps|sites|guests|companies|projects|people|teams))\b
    """
)
# Something about a technology is asked for: "something on docker volumes", not who uses it.
_ABOUT_IT = rx(
    r"""
    \b(?:on|about|regarding|concerning|of|with) (?:the |a |an )?T\d+ (?!plus\b|today\b|nowadays\b
        |currently\b|alone\b|together\b|instead\b|anymore\b)(?P<what>[a-z]{4,})\b
    """
)
# "Where do they talk about stripe webhooks" wants a line of both and not who uses both.
_SAID = rx(r"\b(?:talk|speak|discuss|mention|explain)\w*\b.* T\d+ T\d+\W*$")
# "What did people use before docker" is about something else.
_BEFORE_IT = rx(r"^\W*(?:what|which)\b.*\bbefore T\d+\W*$")
# "Who handles logs with elk" is about the logs of those who do it with something unheard of.
_BY = rx(r" (?:with|using|via|through|on) (?P<what>[a-z]+)\W*$")
_USED = rx(
    r"""
    \b(?:us(?:e|es|ed|ing|ers?)|run(?:s|ning)?|built|build|host\w*|deploy\w*|powered|rely|based)\b
    """
)
# What a category does says nothing more: "a paging service that rings you at night, who has one".
_CLAUSE = rx(r"(\bC\d+),? (?:that|which|who|to|for) [^,;:–-]+(?=[,;:–-])")
# The question comes after what it is about: "hosted logging - where is that done".
_TAIL = rx(
    r"""
    (?:^|[,;:–-] ?)(?:who(?:se|m)?|which|what|where|in (?:which|what)|any(?:one|body)?
        |some(?:one|body))\b[^,;:]*$
    """
)
# "One database per customer" is about an arrangement and not about having one.
_ARRANGED = rx(r"\bself[- ]?(?:host\w*|C\d+)\b|\bC\d+ (?:per|for each|for every)\b")
# "How do you scale postgres", "is heroku expensive": a line is wanted, not its users.
_HOW = rx(
    r"""
    ^\W*(?:so |and |ok )?(?:how|why|when|is [TC]\d|are [TC]\d|does [TC]\d|do [TC]\d|can [TC]\d
        |can you|should)\b
    |^\W*(?:is|are|does|do|can) [TC]\d+\b
    """
)
# What something costs, and who is behind somebody else's site, is told by lines or by nobody.
_COSTS = rx(r"\b(?:costs?|price[ds]?|pricing|expensive)\b")
_OF_OTHERS = rx(r"\bwho(?: is|'s|s)? C\d+ (?:the )?(?P<what>\w+)\W*$")
# "Who switched frameworks" is no question for all that have one, nor "who is hosted in europe".
_CHANGED = rx(
    r"\b(?:switch|chang|swapp|migrat|rewr[io]t|upgrad)\w*\b|\b(?:moved|moving|replaced)\b"
)
# Nor is "let somebody else look after the database".
_LET = rx(r"^\W*(?:let|have|make) (?:some|any|every)(?:one|body)\b")
_PLACED = rx(r" (?:in|near|within|outside) (?:the )?(?P<what>[a-z]+)\W*$")
_ALTERNATIVES = rx(
    r"\bT\d+ (?:alternatives?|competitors?)\b"
    r"|\b(?:alternatives?|competitors?|substitutes?) (?:to|for|of) T\d+"
)
# Who does not do it has nothing of that kind: "who doesn't monitor anything".
_DENIED = rx(r"(?:n't|\b(?:not|never|nobody|no one|none|hardly|rarely))\b")
_LONGEST = 14
_MOST_EXTRA = 5
_MOST_BEFORE = 3


@dataclass(frozen=True, slots=True)
class WhoUses(Asked):
    """A condition over technologies."""

    condition: Condition = NOTHING

    intent: ClassVar[str] = NAME

    def otherwise(self) -> Asked | None:
        """A search: few statements about a kind of technology are this question."""
        return instead(self)

    def lookup(self) -> Lookup:
        """All sightings of the technologies that decide."""
        return Lookup(technologies=self.condition.technologies)

    def answer(self, evidence: Evidence) -> Answer:
        """Users first, then who used to, plans to or says it does not."""
        heads = narrowed(evidence, self.filters)
        matches = matching(self.condition, heads, evidence.sightings)
        several = self._several(matches, evidence)
        matches = [ident for ident in matches if several.get(ident, True)]
        asked = versions(self.utterance)
        if asked:
            matches = in_version(matches, evidence.sightings, asked)
        _, where = read_scope(self.utterance)
        if where and not self.condition.excluded:
            denied = denied_there(evidence.sightings, where, self.lexicon.vocabulary)
            matches = [ident for ident in matches if ident not in denied]
        shown = evidence.sightings
        if asked:
            shown = tuple(s for s in shown if _shows(s, asked))
        ranked = rank_users(heads, matches, shown, self.condition.wanted)
        notes = {heads[ident].url: note for ident, note in several.items() if note}
        users = [each._replace(note=notes.get(each.url, each.note)) for _, each in ranked]
        return replace(
            self.found(self._headline(users, heads), users),
            related=tuple(self._related(heads, frozenset(matches), evidence)),
            explain=partial(reasons, ranked),
        )

    def _several(self, matches: list[int], evidence: Evidence) -> dict[int, str]:
        """What of the category each episode uses, empty for too few; nothing if one will do."""
        found = verdicts(evidence.sightings)
        told: dict[int, str] = {}
        for ident in matches if self.condition.least > 1 else ():
            used = {tech for tech, told in found.items() if told.get(ident) is Stance.USES}
            kept = distinct(used & self.condition.wanted, self.lexicon)
            enough = len(kept) >= self.condition.least
            told[ident] = listing(list(map(self.name, kept))) if enough else ""
        return told

    def _headline(self, users: list[Citation], heads: dict[int, Head]) -> str:
        if not heads:
            return nothing_left(self.filters, self.name)
        label = self._label()
        among = counted(len(heads), "episode") + self.scope
        if not users:
            return f"Nobody in {among} is on record as using {label}."
        verb = "uses" if len(users) == 1 else "use"
        return f"{len(users)} of {among} {verb} {label}: {listing([u.company for u in users])}."

    def _label(self) -> str:
        """The condition in words, with the versions that were asked for."""
        label = self.condition.label
        for technology, version in versions(self.utterance).items():
            name = self.name(technology)
            label = label.replace(name, f"{name} {version}", 1)
        return label

    def _related(
        self, heads: dict[int, Head], users: frozenset[int], evidence: Evidence
    ) -> list[Citation]:
        """Who says something else of it, when one technology was asked for."""
        wanted = self.condition.wanted
        if len(wanted) != 1:
            return []
        about = [s for s in evidence.sightings if s.technology in wanted]
        in_part = {s.episode for s in about if s.line is None and s.stance is Stance.USES}
        return other_stances(heads, users | in_part, about)


def _shows(sighting: Sighting, asked: dict[str, str]) -> bool:
    """Whether a line may be shown: of a version asked for, only one that names it."""
    version = asked.get(sighting.technology)
    return version is None or (
        sighting.line is not None and names_version(sighting.line.text, version)
    )


def parse(utterance: Utterance, lexicon: Lexicon) -> WhoUses | None:
    """A question that names technologies, or a category and little else."""
    if utterance.episodes:
        return None
    if not utterance.of("T") and not utterance.of("C"):
        return _by_verb(utterance, lexicon)
    condition = counted_of(read_condition(utterance, lexicon), utterance, lexicon)
    if _ALTERNATIVES.search(utterance.shape):
        condition = alternatives(utterance.technologies[0], lexicon) or condition
        return WhoUses(utterance, lexicon, condition)
    if not condition.groups:
        return None
    if not utterance.technologies and not _about_category(utterance):
        return None
    if utterance.technologies and not _about_users(utterance, lexicon):
        return None
    return WhoUses(utterance, lexicon, condition)


def _by_verb(utterance: Utterance, lexicon: Lexicon) -> WhoUses | None:
    """Users of a category that only a verb names: "who pings their site from outside"."""
    asks = _WHO_STRICT.search(utterance.shape) or _asks_last(utterance)
    if not asks or len(utterance.shape.split()) > _LONGEST or _is_placed(utterance):
        return None
    if _ARRANGED.search(utterance.shape) or _DENIED.search(utterance.shape):
        return None
    category = part_asked(utterance, lexicon)
    if category is None or len(leftover(utterance)) > _MOST_EXTRA:
        return None
    label = lexicon.vocabulary.categories[category].name
    members = lexicon.vocabulary.members[category]
    condition = Condition(((Term(label, members, category),),))
    return WhoUses(utterance, lexicon, condition)


def _asks_last(utterance: Utterance) -> bool:
    """Whether the last clause asks who, and says nothing else: "logs shipped off - whose"."""
    tail = _TAIL.search(utterance.shape)
    if tail is None or not tail.start():
        return False
    return not leftover(replace(utterance, shape=tail.group()))


def _is_placed(utterance: Utterance) -> bool:
    """Whether only those of some place or means are meant: "who is hosted in europe"."""
    found = [pattern.search(utterance.shape) for pattern in (_PLACED, _BY)]
    return any(each is not None and each["what"] in leftover(utterance) for each in found)


def _about_category(utterance: Utterance) -> bool:
    """Whether a category is all that is asked for."""
    other = _OF_OTHERS.search(utterance.shape)
    if _ARRANGED.search(utterance.shape) or _CHANGED.search(utterance.shape):
        return False
    if is_doing(utterance.shape) or _LET.search(utterance.shape):
        return False
    if _is_placed(utterance) or (other and other["what"] in leftover(utterance)):
        return False
    kept = replace(utterance, shape=_CLAUSE.sub(r"\1", utterance.shape))
    extra = len(leftover(kept))
    if _asks_last(kept):
        return extra <= _MOST_BEFORE
    asks = bool(_WHO.search(kept.shape) or _GROUP.search(kept.shape))
    return extra == 0 or extra <= asks + bool(_WHO_STRICT.search(kept.shape))


def _about_users(utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether technologies are asked for, rather than a line about something else."""
    extra = leftover(utterance)
    if _SAID.search(utterance.shape) or _BEFORE_IT.search(utterance.shape):
        return False
    what = _ABOUT_IT.search(utterance.shape)
    if what and what["what"] in extra and not _USED.search(utterance.shape):
        return False
    if _COSTS.search(utterance.shape) and not _GROUP.search(utterance.shape):
        return False
    if len(extra) > 1 and not any(map(lexicon.is_word, extra)):
        return True  # "Wer benutzt docker": no English, but what is asked about is plain.
    asks = bool(_WHO.search(utterance.shape) or _GROUP.search(utterance.shape))
    uses = bool(_USE.search(utterance.shape))
    if _HOW.search(utterance.shape):
        return not extra
    return len(extra) <= 1 + 2 * asks + 2 * uses
