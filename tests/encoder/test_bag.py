"""Texts in other words for one thing have vectors that point the same way."""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING

import pytest

from bot.encoder.bag import VECTORS, WORDS, Bag
from bot.rank.semantic import LENGTH, stretched

if TYPE_CHECKING:
    from pathlib import Path

BAG = Bag()


def cosine(one: str, other: str, bag: Bag = BAG) -> float:
    """How near two texts are."""
    first, second = (memoryview(each).cast("b") for each in bag.encode([one, other]))
    product: int = sum(map(mul, first, second))
    return product / LENGTH**2


@pytest.fixture
def small(tmp_path: Path) -> Bag:
    """Three words in two directions, one of which tells twice as much."""
    (tmp_path / "words").write_text("cat\ndog\nhous\n", "utf-8")
    (tmp_path / "vectors").write_bytes(bytes([50, 0, 0, 50, 100, 0]))
    (tmp_path / "field").write_bytes(stretched([0.0, -1.0]))
    return Bag(tmp_path / "words", tmp_path / "vectors", tmp_path / "field")


@pytest.mark.parametrize(
    ("asked", "near", "far"),
    [
        ("the invoice was too high", "An expensive bill", "Sending mails to users"),
        ("keeping spare copies of the data", "Nightly backups", "Writing blog posts"),
        ("the machine crashed", "A server failure", "Learning a new language"),
        ("staff on vacation", "An employee's holiday", "Compiling the front end"),
    ],
)
def test_other_words_for_one_thing_are_near(asked: str, near: str, far: str) -> None:
    """Nearer than words for another."""
    assert cosine(asked, near) > cosine(asked, far) + 0.15


def test_a_vector_is_the_sum_of_its_words(small: Bag) -> None:
    """A word that tells more turns the sum more, and the order does not matter."""
    assert cosine("cat", "dog", small) == pytest.approx(0.0)
    assert cosine("cat", "dog house", small) > cosine("dog", "dog house", small)
    assert small.encode(["dog houses"]) == small.encode(["The house's DOG"])


def test_unknown_words_say_nothing(small: Bag) -> None:
    """Of the text that has them, or of one that has nothing else."""
    assert small.encode(["dog xyzzy"]) == small.encode(["dog"])
    assert small.encode(["xyzzy", ""]) == [bytes(2), bytes(2)]


def test_vectors_of_other_files_have_another_name(small: Bag) -> None:
    """So that those in a store are made anew."""
    assert small.name != BAG.name == Bag().name


def test_nothing_is_read_before_the_first_text(tmp_path: Path) -> None:
    """Most questions need no vector."""
    absent = Bag(tmp_path / "words", tmp_path / "vectors")

    with pytest.raises(FileNotFoundError):
        absent.encode(["dog"])


def test_what_a_text_says_of_the_field(small: Bag) -> None:
    """The cosine with one direction; nothing of a text without known words."""
    cat, dog, none = (small.field(each) for each in small.encode(["cat", "dog", "xyzzy"]))

    assert (cat, none) == (0, 0)
    assert dog == pytest.approx(-0.258, abs=0.001)  # What does not fit into a byte is cut.


@pytest.mark.parametrize(
    ("text", "is_of_it"),
    [
        ("restoring the database after an outage", True),
        ("letting customers pay by invoice", True),
        ("how long do potatoes have to boil", False),
        ("the giraffe has a long neck", False),
    ],
)
def test_the_field_is_told_from_daily_life(text: str, *, is_of_it: bool) -> None:
    """By words that were in neither list that made the direction."""
    assert (BAG.field(BAG.encode([text])[0]) > 0) == is_of_it


def test_each_word_has_a_vector() -> None:
    """Of one size, and no word twice."""
    words = WORDS.read_text("utf-8").split()

    assert len(set(words)) == len(words)
    assert VECTORS.stat().st_size == 96 * len(words)


def test_a_question_is_told_from_the_words_of_a_line(small: Bag) -> None:
    """The rest is the sum over its others; a word that only joins others is not shared."""
    apart = small.apart("the dog and the bill")

    assert apart.shared("The dogs of others") == {"dog"}
    assert apart.shared("the and") == apart.shared("invoices") == frozenset()
    assert stretched(apart.without(frozenset({"dog"}))) == small.encode(["the and the bill"])[0]
