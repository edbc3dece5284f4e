"""``playhead ask`` answers people and programs, and nothing typed makes it stumble."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import CliRunner, Result

KEYS = [
    "question",
    "intent",
    "text",
    "technologies",
    "total",
    "episodes",
    "related",
    "did_you_mean",
]


@pytest.fixture
def loaded(runner: CliRunner, posts: Path) -> CliRunner:
    """The command line with both posts loaded."""
    assert runner.invoke(cli, ["load", str(posts)]).exit_code == 0
    return runner


def answers(result: Result) -> list[dict[str, Any]]:
    """The JSON lines of a batch that went well."""
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_person_gets_the_second(loaded: CliRunner) -> None:
    """The company, the time and the link."""
    result = loaded.invoke(cli, ["ask", "who uses Terraform?"])

    assert (result.exit_code, result.stderr) == (0, "")
    assert "▶ 1:02 Servers come up with Terraform" in result.stdout
    assert "https://widgets.example/podcast/1-acme#1:02" in result.stdout


def test_quotes_may_be_left_out(loaded: CliRunner) -> None:
    """Several words are one question."""
    quoted = loaded.invoke(cli, ["ask", "who uses Terraform"])
    bare = loaded.invoke(cli, ["ask", "who", "uses", "Terraform"])

    assert quoted.stdout == bare.stdout


def test_json_is_the_promised_object(loaded: CliRunner) -> None:
    """One object with exactly the promised keys."""
    result = loaded.invoke(cli, ["ask", "--json", "who uses Terraform?"])

    answer = json.loads(result.stdout)
    assert list(answer) == KEYS
    assert answer["technologies"] == ["terraform"]
    assert [episode["guest"] for episode in answer["episodes"]] == ["Ada Example"]
    assert answer["episodes"][0]["cues"][0]["start"] == 62


def test_explain_adds_the_reasons(loaded: CliRunner) -> None:
    """In JSON as a list of lines, in text after the answer."""
    result = loaded.invoke(cli, ["ask", "--json", "--explain", "who uses Terraform?"])

    assert list(json.loads(result.stdout)) == [*KEYS, "explain"]
    plain = loaded.invoke(cli, ["ask", "who uses Terraform?"]).stdout
    explained = loaded.invoke(cli, ["ask", "--explain", "who uses Terraform?"]).stdout
    assert explained.startswith(plain)
    assert explained.endswith("0.60 Acme: 1:02 Servers come up with Terraform\n")


def test_a_batch_answers_every_line_in_order(loaded: CliRunner) -> None:
    """Blank lines, carriage returns and bytes that are no UTF-8 count as lines, too."""
    asked = "\ufeffwho uses Terraform?\r\n\nwho uses Postgres?\n".encode() + b"caf\xe9\n \rx"

    found = answers(loaded.invoke(cli, ["ask", "--batch", "-"], input=asked))

    assert [answer["question"] for answer in found] == [
        "who uses Terraform?",
        "",
        "who uses Postgres?",
        "caf\ufffd",
        " \rx",
    ]
    assert [len(answer["episodes"]) for answer in found[:3]] == [1, 0, 1]


def test_a_batch_comes_from_a_file_too(loaded: CliRunner, tmp_path: Path) -> None:
    """A file and standard input are answered alike."""
    (tmp_path / "questions").write_text("who uses Terraform?\n", encoding="utf-8")

    from_file = loaded.invoke(cli, ["ask", "--batch", "questions"])
    from_input = loaded.invoke(cli, ["ask", "--batch", "-"], input="who uses Terraform?\n")

    assert answers(from_file) == answers(from_input)


def test_a_broken_question_does_not_stop_the_batch(
    loaded: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its line says so, standard error names it, and the next one is answered."""
    from bot.ask import Asker

    ask = Asker.ask

    def fail(self: Asker, text: str, previous: Any = None) -> Any:
        if text == "boom":
            raise RuntimeError("a bug")
        return ask(self, text, previous)

    monkeypatch.setattr(Asker, "ask", fail)
    result = loaded.invoke(cli, ["ask", "--batch", "-"], input="boom\nwho uses Terraform?\n")

    assert result.exit_code == 0
    assert result.stderr == "line 1: RuntimeError: a bug\n"
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert [first["question"], first["intent"], first["episodes"]] == ["boom", "unanswerable", []]
    assert len(second["episodes"]) == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))))
def test_whatever_is_asked_is_answered(loaded: CliRunner, texts: list[str]) -> None:
    """As many answers as lines, each with the promised keys."""
    asked = "".join(f"{text}\n" for text in texts)

    found = answers(loaded.invoke(cli, ["ask", "--batch", "-"], input=asked.encode()))

    assert [list(answer) for answer in found] == [KEYS] * len(texts)


def test_a_question_or_a_batch(runner: CliRunner) -> None:
    """Both together is a usage error."""
    result = runner.invoke(cli, ["ask", "who?", "--batch", "-"])

    assert result.exit_code == 2
    assert "not both" in result.stderr


def test_a_missing_store_is_built_from_the_seeds(runner: CliRunner, tmp_path: Path) -> None:
    """The first answer needs no loading by hand."""
    result = runner.invoke(cli, ["ask", "who uses Terraform?"])

    assert "38:43" in result.stdout
    assert (tmp_path / "cli.db").is_file()


def test_seeds_that_are_none_are_named(runner: CliRunner, tmp_path: Path) -> None:
    """One line says which setting is wrong and what to do; no file is left behind."""
    result = runner.invoke(cli, ["ask", "who?"], env={"PLAYHEAD_SEEDS": str(tmp_path)})

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: PLAYHEAD_SEEDS: there is no show.yml in ")
    assert not (tmp_path / "cli.db").exists()


def test_a_foreign_file_is_refused(runner: CliRunner, tmp_path: Path) -> None:
    """Whatever is not ours is reported, in one line, and left as it is."""
    (tmp_path / "cli.db").write_text("a letter to a friend " * 500, encoding="utf-8")

    result = runner.invoke(cli, ["ask", "who uses Terraform?"])

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert (tmp_path / "cli.db").read_text(encoding="utf-8").startswith("a letter")


def test_dot_env_is_read_and_the_environment_wins(runner: CliRunner, tmp_path: Path) -> None:
    """A name without a value counts for nothing."""
    (tmp_path / ".env").write_text("PLAYHEAD_TODAY=tomorrow\nPLAYHEAD_DB\n", encoding="utf-8")

    overruled = runner.invoke(cli, ["ask", "--help"])
    written = runner.invoke(cli, ["ask", "who?"], env={"PLAYHEAD_TODAY": None})

    assert overruled.exit_code == 0
    assert (written.exit_code, "PLAYHEAD_TODAY: not a date" in written.stderr) == (2, True)


def test_a_dot_env_that_is_no_text_is_named(runner: CliRunner, tmp_path: Path) -> None:
    """The message says what to do about it."""
    (tmp_path / ".env").write_bytes(b"A=\xff\xfe\x00")

    result = runner.invoke(cli, ["ask", "who?"])

    assert (result.exit_code, ".env: cannot be read" in result.stderr) == (2, True)


def test_an_answer_imports_only_what_it_needs(loaded: CliRunner) -> None:
    """Start-up stays fast: no parser, no prompt, no colours for a pipe."""
    heavy = ["rich", "prompt_toolkit", "frontmatter", "ftfy", "slack_bolt", "markdown_it", "yaml"]
    script = (
        "import sys; from bot.cli import cli; cli(['ask', 'who uses Terraform?'],"
        f" standalone_mode=False); sys.exit(' '.join({{*{heavy}}} & {{*sys.modules}}) or 0)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={key: value for key, value in loaded.env.items() if value is not None},
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
