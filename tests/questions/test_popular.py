"""The most used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.popular import Popular
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

RANKINGS = table(
    ("most used databases", "postgres:4 sqlite:2 mongodb:1 mysql:1"),
    ("what are the top 3 hosting providers", "aws:2 digitalocean:2 heroku:2"),
    ("most popular web frameworks?", "django:3 express:1 flask:1 laravel:1 phoenix:1 rails:1"),
    ("top 2 technologies", "docker:5 postgres:4"),
    ("top two technologies", "docker:5 postgres:4"),
    ("two most used databases", "postgres:4 sqlite:2"),
    ("best three databases", "postgres:4 sqlite:2 mongodb:1"),
    ("what database do people use most", "postgres:4 sqlite:2 mongodb:1 mysql:1"),
    ("3 databases people like best", "postgres:4 sqlite:2 mongodb:1"),
    ("give me a hit list of databases", "postgres:4 sqlite:2 mongodb:1 mysql:1"),
    ("the favourite database of django people", "postgres:2 sqlite:1"),
    ("what do django shops host on", "digitalocean:2"),
    ("which payment provider wins", "stripe:2"),
    ("top 5 hosts in 2021", "aws:1 digitalocean:1 heroku:1"),
    ("most used databases in 2019", "postgres:1"),
    ("most common graph databases", ""),
    ("most popular cloud?", "aws:2 digitalocean:2 linode:1"),
    ("least used databases", "mongodb:1 mysql:1 sqlite:2 postgres:4"),
    ("which databases are used with docker", "postgres:3 mysql:1 sqlite:1"),
)


@pytest.mark.parametrize(("question", "expected"), RANKINGS)
def test_rankings(library: Library, question: str, expected: str) -> None:
    """By number of episodes; ties in order of name; nobody is claimed."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), Popular)
    assert expected.split() == [f"{row.technology}:{row.count}" for row in answer.rows]
    assert set() == claimed(answer)
    assert answer.gap == (not expected)


def test_all_there_is(library: Library) -> None:
    """What people use, and nothing else asked, ranks everything."""
    answer = library.ask("what do most people use")

    assert isinstance(library.understand("what do most people use"), Popular)
    assert ["docker", "postgres"] == [row.technology for row in answer.rows[:2]]


def test_who_they_are(library: Library) -> None:
    """Without a superlative the users are named too."""
    answer = library.ask("what search engines do people use")

    assert isinstance(library.understand("what search engines do people use"), Popular)
    assert {"pebble"} == claimed(answer)


def test_the_numbers_are_said(library: Library) -> None:
    """And over how many episodes."""
    headline = library.ask("most used databases").headline

    assert (
        "Most used databases over 8 episodes: PostgreSQL (4), SQLite (2), MongoDB (1)." == headline
    )
    assert "No graph databases on record" in library.ask("top graph databases").headline


@pytest.mark.parametrize(
    "question",
    [
        "most expensive hosting",
        "most used docker",
        "what does ferrybook use most",
        "who has the biggest database",
        "who sends the most emails",
    ],
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """Money, a technology, a show."""
    assert not isinstance(library.understand(question), Popular)
