"""The two ends of a move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.moved_from_to import MovedFromTo
from bot.questions.sides import NOTHING
from tests.questions.library import Library, table

if TYPE_CHECKING:
    from collections.abc import Iterator

POST = """---
guest: "Mia Falk"
tags: ["django", "htmx"]
title: "{title}"
---

## Topics Include

- 1:00 -- {line}
- 2:00 -- Server rendered templates are nice to work with
"""
POSTS = {
    "Kelptrack": "It was a Vue app for the first year and then it got rewritten with htmx",
    "Moorland": "They went from an SPA to server rendered pages and never looked back",
    "Tidepool": "They dropped React last spring",
    "Fernhill": "The server rendered templates were replaced with React",
}


@pytest.fixture(scope="module")
def movers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two shows that went that way, one that left React for who knows what, one that went back."""
    folder = tmp_path_factory.mktemp("movers")
    for number, (name, line) in enumerate(POSTS.items(), 1):
        text = POST.format(title=f"{name} Maps Seaweed", line=line)
        (folder / f"2020-01-0{number}-{number}-{name.lower()}.md").write_text(text)
    found = Library.of(folder)
    yield found
    found.store.close()


SIDES = table(
    ("who went from a single page app to server rendered html", "Kelptrack Moorland"),
    ("who replaced their SPA with server side templates", "Kelptrack Moorland"),
    ("who moved from a javascript front end to html over the wire", "Kelptrack Moorland"),
    ("who moved from vue to server rendered templates", "Kelptrack"),
    ("who moved from an spa to htmx", "Kelptrack"),
    ("who moved from another front-end framework to htmx", "Kelptrack Tidepool"),
)


@pytest.mark.parametrize(("question", "expected"), SIDES)
def test_ways_to_build(movers: Library, question: str, expected: str) -> None:
    """Told by a line that has both ends, by name or in words."""
    asked, answer = movers.understand(question), movers.ask(question)

    assert isinstance(asked, MovedFromTo)
    assert set(expected.split()) == {each.company for each in answer.episodes}


def test_the_side_of_nothing() -> None:
    """Is met by no line."""
    assert NOTHING.ids == frozenset()
    assert NOTHING.place("anything") is None
