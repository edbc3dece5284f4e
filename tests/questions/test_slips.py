"""Slips of the finger in the words that questions are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.slips import unslipped
from tests.questions.library import table

if TYPE_CHECKING:
    from tests.questions.library import Library

MENDED = table(
    ("whcih shows use redis", "which shows use redis"),
    ("Wich eps use django", "which eps use django"),
    ("how mnay use redis", "how many use redis"),
    ("waht does ferrybook use for paymets", "what does ferrybook use for paymets"),
    ("who moevd from heroku to aws", "who moved from heroku to aws"),
    ("who usess postgres", "who uses postgres"),
    ("docker users sicne janaury 2021", "docker users since january 2021"),
    ("who dosent use docker", "who doesnt use docker"),
    ("who doens't use docker", "who doesnt use docker"),
    ("who dosn't use docker", "who doesnt use docker"),
    ("WHCIH SHOWS", "which SHOWS"),
)
LEFT = (
    "who woke up to an outage",
    "who uses usess",
    "who runs on moevd",
    "with Whcih and others",
    'who says "whcih shows"',
    "guest:whcih",
    "whcih.com and usess/moevd",
    "reids or djagno",
    "who isn't on docker, or doesn't run rails",
    "the lessons of Mei Tanaka at orchardly",
    "inkwel",
    "Éwhcih and whcihé",
)
SAME = table(
    ("whcih shows use redis", "which shows use redis"),
    ("how mnay use docker", "how many use docker"),
    ("waht does ferrybook run on", "what does ferrybook run on"),
    ("who swithced from heroku to digitalocean", "who switched from heroku to digitalocean"),
    ("who dosent use kubernetes", "who doesn't use kubernetes"),
    ("most poplar databases", "most popular databases"),
    ("latset epsiode", "latest episode"),
)


@pytest.mark.parametrize(("question", "expected"), MENDED)
def test_what_is_mended(library: Library, question: str, expected: str) -> None:
    """One word of the frame, wherever it stands; what is not of the frame stays."""
    assert expected == unslipped(question, library.asker.lexicon())


@pytest.mark.parametrize("question", LEFT)
def test_what_is_left(library: Library, question: str) -> None:
    """English, names and what is almost one, what stands where a name does, quotes, addresses."""
    assert question == unslipped(question, library.asker.lexicon())


@pytest.mark.parametrize(("question", "meant"), SAME)
def test_it_is_answered_as_if_spelt_well(library: Library, question: str, meant: str) -> None:
    """By the same kind, with the same episodes."""
    found, right = library.ask(question), library.ask(meant)

    assert (right.intent, right.headline) == (found.intent, found.headline)
    assert right.episodes == found.episodes
