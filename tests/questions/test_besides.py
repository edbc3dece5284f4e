"""A show that is left out is never the one that the answer tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

LEFT_OUT = table(
    ("who uses stripe besides ferrybook", {"bakehouse"}),
    ("besides ferrybook, who uses stripe?", {"bakehouse"}),
    ("anyone other than ferrybook on stripe", {"bakehouse"}),
    ("who, apart from the ferrybook one, uses stripe", {"bakehouse"}),
    ("not counting bakehouse who uses stripe", {"ferrybook"}),
    ("who uses react but not inkwell", {"bakehouse"}),
    ("except orchardly and bakehouse, who's on aws", {"quillmail"}),
    ("who uses kubernetes aside from orchardly", set()),
    ("how many use django except for ferrybook and mara lind", {"pebble"}),
    ("who isn't using docker other than inkwell", {"library"}),
)


@pytest.mark.parametrize(("question", "expected"), LEFT_OUT)
def test_it_is_not_counted(question: str, expected: set[str], library: Library) -> None:
    """The others are, and the answer says who was left out."""
    answer = library.ask(question)
    assert claimed(answer) == expected
    assert "(besides " in answer.headline


def test_it_may_follow_a_question(library: Library) -> None:
    """Those left out before stay out."""
    answer = library.ask("who uses vue", "besides quillmail?")
    assert claimed(answer) == {"lanternfish"}
    answer = library.ask("who uses django", "besides ferrybook", "and except mara lind")
    assert claimed(answer) == {"pebble"}


@pytest.mark.parametrize(
    "question",
    [
        "what does inkwell use but not bakehouse",
        "who uses postgres but not redis",
        "payment providers besides stripe",
        "why isn't ferrybook using kubernetes",
    ],
)
def test_other_things_are_weighed(question: str, library: Library) -> None:
    """Two shows that are compared are both asked about; a technology is a condition."""
    assert library.understand(question).filters.besides == ()
