"""Every number there is of a thing, and the one in their middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.figures import Figures
from bot.questions.metrics import METRICS, MONEY
from bot.questions.typical import every_number, middle
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

_PAYING = "bakehouse lanternfish ferrybook inkwell quillmail orchardly"
ALL = table(
    ("what does everybody pay for hosting", _PAYING),
    ("how much do people spend on servers", _PAYING),
    ("hosting bills", _PAYING),
    ("what is the average hosting bill", _PAYING),
    ("what are the hosting costs of django apps", "ferrybook"),
    ("how much do aws shops pay a month", "orchardly quillmail"),
    ("team sizes", "quillmail"),
    ("how big is the typical team", "quillmail"),
    ("how much code do people have", "inkwell quillmail"),
)


@pytest.mark.parametrize(("question", "expected"), ALL)
def test_all_numbers(library: Library, question: str, expected: str) -> None:
    """Of everybody who gives one."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Figures)
    assert set(expected.split()) == claimed(answer)


def test_the_middle_is_said(library: Library) -> None:
    """The median, for one big bill says nothing of what is usual."""
    answer = library.ask("average hosting bill")

    assert answer.headline.endswith(
        "Of these the median is $145 a month for hosting, from 0 to 3,200."
    )
    assert "median" not in library.ask("hosting bills").headline


def test_no_number_has_no_middle(library: Library) -> None:
    """Nobody tells what comes in."""
    answer = library.ask("average revenue per month")

    assert answer.gap
    assert "median" not in answer.headline


def test_a_middle_of_two() -> None:
    """Is between them."""
    assert "the median is $30 a month for hosting, from 20 to 40" == middle([40, 20], MONEY)


@pytest.mark.parametrize(
    "shape", ["who pays under 100 bucks", "what does E0 pay", "what do people use C0 for", "costs"]
)
def test_what_asks_for_fewer(shape: str) -> None:
    """A bound, one show, no number at all; but "costs" by themselves are every one."""
    assert (every_number(shape) is not None) == (shape == "costs")
    assert METRICS[-1] is MONEY
