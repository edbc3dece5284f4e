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
    MEANING,
    NEAREST,
    SURE,
    WORDS,
    blend,
    by_words,
    closest,
    is_answered,
    is_sure,
    packed,
    strongest,
    words_of,
)
from bot.rank.thesaurus import Thesaurus


def hit(ident: int, score: float = 0.0, near: float | None = None, *words: str) -> Hit:
    """A hit that meets words, has a cosine, or both."""
    parts = tuple((word, score / len(words)) for word in words)
    meaning = () if near is None else ((COSINE, near), (MEANING, near * 1.5))
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
    chance, near = hit(1, 5.0, 0.1, "red"), hit(2, 0.0, 0.6)

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


@pytest.mark.parametrize("meanings", [{}, {7: 0.4}, {7: 0.4, 8: 0.4}])
def test_blending_needs_no_two_meanings(meanings: dict[int, float]) -> None:
    """Nor any words."""
    assert list(blend({}, meanings)) == list(meanings)
    assert len(set(blend({}, meanings).values())) <= 1


def test_only_the_nearest_lines_gain_by_their_meaning() -> None:
    """A store with many lines does not make a far one near."""
    meanings = {number: 1 - number / 100 for number in range(NEAREST + 20)}
    blended = blend({}, meanings)

    assert blended[0] > blended[1] > blended[NEAREST - 2] > 0
    assert {blended[number] for number in range(NEAREST - 1, NEAREST + 20)} == {0}


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
