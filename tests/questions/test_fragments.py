"""Fragments that reword the question before them, or speak of its show as "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.followup import thread
from tests.questions.library import claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library

SAME = table(
    (("who pays the least for hosting", "and the most?"), "who pays the most for hosting"),
    (("latest episode", "the oldest"), "oldest episode"),
    (("most used databases", "top 2"), "top 2 most used databases"),
    (("top 5 most used databases", "only the top 2"), "top 2 most used databases"),
    (("why did orchardly pick elixir", "when is that?"), "why did orchardly pick elixir"),
    (("how many use docker", "which ones?"), "how many use docker"),
    (("how many use docker", "who?"), "how many use docker"),
    (("who uses docker", "why?"), "why docker"),
    (("does orchardly use elixir", "why?"), "why did orchardly use elixir"),
    (("who doesn't use kubernetes", "and why not?"), "who doesn't use kubernetes"),
    (("who uses docker", "under 100 dollars a month"), "who pays under $100 a month uses:docker"),
    (("who uses docker", "with more than 2 servers"), "who has more than 2 servers uses:docker"),
    (
        ("when does ferrybook talk about docker", "and the mistakes"),
        "when does ferrybook talk about mistakes",
    ),
    (
        ("when does ferrybook talk about docker", "in the inkwell one"),
        "when does inkwell talk about docker",
    ),
    (("tips from django users", "from rails users"), "tips from rails users"),
    (("what does ferrybook run on", "do they use kubernetes?"), "does ferrybook use kubernetes"),
    (("what does ferrybook run on", "what is their database"), "what is ferrybook database"),
    (("when does ferrybook talk about docker", "the stack?"), "the stack of ferrybook"),
    (("oldest episode", "what do they use for hosting"), "what does ferrybook use for hosting"),
    (("oldest episode", "what stack"), "what does ferrybook run on"),
    (("oldest episode in 2020", "who is the guest?"), "who is the guest of inkwell"),
    (("episode 2", "more like that"), "episodes like inkwell"),
    (("what does inkwell run on", "anything similar?"), "episodes like inkwell"),
    (("how many use docker", "in which episodes?"), "how many use docker"),
    (
        ("ferrybook vs inkwell", "what about databases"),
        "do ferrybook and inkwell share the same databases",
    ),
    (("who uses redis", "thanks!", "and celery?"), "who uses celery"),
    (("who uses redis", "and celery?", "both?"), "who uses celery and redis"),
    (("who uses redis or flask", "both of them"), "who uses redis and flask"),
    (("latest episode", "the one before that"), "latest 2 episodes"),
    (("latest episode", "the one before that", "and before that?"), "latest 3 episodes"),
    (("who moved off heroku", "and where to?"), "who moved off heroku"),
    (("who uses docker", "in dev?"), "who uses docker in dev"),
    (("who uses docker", "which of them don't use redis"), "who uses docker -redis"),
    (
        ("who uses django", "how much do they pay for hosting"),
        "how much do people pay for hosting uses:django",
    ),
    (
        ("who uses django", "how much do they pay for hosting", "what database do they use"),
        "what database do people use uses:django",
    ),
    (("who has the biggest team", "average?"), "average team"),
    (("tell me about quillmail", "how many developers"), "how many developers has quillmail"),
    (("who is ida holm", "what about him"), "what about ida holm"),
    (("who uses redis", "who", "and celery?"), "who uses celery"),
)
ALONE = table(
    (("who uses docker", "the most"), "the most"),
    (("who uses docker", "top 3"), "top 3"),
    (("hello", "why?"), "why?"),
    (("who uses docker", "do they use kubernetes"), "do they use kubernetes"),
    (("compare ferrybook and inkwell", "under 100 dollars a month"), "under 100 dollars a month"),
    (("latest episode -docker", "what stack"), "what stack"),
    (("latest episode", "another"), "another"),
    (("who uses docker", "more like that"), "more like that"),
    (("who uses docker", "both?"), "both?"),
    (("most used databases", "and web frameworks", "both?"), "both?"),
    (("who doesn't use docker", "what database do they use"), "what database do they use"),
    (("who uses docker", "the one before that"), "the one before that"),
    (("who uses docker", "and where to?"), "and where to?"),
    (("most used databases", "in production?"), "in production?"),
)


ANOTHER = ("another", "another one", "show me another", "and another", "pick another episode")


@pytest.mark.parametrize(("questions", "meant"), SAME)
def test_a_fragment_means_a_question(
    library: Library, questions: tuple[str, ...], meant: str
) -> None:
    """It is answered as that one is."""
    found, right = library.ask(*questions), library.ask(meant)

    assert (right.intent, claimed(right)) == (found.intent, claimed(found))
    assert right.rows == found.rows
    assert [each.cues[:1] for each in right.episodes] == [each.cues[:1] for each in found.episodes]


@pytest.mark.parametrize(("questions", "meant"), ALONE)
def test_what_rewords_nothing(library: Library, questions: tuple[str, ...], meant: str) -> None:
    """Stands for itself, where the question before it has nothing of the sort."""
    found, right = library.ask(*questions), library.ask(meant)

    assert (right.intent, claimed(right)) == (found.intent, claimed(found))


def test_another_at_random(library: Library) -> None:
    """One of all, each time the one that the words asked with decide on."""
    another = library.ask("random episode", "another one")

    assert (another.intent, another.total) == ("episode", 1)
    assert another == library.ask("random episode", "another one")
    assert len({library.ask("random episode", each).episodes for each in ANOTHER}) > 1


def test_courtesies_keep_the_thread(library: Library) -> None:
    """What is kept of it leads to the same answer when it is read again."""
    asked = library.understand("who uses redis", "thanks", "and celery?")

    assert library.ask(*thread(asked.utterance)).technologies == ("celery",)
    assert library.ask("who uses redis", "tell me a joke", "and celery?").intent == "who_uses"
