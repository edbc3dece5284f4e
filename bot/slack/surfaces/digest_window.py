"""The form of the episode of the day, opened by a command or from the Home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.digest.subscription import Subscription, is_person
from bot.questions.base import counted
from bot.render.blocks import context, section
from bot.render.subscription import schedule_words, status_words, wish_words
from bot.slack import digest_form, windows, zones
from bot.slack.catalogue import glance
from bot.slack.digest_form import CALLBACK, EDIT, SentDigest, Shown, form, unchecked
from bot.slack.history import last_change
from bot.slack.listening import lazily, workspace_of
from bot.slack.places import Place, named
from bot.slack.surfaces.home import publish
from bot.slack.views import modal
from bot.slack.wishes import Menu, fitting

if TYPE_CHECKING:
    from slack_bolt import Ack, App, BoltContext

    from bot.render.blocks import Json
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("channels:read", "groups:read", "mpim:read", "users:read")
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()


def register(app: App, desk: Desk) -> None:
    """Listen for the form and its menus."""

    def offer_zones(ack: Ack, payload: dict[str, Any]) -> None:
        typed = str(payload.get("value") or "")
        ack(options=[each.to_dict() for each in zones.offered(typed, desk.now())])

    def offer_wishes(ack: Ack, payload: dict[str, Any]) -> None:
        ack(option_groups=menu_of(desk).groups(str(payload.get("value") or "").strip()))

    def save(ack: Ack, body: dict[str, Any], context: BoltContext) -> None:
        ack(**keep(desk, body, workspace_of(context, body)))

    app.action(re.compile(f"^{EDIT}:"))(**lazily(desk, edit))
    app.action(digest_form.CHANNEL)(**lazily(desk, follow))
    app.options(digest_form.ZONE)(offer_zones)
    app.options(digest_form.WISH)(offer_wishes)
    app.view(CALLBACK)(**lazily(desk, publish, asked=False) | {"ack": save})


def menu_of(desk: Desk) -> Menu:
    """Everything that a digest can be narrowed to."""
    asker = desk.askers()
    return Menu(glance(asker), asker.shows())


def edit(turn: Turn) -> None:
    """Open the form for what a button names, or for a channel to be chosen."""
    windows.edit(turn, filled)


def follow(turn: Turn) -> None:
    """Show what holds in the channel that was just chosen."""
    windows.follow(turn, filled)


def filled(turn: Turn, place: Place) -> Json:
    """The form of a place; before that is looked at, only the menu of channels."""
    desk = turn.desk
    if not place.checked:
        return unchecked(place)
    sub = desk.state.digests.subscription(turn.team, place.channel)
    notes = notes_of(desk, sub) if sub else ()
    if sub is None:
        zone = zones.of_person(turn.client, turn.user)
        sub = Subscription(turn.team, place.channel, zone=zone)
    return form(sub, menu_of(desk), Shown(place, desk.now(), notes))


def notes_of(desk: Desk, sub: Subscription) -> tuple[str, ...]:
    """What holds now and who changed it last, in mark-up."""
    upcoming = desk.state.digests.upcoming(sub.team, sub.channel)
    return (
        status_words(sub, upcoming, desk.now()),
        last_change(desk.state.digests.changes(sub.team, sub.channel)),
    )


def keep(desk: Desk, body: dict[str, Any], team: str) -> dict[str, Any]:
    """Store what the form says; what Slack is answered: what is wrong, or that it is stored."""
    view, user, when = body["view"], str(body["user"]["id"]), desk.now()
    sent = SentDigest(view["state"]["values"])
    place = Place.unpacked(view["private_metadata"])
    wrong = sent.misplaced(place) or sent.errors(when)
    if wrong:
        return {"response_action": "errors", "errors": wrong}
    before = desk.state.digests.subscription(team, place.channel)
    sub = sent.applied(before or Subscription(team, place.channel))
    number = len(fitting(desk.askers(), sub.wish))
    if not number:
        wrong = {sent.block("wish"): digest_form.NOTHING_FITS}
        return {"response_action": "errors", "errors": wrong}
    kept = desk.state.digests.save(sub, user, when)
    return {"response_action": "update", "view": confirmation(desk, kept, number)}


def confirmation(desk: Desk, sub: Subscription, number: int) -> Json:
    """What was stored, in words."""
    asker = desk.askers()
    narrowed = wish_words(sub.wish, asker.lexicon().vocabulary, asker.shows())
    gets = "get" if is_person(sub.channel) else "gets"
    where = named(sub.channel)
    subject = where[:1].upper() + where[1:]
    lines = []
    if sub.on:
        lines.append(f"{subject} {gets} an episode {schedule_words(sub)}.")
        about = f": {narrowed}" if narrowed else ""
        fit = "fits" if number == 1 else "fit"
        lines.append(
            f"{counted(number, 'episode')} {fit}{about}. None comes twice before all came."
        )
    if sub.announce:
        lines.append(f"{subject} {gets} a note when an episode is new.")
    blocks = [section("\n".join(["*Saved*", *lines])), *map(context, notes_of(desk, sub))]
    return modal(digest_form.TITLE, blocks)
