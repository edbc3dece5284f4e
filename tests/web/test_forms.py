"""Modals are sent, answered, corrected and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.web.browser import found

if TYPE_CHECKING:
    from tests.web.browser import Browser

Json = dict[str, Any]


def test_a_form_is_answered_in_its_window(page: Browser) -> None:
    """The same view, with other content."""
    form = page.shortcut("search_episodes")
    state = {"values": {"words": {"words": {"type": "plain_text_input", "value": "terraform"}}}}

    sent = page.done("submit", view_id=form["id"], state=state)
    answered = page.until(
        lambda event: event["type"] == "modal" and event["view"]["hash"] != form["hash"]
    )

    assert sent == {"ok": True}
    assert answered["view"]["id"] == form["id"]
    assert "Asked: terraform" in str(answered["view"]["blocks"])
    assert not answered["pushed"]


def test_a_window_can_be_closed(page: Browser) -> None:
    """Once."""
    form = page.shortcut("search_episodes")

    page.done("close", view_id=form["id"])
    closed = page.until(lambda event: event["type"] == "modal_close")

    assert (closed["view_ids"], closed["view"]) == ([form["id"]], None)
    assert page.refused("close", view_id=form["id"]) == (404, "That window is closed.")
    assert page.refused("submit", view_id=form["id"], state={"values": {}})[0] == 404


def test_a_menu_in_a_form_searches_while_one_types(page: Browser) -> None:
    """As in Slack."""
    form = page.shortcut("search_episodes")
    menu = found(form["blocks"], "browse:technology")

    offered = page.done(
        "options",
        container={"type": "view", "id": form["id"]},
        action_id="browse:technology",
        block_id=menu["block_id"],
        value="postg",
    )

    assert offered["option_groups"][0]["options"][0]["value"] == "PostgreSQL"


def test_a_field_that_must_be_filled_in_says_so(page: Browser) -> None:
    """The app is not bothered, and the window stays."""
    page.say("/playhead settings", "D0PLAYHEAD")
    form = page.modal()

    sent = page.done("submit", view_id=form["id"], state={"values": {}})

    assert sent == {"errors": {"channel": "Please complete this required field."}}


def test_settings_of_a_channel_are_kept(page: Browser) -> None:
    """From then on the app behaves so."""
    set_mode(page, "off")
    page.say("@Playhead who uses Terraform?", "C0PODCASTS")
    refusal = page.answer()
    set_mode(page, "mention")

    assert refusal["ephemeral"]
    assert "switched off" in refusal["text"]


def settings_of(page: Browser, channel: str) -> dict[str, Any]:
    """The form of a channel, once the app has looked at the channel."""
    page.events.clear()
    page.say("/playhead settings", channel)
    view: dict[str, Any] = page.until(
        lambda event: event["type"] == "modal" and len(event["view"]["blocks"]) > 1
    )["view"]
    return view


def set_mode(page: Browser, wanted: str) -> None:
    """Choose how the bot listens in a channel, in a form opened anew."""
    form = settings_of(page, "C0PODCASTS")
    mode = found(form["blocks"], "mode")
    option = next(each for each in mode["options"] if each["value"] == wanted)
    values = {mode["block_id"]: {"mode": {"selected_option": option}}}
    assert page.done("submit", view_id=form["id"], state={"values": values}) == {"ok": True}


def test_a_choice_in_a_form_changes_the_form(page: Browser) -> None:
    """The app puts other content into the open window."""
    form = settings_of(page, "C0PODCASTS")
    page.events.clear()
    page.done(
        "act",
        container={"type": "view", "id": form["id"]},
        action={
            "action_id": found(form["blocks"], "settings:channel")["action_id"],
            "block_id": "channel",
            "selected_conversation": "C0GENERAL",
        },
    )

    changed = page.until(
        lambda event: event["type"] == "modal" and len(event["view"]["blocks"]) > 1
    )

    assert changed["view"]["id"] == form["id"]
    assert found(changed["view"]["blocks"], "mode")["block_id"] == "mode:C0GENERAL"
