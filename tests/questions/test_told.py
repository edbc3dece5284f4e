"""Texts that name what somebody does are told from questions for who does it."""

from __future__ import annotations

import pytest

from bot.questions.search import Search
from bot.questions.told import asking, is_doing
from tests.questions.library import Library, cues, table

TOLD = table(
    ("making sure your database dumps are usable",),
    ("finding people who know your programming language",),
    ("never letting anybody near the machines",),
)
ASKED = table(
    ("looking for people who know django",),
    ("hosting a shop on one machine",),
    ("making money with a newsletter",),
    ("moving away from postgres: who",),
    ("moving away from postgres, any shows",),
    ("moving away from postgres?",),
    ("something about backups",),
)


@pytest.mark.parametrize(("shape",), TOLD)
def test_what_is_done_is_told(shape: str) -> None:
    """By the form of the verb that a text begins with."""
    assert is_doing(shape)


@pytest.mark.parametrize(("shape",), ASKED)
def test_what_is_asked_is_not(shape: str) -> None:
    """Verbs of asking and using, nouns with their ending, and questions after it."""
    assert not is_doing(shape)


def test_those_to_whom_it_is_done_are_left_out() -> None:
    """They are not asked for; whoever does it is."""
    assert "anyone" not in asking("deploying without anyone noticing")
    assert asking("anyone deploying at night") == "anyone deploying at night"


@pytest.mark.parametrize(
    ("question", "show", "start"),
    table(
        ("putting a new version out without anyone being interrupted", "orchardly", 1600),
        ("making sure your pdf tickets print in the background", "ferrybook", 782),
    ),
)
def test_the_line_is_found(library: Library, question: str, show: str, start: int) -> None:
    """Though words for a question of another kind stand in it."""
    assert (show, start) in cues(library.ask(question))


@pytest.mark.parametrize(
    ("question",),
    table(
        ("what if the only founder falls ill",),
        ("going past the free limit of a host",),
        ("trying a release on a few users first",),
        ("too expensive to leave a database",),
        ("customers get a bill by mail and pay by card",),
        ("every developer has their own cloud machine",),
        ("let somebody else look after the database",),
        ("a flood of visitors after a press article",),
    ),
)
def test_a_line_is_wanted(library: Library, question: str) -> None:
    """And no figure, no savings, no users of it and none that left it."""
    asked = library.understand(question)

    assert isinstance(asked, Search)
    assert not asked.filters


def test_what_nobody_does_of_a_kind_is_no_search(library: Library) -> None:
    """Little more than the kind is said, and that nobody does so is the answer."""
    assert library.ask("no message queue").episodes == ()
