"""An amount is answered by a line that gives it, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.amounts import amount_asked
from tests.questions.library import Library, claimed, cues, table

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = table(
    ("how many tests does E0 have", "CI runs 4,000 tests in 7 minutes", True),
    ("how many tests does E0 have", "Recovery is tested twice a year", False),
    ("how many tests does E0 have", "Load testing the app with 5,000 robots", False),
    ("how many tests does E0 have", "There's not too many tests", True),
    ("how many developers does E0 have", "Developers connect to a shared database", False),
    ("how many developers does E0 have", "There's a handful of developers", True),
    ("how many developers does E0 have", "How many developers are there? Hard to tell", True),
    ("how many paying customers are there", "Customers can bring 2 keys", False),
    ("how many paying customers are there", "It has twelve customers", True),
    ("how much does E0 pay", "All payments go through a reseller", False),
    ("how much does E0 pay", "Billions of views are counted each month", False),
    ("how much does E0 pay", "The bill is $40", True),
    ("how much does E0 pay", "The server is 39 euros", True),
    ("how much memory is there", "It has 4 GB", True),
    ("how much memory is there", "Memory is never an issue", False),
)
UNKNOWN = table(
    ("how many developers does ferrybook have",),
    ("how many emails does ferrybook send",),
    ("how many tests does quillmail have",),
    ("how much does lanternfish charge",),
    ("how many lines of code does bakehouse have",),
)


@pytest.mark.parametrize(("shape", "line", "expected"), GIVEN)
def test_a_line_gives_it(shape: str, line: str, expected: bool) -> None:  # noqa: FBT001
    """A number stands by what is counted; money has a sign or a name."""
    gives = amount_asked(shape)
    assert gives is not None
    assert gives(line) is expected


def test_no_amount_is_asked_for() -> None:
    """Other questions take any line."""
    assert amount_asked("when does E0 talk about tests") is None


@pytest.mark.parametrize("question", [row.values[0] for row in UNKNOWN])
def test_none_is_made_up(question: str, library: Library) -> None:
    """What the notes do not give is not answered with a line on something near it."""
    answer = library.ask(question)
    assert (set(), True) == (claimed(answer), answer.gap)


def test_what_is_given_is_told(library: Library) -> None:
    """The line with the number."""
    assert cues(library.ask("how many customers does lanternfish have")) == [("lanternfish", 140)]


def test_of_one_show_no_number(library: Library) -> None:
    """The headline names the show."""
    answer = library.ask("how much does orchardly make")
    assert answer.headline == "No show note of Orchardly gives such a number."


def test_what_was_paid_before_is_not_what_is_paid(tmp_path: Path) -> None:
    """Of two bills the one counts that is paid each month, however small; so of requests."""
    (tmp_path / "2020-01-06-1-owlpost.md").write_text(
        '---\ntitle: "Owlpost Sorts Letters"\nguest: "Ann Berg"\ncategory: "podcast"\n'
        'tags:\n  - "hetzner"\n---\n\n## Topics Include\n\n'
        "- 5:00 -- It's hosted at Hetzner after leaving AWS due to a $1,900 bill\n"
        "- 6:00 -- There's 4 servers and hosting is about $230 a month\n"
        "- 7:00 -- It serves 45 million requests a day\n"
        "- 8:00 -- A runaway script made 90 million requests in an afternoon\n",
        encoding="utf-8",
    )
    found = Library.of(tmp_path)
    try:
        paid, served = (
            found.ask(f"how {asked}").episodes[0].cues[0].start
            for asked in ("much does owlpost pay for hosting", "many requests does owlpost get")
        )
    finally:
        found.store.close()
    assert (360, 420) == (paid, served)
