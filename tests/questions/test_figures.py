"""Numbers compared: money, traffic, servers, code, users, uptime, teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.bounds import read_bound
from bot.questions.figures import Figures
from bot.questions.metrics import METRICS, metric_asked
from bot.questions.when import When
from tests.questions.library import Library, claimed, cues, short, table

if TYPE_CHECKING:
    from pathlib import Path

POST = """---
guest: "Mia Falk"
tags: ["django", "mapbox"]
title: "Kelptrack Maps Seaweed"
---

## Topics Include

- 1:00 -- They pay Mapbox $400 a month
- 2:00 -- Hosting is $900 a month
- 3:00 -- Everything is hosted on 4 servers
- 4:00 -- Search runs on a single server
- 5:00 -- They got $5,000 in cloud credits
"""
PEOPLE = """---
guest: "Noor Haddad"
tags: ["rails"]
title: "Plumline Surveys Old Roofs"
---

## Topics Include

- 1:00 -- 40 people work at the company with 9 developers
- 2:00 -- An incubator covered their hosting for the first year
"""
FITTING = table(
    ("who pays under 100 bucks a month for hosting", "ferrybook lanternfish bakehouse"),
    ("who pays more than $500 a month", "orchardly quillmail"),
    ("who spends around 250 dollars a month on hosting", "inkwell"),
    ("who pays at least 900 bucks a month", "orchardly quillmail"),
    ("who pays thousands for hosting", "orchardly"),
    ("who pays $600 a year for hosting", "ferrybook"),
    ("who pays less than $2 a day for servers", "ferrybook lanternfish bakehouse"),
    ("who spends half a grand or more on hosting a month", "orchardly quillmail"),
    ("who hosts for free", "bakehouse"),
    ("who doesn't pay for hosting", "bakehouse"),
    ("which apps get a million requests a day or more?", "orchardly"),
    ("who gets 20 requests a second", "orchardly"),
    ("who gets more than 100 million requests a month", ""),
    ("who gets away with a single server", "ferrybook lanternfish"),
    ("who only has just the server", "ferrybook lanternfish"),
    ("who has more than 10 servers", "orchardly"),
    ("who runs a dozen servers", "orchardly"),
    ("who has over 100k lines of code", "quillmail"),
    ("who has 20 thousand lines of code or fewer", "inkwell"),
    ("who has more than 10,000 users", "inkwell"),
    ("apps with at least a few thousand customers", "ferrybook inkwell bakehouse"),
    ("who has 99.9% uptime", "lanternfish"),
    ("who has 50 million rows of data", "quillmail"),
    ("which team of 6 developers", "quillmail"),
    ("teams of six", "quillmail"),
    ("teams bigger than five", "quillmail"),
    ("shows where there are only six developers", "quillmail"),
    ("who stores more than 500gb", ""),
    ("a million requests a day", "orchardly"),
    ("code bases with less than thirty thousand lines", "inkwell"),
)
SUPERLATIVES = table(
    ("cheapest hosting", "bakehouse", "lanternfish ferrybook inkwell quillmail"),
    ("most expensive hosting bill", "orchardly", "quillmail inkwell ferrybook lanternfish"),
    ("who pays the most", "orchardly", "quillmail inkwell ferrybook lanternfish"),
    ("biggest codebase", "quillmail", "inkwell"),
    ("smallest codebase", "inkwell", "quillmail"),
    ("who has the most servers", "orchardly", "ferrybook lanternfish pebble"),
    ("who has the most users", "inkwell", "ferrybook bakehouse lanternfish"),
    ("biggest team", "quillmail", ""),
    ("fewest lines of code", "inkwell", "quillmail"),
    ("who has lots of servers", "orchardly", "ferrybook lanternfish pebble"),
    ("who's got the highest bill", "orchardly", "quillmail inkwell ferrybook lanternfish"),
    ("best uptime", "lanternfish", ""),
    ("busiest site", "orchardly", "quillmail"),
)
OF_ONE = table(
    ("what is inkwell's hosting bill", "inkwell", 965),
    ("how many servers does orchardly have", "orchardly", 900),
    ("how many users does inkwell have", "inkwell", 90),
    ("how big is quillmail's team", "quillmail", 160),
    ("how many requests does orchardly get", "orchardly", 230),
    ("what does orchardly pay for hosting", "orchardly", 3130),
    ("how many people work at quillmail", "quillmail", 160),
)
OTHER_KINDS = table(
    ("how to stop 2 customers from booking the same table",),
    ("what do ads cost",),
    ("best requests library",),
    ("one database per customer, anyone do that?",),
    ("a server in the basement",),
    ("search engine servers - who has got one",),
    ("what do most people use",),
    ("does heroku cost the most",),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who shares how many users they have", "ferrybook inkwell lanternfish bakehouse"),
        ("does anyone talk about the hosting bill", "orchardly quillmail inkwell ferrybook"),
        ("who says what they pay for hosting", "orchardly quillmail inkwell ferrybook"),
    ],
)
def test_every_figure(library: Library, question: str, expected: str) -> None:
    """Who shares a number is asked for, whatever the number."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Figures)
    assert set(expected.split()) <= claimed(answer)
    assert "with such a number" in answer.headline


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("django sites on a single server", "ferrybook"),
        ("who pays more than 500 bucks a month on aws", "orchardly quillmail"),
        ("who pays more than 30 bucks a month on digitalocean", "ferrybook"),
        ("elixir sites with more than 10 servers", "orchardly"),
        ("who pays more than 500 bucks a month for sentry", ""),
        ("who pays more than 500 bucks a month without heroku", "orchardly quillmail"),
    ],
)
def test_with_a_technology(library: Library, question: str, expected: str) -> None:
    """Of those who use it; or what is paid for it, where it hosts nothing; else of all."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Figures)
    assert set(expected.split()) == claimed(answer)


def test_what_is_paid_for_a_service(tmp_path: Path) -> None:
    """Is no hosting bill, and a hosting bill is not paid for it; one server of many is not alone."""
    (tmp_path / "2020-01-01-1-kelptrack.md").write_text(POST)
    library = Library.of(tmp_path)

    assert "1:00" in str(library.ask("who spends more than 300 a month on mapbox").episodes)
    assert library.ask("who spends more than 800 a month on mapbox").gap
    assert library.ask("who gets by with a single server").gap
    assert not library.ask("who got cloud credits").gap
    library.store.close()


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("who has more than 20 developers", False),
        ("who has more than 8 engineers", True),
        ("companies with more than 20 people", True),
        ("how many companies with fewer than 10 people are there", False),
        ("who got their hosting for free for a while", True),
        ("whose hosting is paid by somebody else", True),
        ("who got free hosting through a startup program", True),
        ("anyone in a startup program", True),
        ("who had their hosting covered for a year", True),
        ("who hosts for free", False),
    ],
)
def test_who_is_counted_and_who_pays(tmp_path: Path, question: str, *, fits: bool) -> None:
    """Developers are told from all who work there, and what is free for good from what was given."""
    (tmp_path / "2020-01-01-2-plumline.md").write_text(PEOPLE)
    library = Library.of(tmp_path)

    assert isinstance(library.understand(question), Figures)
    assert fits is not library.ask(question).gap
    library.store.close()


@pytest.mark.parametrize(("question", "expected"), FITTING)
def test_figures_that_fit(library: Library, question: str, expected: str) -> None:
    """In the unit and period of the question."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Figures)
    assert set(expected.split()) == claimed(answer)
    assert answer.gap == (not expected)


@pytest.mark.parametrize(("question", "first", "after"), SUPERLATIVES)
def test_superlatives(library: Library, question: str, first: str, after: str) -> None:
    """One is the answer, those that come next are shown apart in their order."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Figures)
    assert [first] == short(answer.episodes)
    assert sorted(after.split()) == sorted(short(answer.related))


@pytest.mark.parametrize(("question", "show", "start"), OF_ONE)
def test_a_figure_of_one_show(library: Library, question: str, show: str, start: int) -> None:
    """Its line, with the second."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Figures)
    assert [(show, start)] == cues(answer)[:1]
    assert answer.episodes[0].cues[0].text in answer.headline


@pytest.mark.parametrize(("question",), OTHER_KINDS)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """Income, things that only sound like numbers, names that have their own questions."""
    assert not isinstance(library.understand(question), Figures)


@pytest.mark.parametrize(
    "question", ["how many tools does quillmail use", "how big is quillmail", "how much is inkwell"]
)
def test_a_mere_size_is_no_line(library: Library, question: str) -> None:
    """Nothing is said of what is big."""
    assert not isinstance(library.understand(question), When)


def test_what_else_is_counted(library: Library) -> None:
    """A line of the show with a number in it, though nobody compares such numbers."""
    answer = library.ask("how many emails does quillmail send")

    assert [("quillmail", 1065)] == cues(answer)
    assert isinstance(library.understand("how many letters does quillmail hold in mysql"), When)


SAID = table(
    ("who pays under 100 bucks a month", "3 episodes of 8 with less than $100 a month for hosting"),
    ("who pays less than $2 a day for servers", "less than $60 a month for hosting"),
    ("who gets 20 requests a second", "at least 1,728,000 requests a day"),
    ("who gets away with a single server", "with 1 server"),
    ("cheapest hosting", "1 episode of 8 with the lowest hosting bill: Bakehouse."),
    ("biggest codebase", "the most lines of code"),
    ("who has 99.9% uptime", "at least 99.9% uptime"),
    ("who pays between 10 and 300 dollars a month", "with $10 to 300 a month for hosting"),
    ("who hosts for free", "with a free hosting plan"),
    ("who pays over 1 million dollars a month", "No show note gives more than $1,000,000 a month"),
)


@pytest.mark.parametrize(("question", "expected"), SAID)
def test_what_was_compared_is_said(library: Library, question: str, expected: str) -> None:
    """The number, its unit and its period, as they were compared."""
    assert expected in library.ask(question).headline


def test_a_show_without_the_figure(library: Library) -> None:
    """Falls back to what its lines say of it."""
    answer = library.ask("how much does ferrybook pay for its dns")

    assert "ferrybook" in {*claimed(answer), *short(answer.related)}


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: "+".join(metric.names))
def test_every_metric_can_be_asked_for(metric: object) -> None:
    """By a superlative, and each says itself in words of its own."""
    found = next(each for each in METRICS if each is metric)
    asked = {each.most: each for each in METRICS}

    assert found is asked[found.most]
    assert "{}" in found.said


def test_money_is_only_a_hosting_bill() -> None:
    """What comes in is no cost."""
    assert metric_asked("who makes the most revenue per server") is not METRICS[-1]
    assert metric_asked("how much do ads cost") is None


def test_a_vague_number_is_a_lower_bound() -> None:
    """Thousands are at least one thousand."""
    bound = read_bound("who pays thousands a month", METRICS[-1])

    assert bound is not None
    assert (1000.0, float("inf")) == (bound.low, bound.high)


RANGES = table(
    ("who pays between 100 and 300 dollars a month", 100.0, 300.0),
    ("hosting from 1k to 5k a month", 1e3, 5e3),
    ("bills of $20-50 a month", 20.0, 50.0),
    ("between 2 and 5 million requests a day", 2e6, 5e6),
    ("whose bill has five figures", 1e4, float("inf")),
)


@pytest.mark.parametrize(("question", "low", "high"), RANGES)
def test_ranges(library: Library, question: str, low: float, high: float) -> None:
    """Two ends; a scale at the second holds for both."""
    asked = library.understand(question)

    assert isinstance(asked, Figures)
    assert (low, high) == (asked.bound.low, asked.bound.high)


def test_one_developer(library: Library) -> None:
    """Is a team of one."""
    asked = library.understand("solo developers")

    assert isinstance(asked, Figures)
    assert (1.0, 1.0) == (asked.bound.low, asked.bound.high)


EDGES = """---
guest: "Odd Lund"
tags: ["flask"]
title: "Tidewatch Warns of Floods"
---

## Topics Include

- 1:00 -- Hosting is $100 a month
- 2:00 -- It's 3 servers
- 3:00 -- They store 2 billion measurements
- 4:00 -- Just under 500 customers pay for it
- 5:00 -- The site gets 6,000 visitors a day
- 6:00 -- It was built by 2 people
"""


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who pays under $100 a month for hosting", False),
        ("who pays at most $100 a month for hosting", True),
        ("who pays more than 100 dollars a month for hosting", False),
        ("who pays at least 100 dollars a month for hosting", True),
        ("who has fewer than 3 servers", False),
        ("who has 3 servers or fewer", True),
        ("who has over 3 servers", False),
        ("who stores billions of measurements", True),
        ("who has fewer than 500 customers", True),
        ("who has more than 500 customers", False),
        ("who has thousands of paying customers", False),
        ("who has hundreds of customers", True),
        ("who has only a handful of customers", False),
        ("who has the biggest database", True),
        ("whose database is the largest", True),
        ("which sites get thousands of page views", False),
        ("which sites get thousands of visits", True),
        ("which apps were built by a couple of people", True),
    ],
)
def test_what_a_number_itself_fits(tmp_path: Path, question: str, found: bool) -> None:  # noqa: FBT001 - a column of the table
    """Not what must be less or more, unless the line says that it is."""
    (tmp_path / "2021-05-03-1-tidewatch.md").write_text(EDGES, encoding="utf-8")

    assert bool(Library.of(tmp_path).ask(question).episodes) is found


def test_a_name_that_is_a_period(tmp_path: Path) -> None:
    """Where "Daily" is a show, too, a number daily is one a day."""
    (tmp_path / "2021-05-03-1-daily.md").write_text(
        EDGES.replace("Tidewatch Warns of Floods", "Daily Makes Video Calls Simple"),
        encoding="utf-8",
    )
    asked = Library.of(tmp_path).understand("who serves a million or more requests daily")

    assert isinstance(asked, Figures)
    assert asked.bound.low == 1e6


def test_numbers_are_as_exact_as_anybody_means_them() -> None:
    """Bills to the cent as long as they are small; of what happens in a day no parts."""
    requests = metric_asked("most requests")
    bill = metric_asked("cheapest hosting bill")

    assert requests is not None
    assert bill is not None
    assert [requests.number(value) for value in (0.5, 1000 / 30, 1500)] == ["0.5", "33", "1,500"]
    assert [bill.number(value) for value in (12.5, 1000 / 3)] == ["12.5", "333"]
