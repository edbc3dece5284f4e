"""What a digest is narrowed to, in a form: one menu of everything that can be wished for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_sdk.models.blocks import Option, OptionGroup

from bot.digest import matching
from bot.digest.content import content, lookup
from bot.digest.subscription import Wish, key_of
from bot.render.mrkdwn import clip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ask import Asker
    from bot.dialogue import Head
    from bot.digest.content import Content
    from bot.render.blocks import Json
    from bot.slack.catalogue import Glance

MOST = 100
"""Entries that Slack shows, in all groups together."""
MOST_CHOSEN = 20
"""Entries that may be chosen: a button carries the wish, and has room for as many."""
_TECHNOLOGY, _CATEGORY, _SHOW, _YEAR = "technology", "category", "show", "year"


@dataclass(frozen=True, slots=True)
class Menu:
    """Everything that can be wished for.

    Attributes:
        seen: The catalogue at a glance.
        shows: Titles of the shows by id.
    """

    seen: Glance
    shows: dict[str, str]

    def groups(self, typed: str) -> list[Json]:
        """Entries that contain what was typed, under their headings."""
        found = {
            "Technologies": [
                (_TECHNOLOGY, ident, f"{self._name(ident)} ({number})")
                for ident, number in self.seen.used(typed)
            ],
            "Categories": [(_CATEGORY, each, self._kind(each)) for each in self.seen.kinds(typed)],
            "Shows": [
                (_SHOW, ident, title)
                for ident, title in self.shows.items()
                if typed.lower() in title.lower()
            ],
            "Years": [
                (_YEAR, str(year), str(year)) for year in self._years() if typed in str(year)
            ],
        }
        room = MOST // len(found)
        return [
            OptionGroup(label=label, options=[_option(*each) for each in entries[:room]]).to_dict()
            for label, entries in found.items()
            if entries
        ]

    def _years(self) -> list[int]:
        return sorted(
            {head.published.year for head in self.seen.heads if head.published}, reverse=True
        )

    def chosen(self, wish: Wish) -> list[Option]:
        """A wish as the entries that were chosen."""
        return [
            *(_option(_TECHNOLOGY, each, self._name(each)) for each in wish.technologies),
            *(_option(_CATEGORY, each, self._kind(each)) for each in wish.categories),
            *(_option(_SHOW, each, self.shows.get(each, each)) for each in wish.shows),
            *(_option(_YEAR, str(each), str(each)) for each in wish.years),
        ]

    def _name(self, technology: str) -> str:
        return self.seen.vocabulary.name(technology)

    def _kind(self, category: str) -> str:
        known = self.seen.vocabulary.categories
        return known[category].name if category in known else category


def _option(sort: str, ident: str, label: str) -> Option:
    return Option(text=clip(label, 75), value=f"{sort}:{ident}")


def wish_of(values: Iterable[str]) -> Wish:
    """The wish that chosen entries make.

    >>> wish_of(["technology:go", "year:2021", "technology:rust"])
    Wish(technologies=('go', 'rust'), categories=(), shows=(), years=(2021,))
    """
    found: dict[str, list[str]] = {_TECHNOLOGY: [], _CATEGORY: [], _SHOW: [], _YEAR: []}
    for value in values:
        sort, _, ident = value.partition(":")
        found[sort].append(ident)
    technologies, categories, shows, years = map(tuple, found.values())
    return Wish(technologies, categories, shows, tuple(map(int, years)))


def fitting(asker: Asker, wish: Wish) -> dict[str, Head]:
    """The episodes that fit a wish, by their keys."""
    members = asker.lexicon().vocabulary.members
    evidence = asker.find(matching.lookup(wish, members))
    keys = frozenset(matching.fitting(wish, evidence, members))
    return {key: head for head in evidence.heads.values() if (key := key_of(head)) in keys}


def content_of(asker: Asker, head: Head) -> Content:
    """What a post about an episode says."""
    return content(head, asker.find(lookup(head)), asker.lexicon().vocabulary.name)
