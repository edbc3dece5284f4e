"""Which episodes fit a wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import Lookup
from bot.digest.subscription import key_of
from bot.model import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogue import Evidence, Head
    from bot.digest.subscription import Wish


def lookup(wish: Wish, members: Mapping[str, frozenset[str]]) -> Lookup:
    """What the store must fetch to match a wish."""
    return Lookup(technologies=wanted(wish, members))


def wanted(wish: Wish, members: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Ids of the technologies that a wish names, by themselves or by a category."""
    of_categories = (members.get(each, frozenset()) for each in wish.categories)
    return frozenset(wish.technologies).union(*of_categories)


def fitting(
    wish: Wish, evidence: Evidence, members: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """Keys of the episodes that fit, in the order of the catalogue.

    Technologies and categories are alternatives to each other; show and year narrow further.

    Args:
        wish: What is wanted.
        evidence: What :func:`lookup` fetched.
        members: Category id -> ids of its technologies.
    """
    users = None
    if wish.technologies or wish.categories:
        users = users_of(wanted(wish, members), evidence)
    return tuple(
        key_of(head)
        for head in evidence.heads.values()
        if (users is None or head.id in users) and _is_of(wish, head)
    )


def users_of(technologies: frozenset[str], evidence: Evidence) -> frozenset[int]:
    """Ids of the episodes that, as a whole, use one of some technologies."""
    return frozenset(
        sighting.episode
        for sighting in evidence.sightings
        if sighting.line is None
        and sighting.technology in technologies
        and sighting.stance is Stance.USES
    )


def _is_of(wish: Wish, head: Head) -> bool:
    if wish.shows and head.show not in wish.shows:
        return False
    return not wish.years or (head.published is not None and head.published.year in wish.years)
