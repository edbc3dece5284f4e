"""What people can type or set is documented, and links lead somewhere."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import click
import pytest

from bot import questions
from bot.cli import cli
from bot.config import SETTINGS, Setting
from bot.model import Show

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWS = (ROOT / "docs" / "shows.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def reached(command: click.Command, *path: str) -> list[tuple[str, click.Command]]:
    """A command and all below it, each with the words that reach it."""
    below = command.commands.items() if isinstance(command, click.Group) else ()
    return [
        (" ".join(path), command),
        *(found for name, each in below for found in reached(each, *path, name)),
    ]


COMMANDS = dict(reached(cli, "playhead"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    """Help texts are generated into it, so a new option needs ``make docs``."""
    assert f"$ {name} --help" in REFERENCE
    for parameter in COMMANDS[name].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            assert option.startswith("-") is False or option in REFERENCE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file of ours, and to a heading where one is named."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    pictures = [(name, "") for name in re.findall(r'src(?:set)?="([^"]+)"', text)]
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)", text)
    for target, anchor in [*links, *pictures]:
        meant = (page.parent / target).resolve() if target else page
        assert meant.exists(), target
        assert not anchor or anchor in anchors(meant)


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in links."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each).strip().lower().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("kind", questions.KINDS, ids=lambda kind: str(kind.NAME))
def test_every_kind_of_question_is_in_the_readme(kind: questions.Kind) -> None:
    """With its summary and its first example."""
    assert kind.SUMMARY in README
    assert kind.EXAMPLES[0] in README


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: str(setting.name))
def test_every_setting_is_documented(setting: Setting) -> None:
    """In the reference and in the example of a ``.env`` file."""
    name = setting.name
    assert f"`{name}`" in REFERENCE
    assert f"#{name}=" in (ROOT / ".env.example").read_text(encoding="utf-8")


def test_every_key_of_a_show_is_documented() -> None:
    """What a ``show.yml`` may say is in the table of the shows' own page."""
    documented = re.findall(r"^\| `(\w+)` \|", SHOWS.split("`show.yml` says")[1], re.MULTILINE)

    assert documented[: len(fields(Show))] == [field.name for field in fields(Show)]


def test_every_make_target_is_documented() -> None:
    """In CONTRIBUTING, and the two that everyone needs in README."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):.*?##", makefile, re.MULTILINE)

    assert [name for name in targets if f"`make {name}`" not in contributing] == []
    assert "\nmake run " in README
    assert "\nmake test " in README


def test_every_layer_is_in_the_architecture() -> None:
    """A new layer is explained where people look for it."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (c for c in data["tool"]["importlinter"]["contracts"] if c["id"] == "layers")
    names = [name for line in layers["layers"] for name in re.findall(r"\w+", line)]
    built = [name for name in names if any((ROOT / "bot").glob(f"{name}*")) and name[0] != "_"]
    architecture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    assert [name for name in built if f"`{name}`" not in architecture] == []
