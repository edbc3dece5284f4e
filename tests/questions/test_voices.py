"""The same question in many voices: polite, terse, the technology first, misspelt.

Each row of ``voices.tsv`` has a plain question and what somebody typed who meant the same. Both
must be understood alike, whatever the answer is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.questions.library import DATA, claimed

if TYPE_CHECKING:
    from bot.dialogue import Answer
    from tests.questions.library import Library

ROWS = [
    tuple(line.split("\t"))
    for line in (DATA / "voices.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def _understood(answer: Answer) -> tuple[object, ...]:
    """What an answer is about, whatever it was asked like."""
    return answer.intent, claimed(answer), answer.total, set(answer.technologies), answer.rows


@pytest.mark.parametrize(("plain", "voice"), ROWS, ids=[voice for _, voice in ROWS])
def test_understood_like_the_plain_question(library: Library, plain: str, voice: str) -> None:
    """The same kind, the same episodes, the same numbers."""
    assert _understood(library.ask(voice)) == _understood(library.ask(plain))


def test_the_table_is_big_enough() -> None:
    """A hundred voices, each once."""
    voices = [voice for _, voice in ROWS]

    assert len(voices) >= 100
    assert len(set(voices)) == len(voices)
