"""What a question can be about: names of episodes, and words that are no misspelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.dialogue import Head
from bot.model import Concept, Guest, Technology
from bot.questions.lexicon import Lexicon, joined
from bot.rank.thesaurus import Thesaurus
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tests.questions.library import Library


def head(ident: int, title: str, guest: str, *names: str, description: str = "") -> Head:
    """An episode."""
    slug = f"{ident}-show"
    return Head(
        ident, slug, title, f"https://example.test/{slug}", "show", "podcast", ident, None, None,
        (Guest(guest),), names, description,
    )  # fmt: skip


HEADS = {
    1: head(1, "HorseRecords Keeps Horses Healthy", "Pete Corey", "HorseRecords", "horses.com"),
    2: head(2, "VA.gov Helps Veterans", "Charley Stran", "VA.gov"),
    3: head(3, "A School App", "Pete Moss", "Klassroom", description="Teachers and toilet paper"),
    4: head(4, "HorseRecords Again", "Pete Corey", "HorseRecords"),
}
LEXICON = Lexicon(
    Vocabulary((Technology("redis", "Redis"),)),
    HEADS,
    frozenset({"anvil", "boss"}),
    Thesaurus((Concept("deploy", ("blue green",)),)),
    {"redis": frozenset({1})},
)


def test_episodes_by_company_with_and_without_its_ending() -> None:
    """A site is named with its domain or without."""
    assert LEXICON.companies["horserecords"] == (1, 4)
    assert LEXICON.companies["horsescom"] == LEXICON.companies["horses"] == (1,)
    assert LEXICON.companies["vagov"] == LEXICON.companies["va"] == (2,)


def test_what_names_begin_with() -> None:
    """Of companies and people, from the first letter to the whole name."""
    assert {"h", "horse", "horserecords", "horsescom", "pete", "petecorey"} <= LEXICON.beginnings
    assert not {"", "records", "corey"} & LEXICON.beginnings


@pytest.mark.parametrize(
    ("word", "is_word"), [("boss", True), ("collections", True), ("anvl", False)]
)
def test_words_of_the_language_are_words(word: str, *, is_word: bool) -> None:
    """Besides those of the show notes."""
    assert is_word == LEXICON.is_word(word)


def test_episodes_by_guest() -> None:
    """By the whole name, and by one word of it."""
    assert LEXICON.people["petecorey"] == (1, 4)
    assert LEXICON.surnames["pete"] == (1, 3, 4)
    assert LEXICON.surnames["moss"] == (3,)


@pytest.mark.parametrize(
    ("text", "episodes"),
    [
        ("toilet paper", (3,)),
        ("teachers", (3,)),
        ("veterans", (2,)),
        ("horses", (1, 4)),
        ("the web site", ()),
        ("spaceships", ()),
    ],
)
def test_episodes_by_description(text: str, episodes: tuple[int, ...]) -> None:
    """The rare words of a description name an episode, and its title's count most."""
    found = LEXICON.describe(text)

    assert found == episodes or set(found) <= set(episodes)
    assert bool(found) == bool(episodes)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("anvil", True),
        ("anvils", True),
        ("green", True),
        ("whose", False),
        ("bosss", False),
        ("deploying", False),
        ("anybody", True),
    ],
)
def test_known(word: str, *, known: bool) -> None:
    """Words of the notes, of the thesaurus and of questions are never respelt."""
    assert LEXICON.known(word) is known


def test_near_company() -> None:
    """A misspelt name of some length means its episodes."""
    assert LEXICON.near_company("HorseRecrods") == (1, 4)
    assert LEXICON.near_company("Pete Corye") == (1, 4)
    assert LEXICON.near_company("Vagvo") == (2,)
    assert LEXICON.near_company("something") == ()


def test_an_empty_catalogue() -> None:
    """Nothing is named, and nothing fails."""
    lexicon = Lexicon(Vocabulary(), {})

    assert lexicon.describe("toilet paper") == ()
    assert lexicon.near_company("HorseRecords") == ()
    assert lexicon.present == {}
    assert not lexicon.known("anvil")


def test_joined() -> None:
    """Apostrophes and dots join."""
    assert joined("Let's Va.gov") == "letsvagov"


def test_a_mere_number_is_no_technology(library: Library) -> None:
    """Nobody means a company by "it took 11 minutes"."""
    vocabulary = library.understand("django").lexicon.vocabulary
    text = " and ".join(f"{number} minutes" for number in range(1, 500))

    assert [] == vocabulary.find(text)
