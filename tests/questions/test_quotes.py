"""Words in quotes: exactly so in the notes, or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions.library import claimed, cues, table

if TYPE_CHECKING:
    from tests.questions.library import Library

NARROWED = table(
    ('"one server is plenty"', "episode", "ferrybook"),
    ('"is plenty"', "episode", "ferrybook quillmail"),
    ('who uses postgres "is plenty"', "who_uses", "ferrybook"),
    ('"is plenty" who uses postgres', "who_uses", "ferrybook"),
    ('redis users with the words "Is Plenty"', "who_uses", "ferrybook quillmail"),
    ('postgres users and "static files"', "who_uses", "ferrybook"),
    ('redis users "plenty" "static files"', "who_uses", "ferrybook"),
    ('docker vs redis "plenty"', "compare", "ferrybook quillmail"),
    ('how many use redis "plenty"', "count", "ferrybook quillmail"),
    ('how many episodes mention "is plenty"?', "count", "ferrybook quillmail"),
    ('which episodes say "is plenty"', "episode", "ferrybook quillmail"),
    ('latest episode about "plenty"', "episode", "quillmail"),
    ('redis over the years "static files"', "trend", "ferrybook"),
    ('tips "static files"', "tips", "ferrybook"),
    ('cheapest hosting "static files"', "cost_scale", "ferrybook"),
    ('who does without kubernetes "static files"', "not_using", "ferrybook"),
    ('who moved from heroku to digitalocean "static files"', "moved_from_to", "ferrybook"),
    ('most used databases that mention "plenty"', "popular", ""),
    ('what does ferrybook run on "plenty"', "stack_of", "ferrybook"),
    ('what does ferrybook run on "zero downtime"', "stack_of", ""),
    ('episodes like ferrybook (saying "plenty")', "similar", "quillmail"),
    ('when does ferrybook talk about "static files"', "when", "ferrybook"),
    ('why did orchardly pick elixir "fault tolerance"', "why", "orchardly"),
    ('pictures of the cover "covers"', "search", "inkwell"),
)
NAMES = table(
    ('who uses "docker"', "who_uses", "docker"),
    ('who uses a "web framework" or "redis"', "who_uses", "redis"),
    ('"react" vs "vue"', "compare", "react vue"),
    ('what does "ferrybook" run on', "stack_of", ""),
    ('who moved from "heroku" to "linode"', "moved_from_to", "heroku linode"),
)


@pytest.mark.parametrize(("question", "intent", "expected"), NARROWED)
def test_a_phrase_narrows_any_question(
    library: Library, question: str, intent: str, expected: str
) -> None:
    """Only episodes with a line that has it are left; the answer says so."""
    answer = library.ask(question)

    assert (intent, set(expected.split())) == (answer.intent, claimed(answer))
    assert "with the words “" in answer.headline


@pytest.mark.parametrize(("question", "intent", "names"), NAMES)
def test_quotes_around_a_name(library: Library, question: str, intent: str, names: str) -> None:
    """Mean nothing where only a name makes sense."""
    asked = library.understand(question)

    assert intent == library.ask(question).intent
    assert asked.filters.phrases == ()
    assert names.split() == asked.utterance.technologies


def test_a_phrase_stands_exactly_so(library: Library) -> None:
    """Capitals apart; a word of it that is another, or a part of a longer one, is not enough."""
    assert claimed(library.ask('"ONE  SERVER"')) == {"ferrybook"}
    assert claimed(library.ask('"static file"')) == {"ferrybook"}
    assert claimed(library.ask('"erver is plenty"')) == set()
    assert claimed(library.ask('"one server is enough"')) == set()


def test_a_phrase_of_any_script(library: Library) -> None:
    """And a word that is to be missing."""
    assert library.understand('who uses docker "Ü"').filters.phrases == ("Ü",)
    assert library.understand("who uses docker -señal").filters.lacks == ("señal",)


def test_nothing_has_it(library: Library) -> None:
    """Then the question without the quotes is offered."""
    answer = library.ask("who uses docker “one server is enough”")

    assert answer.episodes == ()
    assert answer.suggestions == ("who uses docker one server is enough",)


def test_the_line_that_has_it_is_shown(library: Library) -> None:
    """First if it answers, too, else right after the line that does."""
    apart = library.ask('who uses stripe "one server"').episodes[0]
    same = library.ask('who does without kubernetes "one server"').episodes[0]

    assert [2100, 2469] == [each.start for each in apart.cues[:2]]
    assert same.cues[0].start == 2469


def test_a_moment_is_where_it_is_said(library: Library) -> None:
    """Though another line of the episode may meet the subject, too."""
    assert cues(library.ask('when does ferrybook talk about "one server"')) == [("ferrybook", 2469)]
    assert cues(library.ask('when does docker come up in ferrybook "static files"')) == [
        ("ferrybook", 2323)
    ]


def test_a_word_that_must_not_be_there(library: Library) -> None:
    """Leaves out the episodes that have it."""
    assert claimed(library.ask("who uses redis -plenty")) == {"inkwell"}


def test_filters_add_up(library: Library) -> None:
    """A fragment narrows what the one before it left."""
    assert claimed(library.ask("who uses postgres", '"is plenty"', '"boring code"')) == {
        "ferrybook"
    }
    assert claimed(library.ask("who uses docker", "-redis", "-vue")) == {"orchardly"}


@pytest.mark.parametrize("question", ['"___"', '"+++"', '"', '""', '" "', '"a" "', '"\x00"'])
def test_quotes_around_nothing(library: Library, question: str) -> None:
    """Are no filter and no error."""
    assert library.ask(question).headline
