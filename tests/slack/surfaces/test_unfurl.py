"""Links to episodes get a card; at a second, the line that is spoken there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.slack.surfaces.unfurl import line_at, second_of
from tests.slack.surfaces.local_slack import CHANNEL, Failure, everything

if TYPE_CHECKING:
    from bot.slack.desk import Desk
    from tests.slack.surfaces.local_slack import LocalSlack, Workspace


@pytest.fixture
def url(desk: Desk) -> str:
    """Address of an episode."""
    return next(head.url for head in desk.heads() if "songrender" in head.slug)


def share(workspace: Workspace, *urls: str, **more: Any) -> None:
    """Somebody posts links."""
    workspace.event(
        {
            "type": "link_shared",
            "user": "U1",
            "channel": CHANNEL,
            "message_ts": "1.2",
            "links": [{"url": each, "domain": "x"} for each in urls],
            **more,
        }
    )


def test_a_link_gets_a_card(workspace: Workspace, slack: LocalSlack, url: str) -> None:
    """Guest, stack and key moments."""
    share(workspace, url)

    (call,) = slack.of("chat.unfurl")
    assert (call["channel"], call["ts"]) == (CHANNEL, "1.2")
    card = everything(call["unfurls"][url])
    assert "Runs on" in card
    assert card.count("▶") == 3


def test_at_a_second_the_card_shows_the_line(
    workspace: Workspace, slack: LocalSlack, url: str
) -> None:
    """Also a little later than it begins."""
    share(workspace, f"{url}/#38:45")

    card = everything(slack.of("chat.unfurl")[0]["unfurls"][f"{url}/#38:45"])
    assert "▶ 38:43" in card
    assert card.count("▶") == 1


def test_a_link_still_being_written_is_known_by_its_own_id(
    workspace: Workspace, slack: LocalSlack, url: str
) -> None:
    """There is no message yet."""
    share(workspace, url, source="composer", unfurl_id="C1.2.3", channel="COMPOSER")

    (call,) = slack.of("chat.unfurl")
    assert (call["unfurl_id"], call["source"]) == ("C1.2.3", "composer")


def test_other_pages_are_left_alone(workspace: Workspace, slack: LocalSlack) -> None:
    """No empty unfurl is sent."""
    share(workspace, "https://runninginproduction.com/", "https://example.test/83")

    assert slack.calls == []


@pytest.mark.parametrize(
    ("tail", "second"),
    [
        ("", None),
        ("#1:04:22", 3862),
        ("#t=75", 75),
        ("?t=1:15", 75),
        ("?a=1&t=75s", 75),
        ("#tech-stack", None),
        ("#99:99:99", None),
        ("?page=2", None),
    ],
)
def test_the_second_of_a_link(tail: str, second: int | None) -> None:
    """However the player writes it."""
    assert second_of(f"https://x.test/podcast/1-a{tail}") == second


def test_before_the_first_line_nothing_is_spoken() -> None:
    """Nor without a second."""
    assert line_at([], 10) is None
    assert line_at([], None) is None


def test_a_refused_card_bothers_nobody(workspace: Workspace, slack: LocalSlack, url: str) -> None:
    """Nobody asked for it."""
    slack.fail("chat.unfurl", Failure("cannot_unfurl_url"))

    share(workspace, url)

    assert [name for name, _ in slack.calls] == ["chat.unfurl"]
