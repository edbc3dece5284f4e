"""As many of a kind as are asked for, and one thing with nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions.library import Library, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWS = {
    "owlpost": "postgres mongodb stripe",
    "mothlight": "postgres postgis stripe dj-stripe",
    "hedgerow": "mysql mariadb paypal",
    "fernway": "sqlite stripe paypal braintree",
}


@pytest.fixture(scope="module")
def shows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Four shows whose tech stacks have one or several of a kind."""
    folder: Path = tmp_path_factory.mktemp("several")
    for number, (name, stack) in enumerate(SHOWS.items(), 1):
        tags = "".join(f'  - "{tag}"\n' for tag in stack.split())
        (folder / f"2020-0{number}-06-{number}-{name}.md").write_text(
            f'---\ntitle: "{name.title()} Does Things"\nguest: "Ann Berg{number}"\n'
            f'category: "podcast"\ntags:\n{tags}---\n\n## Topics Include\n\n- 5:00 -- Hello\n',
            encoding="utf-8",
        )
    found = Library.of(folder)
    yield found
    found.store.close()


ASKED = table(
    ("who uses at least two databases", "owlpost"),
    ("who uses more than one database", "owlpost"),
    ("who uses two databases or more", "owlpost"),
    ("who uses 2 or more databases", "owlpost"),
    ("who has multiple databases", "owlpost"),
    ("how many use at least two databases", "owlpost"),
    ("who uses more than one payment provider", "fernway"),
    ("who uses three payment providers", "fernway"),
    ("who uses at least four payment providers", ""),
    ("who uses only postgres", "mothlight"),
    ("who is on sqlite and nothing else", "fernway"),
    ("who uses mariadb only", "hedgerow"),
    ("who uses a database", "owlpost mothlight hedgerow fernway"),
)


@pytest.mark.parametrize(("question", "expected"), ASKED)
def test_so_many(question: str, expected: str, shows: Library) -> None:
    """Forks and libraries of a thing are no second one of its kind."""
    answer = shows.ask(question)
    assert set(expected.split()) == {each.company.split()[0].lower() for each in answer.episodes}
    assert len(answer.episodes) == answer.total


def test_which_they_are(shows: Library) -> None:
    """The answer says how many were asked for, and names them."""
    answer = shows.ask("who uses at least two databases")
    assert "use at least 2 databases" in answer.headline.replace("uses", "use")
    assert {each.note for each in answer.episodes} == {"MongoDB and PostgreSQL"}


def test_only_is_said(shows: Library) -> None:
    """What must not be there is in the headline."""
    answer = shows.ask("who uses only postgres")
    assert "PostgreSQL without any other of the databases" in answer.headline
