"""What people ask the clock for: a digest, notes of new episodes, watches of technologies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dialogue import Head

EVERY_DAY = frozenset(range(1, 8))
WORKDAYS = frozenset(range(1, 6))
"""ISO weekdays: Monday is 1, Sunday is 7."""


def is_person(ident: str) -> bool:
    """Whether an id is a person's, who gets direct messages, and not a channel's.

    >>> is_person("U012"), is_person("C012")
    (True, False)
    """
    return ident.startswith(("U", "W"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a digest is narrowed to; an empty field narrows nothing.

    Attributes:
        technologies: Ids; an episode that uses one of them fits.
        categories: Ids; an episode that uses something of one of them fits.
        shows: Ids of shows.
        years: Years of publication.
    """

    technologies: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is narrowed at all."""
        return self != Wish()


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one conversation gets, and when; there is one of each at most.

    Attributes:
        team: Id of the workspace.
        channel: Id of the channel, or of the person or direct message.
        at: Minute of the day, on the clocks of ``zone``.
        zone: IANA name, ``Europe/Berlin``.
        weekdays: ISO weekdays on which the digest is posted.
        announce: Whether new episodes are posted as they come.
        on: Whether the digest is posted; a channel may want only ``announce``.
        paused_until: The first day on which the digest is posted again.
        broken: Slack's word for why it stopped; empty while all is well.
        user: Id of the person who made it.
        since: When it was made, seconds since 1970.
        version: Grows with every change; 0 before it is first saved.
    """

    team: str
    channel: str
    at: time = time(9)
    zone: str = "UTC"
    weekdays: frozenset[int] = WORKDAYS
    wish: Wish = field(default_factory=Wish)
    announce: bool = False
    on: bool = True
    paused_until: date | None = None
    broken: str = ""
    user: str = ""
    since: float = 0.0
    version: int = 0

    @property
    def posts(self) -> bool:
        """Whether a digest is posted, now or after a pause."""
        return self.on and not self.broken and bool(self.weekdays)


MADE = "made"
"""The first line of every subscription's history."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a subscription's history.

    Attributes:
        at: Seconds since 1970.
        user: Id of the person; empty when the clock did it.
        what: A few words without anybody's text: ``made``, ``time, zone``, ``is_archived``.
    """

    at: float
    user: str
    what: str


@dataclass(frozen=True, slots=True)
class Watch:
    """A conversation waits for episodes that use or plan a technology.

    Attributes:
        technology: Id.
        user: Id of the person who made it.
        since: Seconds since 1970; what was there before is not told.
    """

    team: str
    channel: str
    technology: str
    user: str
    since: float


def key_of(head: Head) -> str:
    """What an episode is remembered by, whatever is loaded anew: its show and slug."""
    return f"{head.show}/{head.slug}"
