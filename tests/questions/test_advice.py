"""Tips, mistakes and lessons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.dialogue import Line
from bot.questions.advice import SORTS, Advice, advice_place
from tests.questions.library import Library, claimed, cues, table

if TYPE_CHECKING:
    from pathlib import Path

ADVICE = table(
    ("best tips", "tips", "ferrybook inkwell orchardly lanternfish quillmail bakehouse"),
    ("best tips from people using django", "tips", "ferrybook"),
    ("what advice do elixir folks give", "tips", "orchardly"),
    ("tips from rails or laravel teams", "tips", "inkwell quillmail"),
    ("tips from 2021", "tips", "quillmail bakehouse"),
    ("tips from ferrybook", "tips", "ferrybook"),
    ("jump to the best tips in the quillmail interview", "tips", "quillmail"),
    ("mistakes people admitted to", "mistakes", "ferrybook orchardly quillmail"),
    ("regrets?", "mistakes", "ferrybook orchardly quillmail"),
    ("what mistakes should i avoid", "mistakes", "ferrybook orchardly quillmail"),
    (
        "best advice for solo founders",
        "tips",
        "ferrybook inkwell orchardly lanternfish quillmail bakehouse",
    ),
    (
        "tips for first-time founders",
        "tips",
        "ferrybook inkwell orchardly lanternfish quillmail bakehouse",
    ),
    ("mistakes made by kubernetes users", "mistakes", "orchardly"),
    ("lessons learned by rails teams", "lessons", "inkwell"),
    ("lessons learned", "lessons", "inkwell pebble"),
    ("tips from cobol users", "tips", ""),
)


@pytest.mark.parametrize(("question", "sort", "expected"), ADVICE)
def test_advice(library: Library, question: str, sort: str, expected: str) -> None:
    """Of the sort asked for, from those who are asked."""
    asked, answer = library.understand(question), library.ask(question)

    assert isinstance(asked, Advice)
    assert sort == SORTS[asked.sort].label
    assert set(expected.split()) == claimed(answer)
    assert answer.gap == (not expected)


def test_its_line(library: Library) -> None:
    """With its second."""
    assert [("orchardly", 3500)] == cues(library.ask("tips from elixir folks"))
    assert [("orchardly", 3675)] == cues(library.ask("mistakes of elixir folks"))


def test_one_show_is_asked_for_all_sorts(library: Library) -> None:
    """The sort asked for comes first, the others follow."""
    (inkwell,) = library.ask("lessons from inkwell").episodes

    assert [2162, 1990] == [each.start for each in inkwell.cues]


def test_headlines(library: Library) -> None:
    """Whose, and of how many."""
    assert (
        "Tips from users of Django in 1 episode: Ferrybook."
        == library.ask("tips from django users").headline
    )
    assert "No tips from users of COBOL on record." == library.ask("tips from cobol users").headline


def test_without_lessons_tips_will_do(library: Library) -> None:
    """Whoever has no lesson to tell may have a tip."""
    answer = library.ask("lessons learned by elixir folks")

    assert "Tips from users of Elixir" in answer.headline
    assert [("orchardly", 3500)] == cues(answer)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Wishing he had written tests from the start", True),
        ("They'd pick another database if they could do it differently", True),
        ("In hindsight a monolith would've been fine", True),
        ("Her biggest mistake was skipping backups", True),
        ("They have no regrets about Rails", False),
        ("A rounding mistake made a customer pay twice", False),
        ("Each customer may wish for another color", False),
    ],
)
def test_what_people_would_do_differently(line: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """They wish, regret, or call it their mistake; an error in a program is none of that."""
    regrets = next(sort for sort in SORTS if sort.label == "regrets")
    found = advice_place(regrets, Line(1, 1, 60, line, "https://e.example/x#1:00"))

    assert (found is not None) is expected


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("what would guests do differently if they could start over", "regrets"),
        ("what do people wish they'd known", "regrets"),
        ("who wishes they had done something differently", "regrets"),
        ("which mistakes do people regret", "mistakes"),
        ("any regrets from the guests?", "mistakes"),
    ],
)
def test_sorts_of_advice(library: Library, question: str, sort: str) -> None:
    """What was wrong and what would be done differently are two sorts."""
    asked = library.understand(question)

    assert isinstance(asked, Advice)
    assert SORTS[asked.sort].label == sort


POST = """---
guest: "Una Dahl"
tags: ["flask"]
title: "Peatwatch Measures Bogs"
---

## Topics Include

- 1:00 -- Going without an index was a mistake
"""


def test_without_regrets_mistakes_will_do(tmp_path: Path) -> None:
    """Whoever would do nothing differently may have made a mistake."""
    (tmp_path / "2021-05-03-1-peatwatch.md").write_text(POST, encoding="utf-8")
    answer = Library.of(tmp_path).ask("what would people do differently")

    assert answer.headline == "Mistakes in 1 episode: Peatwatch."


def test_where_a_line_stands() -> None:
    """At its start, in its midst, or under a heading that asks; what a product finds is nowhere."""
    mistakes, tips = SORTS[0], SORTS[-1]
    answer = Line(1, 1, None, "Write less code.", "https://e.example/x#what-is-your-advice")

    assert advice_place(tips, answer) == 0
    assert advice_place(mistakes, answer) is None
    assert advice_place(tips, replace(answer, start=5)) is None
    assert advice_place(mistakes, replace(answer, text="A mistake was PHP")) == 2
    assert advice_place(mistakes, replace(answer, text="Readers fix OCR mistakes")) is None


@pytest.mark.parametrize(
    "question", ["give me tips for a first date", "how do people learn to swim in cold water"]
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """Advice on something else."""
    assert not isinstance(library.understand(question), Advice)
