"""Replies are kept as long as they hold, for everybody alike, and no longer."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS, Settings
from bot.load import load
from bot.render.request import Kind, Request
from bot.slack.desk import Desk
from bot.slack.replies import Replies
from bot.state import State
from bot.store import Store
from tests.cli.conftest import write_post

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.dialogue import Answer
    from bot.questions.base import Asked

ASKED = Request("who uses Terraform?")
JUNE = date(2024, 6, 1)


@dataclass
class Counted:
    """Gives an asker of the day and counts what it is asked."""

    store: Store
    today: date = JUNE
    asked: list[str] = field(default_factory=list)

    def __call__(self) -> Asker:
        """Whoever answers today."""
        return Counting(self.store, self.today, self.asked)


class Counting(Asker):
    """Remembers what it is asked."""

    def __init__(self, store: Store, today: date, asked: list[str]) -> None:
        super().__init__(store, today)
        self._asked = asked

    def ask(
        self, text: str, previous: Asked | None = None, generation: int | None = None
    ) -> tuple[Answer, Asked]:
        """Answer a question."""
        self._asked.append(text)
        return super().ask(text, previous, generation)


@pytest.fixture
def askers(store: Path) -> Iterator[Counted]:
    """Answers from one episode."""
    with Store.open(store) as opened:
        yield Counted(opened)


def test_the_same_question_is_answered_once(askers: Counted) -> None:
    """All pages come from one answer; with and without the button to share are two messages."""
    replies = Replies(askers, 10)

    first, again = replies.reply(ASKED), replies.reply(Request("who uses Terraform?"))
    page, shared = replies.reply(replace(ASKED, offset=5)), replies.reply(ASKED, share=True)

    assert first is again
    whole = replies.answer(replace(ASKED, offset=5))
    assert [first.answer] * 3 == [page.answer, shared.answer, whole]
    assert first.message != shared.message
    assert "Share in channel" in json.dumps(shared.message.blocks)
    assert "Share in channel" not in json.dumps(first.message.blocks)
    assert askers.asked == ["who uses Terraform?"]


def test_other_questions_are_others(askers: Counted) -> None:
    """Another question before it, another kind, another spelling."""
    replies = Replies(askers, 10)
    others = [
        replace(ASKED, previous=("who uses Flask?",)),
        Request("1-acme", Kind.STACK),
        Request("1-acme", Kind.MOMENTS),
        Request("Who uses terraform"),
    ]

    found = [replies.reply(each).answer for each in [ASKED, *others]]

    assert len({id(each) for each in found}) == len(found)


def test_nothing_is_served_that_a_load_has_changed(askers: Counted, tmp_path: Path) -> None:
    """Also when another process loads; an edition that knows of it gets the new answer."""
    replies = Replies(askers, 10)
    before = replies.reply(ASKED)
    name, line = "2024-05-13-2-bolt.md", "Screws are sorted by Terraform"
    write_post(tmp_path, name, "Bolt Sells Screws", "Bo Example", "terraform", line)
    with Store.open(askers.store.path) as other:
        load(other, [str(tmp_path / name)], seeds=BUNDLED_SEEDS)

    after = replies.reply(ASKED)

    assert ["Bolt" in each.message.text for each in (before, after)] == [False, True]
    assert [len(each.answer.episodes) for each in (before, after)] == [1, 2]
    assert replies.reply(ASKED) is after


def test_another_day_is_another_answer(askers: Counted) -> None:
    """For "last month" means another one then."""
    replies, asked = Replies(askers, 10), Request("episodes from last month")
    june = replies.reply(asked)
    askers.today = date(2024, 7, 1)
    july = replies.reply(asked)

    assert [bool(each.answer.episodes) for each in (june, july)] == [True, False]


def test_no_more_are_kept_than_was_said(askers: Counted) -> None:
    """The one that was not asked for the longest goes; with 0 nothing is kept."""
    few, none = Replies(askers, 2), Replies(askers, 0)

    for text in ("who uses Go?", "who uses Flask?", "who uses Rust?", "who uses Go?"):
        few.reply(Request(text))
    assert askers.asked == ["who uses Go?", "who uses Flask?", "who uses Rust?", "who uses Go?"]
    assert none.reply(ASKED) is not none.reply(ASKED)
    assert len(askers.asked) == 6


def test_threads_get_the_same_reply(askers: Counted) -> None:
    """Whoever is first makes it."""
    replies = Replies(askers, 10)
    first = replies.reply(ASKED)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: replies.reply(ASKED), range(64)))

    assert {id(each) for each in found} == {id(first)}


@pytest.mark.parametrize("answers_kept", [0, 10])
def test_a_gap_is_remembered_once_an_hour(
    askers: Counted, tmp_path: Path, answers_kept: int
) -> None:
    """For each workspace; however often it is asked and answered, it is written once."""
    now, events = [7200.0], list[str]()
    with State.open(tmp_path / "state.db", events.append) as state:
        desk = Desk(Settings(answers_kept=answers_kept), askers, state, lambda: now[0])
        for team in ("T1", "T1", "T2"):
            desk.missed(team, "who uses Cobol?")
            now[0] += 1000
        assert events == ["unanswered"] * 2
        now[0] += 600
        desk.missed("T1", "who uses Cobol?")

    assert events == ["unanswered"] * 3
