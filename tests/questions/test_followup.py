"""Fragments that mean something after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.followup import EXAMPLES, thread
from tests.questions.library import claimed, short, table

if TYPE_CHECKING:
    from tests.questions.library import Library

CHAINS = table(
    (("who uses redis?", "and celery?"), "who_uses", "ferrybook"),
    (("who uses redis?", "what about flask"), "who_uses", "lanternfish"),
    (("who uses redis?", "linode"), "who_uses", "lanternfish"),
    (("who uses redis?", "only 2019"), "who_uses", "ferrybook"),
    (("who uses redis?", "in 2021"), "who_uses", "quillmail"),
    (("who uses redis?", "without docker"), "who_uses", ""),
    (("who uses redis?", "but not celery"), "who_uses", "inkwell quillmail"),
    (("who uses redis?", "only the ones with rails"), "who_uses", "inkwell"),
    (("who uses redis?", "also using vue"), "who_uses", "quillmail"),
    (("who uses redis?", "under 40 minutes"), "who_uses", "inkwell"),
    (("who uses redis?", "how many are there?"), "who_uses", "ferrybook inkwell quillmail"),
    (("who uses redis?", "of those, who has celery too"), "who_uses", "ferrybook"),
    (("react vs vue", "and svelte?"), "compare", "inkwell bakehouse lanternfish quillmail"),
    (("who uses redis?", "more"), "who_uses", "ferrybook inkwell quillmail"),
    (("who uses redis?", "when do they say that?"), "who_uses", "ferrybook inkwell quillmail"),
    (("who uses redis?", "in 2020", "and kubernetes?"), "who_uses", "orchardly"),
    (("who uses docker?", "without redis", "without vue"), "who_uses", "orchardly"),
    (("postgres and redis users", "and flask?"), "who_uses", "lanternfish"),
    (
        ("how many use redis", "and docker"),
        "count",
        "ferrybook inkwell orchardly lanternfish quillmail",
    ),
    (("who doesn't use docker", "and kubernetes"), "not_using", "ferrybook quillmail"),
    (("most used databases", "what about web frameworks"), "popular", ""),
    (("what does ferrybook run on", "and inkwell?"), "stack_of", "inkwell"),
    (("what does ferrybook run on", "what database"), "stack_part", "ferrybook"),
    (("what does ferrybook run on", "and its hosting provider"), "stack_part", "ferrybook"),
    (("what does ferrybook run on", "which payment provider?"), "stack_part", "ferrybook"),
    (("when does orchardly talk about terraform", "and kubernetes?"), "when", "orchardly"),
    (("when does orchardly talk about kubernetes", "and quillmail?"), "when", "quillmail"),
    (("tips from django users", "and elixir"), "tips", "orchardly"),
    (("episodes like ferrybook", "without docker"), "similar", "pebble library bakehouse"),
)  # fmt: skip
FRESH = table(
    (("who uses redis?", "who uses flask?"), "lanternfish"),
    (("who uses redis?", "latest episode"), "library"),
    (("what does ferrybook run on", "who uses linode"), "lanternfish"),
    (("most used databases", "and inkwell"), "inkwell"),
    (("latest episode", "and redis"), "ferrybook inkwell quillmail"),
    (("hello", "and redis?"), "ferrybook inkwell quillmail"),
)


@pytest.mark.parametrize(("questions", "intent", "expected"), CHAINS)
def test_a_fragment_changes_the_question_before_it(
    library: Library, questions: tuple[str, ...], intent: str, expected: str
) -> None:
    """Another name, another show, or another filter; the kind stays what it was."""
    answer = library.ask(*questions)

    assert intent == answer.intent
    assert set(expected.split()) == claimed(answer)
    assert questions[-1] == answer.question


@pytest.mark.parametrize(("questions", "expected"), FRESH)
def test_a_whole_question_stands_for_itself(
    library: Library, questions: tuple[str, ...], expected: str
) -> None:
    """Nothing of the question before it is left."""
    assert set(expected.split()) == claimed(library.ask(*questions))


@pytest.mark.parametrize("fragment", EXAMPLES)
def test_the_examples_are_fragments(library: Library, fragment: str) -> None:
    """Each takes the question before it up."""
    before = library.understand("who uses docker?")
    after = library.understand("who uses docker?", fragment)

    assert type(before) is type(after)
    assert fragment == after.text
    assert after.utterance.shape == before.utterance.shape
    assert (after.utterance.names, after.filters) != (
        before.utterance.names,
        before.filters,
    ) or fragment == "more"


@pytest.mark.parametrize(
    "questions",
    [
        *(case.values[0] for case in (*CHAINS, *FRESH)),
        ("who uses redis?", "and flask?", "only 2021", "more", "without docker", "more"),
        ("what does ferrybook run on", "and inkwell?", "what database", "when do they say that?"),
        ("who uses redis?", "thanks", "and flask?", "who uses linode", "in 2020"),
    ],
)
def test_a_thread_is_kept_as_texts(library: Library, questions: tuple[str, ...]) -> None:
    """Read again, they amount to the same question; what no longer matters is not kept."""
    asked = library.understand(*questions)
    kept = thread(asked.utterance)

    again = library.asker.follow(kept)

    assert again is not None
    assert (type(again), again.utterance.shape, again.utterance.names, again.filters) == (
        type(asked),
        asked.utterance.shape,
        asked.utterance.names,
        asked.filters,
    )
    assert set(kept) <= set(questions)


@pytest.mark.parametrize(
    ("questions", "kept"),
    [
        (("who uses redis?", "and flask?", "only 2021"), ("who uses redis?", "and flask?", "only 2021")),
        (("who uses redis?", "only 2021", "who uses flask?"), ("who uses flask?",)),
        (("who uses redis?", "more", "more", "more"), ("who uses redis?",)),
        (("who uses redis?", "more", "only 2021"), ("who uses redis?", "only 2021")),
        (("more",), ("more",)),
    ],
)  # fmt: skip
def test_only_what_matters_is_kept(
    library: Library, questions: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    """A whole question begins anew, and "more" adds nothing."""
    assert thread(library.understand(*questions).utterance) == kept


def test_no_texts_are_no_question(library: Library) -> None:
    """A thread that nobody asked anything in."""
    assert library.asker.follow(()) is None


def test_filters_gather(library: Library) -> None:
    """The newer one counts where both say something."""
    asked = library.understand("who uses docker in 2020", "under 40 minutes", "in 2021")

    assert asked.filters.shorter == 2400
    assert asked.filters.after is not None
    assert asked.filters.after.year == 2021


def test_a_filter_for_a_list_of_episodes(library: Library) -> None:
    """Two filters, one after the other."""
    assert ["inkwell"] == short(
        library.ask("episodes in 2020", "under 40 minutes", "uses:rails").episodes
    )
