"""A question with its markup removed and its names found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.utterance import clean
from tests.questions.library import SHORT, table

if TYPE_CHECKING:
    from tests.questions.library import Library

MARKUP = table(
    ("<@U012ABC> who uses  Terraform? <!channel>", "who uses Terraform?"),
    ("<!here> redis <!subteam^S1|@devs>", "redis"),
    ("see <#C1|general> redis", "see redis"),
    ("<https://terraform.io|Terraform> users", "https://terraform.io users"),
    ("<https://terraform.io> users", "https://terraform.io users"),
    (":wave: who uses redis :+1:", "who uses redis"),
    ("redis &amp; celery &lt;3", "redis & celery <3"),
    ("who\u00a0uses\u3000redis", "who uses redis"),
    ("“who’s on redis”", '"who\'s on redis"'),
    ("who\x00 uses\x07 redis", "who uses redis"),
    ("who\n\n uses\tredis", "who uses redis"),
    ("", ""),
    ("   ", ""),
)


@pytest.mark.parametrize(("raw", "expected"), MARKUP)
def test_markup_is_removed(raw: str, expected: str) -> None:
    """Mentions, channels, emoji, control characters; a link is its address."""
    assert expected == clean(raw)


def test_it_has_an_end() -> None:
    """However much was pasted."""
    assert 500 == len(clean("redis " * 10_000))
    assert "" == clean("<@U1>" * 10_000)


SHAPES = table(
    ("who uses Terraform?", "who uses T0?"),
    ("Postgres and RoR and k8s", "T0 and T1 and T2"),
    ("which shows use a NoSQL database", "which shows use a C0"),
    ("what db does Ferrybook use", "what C0 does E0 use"),
    ("what does ida holm say about stripe", "what does E0 say about T0"),
    ("who's on ex-Heroku", "who on former T0"),
    ("ferrybook's database", "E0 C0"),
    ("let's encrypt users", "T0 users"),
    ("episode 3 and #4", "E0 and #E1"),
    ("episode 99", "episode 99"),
    ("what does Priya use", "what does E0 use"),
    ("what does Ida use", "what does ida use"),
    ("what does the dive shop app use", "what does the E0 app use"),
    ("shows like the choir newsletter", "shows like the E0"),
    ("what does the flask library use", "what does the T0 C0 use"),
    ("what does the choir newsletter tool use for email", "what does the E0 tool use for C1"),
    ("the app that Inkwell built", "the app that E0 built"),
    ("how do i go to the shop", "how do i go to the shop"),
    ("who uses go", "who uses T0"),
    ("who writes go", "who writes T0"),
    ("moved from python to go", "moved from T0 to T1"),
    ("go is great", "go is great"),
    ("what is the rest of the stack", "what is the rest of the stack"),
    ("square for payments", "T0 for C0"),
    ("square for a change", "square for a change"),
    ("stripe for payments", "T0 for C0"),
    ("express yourself", "express yourself"),
    ("express users", "T0 users"),
    ("redis+express", "T0+T1"),
    ("stripe but no react", "T0 but no T1"),
    ("stripe minus redis", "T0 minus T1"),
    ("stripe instead of redis", "T0 instead of T1"),
    ("stripe on heroku", "T0 on T1"),
    ("go and postgres", "T0 and T1"),
    ("go figure and rest", "go figure and rest"),
    ("who decided against stripe", "who decided against T0"),
    ("anyone considering stripe?", "anyone considering T0?"),
    ("who said no to stripe", "who said no to T0"),
    ("who has go on the list", "who has T0 on the list"),
    ("which people go on with it", "which people go on with it"),
    ("who's on elm", "who on T0"),
    ("any poetry users around?", "any T0 users around?"),
    ("who writes poetry about their feelings", "who writes poetry about their feelings"),
    ("flask users", "T0 users"),
    ("ex aws lambda users", "former T0 users"),
    ("why is stripe used at ferrybook", "why is T0 used at E0"),
    ("ferrybook: why stripe?", "E0: why T0?"),
    ("how did ferrybook go about stripe", "how did E0 go about T0"),
    ("what minute is stripe in bakehouse", "what minute is T0 in E0"),
    ("why is elm used at ferrybook", "why is elm used at E0"),
    ("what serves json:api", "what serves T0"),
    ("who uses dead man's snitch", "who uses T0"),
)


@pytest.mark.parametrize(("question", "expected"), SHAPES)
def test_names_become_places(library: Library, question: str, expected: str) -> None:
    """Technologies, categories and shows; words that are English too only where a name is due."""
    assert expected == library.shape(question)


MISSPELT = table(
    ("who uses Posgres", "postgres"),
    ("anyone using kubernets?", "kubernetes"),
    ("djago users", "django"),
    ("who runs on digitl ocean", "digitalocean"),
    ("who uses teraform", "terraform"),
    ("who uses elixr", "elixir"),
)


@pytest.mark.parametrize(("question", "expected"), MISSPELT)
def test_misspelt_technologies(library: Library, question: str, expected: str) -> None:
    """Are mended, and it is known that they were."""
    utterance = library.understand(question).utterance

    assert [expected] == utterance.technologies
    assert utterance.names["T0"].guessed


@pytest.mark.parametrize(
    ("question", "word"),
    table(
        ("what does feribook run on", "ferrybook"),
        ("stack of Quilmail", "quillmail"),
        ("what does lantern fish use", "lanternfish"),
        ("who is priya nayr", "lanternfish"),
    ),
)
def test_misspelt_shows(library: Library, question: str, word: str) -> None:
    """By company or by guest."""
    (ident,) = library.understand(question).utterance.episodes

    assert word in library.store.heads()[ident].slug


@pytest.mark.parametrize(
    "question",
    [
        "my cat is sick",
        "how do i bake bread",
        "who let the dogs out",
        "the weather is nice",
        "a cup of tea",
    ],
)
def test_english_is_not_mended(library: Library, question: str) -> None:
    """A short word is one letter away from too many names."""
    assert {} == library.understand(question).utterance.names


def test_a_misspelt_category(library: Library) -> None:
    """Like a technology."""
    assert ["database"] == library.understand("which databse does inkwell use").utterance.categories


@pytest.mark.parametrize("word", SHORT[:6])
def test_every_show_goes_by_its_name(library: Library, word: str) -> None:
    """In any spelling of its case."""
    (ident,) = library.understand(f"stack of {word.upper()}").utterance.episodes

    assert word in library.store.heads()[ident].slug


def test_a_technology_at_the_end_of_a_title_is_no_company(library: Library) -> None:
    """The show "Running a Village Library with Django" is not by Django."""
    assert ["django"] == library.understand("django").utterance.technologies


def test_names_can_be_put_back(library: Library) -> None:
    """As they were typed."""
    utterance = library.understand("what DB does Inkwell use with Rails").utterance

    assert "what C0 does E0 use with T0" == utterance.shape
    assert "what DB does Inkwell use with Rails" == utterance.restore(utterance.shape)
    assert "what db does E0 use with rails" == utterance.dropped("T", "C").shape
