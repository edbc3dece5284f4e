"""Short vectors are compared by their signs first, which loses no near line."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from bot.rank.semantic import APART, CONCEPTS, NEAREST, stretched
from bot.store.meaning import Stored
from bot.store.sketched import Sketched

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 96


def vector(number: int) -> list[float]:
    """One of many directions."""
    chance = random.Random(number)  # noqa: S311 - any will do
    return [chance.gauss(0, 1) for _ in range(SIZE)]


def near(number: int, *, by: float = 0.3) -> bytes:
    """Almost the same direction."""
    chance = random.Random(number + 1_000_000)  # noqa: S311 - any will do
    return stretched([each + by * chance.gauss(0, 1) for each in vector(number)])


def shelf(count: int, concepts: Sequence[Sequence[str]] = ()) -> Sketched:
    """Lines in as many directions, ten an episode."""
    lines = [
        Stored(number, number // 10, f"line {number}", stretched(vector(number)), named)
        for number, named in zip(
            range(count), [*concepts, *([()] * (count - len(concepts)))], strict=True
        )
    ]
    return Sketched(lines, {"far": stretched(vector(-1)), "close": near(3)})


@pytest.fixture(scope="module")
def many() -> Sketched:
    """As many lines as eighty episodes have."""
    return shelf(3000)


@pytest.mark.parametrize("number", range(0, 3000, 375))
def test_the_nearest_line_of_many_is_found(many: Sketched, number: int) -> None:
    """With its cosine, which is 1 for the same direction."""
    found = many.compare(near(number), frozenset(), [])

    assert len(found) == NEAREST
    best = max(found, key=lambda ident: found[ident])
    assert best == number
    assert found[best][0] == pytest.approx(0.96, abs=0.03)


def test_only_lines_of_the_episodes_asked_for() -> None:
    """The nearest of all may be elsewhere."""
    found = shelf(200).compare(near(150), frozenset({3, 7}), [])

    assert set(found) == {*range(30, 40), *range(70, 80)}


def test_lines_found_otherwise_are_compared_too(many: Sketched) -> None:
    """However far they are; one that has gone is not."""
    found = many.compare(near(1), frozenset(), [2222, 99_999])

    assert 2222 in found
    assert 99_999 not in found


def test_a_concept_lends_its_line_its_meaning() -> None:
    """The best of those it names, and nothing if that is far; an unknown one is left out."""
    lines = shelf(20, [("far", "close"), ("far",), ("gone",)])

    found = lines.compare(stretched(vector(3)), frozenset(), [])

    assert found[0][1] - found[0][0] == pytest.approx(CONCEPTS * 0.96, abs=0.02)
    assert found[2][1] == found[2][0]
    assert found[1][1] >= found[1][0]


def test_a_question_of_unknown_words_is_near_to_nothing() -> None:
    """It has no direction."""
    assert shelf(20).compare(bytes(SIZE), frozenset(), [1, 2]) == {}


class Halved:
    """A question of two directions, the first of which the even lines share with it."""

    def shared(self, line: str) -> frozenset[str]:
        """One word, or none."""
        return frozenset(["first"] if int(line.split()[1]) % 2 == 0 else [])

    def without(self, shared: frozenset[str]) -> Sequence[int]:
        """The second direction; longer than a stretched vector."""
        assert shared == {"first"}
        return [round(each * 1000) for each in vector(5)]


def test_what_a_question_says_besides_counts() -> None:
    """A line is no nearer by the words that it has; where it has none, its cosine counts again."""
    lines = shelf(20)
    question = stretched([a + b for a, b in zip(vector(4), vector(5), strict=True)])

    plain = lines.compare(question, frozenset(), range(20))
    found = lines.compare(question, frozenset(), range(20), Halved())

    assert found[4][0] == plain[4][0]
    assert found[4][1] == pytest.approx(plain[4][1], abs=APART * 0.2)
    assert found[5][1] == pytest.approx(plain[5][1] + APART * plain[5][0])
    assert found[5][1] > found[4][1] + 0.4
