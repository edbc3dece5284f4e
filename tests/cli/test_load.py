"""``playhead load`` says what happened to every source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.cli import cli
from bot.cli.load import report_lines
from bot.errors import SourceError, UnderReview
from bot.load import LoadReport
from tests.cli.conftest import write_post

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import CliRunner

NOTHING = (
    "0 added, 0 changed, {0} unchanged, 0 removed, 0 under review, 0 rejected\n"
    "{0} episodes from {0} sources\n"
)


def test_a_second_load_changes_nothing(runner: CliRunner, posts: Path) -> None:
    """The first adds, the second finds all as it was."""
    first = runner.invoke(cli, ["load", str(posts)])
    second = runner.invoke(cli, ["load", str(posts)])

    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.startswith("2 added, 0 changed, 0 unchanged, 0 removed")
    assert second.stdout == NOTHING.format(2)


def test_a_rejected_source_fails_the_command_and_spares_the_others(
    runner: CliRunner, posts: Path
) -> None:
    """Its path, line and reason are named."""
    (posts / "2024-05-20-3-broken.md").write_text("---\ntitle: [\n---\n\n## Topics\n", "utf-8")

    result = runner.invoke(cli, ["load", str(posts)])

    assert result.exit_code == 1
    assert result.stdout.startswith("2 added")
    assert "1 rejected" in result.stdout
    assert "\nRejected:\n  " in result.stdout
    assert "2024-05-20-3-broken.md:" in result.stdout


def test_what_is_no_address_is_no_link(runner: CliRunner, posts: Path) -> None:
    """Whoever typed it; the episode is loaded all the same."""
    text = (posts / "2024-05-13-2-bolt.md").read_text("utf-8")
    text = text.replace("---\n\n", 'guest_website: "https://[draft"\n---\n\n', 1)
    text += "\n## Links\n\n- [PostgreSQL](https://[draft)\n"
    (posts / "2024-05-13-2-bolt.md").write_text(text, "utf-8")

    result = runner.invoke(cli, ["load", str(posts)])

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("2 added")


def test_prune_removes_what_vanished(runner: CliRunner, posts: Path) -> None:
    """Only on request, and by name."""
    runner.invoke(cli, ["load", str(posts)])
    (posts / "2024-05-13-2-bolt.md").unlink()

    kept = runner.invoke(cli, ["load", str(posts)])
    pruned = runner.invoke(cli, ["load", "--prune", str(posts)])

    assert "0 removed" in kept.stdout
    assert "1 removed" in pruned.stdout
    assert "1 episode from 1 source\n" in pruned.stdout
    assert "\nRemoved:\n  " in pruned.stdout


def test_a_changed_source_replaces_its_episode(runner: CliRunner, posts: Path) -> None:
    """The new line answers, the old one is gone."""
    runner.invoke(cli, ["load", str(posts)])
    write_post(
        posts,
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "Ada Example",
        "ansible",
        "Servers come up with Ansible",
    )

    result = runner.invoke(cli, ["load", str(posts)])

    assert result.stdout.startswith("0 added, 1 changed, 1 unchanged")
    assert "Servers" not in runner.invoke(cli, ["ask", "who uses Terraform?"]).stdout
    assert "Servers" in runner.invoke(cli, ["ask", "who uses Ansible?"]).stdout


def test_the_counts_of_a_report() -> None:
    """The first line counts episodes and what is wrong, the second what there is now."""
    wrong, review = SourceError("a.md", 1, "wrong"), UnderReview("b.md", 2, "a draft")
    report = LoadReport(
        added=["a"],
        changed=["b"] * 2,
        unchanged=["c"] * 4,
        removed=["d"] * 8,
        rejected=[wrong, review, wrong],
        sources=9,
        interpreted=1,
    )

    assert [
        "1 added, 2 changed, 4 unchanged, 8 removed, 1 under review, 2 rejected",
        "7 episodes from 9 sources",
        "The vocabulary or the rules have changed: 1 episode interpreted again",
    ] == report_lines(report)[:3]


def test_another_vocabulary_is_told(runner: CliRunner, posts: Path, tmp_path: Path) -> None:
    """That episodes were made again without their sources having changed."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "show.yml").write_bytes((posts / "show.yml").read_bytes())
    names = "categories: []\ntechnologies:\n  - {id: postgres, name: PostgreSQL}\n"
    (seeds / "technologies.yml").write_text(names, "utf-8")
    runner.invoke(cli, ["load", str(posts)], env={"PLAYHEAD_SEEDS": str(seeds)})
    (seeds / "technologies.yml").write_text(f"{names}  - {{id: vim, name: Vim}}\n", "utf-8")

    result = runner.invoke(cli, ["load", str(posts)], env={"PLAYHEAD_SEEDS": str(seeds)})

    assert result.stdout == NOTHING.format(2) + (
        "The vocabulary or the rules have changed: 2 episodes interpreted again\n"
    )


def test_without_arguments_the_seeds_are_loaded(runner: CliRunner) -> None:
    """All that is bundled."""
    result = runner.invoke(cli, ["load"])

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("14 added")


def test_the_store_is_where_the_option_says(runner: CliRunner, posts: Path, tmp_path: Path) -> None:
    """``--db`` wins over the setting."""
    runner.invoke(cli, ["--db", "other.db", "load", str(posts)])

    assert (tmp_path / "other.db").is_file()
    assert not (tmp_path / "cli.db").exists()


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_sees_a_bar(
    runner: CliRunner,
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    coloured: bool,  # noqa: FBT001 - a table's column
) -> None:
    """On standard error, so that the report can be piped; it is gone when all is loaded."""
    monkeypatch.setattr("bot.cli.load.on_terminal", lambda: True)
    # However wide or plain the terminal is that the tests run in.
    wide = {"COLUMNS": "400", "TERM": "xterm-256color"}

    result = runner.invoke(cli, ["load", str(posts)], env={**wide, **environment})

    assert result.stdout.startswith("2 added")
    assert re.search(r"━.*2/2.*2024-05-13-2-bolt\.md", result.stderr)
    assert coloured == bool(re.search(r"\x1b\[[39]\dm", result.stderr))
    erased = "\x1b[1A\x1b[2K"
    assert result.stderr.endswith(erased)
