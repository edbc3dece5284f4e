"""Orders in which episodes are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.orders import how_many, in_order, order_of_one
from tests.questions.library import table

if TYPE_CHECKING:
    from tests.questions.library import Library


@pytest.mark.parametrize(
    ("shape", "expected"),
    table(
        ("latest T0 episode", "latest"),
        ("most recent show about T0", "latest"),
        ("the very first T0 show", "oldest"),
        ("longest podcast", "longest"),
        ("first mention of T0", "oldest"),
        ("last three T0 shows", "latest"),
        ("last 3 T0 episodes", "latest"),
        ("latest T0 shows", None),
        ("new T0 show", None),
        ("who used T0 last", None),
    ),
)
def test_one_of_several(shape: str, expected: str | None) -> None:
    """Asked for as one or as a number of them; without either all are meant."""
    assert expected == order_of_one(shape)


def test_how_many() -> None:
    """A number beside the order, in digits or in words."""
    assert [1, 3, 4, 2] == [
        how_many("latest episode"),
        how_many("last 3 episodes"),
        how_many("four oldest shows"),
        how_many("the longest two"),
    ]


@pytest.mark.parametrize("question", ["recommend something short", "anything quick?"])
def test_something_short(library: Library, question: str) -> None:
    """Is the shortest one."""
    shortest = library.ask("shortest episode").episodes

    assert shortest == library.ask(question).episodes


def test_what_decides_is_known(library: Library) -> None:
    """An episode without a length is neither long nor short."""
    heads = list(library.store.heads().values())
    longest = in_order("longest", heads, "")

    assert len(longest) < len(heads)
    assert longest == list(reversed(in_order("shortest", heads, "")))
    assert heads == in_order("all", heads, "")
