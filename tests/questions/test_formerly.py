"""What one show used before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.formerly import Formerly
from tests.questions.library import aside, claimed, cues, table

if TYPE_CHECKING:
    from tests.questions.library import Library

LEFT = table(
    ("what did inkwell use before postgres", "mysql", 1465),
    ("which database did inkwell use before", "mysql", 1465),
    ("what did ferrybook move away from", "heroku", 1631),
    ("what did quillmail switch from", "digitalocean vagrant", 1280),
    ("what was orchardly originally provisioned with, what did they use before", "ansible", 2013),
    ("what has orchardly replaced", "ansible", 2013),
    ("what did orchardly used to use", "ansible", 2013),
)


@pytest.mark.parametrize(("question", "left", "start"), LEFT)
def test_what_was_left(library: Library, question: str, left: str, start: int) -> None:
    """With the line that says so; nothing of it is claimed as a use of today."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Formerly)
    assert set(left.split()) == set(answer.technologies)
    assert start == cues(answer)[0][1]
    assert "used before" in answer.headline


def test_nothing_was_left(library: Library) -> None:
    """No guess is made; what is said of the subject is shown apart."""
    answer = library.ask("what did bakehouse use before mongodb")

    assert "No show note says what Bakehouse used before." == answer.headline
    assert (set(), {"bakehouse": None}) == (claimed(answer), aside(answer))
    assert answer.gap


@pytest.mark.parametrize(
    "question",
    [
        "what did inkwell move to",
        "what does inkwell use",
        "who used mysql before",
        "what came before the inkwell episode",
        "what did they talk about first in inkwell",
    ],
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """Today, everybody, the order of episodes, a moment."""
    assert not isinstance(library.understand(question), Formerly)
