"""The page asks, the very same app answers, and the feed tells of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.browser import Browser


def test_a_mention_is_answered_in_its_thread(page: Browser) -> None:
    """With the time it took, and why it says so."""
    ts = page.say("@playhead who uses Terraform?")["ts"]

    answer = page.answer()

    assert answer["thread_ts"] == ts
    assert answer["text"].startswith("3 of 14 episodes use Terraform")
    assert answer["blocks"][0]["type"] == "section"
    assert answer["took_ms"] > 0
    assert not answer["ephemeral"]


def test_a_command_is_answered_for_the_person_alone(page: Browser) -> None:
    """The acknowledgement is the answer."""
    assert page.say("/whouses terraform")["ts"] is None

    answer = page.answer()

    assert answer["ephemeral"]
    assert answer["thread_ts"] is None
    assert answer["text"].startswith("3 of 14 episodes use Terraform")
    assert answer["took_ms"] > 0


def test_a_search_is_explained(page: Browser) -> None:
    """With the lines that ``ask --explain`` prints."""
    page.say("/playhead zero downtime deploys")

    answer = page.answer()

    assert "abstains below" in answer["explain"][-1]
    assert answer["explain"] == page.done("explain", text="zero downtime deploys")["lines"]


def test_the_workspace_names_what_the_manifest_names(page: Browser) -> None:
    """Commands and shortcuts are those that the surfaces declare."""
    workspace = json.loads(page.get("/api-play/workspace?tz=Europe/Berlin").body)

    assert workspace["me"] == {"id": "U0YOU", "name": "you", "tz": "Europe/Berlin"}
    assert {"/playhead", "/whouses"} <= {each["name"] for each in workspace["commands"]}
    assert {"global", "message"} == {each["kind"] for each in workspace["shortcuts"]}
    assert [each["kind"] for each in workspace["channels"]] == ["channel", "channel", "im"]


def test_the_page_itself_is_served(page: Browser) -> None:
    """With a policy that lets it load from here alone."""
    reply = page.get("/")

    assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "default-src 'none'" in reply.headers["content-security-policy"]
