"""What is done about a post that Slack does not take."""

from __future__ import annotations

import pytest

from bot.digest.outbox import (
    BLIND,
    NOTE_WINDOW,
    SETTLE,
    STOPS,
    WINDOW,
    Decision,
    Kind,
    Post,
    Verdict,
    decide,
    stopped,
    window_of,
)
from bot.digest.subscription import Subscription
from bot.errors import PostError

NOW = 1_000_000.0
FIRST = Post("T1", "C1", "digest:2024-05-06", Kind.DIGEST, "s/1", due=NOW, attempts=1)


def test_a_refusal_is_tried_again_later_each_time() -> None:
    """Twice as long, up to a quarter of an hour."""
    pauses = []
    for attempts in range(1, 10):
        post = Post("T1", "C1", "k", Kind.DIGEST, due=NOW, attempts=attempts)
        decision = decide(post, PostError("accesslimited"), NOW, WINDOW, looking=False)
        assert (decision.verdict, decision.unsure) == (Verdict.RETRY, False)
        pauses.append(decision.run - NOW)

    assert pauses == [15, 30, 60, 120, 240, 480, 900, 900, 900]


def test_slack_is_left_alone_as_long_as_it_says() -> None:
    """Or longer, when it failed more often."""
    error = PostError("ratelimited", 77)

    assert decide(FIRST, error, NOW, WINDOW, looking=False) == Decision(Verdict.RETRY, NOW + 77)


def test_no_answer_means_to_wait_until_it_has_settled() -> None:
    """And to look before it is posted again; so does a look that failed."""
    lost = PostError("TimeoutError", unsure=True)

    assert decide(FIRST, lost, NOW, WINDOW, looking=False) == Decision(
        Verdict.RETRY, NOW + SETTLE, unsure=True
    )
    refused = decide(FIRST, PostError("accesslimited"), NOW, WINDOW, looking=True)
    assert refused == Decision(Verdict.RETRY, NOW + 15, unsure=True)


@pytest.mark.parametrize("word", sorted(STOPS))
def test_what_does_not_mend_itself_stops_the_subscription(word: str) -> None:
    """The note that tells so is just given up."""
    note = stopped(Subscription("T1", "C1", user="U1", version=3), word, NOW)

    assert decide(FIRST, PostError(word), NOW, WINDOW, looking=False).verdict is Verdict.STOP
    assert decide(note, PostError(word), NOW, WINDOW, looking=False).verdict is Verdict.GIVE_UP
    assert (note.channel, note.key, note.about) == ("U1", "broken:C1:3", f"C1 {word}")


@pytest.mark.parametrize("word", sorted(BLIND))
def test_what_cannot_be_looked_for_is_given_up(word: str) -> None:
    """As possibly there."""
    decision = decide(FIRST, PostError(word), NOW, WINDOW, looking=True)

    assert decision == Decision(Verdict.GIVE_UP, unsure=True)


def test_what_would_be_too_late_is_given_up() -> None:
    """A note is good for longer than a digest."""
    error, late = PostError("accesslimited"), NOW + WINDOW - 14
    note = Post("T1", "C1", "new:s/1", Kind.NEW, "s/1", due=NOW, attempts=1)

    assert decide(FIRST, error, late, WINDOW, looking=False).verdict is Verdict.GIVE_UP
    assert decide(note, error, late, WINDOW, looking=False).verdict is Verdict.RETRY
    assert (window_of(FIRST, 5.0), window_of(note, 5.0)) == (5.0, NOTE_WINDOW)
