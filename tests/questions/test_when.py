"""The second at which an episode speaks of something, and why something was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.when import When
from tests.questions.library import Library, aside, claimed, cues, table

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = table(
    ("when does the orchardly episode talk about blue/green deploys?", "orchardly", 1600),
    ("timestamp for the hosting bill in the inkwell one", "inkwell", 965),
    ("when do they mention sourdough on bakehouse", "bakehouse", 3862),
    ("where in the ferrybook episode do they talk about nginx", "ferrybook", 2323),
    ("jump to the part about uploaded covers in inkwell", "inkwell", 1910),
    ("at what minute does ida holm explain nginx", "ferrybook", 2323),
    ("how far into lanternfish is the uptime", "lanternfish", 1088),
    ("when does lanternfish say how many customers there are", "lanternfish", 140),
    ("at what point does quillmail mention how much code there is", "quillmail", 450),
    ("where does quillmail say how big the team is", "quillmail", 160),
    ("when do they explain choosing elixir in the orchardly one", "orchardly", 501),
    ("when does inkwell say what heroku costs", "inkwell", 965),
    ("chapbooks: when do they talk about the bill", "inkwell", 965),
    ("when do they give the price of the server in the ferries show", "ferrybook", 1368),
    ("where does ferrybook talk about leaving heroku", "ferrybook", 1631),
)


@pytest.mark.parametrize(("question", "show", "start"), SECONDS)
def test_seconds(library: Library, question: str, show: str, start: int) -> None:
    """The first cue is the answer."""
    answer = library.ask(question)

    assert isinstance(library.understand(question), When)
    assert (show, start) == cues(answer)[0]


POST = """---
guest: "Mia Falk"
tags: ["django"]
title: "Kelptrack Maps Seaweed"
---

## Topics Include

- 1:00 -- Django draws the maps
- 2:00 -- How the maps came to be
- 3:00 -- You can find Mia on Twitter @miafalk
"""


@pytest.mark.parametrize(
    "question",
    [
        "where can i find mia falk",
        "how do we get in touch with mia falk?",
        "does mia falk have a twitter account",
        "kelptrack twitter",
        "website of kelptrack",
    ],
)
def test_where_a_guest_is_found(tmp_path: Path, question: str) -> None:
    """Is said by a line, mostly the last; the episode itself is found as ever."""
    (tmp_path / "2020-01-01-1-kelptrack.md").write_text(POST)
    library = Library.of(tmp_path)

    assert 180 == library.ask(question).episodes[0].cues[0].start
    assert not isinstance(library.understand("where can i find the kelptrack episode"), When)
    library.store.close()


def test_the_second_is_said(library: Library) -> None:
    """With its line, as the player writes it."""
    answer = library.ask("when do they mention sourdough on bakehouse")

    assert (
        "Bakehouse at 1:04:22: “Sourdough, and why the yeast has a status page”" == answer.headline
    )
    assert answer.episodes[0].cues[0].url.endswith("#1:04:22")


def test_another_player_counts_seconds(library: Library) -> None:
    """An article has headings."""
    answer = library.ask("when does the pebble search article speak of droplets")

    assert {"pebble"} == claimed(answer)
    assert answer.episodes[0].cues[0].url.endswith("#back-end")


def test_nothing_of_the_kind(library: Library) -> None:
    """No second is claimed; the episode is shown apart."""
    answer = library.ask("when does lanternfish mention unicorns")

    assert "Lanternfish has no show note about “unicorns”." == answer.headline
    assert (set(), {"lanternfish": None}) == (claimed(answer), aside(answer))
    assert answer.gap


@pytest.mark.parametrize("question", ["when is the next full moon", "when does inkwell", "docker"])
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """It takes a show and a subject."""
    assert not isinstance(library.understand(question), When)


def test_when_it_came_out(library: Library) -> None:
    """Is a question for the day and not for a second."""
    assert not isinstance(library.understand("when was the inkwell episode released"), When)
    assert "202" in library.ask("when was the inkwell episode released").headline
