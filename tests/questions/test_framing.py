"""What a question is wrapped in goes before it is understood."""

from __future__ import annotations

import pytest

from bot.questions.framing import unframed


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Hello, I would like to know who uses pandas, thank you", "who uses pandas"),
        ("good morning team, does anyone know who is on Fly", "who is on Fly"),
        ("I'm evaluating nginx, whose setup could I look at?", "nginx, whose setup?"),
        ("my boss wants a queue. who has one", "a queue. who has one"),
        ("we are thinking about celery, any show I should hear?", "celery, any show?"),
        ("I've heard of Elm, who uses it", "Elm, who uses it"),
        ("i'd be grateful for a list of rails apps", "a list of rails apps"),
        ("would you be so kind and name the latest episode", "name the latest episode"),
        ("so who uses redis, do you know?", "who uses redis?"),
        ("quick question: who uses rust", "who uses rust"),
        ("need someone with a queue", "someone with a queue"),
        ("node w/ mongo", "node with  mongo"),
        ("rails w/o sidekiq", "rails without sidekiq"),
        ("paid thru stripe pls", "paid through stripe"),
        ("who can't live without redis", "who relies on redis"),
        ("can u tell me who is on linode", "who is on linode"),
        ("infra as code", "infrastructure as code"),
    ],
)
def test_what_is_asked_remains(typed: str, left: str) -> None:
    """Greetings, thanks and the first person go, shorthand is written out."""
    assert unframed(typed) == left


@pytest.mark.parametrize(
    "typed", ["hi", "hello, how are you", "thank you", "who uses redis", "just 2021", "so what"]
)
def test_nothing_is_taken_from_what_wraps_nothing(typed: str) -> None:
    """Nothing would be left, or nothing is in the way."""
    assert unframed(typed) == typed


def test_what_wraps_a_question_more_than_once_goes_too() -> None:
    """One layer after the other is taken off."""
    typed = "Hi! Sorry, quick question, I was wondering if anybody is on linode, thanks a lot"
    assert unframed(typed) == "anybody is on linode"


@pytest.mark.parametrize(
    "trail",
    """
    thank you|Thanks|thx|TY|cheers|please|much appreciated|if that's okay|if it is possible
    |if you don't mind|if possible|if any|by any chance|do you know|you know|thanks in advance
    """.replace("\n", "").split("|"),
)
def test_every_trail_goes(trail: str) -> None:
    """In whatever case; most questions have none, which is found out before."""
    assert unframed(f"who uses redis, {trail.strip()}?") == "who uses redis?"
