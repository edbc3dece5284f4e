"""Whatever narrows a question: typed, and in plain English."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.dialogue import Filters
from bot.questions import KINDS, smalltalk
from bot.questions.filters import TYPED_KEYS, take_filters
from tests.questions.library import TODAY, claimed, table

if TYPE_CHECKING:
    from tests.questions.library import Library


def days(first: str | None, past: str | None) -> Filters:
    """From the first day to before the last."""
    return Filters(
        after=date.fromisoformat(first) if first else None,
        before=date.fromisoformat(past) if past else None,
    )


DATES = table(
    ("docker in 2020", days("2020-01-01", "2021-01-01")),
    ("docker 2020", days("2020-01-01", "2021-01-01")),
    ("docker back in 2020?", days("2020-01-01", "2021-01-01")),
    ("docker in the year 2020", days("2020-01-01", "2021-01-01")),
    ("2020's docker users", days("2020-01-01", "2021-01-01")),
    ("docker in june 2020", days("2020-06-01", "2020-07-01")),
    ("docker in Dec. 2020", days("2020-12-01", "2021-01-01")),
    ("docker 2020-06", days("2020-06-01", "2020-07-01")),
    ("docker on 2020-06-15", days("2020-06-15", "2020-06-16")),
    ("docker on june 15, 2020", days("2020-06-15", "2020-06-16")),
    ("docker between 2020 and 2021", days("2020-01-01", "2022-01-01")),
    ("docker from june 2020 to march 2021", days("2020-06-01", "2021-04-01")),
    ("docker from 2020-06-15 until 2020-09-07", days("2020-06-15", "2020-09-08")),
    ("docker in summer 2020", days("2020-06-01", "2020-09-01")),
    ("docker during the fall of 2020", days("2020-09-01", "2020-12-01")),
    ("docker in winter 2019", days("2019-12-01", "2020-03-01")),
    ("docker (june to september 2020)", days("2020-06-01", "2020-10-01")),
    ("docker from october through december 2020", days("2020-10-01", "2021-01-01")),
    ("docker in summer 2020 (june to july)", days("2020-06-01", "2020-08-01")),
    ("docker since june 2020", days("2020-06-01", None)),
    ("docker from 2020 on", days("2020-01-01", None)),
    ("docker from 2020 onwards", days("2020-01-01", None)),
    ("docker starting in 2020", days("2020-01-01", None)),
    ("docker after september 2020", days("2020-10-01", None)),
    ("docker later than 2020", days("2021-01-01", None)),
    ("docker before june 2020", days(None, "2020-06-01")),
    ("docker prior to 2020", days(None, "2020-01-01")),
    ("docker older than 2020", days(None, "2020-01-01")),
    ("docker this year", days("2021-01-01", "2022-01-01")),
    ("docker last year", days("2020-01-01", "2021-01-01")),
    ("docker this month", days("2021-12-01", "2022-01-01")),
    ("docker last month", days("2021-11-01", "2021-12-01")),
    ("docker this week", days("2021-12-20", "2021-12-27")),
    ("docker in the past week", days("2021-12-13", "2021-12-20")),
    ("docker last week", days("2021-12-13", "2021-12-20")),
    ("docker after:2020-06", days("2020-06-01", None)),
    ("docker after:2020", days("2021-01-01", None)),
    ("docker after:2020-06-15", days("2020-06-15", None)),
    ("docker before:2020-06-15", days(None, "2020-06-15")),
    ("docker before:2020", days(None, "2020-01-01")),
    ("docker year:2020", days("2020-01-01", "2021-01-01")),
    ("docker since 2020 before june 2021", days("2020-01-01", "2021-06-01")),
)
LENGTHS = table(
    ("docker under 40 minutes", Filters(shorter=2400)),
    ("docker shorter than half an hour", Filters(shorter=1800)),
    ("docker (less than 45 mins)", Filters(shorter=2700)),
    ("docker below an hour", Filters(shorter=3600)),
    ("docker under 1.5 hours", Filters(shorter=5400)),
    ("docker under an hour and a half", Filters(shorter=5400)),
    ("docker under three quarters of an hour", Filters(shorter=2700)),
    ("docker 45 minutes or less", Filters(shorter=2701)),
    ("docker up to 45m", Filters(shorter=2701)),
    ("docker no longer than 45 minutes", Filters(shorter=2701)),
    ("docker, 45 minutes tops", Filters(shorter=2701)),
    ("docker over an hour", Filters(longer=3600)),
    ("docker longer than two hours", Filters(longer=7200)),
    ("docker more than 50 minutes long", Filters(longer=3000)),
    ("docker at least 1 hour", Filters(longer=3599)),
    ("docker an hour or more", Filters(longer=3599)),
    ("docker, nothing over 45 min", Filters(shorter=2701)),
    ("docker shows that don't take more than 40 minutes", Filters(shorter=2401)),
    ("docker, nothing below 80 minutes", Filters(longer=4799)),
    ("docker (75 minutes and up)", Filters(longer=4499)),
    ("docker in ninety minutes or more", Filters(longer=5399)),
    ("docker in forty-five minutes at most", Filters(shorter=2701)),
    ("docker that goes on for more than 100 minutes", Filters(longer=6000)),
    ("docker, 60+ minutes", Filters(longer=3599)),
    ("docker between 40 and 50 minutes", Filters(longer=2399, shorter=3001)),
    ("docker, half an hour to 1 hour", Filters(longer=1799, shorter=3601)),
    ("docker shorter than 35 min", Filters(shorter=2100)),
    ("docker over 40 minutes under 50 minutes", Filters(longer=2400, shorter=3000)),
)
SORTS = table(
    ("written interviews about docker", Filters(category="interviews")),
    ("docker in text interviews", Filters(category="interviews")),
    ("docker interviews without audio", Filters(category="interviews")),
    ("docker in the text-only interviews", Filters(category="interviews")),
    ("docker interviews that are written", Filters(category="interviews")),
    ("interviews that use docker", Filters(category="interviews")),
    ("articles about docker", Filters(category="articles")),
    ("recorded episodes about docker", Filters(category="podcast")),
    ("docker in audio interviews", Filters(category="podcast")),
)
TYPED = table(
    ("docker number:3", Filters(number=3)),
    ("docker show:harbour", Filters(show="harbour")),
    ("docker SHOW:Harbour", Filters(show="harbour")),
    ("docker uses:postgres", Filters(uses=("postgres",))),
    ("docker uses:pg uses:redis", Filters(uses=("postgres", "redis"))),
    ('docker uses:"ruby on rails"', Filters(uses=("rails",))),
    ("docker uses:Postgress", Filters(uses=("postgres",))),
    ("docker -redis", Filters(without=("redis",))),
    ("docker -redis -k8s", Filters(without=("redis", "kubernetes"))),
    ("docker -kubernets", Filters(without=("kubernetes",))),
    ("docker -unheardof", Filters(lacks=("unheardof",))),
    (
        "docker guest:priya",
        Filters(slugs=frozenset({"4-lanternfish-keeps-dive-shops-organised"}), guest="priya"),
    ),
    ("docker guest:nobody", Filters(unknown=("guest:nobody",))),
    ("docker show:nowhere", Filters(unknown=("show:nowhere",))),
    ("docker uses:zzyzx", Filters(unknown=("uses:zzyzx",))),
    ("docker number:three", Filters(unknown=("number:three",))),
    ("docker year:soon", Filters(unknown=("year:soon",))),
    ("docker after:2020-02-31", Filters(unknown=("after:2020-02-31",))),
)


@pytest.mark.parametrize(("question", "expected"), [*DATES, *LENGTHS, *SORTS, *TYPED])
def test_what_is_understood(library: Library, question: str, expected: Filters) -> None:
    """Each form of each filter, and nothing but the rest stays in the text."""
    text, filters = take_filters(question, library.asker.lexicon(), TODAY)

    assert expected == filters
    assert "docker" in text
    if expected:
        assert not any(char.isdigit() for char in text)


NOT_FILTERS = table(
    ("docker 2020-13",),
    ("docker between 2020-13 and 2020-14",),
    ("docker since 2020-02-30",),
    ("docker after 2021-02-30",),
    ("docker before 2021-02-30",),
    ("june to july docker",),
    ("docker -",),
    ("http://docker.example/2020x",),
    ("a docker image of 40 layers",),
)


@pytest.mark.parametrize(("question",), NOT_FILTERS)
def test_what_is_no_filter(library: Library, question: str) -> None:
    """Days that do not exist and words that only look like filters stay words."""
    text, filters = take_filters(question, library.asker.lexicon(), TODAY)

    assert Filters() == filters
    assert question == text


NARROWED = table(
    ("who uses docker in 2020", "inkwell orchardly lanternfish"),
    ("who uses docker since 2021", "quillmail"),
    ("who uses docker before 2020", "ferrybook"),
    ("docker users under 40 minutes", "inkwell lanternfish"),
    ("docker, 45 minutes or less", "inkwell lanternfish quillmail"),
    ("docker users over an hour", "orchardly"),
    ("interviews that use django", "library"),
    ("articles about django", "pebble"),
    ("recorded episodes with django", "ferrybook"),
    ("show:workshop who uses postgres", "pebble"),
    ("guest:ida who uses stripe", "ferrybook bakehouse"),
    ("who uses docker uses:redis", "ferrybook inkwell quillmail"),
    ("who uses docker -redis", "orchardly lanternfish"),
    ("who uses docker number:3", "orchardly"),
    ("who uses docker guest:nobody", ""),
    ("number:3", "orchardly"),
    ("guest:ida", "ferrybook bakehouse"),
    ("show:workshop", "pebble"),
    ("uses:vue", "lanternfish quillmail"),
    ("year:2019", "ferrybook"),
)


@pytest.mark.parametrize(("question", "expected"), NARROWED)
def test_what_is_left(library: Library, question: str, expected: str) -> None:
    """Filters mix with any question, and alone they list episodes."""
    assert set(expected.split()) == claimed(library.ask(question))


SCOPES = table(
    ("docker in 2020", " (in 2020)"),
    ("docker between 2020 and 2021", " (2020 to 2021)"),
    ("docker in june 2020", " (in June 2020)"),
    ("docker on 2020-06-15", " (on 15 Jun 2020)"),
    ("docker last week", " (13 Dec 2021 to 19 Dec 2021)"),
    ("docker since june 2020", " (since June 2020)"),
    ("docker before 2020", " (before 2020)"),
    ("docker under 40 minutes", " (under 40 minutes)"),
    ("docker 45 minutes or less", " (up to 45 minutes)"),
    ("docker over an hour", " (over 60 minutes)"),
    ("docker an hour or more", " (at least 60 minutes)"),
    ("interviews about docker", " (written interviews only)"),
    ("articles about docker", " (articles only)"),
    ("recorded episodes with docker", " (recorded episodes only)"),
    ("docker guest:nobody", " (nothing is known as guest:nobody)"),
    ("docker in 2020 under 40 minutes", " (in 2020, under 40 minutes)"),
    ("docker uses:redis -celery", " (with Redis, without Celery)"),
    ("docker guest:priya show:harbour", " (guest priya, show harbour)"),
    ("docker number:3", " (number 3)"),
    ('docker "static files"', " (with the words “static files”)"),
    ("docker -friday", " (without the word “friday”)"),
    ("docker", ""),
)


@pytest.mark.parametrize(("question", "expected"), SCOPES)
def test_what_was_counted_is_said(library: Library, question: str, expected: str) -> None:
    """In the words of the filter."""
    assert expected == library.understand(question).scope


@pytest.mark.parametrize(
    "question", [each for kind in KINDS if kind is not smalltalk for each in kind.EXAMPLES]
)
def test_every_kind_says_what_narrowed_it(seeds: Library, question: str) -> None:
    """Whatever is asked, and whether or not anything is found."""
    found = seeds.ask(f"{question} -fortnight")
    nothing = seeds.ask(f"{question} guest:nobody")

    assert "without the word “fortnight”" in found.headline
    assert "nothing is known as guest:nobody" in nothing.headline
    assert nothing.episodes == ()


@pytest.mark.parametrize(
    "question", ["who uses docker", "how many use docker", "docker vs redis", "docker podcasts"]
)
def test_where_no_episode_is_left_that_is_the_answer(library: Library, question: str) -> None:
    """Nobody in 0 episodes would tell nothing of anybody."""
    assert library.ask(f"{question} in 1999").headline == "There are 0 episodes (in 1999)."


def test_every_typed_filter_is_documented() -> None:
    """In the reference, beside quotes and the minus."""
    page = (Path(__file__).parents[2] / "docs" / "reference.md").read_text(encoding="utf-8")

    assert [key for key in TYPED_KEYS if f"`{key}:" not in page] == []
