"""Who moved away from something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Stance
from bot.questions.used_before import UsedBefore
from tests.questions.library import Library, claimed, cues, table

if TYPE_CHECKING:
    from pathlib import Path

POST = """---
guest: "Ida Brandt"
tags: ["rails"]
title: "Kilnbook Plans the Firings of Potteries"
---

## Topics Include

- 1:00 -- Replacing a pile of spreadsheets with a web app
"""

LEFT = table(
    ("who used ansible in the past but doesn't anymore", "Ansible", "orchardly"),
    ("who dropped heroku", "Heroku", "ferrybook"),
    ("ex heroku users", "Heroku", "ferrybook"),
    ("ex-Heroku people", "Heroku", "ferrybook"),
    ("who used to use mysql", "MySQL", "inkwell"),
    ("who formerly ran on mysql", "MySQL", "inkwell"),
    ("vagrant: who left it", "Vagrant", "quillmail"),
    ("who got rid of vagrant", "Vagrant", "quillmail"),
    ("who moved away from digitalocean", "DigitalOcean", "quillmail"),
    ("who no longer uses vagrant", "Vagrant", "quillmail"),
    ("who stopped using postgres", "PostgreSQL", ""),
    ("who changed their hosting provider", "hosting", "ferrybook quillmail"),
    ("who switched databases", "database", "inkwell"),
    ("who moved off a configuration management tool", "configuration management", "orchardly"),
)
OTHER_KINDS = table(
    ("who moved from heroku to aws",),
    ("why did ferrybook leave heroku",),
    ("who uses vagrant",),
    ("did inkwell drop mysql",),
)


@pytest.mark.parametrize(("question", "label", "found"), LEFT)
def test_what_was_left(library: Library, question: str, label: str, found: str) -> None:
    """In all the words that people have for leaving."""
    asked, answer = library.understand(question), library.ask(question)

    assert isinstance(asked, UsedBefore)
    assert label in asked.label
    assert set(found.split()) == claimed(answer)
    assert all(each.stance is Stance.USED_BEFORE for each in answer.episodes)


@pytest.mark.parametrize(("question",), OTHER_KINDS)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """A move has two ends, a reason asks for why, a show is asked about itself."""
    assert not isinstance(library.understand(question), UsedBefore)


def test_the_line_that_says_so(library: Library) -> None:
    """With its second."""
    answer = library.ask("who dropped vagrant")

    assert [("quillmail", 2257)] == cues(answer)
    assert "1 episode of 8 where they moved away from Vagrant: Quillmail." == answer.headline


def test_what_has_no_name_is_found_by_its_words(library: Library) -> None:
    """The word "With" says what came instead, and is not looked for."""
    asked = library.understand("who replaced the paper timetables with their app")

    assert isinstance(asked, UsedBefore)
    assert (("paper", "timetables"),) == asked.phrases
    assert set() == claimed(library.ask("who replaced the paper timetables with their app"))


def test_an_excel_sheet_is_a_spreadsheet(tmp_path: Path) -> None:
    """Lines mostly call it so."""
    (tmp_path / "2020-01-01-3-kilnbook.md").write_text(POST)
    library = Library.of(tmp_path)

    assert library.ask("who replaced an excel sheet with their app").episodes
    assert not library.ask("who replaced notion with their app").episodes
    library.store.close()
