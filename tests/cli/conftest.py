"""A command line over a small show of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bot.config import SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

SHOW = """\
id: widgets
title: Widgets
site: https://widgets.example
"""

POST = """\
---
title: "{title}"
guest: "{guest}"
category: "podcast"
tags: ["{tag}"]
mp3_duration: "30:00"
description: "{guest} on widgets."
---

{guest} speaks of widgets.

## Topics Include

- 1:02 -- {line}
"""


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Runs ``playhead`` in an empty folder, with nothing set but the store and the day."""
    monkeypatch.chdir(tmp_path)
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    return CliRunner(
        env={
            "PLAYHEAD_DB": str(tmp_path / "cli.db"),
            "PLAYHEAD_TODAY": "2024-06-01",
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
        }
    )


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A folder with a show and two posts."""
    folder = one_post(tmp_path / "posts")
    write_post(
        folder,
        "2024-05-13-2-bolt.md",
        "Bolt Sells Screws",
        "Bob Example",
        "postgres",
        "Everything is in PostgreSQL",
    )
    return folder


def one_post(folder: Path) -> Path:
    """A new folder with a show and one post."""
    folder.mkdir()
    (folder / "show.yml").write_text(SHOW, encoding="utf-8")
    write_post(
        folder,
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "Ada Example",
        "terraform",
        "Servers come up with Terraform",
    )
    return folder


def write_post(folder: Path, name: str, title: str, guest: str, tag: str, line: str) -> None:
    """Write one post with one topic."""
    text = POST.format(title=title, guest=guest, tag=tag, line=line)
    (folder / name).write_text(text, encoding="utf-8")
