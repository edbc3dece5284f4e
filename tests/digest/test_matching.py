"""Which episodes fit a wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue import Evidence, Head, Line, Lookup, Sighting
from bot.digest.matching import fitting, lookup
from bot.digest.subscription import Wish
from bot.model import Stance


def head(ident: int, show: str, published: date | None) -> Head:
    """An episode."""
    return Head(
        ident, f"e{ident}", f"E {ident}", f"https://x.test/{ident}", show, "podcast", ident,
        published, 60, (), (), None,
    )  # fmt: skip


def said(episode: int, technology: str, stance: Stance, line: Line | None = None) -> Sighting:
    """What an episode says, as a whole or in a line."""
    return Sighting(episode, technology, stance, 0.9, declared=False, line=line)


HEADS = {
    3: head(3, "mill", date(2022, 1, 1)),
    2: head(2, "forge", date(2021, 1, 1)),
    1: head(1, "forge", None),
}
LINE = Line(5, 2, 62, "Redis everywhere", "https://x.test/2#1:02")
EARLIER = Line(4, 2, 10, "A word on Redis", "https://x.test/2#0:10")
PAGE = Line(6, 2, None, "Redis, again", "https://x.test/2#redis")
EVIDENCE = Evidence(
    HEADS,
    sightings=(
        said(3, "redis", Stance.PLANS),
        said(2, "redis", Stance.USES),
        replace(said(2, "redis", Stance.USES, EARLIER), weight=0.4),
        said(2, "redis", Stance.USES, PAGE),
        said(2, "redis", Stance.USES, LINE),
        said(2, "redis", Stance.MENTIONS, EARLIER),
        said(3, "postgres", Stance.USES),
        said(1, "redis", Stance.AVOIDS),
        said(1, "postgres", Stance.USES, LINE),
    ),
)
MEMBERS = {"database": frozenset({"postgres", "redis"}), "cache": frozenset({"redis"})}


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), ["mill/e3", "forge/e2", "forge/e1"]),
        (Wish(technologies=("redis",)), ["forge/e2"]),
        (Wish(technologies=("redis", "postgres")), ["mill/e3", "forge/e2"]),
        (Wish(categories=("database",)), ["mill/e3", "forge/e2"]),
        (Wish(technologies=("postgres",), categories=("cache",)), ["mill/e3", "forge/e2"]),
        (Wish(categories=("unknown",)), []),
        (Wish(shows=("forge",)), ["forge/e2", "forge/e1"]),
        (Wish(years=(2021, 2022)), ["mill/e3", "forge/e2"]),
        (Wish(("redis",), shows=("mill",)), []),
        (Wish(("postgres",), (), ("mill",), (2022,)), ["mill/e3"]),
    ],
)
def test_episodes_fit(wish: Wish, expected: list[str]) -> None:
    """Those that use one of the technologies as a whole, of the shows, of the years."""
    assert list(fitting(wish, EVIDENCE, MEMBERS)) == expected


def test_only_what_is_needed_is_fetched() -> None:
    """The technologies that a wish names, and those of its categories."""
    assert lookup(Wish(), MEMBERS) == Lookup()
    assert lookup(Wish(("go",), ("cache",)), MEMBERS) == Lookup(
        technologies=frozenset({"go", "redis"})
    )
    assert (bool(Wish()), bool(Wish(years=(2021,)))) == (False, True)
