"""What comes by itself to a person and to their channels, as the Home shows it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.digest.subscription import is_person
from bot.questions.base import listing
from bot.render.blocks import actions, button, section
from bot.render.mrkdwn import fitting, line
from bot.render.subscription import schedule_words, status_words, wish_words
from bot.slack import places
from bot.slack.digest_form import EDIT as EDIT_DIGEST
from bot.slack.history import last_change
from bot.slack.watching import EDIT as EDIT_WATCHES
from bot.slack.windows import NEW

if TYPE_CHECKING:
    from bot.digest.subscription import Subscription, Watch
    from bot.render.blocks import Json
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

MOST = 15
"""Conversations that are shown; the rest are changed where they are."""
NOTHING = "None yet: no episode of the day, no watched technology."


@dataclass(frozen=True, slots=True)
class Standing:
    """What one conversation gets.

    Attributes:
        channel: Its id, or the person's.
        sub: Its subscription, if it has one that is on.
        watches: Its watches.
    """

    channel: str
    sub: Subscription | None
    watches: tuple[Watch, ...]


def standing(turn: Turn) -> list[Standing]:
    """What comes to a person and to the channels they are in, their own first."""
    state, team = turn.desk.state, turn.team
    subs = {
        sub.channel: sub
        for sub in state.digests.of_team(team)
        if sub.on or sub.announce or sub.broken
    }
    watches: dict[str, list[Watch]] = defaultdict(list)
    for watch in state.watches.of_team(team):
        watches[watch.channel].append(watch)
    known = {channel for channel in (*subs, *watches) if not is_person(channel)}
    joined = places.of_member(turn.client, turn.user, known) if known else set()
    mine = [turn.user] if turn.user in {*subs, *watches} else []
    return [
        Standing(channel, subs.get(channel), tuple(watches[channel]))
        for channel in [*mine, *sorted(joined)]
    ]


def content(desk: Desk, user: str, found: list[Standing]) -> list[Json]:
    """The part of the Home that shows them, with buttons to change them."""
    head = "*Digests and watches*"
    blocks = [section(head if found else f"{head}\n{NOTHING}")]
    for each in found[:MOST]:
        blocks += _rows(desk, each)
    if len(found) > MOST:
        blocks.append(section(f"and {len(found) - MOST} more channels"))
    new = [
        button("Digest for a channel", f"{EDIT_DIGEST}:channel", NEW),
        button("Digest for me", f"{EDIT_DIGEST}:me", user),
        button("Watch in a channel", f"{EDIT_WATCHES}:channel", NEW),
        button("Watch for me", f"{EDIT_WATCHES}:me", user),
    ]
    return [*blocks, actions(new)]


def _rows(desk: Desk, each: Standing) -> list[Json]:
    name = f"*{_called(each.channel)}*"
    rows = []
    if each.sub is not None:
        rows.append(_row(f"{name} · {_digest(desk, each.sub)}", EDIT_DIGEST, each.channel))
    if each.watches:
        vocabulary = desk.askers().lexicon().vocabulary
        names = listing([vocabulary.name(watch.technology) for watch in each.watches], 20)
        rows.append(_row(f"{name} · Watches {line(names, 1500)}", EDIT_WATCHES, each.channel))
    return rows


def _called(channel: str) -> str:
    return "You alone" if is_person(channel) else places.named(channel)


def _digest(desk: Desk, sub: Subscription) -> str:
    """What it is, what holds now, and who changed it, a line each."""
    asker, digests = desk.askers(), desk.state.digests
    narrowed = wish_words(sub.wish, asker.lexicon().vocabulary, asker.shows())
    status = status_words(sub, digests.upcoming(sub.team, sub.channel), desk.now())
    lines = [
        f"An episode {schedule_words(sub)}" if sub.on else "Notes of new episodes",
        f"With {line(narrowed, 600)}" if narrowed else "",
        status,
        f"_{last_change(digests.changes(sub.team, sub.channel))}_",
    ]
    return fitting([each for each in lines if each])


def _row(text: str, action: str, channel: str) -> Json:
    """A paragraph with a button beside it."""
    return section(text) | {"accessory": button("Edit", f"{action}:{channel}", channel)}
