"""Subscriptions are kept as people want them, with who changed what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from bot.digest.bag import Memory, Pick
from bot.digest.outbox import Kind, Post, digest_key
from bot.digest.schedule import Occurrence
from bot.digest.subscription import EVERY_DAY, Change, Subscription, Wish

if TYPE_CHECKING:
    from bot.state import State

NOW = datetime(2024, 5, 6, 8, tzinfo=UTC).timestamp()  # a Monday
HOUR = 3600.0
DAY = 24 * HOUR
SUB = Subscription("T1", "C1", at=time(9), weekdays=EVERY_DAY)


def post_due(state: State, now: float, episode: str = "show/1", number: int = 1) -> Post:
    """Claim what is due, as a clock does."""
    (due,) = state.outbox.due(now, 10)
    assert due.occurrence is not None
    sub, day = due.subscription, due.occurrence.day
    post = Post(
        sub.team, sub.channel, digest_key(day), Kind.DIGEST, episode,
        due=due.occurrence.due, run=due.occurrence.due,
    )  # fmt: skip
    following = Occurrence(date.fromordinal(day.toordinal() + 1), due.occurrence.due + DAY)
    assert state.outbox.claim(due, following, now, post, Pick(episode, number))
    return post


def test_what_is_saved_is_read(state: State) -> None:
    """With all that it says, and who made it when."""
    sub = Subscription(
        "T1",
        "C1",
        at=time(17, 30),
        zone="America/St_Johns",
        weekdays=frozenset({1, 7}),
        wish=Wish(("redis",), ("database",), ("show",), (2020, 2021)),
        announce=True,
        paused_until=date(2028, 2, 29),
    )

    kept = state.digests.save(sub, "U1", NOW)

    assert kept == replace(sub, user="U1", since=NOW, version=1)
    assert state.digests.subscription("T1", "C1") == kept
    assert state.digests.subscription("T1", "C2") is None


def test_subscriptions_are_listed_by_workspace_and_channel(state: State) -> None:
    """All of them, or those of one workspace."""
    for team, channel in [("T2", "C1"), ("T1", "C2"), ("T1", "C1")]:
        state.digests.save(Subscription(team, channel), "U1", NOW)

    assert [(s.team, s.channel) for s in state.digests.subscriptions()] == [
        ("T1", "C1"), ("T1", "C2"), ("T2", "C1"),
    ]  # fmt: skip
    assert [s.channel for s in state.digests.of_team("T1")] == ["C1", "C2"]


def test_who_changed_what_is_kept(state: State) -> None:
    """Latest first; the maker stays the maker."""
    state.digests.save(SUB, "U1", NOW)
    state.digests.save(replace(SUB, at=time(10), zone="Asia/Tokyo"), "U2", NOW + 1)
    state.digests.save(replace(SUB, on=False), "U3", NOW + 2)
    state.digests.save(replace(SUB, on=False), "U3", NOW + 3)

    assert state.digests.changes("T1", "C1") == [
        Change(NOW + 3, "U3", "saved"),
        Change(NOW + 2, "U3", "off, time, zone"),
        Change(NOW + 1, "U2", "time, zone"),
        Change(NOW, "U1", "made"),
    ]


def test_the_maker_stays_the_maker(state: State) -> None:
    """Whoever changes it."""
    state.digests.save(SUB, "U1", NOW)
    kept = state.digests.save(replace(SUB, at=time(10)), "U2", NOW + 1)

    assert (kept.user, kept.since, kept.version) == ("U1", NOW, 2)


def test_the_next_post_is_known(state: State) -> None:
    """As soon as it is saved, and again after a change."""
    state.digests.save(SUB, "U1", NOW)
    assert state.digests.upcoming("T1", "C1") == Occurrence(date(2024, 5, 6), NOW + HOUR)

    state.digests.save(replace(SUB, at=time(7)), "U1", NOW)
    assert state.digests.upcoming("T1", "C1") == Occurrence(date(2024, 5, 7), NOW + DAY - HOUR)
    assert state.digests.upcoming("T1", "C2") is None


def test_a_pause_ends_by_itself_or_by_hand(state: State) -> None:
    """On the day that it names, which may be one that comes once in four years."""
    state.digests.save(SUB, "U1", NOW)
    state.digests.save(replace(SUB, paused_until=date(2028, 2, 29)), "U1", NOW)
    assert state.digests.upcoming("T1", "C1") == Occurrence(
        date(2028, 2, 29), datetime(2028, 2, 29, 9, tzinfo=UTC).timestamp()
    )

    state.digests.save(replace(SUB, paused_until=date.max), "U1", NOW)
    assert state.digests.upcoming("T1", "C1") is None

    state.digests.save(SUB, "U1", NOW)
    assert state.digests.upcoming("T1", "C1") == Occurrence(date(2024, 5, 6), NOW + HOUR)


def test_a_day_that_had_its_post_gets_no_second_one(state: State) -> None:
    """Moved from nine to five in the evening after nine."""
    state.digests.save(SUB, "U1", NOW)
    post_due(state, NOW + HOUR)

    state.digests.save(replace(SUB, at=time(17)), "U1", NOW + 2 * HOUR)

    upcoming = state.digests.upcoming("T1", "C1")
    assert upcoming is not None
    assert upcoming.day == date(2024, 5, 7)


def test_a_change_loses_nothing_that_was_due_before(state: State) -> None:
    """Though no clock had come to it yet; the new schedule counts from the change on."""
    state.digests.save(SUB, "U1", NOW)
    state.digests.save(replace(SUB, at=time(8, 30)), "U1", NOW + 2 * HOUR)

    (due,) = state.outbox.due(NOW + 2 * HOUR, 10)
    assert due.occurrence == Occurrence(date(2024, 5, 6), NOW + HOUR)
    assert due.planned == NOW + 2 * HOUR


def test_a_change_that_is_none_of_the_schedule_moves_nothing(state: State) -> None:
    """In the minute in which it is due, least of all."""
    state.digests.save(SUB, "U1", NOW)
    state.digests.save(replace(SUB, announce=True, wish=Wish(("go",))), "U1", NOW + 2 * HOUR)

    assert state.digests.upcoming("T1", "C1") == Occurrence(date(2024, 5, 6), NOW + HOUR)


@pytest.mark.parametrize(
    "stopped",
    [replace(SUB, on=False), replace(SUB, paused_until=date(2024, 6, 1))],
    ids=["off", "paused"],
)
def test_what_is_switched_off_is_not_posted(state: State, stopped: Subscription) -> None:
    """Not even when it is on its way already; its episode is not lost."""
    state.digests.save(SUB, "U1", NOW)
    post_due(state, NOW + HOUR)
    assert state.digests.memory("T1", "C1") == Memory(1, frozenset({"show/1"}), "show/1")

    state.digests.save(stopped, "U1", NOW + HOUR)

    assert state.outbox.ready(NOW + DAY, 10) == []
    assert state.digests.memory("T1", "C1") == Memory()


def test_a_bag_is_remembered_by_rounds(state: State) -> None:
    """What came in the one under way, and what came last."""
    state.digests.save(SUB, "U1", NOW)
    assert state.digests.memory("T1", "C1") == Memory(1, frozenset(), "")

    for number, (episode, turn) in enumerate([("a", 1), ("b", 1), ("a", 2)], start=0):
        post_due(state, NOW + HOUR + number * DAY, episode, turn)

    assert state.digests.memory("T1", "C1") == Memory(2, frozenset({"a"}), "a")
    assert state.digests.memory("T1", "C2") == Memory()


def test_a_bag_survives_a_time_without_digests(state: State) -> None:
    """Switched on again, they do not begin from the beginning."""
    state.digests.save(SUB, "U1", NOW)
    post = post_due(state, NOW + HOUR)
    taken = state.outbox.take(post, NOW + HOUR)
    assert taken is not None
    state.outbox.sent(taken, "1.0")
    state.digests.save(replace(SUB, on=False), "U1", NOW + 2 * HOUR)
    state.digests.save(SUB, "U1", NOW + DAY)

    assert state.digests.memory("T1", "C1").sent == {"show/1"}


def test_a_zone_that_does_not_exist_is_refused(state: State) -> None:
    """And nothing is kept of it."""
    with pytest.raises(ValueError, match="no such time zone: 'Mars/Base'"):
        state.digests.save(replace(SUB, zone="Mars/Base"), "U1", NOW)

    assert list(state.digests.subscriptions()) == []
    assert state.digests.changes("T1", "C1") == []


def test_a_forgotten_workspace_leaves_no_digest(state: State) -> None:
    """Nor watches, nor posts, nor who changed what."""
    for team in ("T1", "T2"):
        state.digests.save(replace(SUB, team=team), "U1", NOW)
        state.watches.add(team, "C1", "redis", "U1", NOW)
    for due in state.outbox.due(NOW + HOUR, 10):
        sub = due.subscription
        post = Post(sub.team, "C1", "digest:x", Kind.DIGEST, "a", due=NOW, run=NOW)
        state.outbox.claim(due, None, NOW, post, Pick("a", 1))
        state.outbox.take(post, NOW)

    assert state.forget_team("T1") == 7
    assert state.digests.subscription("T1", "C1") is None
    assert state.digests.changes("T1", "C1") == []
    assert state.watches.of_channel("T1", "C1") == []
    assert state.digests.memory("T2", "C1").sent == {"a"}


def test_what_somebody_had_posted_is_out_of_the_bag(state: State) -> None:
    """Also when it came before, in an earlier round."""
    state.digests.came("T1", "C1", Pick("show/1", 1), NOW)
    state.digests.came("T1", "C1", Pick("show/2", 1), NOW + 1)
    assert state.digests.memory("T1", "C1") == Memory(1, frozenset({"show/1", "show/2"}), "show/2")

    state.digests.came("T1", "C1", Pick("show/1", 2), NOW + 2)

    assert state.digests.memory("T1", "C1") == Memory(2, frozenset({"show/1"}), "show/1")
    assert state.digests.memory("T1", "C2") == Memory()
