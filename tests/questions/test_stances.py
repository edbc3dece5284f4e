"""Lines found by what they say of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.questions.library import Library

if TYPE_CHECKING:
    from pathlib import Path

POST = """---
title: "Marble Sells Marbles"
---

## Topics Include

- 2:03 -- There is no continuous integration (CI), no CI server and no CI / CD pipeline
- 3:04 -- Marbles are sold by the bag
"""


def test_a_line_is_shown_once(tmp_path: Path) -> None:
    """However many wordings of what was asked for it has, and however often."""
    (tmp_path / "2024-05-06-1-marble.md").write_text(POST, encoding="utf-8")

    answer = Library.of(tmp_path).ask("who has no continuous integration?")

    assert [[123]] == [[cue.start for cue in each.cues] for each in answer.episodes]
