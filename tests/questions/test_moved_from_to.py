"""Who went from one thing to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.moved_from_to import MovedFromTo
from tests.questions.library import Library, claimed, cues, table

if TYPE_CHECKING:
    from pathlib import Path

MOVES = table(
    ("who moved from heroku to digitalocean", "Heroku", "DigitalOcean", "ferrybook"),
    ("who moved from digitalocean to AWS", "DigitalOcean", "Amazon Web Services", "quillmail"),
    ("anyone go from mysql to postgres", "MySQL", "PostgreSQL", "inkwell"),
    ("who swapped ansible for terraform", "Ansible", "Terraform", "orchardly"),
    ("who replaced ansible with terraform", "Ansible", "Terraform", "orchardly"),
    ("who dropped vagrant in favor of docker", "Vagrant", "Docker", "quillmail"),
    ("heroku -> digitalocean", "Heroku", "DigitalOcean", "ferrybook"),
    ("who moved to aws from digitalocean", "DigitalOcean", "Amazon Web Services", "quillmail"),
    ("someone from heroku to linode", "Heroku", "Linode", ""),
    ("who rewrote their monolith in go", "monolith", "Go", ""),
    ("who broke their monolith into microservices", "monolith", "microservices", ""),
    (
        "who took the letters out of the database and put them in s3",
        "databases",
        "Amazon S3",
        "",
    ),
    ("who migrated from a relational database to sqlite: and why", "relational databases", "SQLite",
     ""),
)  # fmt: skip


@pytest.mark.parametrize(("question", "old", "new", "found"), MOVES)
def test_moves(library: Library, question: str, old: str, new: str, found: str) -> None:
    """Both ends, whichever is said first."""
    asked, answer = library.understand(question), library.ask(question)

    assert isinstance(asked, MovedFromTo)
    assert (old, new) == (asked.old.label, asked.new.label)
    assert set(found.split()) == claimed(answer)
    assert answer.gap == (not found)


def test_the_line_that_tells_the_move(library: Library) -> None:
    """One that has both ends."""
    answer = library.ask("who moved from heroku to digitalocean")

    assert [("ferrybook", 1631)] == cues(answer)
    assert "Moved from Heroku to DigitalOcean: Ferrybook." == answer.headline


def test_nobody_moved(library: Library) -> None:
    """A use of both is no move."""
    assert "No show note tells of a move" in library.ask("who moved from docker to vue").headline


def test_the_way_back_is_another_move(library: Library) -> None:
    """From DigitalOcean to Heroku went nobody."""
    assert set() == claimed(library.ask("who moved from digitalocean to heroku"))


@pytest.mark.parametrize(
    ("notes", "old", "new", "moved"),
    [
        ("- 5:00 -- They almost went with Mesos due to how hard Kubernetes is", "mesos", "kubernetes", False),
        ("- 5:00 -- They went from Mesos to Kubernetes in a week", "mesos", "kubernetes", True),
        ("It covers moving fast with Node and Go. It is built by 3 people.", "go", "node", False),
        ("He began with Pascal and slowly transitioned to Ruby, Rust and Go.", "ruby", "go", False),
        ("They transitioned from Ruby to Go over a year.", "ruby", "go", True),
    ],
)  # fmt: skip
def test_a_line_on_both_is_no_move(
    tmp_path: Path, notes: str, old: str, new: str, *, moved: bool
) -> None:
    """What was almost taken was not left, and what comes together was not swapped."""
    (tmp_path / "2020-01-06-1-owlpost.md").write_text(
        '---\ntitle: "Owlpost Sorts Letters"\nguest: "Ann Berg"\ncategory: "podcast"\n'
        f'tags:\n  - "{old}"\n  - "{new}"\n---\n\n'
        + (f"## Topics Include\n\n{notes}\n" if notes[0] == "-" else f"{notes}\n"),
        encoding="utf-8",
    )
    found = Library.of(tmp_path)
    try:
        assert bool(found.ask(f"who moved from {old} to {new}").episodes) is moved
    finally:
        found.store.close()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who plans to move from heroku to kubernetes", {"inkwell"}),
        ("who's about to switch from sqlite to postgres", {"lanternfish"}),
        ("who is going to swap jenkins for github actions", {"lanternfish"}),
    ],
)
def test_a_move_that_is_only_meant_is_a_plan(
    question: str, expected: set[str], library: Library
) -> None:
    """Who plans to use the new thing is told, and nobody is said to have moved."""
    answer = library.ask(question)
    assert ("planning", expected) == (answer.intent, claimed(answer))


def test_a_show_is_asked_about_itself(library: Library) -> None:
    """With a show's name in it the question is about that show."""
    assert not isinstance(library.understand("why did ferrybook leave heroku"), MovedFromTo)


def test_two_names_without_a_verb_of_moving(library: Library) -> None:
    """Are no move."""
    assert not isinstance(library.understand("docker and vue users"), MovedFromTo)
