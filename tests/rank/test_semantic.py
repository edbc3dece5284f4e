"""Words and meaning are blended, and a question that nothing is near to is not answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import Hit, Line
from bot.rank.relevance import rerank
from bot.rank.semantic import (
    COSINE,
    DOUBT,
    LENGTH,
    MEANING,
    SURE,
    WORDS,
    Scale,
    by_words,
    closest,
    is_answered,
    is_sure,
    packed,
    stretched,
    strongest,
    words_of,
)
from bot.rank.thesaurus import Thesaurus

SCALE = Scale(worth=20.0, floor=0.2, neighbours=0.0, judges=True)


def hit(ident: int, score: float = 0.0, near: float | None = None, *words: str) -> Hit:
    """A hit that meets words, has a cosine, or both."""
    parts = tuple((word, score / len(words)) for word in words)
    meaning = () if near is None else ((COSINE, near), (MEANING, SCALE.points(near)))
    return Hit(Line(ident, 1, 60, f"line {ident}", "https://e.example"), score, (*parts, *meaning))


def order(text: str, *hits: Hit) -> list[int]:
    """Ids of hits, best first."""
    return [each.line.id for each in rerank(text, hits, Thesaurus())]


@given(st.lists(st.floats(-1e6, 1e6), max_size=400))
def test_a_packed_vector_has_a_byte_for_each_number(vector: list[float]) -> None:
    """Whatever the numbers are."""
    assert len(packed(vector)) == len(vector)


def test_the_longest_number_of_a_packed_vector_uses_the_whole_byte() -> None:
    """So little is lost; and a vector of zeros stays one."""
    assert packed([0.01, -0.02]) == packed([1, -2])
    assert packed([0.0, 0.0]) == bytes(2)


def test_without_vectors_only_words_count() -> None:
    """As if there had never been an encoder."""
    assert order("red fox", hit(1, 2.0, None, "red"), hit(2, 3.0, None, "fox")) == [2, 1]


def test_meaning_lifts_a_line_that_meets_no_word() -> None:
    """Above one that meets a word by chance."""
    chance, near = hit(1, 2.0, 0.1, "red"), hit(2, 0.0, 0.6)

    assert order("red fox", chance, near) == [2, 1]


def test_words_decide_between_lines_of_one_meaning() -> None:
    """The blend has both in it."""
    hits = (hit(1, 0.0, 0.5), hit(2, 4.0, 0.5, "fox"), hit(3, 0.0, 0.2))

    assert order("red fox", *hits) == [2, 1, 3]


def test_one_word_that_the_notes_have_is_taken_literally() -> None:
    """A name, say: lines that only sound similar are no answer."""
    hits = [hit(1, 2.0, 0.2, "stuart"), hit(2, 0.0, 0.5)]

    found = rerank("stuart", hits, Thesaurus())

    assert [each.line.id for each in found] == [1]
    assert closest(found) is None


def test_a_line_without_a_vector_is_found_by_its_words() -> None:
    """It was loaded where there was no encoder."""
    assert sorted(order("red fox", hit(1, 2.0, None, "red"), hit(2, 0.0, 0.4))) == [1, 2]


def test_what_is_below_the_floor_counts_nothing() -> None:
    """Any two lines of the field have that much in common."""
    assert (SCALE.points(-0.5), SCALE.points(0.2)) == (0.0, 0.0)
    assert SCALE.points(0.7) == pytest.approx(10.0)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=400))
def test_a_stretched_vector_has_a_byte_for_each_number(vector: list[float]) -> None:
    """Whatever the numbers are."""
    assert len(stretched(vector)) == len(vector)


def test_a_product_of_stretched_vectors_is_their_cosine() -> None:
    """However long they were."""
    one, other = (
        memoryview(stretched([scale * number for number in (1, 2, 2, -1, 3, 1, -2, 2) * 8])).cast(
            "b"
        )
        for scale in (0.01, 100)
    )

    found = sum(a * b for a, b in zip(one, other, strict=True)) / LENGTH**2

    assert found == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("near", "met", "answered"),
    [
        (None, True, True),
        (None, False, False),
        (SURE, False, True),
        (SURE - 0.01, False, False),
        (DOUBT, True, True),
        (DOUBT - 0.01, True, False),
    ],
)
def test_what_is_answered(near: float | None, *, met: bool, answered: bool) -> None:
    """By the words alone without an encoder; by the meaning first with one."""
    assert is_answered([hit(1, 1.0, near, "red")], met=met) is answered


def test_a_line_is_sure_by_a_word_or_by_being_near() -> None:
    """Otherwise it is the least far of many far ones."""
    assert is_sure(hit(1, 1.0, 0.0, "red"))
    assert is_sure(hit(1, 0.0, SURE))
    assert not is_sure(hit(1, 0.0, SURE - 0.01))


def test_parts_of_meaning_are_no_words() -> None:
    """Breadth counts words only."""
    both = hit(1, 2.0, 0.5, "red", "fox")

    assert (words_of(both), words_of(by_words(both))) == (2, 2)
    assert len(both.parts) == 4
    assert len(by_words(both).parts) == 2


def test_the_best_score_by_words_is_remembered() -> None:
    """Whether words suffice for an answer is asked after the blending."""
    hits = [hit(1, 2.0, 0.2, "red"), hit(2, 0.0, 0.5)]

    ranked = rerank("red fox", hits, Thesaurus([]))
    plain = rerank("red fox", [by_words(each) for each in hits[:1]], Thesaurus([]))

    assert strongest(ranked) == pytest.approx(plain[0].score, abs=0.001)
    assert strongest(plain) == plain[0].score
    assert strongest([]) == 0
    assert WORDS in dict(next(each for each in ranked if each.line.id == 1).parts)


def test_without_a_judge_the_points_of_the_meaning_help_to_decide() -> None:
    """Sums of words tell a good line from a bad one, if not an answer from none."""
    (found,) = rerank(
        "red fox",
        [Hit(Line(1, 1, 60, "a line", "https://e.example"), 2.0, (("red", 2.0), (MEANING, 1.5)))],
        Thesaurus(),
    )

    assert strongest([found]) == found.score > 1.5
