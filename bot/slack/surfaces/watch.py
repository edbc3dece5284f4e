"""``/playhead watch Terraform``: told once when an episode is added that uses or plans it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.digest.subscription import Wish
from bot.render.mrkdwn import line
from bot.render.typed import typed
from bot.slack import places
from bot.slack.catalogue import glance
from bot.slack.declared import first_word
from bot.slack.listening import lazily
from bot.slack.watching import (
    ADD,
    MOST,
    REMOVE,
    TOO_MANY,
    USAGE,
    list_message,
    read,
    unknown_message,
    watched_message,
)
from bot.slack.wishes import fitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App

    from bot.render.blocks import Message
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("channels:read", "commands", "groups:read", "mpim:read")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

_WORDS = re.compile(r"(?P<word>watch(?:es)?|unwatch)\b\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


def register(app: App, desk: Desk) -> None:
    """Listen for the commands and the buttons of "did you mean"."""
    app.command("/playhead", matchers=[_wanted])(**lazily(desk, command))
    app.action(re.compile(f"^{ADD}:"))(**lazily(desk, add_meant))
    app.action(re.compile(f"^{REMOVE}:"))(**lazily(desk, remove_meant))


def _wanted(command: dict[str, Any]) -> bool:
    return first_word(str(command.get("text") or "")) in _COMMANDS


def command(turn: Turn) -> None:
    """Do what the word says."""
    found = _WORDS.match(str(turn.body["text"]).strip())
    assert found is not None
    work = _COMMANDS[found["word"].lower()]
    work(turn, typed(found["rest"]).lstrip(" `\"'").rstrip(" ?!.`\"'"))


def show(turn: Turn, text: str = "") -> None:
    """What is watched here."""
    del text
    place = places.here(turn).channel
    watches = turn.desk.state.watches.of_channel(turn.team, place)
    _say(turn, list_message(watches, glance(turn.desk.askers()).vocabulary, place))


def add(turn: Turn, text: str) -> None:
    """Watch one technology, or several."""
    if not text:
        turn.whisper(USAGE)
        return
    seen = glance(turn.desk.askers())
    found = read(text, seen)
    if found.unknown:
        _say(turn, unknown_message(found, seen.vocabulary, ADD))
        return
    place = places.checked(turn, places.here(turn))
    if place.problem:
        turn.whisper(place.problem)
        return
    watches, now = turn.desk.state.watches, turn.desk.now()
    held = {each.technology for each in watches.of_channel(turn.team, place.channel)}
    if len(held.union(found.known)) > MOST:
        turn.whisper(TOO_MANY)
        return
    new = [watches.add(turn.team, place.channel, each, turn.user, now) for each in found.known]
    names = [seen.vocabulary.name(each) for each in found.known]
    users = [len(fitting(turn.desk.askers(), Wish((each,)))) for each in found.known]
    _say(turn, watched_message(names, places.named(place.channel), users, new=any(new)))


def remove(turn: Turn, text: str) -> None:
    """Watch one technology, or several, no more."""
    if not text:
        turn.whisper(USAGE)
        return
    watches, seen = turn.desk.state.watches, glance(turn.desk.askers())
    place = places.here(turn)
    held = [each.technology for each in watches.of_channel(turn.team, place.channel)]
    found = read(text, seen, held)
    if found.unknown:
        _say(turn, unknown_message(found, seen.vocabulary, REMOVE))
        return
    place = places.checked(turn, place, posts=False)
    if place.problem:
        turn.whisper(place.problem)
        return
    for each in found.known:
        watches.remove(turn.team, place.channel, each, turn.user, turn.desk.now())
    names = ", ".join(seen.vocabulary.name(each) for each in found.known)
    turn.whisper(f"{line(names, 300)}: not watched here any more.")


def add_meant(turn: Turn) -> None:
    """Watch what somebody meant."""
    add(turn, turn.value)


def remove_meant(turn: Turn) -> None:
    """Watch no more what somebody meant."""
    remove(turn, turn.value)


def _say(turn: Turn, message: Message) -> None:
    turn.respond(message, response_type="ephemeral", replace_original=False)


_COMMANDS: dict[str, Callable[[Turn, str], None]] = {
    "watch": add,
    "unwatch": remove,
    "watches": show,
}
