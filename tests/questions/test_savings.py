"""Who pays less than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.savings import Savings, tells_of_savings
from tests.questions.library import Library, table

if TYPE_CHECKING:
    from collections.abc import Iterator

POST = """---
guest: "Mia Falk"
tags: ["django", "hetzner"]
title: "{title}"
---

## Topics Include

{lines}
"""
KELPTRACK = (
    "- 3:10 -- Moving from AWS to Hetzner brought the bill from $700 a month down to $90 a month",
    "- 9:40 -- Turning off old servers cut costs by another 20%",
)
MOORLAND = (
    "- 5:00 -- Hosting is $90 a month",
    "- 7:00 -- Their bill went from $20 to $200 a month",
)
TIDEPOOL = ("- 8:00 -- How they lowered their bill by deleting old logs",)


@pytest.fixture(scope="module")
def savers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two shows that pay less, the second without a number, and one that pays more."""
    folder = tmp_path_factory.mktemp("savers")
    posts = {"Kelptrack": KELPTRACK, "Moorland": MOORLAND, "Tidepool": TIDEPOOL}
    for number, (name, lines) in enumerate(posts.items(), 1):
        text = POST.format(title=f"{name} Maps Seaweed", lines="\n".join(lines))
        (folder / f"2020-01-0{number}-{number}-{name.lower()}.md").write_text(text)
    found = Library.of(folder)
    yield found
    found.store.close()


@pytest.mark.parametrize(
    "question",
    [
        "who cut their hosting bill?",
        "who managed to lower their hosting costs a lot",
        "who saved money by changing where they host",
        "whose costs went down",
        "how did people reduce their cloud spending",
        "cost savings?",
        "anyone who got their bill down",
    ],
)
def test_savings(savers: Library, question: str) -> None:
    """Lines with an amount come first, and a bill that grew is none of them."""
    asked, answer = savers.understand(question), savers.ask(question)

    assert isinstance(asked, Savings)
    assert ["Kelptrack", "Tidepool"] == [each.company for each in answer.episodes]
    assert [190, 580] == [each.start for each in answer.episodes[0].cues]
    assert "Pay less than before in 2 episodes: Kelptrack and Tidepool." == answer.headline


def test_savings_with_a_technology(savers: Library) -> None:
    """Only lines that name it."""
    answer = savers.ask("who saved money by leaving aws")

    assert [["Kelptrack", 1]] == [[each.company, len(each.cues)] for each in answer.episodes]


def test_nobody_saved(library: Library) -> None:
    """Says so."""
    answer = library.ask("who cut their hosting bill")

    assert answer.gap
    assert "No show note tells of a bill that became smaller." == answer.headline


@pytest.mark.parametrize(
    "question", ["who pays less than 100 bucks a month", "cheapest hosting", "who dropped heroku"]
)
def test_other_questions(library: Library, question: str) -> None:
    """A number to compare with, or something else that was dropped."""
    assert not isinstance(library.understand(question), Savings)


LINES = table(
    ("The bill went from $890 to $340 a month", True),
    ("The bill went from $340 to $1,890 a month", False),
    ("How they went from €3k to €300 a month", True),
    ("Spot instances save about 60%", True),
    ("They saved $600k in licenses", True),
    ("Caching cut their costs in half", True),
    ("Costs were dropped by a third", True),
    ("The cluster was 8x more expensive", True),
    ("It does the same at a fraction of the price", True),
    ("It saves a lot of time", False),
    ("Edits are saved to the database", False),
    ("A free plan brought in no money", False),
    ("They want to reduce their costs", False),
    ("It helps customers cut costs", False),
)


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines(text: str, *, expected: bool) -> None:
    """What was saved in fact, and is money."""
    assert expected is tells_of_savings(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("OVH is about $70 a month, AWS was closer to $400 before they left", True),
        ("It was $400 a month on Heroku but now it's $70", True),
        ("It's $70 a month, down from $400", True),
        ("It's $400 a month, it was $70 at first", False),
        ("It used to be $70 and now it's $400", False),
    ],
)
def test_two_amounts_are_compared(line: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """What is paid now must be less than what was paid, whichever is named first."""
    assert tells_of_savings(line) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("whose bill went down", True),
        ("who got their bill down", True),
        ("who got a lower bill by leaving the cloud", True),
        ("whose bill went up", False),
        ("who got a surprise bill", False),
    ],
)
def test_only_less_is_saved(library: Library, question: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """Whoever asks for more is not answered with less."""
    assert isinstance(library.understand(question), Savings) is expected
