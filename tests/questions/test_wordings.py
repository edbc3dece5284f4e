"""Ways to say that something was left, is done without, is planned or gave way to something else.

``data/wordings.tsv`` lists some 400 of them; each is to be taken by its kind, whatever is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.questions import parse
from tests.questions.library import DATA, TODAY

if TYPE_CHECKING:
    from tests.questions.library import Library

NAMES = {
    "used_before": ("heroku", "MySQL", "Vagrant", "stripe"),
    "not_using": ("kubernetes", "Docker", "graphql", "stripe"),
    "planning": ("kubernetes", "Redis", "GitHub Actions", "stripe"),
    "who_uses": ("kubernetes", "Redis", "Docker", "elixir", "GraphQL"),
    "moved_from_to": ("heroku", "mysql", "Ansible", "stripe"),
}
NEW = "Postgres"


def wordings(kind: str) -> list[str]:
    """The wordings of a kind."""
    lines = (DATA / "wordings.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [wording for named, wording in rows if named == kind]


def worded(wording: str, name: str) -> str:
    """A wording with names in it."""
    return re.sub(r"\b[XY]\b", lambda match: name if match.group() == "X" else NEW, wording)


@pytest.mark.parametrize("kind", NAMES)
def test_every_wording_is_of_its_kind(library: Library, kind: str) -> None:
    """With names in small letters and as they are written."""
    lexicon = library.asker.lexicon()
    questions = [worded(each, name) for each in wordings(kind) for name in NAMES[kind]]
    others = {
        question: found
        for question in questions
        if (found := parse(question, lexicon, TODAY).intent) != kind
    }

    assert len(questions) > 150
    assert others == {}
