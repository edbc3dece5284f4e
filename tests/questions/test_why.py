"""Why somebody chose, kept or left something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.dialogue import Hit, Line
from bot.questions.why import Why
from tests.questions.library import cues, table

if TYPE_CHECKING:
    from tests.questions.library import Library

REASONS = table(
    ("why did orchardly pick elixir", "orchardly", 501),
    ("why does ferrybook use django", "ferrybook", 280),
    ("what was the reason bakehouse chose mongodb", "bakehouse", 865),
    ("motivation behind django at ferrybook", "ferrybook", 280),
    ("how come quillmail went to aws", "quillmail", 1280),
    ("why did they leave heroku", "ferrybook", 1631),
    ("reasons for mongodb", "bakehouse", 865),
    ("why no kubernetes at quillmail", "quillmail", 1615),
    ("what made orchardly choose elixir over go", "orchardly", 501),
    ("why not kubernetes", "ferrybook", 2469),
    ("why don't people use kubernetes", "ferrybook", 2469),
    ("why did the orchardly team not pick go", "orchardly", 501),
    ("bakehouse: what spoke for heroku rather than a host like aws", "bakehouse", 1720),
)


@pytest.mark.parametrize(("question", "show", "start"), REASONS)
def test_reasons(library: Library, question: str, show: str, start: int) -> None:
    """The line that gives it comes first."""
    assert isinstance(library.understand(question), Why)
    assert (show, start) == cues(library.ask(question))[0]


def test_a_line_with_a_reason_counts_more(library: Library) -> None:
    """Than one that only names the thing."""
    answer = library.ask("why django")

    assert ("ferrybook", 280) == cues(answer)[0]


OPINIONS = table(
    ("problems with docker", "Docker turned out to be slow on their laptops", 2.2),
    ("problems with docker", "Docker is great for them", 1.0),
    ("opinions on docker", "Docker is great for them", 2.2),
    ("what do people think of docker", "Docker was overkill", 2.2),
    ("anyone complaining about docker", "Docker was overkill", 2.2),
    ("experiences with docker", "Docker runs on 3 servers", 1.0),
)


@pytest.mark.parametrize(("question", "text", "expected"), OPINIONS)
def test_what_is_thought_of_it(library: Library, question: str, text: str, expected: float) -> None:
    """A line that judges it counts more; of problems, one that finds fault."""
    asked = library.understand(question)

    assert isinstance(asked, Why)
    assert expected == asked.bonus(Hit(Line(1, 1, 60, text, ""), 1.0))


def test_only_lines_that_name_it_are_opinions(library: Library) -> None:
    """Problems with something else are none with it."""
    answer = library.ask("problems with kubernetes")

    assert {"kubernetes"} == set(answer.technologies)
    assert all("ubernetes" in each.cues[0].text for each in answer.episodes)


@pytest.mark.parametrize("question", ["why", "why is it so", "who uses django and why"])
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """It takes a subject; "and why" is an afterthought."""
    assert not isinstance(library.understand(question), Why)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why Nomad was picked over Kubernetes", 2.2),
        ("They went with Nomad instead of Kubernetes", 1.5),
        ("Moving to Nomad cut the time of a deploy in half", 1.2),
        ("Nomad runs on 3 servers in Oslo", 1.0),
    ],
)
def test_what_a_reason_is_worth(library: Library, text: str, expected: float) -> None:
    """The more a line says of a choice, the more; a gain is a reason that nobody calls one."""
    asked = library.understand("why did ferrybook pick nomad")

    assert isinstance(asked, Why)
    assert expected == asked.bonus(Hit(Line(1, 1, 60, text, ""), 1.0))
