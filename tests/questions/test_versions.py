"""A version is not all of a technology."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.versions import leaves_version, names_version, versions
from tests.questions.library import table

if TYPE_CHECKING:
    from tests.questions.library import Library

ASKED = table(
    ("who uses rails 6", {"rails": "6"}),
    ("who uses rails v6.1", {"rails": "6.1"}),
    ("who's on python 2 still", {"python": "2"}),
    ("who moved from python 2 to python 3", {"python": "2"}),
    ("who uses docker in 2020", {}),
    ("who uses docker on 3 servers", {}),
    ("top 3 databases", {}),
)


@pytest.mark.parametrize(("question", "expected"), ASKED)
def test_versions_asked_for(library: Library, question: str, expected: dict[str, str]) -> None:
    """A number right after a name."""
    assert expected == versions(library.understand(question).utterance)


NAMED = table(
    ("It's a single Rails 5.2 app", "5", True),
    ("It's a single Rails 5.2 app", "5.2", True),
    ("It's a single Rails 5.2 app", "2", False),
    ("Updated to Vue v3", "3", True),
    ("Rails 12 on 5 servers", "1", False),
)


@pytest.mark.parametrize(("line", "version", "expected"), NAMED)
def test_lines_that_name_a_version(line: str, version: str, *, expected: bool) -> None:
    """The version itself, or a release of it."""
    assert expected is names_version(line, version)


def test_a_version_that_was_left() -> None:
    """It stands before the word "to"."""
    assert leaves_version("They upgraded from Rails 4 to 6 last year", "4")
    assert not leaves_version("They upgraded from Rails 4 to 6 last year", "6")


def test_nobody_names_the_version(library: Library) -> None:
    """Then nobody is claimed to use it, however many use the technology."""
    answer = library.ask("who uses docker 99")

    assert () == answer.episodes
    assert "Docker 99" in answer.headline
    assert library.ask("who uses docker").episodes
