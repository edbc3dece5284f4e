"""What is taken for granted of a show is held against what its notes say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions.library import aside, claimed, cues, table

if TYPE_CHECKING:
    from tests.questions.library import Library

LEFT = "is not said to have left"
AGAINST = table(
    ("why did ferrybook leave digitalocean", "ferrybook", LEFT),
    ("why did ferrybook drop celery?", "ferrybook", LEFT),
    ("why did quillmail move off aws", "quillmail", LEFT),
    ("when did quillmail move away from aws", "quillmail", LEFT),
    ("why did inkwell get rid of sidekiq", "inkwell", LEFT),
    ("why did inkwell move from rails to django", "inkwell", LEFT),
    ("why did mara lind stop using sqlite", "library", LEFT),
    ("why doesn't inkwell use rails", "inkwell", "is on record as using"),
    ("why did ferrybook decide against celery", "ferrybook", "is on record as using"),
    ("why did orchardly pick ansible", "orchardly", "moved away from"),
    ("why did the orchardly team pick go", "orchardly", "says that it does not use"),
    ("why did bakehouse choose graphql", "bakehouse", "says that it does not use"),
    ("why did bakehouse switch to redis", "bakehouse", "only plans to use"),
)
GRANTED = table(
    ("why did ferrybook leave heroku", ("ferrybook", 1631)),
    ("why did inkwell move from mysql to postgres", ("inkwell", 1465)),
    ("when did orchardly stop using ansible", ("orchardly", 2013)),
    ("why isn't ferrybook using kubernetes", ("ferrybook", 2469)),
    ("why did bakehouse choose mongodb", ("bakehouse", 865)),
    # What is only meant to be done speaks of what is used.
    ("why does inkwell want to leave heroku", ("inkwell", 965)),
    # It was refused, as some say of what was dropped.
    ("why did quillmail drop kubernetes", ("quillmail", 1615)),
)


@pytest.mark.parametrize(("question", "show", "verb"), AGAINST)
def test_it_is_not_so(question: str, show: str, verb: str, library: Library) -> None:
    """Nothing is claimed; the line that speaks against it is shown apart."""
    answer = library.ask(question)
    assert (set(), 0, True) == (claimed(answer), answer.total, answer.gap)
    assert [show] == list(aside(answer))
    assert f" {verb} " in answer.headline


@pytest.mark.parametrize(("question", "expected"), GRANTED)
def test_it_is_so(question: str, expected: tuple[str, int], library: Library) -> None:
    """The line that tells of it is the answer."""
    assert expected == cues(library.ask(question))[0]


def test_why_not_asks_for_the_reason(library: Library) -> None:
    """After "does it use that" the line that says no is the answer."""
    answer = library.ask("does ferrybook use kubernetes", "why not?")
    assert cues(answer) == [("ferrybook", 2469)]


def test_without_a_line_none_is_quoted(library: Library) -> None:
    """What the tech stack alone lists is spoken of nowhere."""
    answer = library.ask("why did ferrybook leave sentry")
    assert answer.headline == "Ferrybook is not said to have left Sentry."


def test_a_line_on_something_else_is_no_answer(library: Library) -> None:
    """A thing that the show never names is left nowhere, whatever else it left."""
    answer = library.ask("why did inkwell leave oracle")
    assert (set(), True) == (claimed(answer), answer.gap)
    assert "has no show note" in answer.headline


def test_a_name_that_is_a_word_is_found_where_it_is_said(library: Library) -> None:
    """A line that has it is about it, though it was not read as a name."""
    assert ("bakehouse", 865) == cues(library.ask("why did bakehouse choose mongodb"))[0]


def test_when_something_was_done_is_a_line_with_a_date(library: Library) -> None:
    """Of two lines on the same thing the one comes first that says how long ago it was."""
    answer = library.ask("when did ferrybook move to digitalocean")
    assert ("ferrybook", 1631) == cues(answer)[0]
