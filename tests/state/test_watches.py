"""Who waits for what is kept, once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.digest.subscription import Change, Watch

if TYPE_CHECKING:
    from bot.state import State

NOW = 1_700_000_000.0


def test_a_watch_is_made_once(state: State) -> None:
    """The first who asked is remembered."""
    assert state.watches.add("T1", "C1", "terraform", "U1", NOW) is True
    assert state.watches.add("T1", "C1", "terraform", "U2", NOW + 1) is False

    assert state.watches.of_channel("T1", "C1") == [Watch("T1", "C1", "terraform", "U1", NOW)]


def test_watches_are_found_by_channel_and_by_technology(state: State) -> None:
    """In an order that does not depend on the database."""
    for team, channel, technology in [
        ("T2", "C1", "go"), ("T1", "C1", "redis"), ("T1", "C1", "go"), ("T1", "C2", "go"),
    ]:  # fmt: skip
        state.watches.add(team, channel, technology, "U1", NOW)

    assert [each.technology for each in state.watches.of_channel("T1", "C1")] == ["go", "redis"]
    assert [(each.team, each.channel) for each in state.watches.of_technology("go")] == [
        ("T1", "C1"), ("T1", "C2"), ("T2", "C1"),
    ]  # fmt: skip
    assert state.watches.technologies() == {"go", "redis"}
    assert state.watches.of_technology("perl") == []


def test_a_watch_is_ended_once(state: State) -> None:
    """And who did is kept."""
    state.watches.add("T1", "C1", "go", "U1", NOW)

    assert state.watches.remove("T1", "C1", "go", "U2", NOW + 1) is True
    assert state.watches.remove("T1", "C1", "go", "U2", NOW + 2) is False
    assert state.watches.technologies() == frozenset()
    assert state.digests.changes("T1", "C1") == [
        Change(NOW + 1, "U2", "unwatch go"),
        Change(NOW, "U1", "watch go"),
    ]


def test_the_watches_of_a_workspace(state: State) -> None:
    """By channel and technology, and no other workspace's."""
    for team, channel, technology in [
        ("T1", "C2", "go"), ("T1", "C1", "redis"), ("T2", "C1", "go"), ("T1", "C1", "go"),
    ]:  # fmt: skip
        state.watches.add(team, channel, technology, "U1", NOW)

    assert [(each.channel, each.technology) for each in state.watches.of_team("T1")] == [
        ("C1", "go"), ("C1", "redis"), ("C2", "go"),
    ]  # fmt: skip
