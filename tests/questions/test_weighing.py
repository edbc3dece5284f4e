"""Numbers of several shows stand side by side, and nothing is made up for who gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.weighing import Weighed
from tests.questions.library import cues, short, table

if TYPE_CHECKING:
    from tests.questions.library import Library

WEIGHED = table(
    ("who pays more, ferrybook or quillmail", [("quillmail", 1920), ("ferrybook", 1368)]),
    ("which is cheaper, ferrybook or quillmail", [("ferrybook", 1368), ("quillmail", 1920)]),
    ("inkwell vs orchardly who pays less", [("inkwell", 965), ("orchardly", 3130)]),
    ("does quillmail have more lines of code than inkwell", [("quillmail", 450), ("inkwell", 312)]),
    ("has bakehouse more customers than ferrybook", [("ferrybook", 125), ("bakehouse", 195)]),
)


@pytest.mark.parametrize(("question", "expected"), WEIGHED)
def test_the_one_asked_for_comes_first(
    question: str, expected: list[tuple[str, int]], library: Library
) -> None:
    """Each with the line that gives its number."""
    answer = library.ask(question)
    assert isinstance(library.understand(question), Weighed)
    assert expected == cues(answer)
    assert all(f"“{each.cues[0].text}”" in answer.headline for each in answer.episodes)


def test_who_gives_no_number_is_named(library: Library) -> None:
    """Whoever says nothing of it is not compared."""
    answer = library.ask("who has more developers, quillmail or ferrybook")
    assert ["quillmail"] == short(answer.episodes)
    assert answer.headline.endswith("No show note of Ferrybook gives such a number.")


@pytest.mark.parametrize(
    "question",
    ["ferrybook vs quillmail", "what does ferrybook use more than inkwell", "who pays more"],
)
def test_other_comparisons(question: str, library: Library) -> None:
    """Stacks are compared elsewhere, and of everybody the most is asked otherwise."""
    assert not isinstance(library.understand(question), Weighed)
