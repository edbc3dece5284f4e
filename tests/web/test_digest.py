"""Digests and watches can be set up, seen and posted in the playground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.browser import found

if TYPE_CHECKING:
    from tests.web.browser import Browser


def test_a_digest_is_set_up_posted_and_ended(page: Browser) -> None:
    """In the time zone of the browser; what is posted now is for everybody."""
    page.get("/api-play/workspace?tz=Asia/Tokyo")
    page.say("/playhead digest", "C0PODCASTS")
    asked = page.modal()
    form = page.until(
        lambda event: event["type"] == "modal" and event["view"]["hash"] != asked["hash"]
    )["view"]
    zone = found(form["blocks"], "digest:zone")["initial_option"]

    sent = page.done("submit", view_id=form["id"], state={"values": {}})
    kept = page.until(
        lambda event: (
            event["type"] == "modal" and event["view"]["hash"] not in {asked["hash"], form["hash"]}
        )
    )["view"]
    page.say("/playhead digest preview", "C0PODCASTS")
    preview = page.answer()
    page.say("/playhead digest now", "C0PODCASTS")
    posted = page.answer(1)
    page.say("/playhead digest off", "C0PODCASTS")

    assert zone["value"] == "Asia/Tokyo"
    assert (sent, kept["id"]) == ({"ok": True}, form["id"])
    assert (preview["ephemeral"], posted["ephemeral"]) == (True, False)
    assert posted["text"].startswith("Episode of the day: ")
    assert posted["took_ms"] > 0
    assert (preview["explain"], posted["explain"]) == ([], [])
    assert page.answer(2)["ephemeral"]


def test_another_episode_takes_the_place_of_the_one_posted(page: Browser) -> None:
    """By its button."""
    page.say("/playhead digest", "C0GENERAL")
    asked = page.modal()
    form = page.until(
        lambda event: event["type"] == "modal" and event["view"]["hash"] != asked["hash"]
    )["view"]
    page.done("submit", view_id=form["id"], state={"values": {}})
    page.say("/playhead digest now")
    posted = page.answer()
    buttons = [
        element
        for block in posted["blocks"]
        for element in block.get("elements", [])
        if element.get("type") == "button"
    ]
    another = next(each for each in buttons if each["text"]["text"] == "Another one")
    page.press(posted, another["action_id"])

    follows = page.until(
        lambda event: (
            event["type"] in {"message", "update"}
            and event["message"]["bot"]
            and event["message"]["blocks"] != posted["blocks"]
        )
    )["message"]
    page.say("/playhead digest off")
    page.until(lambda event: event["type"] == "message" and "any more" in event["message"]["text"])

    assert follows["text"] != posted["text"]


def test_a_channel_watches_a_technology(page: Browser) -> None:
    """The asker is told."""
    page.say("/playhead watch terraform")

    answer = page.answer()

    assert answer["ephemeral"]
    assert "Terraform" in answer["text"]
