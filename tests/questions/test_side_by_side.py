"""Shows side by side: what their stacks share, and what only one of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.side_by_side import SideBySide
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

ASKED = table(
    ("compare ferrybook and inkwell", "ferrybook inkwell"),
    ("ferrybook vs inkwell", "ferrybook inkwell"),
    ("ferrybook versus inkwell stack", "ferrybook inkwell"),
    ("what's the difference between ferrybook's and inkwell's stack", "ferrybook inkwell"),
    ("how does ferrybook differ from inkwell", "ferrybook inkwell"),
    ("what do ferrybook and inkwell have in common", "ferrybook inkwell"),
    ("which technologies do ferrybook and inkwell share?", "ferrybook inkwell"),
    ("how similar are ferrybook and inkwell", "ferrybook inkwell"),
    ("what does ferrybook use that inkwell doesn't", "ferrybook inkwell"),
    ("stacks of ferrybook and inkwell", "ferrybook inkwell"),
    ("what do ferrybook and inkwell run on", "ferrybook inkwell"),
    ("Ferrybook and Inkwell", "ferrybook inkwell"),
    ("ferrybook, inkwell and quillmail side by side", "ferrybook inkwell quillmail"),
)
OTHERS = (
    "when do ferrybook and inkwell talk about docker",
    "tips from ferrybook and inkwell",
    "is ferrybook longer than inkwell",
    "compare ferrybook with ferrybook",
    "what does ferrybook run on",
    "who talked for ferrybook and inkwell",
    "react vs vue",
    "tickets, ferrybook and inkwell, and how poems are printed",
)
FOLLOWED = table(
    (("ferrybook's stack", "vs inkwell"), "ferrybook inkwell"),
    (("ferrybook's stack", "compare it with inkwell"), "ferrybook inkwell"),
    (("ferrybook's stack", "how does it compare to the inkwell one"), "ferrybook inkwell"),
    (("ferrybook vs inkwell", "and quillmail?"), "ferrybook inkwell quillmail"),
    (("ferrybook's stack", "vs inkwell", "against quillmail"), "ferrybook inkwell quillmail"),
)


@pytest.mark.parametrize(("question", "expected"), ASKED)
def test_shows_are_compared(library: Library, question: str, expected: str) -> None:
    """Whatever words weigh them; all that are named are claimed."""
    answer = library.ask(question)

    assert answer.intent == "compare_shows"
    assert set(expected.split()) == claimed(answer)
    assert answer.total == len(expected.split())


@pytest.mark.parametrize("question", OTHERS)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """A second, advice, a length, one show, technologies, a line."""
    assert not isinstance(library.understand(question), SideBySide)


@pytest.mark.parametrize(("questions", "expected"), FOLLOWED)
def test_one_more_show(library: Library, questions: tuple[str, ...], expected: str) -> None:
    """Is put beside the one, or those, that were spoken of."""
    answer = library.ask(*questions)

    assert answer.intent == "compare_shows"
    assert set(expected.split()) == claimed(answer)


def test_two_stacks(library: Library) -> None:
    """A column for both, one for each, a row for each part; every number in the headline."""
    answer = library.ask("compare ferrybook and inkwell")
    rows = {row.label: row.cells for row in answer.rows}

    assert ("Part", "Both", "Only Ferrybook", "Only Inkwell") == answer.headings
    assert ("PostgreSQL", "", "") == rows["relational databases"]
    assert ("", "Django", "Ruby on Rails") == rows["web frameworks"]
    assert [row.count for row in answer.rows] == sorted(
        (row.count for row in answer.rows), reverse=True
    )
    shared = sum(row.count for row in answer.rows)
    assert f"share {shared} technologies: " in answer.headline
    assert all(cell in row.detail for row in answer.rows for cell in row.cells)
    assert set(answer.technologies[:shared]) == set(
        library.ask("what do ferrybook and inkwell have in common").technologies
    )


def test_three_stacks(library: Library) -> None:
    """What two of three have stands with both of them."""
    answer = library.ask("compare ferrybook, inkwell and lanternfish")
    rows = {row.label: row.cells for row in answer.rows}

    assert ("Part", "All 3", "Ferrybook", "Inkwell", "Lanternfish") == answer.headings
    assert ("Docker", "", "", "") == rows["container tools"]
    assert ("", "Redis", "Redis", "") == rows["caches"]


def test_no_more_than_four(library: Library) -> None:
    """The answer says so."""
    answer = library.ask("compare ferrybook, inkwell, lanternfish, quillmail and orchardly")

    assert {"ferrybook", "inkwell", "lanternfish", "quillmail"} == claimed(answer)
    assert answer.headline.endswith("Only the first 4 are compared.")


def test_a_part_or_a_technology(library: Library) -> None:
    """Only that is compared, and named."""
    same = library.ask("do ferrybook and inkwell use the same database")
    hosts = library.ask("compare the hosting of ferrybook and inkwell")

    assert "Ferrybook and Inkwell share PostgreSQL." == same.headline
    assert {"heroku", "digitalocean"} <= set(hosts.technologies)
    assert "Ferrybook and Inkwell share PostgreSQL." == (
        library.ask("do ferrybook and inkwell both use postgres").headline
    )
    assert "Ferrybook and Inkwell do not both use Celery; Celery only at Ferrybook." == (
        library.ask("do ferrybook and inkwell both use celery").headline
    )


def test_one_technology_is_one(library: Library) -> None:
    """In the headline, as anywhere."""
    answer = library.ask("compare ferrybook and bakehouse")

    assert " share 1 technology: Stripe; " in answer.headline


def test_nothing_shared(library: Library) -> None:
    """Is said; where neither has any, nothing is claimed."""
    nothing = library.ask("do ferrybook and inkwell both use cobol")
    apart = library.ask("do orchardly and inkwell use the same web framework")

    assert "Ferrybook and Inkwell do not both use COBOL." == nothing.headline
    assert (nothing.gap, nothing.episodes, nothing.total) == (True, (), 0)
    assert apart.headline.startswith("Orchardly and Inkwell share no web frameworks; ")


def test_filters_leave_shows_out(library: Library) -> None:
    """Then there is nothing to compare, and the answer says why."""
    one = library.ask("compare ferrybook and inkwell year:2019")
    none = library.ask("compare ferrybook and inkwell year:2024")

    assert one.headline.endswith("the filters leave only Ferrybook (in 2019).")
    assert none.headline.endswith("the filters leave none of them (in 2024).")
    assert one.episodes == none.episodes == ()


def test_a_show_that_is_a_tool(seeds: Library) -> None:
    """Beside a show it is the show; in an answer about technologies it is the tool."""
    assert seeds.ask("zego vs mux").headline.startswith("Zego and Mux share")
    assert seeds.ask("zego's stack", "and mux?").headline.startswith("Mux runs on")
    assert seeds.ask("zego's stack", "against mux").headline.startswith("Zego and Mux share")
    assert seeds.ask("who uses stripe", "and mux?").technologies == ("mux",)
    assert seeds.ask("does zego use mux").technologies == ()
