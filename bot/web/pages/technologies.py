"""The pages about technologies: how much each is used, by category and over the years, by whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from bot.dialogue import Lookup
from bot.model import TRAIT, Stance
from bot.questions.narrowing import verdicts
from bot.web.pages.charts import Bar, Years, bars, years
from bot.web.pages.telling import (
    LABELS,
    OTHER,
    Named,
    Spoken,
    category_name,
    category_of,
    named,
    telling,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.ask import Asker
    from bot.dialogue import Evidence, Head, Sighting
    from bot.model import Technology
    from bot.vocabulary import Vocabulary

RANKED = 12
"""Rows of a ranking."""

TRENDS = 6
"""Technologies that are shown over the years."""

TOGETHER = 8
"""Technologies that are named as often used with another."""


@dataclass(frozen=True, slots=True)
class Use:
    """One technology that somebody uses.

    Attributes:
        category: Id of its main category.
        kind: Name of that.
        within: Ids of that and of everything above it.
        names: Every way to write it, lower case, to find it by.
        episodes: Ids of the episodes that use it.
        since, until: Years of the first and the last of them.
    """

    id: str
    name: str
    category: str
    kind: str
    within: tuple[str, ...]
    names: str
    episodes: frozenset[int]
    since: int | None
    until: int | None

    @property
    def count(self) -> int:
        """How many episodes use it."""
        return len(self.episodes)

    @property
    def span(self) -> str:
        """The years as text: "2020", "2019–2021"."""
        if self.since is None:
            return ""
        return str(self.since) if self.since == self.until else f"{self.since}–{self.until}"


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page of all technologies shows.

    Attributes:
        total: Episodes in the catalogue.
        known: Technologies that somebody uses.
        kinds: Categories that one may choose, id and name.
        ranking: By category; the technologies of one, where one is chosen.
        trends: The most used over the years.
        listed: What fits the words and the category, most used first.
    """

    total: int
    known: int
    category: str
    typed: str
    kinds: tuple[tuple[str, str], ...]
    ranking: tuple[Bar, ...]
    trends: tuple[Years, ...]
    listed: tuple[Use, ...]

    @property
    def kind(self) -> str:
        """Name of the chosen category, empty when none is."""
        return dict(self.kinds).get(self.category, "")


@dataclass(frozen=True, slots=True)
class User:
    """An episode and its lines on a technology."""

    episode: Named
    lines: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class TechnologyPage:
    """What the page of one technology shows.

    Attributes:
        total: Episodes in the catalogue.
        said: What is said of it -> who says so, in the order of :data:`LABELS`, newest first.
        together: Technologies that its users also use, most often first.
    """

    id: str
    name: str
    kind: str
    category: str
    known: Technology | None
    total: int
    users: tuple[User, ...]
    said: tuple[tuple[str, tuple[User, ...]], ...]
    trend: Years
    together: tuple[Bar, ...]

    @property
    def since(self) -> Named | None:
        """The first episode that uses it, if it has a date."""
        dated = [user.episode for user in self.users if user.episode.published]
        return dated[-1] if dated else None


def link(technology: str) -> str:
    """Where the page of a technology is.

    >>> link("postgres"), link("tcp/ip")
    ('/technologies/postgres', '/technologies/tcp%2Fip')
    """
    return f"/technologies/{quote(technology, safe='')}"


def overview(asker: Asker, category: str = "", typed: str = "") -> Overview:
    """The page of all technologies.

    Args:
        asker: Whose catalogue.
        category: Id of a category to look into; an unknown one counts as none.
        typed: What the names to list contain.
    """
    lexicon = asker.lexicon()
    evidence = asker.find(Lookup(declared=True))
    uses = list(_uses(evidence, lexicon.vocabulary))
    kinds = _kinds(uses, lexicon.vocabulary)
    category = category if category in kinds else ""
    chosen = [use for use in uses if not category or category in use.within]
    shown = [use for use in chosen if category or use.category not in {TRAIT, OTHER}]
    ranking = _technologies(chosen) if category else _categories(uses, kinds)
    return Overview(
        total=len(evidence.heads),
        known=len(uses),
        category=category,
        typed=typed.strip(),
        kinds=tuple(sorted(kinds.items(), key=lambda each: each[1])),
        ranking=bars(ranking[:RANKED], len(evidence.heads)),
        trends=tuple(_trend(use.name, use.episodes, evidence.heads) for use in shown[:TRENDS]),
        listed=tuple(use for use in chosen if typed.strip().lower() in use.names),
    )


def technology_page(asker: Asker, ident: str) -> TechnologyPage | None:
    """The page of one technology.

    Returns:
        ``None`` when no episode speaks of it.
    """
    vocabulary = asker.lexicon().vocabulary
    evidence = asker.find(Lookup(technologies=frozenset({ident}), declared=True))
    own = [sighting for sighting in evidence.sightings if sighting.technology == ident]
    if not own:
        return None
    said = _said(ident, own, evidence)
    users = said.pop(Stance.USES, ())
    uses = list(_uses(evidence, vocabulary))
    using = next((use.episodes for use in uses if use.id == ident), frozenset())
    category = category_of(vocabulary, ident)
    return TechnologyPage(
        id=ident,
        name=vocabulary.name(ident),
        kind=category_name(vocabulary, category),
        category=category,
        known=vocabulary.technologies.get(ident),
        total=len(evidence.heads),
        users=users,
        said=tuple((LABELS[stance], found) for stance, found in said.items()),
        trend=_trend(vocabulary.name(ident), using, evidence.heads),
        together=_together(ident, using, uses),
    )


def _uses(evidence: Evidence, vocabulary: Vocabulary) -> Iterator[Use]:
    """Every technology in use, most used first, then by name."""
    users: dict[str, set[int]] = defaultdict(set)
    for sighting in evidence.sightings:
        if sighting.line is None and sighting.stance is Stance.USES:
            users[sighting.technology].add(sighting.episode)
    names = {ident: vocabulary.name(ident) for ident in users}
    for ident in sorted(users, key=lambda each: (-len(users[each]), names[each].lower())):
        days = [evidence.heads[number].published for number in users[ident]]
        dated = [day.year for day in days if day]
        category = category_of(vocabulary, ident)
        yield Use(
            ident,
            names[ident],
            category,
            category_name(vocabulary, category),
            tuple(vocabulary.ancestors(category)) or (OTHER,),
            _names(vocabulary, ident),
            frozenset(users[ident]),
            min(dated, default=None),
            max(dated, default=None),
        )


def _kinds(uses: Iterable[Use], vocabulary: Vocabulary) -> dict[str, str]:
    """Categories that something in use is of, the wider ones included: id -> name."""
    used = dict.fromkeys(ident for use in uses for ident in use.within)
    return {ident: category_name(vocabulary, ident) for ident in used}


def _technologies(uses: Iterable[Use]) -> list[tuple[str, int, str, str]]:
    """Rows of a ranking of technologies."""
    return [(use.name, use.count, link(use.id), use.span) for use in uses]


def _categories(uses: Iterable[Use], kinds: Mapping[str, str]) -> list[tuple[str, int, str, str]]:
    """Rows of a ranking of the widest categories by the episodes that use anything of them."""
    groups: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        groups[use.within[-1]].append(use)
    rows = [
        (
            kinds[ident],
            len(frozenset[int]().union(*(use.episodes for use in found))),
            f"/technologies?{urlencode({'category': ident})}",
            ", ".join(use.name for use in found[:3]),
        )
        for ident, found in groups.items()
        if ident not in {TRAIT, OTHER}
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _trend(name: str, users: Iterable[int], heads: Mapping[int, Head]) -> Years:
    days = (heads[number].published for number in users)
    using = Counter(day.year for day in days if day)
    totals = Counter(head.published.year for head in heads.values() if head.published)
    return years(name, using, totals)


def _names(vocabulary: Vocabulary, ident: str) -> str:
    known = vocabulary.technologies.get(ident)
    return " ".join([vocabulary.name(ident), ident, *(known.aliases if known else ())]).lower()


def _said(
    technology: str, sightings: Sequence[Sighting], evidence: Evidence
) -> dict[Stance, tuple[User, ...]]:
    """Who says what of one technology."""
    grouped: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        grouped[sighting.episode].append(sighting)
    verdict = verdicts(sightings)[technology]
    said: dict[Stance, list[User]] = {stance: [] for stance in LABELS}
    for ident, head in evidence.heads.items():
        if ident in grouped:
            stance = verdict.get(ident, Stance.MENTIONS)
            said[stance].append(User(named(head), telling(grouped[ident], stance)))
    return {stance: tuple(users) for stance, users in said.items() if users}


def _together(ident: str, using: frozenset[int], uses: Iterable[Use]) -> tuple[Bar, ...]:
    """What the users of one technology also use, compared with how many they are."""
    shared = [
        (use.name, len(use.episodes & using), link(use.id), "")
        for use in uses
        if use.id != ident and use.category != TRAIT and len(use.episodes & using) > 1
    ]
    shared.sort(key=lambda row: (-row[1], row[0].lower()))
    return bars(shared[:TOGETHER], len(using))
