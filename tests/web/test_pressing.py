"""Buttons, menus and shortcuts do here what they do in Slack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.web.browser import found

if TYPE_CHECKING:
    from tests.web.browser import Browser

Json = dict[str, Any]


def update_of(page: Browser, message: Json) -> Json:
    """What a message was changed to."""
    event = page.until(
        lambda event: event["type"] == "update" and event["message"]["ts"] == message["ts"]
    )
    changed: Json = event["message"]
    return changed


def test_paging_changes_the_message_in_its_place(page: Browser) -> None:
    """It fills no channel, and stays for the person alone."""
    first = page.command("/whouses postgres")
    page.press(first, "page:more")

    second = update_of(page, first)

    assert second["ephemeral"]
    assert second["blocks"] != first["blocks"]
    assert second["took_ms"] > 0
    assert found(second["blocks"], "page:back")


def test_sharing_posts_for_everybody(page: Browser) -> None:
    """Once, with the name of who shared it; the button goes."""
    answer = page.command("/whouses terraform")
    page.press(answer, "share")

    shared, left = page.answer(1), update_of(page, answer)

    assert not shared["ephemeral"]
    assert "Shared by <@U0YOU>" in str(shared["blocks"])
    with pytest.raises(AssertionError, match="share"):
        found(left["blocks"], "share")


def test_feedback_is_thanked_for(page: Browser) -> None:
    """In a message for the person alone."""
    page.say("@Playhead who uses Terraform?")
    answer = page.answer()
    page.press(answer, "feedback", value="up")

    thanks = page.answer(1)

    assert (thanks["text"], thanks["ephemeral"]) == ("Thanks, good to know.", True)


def test_a_menu_beside_an_episode_is_answered_in_the_thread(page: Browser) -> None:
    """Where the answer is."""
    page.say("@Playhead who uses Terraform?")
    answer = page.answer()
    menu = found(answer["blocks"], "episode_menu")
    page.press(answer, "episode_menu", selected_option=menu["options"][1])

    stack = page.answer(1)

    assert stack["thread_ts"] == answer["thread_ts"]
    assert stack["took_ms"] > 0
    assert stack["text"] != answer["text"]


def test_a_suggested_question_may_be_followed(page: Browser) -> None:
    """What was asked by a press counts as asked."""
    page.say("help", "D0PLAYHEAD")
    offered = page.answer()
    page.press(offered, "ask:try:0")
    asked = page.answer(1)

    assert asked["channel"] == "D0PLAYHEAD"
    assert asked["thread_ts"] is None
    assert asked["took_ms"] > 0


@pytest.mark.parametrize(
    ("action", "chosen"),
    [
        ("feedback", {"value": "<script>"}),
        ("episode_menu", {"selected_option": {"value": "of my own"}}),
        ("episode_menu", {"selected_option": {"value": ["of", "my", "own"]}}),
        ("episode_menu", {"selected_option": "of my own"}),
        ("episode_menu", {"selected_options": 5}),
    ],
)
def test_only_what_is_offered_can_be_chosen(page: Browser, action: str, chosen: Json) -> None:
    """The page cannot make up values."""
    answer = page.command("/whouses terraform")
    block = found(answer["blocks"], action)["block_id"]

    refusal = page.refused(
        "act",
        container={"type": "message", "id": answer["ts"]},
        channel=answer["channel"],
        action={"action_id": action, "block_id": block, **chosen},
    )

    assert refusal == (400, "That is not offered there.")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"container": {"type": "message", "id": "1.0"}}, "That message is gone."),
        ({"channel": "C0PODCASTS"}, "That message is gone."),
        ({"container": {"type": "view", "id": "V0"}}, "That window is closed."),
        (
            {"action": {"action_id": "no such", "block_id": "b"}},
            "There is no such button or menu.",
        ),
    ],
)
def test_what_is_not_there_cannot_be_pressed(page: Browser, change: Json, sentence: str) -> None:
    """Unknown messages, windows and elements are refused."""
    answer = page.command("/whouses terraform")
    used = {"action_id": "share", "block_id": found(answer["blocks"], "share")["block_id"]}
    data = {
        "container": {"type": "message", "id": answer["ts"]},
        "channel": answer["channel"],
        "action": used,
    }

    assert page.refused("act", **(data | change)) == (404, sentence)


def test_the_home_opens_with_a_menu_that_searches(page: Browser) -> None:
    """What is chosen there is answered in a modal."""
    page.done("home")
    home = page.until(lambda event: event["type"] == "home")["view"]
    menu = found(home["blocks"], "browse:all")
    container = {"type": "view", "id": home["id"]}

    offered = page.done(
        "options",
        container=container,
        action_id="browse:all",
        block_id=menu["block_id"],
        value="terraf",
    )
    option = offered["option_groups"][0]["options"][0]
    page.done(
        "act",
        container=container,
        action={
            "action_id": "browse:all",
            "block_id": menu["block_id"],
            "selected_option": option,
        },
    )

    assert option["value"] == "who uses Terraform?"
    assert "Terraform" in str(page.modal()["blocks"])


def test_the_home_can_be_opened_again(page: Browser) -> None:
    """The app is told what it shows."""
    page.done("home")
    first = page.until(lambda event: event["type"] == "home")
    page.done("home", tab="home")

    assert page.until(lambda event: event["type"] == "home" and event["seq"] > first["seq"])


def test_opening_the_messages_brings_prompts(page: Browser) -> None:
    """Questions that one press asks, as in the agent view."""
    page.done("home", tab="messages")

    prompts = page.until(lambda event: event["type"] == "prompts")

    assert prompts["channel"] == "D0PLAYHEAD"
    assert {"title", "message"} == set(prompts["prompts"][0])


def test_another_tab_is_refused(page: Browser) -> None:
    """There are two."""
    assert page.refused("home", tab="about")[0] == 400


def test_a_shortcut_on_a_message_opens_what_belongs_to_it(page: Browser) -> None:
    """A modal for the person alone."""
    ts = page.say("we moved everything to Terraform")["ts"]

    view = page.shortcut("related_episodes", {"channel": "C0GENERAL", "ts": ts})

    assert view["title"]["text"] == "Related episodes"
    assert "Terraform" in str(view["blocks"])


def test_a_shortcut_on_what_only_you_see_is_refused(page: Browser) -> None:
    """Slack offers none there."""
    answer = page.command("/whouses terraform")

    status, sentence = page.refused(
        "shortcut", callback_id="related_episodes", channel="C0GENERAL", ts=answer["ts"]
    )

    assert (status, "only you see" in sentence) == (400, True)


def test_an_unknown_shortcut_is_refused(page: Browser) -> None:
    """Nothing is sent to the app."""
    assert page.refused("shortcut", callback_id="nothing")[0] == 404
    assert page.refused("shortcut", callback_id="search_episodes", ts="1.0")[0] == 404


def test_a_menu_that_is_not_there_offers_nothing(page: Browser) -> None:
    """Neither in a window nor in a message."""
    answer = page.command("/whouses terraform")
    asked = {"action_id": "browse:all", "block_id": "b", "value": "x"}

    for container in ({"type": "view", "id": "V0"}, {"type": "message", "id": answer["ts"]}):
        refusal = page.refused("options", container=container, channel="C0GENERAL", **asked)
        assert refusal[0] == 404
