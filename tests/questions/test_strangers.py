"""Whoever is in no episode is not answered for with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.strangers import Namesakes, Stranger
from tests.questions.library import Library, claimed, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STRANGERS = table(
    ("does netflix use kafka", "Netflix"),
    ("so does Netflix still use Kafka?", "Netflix"),
    ("is uber using redis", "Uber"),
    ("what does airbnb use for payments", "Airbnb"),
    ("what database does spotify use", "Spotify"),
    ("why did twitter leave rails", "Twitter"),
    ("why doesn't apple use docker", "Apple"),
    ("when did amazon leave oracle", "Amazon"),
    ("how much does dropbox pay for hosting", "Dropbox"),
    ("does stripe use ruby", "Stripe"),
    ("what does github run on", "GitHub"),
    ("who uses redis at reddit", "Reddit"),
    ("tech stack of netflix", "Netflix"),
    ("does zorblax use redis", "Zorblax"),
    ("which queue does initrode use", "Initrode"),
)
OTHERS = table(
    ("does ferrybook use django",),
    ("does anyone use docker",),
    ("does everybody here use redis",),
    ("why does nobody use mysql",),
    ("does django use celery",),
    ("is docker used in production",),
    ("what do people use for mail",),
    ("does the ferries site use postgres",),
    ("what did customers say about prices",),
    ("is stripe used at ferrybook",),
    ("is stripe used more than paypal",),
    ("is paypal still used by anyone",),
    ("what does mara lind use",),
    ("did somebody leave aws",),
    ("who got burned by stripe",),
    ("who has started looking at github",),
    ("where is stripe not used",),
    ("left heroku even though they're at amazon",),
)


@pytest.mark.parametrize(("question", "name"), STRANGERS)
def test_nobody_answers_for_a_stranger(question: str, name: str, library: Library) -> None:
    """No episode is claimed, and the answer says whose is missing."""
    answer = library.ask(question)
    assert isinstance(library.understand(question), Stranger)
    assert (set(), 0, True) == (claimed(answer), answer.total, answer.gap)
    assert answer.headline == f"No episode is about {name}, so I cannot say."


def test_no_guest_of_that_name(library: Library) -> None:
    """Who said something is a person, whatever the name is besides."""
    answer = library.ask("what did john say about django")
    assert answer.headline == "No guest is called John, so I cannot say."
    assert claimed(answer) == set()


@pytest.mark.parametrize("question", OTHERS)
def test_others_are_no_strangers(question: str, library: Library) -> None:
    """Shows and guests that are there, whoever there is, and things."""
    assert not isinstance(library.understand(question), Stranger | Namesakes)


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two guests of one first name, one of whom was there twice."""
    folder: Path = tmp_path_factory.mktemp("namesakes")
    for number, (title, guest) in enumerate(
        (
            ("Owlpost Sorts Letters", "Ines Berg"),
            ("Mothlight Dims Lamps", "Ines Falk"),
            ("Hedgerow Plants Hedges", "Ines Falk"),
            ("Snailmail Is Slow", "Otto Prem"),
            ("Fernway Grows", "Otto Prem"),
        )
    ):
        (folder / f"2020-0{number + 1}-06-{number}-{title.split()[0].lower()}.md").write_text(
            f'---\ntitle: "{title}"\nguest: "{guest}"\ncategory: "podcast"\n'
            'tags:\n  - "docker"\n---\n\n## Topics Include\n\n- 5:00 -- Docker is used here\n',
            encoding="utf-8",
        )
    found = Library.of(folder)
    yield found
    found.store.close()


@pytest.mark.parametrize("question", ["does ines use docker", "what did ines say about docker"])
def test_of_several_guests_one_has_to_be_named(question: str, namesakes: Library) -> None:
    """Both are shown and none is claimed."""
    answer = namesakes.ask(question)
    assert isinstance(namesakes.understand(question), Namesakes)
    assert "Ines Berg of Owlpost" in answer.headline
    assert "Ines Falk of " in answer.headline
    assert (0, 2) == (len(answer.episodes), len(answer.related))


def test_a_guest_who_was_there_twice_is_one(namesakes: Library) -> None:
    """A first name that only one guest bears needs no asking back."""
    assert not isinstance(namesakes.understand("does otto use docker"), Stranger | Namesakes)
