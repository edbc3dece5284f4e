"""In a terminal the answer has colour, links and width; its words stay the same."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from bot.cli.terminal import show, write
from bot.dialogue import Answer, Row
from bot.render import to_text
from tests.answers import citation, cue, full_answer

ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def written(answer: Answer, *, width: int = 100, no_color: bool = False) -> str:
    """What a terminal of that width receives."""
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        width=width,
        no_color=no_color,
        highlight=False,
        _environ={},
    )
    write(console, answer)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_every_word_of_the_plain_text_is_there() -> None:
    """Nothing that the plain text says is missing in the terminal."""
    seen = ESCAPES.sub("", written(full_answer()))

    assert set(to_text(full_answer()).split()) <= set(seen.split())


def test_times_and_names_are_links() -> None:
    """A click starts the player at that second."""
    raw = written(full_answer())

    assert re.search(r"\x1b\]8;[^;]*;https://example\.test/podcast/9-songrender#2323", raw)


def test_no_color_leaves_no_colour() -> None:
    """Bold and dim remain, colours go."""
    codes = re.findall(r"\x1b\[([0-9;]*)m", written(full_answer(), no_color=True))

    assert codes
    assert not [code for code in codes if re.search(r"\b(3[0-7]|9[0-7]|38)\b", code)]


def test_no_line_is_wider_than_the_terminal() -> None:
    """Long lines wrap under their own column; only addresses are never broken."""
    long = citation(cues=(cue(text="Terraform " * 30), cue(3900, "x" * 90)))

    seen = ESCAPES.sub("", written(replace(full_answer(), episodes=(long,)), width=40))

    first, *more = [line for line in seen.splitlines() if "Terraform Terraform" in line]
    assert first.startswith("  ▶ 38:43 Terraform")
    assert {first.index("Terraform")} == {len(line) - len(line.lstrip()) for line in more}
    addresses = [line for line in seen.splitlines() if "://" in line]
    assert max(len(line) for line in seen.splitlines() if line not in addresses) <= 40
    assert set(addresses) == {
        "  https://example.test/podcast/9-songrender#2323",
        "  https://example.test/podcast/9-songrender#3900",
        "  https://example.test/podcast/9-songrender#None",
    }


def test_markup_in_a_source_is_text() -> None:
    """Square brackets of a show-note line are shown as they are."""
    tagged = citation(cues=(cue(text="[bold]not bold[/bold] [link=x]"),))

    seen = ESCAPES.sub("", written(Answer("?", "who_uses", "One.", episodes=(tagged,))))

    assert "[bold]not bold[/bold] [link=x]" in seen


def test_the_longest_bar_is_the_highest_count() -> None:
    """Bars keep the proportion, and nothing at all has no bar."""
    rows = (Row("Go", 12), Row("Elixir", 6), Row("COBOL", 0))

    seen = ESCAPES.sub("", written(Answer("?", "ranking", "Three.", rows=rows)))

    lines = seen.splitlines()
    assert [line.count("█") for line in lines] == [0, 0, 24, 12, 0]
    units = {match.end() for line in lines[2:] if (match := re.search(r"\d+", line))}
    assert len(units) == 1
    assert lines[2].index("█") == lines[3].index("█")


def test_several_columns_have_headings() -> None:
    """And no bars."""
    row = Row("caches", 1, None, "Both: Redis", ("Redis", "[b]"))
    answer = Answer("?", "compare_shows", "One.", rows=(row,), headings=("Part", "Both", "Only X"))

    seen = ESCAPES.sub("", written(answer)).splitlines()

    assert [line.split() for line in seen[2:]] == [
        ["Part", "Both", "Only", "X"],
        ["caches", "Redis", "[b]"],
    ]


def test_more_than_ten_are_named() -> None:
    """The rest is one sentence, as in the plain text."""
    many = tuple(citation(f"Company{number}") for number in range(11))

    seen = ESCAPES.sub("", written(Answer("?", "who_uses", "Eleven.", episodes=many)))

    assert seen.endswith("and 1 more: Company10\n")


@pytest.mark.parametrize("explain", [False, True])
def test_a_pipe_gets_the_plain_text(capsys: pytest.CaptureFixture[str], *, explain: bool) -> None:
    """Where the output is no terminal there is no escape sequence."""
    show(full_answer(), explain=explain)

    reasons = "\nSongRender: a subject of the line\n" if explain else ""
    assert capsys.readouterr().out == to_text(full_answer()) + "\n" + reasons


def test_a_terminal_gets_the_rich_form(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal is recognised by standard output itself."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    show(full_answer())

    assert "\x1b[1m2 episodes use Terraform." in capsys.readouterr().out
