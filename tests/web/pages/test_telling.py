"""Lines and names are told in the same words on every page."""

from __future__ import annotations

import pytest

from bot.dialogue import Line, Sighting
from bot.model import Category, Stance, Technology
from bot.vocabulary import Vocabulary
from bot.web.pages.telling import category_name, category_of, root_of, spoken, telling

VOCABULARY = Vocabulary(
    [Technology("postgres", "PostgreSQL", categories=("sql",)), Technology("odd", "Odd")],
    [Category("data", "databases"), Category("sql", "SQL databases", parent="data")],
)


def sighting(
    number: int, stance: Stance, start: int | None = 60, *, weight: float = 0.5
) -> Sighting:
    """A technology in a line of its own."""
    line = Line(number, 1, start, f"line {number}", f"https://x.test/a#{number}")
    return Sighting(1, "postgres", stance, weight, declared=False, line=line)


def test_the_lines_that_make_the_verdict_come_first() -> None:
    """The plainest of them at the top; what says something else is marked, a mention is not."""
    told = telling(
        [
            sighting(1, Stance.MENTIONS),
            sighting(2, Stance.USED_BEFORE),
            sighting(3, Stance.USES),
            sighting(4, Stance.USES, weight=1.0),
        ],
        Stance.USES,
    )

    assert [("line 4", ""), ("line 3", "")] == [(line.text, line.said) for line in told[:2]]
    assert {("line 1", ""), ("line 2", "Used before")} == {
        (line.text, line.said) for line in told[2:]
    }


def test_a_line_is_told_once() -> None:
    """However often it names the technology."""
    assert len(telling([sighting(1, Stance.USES), sighting(1, Stance.USES)], Stance.USES)) == 1


def test_a_line_with_a_time_hides_those_without() -> None:
    """They can be played; where none has a time, all are told."""
    timed, untimed = sighting(1, Stance.USES), sighting(2, Stance.USES, None)

    assert ["1:00"] == [line.time for line in telling([timed, untimed], Stance.USES)]
    assert [""] == [line.time for line in telling([untimed], Stance.USES)]


def test_an_hour_is_written_from_one_hour_on() -> None:
    """As the show notes write it."""
    assert spoken(Line(1, 1, 3862, "late", "https://x.test")).time == "1:04:22"


@pytest.mark.parametrize(
    ("technology", "category", "root", "name"),
    [
        ("postgres", "sql", "data", "SQL databases"),
        ("odd", "other", "other", "Other"),
        ("unheard", "other", "other", "Other"),
    ],
)
def test_a_technology_has_a_category(technology: str, category: str, root: str, name: str) -> None:
    """Its main one; what the vocabulary does not know is "other"."""
    assert category_of(VOCABULARY, technology) == category
    assert root_of(VOCABULARY, category) == root
    assert category_name(VOCABULARY, category) == name
