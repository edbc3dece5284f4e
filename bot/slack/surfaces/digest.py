"""``/playhead digest``: one word opens the form, the others change, show or post at once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.digest.subscription import Subscription
from bot.render.subscription import local_date, status_words
from bot.slack import digest_posts, places, posting, windows
from bot.slack.declared import first_word
from bot.slack.listening import lazily
from bot.slack.surfaces.digest_window import filled
from bot.timecode import day

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App

    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("chat:write", "commands", "im:write")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

USAGE = (
    "`/playhead digest` sets it up · `/playhead digest preview`, `now`, `pause`, "
    "`pause 2 weeks`, `pause 2030-12-24`, `resume`, `off`"
)
NONE_HERE = "No episode of the day is set up here. `/playhead digest` does that."
NOTHING_FITS = "No episode fits what it is narrowed to. `/playhead digest` changes that."
UNTIL_WHEN = (
    "Until when? `/playhead digest pause 2 weeks` or `pause 2030-12-24`, a day to come; "
    "without one until `/playhead digest resume`."
)
_WORDS = re.compile(r"digest\b\W*(?P<word>\w*)\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SPAN = re.compile(r"(?:for )?(\d{1,3}) (day|week)s?", re.IGNORECASE)


def register(app: App, desk: Desk) -> None:
    """Listen for the command."""
    app.command("/playhead", matchers=[_wanted])(**lazily(desk, command))


def _wanted(command: dict[str, Any]) -> bool:
    return first_word(str(command.get("text") or "")) == "digest"


def command(turn: Turn) -> None:
    """Do what the word after ``digest`` says; without one, open the form."""
    found = _WORDS.match(str(turn.body["text"]).strip())
    assert found is not None
    word = found["word"].lower()
    work = _COMMANDS.get(word)
    if work is None:
        turn.whisper(USAGE)
    else:
        work(turn, found["rest"].strip())


def off(turn: Turn, rest: str) -> None:
    """End it; what was set up is remembered."""
    del rest
    _change(turn, lambda sub: replace(sub, on=False, announce=False), "Nothing comes here any more")


def pause(turn: Turn, rest: str) -> None:
    """Let it rest until a day, or until further notice."""
    place = places.here(turn)
    sub = turn.desk.state.digests.subscription(turn.team, place.channel)
    if sub is None or not sub.on:
        turn.whisper(NONE_HERE)
        return
    today = local_date(sub.zone, turn.desk.now())
    until = until_of(rest, today)
    if until is None or until <= today:
        turn.whisper(UNTIL_WHEN)
        return
    end = "somebody resumes it" if until == date.max else day(until)
    _change(turn, lambda each: replace(each, paused_until=until), f"It rests until {end}")


def until_of(typed: str, today: date) -> date | None:
    """The day that somebody typed; ``date.max`` for none, ``None`` for what is no day.

    >>> until_of("2024-12-24", date(2024, 6, 1)), until_of("2 weeks", date(2024, 6, 1))
    (datetime.date(2024, 12, 24), datetime.date(2024, 6, 15))
    """
    words = typed.lower().removeprefix("until ").strip()
    if not words:
        return date.max
    span = _SPAN.fullmatch(words)
    if span:
        return today + timedelta(days=int(span[1]) * (7 if span[2] == "week" else 1))
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def resume(turn: Turn, rest: str) -> None:
    """End a pause, or try again what had stopped by itself."""
    del rest
    said = "It comes again"
    _change(turn, lambda sub: replace(sub, on=True, paused_until=None), said, posts=True)


def _change(
    turn: Turn, change: Callable[[Subscription], Subscription], said: str, *, posts: bool = False
) -> None:
    """Change what a place gets, if the person may, and say what holds then."""
    digests, now = turn.desk.state.digests, turn.desk.now()
    place = places.here(turn)
    sub = digests.subscription(turn.team, place.channel)
    if sub is None:
        turn.whisper(NONE_HERE)
        return
    place = places.checked(turn, place, posts=posts)
    if place.problem:
        turn.whisper(place.problem)
        return
    kept = digests.save(change(sub), turn.user, now)
    holds = status_words(kept, digests.upcoming(turn.team, place.channel), now)
    turn.whisper(f"{said}. {holds}" if kept.on else f"{said}.")


def preview(turn: Turn, rest: str) -> None:
    """Show the next one to this person only."""
    del rest
    message = digest_posts.preview(turn.desk, turn.team, places.here(turn).channel)
    if message is None:
        turn.whisper(NOTHING_FITS)
    else:
        turn.respond(message, response_type="ephemeral", replace_original=False)


def now(turn: Turn, rest: str) -> None:
    """Post one at once; it counts as one that was sent."""
    del rest
    desk, place = turn.desk, places.checked(turn, places.here(turn))
    if place.problem:
        turn.whisper(place.problem)
        return
    kept = desk.state.digests.subscription(turn.team, place.channel)
    sub = kept or Subscription(turn.team, place.channel)
    found = digest_posts.at_once(desk, sub, "" if place.personal else turn.user)
    if found is None:
        turn.whisper(NOTHING_FITS)
        return
    message, picked = found
    try:
        posting.post(turn.client, place.channel, message)
    except SlackApiError as error:
        word = posting.word_of(error)
        if word not in posting.EXPLANATIONS:
            raise
        turn.whisper(posting.EXPLANATIONS[word])
        return
    desk.state.digests.came(turn.team, place.channel, picked, desk.now())
    if place.channel != turn.channel:
        turn.whisper("I have sent you one as a direct message.")


def _open(turn: Turn, rest: str) -> None:
    del rest
    windows.show(turn, places.here(turn), filled)


_COMMANDS: dict[str, Callable[[Turn, str], None]] = {
    "": _open,
    "off": off,
    "pause": pause,
    "resume": resume,
    "preview": preview,
    "now": now,
}
