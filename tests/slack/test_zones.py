"""Time zones are found by what people call them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.slack.zones import MOST, offered, zones

NOON = 1_700_000_000.0


def values(typed: str) -> list[str]:
    """Names of the time zones that are offered."""
    return [str(each.value) for each in offered(typed, NOON)]


def test_every_zone_is_one_that_people_live_in() -> None:
    """Not the machine's own, which is another one elsewhere, and no placeholder."""
    assert {"Factory", "localtime", "posixrules"}.isdisjoint(zones())
    assert not [name for name in zones() if name.startswith(("posix/", "right/"))]
    assert all(ZoneInfo(name) for name in zones())
    assert list(zones()) == sorted(zones())


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "UTC"),
        ("new yo", "America/New_York"),
        (" NEW_YORK ", "America/New_York"),
        ("berlin", "Europe/Berlin"),
        ("+05:45", "Asia/Kathmandu"),
    ],
)
def test_a_zone_is_found_by_city_and_offset(typed: str, first: str) -> None:
    """However it is typed."""
    assert values(typed)[0] == first


def test_no_more_are_offered_than_slack_shows() -> None:
    """Everywhere there is an "a"; nowhere is what nobody knows."""
    assert len(values("a")) == MOST
    assert values("atlantis") == []
