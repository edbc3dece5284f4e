"""The prompt answers question after question and survives what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from prompt_toolkit.application import create_app_session
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.cli import cli
from bot.cli.prompt import WELCOME, converse, history, prompted
from bot.dialogue import Answer, Evidence, Lookup
from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest
    from click.testing import CliRunner

    from bot.questions.base import Asked


class Echo:
    """A question that answers with its own text and the text before it."""

    intent = "echo"

    def __init__(self, text: str, before: str) -> None:
        self.text = text
        self.before = before

    def lookup(self) -> Lookup:
        """Nothing is fetched."""
        return Lookup()

    def answer(self, evidence: Evidence) -> Answer:
        """Both texts."""
        del evidence
        return Answer(self.text, self.intent, f"{self.before or 'first'} -> {self.text}")


class Parrot:
    """Answers with an :class:`Echo`, except when asked to break."""

    def ask(self, text: str, previous: Asked | None = None) -> tuple[Answer, Asked]:
        """The echo of a text."""
        if text == "break":
            raise StoreError("the store is locked")
        question = Echo(text, previous.text if previous else "")
        return question.answer(Evidence({})), cast("Asked", question)


def test_each_question_knows_the_one_before(capsys: pytest.CaptureFixture[str]) -> None:
    """Blank lines are passed over and do not break the thread."""
    converse(Parrot(), iter(["a", "", "  ", "b"]), color=False)

    assert capsys.readouterr().out == "first -> a\n\na -> b\n\n"


def test_an_error_is_one_line_and_the_conversation_goes_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The person can ask the next question."""
    converse(Parrot(), iter(["break", "b"]), color=False)

    captured = capsys.readouterr()
    assert captured.err == "Error: the store is locked\n"
    assert captured.out == "first -> b\n\n"


def test_quit_leaves(capsys: pytest.CaptureFixture[str]) -> None:
    """Words that people type to leave are not questions."""
    converse(Parrot(), iter(["Quit", "b"]), color=False)

    assert capsys.readouterr().out == ""


def test_control_c_drops_the_line_and_control_d_leaves() -> None:
    """Keys do what they do in a shell."""
    events: Iterator[str | type[BaseException]] = iter(["a", KeyboardInterrupt, "b", EOFError])

    def read() -> str:
        event = next(events)
        if isinstance(event, str):
            return event
        raise event

    assert list(prompted(read)) == ["a", "b"]


def test_history_is_kept_for_the_next_session(tmp_path: Path) -> None:
    """It is a file of the person's own."""
    kept = history(tmp_path / "new")

    assert isinstance(kept, FileHistory)
    assert (tmp_path / "new" / "history").stat().st_mode & 0o077 == 0


def test_history_does_without_a_file(tmp_path: Path) -> None:
    """A home that cannot be written to is no reason to fail."""
    (tmp_path / "file").touch()

    assert isinstance(history(tmp_path / "file"), InMemoryHistory)


def test_piped_lines_are_answered_in_order(runner: CliRunner) -> None:
    """Without a terminal there is no welcome and no prompt, just the answers."""
    asked = "who uses Terraform?\n\nexit\nwho uses Ansible?\n"

    result = runner.invoke(cli, ["ask"], input=asked)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("3 of 14 episodes use Terraform")
    assert "Ansible" not in result.stdout


def test_a_terminal_gets_a_welcome_and_a_prompt(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed there is answered until Ctrl-D."""
    monkeypatch.setattr("bot.cli.prompt.typing_person", lambda: True)
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("who uses Terraform?\r\x04")
        result = runner.invoke(cli, ["ask"])

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{WELCOME}\n3 of 14 episodes use Terraform")
