"""The menu of time zones: all of them, found by typing a part of the city's name."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import Option

if TYPE_CHECKING:
    from slack_sdk import WebClient

MOST = 100
FALLBACK = "UTC"
# Offered before anything is typed; the person's own is chosen already.
_FIRST = (
    "UTC Europe/London Europe/Berlin Europe/Athens Europe/Istanbul Africa/Lagos Africa/Nairobi "
    "Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Bangkok Asia/Shanghai Asia/Singapore Asia/Tokyo "
    "Australia/Sydney Pacific/Auckland America/Sao_Paulo America/New_York America/Chicago "
    "America/Denver America/Los_Angeles America/Mexico_City"
).split()
# What nobody lives in: a placeholder, and whatever this machine is set to.
_NO_ZONES = frozenset({"Factory", "localtime"})


@lru_cache(1)
def zones() -> tuple[str, ...]:
    """All IANA time zones of this machine, by name."""
    return tuple(sorted(available_timezones() - _NO_ZONES))


def offered(typed: str, now: float) -> list[Option]:
    """Time zones whose name or offset contains what was typed, cities that begin with it first."""
    wanted = _plain(typed)
    if not wanted:
        return [option(name, now) for name in _FIRST if name in zones()]
    found = [(name, label(name, now)) for name in zones()]
    fitting = [name for name, text in found if wanted in _plain(text)]
    fitting.sort(key=lambda name: (not _plain(name.rpartition("/")[2]).startswith(wanted), name))
    return [option(name, now) for name in fitting[:MOST]]


def option(name: str, now: float) -> Option:
    """A time zone as an entry of the menu."""
    return Option(text=label(name, now), value=name)


def label(name: str, now: float) -> str:
    """A time zone as people read it.

    >>> label("America/New_York", 1717200000.0)
    'America/New York (UTC-04:00)'
    """
    shown = datetime.fromtimestamp(int(now), ZoneInfo(name))
    offset = shown.isoformat()[19:25] if shown.utcoffset() else ""
    return f"{name.replace('_', ' ')} (UTC{offset})"


def _plain(text: str) -> str:
    return text.replace("_", " ").strip().casefold()


def of_person(client: WebClient, user: str) -> str:
    """The time zone of a person's Slack profile; UTC where it is not told."""
    try:
        profile = client.users_info(user=user).get("user") or {}
    except SlackApiError:
        return FALLBACK
    name = str(profile.get("tz") or "")
    return name if name in zones() else FALLBACK
