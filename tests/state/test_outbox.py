"""What clocks share: each thing happens once, whatever the other clocks do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.digest.bag import Memory, Pick
from bot.digest.outbox import Kind, Post, digest_key
from bot.digest.schedule import Occurrence
from bot.digest.subscription import EVERY_DAY, Change, Subscription, Wish
from bot.state import State
from bot.state.outbox import FAILED, LEASE, SKEW, SKIPPED

if TYPE_CHECKING:
    from tests.scheduler.memory import MemoryState

    Shared = State | MemoryState
    from bot.state.outbox import Due

NOW = datetime(2024, 5, 6, 9, tzinfo=UTC).timestamp()  # a Monday
DAY = 86_400.0
KEEP = 30 * DAY
TODAY = date(2024, 5, 6)
SUB = Subscription("T1", "C1", at=time(9), weekdays=EVERY_DAY)


def subscribed(shared: Shared, *channels: str, team: str = "T1") -> None:
    """Subscriptions that are due at :data:`NOW`."""
    for channel in channels or ("C1",):
        shared.digests.save(replace(SUB, team=team, channel=channel), "U1", NOW - 3600)


def post_of(due: Due, episode: str = "a") -> Post:
    """The post of an occurrence."""
    assert due.occurrence is not None
    sub, when = due.subscription, due.occurrence
    key = digest_key(when.day)
    return Post(sub.team, sub.channel, key, Kind.DIGEST, episode, due=when.due, run=when.due)


def following(due: Due) -> Occurrence:
    """The occurrence a day later."""
    assert due.occurrence is not None
    return Occurrence(due.occurrence.day + timedelta(1), due.occurrence.due + DAY)


def claimed(shared: Shared, now: float = NOW, episode: str = "a") -> list[Post]:
    """All that is due, put into the outbox."""
    posts = []
    for due in shared.outbox.due(now, 100):
        posts.append(post_of(due, episode))
        assert shared.outbox.claim(due, following(due), now, posts[-1], Pick(episode, 1))
    return posts


def test_what_was_changed_meanwhile_is_not_posted_as_it_was(shared: Shared) -> None:
    """A clock that read it before reads it again, though the time is the same."""
    subscribed(shared)
    (due,) = shared.outbox.due(NOW, 10)
    shared.digests.save(replace(SUB, wish=Wish(("go",))), "U2", NOW)

    assert not shared.outbox.claim(due, following(due), NOW, post_of(due), Pick("a", 1))
    assert [each.subscription.wish for each in shared.outbox.due(NOW, 10)] == [Wish(("go",))]
    assert len(claimed(shared)) == 1


def taken(shared: Shared, post: Post, now: float = NOW) -> Post:
    """A post that this clock takes."""
    mine = shared.outbox.take(post, now)
    assert mine is not None
    return mine


def test_what_is_due_is_found_from_its_second_on(shared: Shared) -> None:
    """Not before, and the longest due first."""
    subscribed(shared, "C1")
    shared.digests.save(replace(SUB, channel="C2", at=time(8, 30)), "U1", NOW - 3600)

    assert [d.subscription.channel for d in shared.outbox.due(NOW - 1, 10)] == ["C2"]
    assert [d.subscription.channel for d in shared.outbox.due(NOW, 10)] == ["C2", "C1"]
    assert [d.subscription.channel for d in shared.outbox.due(NOW, 1)] == ["C2"]
    assert shared.outbox.due(NOW, 10)[1].occurrence == Occurrence(TODAY, NOW)


def test_an_occurrence_is_claimed_once(shared: Shared) -> None:
    """The second clock that read it at the same moment gets nothing."""
    subscribed(shared)
    (due,) = shared.outbox.due(NOW, 10)

    assert shared.outbox.claim(due, following(due), NOW, post_of(due), Pick("a", 1)) is True
    assert shared.outbox.claim(due, following(due), NOW, post_of(due, "b"), Pick("b", 1)) is False

    assert [post.episode for post in shared.outbox.ready(NOW, 10)] == ["a"]
    assert shared.digests.memory("T1", "C1").sent == {"a"}
    assert shared.outbox.due(NOW, 10) == []
    assert shared.outbox.due(NOW + DAY, 10)[0].occurrence == following(due)


def test_a_local_date_is_posted_once_whatever_the_row_says(shared: Shared) -> None:
    """Though a clock that was put back comes to it again."""
    subscribed(shared)
    claimed(shared)
    (due,) = shared.outbox.due(NOW + DAY, 10)
    again = replace(due, occurrence=Occurrence(TODAY, NOW))

    assert shared.outbox.claim(due, following(due), NOW, post_of(again, "b"), Pick("b", 1)) is False
    assert [post.episode for post in shared.outbox.ready(NOW, 10)] == ["a"]
    assert shared.digests.memory("T1", "C1").sent == {"a"}


def test_a_claim_of_what_has_changed_meanwhile_fails(shared: Shared) -> None:
    """It was decided on what is no longer true."""
    subscribed(shared)
    (due,) = shared.outbox.due(NOW, 10)
    shared.digests.save(replace(SUB, at=time(17)), "U1", NOW)

    assert shared.outbox.claim(due, following(due), NOW, post_of(due), Pick("a", 1)) is False
    assert shared.outbox.ready(NOW, 10) == []


def test_what_is_skipped_goes_on_without_a_post(shared: Shared) -> None:
    """And the last occurrence may be followed by none."""
    subscribed(shared)
    (due,) = shared.outbox.due(NOW, 10)

    assert shared.outbox.claim(due, None, NOW) is True
    assert shared.outbox.ready(NOW, 10) == []
    assert shared.digests.upcoming("T1", "C1") is None


def test_what_a_clock_ahead_has_planned_is_looked_at_again(shared: Shared) -> None:
    """Once it is put back by more than clocks may differ."""
    subscribed(shared)
    (due,) = shared.outbox.due(NOW, 10)
    ahead = NOW + 400 * DAY
    shared.outbox.claim(due, Occurrence(date(2025, 6, 11), ahead + DAY), ahead)

    assert shared.outbox.due(ahead - SKEW, 10) == []
    (found,) = shared.outbox.due(NOW, 10)
    assert found.planned == ahead
    assert shared.outbox.claim(found, Occurrence(TODAY, NOW), NOW) is True
    shared.outbox.claim(replace(found, planned=NOW, occurrence=Occurrence(TODAY, NOW)), None, ahead)
    (stopped,) = shared.outbox.due(NOW, 10)
    assert stopped.occurrence is None
    assert shared.outbox.claim(stopped, following(found), NOW) is True


def test_a_post_is_taken_once(shared: Shared) -> None:
    """Then it is the taker's for a while."""
    subscribed(shared)
    (post,) = claimed(shared)

    mine = taken(shared, post)

    assert (mine.attempts, mine.unsure) == (1, False)
    assert shared.outbox.take(post, NOW + 5) is None
    assert shared.outbox.ready(NOW + LEASE - 1, 10) == []


def test_what_a_crash_left_is_taken_up(shared: Shared) -> None:
    """After the lease, with the doubt whether it is there."""
    subscribed(shared)
    mine = taken(shared, claimed(shared)[0])

    (left,) = shared.outbox.ready(NOW + LEASE, 10)

    assert (left.attempts, left.unsure, left.run) == (1, True, NOW + LEASE)
    again = taken(shared, left, NOW + LEASE)
    assert (again.attempts, again.unsure) == (2, True)
    shared.outbox.later(mine, NOW, unsure=False)
    shared.outbox.give_up(mine, FAILED)
    assert shared.outbox.ready(NOW + LEASE + 1, 10) == []
    assert shared.outbox.ready(NOW + 2 * LEASE, 10) != []


def test_what_is_sent_is_over(shared: Shared) -> None:
    """Even when it was a clock that had lost its lease that sent it."""
    subscribed(shared)
    mine = taken(shared, claimed(shared)[0])
    taken(shared, shared.outbox.ready(NOW + LEASE, 10)[0], NOW + LEASE)

    shared.outbox.sent(mine, "1.0")

    assert shared.outbox.ready(NOW + DAY, 10) == []
    assert shared.digests.memory("T1", "C1").sent == {"a"}


def test_what_is_put_off_comes_again(shared: Shared) -> None:
    """At its time, with what is known of it."""
    subscribed(shared)
    mine = taken(shared, claimed(shared)[0])

    shared.outbox.later(mine, NOW + 30, unsure=False)

    assert shared.outbox.ready(NOW + 29, 10) == []
    (again,) = shared.outbox.ready(NOW + 30, 10)
    assert (again.attempts, again.unsure) == (1, False)


@pytest.mark.parametrize("ended", [FAILED, SKIPPED])
def test_what_is_given_up_goes_back_into_the_bag(shared: Shared, ended: str) -> None:
    """Nobody has seen the episode."""
    subscribed(shared)
    mine = taken(shared, claimed(shared)[0])

    shared.outbox.give_up(mine, ended)

    assert shared.outbox.ready(NOW + DAY, 10) == []
    assert shared.digests.memory("T1", "C1").sent == frozenset()


def test_an_episode_that_is_gone_is_exchanged(shared: Shared) -> None:
    """In the post and in the bag; not by a clock that has lost the post to another."""
    subscribed(shared)
    mine = taken(shared, claimed(shared)[0])

    other = shared.outbox.exchange(mine, Pick("b", 2), NOW)

    assert other == replace(mine, episode="b")
    assert shared.digests.memory("T1", "C1") == Memory(2, frozenset({"b"}), "b")
    again = taken(shared, shared.outbox.ready(NOW + LEASE, 10)[0], NOW + LEASE)
    assert again.episode == "b"
    shared.outbox.exchange(mine, Pick("c", 2), NOW)
    assert shared.outbox.memory("T1", "C1") == Memory(2, frozenset({"b"}), "b")


def test_what_is_caught_up_with_keeps_the_time_it_was_worked_out(shared: Shared) -> None:
    """So that nothing between is taken for what a later change has done away with."""
    subscribed(shared)
    (due,) = shared.outbox.due(NOW + 3 * DAY, 10)
    assert shared.outbox.claim(due, following(due), NOW + 3 * DAY, post_of(due), Pick("a", 1))

    (second,) = shared.outbox.due(NOW + 3 * DAY, 10)

    assert second.planned == due.planned
    assert second.occurrence == following(due)


def test_a_workspace_gets_one_post_a_second(shared: Shared) -> None:
    """Another one is not held up by it."""
    subscribed(shared, "C1", "C2", "C3")
    subscribed(shared, "C9", team="T2")
    claimed(shared)

    first = shared.outbox.ready(NOW, 10)
    assert sorted((post.team, post.channel) for post in first) == [("T1", "C1"), ("T2", "C9")]
    assert len(shared.outbox.ready(NOW, 1)) == 1
    for post in first:
        taken(shared, post)

    assert shared.outbox.ready(NOW + 0.9, 10) == []
    assert [post.channel for post in shared.outbox.ready(NOW + 1, 10)] == ["C2"]


def test_another_clock_does_not_get_round_the_pace(shared: Shared) -> None:
    """It read the workspace as free a moment ago; the post it wanted stays as it was."""
    subscribed(shared, "C1", "C2")
    first, second = claimed(shared)
    taken(shared, first)

    assert shared.outbox.take(second, NOW + 0.5) is None
    (again,) = shared.outbox.ready(NOW + 1, 10)
    assert again == second


def test_a_workspace_is_left_alone_as_long_as_slack_says(shared: Shared) -> None:
    """Never shorter than was said before."""
    subscribed(shared)
    (post,) = claimed(shared)

    shared.outbox.hold("T1", NOW + 30)
    shared.outbox.hold("T1", NOW + 10)

    assert shared.outbox.take(post, NOW + 29) is None
    assert shared.outbox.ready(NOW + 29, 10) == []
    assert shared.outbox.ready(NOW + 30, 10) == [post]


def test_a_channel_that_takes_no_posts_stops_its_subscription(shared: Shared) -> None:
    """Its maker is told once, and a person can start it again."""
    subscribed(shared)
    mine = taken(shared, claimed(shared)[0])
    notice = Post("T1", "U1", "broken:C1:1", Kind.BROKEN, about="C1 is_archived", due=NOW, run=NOW)

    assert shared.outbox.stop("T1", "C1", "is_archived", NOW) is True
    assert shared.outbox.stop("T1", "C1", "is_archived", NOW + 5) is False

    shared.outbox.later(mine, NOW, unsure=False)
    assert shared.outbox.ready(NOW + 10, 10) == [notice]
    assert shared.outbox.due(NOW + DAY, 10) == []
    stopped = shared.digests.subscription("T1", "C1")
    assert stopped is not None
    assert stopped.broken == "is_archived"
    assert shared.digests.memory("T1", "C1").sent == frozenset()
    assert shared.digests.changes("T1", "C1")[0] == Change(NOW, "", "is_archived")

    resumed = shared.digests.save(stopped, "U2", NOW + 60)
    assert resumed.broken == ""
    assert shared.digests.changes("T1", "C1")[0].what == "tried again"
    assert shared.digests.upcoming("T1", "C1") == Occurrence(date(2024, 5, 7), NOW + DAY)


def test_a_channel_without_a_subscription_may_take_no_posts_either(shared: Shared) -> None:
    """It has only a watch; nothing is left to be tried."""
    post = Post("T1", "C1", "watch:go:s/1", Kind.WATCH, "s/1", "go", due=NOW, run=NOW)
    shared.outbox.enqueue([post])

    assert shared.outbox.stop("T1", "C1", "is_archived", NOW) is False
    assert shared.outbox.ready(NOW, 10) == []

    shared.watches.add("T1", "C1", "go", "U7", NOW)
    assert shared.outbox.stop("T1", "C1", "is_archived", NOW) is True
    assert shared.outbox.stop("T1", "C1", "is_archived", NOW + 1) is False
    (notice,) = shared.outbox.ready(NOW, 10)
    assert (notice.channel, notice.about) == ("U7", "C1 is_archived")


def test_a_note_is_put_into_the_outbox_once(shared: Shared) -> None:
    """However often a load is looked at, and by how many clocks."""
    post = Post("T1", "C1", "watch:go:s/1", Kind.WATCH, "s/1", "go", due=NOW, run=NOW)
    other = replace(post, channel="C2")

    assert shared.outbox.enqueue([post]) == 1
    taken(shared, post)
    assert shared.outbox.enqueue([post, other]) == 1
    assert shared.outbox.enqueue([]) == 0
    (ready,) = shared.outbox.ready(NOW + 1, 10)
    assert ready == other


def test_posts_are_forgotten_after_a_month(shared: Shared) -> None:
    """What came out of the bag is not."""
    subscribed(shared)
    claimed(shared)

    assert shared.purge(NOW + KEEP) == 0
    assert shared.purge(NOW + KEEP + 1) == 1
    assert shared.digests.memory("T1", "C1").sent == {"a"}


def test_many_clocks_take_each_post_once(place: str) -> None:
    """In threads, each with a state of its own, all at once."""
    with State.open(place) as shared:
        for number in range(12):
            subscribed(shared, team=f"T{number}")

    def clock(name: int) -> list[str]:
        with State.open(place) as shared:
            for due in shared.outbox.due(NOW, 100):
                pick = Pick(str(name), 1)
                shared.outbox.claim(due, following(due), NOW, post_of(due, str(name)), pick)
            posts = shared.outbox.ready(NOW, 100)
            return [post.team for post in posts if shared.outbox.take(post, NOW)]

    with ThreadPoolExecutor(4) as pool:
        got = [team for teams in pool.map(clock, range(4)) for team in teams]

    assert sorted(got) == sorted(f"T{number}" for number in range(12))
