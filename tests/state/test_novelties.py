"""What the clocks have seen, and who wants to hear of what is new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.digest.subscription import Subscription

if TYPE_CHECKING:
    from bot.state import State

NOW = 1_700_000_000.0
SUB = Subscription("T1", "C1")


def test_an_episode_is_first_seen_once(state: State) -> None:
    """Its time is that of the first look."""
    assert state.novelties.seen() == {}

    state.novelties.see(["a", "b"], 0.0)
    state.novelties.see(["b", "c"], NOW)
    state.novelties.see([], NOW)

    assert state.novelties.seen() == {"a": 0.0, "b": 0.0, "c": NOW}


def test_conversations_that_want_to_hear_of_new_episodes(state: State) -> None:
    """With or without a digest; not those that take no posts."""
    for sub in (
        replace(SUB, announce=True),
        replace(SUB, channel="C2", announce=True, on=False),
        replace(SUB, channel="C3"),
        replace(SUB, channel="C4", announce=True),
    ):
        state.digests.save(sub, "U1", NOW)
    state.outbox.stop("T1", "C4", "is_archived", NOW)

    assert state.novelties.announcing() == [("T1", "C1"), ("T1", "C2")]
