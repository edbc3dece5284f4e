"""What one show runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.stack import StackOf
from tests.questions.library import aside, claimed, cues, short, table

if TYPE_CHECKING:
    from tests.questions.library import Library

FERRYBOOK = "python django postgres redis celery docker nginx digitalocean sendgrid stripe sentry"
WHOLE = table(
    ("what does ferrybook run on", "ferrybook", FERRYBOOK),
    ("tech stack of ferrybook", "ferrybook", FERRYBOOK),
    ("ferrybook's stack pls", "ferrybook", FERRYBOOK),
    ("what is Ferrybook built with?", "ferrybook", FERRYBOOK),
    ("what's under the hood at inkwell", "inkwell", "ruby rails postgres redis heroku sidekiq s3 react"),
    ("what does the dive shop app use", "lanternfish", "python flask sqlite linode nginx vue docker"),
    ("stack of episode 4", "lanternfish", "python flask sqlite linode nginx vue docker"),
    ("ingredients of lanternfish please", "lanternfish", "python flask sqlite linode nginx vue docker"),
    ("lanternfish - what's under the bonnet", "lanternfish", "python flask sqlite linode nginx vue docker"),
    ("the dive shop thing: stack", "lanternfish", "python flask sqlite linode nginx vue docker"),
    ("what runs lanternfish", "lanternfish", "python flask sqlite linode nginx vue docker"),
    ("what does mara lind run on", "library", "python django sqlite bootstrap"),
)  # fmt: skip
PARTS = table(
    ("what database does lanternfish use", "lanternfish", "sqlite"),
    ("which payment provider does bakehouse use", "bakehouse", "stripe"),
    ("how does quillmail send email?", "quillmail", "ses"),
    ("where is inkwell hosted", "inkwell", "heroku"),
    ("where does orchardly store its files", "orchardly", "s3"),
    ("lanternfish's user data sits in which db", "lanternfish", "sqlite"),
    ("the chapbooks press, what platform hosts it", "inkwell", "heroku"),
    ("which database backs the tickets for island ferries", "ferrybook", "postgres"),
    ("what is quillmail written in", "quillmail", "php"),
    ("what does ferrybook use to track errors", "ferrybook", "sentry"),
    ("what does the choir newsletter tool use for email", "quillmail", "ses"),
    ("how do people pay bakehouse?", "bakehouse", "stripe"),
    ("which payment services does bakehouse pay for", "bakehouse", "stripe"),
    ("what does inkwell deploy to", "inkwell", "heroku"),
    ("what data store does lanternfish have", "lanternfish", "sqlite"),
    ("which file storage does inkwell use", "inkwell", "s3"),
    ("what is on the front end of lanternfish", "lanternfish", "vue"),
    ("what does mara lind use for css", "library", "bootstrap"),
    ("what is mara lind's site styled with", "library", "bootstrap"),
)
YES = table(
    ("does ferrybook use django?", "ferrybook", "django"),
    ("is docker used at inkwell", "inkwell", "docker"),
    ("ferrybook + django?", "ferrybook", "django"),
    ("does mei tanaka use terraform", "orchardly", "terraform"),
    ("does ferrybook use redis or mongodb", "ferrybook", "redis"),
)
NO = table(
    ("does bakehouse use redis", "bakehouse", "only plans to use"),
    ("does ferrybook use kubernetes", "ferrybook", "says that it does not use"),
    ("does orchardly use ansible", "orchardly", "moved away from"),
    ("does lanternfish use cron", "lanternfish", "talks about but does not claim to use"),
    ("does inkwell use php", "inkwell", None),
    # What prose alone says is said all the same.
    ("does mara lind use docker", "library", "says that it does not use"),
    ("does mara lind use htmx", "library", "only plans to use"),
)


def test_of_what_is_no_name_only_a_line_can_tell(library: Library) -> None:
    """The whole stack is no answer to whether one unknown thing is used."""
    assert cues(library.ask("does orchardly use microservices")) == [("orchardly", 3675)]
    answer = library.ask("does orchardly use sharding")
    assert (set(), True) == (claimed(answer), answer.gap)


def test_another_version_is_another_thing(library: Library) -> None:
    """Only a line that names the version says that it is used."""
    answer = library.ask("does lanternfish use vue 3")
    assert (set(), True) == (claimed(answer), answer.gap)
    assert "use Vue.js 3." in answer.headline


OTHER_KINDS = table(
    ("when does ferrybook talk about its stack",),
    ("why does ferrybook use django",),
    ("what is inkwell's hosting bill",),
    ("who uses the same stack as somebody",),
)


@pytest.mark.parametrize(("question", "show", "expected"), WHOLE)
def test_all_of_it(library: Library, question: str, show: str, expected: str) -> None:
    """What the tech stack declares, in its order."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), StackOf)
    assert ("stack_of", [show]) == (answer.intent, short(answer.episodes))
    assert expected.split() == list(answer.technologies)
    assert len(expected.split()) == sum(row.count for row in answer.rows)


@pytest.mark.parametrize(("question", "show", "expected"), PARTS)
def test_a_part_of_it(library: Library, question: str, show: str, expected: str) -> None:
    """Named by a category, or by a verb that means one."""
    answer = library.ask(question)

    assert ("stack_part", [show]) == (answer.intent, short(answer.episodes))
    assert expected.split() == list(answer.technologies)


@pytest.mark.parametrize(("question", "show", "expected"), YES)
def test_yes(library: Library, question: str, show: str, expected: str) -> None:
    """It is used, and here is the line."""
    answer = library.ask(question)

    assert answer.headline.startswith("Yes: ")
    assert {show} == claimed(answer)
    assert expected.split() == list(answer.technologies)


@pytest.mark.parametrize(("question", "show", "note"), NO)
def test_no(library: Library, question: str, show: str, note: str | None) -> None:
    """Nothing is claimed; what they say instead is shown apart."""
    answer = library.ask(question)

    assert (set(), 0, True) == (claimed(answer), answer.total, answer.gap)
    assert {show: note} == aside(answer)
    assert (note or "Nothing in the show notes") in answer.headline


@pytest.mark.parametrize(("question",), OTHER_KINDS)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """A second, a reason, a number: none of them is a stack."""
    assert not isinstance(library.understand(question), StackOf)


def test_the_line_of_a_part(library: Library) -> None:
    """With its second."""
    assert [("lanternfish", 610)] == cues(library.ask("what database does lanternfish use"))


def test_a_part_that_only_a_line_tells(library: Library) -> None:
    """When the stack has nothing of it, the lines may."""
    answer = library.ask("what does orchardly use for automated testing")

    assert [("orchardly", 2684)] == cues(answer)


def test_a_part_of_which_nobody_speaks(library: Library) -> None:
    """Is said to be missing."""
    answer = library.ask("which payment provider does inkwell use")

    assert "The show notes of Inkwell name no payment services." == answer.headline


def test_the_stack_in_groups(library: Library) -> None:
    """By category, so that it reads well."""
    rows = library.ask("what does inkwell run on").rows

    assert "programming languages" == rows[0].label
    assert {"PostgreSQL"} == {row.detail for row in rows if "database" in row.label}
