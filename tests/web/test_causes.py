"""What a message answers is known, and what it follows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bot.errors import StoreError
from bot.render.request import Request
from bot.web.causes import KEPT, LIVES_S, Cause, Causes, Explainer, Typed, answered, packed

if TYPE_CHECKING:
    from bot.ask import Asker
    from bot.web.names import Json

PLACE = ("C0GENERAL", "1.0")


def row(action: str, value: str) -> Json:
    """A row with one button."""
    button = {"type": "button", "action_id": action, "value": value}
    return {"type": "actions", "elements": [button]}


def test_the_last_thing_done_in_a_place_caused_what_appears_there() -> None:
    """Nothing else did."""
    causes = Causes()
    first = causes.add(Cause(frozenset({PLACE})))
    last = causes.add(Cause(frozenset({PLACE, ("C0GENERAL", None)})))
    causes.add(Cause(frozenset({("D0PLAYHEAD", None)})))

    assert causes.take("C0PODCASTS", None) is None
    assert causes.take("C0GENERAL", None) is last
    assert causes.take("C0GENERAL", None) is None
    assert causes.take(*PLACE) is first


def test_what_is_answered_otherwise_causes_nothing_more() -> None:
    """However often that is said."""
    causes = Causes()
    done = causes.add(Cause(frozenset({PLACE})))
    causes.drop(done)
    causes.drop(done)

    assert causes.take(*PLACE) is None


def test_what_was_done_long_ago_causes_nothing() -> None:
    """Nor what was done before too much else."""
    causes = Causes()
    causes.add(Cause(frozenset({PLACE}), began=time.perf_counter() - LIVES_S - 1))
    assert causes.take(*PLACE) is None
    causes.add(Cause(frozenset({PLACE})))
    for _ in range(KEPT):
        causes.add(Cause(frozenset()))

    assert causes.take(*PLACE) is None


def test_a_question_follows_those_before_it(asker: Asker) -> None:
    """In its own conversation; a thank-you is no question."""
    explainer = Explainer(lambda: asker)
    explainer.remember(PLACE, explainer.begin(PLACE, "zero downtime deploys"))
    explainer.remember(PLACE, explainer.begin(PLACE, "thanks!"))

    assert explainer.begin(PLACE, "<@U0PLAYHEAD> and logs?") == Typed(
        "and logs?", ("zero downtime deploys",)
    )
    assert explainer.begin(("D0PLAYHEAD", None), "and logs?").previous == ()
    assert explainer.begin(PLACE, "<@U0PLAYHEAD>").text == "help"


def test_old_conversations_are_forgotten(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that went on are not."""
    monkeypatch.setattr("bot.web.causes.CONVERSATIONS", 2)
    explainer = Explainer(lambda: asker)
    places = [("C0GENERAL", str(number)) for number in range(3)]
    for place in (places[0], places[1], places[0], places[2]):
        explainer.remember(place, Typed("zero downtime deploys"))

    assert [bool(explainer.begin(place, "more").previous) for place in places] == [
        True, False, True,
    ]  # fmt: skip


def test_an_explanation_may_follow_other_questions(asker: Asker) -> None:
    """A line each."""
    lines = Explainer(lambda: asker).lines
    deploys = "zero downtime deploys"

    assert lines(Typed(deploys))
    assert lines(Typed("more", (deploys,))) != lines(Typed("more"))


def test_a_store_that_does_not_answer_explains_nothing() -> None:
    """The message arrives all the same."""

    def broken() -> Asker:
        raise StoreError("locked")

    explainer = Explainer(broken)

    assert explainer.lines(Typed("zero downtime deploys")) == ()
    explainer.remember(PLACE, Typed("zero downtime deploys"))
    assert explainer.begin(PLACE, "more").previous == ()


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (Request("who uses Go?", previous=("a", "b")).packed(), Typed("who uses Go?", ("a", "b"))),
        ("up", None),
        (None, None),
        ("stack\n0\n\nan-episode", None),
    ],
)
def test_a_button_may_carry_a_question(value: object, found: Typed | None) -> None:
    """Or something else."""
    assert packed(value) == found


def test_a_message_says_itself_what_it_answers() -> None:
    """By the buttons that page or share it, not by those that ask something else."""
    other = row("ask:try:0", Request("another").packed())
    own = row("share", Request("who uses Go?").packed())

    assert answered([other, own]) == Typed("who uses Go?")
    assert answered([other, row("share", "broken")]) is None
