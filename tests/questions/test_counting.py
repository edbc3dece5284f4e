"""Which figures of a line are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.counting import told_with, unit_asked
from bot.questions.figures import Figures
from bot.questions.metrics import MONEY, metric_asked
from tests.questions.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POST = """---
guest: "Noor Haddad"
tags: ["rails"]
title: "Plumline Surveys Old Roofs"
---

## Topics Include

- 1:00 -- 40 people work at the company with 9 developers
- 2:00 -- 30,000 lines of Ruby and 3,000 lines of JavaScript
- 3:00 -- They send 20,000 emails a day
- 4:00 -- There's about 900 visitors a day
- 5:00 -- During a storm there were 5,000 users online at the same time
- 6:00 -- It brings in about $6,000 a month
"""


@pytest.fixture(scope="module")
def surveys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One show with many figures."""
    folder: Path = tmp_path_factory.mktemp("surveys")
    (folder / "2020-01-01-2-plumline.md").write_text(POST)
    library = Library.of(folder)
    yield library
    library.store.close()


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("who has more than 20 developers", None),
        ("who has more than 8 developers", 60),
        ("companies with more than 20 people", 60),
        ("small code bases, under 5000 lines", None),
        ("code bases under 50,000 lines", 120),
        ("who has over 25k lines of code", 120),
        ("who sends more than 10,000 emails a day", 180),
        ("who sends half a million emails each month", 180),
        ("who sends more than 1,000 text messages a day", None),
        ("who gets more than 20,000 visitors a month", 240),
        ("who gets more than 5,000 visitors a day", None),
        ("thousands of users online at the same moment", 300),
        ("who makes a few thousand a month", 360),
        ("who earns a few hundred dollars a month", None),
    ],
)
def test_what_is_counted(surveys: Library, question: str, second: int | None) -> None:
    """Figures of something else in the same line or the same metric do not count."""
    answer = surveys.ask(question)
    starts = [cue.start for each in answer.episodes for cue in each.cues]

    assert isinstance(surveys.understand(question), Figures)
    assert starts[:1] == ([] if second is None else [second])


def test_nothing_is_left_out_without_a_reason() -> None:
    """Where no sort of a thing is named, all figures count."""
    assert unit_asked("who pays 20 dollars", MONEY) is None
    assert told_with("who pays 20 dollars", MONEY) is None
    jobs = "who runs a million jobs a day"
    metric = metric_asked(jobs)
    assert metric is not None
    assert told_with(jobs, metric) is None
