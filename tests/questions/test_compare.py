"""Technologies side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.compare import Compare
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

SIDES = table(
    ("postgres vs mysql", {"postgres": 4, "mysql": 1}),
    ("react or vue, which one is used more", {"react": 2, "vue": 2}),
    ("django vs rails vs phoenix", {"django": 3, "rails": 1, "phoenix": 1}),
    ("compare heroku and digitalocean", {"heroku": 2, "digitalocean": 2}),
    ("difference between ses and sendgrid", {"ses": 1, "sendgrid": 1}),
    ("is postgres more popular than mysql", {"postgres": 4, "mysql": 1}),
    ("react, vue or rails?", {"react": 2, "vue": 2, "rails": 1}),
    ("Docker or Kubernetes?", {"docker": 5, "kubernetes": 1}),
    ("docker compared to kubernetes in 2020", {"docker": 3, "kubernetes": 1}),
    ("is rails or django the commoner choice", {"rails": 1, "django": 3}),
    ("more rails people or more django people", {"rails": 1, "django": 3}),
    ("docker against kubernetes, numbers please", {"docker": 5, "kubernetes": 1}),
    ("is postgres ahead of mysql", {"postgres": 4, "mysql": 1}),
    ("how many react, how many vue", {"react": 2, "vue": 2}),
    ("how many more use postgres than mysql", {"postgres": 4, "mysql": 1}),
    ("react or vue, rank them", {"react": 2, "vue": 2}),
    ("how do react and vue stack up", {"react": 2, "vue": 2}),
    ("cobol vs fortran", {"cobol": 0, "fortran": 0}),
)


@pytest.mark.parametrize(("question", "expected"), SIDES)
def test_counts(library: Library, question: str, expected: dict[str, int]) -> None:
    """A row each, and every number in the headline."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Compare)
    assert expected == {row.technology: row.count for row in answer.rows}
    assert list(expected) == list(answer.technologies)
    assert all(f"{row.label} {row.count}" in answer.headline for row in answer.rows)
    assert answer.gap == (not any(expected.values()))


def test_both_and_either(library: Library) -> None:
    """Who uses any of them, and how many use all."""
    answer = library.ask("docker vs redis")

    assert set("ferrybook inkwell orchardly lanternfish quillmail".split()) == claimed(answer)
    assert answer.headline.endswith("both in 3.")


@pytest.mark.parametrize(
    "question",
    ["docker", "who uses docker or vue", "ferrybook vs inkwell", "rails devs without react"],
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """It takes two technologies and a word that weighs them."""
    assert not isinstance(library.understand(question), Compare)
