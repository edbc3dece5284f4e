"""Episodes with a stack like another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.similar import Similar
from tests.questions.library import aside, claimed, short, table

if TYPE_CHECKING:
    from tests.questions.library import Library

LIKE = table(
    ("shows like ferrybook", "ferrybook"),
    ("something similar to the orchardly one", "orchardly"),
    ("I liked lanternfish, what else should I listen to?", "lanternfish"),
    ("more like quillmail", "quillmail"),
    ("which episodes have the same stack as inkwell", "inkwell"),
    ("what's closest to bakehouse", "bakehouse"),
    ("similar to the dive shop app", "lanternfish"),
)


@pytest.mark.parametrize(("question", "show"), LIKE)
def test_neighbours(library: Library, question: str, show: str) -> None:
    """Never the episode itself, and every one says what it shares."""
    asked, answer = library.understand(question), library.ask(question)

    assert isinstance(asked, Similar)
    assert show in library.store.heads()[asked.of].slug
    assert show not in claimed(answer)
    assert answer.episodes
    assert all((each.note or "").startswith("shares ") for each in answer.episodes)


def test_the_rare_counts_more(library: Library) -> None:
    """A language that half the shows use says less than a host that two use."""
    answer = library.ask("shows like bakehouse")

    assert "inkwell" == short(answer.episodes)[0]
    assert "shares Heroku and React" == answer.episodes[0].note


def test_nothing_shared(library: Library) -> None:
    """Is said, and nothing is claimed."""
    answer = library.ask("shows like quillmail -docker -redis -vue -aws")

    assert set() == claimed(answer)
    assert (
        "No other episode (without Docker or Redis or Vue.js or Amazon Web Services)"
        " shares a technology with Quillmail."
    ) == answer.headline
    assert {} == aside(answer)


@pytest.mark.parametrize(
    "question", ["what is it like at ferrybook", "shows like that", "who would like docker"]
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """It takes a show."""
    assert not isinstance(library.understand(question), Similar)
