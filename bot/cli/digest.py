"""``playhead digest``: what is posted where, what would be posted, and the clock that posts it."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import click

from bot.cli.catalogue import ensure_store, today
from bot.cli.help import Command, Example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from bot.config import Settings
    from bot.digest.schedule import Occurrence
    from bot.digest.subscription import Subscription
    from bot.scheduler import Library, Runner
    from bot.slack.metrics import Metrics
    from bot.slack.runtime import Askers, Runtime
    from bot.state import State

THREADS = 8
"""Posts under way at once, each in another workspace."""

COUNTED = ("due", "sent", "late", "retried", "failed", "skipped", "stopped")
"""What is counted, in the order it is told."""


class Group(Command, click.Group):
    """A command of several."""


@click.group(
    "digest",
    cls=Group,
    examples=(
        Example("playhead digest list", "who gets a digest when"),
        Example("playhead digest preview", "what a digest looks like"),
        Example("playhead digest run", "a clock of its own, with PLAYHEAD_CLOCK=off for serve"),
    ),
)
def command() -> None:
    """Show, preview and post the digests, and what a load brought for those who wait for it."""


@command.command(
    "list",
    cls=Command,
    examples=(
        Example("playhead digest list", "all of them"),
        Example("playhead digest list --team T0123456789", "those of one workspace"),
    ),
)
@click.option("--team", metavar="ID", help="Only those of this workspace.")
@click.pass_obj
def list_(settings: Settings, team: str | None) -> None:
    """List who gets a digest when, a line each."""
    with _opened(settings) as (state, _):
        subs = state.digests.of_team(team) if team else list(state.digests.subscriptions())
        for sub in subs:
            click.echo(line_of(sub, state.digests.upcoming(sub.team, sub.channel)))
    if not subs:
        click.echo("There are no subscriptions. People make them with /playhead digest.", err=True)


@command.command(
    "preview",
    cls=Command,
    examples=(
        Example("playhead digest preview", "any episode"),
        Example("playhead digest preview --channel C0123456789", "what a channel gets next"),
    ),
)
@click.option("--channel", metavar="ID", help="What this channel gets next.")
@click.option("--team", metavar="ID", help="Workspace of the channel, where there are several.")
@click.pass_obj
def preview(settings: Settings, channel: str | None, team: str | None) -> None:
    """Print a digest without posting it: the next one of a channel, or any."""
    from bot.scheduler import Library

    with _opened(settings) as (state, askers):
        library = Library(askers)
        if channel is None:
            click.echo(_any(library))
            return
        subs = [
            sub
            for sub in state.digests.subscriptions()
            if sub.channel == channel and team in {None, sub.team}
        ]
        if not subs:
            raise click.UsageError(f"Nothing is posted in {channel}; see playhead digest list.")
        for sub in subs:
            click.echo(_next(state, library, sub))


@command.command(
    "run",
    cls=Command,
    examples=(
        Example("playhead digest run", "until Ctrl-C"),
        Example("playhead digest run --once", "from a timer of the system, every few minutes"),
    ),
)
@click.option("--once", is_flag=True, help="Post what is due now, then end.")
@click.option("--port", type=click.IntRange(1, 65_535), help="Serve /metrics there.")
@click.pass_obj
def run(settings: Settings, *, once: bool, port: int | None) -> None:
    """Post what is due, until told to stop.

    Any number of these may run, beside any number of playhead serve; each post is made once.
    """
    from bot.slack import logs
    from bot.slack.metrics import Metrics
    from bot.slack.server import preflight

    preflight(settings)
    logs.configure(settings.slack.log_level)
    metrics = Metrics()
    if port is not None:
        metrics.listen(port)
    with _opened(settings) as (state, askers):
        if once:
            _once(runner_of(settings, state, askers, metrics, settled=0.0), metrics)
        else:
            _until_told(runner_of(settings, state, askers, metrics))


def _once(runner: Runner, metrics: Metrics) -> None:
    runner.once()
    counted = metrics.posted()
    click.echo(", ".join(f"{counted.get(name, 0)} {name}" for name in COUNTED))


def _until_told(runner: Runner) -> None:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    runner.start()
    stop.wait()
    runner.stop()


def beside(runtime: Runtime) -> Runner:
    """A clock inside a process that serves, on what that has open."""
    return runner_of(runtime.settings, runtime.state, runtime.askers, runtime.metrics)


def runner_of(
    settings: Settings,
    state: State,
    askers: Askers,
    metrics: Metrics,
    *,
    settled: float | None = None,
) -> Runner:
    """A clock with all that it needs, not yet started.

    Args:
        settings: With Slack credentials.
        state: What is due, and what is known of it.
        askers: The catalogue.
        metrics: Where to count.
        settled: Seconds without a change before a load counts as finished, if not the usual.
    """
    from concurrent.futures import ThreadPoolExecutor

    from bot.scheduler import Clock, Library, News, Runner
    from bot.scheduler.news import SETTLED
    from bot.slack.poster import SlackPoster, clients
    from bot.state import Purge

    library = Library(askers)
    clock = Clock(
        state.outbox,
        library,
        SlackPoster(clients(settings.slack, state, metrics, time.time)),
        window=settings.catch_up,
        observe=metrics.observe_posts,
        each=ThreadPoolExecutor(THREADS, "clock").map,
    )
    news = News(
        library,
        state.novelties,
        state.watches,
        state.outbox,
        settled=SETTLED if settled is None else settled,
    )
    return Runner(clock, news, Purge(state, time.time))


def line_of(sub: Subscription, upcoming: Occurrence | None) -> str:
    """A subscription as people at a terminal read it."""
    days = "".join(str(each) if each in sub.weekdays else "·" for each in range(1, 8))
    when = _status(sub, upcoming)
    notes = ", new episodes" if sub.announce else ""
    place = f"{sub.team} {sub.channel}"
    return f"{place}  {sub.at:%H:%M} {sub.zone} {days}  {when}{notes}  by {sub.user}"


def _status(sub: Subscription, upcoming: Occurrence | None) -> str:
    if sub.broken:
        return f"stopped: {sub.broken}"
    if not sub.on:
        return "off"
    if upcoming is None:
        return "paused"
    return f"next {datetime.fromtimestamp(upcoming.due, UTC):%Y-%m-%d %H:%M} UTC"


def _any(library: Library) -> str:
    from bot.digest.bag import chosen
    from bot.digest.outbox import Kind, Post
    from bot.digest.subscription import Wish

    keys = library.fitting(Wish())
    if not keys:
        return "There are no episodes; load some with playhead load."
    episode = chosen(keys, str(time.time()))
    return library.message(Post("", "", "", Kind.DIGEST, episode), Wish()).text


def _next(state: State, library: Library, sub: Subscription) -> str:
    """The next post of a subscription, exactly as it will be unless something changes."""
    from bot.digest.bag import pick, seed_of
    from bot.digest.outbox import Kind, Post

    upcoming = state.digests.upcoming(sub.team, sub.channel)
    if upcoming is None:
        return line_of(sub, None)
    memory = state.digests.memory(sub.team, sub.channel)
    seed = seed_of(sub.team, sub.channel, upcoming.day)
    choice = pick(library.fitting(sub.wish), memory, seed)
    if choice is None:
        return f"{line_of(sub, upcoming)}\nNo episode fits its filter."
    post = Post(sub.team, sub.channel, "", Kind.DIGEST, choice.episode)
    return f"{line_of(sub, upcoming)}\n\n{library.message(post, sub.wish).text}"


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[State, Askers]]:
    """State and catalogue, built from the seeds when it is missing."""
    from bot.encoder import find
    from bot.slack.runtime import Askers
    from bot.state import State
    from bot.store import Store

    ensure_store(settings)
    day: Callable[[], date] = partial(today, settings)
    with (
        Store.open(settings.db, encoder=find(settings)) as store,
        State.open(settings.state) as state,
    ):
        yield state, Askers(store, day)
