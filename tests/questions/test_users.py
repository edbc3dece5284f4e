"""Episodes that meet a condition, and the lines that say so."""

from __future__ import annotations

from bot.dialogue import Head, Line, Sighting
from bot.model import Stance
from bot.questions.base import STACK_ONLY
from bot.questions.conditions import Condition, Term
from bot.questions.users import cite_users, in_version, matching, other_stances, rank_users

REDIS, RAILS, MYSQL = (Term(name, frozenset({name})) for name in ("redis", "rails", "mysql"))


def head(ident: int) -> Head:
    """An episode of which only its id matters."""
    title = f"Show {ident}"
    return Head(ident, f"s{ident}", title, f"/{ident}", "s", "", None, None, None, (), (), None)


def said(
    episode: int, technology: str, stance: Stance, text: str = "", weight: float = 1.0
) -> Sighting:
    """What a line says, or without a text the episode as a whole."""
    line = Line(episode * 10, episode, 65, text, f"/{episode}#1:05") if text else None
    return Sighting(episode, technology, stance, weight, line is None, line)


HEADS = {ident: head(ident) for ident in (3, 2, 1)}
SIGHTINGS = (
    said(1, "redis", Stance.USES),
    said(2, "redis", Stance.USES),
    said(2, "redis", Stance.USES, "Redis 7 is the cache", 0.9),
    said(2, "mysql", Stance.USES),
    said(3, "redis", Stance.USED_BEFORE),
    said(3, "redis", Stance.USED_BEFORE, "They moved away from Redis", 0.8),
    said(3, "rails", Stance.USES),
)


def test_matching_keeps_the_order_of_the_episodes() -> None:
    """One term of each group, and none that is excluded."""
    either = Condition(((REDIS, RAILS),))

    assert matching(either, HEADS, SIGHTINGS) == [3, 2, 1]
    assert matching(Condition(((REDIS,),), (MYSQL,)), HEADS, SIGHTINGS) == [1]
    assert matching(Condition(((REDIS,), (RAILS,))), HEADS, SIGHTINGS) == []
    assert matching(Condition((), (MYSQL,)), HEADS, SIGHTINGS) == [3, 1]


def test_only_a_line_names_a_version() -> None:
    """Whoever lists a technology says nothing of its version."""
    assert in_version([2, 1], SIGHTINGS, {"redis": "7"}) == [2]
    assert in_version([2, 1], SIGHTINGS, {}) == [2, 1]


def test_the_plainest_line_comes_first() -> None:
    """Then those whose tech stack alone says so, with a note of it."""
    wanted = frozenset({"redis"})

    ranked = rank_users(HEADS, [1, 2], SIGHTINGS, wanted)

    assert [(weight, each.slug, each.note) for weight, each in ranked] == [
        (0.9, "s2", None),
        (0.0, "s1", STACK_ONLY),
    ]
    assert cite_users(HEADS, [1, 2], SIGHTINGS, wanted) == [each for _, each in ranked]


def test_who_says_something_else() -> None:
    """Of the episodes that are left, those with a line; users are not among them."""
    (other,) = other_stances(HEADS, frozenset({1, 2}), SIGHTINGS)

    assert (other.slug, other.note) == ("s3", "used to")
    assert other_stances(HEADS, frozenset({3}), SIGHTINGS) == []
    assert other_stances({}, frozenset(), SIGHTINGS) == []
