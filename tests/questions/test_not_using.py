"""Who does without something, in their own words and not by its absence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Stance
from bot.questions.not_using import NotUsing
from tests.questions.library import Library, claimed, short, table

if TYPE_CHECKING:
    from pathlib import Path

NAMES = table(
    ("who doesn't use docker?", "Docker", None, "library"),
    ("who does not use kubernetes", "Kubernetes", None, "ferrybook quillmail"),
    ("who decided against Kubernetes", "Kubernetes", None, "ferrybook quillmail"),
    ("who avoids graphql", "GraphQL", None, "bakehouse"),
    ("anyone without celery", "Celery", None, "lanternfish"),
    ("kubernetes was considered but rejected", "Kubernetes", None, "ferrybook quillmail"),
    ("who stays off kubernetes", "Kubernetes", None, "ferrybook quillmail"),
    ("who said nope to graphql", "GraphQL", None, "bakehouse"),
    ("celery: who does NOT have it?", "Celery", None, "lanternfish"),
    ("which apps are not using docker in development", "Docker", "development", "inkwell library"),
    ("who isn't using docker locally", "Docker", "development", "inkwell library"),
    ("who runs their dev environment without docker", "Docker", "development", "inkwell library"),
    ("no docker in production, who says that", "Docker", "production", "library"),
    ("who doesn't use docker on staging", "Docker", "staging", "library"),
    ("who doesn't use a container orchestrator", "container orchestrators", None,
     "ferrybook quillmail"),
    ("who uses neither graphql nor celery", "GraphQL or Celery", None, "bakehouse lanternfish"),
    ("which django users don't use kubernetes", "Kubernetes", None, "ferrybook"),
)  # fmt: skip
PHRASES = table(
    ("no automated tests - who admits that?", ("automated", "tests"), "orchardly"),
    ("who runs without automated tests", ("automated", "tests"), "orchardly"),
    ("who doesn't have unit tests", ("unit", "tests"), ""),
)
HAND_WRITTEN = table(
    ("who writes sql by hand instead of using an orm",),
    ("somebody who writes sql and has no orm",),
)
OTHER_KINDS = table(
    ("who uses docker but not kubernetes",),
    ("who is not on heroku but on aws",),
    ("nobody answers the phone at night",),
    ("does ferrybook not use kubernetes",),
    ("anyone on the heroku free tier",),
    ("how do they deploy without downtime",),
    ("what mistakes should i avoid",),
)


@pytest.mark.parametrize(("question", "label", "where", "found"), NAMES)
def test_names(library: Library, question: str, label: str, where: str | None, found: str) -> None:
    """Only a line that says so counts, and only where it holds."""
    asked, answer = library.understand(question), library.ask(question)

    assert isinstance(asked, NotUsing)
    assert (label, where) == (asked.label, asked.where)
    assert set(found.split()) == claimed(answer)
    assert all(each.stance is Stance.AVOIDS for each in answer.episodes)
    assert answer.gap == (not found)


@pytest.mark.parametrize(("question", "words", "found"), PHRASES)
def test_phrases(library: Library, question: str, words: tuple[str, ...], found: str) -> None:
    """What is no technology is looked for in the lines."""
    asked = library.understand(question)

    assert isinstance(asked, NotUsing)
    assert (words,) == asked.phrases
    assert set(found.split()) == claimed(library.ask(question))


@pytest.mark.parametrize(("question",), OTHER_KINDS)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """A negation alone is not enough."""
    assert not isinstance(library.understand(question), NotUsing)


def test_a_category_is_denied_in_other_words_too(library: Library) -> None:
    """An ORM is denied without naming any: all wordings of the category are looked for."""
    asked = library.understand("who does without an orm")

    assert isinstance(asked, NotUsing)
    assert ("orm",) == asked.phrases[0]
    assert ("object", "relational", "mapper") in asked.phrases


def test_a_use_contradicts_a_denial_for_one_place(library: Library) -> None:
    """Not in development, but in production: they do use it."""
    assert "inkwell" not in claimed(library.ask("who doesn't use docker"))


@pytest.mark.parametrize(
    ("question", "users"),
    [
        ("no one uses perl, right?", set()),
        ("so no one is on elixir", {"orchardly"}),
        ("nobody uses elixir?", {"orchardly"}),
        ("is elixir used anywhere", {"orchardly"}),
    ],
)
def test_whether_nobody_does_asks_who_does(
    library: Library, question: str, users: set[str]
) -> None:
    """Whoever does speaks against it."""
    answer = library.ask(question)
    assert ("who_uses", users) == (answer.intent, claimed(answer))


@pytest.mark.parametrize(
    ("question", "line", "denied"),
    [
        ("who has no tests", "There are no automated tests", True),
        ("who has no tests", "Mistakes? Not enough tests, too many tests", False),
        ("who has no tests", "There's not too many tests but a checklist", False),
        ("who has no tests", "It doesn't always have to be classical tests", False),
        ("who has no tests", "The first rewrite was done without tests initially", False),
        ("who has no tests", "There's no CI server, the tests get run by hand", False),
        ("who's not on the cloud", "After looking at Google Cloud and others - OVH looked good", False),
    ],
)  # fmt: skip
def test_some_is_not_none(tmp_path: Path, question: str, line: str, *, denied: bool) -> None:
    """Too little of a thing, none at times, or a part of another name is no denial."""
    (tmp_path / "2020-01-06-1-owlpost.md").write_text(
        '---\ntitle: "Owlpost Sorts Letters"\nguest: "Ann Berg"\ncategory: "podcast"\n'
        f'tags:\n  - "ruby"\n---\n\n## Topics Include\n\n- 5:00 -- {line}\n',
        encoding="utf-8",
    )
    found = Library.of(tmp_path)
    try:
        assert bool(found.ask(question).episodes) is denied
    finally:
        found.store.close()


def test_headlines(library: Library) -> None:
    """Counted over what was looked at."""
    said = library.ask("who doesn't use docker locally").headline
    nobody = library.ask("who doesn't use nginx").headline

    assert said == (
        "2 episodes of 8 where they do without Docker in development:"
        " Running a Village Library with Django and Inkwell."
    )
    assert "No show note says that they do without NGINX." == nobody


def test_filters_narrow_it(library: Library) -> None:
    """Like any question."""
    assert ["quillmail"] == short(library.ask("who doesn't use kubernetes since 2021").episodes)


@pytest.mark.parametrize(
    ("question", "intent", "found"),
    [
        ("django apps that don't use celery", "who_uses", "library pebble"),
        ("which docker users don't use redis?", "who_uses", "orchardly lanternfish"),
        ("docker shows which don't use kubernetes", "not_using", "ferrybook quillmail"),
        ("docker apps that don't use cobol in production", "not_using", ""),
    ],
)
def test_users_of_one_without_the_other(
    library: Library, question: str, intent: str, found: str
) -> None:
    """Those who say so; where nobody does, those who name no use of the other."""
    answer = library.ask(question)

    assert (intent, set(found.split())) == (answer.intent, claimed(answer))


@pytest.mark.parametrize(("question",), HAND_WRITTEN)
def test_nobody_lists_sql(library: Library, question: str) -> None:
    """So those without an ORM are asked for, whatever they list."""
    asked = library.understand(question)

    assert isinstance(asked, NotUsing)
    assert asked.users_of == frozenset()


def test_used_elsewhere(library: Library) -> None:
    """In production but not in development: only the second is denied."""
    assert ["inkwell"] == short(library.ask("docker in prod but not in dev").episodes)
    assert [] == short(library.ask("docker in dev but not in prod").episodes)


def test_what_was_given_up_is_done_without(library: Library) -> None:
    """Whoever left it does not use it, and the line is shown as what it says."""
    answer = library.ask("who doesn't use vagrant")

    assert ["quillmail"] == short(answer.episodes)
    assert Stance.USED_BEFORE is answer.episodes[0].stance


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who doesn't have a configuration management tool", []),
        ("terraform people that are not using ansible", ["orchardly"]),
    ],
)
def test_what_made_room_for_another(library: Library, question: str, found: list[str]) -> None:
    """One tool given up is not the kind of it; and users of the other need not say so."""
    assert found == short(library.ask(question).episodes)


@pytest.mark.parametrize(
    "question",
    ["who never used vagrant", "who decided against vagrant", "who passed on vagrant"],
)
def test_what_was_given_up_was_not_declined(library: Library, question: str) -> None:
    """Whoever left it did use it."""
    assert [] == short(library.ask(question).episodes)
