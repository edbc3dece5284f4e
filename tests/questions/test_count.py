"""How many episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.count import Count
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

COUNTS = table(
    ("how many shows use redis", "ferrybook inkwell quillmail"),
    ("number of episodes with django?", "ferrybook library pebble"),
    ("how many use both docker and postgres", "ferrybook inkwell orchardly"),
    ("how many use docker but not redis", "orchardly lanternfish"),
    ("how many people run rails or laravel", "inkwell quillmail"),
    ("what percentage use docker", "ferrybook inkwell orchardly lanternfish quillmail"),
    ("how common is celery", "ferrybook"),
    ("how many use a nosql database", "bakehouse"),
    ("how many use cobol", ""),
    ("celery, what's the number of shows having it", "ferrybook"),
    ("tally of celery users", "ferrybook"),
    ("is celery used a lot? how many have it", "ferrybook"),
    ("how many used docker in 2020", "inkwell orchardly lanternfish"),
    ("how many episodes are there", "ferrybook inkwell orchardly lanternfish quillmail bakehouse "
     "library pebble"),
    ("how many episodes are there in total?", "ferrybook inkwell orchardly lanternfish quillmail "
     "bakehouse library pebble"),
    ("how many episodes in 2020", "inkwell orchardly lanternfish"),
    ("how many shows under 40 minutes", "inkwell lanternfish"),
    ("how many shows don't use docker", "bakehouse library pebble"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "expected"), COUNTS)
def test_counts(library: Library, question: str, expected: str) -> None:
    """The number, who they are, and out of how many."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Count)
    assert set(expected.split()) == claimed(answer)
    assert len(expected.split()) == answer.total
    assert answer.headline.startswith(str(answer.total))


def test_a_share_is_told_in_percent(library: Library) -> None:
    """Where a share is asked for."""
    assert "5 of 8 episodes (62 %) use Docker" in library.ask("what percentage use docker").headline
    assert "%" not in library.ask("how many use docker").headline


def test_out_of_how_many(library: Library) -> None:
    """Of those that the filters leave."""
    assert (
        "3 of 3 episodes (in 2020) use Docker"
        in library.ask("how many use docker in 2020").headline
    )
    assert "0 of 8 episodes use COBOL." == library.ask("how many use cobol").headline
    assert "3 episodes (in 2020)." == library.ask("how many episodes in 2020").headline


@pytest.mark.parametrize(
    "question",
    [
        "how many servers does orchardly have",
        "how many calories are in a banana",
        "how many people write docker files on a train to the sea in winter",
        "how many dropped docker",
        "number of shows that plan to use kubernetes",
    ],
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """Only episodes are counted, and of those that left or plan something what they say."""
    assert not isinstance(library.understand(question), Count)


def test_a_denial_does_not_count_them_all(library: Library) -> None:
    """How many lack something is not how many there are."""
    assert library.ask("how many episodes have no guest").episodes == ()
