"""Which kind takes a question: its own examples, and the same question typed differently."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.questions import KINDS, for_readers, parse
from tests.questions.library import DATA, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.questions.library import Library

# Answered by another kind's question, of which they are a looser form.
ANSWERED_AS = {"described": "episode", "formerly": "used_before"}
EXAMPLES = [(kind.NAME, example) for kind in KINDS for example in kind.EXAMPLES]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_examples_are_of_their_kind(seeds: Library, kind: str, example: str) -> None:
    """What the help shows is understood as what it stands for."""
    assert ANSWERED_AS.get(kind, kind) == seeds.understand(example).intent


def questions() -> list[str]:
    """All questions of the files that name things, over whatever episodes they are."""
    lines = [
        line
        for name in ("corpus.jsonl", "fresh.jsonl", "seeds.jsonl")
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
    rows = [json.loads(line) for line in lines]
    # A search has all its words to go by, and what cannot be answered has none.
    named = [row for row in rows if row["kind"] not in {"unanswerable", "topic", "similar"}]
    return [row["question"] for row in named if row["question"].strip()]


FORMS: dict[str, Callable[[str], str]] = {
    "lower case": str.lower,
    "upper case": str.upper,
    "no question mark": lambda text: text.rstrip("?!. "),
    "question mark": lambda text: text.rstrip("?!. ") + "?",
    "pls": lambda text: text.rstrip("?!. ") + " pls",
    "please": lambda text: f"please {text}",
    "hey": lambda text: f"hey, {text}",
    "thanks": lambda text: text.rstrip("?!. ") + ", thanks",
    "can you": lambda text: f"can you tell me {text}",
    "spaces": lambda text: f"  {text.replace(' ', '  ')} ",
    "mention": lambda text: f"<@U012ABC> {text}",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_question_typed_differently(seeds: Library, form: str) -> None:
    """Hardly any question changes its kind with its case, its politeness or its punctuation."""
    lexicon = seeds.asker.lexicon()
    changed = [
        text
        for text in questions()
        if parse(text, lexicon, TODAY).intent != parse(FORMS[form](text), lexicon, TODAY).intent
    ]

    assert len(changed) <= 0.015 * len(questions()), changed


def test_readers_meet_every_kind_with_the_help_last() -> None:
    """A kind that has no place yet would stand behind it."""
    shown = for_readers()

    assert set(shown) == set(KINDS)
    assert [kind.NAME for kind in shown][-1] == "help"
