"""Episodes by what they are, or by a description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.questions.episode import EpisodeQuestion
from tests.questions.library import claimed, short, table

if TYPE_CHECKING:
    from tests.questions.library import Library

ORDERED = table(
    ("short episodes", "lanternfish inkwell quillmail ferrybook orchardly"),
    ("any long shows?", "bakehouse orchardly ferrybook quillmail inkwell"),
    ("latest episode", "library"),
    ("what's new", "library"),
    ("two latest episodes", "library pebble"),
    ("last 3 episodes", "library pebble bakehouse"),
    ("oldest show", "ferrybook"),
    ("first two episodes", "ferrybook inkwell"),
    ("what's the longest episode?", "bakehouse"),
    ("3 longest episodes", "bakehouse orchardly ferrybook"),
    ("shortest podcast", "lanternfish"),
    ("longest episode in 2020", "orchardly"),
    ("latest show:harbour before:2021", "lanternfish"),
    ("latest django episode", "library"),
    ("last two django episodes", "library pebble"),
    ("what was the first show with postgres?", "ferrybook"),
    ("longest episode with docker", "orchardly"),
)
EVERYTHING = "ferrybook inkwell orchardly lanternfish quillmail bakehouse library pebble"
SETS = table(
    ("list all episodes", EVERYTHING),
    ("show me the shows", EVERYTHING),
    ("all 8 episodes", EVERYTHING),
    ("list every podcast you have", EVERYTHING),
    ("episodes from june 2020", "orchardly"),
    ("list all shows from 2020", "inkwell orchardly lanternfish"),
    ("list the written interviews", "library"),
    ("articles", "pebble"),
    ("everything under 30 minutes", "lanternfish"),
    ("anything below 30 minutes", "lanternfish"),
    ("recordings that go on for more than an hour", "bakehouse orchardly"),
    ("which episodes since september 2021", "library pebble"),
    ("episodes from 2015", ""),
    ("latest episode from 2015", ""),
)
NAMED = table(
    ("episode 3", "orchardly"),
    ("#4", "lanternfish"),
    ("5", "quillmail"),
    ("ep. no 2", "inkwell"),
    ("show number 6", "bakehouse"),
    ("tell me about bakehouse", "bakehouse"),
    ("Inkwell", "inkwell"),
    ("the one about apples", "orchardly"),
    ("episode about ferries", "ferrybook"),
    ("what was the show about choirs", "quillmail"),
    ("one for dive shops", "lanternfish"),
    ("that bread by text message thing", "bakehouse"),
    ("the village library one", "library"),
    ("isn't there an app for poets", "inkwell"),
    ("poets chapbooks", "inkwell"),
    ("the chapbooks thing, which one was that again", "inkwell"),
    ("apple harvests, i forgot the title", "orchardly"),
    ("there was an episode on island ferries", "ferrybook"),
    ("i am into choirs, is there something for me", "quillmail"),
    ("which episode should a poet of chapbooks listen to", "inkwell"),
)


@pytest.mark.parametrize(("question", "expected"), ORDERED)
def test_in_an_order(library: Library, question: str, expected: str) -> None:
    """By day or length; what has none is left out."""
    assert isinstance(library.understand(question), EpisodeQuestion)
    assert expected.split() == short(library.ask(question).episodes)


@pytest.mark.parametrize(("question", "expected"), SETS)
def test_by_what_narrows_them(library: Library, question: str, expected: str) -> None:
    """A filter alone lists episodes."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), EpisodeQuestion)
    assert set(expected.split()) == claimed(answer)
    assert answer.gap == (not expected)


@pytest.mark.parametrize(("question", "expected"), NAMED)
def test_by_name_number_or_description(library: Library, question: str, expected: str) -> None:
    """However little of it is said."""
    assert isinstance(library.understand(question), EpisodeQuestion)
    assert [expected] == short(library.ask(question).episodes)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("3 latest episodes", "The 3 latest episodes."),
        ("the two longest interviews of 2020", "The 2 longest episodes (in 2020)."),
        ("2 random episodes", "2 random episodes."),
        ("episodes of 2020", r"\d+ episodes \(in 2020\)."),
    ],
)
def test_several_are_called_what_was_asked_for(
    library: Library, question: str, headline: str
) -> None:
    """Which they are, and how many."""
    told = library.ask(question).headline

    assert told == headline or re.fullmatch(headline, told)


def test_one_is_introduced(library: Library) -> None:
    """With its guest, its day, its length, what it is about, and its first line."""
    answer = library.ask("episode 2")

    assert (
        "“Inkwell Lets Poets Publish Chapbooks” with Jonas Reed, 10 Feb 2020, 38 minutes. "
        "A press for poets that one person keeps alive in the evenings, with Rails."
    ) == answer.headline
    assert 90 == answer.episodes[0].cues[0].start


def test_an_article_has_no_guest_and_no_length(library: Library) -> None:
    """So none are said."""
    assert library.ask("articles").headline.startswith(
        "“Pebble Search and Its Boring Stack”, 4 Oct 2021 (articles only). "
    )


def test_random_is_the_same_for_the_same_question(library: Library) -> None:
    """Chance comes from the words, so that an answer can be repeated."""
    first, again = library.ask("random episode"), library.ask("random episode")
    others = {short(library.ask("random episode" + n * "!").episodes)[0] for n in range(9)}

    assert first == again
    assert 1 < len(others)


@pytest.mark.parametrize(
    "question",
    [
        "episode 99",
        "number 1 song in the charts",
        "i forgot the name of my teacher",
        "the latest fashion in hats",
        "tell me about dragons",
        "who uses docker in 2020",
    ],
)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """No such episode."""
    assert not isinstance(library.understand(question), EpisodeQuestion)
