"""The catalogue at a glance: how many episodes use what, by technology and by category."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogue import Lookup
from bot.model import TRAIT, Stance

if TYPE_CHECKING:
    from bot.ask import Asker
    from bot.dialogue import Head
    from bot.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Glance:
    """What is in the catalogue.

    Attributes:
        heads: Episodes, newest first.
        users: Technology id -> number of episodes that declare it.
    """

    heads: list[Head]
    users: Counter[str]
    vocabulary: Vocabulary

    def technologies(self, typed: str = "") -> list[tuple[str, int]]:
        """Names with their number of episodes that contain what was typed, most used first."""
        return [(self.vocabulary.name(ident), number) for ident, number in self.used(typed)]

    def used(self, typed: str = "") -> list[tuple[str, int]]:
        """The same by their ids."""
        name = self.vocabulary.name
        found = [
            (ident, number)
            for ident, number in self.users.most_common()
            if _fits(typed, name(ident), ident)
        ]
        return sorted(found, key=lambda each: not name(each[0]).lower().startswith(typed.lower()))

    def categories(self, typed: str = "") -> list[str]:
        """Names of categories that somebody uses something of."""
        return [self.vocabulary.categories[ident].name for ident in self.kinds(typed)]

    def kinds(self, typed: str = "") -> list[str]:
        """The same by their ids."""
        return [
            ident
            for ident, category in self.vocabulary.categories.items()
            if ident != TRAIT
            and _fits(typed, category.name, *category.aliases)
            and any(tech in self.users for tech in self.vocabulary.members[ident])
        ]


def glance(asker: Asker) -> Glance:
    """The catalogue as it is now."""
    lexicon = asker.lexicon()
    evidence = asker.find(Lookup(declared=True))
    users = Counter(
        s.technology for s in evidence.sightings if s.declared and s.stance is Stance.USES
    )
    return Glance(list(lexicon.heads.values()), users, lexicon.vocabulary)


def _fits(typed: str, *names: str) -> bool:
    return any(typed.strip().lower() in name.lower() for name in names)
