"""What a load brought is told once, to those who wait for it, and never what was there before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.dialogue import Head
from bot.digest.outbox import Kind
from bot.digest.subscription import Subscription, key_of
from bot.digest.watch import MOST_AT_ONCE, NEW_FOR, Fired
from bot.model import Stance
from bot.scheduler import News
from bot.scheduler.news import SETTLED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.digest.outbox import Post
    from bot.scheduler.news import Novelties
    from bot.state import State

NOW = 1_700_000_000.0
DAY = 86_400.0


def head(number: int) -> Head:
    """An episode, the newer the higher its number."""
    published = date(2024, 1, 1) + timedelta(number)
    slug = f"e{number}"
    return Head(
        number, slug, slug, "u", "s", "podcast", number, published, 60, (), (), None
    )  # fmt: skip


@dataclass
class Shelf:
    """A catalogue that loads can change, and who uses what in it."""

    all: dict[int, Head] = field(default_factory=dict)
    users: dict[str, set[int]] = field(default_factory=dict)

    def load(self, *numbers: int, **users: set[int]) -> None:
        """What another process does."""
        self.all = {number: head(number) for number in [*self.all, *numbers]}
        self.users = {**self.users, **users}

    def heads(self) -> dict[int, Head]:
        """All episodes."""
        return self.all

    def fired(self, technology: str) -> list[Fired]:
        """Who uses it."""
        numbers = self.users.get(technology, set())
        return [
            Fired(self.all[number], technology, Stance.USES, None)
            for number in sorted(numbers & self.all.keys())
        ]


@dataclass
class Here:
    """A clock's look at the catalogue, again and again."""

    state: State
    shelf: Shelf = field(default_factory=Shelf)
    now: float = NOW

    def news(self) -> News:
        """As a process has it that starts now."""
        state = self.state
        return News(self.shelf, state.novelties, state.watches, state.outbox, now=lambda: self.now)

    def settle(self, news: News) -> int:
        """Look until a load has settled."""
        first = news.look()
        self.now += SETTLED
        return first + news.look()

    def waiting(self) -> list[tuple[str, str]]:
        """Channel and key of the notes in the outbox, one of each workspace at a time."""
        found: list[Post] = []
        while posts := self.state.outbox.ready(self.now + 3_600, 100):
            for post in posts:
                taken = self.state.outbox.take(post, self.now + 3_600)
                assert taken is not None
                self.state.outbox.sent(taken, "1.0")
                found.append(post)
            self.now += 1
        return sorted((post.channel, post.key) for post in found)


@pytest.fixture
def here(state: State) -> Here:
    """Two channels that want to hear of new episodes, a watch, and three episodes seen."""
    made = Here(state)
    for channel in ("C1", "C2"):
        sub = Subscription("T1", channel, announce=True, on=channel == "C1")
        state.digests.save(sub, "U1", NOW)
    state.watches.add("T1", "C3", "redis", "U1", NOW)
    made.shelf.load(1, 2, 3, redis={1})
    assert made.settle(made.news()) == 0
    return made


def test_the_very_first_look_tells_nobody(here: Here) -> None:
    """What is there was there before."""
    assert here.waiting() == []
    assert set(here.state.novelties.seen().values()) == {0.0}


def test_a_new_episode_is_told_where_it_is_wanted(here: Here) -> None:
    """And where a technology is watched that it uses; once, whoever looks."""
    news = here.news()
    here.settle(news)
    here.shelf.load(4, redis={1, 4})

    assert here.settle(news) == 3
    assert here.settle(news) == 0
    assert here.settle(here.news()) == 0
    assert here.waiting() == [("C1", "new:s/e4"), ("C2", "new:s/e4"), ("C3", "watch:redis:s/e4")]


@dataclass
class Counted:
    """What all clocks have seen, and how often this one asks."""

    novelties: Novelties
    asked: int = 0

    def seen(self) -> Mapping[str, float]:
        """Count, and tell."""
        self.asked += 1
        return self.novelties.seen()

    def see(self, episodes: Sequence[str], when: float) -> None:
        """Remember."""
        self.novelties.see(episodes, when)

    def announcing(self) -> Sequence[tuple[str, str]]:
        """Who wants to hear."""
        return self.novelties.announcing()


def test_a_catalogue_that_stays_the_same_is_compared_once(here: Here) -> None:
    """A clock looks every few seconds, and loads are rare."""
    news = here.news()
    counted = news.novelties = Counted(here.state.novelties)

    here.settle(news)
    here.settle(news)
    assert 1 == counted.asked

    here.shelf.load(4)
    here.settle(news)
    here.settle(news)
    assert 2 == counted.asked


def test_a_load_is_waited_for_until_it_is_through(here: Here) -> None:
    """It writes source by source."""
    news = here.news()
    here.settle(news)
    for number in (4, 5):
        here.shelf.load(number)
        assert news.look() == 0
        here.now += SETTLED - 1

    assert news.look() == 0
    here.now += 1
    assert news.look() == 4


def test_what_came_while_no_clock_ran_is_told(here: Here) -> None:
    """The next clock that starts compares with what the last one saw."""
    here.shelf.load(4)

    assert here.settle(here.news()) == 2


def test_an_empty_catalogue_is_no_first_look(state: State) -> None:
    """Else all that is loaded then would be new."""
    here = Here(state)
    state.digests.save(Subscription("T1", "C1", announce=True), "U1", NOW)
    news = here.news()
    assert here.settle(news) == 0

    here.shelf.load(1, 2)

    assert here.settle(news) == 0
    assert len(state.novelties.seen()) == 2


def test_of_a_whole_new_show_the_latest_are_told(here: Here) -> None:
    """Nobody wants a hundred notes; the rest is never told later either."""
    news = here.news()
    here.settle(news)
    here.shelf.load(*range(10, 40), redis=set(range(10, 40)))

    assert here.settle(news) == 3 * MOST_AT_ONCE
    here.shelf.load(50)
    assert here.settle(news) == 2
    latest = sorted(f"new:s/e{number}" for number in (*range(35, 40), 50))
    assert [key for channel, key in here.waiting() if channel == "C1"] == latest


def test_what_an_episode_says_later_still_fires(here: Here) -> None:
    """A feed brought it without its stack; two weeks later it is old."""
    news = here.news()
    here.settle(news)
    here.shelf.load(4)
    here.settle(news)
    here.shelf.load(redis={1, 4})
    assert here.settle(news) == 1

    here.shelf.load(5)
    here.settle(news)
    here.now += NEW_FOR
    here.shelf.load(redis={1, 4, 5})
    assert here.settle(news) == 0


def test_a_watch_is_not_told_what_was_there_before_it(here: Here) -> None:
    """Though it is new by days."""
    news = here.news()
    here.settle(news)
    here.shelf.load(4, go={4})
    here.settle(news)
    here.now += DAY
    here.state.watches.add("T1", "C4", "go", "U1", here.now)
    here.shelf.load(5, go={4, 5})
    here.settle(news)

    assert [key for channel, key in here.waiting() if channel == "C4"] == ["watch:go:s/e5"]


def test_two_clocks_tell_once(here: Here) -> None:
    """Though both compare before either has written down what it saw."""
    first, second = here.news(), here.news()
    for news in (first, second):
        here.settle(news)
    here.shelf.load(4)
    stale = dict(here.state.novelties.seen())

    assert here.settle(first) == 2

    class Stale:
        """What the second clock read a moment before."""

        def __init__(self, state: State) -> None:
            self.see = state.novelties.see
            self.announcing = state.novelties.announcing

        def seen(self) -> dict[str, float]:
            """As it was."""
            return stale

    second.novelties = Stale(here.state)
    assert here.settle(second) == 0


def test_a_note_says_what_it_is_about(here: Here) -> None:
    """The clock that posts it may be another."""
    here.shelf.load(4, redis={4})
    here.settle(here.news())
    posts = []
    while ready := here.state.outbox.ready(here.now + 60, 10):
        posts += ready
        here.state.outbox.give_up(ready[0], "skipped")

    assert {(post.kind, post.episode, post.about) for post in posts} == {
        (Kind.NEW, "s/e4", ""),
        (Kind.WATCH, "s/e4", "redis"),
    }
    assert all(here.now <= post.run < here.now + 60 for post in posts)
    assert key_of(replace(head(4), show="s")) == "s/e4"
