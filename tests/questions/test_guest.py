"""Who was on, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.guest import GuestQuestion
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

GUESTS = table(
    ("who is ida holm", "ferrybook bakehouse"),
    ("Ida Holm", "ferrybook bakehouse"),
    ("has bo vik been a guest", "orchardly"),
    ("episodes with priya", "lanternfish"),
    ("was okafor on the show", "quillmail"),
    ("who spoke for orchardly", "orchardly"),
    ("episode with the guy from quillmail", "quillmail"),
    ("who's the person behind inkwell", "inkwell"),
    ("the interview with mara lind", "library"),
    ("was ida holm on in 2021", "bakehouse"),
    ("who is ida holm show:workshop", ""),
)


@pytest.mark.parametrize(("question", "expected"), GUESTS)
def test_guests(library: Library, question: str, expected: str) -> None:
    """By full name, by one name where a person is meant, or by company."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), GuestQuestion)
    assert set(expected.split()) == claimed(answer)


def test_all_guests_are_named(library: Library) -> None:
    """Both of two."""
    assert "Mei Tanaka and Bo Vik in “Orchardly" in library.ask("who spoke for orchardly").headline
    assert (
        "No such guest is on record (in 2018)." == library.ask("who is ida holm in 2018").headline
    )


@pytest.mark.parametrize(
    "question",
    [
        "has elvis presley been a guest",
        "who will be on",
        "guests using docker",
        "the mark of a guest",
    ],
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """Nobody of that name, or no name at all."""
    assert not isinstance(library.understand(question), GuestQuestion)
