"""The house is in order: locks, layers, lists of files, and the wheel that people install."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot import questions, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-semantic.txt")


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    """Standard output of a command that must succeed."""
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert (done.returncode, done.stderr if done.returncode else "") == (0, "")
    return done.stdout


def project() -> dict[str, Any]:
    """The contents of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(lock: str) -> set[str]:
    """Normalised names of the packages that a lock file pins."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {
        name.lower().replace("_", "-") for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_address(lock: str) -> None:
    """Whoever installs uses the index that their own pip is configured for."""
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash", ""), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    """No package can be swapped on the way."""
    entries = re.split(r"^(?=\S)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_every_dependency_is_locked() -> None:
    """A dependency added to pyproject.toml needs ``make lock``."""
    data = project()

    def names(requirements: list[str]) -> set[str]:
        found = (re.match(r"[\w.-]+", line) for line in requirements)
        return {match.group().lower().replace("_", "-") for match in found if match}

    needed = names([*data["project"]["dependencies"], *data["dependency-groups"]["build"]])
    assert needed - pinned("requirements.txt") == set()
    assert (needed | names(data["dependency-groups"]["dev"])) - pinned(
        "requirements-dev.txt"
    ) == set()
    assert pinned("requirements.txt") - pinned("requirements-dev.txt") == set()
    extra = names(data["project"]["optional-dependencies"]["semantic"])
    assert extra - pinned("requirements-semantic.txt") == set()


def test_every_ignored_rule_has_its_reason() -> None:
    """A rule is switched off for a reason that stands beside it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.isort]")]
    rules = re.findall(r'^\s+"[A-Z]+\d*",.*$', section, re.MULTILINE)

    assert rules
    assert [rule for rule in rules if "  # " not in re.sub(r",\s+#", ",  #", rule)] == []


def test_every_suppressed_finding_has_its_reason() -> None:
    """``noqa`` names the rule and says why, beside it or in the comment above."""
    bare = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for folder in ("bot", "db", "bench", "docs")
        for path in (ROOT / folder).rglob("*.py")
        for number, above, line in numbered(path)
        if "# noqa" in line
        and not re.search(r"# noqa: [A-Z]+\d+(, ?[A-Z]+\d+)* - \S", line)
        and not above.strip().startswith("#")
    ]

    assert bare == []


def numbered(path: Path) -> Iterator[tuple[int, str, str]]:
    """Each line of a file with its number and the line above it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return ((number, *pair) for number, pair in enumerate(pairwise(["", *lines]), start=1))


def test_every_command_file_is_listed() -> None:
    """A command is one file in bot/cli and one line in COMMANDS."""
    from bot.cli import COMMANDS

    helpers = {"__init__", "catalogue", "help", "playground", "prompt", "terminal", "typed"}
    files = {path.stem for path in (ROOT / "bot" / "cli").glob("*.py")} - helpers
    assert files == {command.name for command in COMMANDS}


@pytest.mark.parametrize(
    ("folder", "listed"), [("questions", questions.KINDS), ("sources", sources.PARSERS)]
)
def test_every_kind_and_format_is_listed(folder: str, listed: tuple[object, ...]) -> None:
    """A file that names a kind or a format is in its list; nothing is there by accident."""
    named = {
        path.stem
        for path in (ROOT / "bot" / folder).glob("*.py")
        if re.search(r"^NAME = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert named == {str(getattr(module, "__name__", "")).rpartition(".")[2] for module in listed}


def test_modules_fit_in_the_head() -> None:
    """A file that grows past a few hundred lines is two files."""
    long = {
        str(path.relative_to(ROOT)): lines
        for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "db").rglob("*.py")]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }

    assert long == {}


def test_the_check_script_runs_what_contributors_run() -> None:
    """Every step of .ci/run is a make target, and none is missing."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    run("bash", "-n", ".ci/run")
    for target in ("lint", "types", "imports", "test", "semantic", "docs-check", "bench"):
        assert re.search(rf"\b{target}\b", script)


def test_make_alone_shows_the_targets() -> None:
    """Nobody has to read the Makefile."""
    assert "make run " in run("make", "--no-print-directory")


@pytest.mark.slow
def test_the_wheel_answers_from_the_bundled_seeds(tmp_path: Path) -> None:
    """Built, installed into an empty environment with the locked versions, asked elsewhere."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT)
    (wheel,) = tmp_path.glob("playhead-*.whl")
    run(sys.executable, "-m", "venv", tmp_path / "env")
    binaries = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    install = (binaries / "python", "-m", "pip", "install", "--quiet")
    run(*install, "--require-hashes", "-r", ROOT / "requirements.txt")
    run(*install, "--no-deps", wheel)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    answer = run(binaries / "playhead", "ask", "who uses Terraform?", cwd=elsewhere)

    assert "SongRender" in answer
    assert "38:43" in answer
    assert (elsewhere / "db" / "playhead.db").is_file()
