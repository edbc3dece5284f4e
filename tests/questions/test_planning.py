"""Who wants, plans or considers to use something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Stance
from bot.questions.planning import Planning
from tests.questions.library import claimed, cues, table

if TYPE_CHECKING:
    from tests.questions.library import Library

PLANS = table(
    ("who wants to move to kubernetes one day?", "Kubernetes", "inkwell"),
    ("who's planning to add redis", "Redis", "bakehouse"),
    ("anyone thinking about github actions for later", "GitHub Actions", "lanternfish"),
    ("who plans to switch to postgres", "PostgreSQL", "lanternfish"),
    ("is anyone considering htmx", "htmx", "library"),
    ("redis or github actions on the roadmap", "Redis and GitHub Actions", "bakehouse lanternfish"),
    ("who would like to use a container orchestrator", "container orchestrators", "inkwell"),
    ("who is looking at terraform", "Terraform", ""),
    ("who is waiting for htmx", "htmx", "library"),
    ("who is excited about github actions", "GitHub Actions", "lanternfish"),
    ("who is thinking about rewriting something in htmx", "htmx", "library"),
)


@pytest.mark.parametrize(("question", "label", "found"), PLANS)
def test_plans(library: Library, question: str, label: str, found: str) -> None:
    """Wishes and plans, and nobody who uses it already."""
    asked, answer = library.understand(question), library.ask(question)

    assert isinstance(asked, Planning)
    assert label == asked.label
    assert set(found.split()) == claimed(answer)
    assert all(each.stance is Stance.PLANS for each in answer.episodes)


def test_the_line_that_says_so(library: Library) -> None:
    """With its second."""
    answer = library.ask("who wants to use kubernetes")

    assert [("inkwell", 1773)] == cues(answer)
    assert "1 episode of 8 where they plan or would like to use Kubernetes" in answer.headline


def test_what_is_planned_with_it(library: Library) -> None:
    """Upgrading is another plan than using."""
    asked = library.understand("who wants to upgrade postgres soon")

    assert isinstance(asked, Planning)
    assert frozenset({"upgrad"}) == asked.doing
    assert set() == claimed(library.ask("who wants to upgrade postgres soon"))


def test_a_wish_without_a_name(library: Library) -> None:
    """Is looked for in the lines."""
    asked = library.understand("who plans to open a second bakery")

    assert isinstance(asked, Planning)
    assert (("open", "second", "bakery"),) == asked.phrases


def test_a_wish_for_nothing(library: Library) -> None:
    """A word of wishing alone asks nothing of the kind."""
    assert not isinstance(library.understand("who wants to"), Planning)
    assert not isinstance(library.understand("does inkwell plan to use kubernetes"), Planning)


def test_what_is_to_be_left(library: Library) -> None:
    """Who plans to leave a thing uses it still, and only a line that says so counts."""
    asked = library.understand("who wants to get rid of docker soon")

    assert isinstance(asked, Planning)
    assert asked.leaving
    assert "leave Docker" in library.ask("who wants to get rid of docker soon").headline


@pytest.mark.parametrize(
    "question",
    [
        "who might replace celery",
        "who could soon drop celery",
        "who is toying with leaving celery",
        "who is moving off celery",
        "who is slowly leaving celery",
    ],
)
def test_what_may_be_left(library: Library, question: str) -> None:
    """Whoever may leave a thing has not left it."""
    asked = library.understand(question)

    assert isinstance(asked, Planning)
    assert asked.leaving


def test_what_was_refused_is_not_planned(library: Library) -> None:
    """Though a word of wishing is there."""
    assert not isinstance(library.understand("who doesn't want kubernetes"), Planning)
