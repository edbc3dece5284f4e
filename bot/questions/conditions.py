"""Technologies combined with and, or, not: "rails or django people hosted on heroku"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    import re

    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

_PLACE = rx(r"\b([TC]\d+)\b")
_NEGATION = rx(
    r"""
    (?:\b(?:not(?! (?:just|only|even))|neither|without|no|minus|except|excluding|but no|w/o|never
        |nor|instead of|rather than|lacking)|n't|n’t)\b
    """
)
# "A platform as a service like heroku" is any of them.
_SUCH_AS = rx(r"^,? ?(?:like|such as|similar to|for example|e\.?g\.?)(?: an?| the)? $")
# "Postgres in production but sqlite in development" wants both.
_THERE_BUT = rx(r"\b(?:in|on|for) \w+,? but\W*$")
_OR = rx(r"^\W*(?:or|and/or)\b|^ ?/ ?$")
_EDITIONS = ("core",)
# After a category it leaves out one of it: "payment providers other than Stripe".
_OTHER = rx(
    r"""
    ^\W*(?:\w+ ){0,4}?(?:other than|another than|different (?:from|than)|apart from|aside from
        |except(?: for)?|excepting|besides|beyond|excluding|way than|but(?: not)?|instead of
        |rather than|(?:that|which)(?: is|'s| are|'re) ?(?:not|n't)|(?:is|are)n't|not)
        (?:(?:just|only|plain|simply|merely) )*$
    """
)
# A mail server of one's own is no "external provider" that email is sent with.
_SENT = rx(
    r"\b(?:send\w*|sent|deliver\w*)\b.*\b(?:provider|service|vendor|third[- ]party|external|saas)\b"
)
# Before a list of which one will do: "any of django, flask, fastapi".
_ANY_OF = rx(r"\b(?:any|either|one|some)(?: one)? of\W*(?:the )?$")
_LISTED = rx(r"^ ?(?:,|and|&)(?: and)? ?$")
_COMMA = rx(r"^ ?, ?$")


@dataclass(frozen=True, slots=True)
class Term:
    """A technology, or any technology of a category.

    Attributes:
        label: As the answer calls it.
        ids: Technology ids that meet the term.
        category: The category's id when it is one.
    """

    label: str
    ids: frozenset[str]
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What an episode must use: one term of every group, and none of the excluded.

    Attributes:
        groups: Conjunction of disjunctions.
        excluded: Terms that must not be used.
        least: How many of a category must be used, where one is asked for.
    """

    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()
    least: int = 1

    @property
    def technologies(self) -> frozenset[str]:
        """Every technology id that decides the condition."""
        terms = [term for group in self.groups for term in group] + list(self.excluded)
        return frozenset(ident for term in terms for ident in term.ids)

    @property
    def wanted(self) -> frozenset[str]:
        """Technology ids that count as a match."""
        return frozenset(i for group in self.groups for term in group for i in term.ids)

    @property
    def label(self) -> str:
        """The condition in words."""
        text = " and ".join(" or ".join(term.label for term in group) for group in self.groups)
        if self.least > 1:
            text = f"at least {self.least} {text}"
        if self.excluded:
            text += " without " + " or ".join(term.label for term in self.excluded)
        return text


# What every episode meets.
NOTHING = Condition(())


def term(place: str, utterance: Utterance, lexicon: Lexicon) -> Term:
    """The term behind a placeholder."""
    name = utterance.names[place]
    ident = name.ids[0]
    if name.kind == "T":
        wider = lexicon.vocabulary.category_of(name.surface)
        if wider:
            members = lexicon.vocabulary.members[wider] | {ident}
            return Term(lexicon.vocabulary.categories[wider].name, members, wider)
        return Term(lexicon.vocabulary.name(ident), _editions(ident, lexicon))
    if ident == "email" and _SENT.search(utterance.shape):
        ident = "transactional-email"
    category = lexicon.vocabulary.categories[ident]
    return Term(category.name, lexicon.vocabulary.members[ident], ident)


def _editions(ident: str, lexicon: Lexicon) -> frozenset[str]:
    """A technology with those that are the same under a longer name: .NET is .NET Core too."""
    longer = (f"{ident}-{word}" for word in _EDITIONS)
    return frozenset((ident, *(tech for tech in longer if tech in lexicon.present)))


class _Groups:
    """Terms sorted into what is wanted and what is not, in the order of the question."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.wanted: list[list[Term]] = []
        self.excluded: list[Term] = []
        self._negative = False
        self._less = False

    def take(self, found: Term, glue: str, *, either: bool) -> None:
        """Add a term.

        Args:
            found: The term.
            glue: What stands between it and the term before it.
            either: It is an alternative to that one.
        """
        if not either:
            self._negative = bool(_NEGATION.search(glue))
        goes_on = either or bool(_LISTED.search(glue))
        other = _OTHER.search(glue) and not _THERE_BUT.search(glue)
        self._less = bool(other) or (self._less and goes_on)
        last = self.wanted[-1] if self.wanted else []
        if last and last[-1].category and _SUCH_AS.search(glue):
            return
        if self._less and _leaves_out(last, found, self._lexicon):
            last[:] = [_without(each, found, self._lexicon) for each in last]
        elif not glue.strip() and _describes(found, last, self._lexicon):
            return
        elif self._negative or self._less:
            self.excluded.append(found)
        elif either and last:
            last.append(found)
        else:
            self.wanted.append([found])


def read_condition(utterance: Utterance, lexicon: Lexicon) -> Condition:
    """The condition that a question's technologies and categories make.

    Between two names, "or" and "/" join alternatives, a negation excludes what follows, and
    anything else demands both. A plain comma joins as the next word does.
    """
    places = list(_PLACE.finditer(utterance.shape))
    groups, at = _Groups(lexicon), 0
    any_of = bool(places and _ANY_OF.search(utterance.shape[: places[0].start()]))
    for number, match in enumerate(places):
        glue = utterance.shape[at : match.start()]
        if number and _COMMA.match(glue):
            glue = _next_glue(utterance.shape, places, number)
        either = bool(number and (_OR.search(glue) or (any_of and _LISTED.search(glue))))
        groups.take(term(match.group(1), utterance, lexicon), glue, either=either)
        at = match.end()
    wanted = tuple(tuple(group) for group in _specific(groups.wanted))
    return Condition(wanted, tuple(groups.excluded))


def _describes(found: Term, before: list[Term], lexicon: Lexicon) -> bool:
    """Whether a name only says of what sort the one before it is: "bootstrap css"."""
    known = lexicon.vocabulary.technologies
    sorts = {
        word
        for each in before
        if each.category is None
        for ident in each.ids & known.keys()
        for category in known[ident].categories
        for word in category.split("-")
    }
    return found.category is None and found.ids <= sorts


def leaves_one_out(utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether a question wants others of a category: "error tracking but not sentry"."""
    places = list(_PLACE.finditer(utterance.shape))
    return any(
        one.group(1)[0] == "C"
        and _OTHER.search(utterance.shape[one.end() : two.start()])
        and _leaves_out(
            [term(one.group(1), utterance, lexicon)],
            term(two.group(1), utterance, lexicon),
            lexicon,
        )
        for one, two in pairwise(places)
    )


def _leaves_out(group: list[Term], one: Term, lexicon: Lexicon) -> bool:
    """Whether a term is one of the categories named before it."""
    return one.category is None and any(
        each.category and one.ids <= lexicon.vocabulary.members[each.category] for each in group
    )


def _without(wide: Term, one: Term, lexicon: Lexicon) -> Term:
    """A category without one of its technologies, the parts of it, and what bears its name."""
    known = lexicon.vocabulary.technologies
    rest = frozenset(
        i
        for i in wide.ids - one.ids
        if known[i].part_of not in one.ids
        and one.label.lower() not in known[i].name.lower().split()
    )
    joint = "or" if " other than " in wide.label else "other than"
    return Term(f"{wide.label} {joint} {one.label}", rest, wide.category)


def alternatives(technology: str, lexicon: Lexicon) -> Condition | None:
    """What else does the same: the rest of a technology's first category, if it has one."""
    known = lexicon.vocabulary.technologies.get(technology)
    sort = known.categories[0] if known and known.categories else None
    if sort is None:
        return None
    wide = Term(lexicon.vocabulary.categories[sort].name, lexicon.vocabulary.members[sort], sort)
    one = Term(lexicon.vocabulary.name(technology), frozenset((technology,)))
    return Condition(((_without(wide, one, lexicon),),))


def _next_glue(shape: str, places: list[re.Match[str]], number: int) -> str:
    """The first glue that is no comma after this place."""
    for one, two in zip(places[number:], places[number + 1 :], strict=False):
        glue = shape[one.end() : two.start()]
        if not _COMMA.match(glue):
            return glue
    return " and "


def _specific(groups: list[list[Term]]) -> list[list[Term]]:
    """Drop a category that only describes a technology named beside it: "stripe for payments"."""
    named = frozenset(
        ident for group in groups for each in group if each.category is None for ident in each.ids
    )
    kept = [
        group
        for group in groups
        if not (named and all(each.category and each.ids & named for each in group))
    ]
    return kept or groups
