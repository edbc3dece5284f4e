"""One look at the clock at a time: what becomes of a post, whatever happens to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest

from bot.digest.bag import Memory
from bot.digest.outbox import NOTE_WINDOW, SETTLE, Kind, Post
from bot.digest.subscription import EVERY_DAY, Subscription, Wish
from bot.errors import PostError, StoreError
from bot.render.blocks import Message
from bot.scheduler import Clock, Gone
from bot.scheduler.clock import FENCE
from bot.state.outbox import LEASE
from tests.scheduler.memory import MemoryState

if TYPE_CHECKING:
    from collections.abc import Callable

START = datetime(2024, 5, 6, 8, tzinfo=UTC).timestamp()
HOUR = 3600.0
DAY = 24 * HOUR
SUB = Subscription("T1", "C1", time(9), "UTC", EVERY_DAY)
LOST = PostError("TimeoutError", unsure=True)


@dataclass
class Here:
    """A clock, and all that it stands on.

    Attributes:
        said: What Slack says to the next calls: a timestamp, an error, or nothing found.
        posts: Key and text of what was posted.
    """

    state: MemoryState = field(default_factory=MemoryState)
    now: float = START
    episodes: tuple[str, ...] = ("s/1", "s/2", "s/3")
    gone: set[str] = field(default_factory=set)
    said: list[str | Exception | None] = field(default_factory=list)
    posts: list[tuple[str, str, str]] = field(default_factory=list)
    looked: int = 0
    seen: list[tuple[str, int]] = field(default_factory=list)
    slow: float = 0.0

    def clock(self) -> Clock:
        """A clock that starts now."""
        return Clock(
            self.state,
            self,
            self,
            now=lambda: self.now,
            observe=lambda event, number: self.seen.append((event, number)),
        )

    def tick(self, after: float = 0.0) -> int:
        """Look, some seconds later."""
        self.now += after
        return self.clock().tick()

    def fitting(self, wish: Wish) -> tuple[str, ...]:
        """All episodes, unless a show is wished for that there is not."""
        return () if wish.shows else self.episodes

    def message(self, post: Post, wish: Wish | None) -> Message:
        """The key of the episode, after a while."""
        assert (wish is None) == (post.kind is not Kind.DIGEST)
        self.now += self.slow
        if post.episode in self.gone:
            raise Gone(post.episode)
        return Message(post.episode or post.about)

    def post(self, post: Post, message: Message) -> str:
        """Post, or fail as told."""
        said = self.said.pop(0) if self.said else "1.0"
        if isinstance(said, Exception):
            raise said
        self.posts.append((post.channel, post.key, message.text))
        return str(said)

    def find(self, post: Post) -> str | None:
        """Find what was told."""
        del post
        self.looked += 1
        said = self.said.pop(0) if self.said else None
        if isinstance(said, Exception):
            raise said
        return said

    def counted(self) -> dict[str, int]:
        """What was observed."""
        names = {name for name, _ in self.seen}
        return {name: sum(n for each, n in self.seen if each == name) for name in names}


@pytest.fixture
def here() -> Here:
    """One subscription that is due in an hour."""
    made = Here()
    made.state.save(SUB, "U1", START)
    return made


def waited(here: Here) -> Here:
    """The same a minute after it was due and put into the outbox."""
    here.tick(HOUR)
    here.now += 60
    return here


def test_a_post_is_made_in_its_minute(here: Here) -> None:
    """Not before; spread over the minute; once."""
    assert here.tick(HOUR - 1) == 0
    assert here.tick(1) >= 1
    assert here.tick(60) <= 1
    assert here.tick(60) == 0

    ((channel, key, _),) = here.posts
    assert (channel, key) == ("C1", "digest:2024-05-06")
    assert here.counted() == {"due": 1, "sent": 1}


def test_every_day_brings_another_episode(here: Here) -> None:
    """Until all have come."""
    for _ in range(6):
        here.tick(HOUR if not here.posts else DAY - 60)
        here.tick(60)

    texts = [text for _, _, text in here.posts]
    assert sorted(texts[:3]) == sorted(texts[3:]) == ["s/1", "s/2", "s/3"]
    assert [key for _, key, _ in here.posts] == [f"digest:2024-05-{day:02}" for day in range(6, 12)]


def test_what_was_missed_is_caught_up_with(here: Here) -> None:
    """Within six hours; it counts as late."""
    here.tick(7 * HOUR - 90)

    assert [key for _, key, _ in here.posts] == ["digest:2024-05-06"]
    assert here.counted() == {"due": 1, "sent": 1, "late": 1}


def test_what_was_missed_too_long_ago_is_skipped(here: Here) -> None:
    """However many days; the next one comes."""
    here.tick(10 * DAY)
    assert here.counted() == {"skipped": 10}
    assert here.posts == []

    here.tick(HOUR)
    here.tick(60)
    assert [key for _, key, _ in here.posts] == ["digest:2024-05-16"]


def test_of_what_was_missed_the_latest_is_caught_up_with(here: Here) -> None:
    """If it is not too long ago itself."""
    here.now += 3 * DAY + 2 * HOUR
    for _ in range(3):
        here.tick()

    assert [key for _, key, _ in here.posts] == ["digest:2024-05-09"]
    assert here.counted() == {"skipped": 3, "due": 1, "sent": 1, "late": 1}


def test_a_clock_that_is_put_back_repeats_nothing(here: Here) -> None:
    """By an hour, just after the post."""
    here.tick(HOUR)
    here.tick(60)
    here.now -= 2 * HOUR
    for _ in range(200):
        here.tick(120)

    assert [key for _, key, _ in here.posts] == ["digest:2024-05-06"]
    here.tick(DAY - 4 * HOUR)
    here.tick(60)
    assert [key for _, key, _ in here.posts] == ["digest:2024-05-06", "digest:2024-05-07"]


def test_a_clock_that_was_a_year_ahead_stops_nothing(here: Here) -> None:
    """What it planned is planned anew once it is put back."""
    here.tick(366 * DAY)
    here.now -= 366 * DAY

    here.tick()
    here.tick(HOUR)
    here.tick(60)

    assert [key for _, key, _ in here.posts] == ["digest:2024-05-06"]


def test_a_time_zone_change_skips_no_date_and_repeats_none(here: Here) -> None:
    """From Auckland, where it was posted today already, to Honolulu, where it is yesterday."""
    here.state.save(replace(SUB, zone="Pacific/Auckland"), "U1", here.now)
    here.tick(14 * HOUR)
    here.tick(60)
    here.state.save(replace(SUB, zone="Pacific/Honolulu"), "U1", here.now)
    for _ in range(3 * 24 * 12):
        here.tick(300)

    assert [key for _, key, _ in here.posts] == [f"digest:2024-05-{day:02}" for day in (7, 8, 9)]


def test_nothing_fits(here: Here) -> None:
    """Nothing is posted, and the next day is looked at again."""
    here.state.save(replace(SUB, wish=Wish(shows=("none",))), "U1", here.now)
    here.tick(HOUR)
    assert here.counted() == {"skipped": 1}

    here.state.save(SUB, "U1", here.now)
    here.tick(DAY)
    here.tick(60)
    assert [key for _, key, _ in here.posts] == ["digest:2024-05-07"]


def test_a_zone_that_has_left_the_database_stops_its_digest(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its maker is told."""

    def unknown(*_: object) -> None:
        raise ValueError("no such time zone: 'Mars/Base'")

    monkeypatch.setattr("bot.scheduler.clock.next_after", unknown)
    here.tick(HOUR)

    assert here.counted()["stopped"] == 1
    here.tick(1)
    assert [(channel, text) for channel, _, text in here.posts] == [("U1", "C1 unknown_zone")]


# -- what becomes of a post ----------------------------------------------------------------


def test_what_slack_refuses_for_now_is_tried_again(here: Here) -> None:
    """Later each time, and without looking for it: Slack said that it is not there."""
    here.said = [PostError("ratelimited", 40), PostError("accesslimited")]
    waited(here).tick()
    assert here.tick(39) == 0
    here.tick(1)
    assert here.posts == []
    here.tick(30)

    assert len(here.posts) == 1
    assert here.looked == 0
    assert here.counted() == {"due": 1, "retried": 2, "sent": 1}


def test_a_workspace_is_left_alone_as_long_as_slack_says(here: Here) -> None:
    """Other posts of it wait as well."""
    here.state.save(replace(SUB, channel="C2"), "U1", START)
    here.said = [PostError("ratelimited", 90)]
    waited(here).tick()

    assert here.tick(89) == 0
    here.tick(1)
    here.tick(1)
    assert sorted(channel for channel, _, _ in here.posts) == ["C1", "C2"]


def test_a_post_without_an_answer_is_looked_for(here: Here) -> None:
    """After a while, in which it may arrive; it was there."""
    here.said = [LOST, "7.0"]
    waited(here).tick()
    assert here.tick(SETTLE - 1) == 0
    here.tick(1)

    assert here.posts == []
    assert here.looked == 1
    assert here.counted()["sent"] == 1
    assert here.tick(LEASE) == 0


def test_a_post_without_an_answer_that_is_not_there_is_made(here: Here) -> None:
    """And looked for again when looking failed."""
    here.said = [LOST, PostError("TimeoutError", unsure=True), None, "1.0"]
    waited(here).tick()
    here.tick(SETTLE)
    assert (here.looked, here.posts) == (1, [])
    here.tick(SETTLE)

    assert here.looked == 2
    assert len(here.posts) == 1


def test_what_may_be_there_and_cannot_be_looked_for_is_not_repeated(here: Here) -> None:
    """Once too few is better than once too often; its episode stays out of the bag."""
    here.said = [LOST, PostError("missing_scope")]
    waited(here).tick()
    here.tick(SETTLE)

    assert here.posts == []
    assert here.counted()["failed"] == 1
    assert len(here.state.memory("T1", "C1").sent) == 1


def test_what_fails_for_hours_is_given_up(here: Here) -> None:
    """When it is no longer worth making; its episode goes back."""
    here.said = [PostError("accesslimited")] * 1_000
    waited(here)
    for _ in range(6 * 60):
        here.tick(60)

    assert here.counted()["failed"] == 1
    assert here.state.memory("T1", "C1") == Memory()
    assert 20 < here.counted()["retried"] < 40


def test_what_waited_too_long_is_not_posted(here: Here) -> None:
    """It was in the outbox when all clocks stopped; tried or not."""
    waited(here)
    here.now += 7 * HOUR
    here.tick()
    assert here.counted() == {"due": 1, "skipped": 1}

    here.now = START + DAY
    here.tick(HOUR)
    here.said = [PostError("ratelimited", 1)]
    here.tick(60)
    here.now += 7 * HOUR
    here.tick()
    assert here.counted()["failed"] == 1
    assert here.posts == []


@pytest.mark.parametrize(
    "word", ["not_in_channel", "is_archived", "channel_not_found", "account_inactive"]
)
def test_a_channel_that_takes_no_posts_stops_its_digest(here: Here, word: str) -> None:
    """Its maker is told once, and nothing more is tried."""
    here.said = [PostError(word)]
    waited(here).tick()
    here.tick(2)
    for _ in range(50):
        here.tick(HOUR)

    assert [(channel, text) for channel, _, text in here.posts] == [("U1", f"C1 {word}")]
    assert here.counted() == {"due": 1, "stopped": 1, "sent": 1}


def test_a_maker_who_cannot_be_told_is_left_alone(here: Here) -> None:
    """The bot's own account is gone, say."""
    here.said = [PostError("account_inactive"), PostError("account_inactive")]
    waited(here).tick()
    here.tick(2)

    assert here.counted() == {"due": 1, "stopped": 1, "failed": 1}
    assert here.tick(NOTE_WINDOW) == 0


def test_a_started_digest_that_stops_again_is_told_again(here: Here) -> None:
    """The person did something about it, and it did not help."""
    here.said = [PostError("not_in_channel")]
    waited(here).tick()
    here.tick(2)
    stopped = here.state.subscription("T1", "C1")
    assert stopped is not None
    here.state.save(stopped, "U1", here.now)
    here.said = [PostError("not_in_channel")]
    here.tick(DAY)
    here.tick(60)
    here.tick(2)

    assert [key for _, key, _ in here.posts] == ["broken:C1:1", "broken:C1:2"]


def test_an_episode_that_is_gone_makes_room_for_another(here: Here) -> None:
    """It left the catalogue between choosing and posting."""
    waited(here)
    (post,) = here.state.ready(here.now, 10)
    here.gone = {post.episode}
    here.tick()

    ((_, _, text),) = here.posts
    assert text != post.episode
    assert here.state.memory("T1", "C1").sent == {text}


def test_when_all_are_gone_nothing_is_posted(here: Here) -> None:
    """And a note about one that is gone is not made."""
    waited(here)
    here.gone, here.episodes = set(here.episodes), here.episodes[:1]
    note = Post("T2", "C9", "new:s/1", Kind.NEW, "s/1", due=here.now, run=here.now)
    here.state.enqueue([note])
    here.tick()

    assert here.posts == []
    assert here.counted() == {"due": 1, "skipped": 2}
    assert here.tick(DAY / 24) == 0


def test_no_other_one_is_left(here: Here) -> None:
    """The only episode is gone."""
    here.episodes = ("s/1",)
    waited(here)
    here.gone, here.episodes = {"s/1"}, ()
    here.tick()

    assert here.counted() == {"due": 1, "skipped": 1}


def test_a_clock_that_stood_still_does_not_post_what_it_took(here: Here) -> None:
    """Another may have taken it over meanwhile; it is taken anew."""
    here.slow = FENCE + 1
    waited(here).tick()
    assert here.posts == []

    here.slow = 0
    here.tick()
    assert len(here.posts) == 1


def test_one_that_breaks_does_not_keep_the_others(here: Here) -> None:
    """It is tried again later, and looked for: who knows how far it came."""
    here.state.save(replace(SUB, team="T2"), "U1", START)
    here.said = [RuntimeError("boom")]
    waited(here).tick()
    assert len(here.posts) == 1

    here.tick(SETTLE)
    assert here.looked == 1
    assert len(here.posts) == 2


def test_a_ledger_that_does_not_answer_is_said(here: Here) -> None:
    """The caller waits and looks again."""
    here.said = [StoreError("locked")]

    with pytest.raises(StoreError):
        waited(here).tick()


def test_two_clocks_post_once(here: Here) -> None:
    """Whatever order they come in."""
    clocks: list[Callable[[], int]] = [here.clock().tick, here.clock().tick]
    here.now += HOUR
    for _ in range(60):
        for tick in clocks:
            tick()
        here.now += 1

    assert len(here.posts) == 1


def test_what_is_not_observed_is_done_all_the_same() -> None:
    """Counting is a choice."""
    here = Here()
    here.state.save(SUB, "U1", START)
    clock = Clock(here.state, here, here, now=lambda: here.now)
    here.now += HOUR + 60
    clock.tick()

    assert len(here.posts) == 1
