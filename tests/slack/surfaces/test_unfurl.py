"""Links to episodes get a card; at a second, the line that is spoken there."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.slack.surfaces import unfurl
from bot.slack.surfaces.details import GONE
from bot.slack.surfaces.unfurl import line_at, second_of
from bot.slack.work_object import entity
from tests.slack.local_slack import CHANNEL, TEAM, USER, Failure
from tests.slack.surfaces.workspace import everything

if TYPE_CHECKING:
    from bot.ask import Asker
    from bot.slack.desk import Desk
    from bot.state import State
    from tests.slack.local_slack import LocalSlack
    from tests.slack.surfaces.workspace import Workspace


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


def test_a_channel_that_is_off_gets_no_card(
    workspace: Workspace, slack: LocalSlack, state: State, url: str
) -> None:
    """Off is off."""
    state.set_channel_mode(TEAM, CHANNEL, "off", USER, 0.0)

    share(workspace, url)

    assert slack.of("chat.unfurl") == []


def test_other_pages_are_left_alone(workspace: Workspace, slack: LocalSlack) -> None:
    """No empty unfurl is sent."""
    share(workspace, "https://runninginproduction.com/", "https://example.test/83")

    assert slack.calls == []


def test_what_is_no_address_keeps_no_other_link_from_its_card(
    workspace: Workspace, slack: LocalSlack, url: str
) -> None:
    """People type anything between brackets."""
    share(workspace, "https://[draft]/", "", url)

    assert list(slack.of("chat.unfurl")[0]["unfurls"]) == [url]


def test_the_www_of_a_link_makes_no_other_episode(
    workspace: Workspace, slack: LocalSlack, url: str
) -> None:
    """Browsers add it, and people leave it out."""
    other = url.replace("://", "://www.")
    share(workspace, other)

    assert list(slack.of("chat.unfurl")[0]["unfurls"]) == [other]


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

    assert slack.methods == ["chat.unfurl"]


def test_the_card_is_a_work_object_as_well(
    workspace: Workspace, slack: LocalSlack, url: str
) -> None:
    """With the guest, the line at the second that was posted, and the stack."""
    share(workspace, f"{url}#38:45")

    (entity,) = slack.of("chat.unfurl")[0]["metadata"]["entities"]
    assert (entity["url"], entity["app_unfurl_url"]) == (url, f"{url}#38:45")
    assert entity["external_ref"]["id"].startswith("runninginproduction/")
    payload = entity["entity_payload"]
    assert payload["attributes"]["title"]["text"].startswith("SongRender Lets You")
    fields = {each["key"]: each for each in payload["custom_fields"]}
    assert list(fields) == ["guest", "moment_0", "stack"]
    assert fields["guest"]["value"] == "Jake Lazaroff"
    assert (fields["moment_0"]["label"], fields["moment_0"]["link"]) == ("▶ 38:43", f"{url}#38:43")
    assert fields["stack"]["value"].startswith("Express, Node.js")
    assert payload["fields"]["description"]["value"].startswith("Node and Express")
    noon = datetime(2021, 5, 17, 12, tzinfo=UTC)
    assert payload["fields"]["date_created"]["value"] == noon.timestamp()
    assert payload["attributes"]["metadata_last_modified"] == noon.timestamp()
    assert payload["display_order"] == ["description", *fields, "date_created"]


@pytest.mark.parametrize("error", ["invalid_metadata", "feature_not_enabled", "invalid_arguments"])
def test_where_there_are_no_work_objects_the_card_is_left(
    workspace: Workspace, slack: LocalSlack, url: str, error: str
) -> None:
    """An app of an older manifest still unfurls."""
    slack.fail("chat.unfurl", Failure(error))

    share(workspace, url)

    refused, plain = slack.of("chat.unfurl")
    assert "metadata" in refused
    assert "metadata" not in plain
    assert plain["unfurls"] == refused["unfurls"]


def test_work_objects_that_slack_drops_are_logged(
    workspace: Workspace, slack: LocalSlack, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It says ok all the same, and shows the card alone."""
    slack.warnings["chat.unfurl"] = "invalid_metadata_format"

    with caplog.at_level(logging.WARNING):
        share(workspace, url)

    (record,) = (each for each in caplog.records if each.name == unfurl.__name__)
    assert vars(record)["warning"] == "invalid_metadata_format"


def test_other_warnings_say_nothing_of_work_objects(
    workspace: Workspace, slack: LocalSlack, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Slack has some about how it was called."""
    slack.warnings["chat.unfurl"] = "missing_charset"

    with caplog.at_level(logging.WARNING):
        share(workspace, url)

    assert [each for each in caplog.records if each.name == unfurl.__name__] == []


def open_pane(workspace: Workspace, url: str, **more: Any) -> None:
    """Somebody presses the card."""
    workspace.event(
        {
            "type": "entity_details_requested",
            "user": "U1",
            "entity_url": url,
            "external_ref": {"id": "x"},
            "trigger_id": "1.2.pane",
            "channel": CHANNEL,
            "message_ts": "1.2",
            **more,
        }
    )


def test_the_pane_shows_all_key_moments(workspace: Workspace, slack: LocalSlack, url: str) -> None:
    """In the order they are spoken."""
    open_pane(workspace, url, app_unfurl_url=f"{url}#38:45")

    (call,) = slack.of("entity.presentDetails")
    assert call["trigger_id"] == "1.2.pane"
    assert call["metadata"]["url"] == url
    assert "app_unfurl_url" not in call["metadata"]
    keys = [each["key"] for each in call["metadata"]["entity_payload"]["custom_fields"]]
    assert keys == ["guest", *(f"moment_{number}" for number in range(8)), "stack"]


def test_the_pane_of_an_article(workspace: Workspace, slack: LocalSlack, desk: Desk) -> None:
    """Has no guest, and leads to headings."""
    article = next(head for head in desk.heads() if not head.guests)

    open_pane(workspace, article.url)

    metadata = slack.of("entity.presentDetails")[0]["metadata"]
    assert metadata["url"] == article.url
    fields = metadata["entity_payload"]["custom_fields"]
    assert {each["label"] for each in fields} == {"▶", "Runs on"}


def test_what_is_not_known_of_an_episode_is_left_out(asker: Asker, desk: Desk) -> None:
    """Nor is it named in the order of what is shown."""
    head = replace(desk.heads()[0], description=None, published=None)

    payload = entity(asker, head, lambda *_: ()).to_dict()["entity_payload"]

    assert payload["display_order"] == ["guest", "stack"]
    assert "metadata_last_modified" not in payload["attributes"]
    assert payload["fields"] == {}


def test_the_pane_of_an_episode_that_is_gone(workspace: Workspace, slack: LocalSlack) -> None:
    """Says so."""
    open_pane(workspace, "https://runninginproduction.com/podcast/of-another-age")

    (call,) = slack.of("entity.presentDetails")
    assert call["error"]["custom_message"] == GONE
    assert "metadata" not in call
