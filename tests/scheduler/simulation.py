"""A year of digests in minutes: clocks that are killed, a Slack that fails, time that flies.

What comes out is compared with the oracle, which knows nothing of how it was done. Two clocks
take turns at every single step, so that each may come between any two steps of the other.
"""

from __future__ import annotations

import random
from array import array
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from math import ceil
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from sqlalchemy import func, select

from bot.digest.subscription import EVERY_DAY, WORKDAYS, Subscription
from bot.errors import PostError
from bot.render.blocks import Message
from bot.scheduler import Clock
from bot.state.tables import OUTBOX, SUBSCRIPTIONS
from tests.scheduler import oracle
from tests.scheduler.memory import MemoryState
from tests.scheduler.oracle import DAY, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.digest.outbox import Post
    from bot.digest.subscription import Wish
    from bot.state import State
    from bot.state.outbox import Outbox

START = int(datetime(2027, 10, 1, tzinfo=UTC).timestamp())
"""400 days from here have both changes of the clocks, north and south, and a 29 February."""

EPOCH = date(1970, 1, 1).toordinal()
FIRST = START // DAY - 5
"""The first day of the diaries, since 1970."""

ZONES = sorted(available_timezones())
EPISODES = tuple(f"show/{number}" for number in range(97))
DEAF = Message("text")


class Killed(BaseException):
    """A process is no more, in the middle of whatever it did."""


@dataclass(frozen=True, slots=True)
class Diary:
    """What arrived in one channel; small, because there are millions of posts.

    Attributes:
        times: How often, by days since the start.
        first: When first, seconds since 1970.
    """

    times: bytearray
    first: array[float]

    @classmethod
    def of(cls, days: int) -> Diary:
        """An empty one."""
        return cls(bytearray(days), array("d", [0.0]) * days)

    def note(self, day: int, when: float) -> None:
        """Something arrived."""
        if not self.times[day]:
            self.first[day] = when
        self.times[day] += 1


@dataclass(frozen=True, slots=True)
class Settings:
    """What is simulated.

    Attributes:
        kills: Chance that a clock is killed at a step.
        turns: Chance that the other clock comes in between at a step.
        fails: Share of calls of Slack that fail.
        changes: Share of subscriptions whose schedule somebody changes on the way.
    """

    subscriptions: int
    days: int
    seed: int = 1
    kills: float = 1e-4
    turns: float = 0.02
    fails: float = 0.05
    changes: float = 0.1


@dataclass(slots=True)
class Result:
    """What came out.

    Attributes:
        posts: How many arrived that were due.
        missed: Were due and never arrived.
        doubled: Arrived more than once.
        wrong: Arrived though the oracle knows nothing of them.
        kills: How often a clock was killed.
        late: Seconds after its time -> posts.
        spacing: Fewest seconds between two posts taken in one workspace.
        uneven: Channels whose episodes did not all come equally often, but for one.
    """

    posts: int = 0
    missed: int = 0
    doubled: int = 0
    wrong: int = 0
    kills: int = 0
    calls: int = 0
    failed: int = 0
    spacing: float = float("inf")
    uneven: int = 0
    late: Counter[int] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)

    def late_by(self, share: float) -> int:
        """Seconds by which at most so large a share of posts is later."""
        left = sum(self.late.values()) * (1 - share)
        for seconds in sorted(self.late, reverse=True):
            left -= self.late[seconds]
            if left < 0:
                return seconds
        return 0


class Shelf:
    """A catalogue that always has the same to say."""

    def fitting(self, wish: Wish) -> tuple[str, ...]:
        """All episodes."""
        del wish
        return EPISODES

    def message(self, post: Post, wish: Wish | None) -> Message:
        """Always the same."""
        del post, wish
        return DEAF


@dataclass(slots=True)
class Slack:
    """Takes posts late, fails some, and says nothing about others that it took all the same."""

    world: World
    last: dict[str, deque[tuple[str, float]]] = field(default_factory=dict)

    def post(self, post: Post, message: Message) -> str:
        """Post a message, or fail in one of many ways."""
        del message
        world, chance = self.world, self.world.random.random
        result = world.result
        result.calls += 1
        world.step()
        if chance() < world.settings.fails:
            result.failed += 1
            self._fail(post, chance())
        world.now += 0.05 + 0.4 * chance() if chance() > 0.02 else 5 + 4 * chance()
        self._arrive(post, world.now)
        world.step()
        return "1.0"

    def _fail(self, post: Post, how: float) -> None:
        world = self.world
        if how < 0.25:
            world.now += 0.1
            raise PostError("ratelimited", 1 + int(how * 100))
        if how < 0.4:
            world.now += 0.1
            raise PostError("accesslimited")
        # No word from Slack: the post is lost, or is there, or is there in a minute.
        world.now += 10
        if how > 0.7:
            self._arrive(post, world.now + (60 if how > 0.85 else 0))
        raise PostError("TimeoutError", unsure=True)

    def _arrive(self, post: Post, when: float) -> None:
        kept = self.last.get(post.channel)
        if kept is None:
            kept = self.last[post.channel] = deque(maxlen=8)
        kept.append((post.key, when))
        self.world.arrived(post, when)

    def find(self, post: Post) -> str | None:
        """Look through what a channel has by now."""
        world = self.world
        world.step()
        world.now += 0.2
        if world.random.random() < world.settings.fails:
            raise PostError("TimeoutError", unsure=True)
        there = self.last.get(post.channel, ())
        return "1.0" if any(k == post.key and when <= world.now for k, when in there) else None


class Shaky:
    """A ledger during whose calls anything may happen to its clock."""

    def __init__(self, ledger: MemoryState | Outbox, world: World) -> None:
        self._ledger = ledger
        self._world = world
        self._taken: dict[str, float] = {}

    def take(self, post: Post, now: float) -> Post | None:
        """Take a post; how long after the one before it in that workspace is noted."""
        self._world.step()
        got = self._ledger.take(post, now)
        if got is not None:
            result = self._world.result
            result.spacing = min(result.spacing, now - self._taken.get(post.team, 0.0))
            self._taken[post.team] = now
        self._world.step()
        return got

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """A method, with a step before and after it."""
        inner, step = getattr(self._ledger, name), self._world.step

        def call(*args: object, **named: object) -> object:
            step()
            got = inner(*args, **named)
            step()
            return got

        setattr(self, name, call)
        return call


@dataclass(slots=True)
class World:
    """Time, chance, and everything that goes on.

    Attributes:
        ledger: A state in memory, or a real one.
        now: Seconds since 1970.
    """

    settings: Settings
    ledger: MemoryState | State
    now: float = float(START)
    result: Result = field(default_factory=Result)
    random: random.Random = field(init=False)
    plans: dict[str, list[Plan]] = field(default_factory=dict)
    got: dict[str, Diary] = field(default_factory=dict)
    came: dict[str, dict[int, str]] = field(default_factory=dict)
    clocks: list[Clock] = field(default_factory=list)
    dead: list[float] = field(default_factory=lambda: [0.0, 0.0])
    _running: list[bool] = field(default_factory=lambda: [False, False])
    _turn: int = 0

    def __post_init__(self) -> None:
        """Make the clocks and everybody's subscription."""
        self.random = random.Random(self.settings.seed)  # noqa: S311 - to be repeated
        shaky, slack = Shaky(self.ledger.outbox, self), Slack(self)
        for _ in range(2):
            self.clocks.append(
                Clock(
                    shaky,
                    Shelf(),
                    slack,
                    now=lambda: self.now,
                    observe=self._observe,
                )
            )
        self._subscribe()

    def _observe(self, event: str, number: int) -> None:
        self.result.counted[event] += number

    def _subscribe(self) -> None:
        teams = max(self.settings.subscriptions // 5, 1)
        for number in range(self.settings.subscriptions):
            # One workspace in which a whole minute is full, and many small ones.
            crowded = number % 100 == 0 and number < 6_000
            zone = "UTC" if crowded else ZONES[number % len(ZONES)]
            plan = Plan(START, 540 if crowded else self._minute(), zone, self._weekdays())
            team = "T0" if crowded else f"T{1 + number % teams}"
            self._save(team, f"C{number}", plan)

    def _minute(self) -> int:
        often = (540, 540, 540, 0, 120, 150, 1439)
        chosen = self.random.randrange(2 * len(often))
        return often[chosen] if chosen < len(often) else self.random.randrange(1440)

    def _weekdays(self) -> frozenset[int]:
        kind = self.random.random()
        if kind < 0.9:
            return EVERY_DAY
        return WORKDAYS if kind < 0.95 else frozenset(self.random.sample(range(1, 8), 2))

    def _save(self, team: str, channel: str, plan: Plan) -> None:
        at = time(*divmod(plan.minute, 60))
        sub = Subscription(team, channel, at, plan.zone, plan.weekdays)
        self.ledger.digests.save(sub, "U1", float(plan.since))
        name = f"{team}:{channel}"
        self.plans.setdefault(name, []).append(plan)
        self.got.setdefault(name, Diary.of(self.settings.days + 20))

    # -- what happens ----------------------------------------------------------------------

    def step(self) -> None:
        """A moment between two steps of a clock: it may be its last, or the other's turn."""
        chance = self.random.random()
        if chance < self.settings.kills:
            raise Killed
        if chance > 1 - self.settings.turns and not all(self._running):
            self._let(1 - self._turn)

    def arrived(self, post: Post, when: float) -> None:
        """A message is in its channel."""
        day = date.fromisoformat(post.key.removeprefix("digest:")).toordinal() - EPOCH - FIRST
        name = f"{post.team}:{post.channel}"
        self.got[name].note(day, when)
        if post.channel.endswith("7"):
            self.came.setdefault(name, {})[day] = post.episode

    def _let(self, which: int) -> None:
        """Let one clock have its look."""
        if self._running[which] or self.dead[which] > self.now:
            return
        before, self._turn, self._running[which] = self._turn, which, True
        try:
            self.clocks[which].tick()
        except Killed:
            self.result.kills += 1
            self.dead[which] = self.now + self.random.random() * 300
        finally:
            self._turn, self._running[which] = before, False

    def run(self) -> Result:
        """Let time pass, and judge."""
        end = START + self.settings.days * DAY
        changes = self._changes(end)
        purged = self.now
        while self.now < end + 2 * 3600:
            while changes and changes[-1][0] <= self.now:
                self._change(*changes.pop())
            for which in range(2):
                self._let(which)
            if self.now - purged > DAY:
                self.ledger.purge(self.now)
                purged = self.now
            self._go_on(changes[-1][0] if changes else end + 7200)
        self._judge(end)
        return self.result

    def _go_on(self, change: float) -> None:
        """Go on to the next whole second at which there is something to do."""
        following = min(self._next_instant(), change)
        self.now = max(float(ceil(following)), self.now + 1)

    def _next_instant(self) -> float:
        if isinstance(self.ledger, MemoryState):
            return self.ledger.next_instant()
        database = self.ledger.outbox._database
        firsts = (SUBSCRIPTIONS.c.due, OUTBOX.c.run)
        found = [database.one(select(func.min(column))) for column in firsts]
        return min((each for each in found if each is not None), default=float("inf"))

    def _changes(self, end: int) -> list[tuple[float, str]]:
        """When somebody changes which schedule; the last one first."""
        names = list(self.plans)
        number = int(self.settings.changes * len(names))
        chosen = self.random.sample(names, number)
        times = sorted((self.random.randrange(START + DAY, end) for _ in chosen), reverse=True)
        return list(zip(map(float, times), chosen, strict=True))

    def _change(self, when: float, name: str) -> None:
        del when
        team, _, channel = name.partition(":")
        now = int(self.now) + 1
        self.now = float(now)
        self._save(team, channel, Plan(now, self._minute(), self.random.choice(ZONES), EVERY_DAY))

    # -- and what came of it ---------------------------------------------------------------

    def _judge(self, end: int) -> None:
        used = {plan.zone for plans in self.plans.values() for plan in plans}
        first, last = START - 10 * DAY, START + (self.settings.days + 10) * DAY
        zones = {zone: oracle.stretches(zone, first, last) for zone in sorted(used)}
        for name, plans in self.plans.items():
            self._compare(self.got[name], oracle.expected(plans, end, zones), end)
        self.result.uneven = sum(map(_uneven, self.came.values()))

    def _compare(self, diary: Diary, due: dict[int, int], end: int) -> None:
        result = self.result
        for day, when in due.items():
            times, first = diary.times[day - FIRST], diary.first[day - FIRST]
            result.missed += times == 0
            result.doubled += times > 1
            if times:
                result.posts += 1
                result.late[int(first - when)] += 1
        result.wrong += sum(
            times > 0 and day + FIRST not in due and diary.first[day] <= end
            for day, times in enumerate(diary.times)
        )


def _uneven(came: dict[int, str]) -> bool:
    """Whether some episode came twice more often than another."""
    numbers = Counter(EPISODES)
    numbers.update(came.values())
    return max(numbers.values()) - min(numbers.values()) > 1


def simulated(settings: Settings, ledger: MemoryState | State | None = None) -> Result:
    """Simulate and judge, in memory unless a state is given."""
    return World(settings, MemoryState() if ledger is None else ledger).run()
