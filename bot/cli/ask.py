"""``playhead ask``: one question or a conversation for a person, or many for a program."""

from __future__ import annotations

import json
import sys
from typing import IO, TYPE_CHECKING

import click

from bot.cli.catalogue import open_asker
from bot.cli.help import Command, Example
from bot.cli.typed import lines, printable
from bot.dialogue import Answer
from bot.render import to_json

if TYPE_CHECKING:
    from bot.cli.catalogue import Answering
    from bot.config import Settings


@click.command(
    "ask",
    cls=Command,
    examples=(
        Example('playhead ask "who uses Terraform?"', "for a person"),
        Example('playhead ask --json "how many shows use redis"', "for a program"),
        Example(
            "playhead ask --explain 'zero downtime releases'", "why the lines come in this order"
        ),
        Example("playhead ask --batch questions.txt", "a file of questions, one line of JSON each"),
        Example("playhead ask", "one question after the other"),
    ),
)
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--explain", is_flag=True, help="Say why the answer ranks as it does.")
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE",
    help="Answer one question a line ('-' reads standard input), one line of JSON each.",
)
@click.pass_obj
def command(
    settings: Settings,
    question: tuple[str, ...],
    *,
    as_json: bool,
    explain: bool,
    batch: IO[bytes] | None,
) -> None:
    """Answer QUESTION from the store; build the store from the seeds when it is missing.

    Without a question it asks for one after the other, until Ctrl-D; lines that are piped in are
    answered in their order.
    """
    if question and batch:
        raise click.UsageError(
            'Give a question or --batch FILE, not both: playhead ask "who uses Terraform?"'
        )
    with open_asker(settings) as asker:
        if not question and batch is None:
            from bot.cli.prompt import talk

            talk(asker, color=settings.color)
            return
        if batch is not None:
            _answer_lines(asker, batch, explain=explain)
            return
        answer, _ = asker.ask(printable(" ".join(question)))
    if as_json:
        text = json.dumps(_as_json(answer, explain=explain), indent=2, ensure_ascii=False)
        click.echo(text)
        return
    from bot.cli.terminal import show

    show(answer, color=settings.color, explain=explain)


def _answer_lines(asker: Answering, stream: IO[bytes], *, explain: bool) -> None:
    """Answer every line, each on its own: a question that breaks must not stop the others."""
    for number, text in enumerate(lines(stream), start=1):
        try:
            answer, _ = asker.ask(text)
        except Exception as error:  # noqa: BLE001 - the batch goes on whatever one question does
            click.echo(f"line {number}: {type(error).__name__}: {error}", err=True)
            answer = Answer(text, "unanswerable", "This question could not be answered.", gap=True)
        click.echo(json.dumps(_as_json(answer, explain=explain)))
        sys.stdout.flush()


def _as_json(answer: Answer, *, explain: bool) -> dict[str, object]:
    return {**to_json(answer), **({"explain": list(answer.explain())} if explain else {})}
