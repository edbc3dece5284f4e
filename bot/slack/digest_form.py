"""The form of a digest: what is in it, and what it says when it is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from slack_sdk.models.blocks import (
    CheckboxesElement,
    DatePickerElement,
    ExternalDataMultiSelectElement,
    ExternalDataSelectElement,
    InputBlock,
    Option,
    StaticMultiSelectElement,
    TimePickerElement,
)

from bot.render.blocks import context
from bot.render.subscription import DAYS, local_date
from bot.slack import places, zones
from bot.slack.sent import Sent
from bot.slack.views import modal
from bot.slack.wishes import MOST_CHOSEN, wish_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slack_sdk.models.blocks import InputInteractiveElement

    from bot.digest.subscription import Subscription
    from bot.render.blocks import Json
    from bot.slack.places import Place
    from bot.slack.wishes import Menu

TITLE = "Episode of the day"
CALLBACK = "digest_form"
EDIT = "digest:edit"
"""Buttons that open the form; the value is a channel, a person, or ``new``."""
CHANNEL = "digest:channel"
ZONE = "digest:zone"
WISH = "digest:wish"
ALONE = "This is for you alone: it comes as a direct message."

_DIGEST, _ANNOUNCE = "digest", "announce"
_SORTS = {
    _DIGEST: "An episode of the day",
    _ANNOUNCE: "A note when an episode is new",
}
_DAYS = [Option(text=name, value=str(number)) for number, name in enumerate(DAYS, 1)]

NOTHING_CHOSEN = "Choose at least one. `/playhead digest off` ends both."
NO_DAY = "Choose at least one day."
NO_TIME = "Choose a time."
NO_ZONE = "Choose a time zone."
PAST = "That day is over. Choose a later one, or none."
NOTHING_FITS = "No episode fits all of that. Take something out."


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form shows besides the subscription itself.

    Attributes:
        place: Where it is for.
        now: Seconds since 1970.
        notes: Lines of mark-up below the form: what holds now, who changed it last.
    """

    place: Place
    now: float
    notes: Sequence[str] = ()


def form(sub: Subscription, menu: Menu, shown: Shown) -> Json:
    """The form, filled in with what holds.

    Slack keeps what is chosen in a block it knows, whatever an update says, so the blocks have
    other ids for each channel.
    """
    assert shown.place.checked
    blocks = [
        *places.fields(shown.place, CHANNEL, ALONE),
        *(
            _input(name, shown.place, *field)
            for name, field in _fields(sub, menu, shown.now).items()
        ),
        *map(context, shown.notes),
    ]
    return modal(TITLE, blocks, submit="Save", callback=CALLBACK, data=shown.place.packed())


def unchecked(place: Place) -> Json:
    """The form while nobody knows yet whether the person may change anything there."""
    blocks = places.fields(place, CHANNEL, ALONE)
    return modal(TITLE, blocks, submit="Save", callback=CALLBACK, data=place.packed())


def _fields(
    sub: Subscription, menu: Menu, now: float
) -> dict[str, tuple[str, InputInteractiveElement, str]]:
    """Inputs by their name: label, element, hint; those with a hint may be left empty."""
    paused = sub.paused_until
    ahead = paused and local_date(sub.zone, now) < paused < date.max
    return {
        "sorts": ("What I post", _sorts(sub), ""),
        "at": ("Time", TimePickerElement(action_id="at", initial_time=f"{sub.at:%H:%M}"), ""),
        "zone": ("Time zone", _zone(sub.zone, now), ""),
        "days": ("Days", _days(sub.weekdays), ""),
        "wish": (
            "Only episodes with",
            _wishes(menu.chosen(sub.wish)),
            "One of the technologies or categories is enough; shows and years narrow it further.",
        ),
        "until": (
            "Pause until",
            DatePickerElement(
                action_id="until", initial_date=paused.isoformat() if paused and ahead else None
            ),
            "The first day on which it comes again.",
        ),
    }


def _input(
    name: str, place: Place, label: str, element: InputInteractiveElement, hint: str
) -> Json:
    return InputBlock(
        block_id=f"{name}:{place.channel}",
        label=label,
        element=element,
        hint=hint or None,
        optional=bool(hint),
    ).to_dict()


def _sorts(sub: Subscription) -> CheckboxesElement:
    options = {value: Option(text=text, value=value) for value, text in _SORTS.items()}
    wanted = [
        *([options[_DIGEST]] if sub.on else []),
        *([options[_ANNOUNCE]] if sub.announce else []),
    ]
    return CheckboxesElement(
        action_id="sorts", options=list(options.values()), initial_options=wanted or None
    )


def _zone(name: str, now: float) -> ExternalDataSelectElement:
    return ExternalDataSelectElement(
        action_id=ZONE,
        placeholder="Type a city",
        min_query_length=0,
        initial_option=zones.option(name, now) if name in zones.zones() else None,
    )


def _days(weekdays: frozenset[int]) -> StaticMultiSelectElement:
    return StaticMultiSelectElement(
        action_id="days",
        placeholder="Choose days",
        options=_DAYS,
        initial_options=[_DAYS[each - 1] for each in sorted(weekdays)] or None,
    )


def _wishes(options: list[Option]) -> ExternalDataMultiSelectElement:
    return ExternalDataMultiSelectElement(
        action_id=WISH,
        placeholder="Technologies, categories, shows, years",
        min_query_length=0,
        initial_options=options or None,
        max_selected_items=MOST_CHOSEN,
    )


class SentDigest(Sent):
    """The form of a digest that was sent."""

    def errors(self, now: float) -> dict[str, str]:
        """What is wrong with it, by the block where that is said."""
        zone, until = self.option("zone"), self._until
        wrong = {
            "sorts": "" if self.options("sorts") else NOTHING_CHOSEN,
            "at": "" if self._at else NO_TIME,
            "zone": "" if zone in zones.zones() else NO_ZONE,
            "days": "" if self.options("days") else NO_DAY,
        }
        if until and not wrong["zone"] and until < local_date(zone, now):
            wrong["until"] = PAST
        return {self.block(name): said for name, said in wrong.items() if said}

    def applied(self, sub: Subscription) -> Subscription:
        """The subscription as the form wants it; only for one without errors."""
        sorts = self.options("sorts")
        return replace(
            sub,
            at=time.fromisoformat(self._at),
            zone=self.option("zone"),
            weekdays=frozenset(map(int, self.options("days"))),
            wish=wish_of(self.options("wish")),
            announce=_ANNOUNCE in sorts,
            on=_DIGEST in sorts,
            paused_until=self._until,
        )

    @property
    def _at(self) -> str:
        return str(self.state("at").get("selected_time") or "")

    @property
    def _until(self) -> date | None:
        day = self.state("until").get("selected_date")
        return date.fromisoformat(day) if day else None
