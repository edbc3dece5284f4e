"""Everything under an answer can be pressed, after a restart as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.render.request import Kind, Request
from bot.slack.desk import any_of
from bot.slack.surfaces.buttons import THANKS
from tests.slack.local_slack import CHANNEL, DM, TEAM, USER, Failure
from tests.slack.surfaces.workspace import element, elements, everything, reply

if TYPE_CHECKING:
    from bot.slack.desk import Desk
    from bot.state import State
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.workspace import Workspace

SLUG = "83-songrender-lets-you-create-audio-visualizer-videos-from-audio-clips"


def button(request: Request, action: str = "ask:try:0") -> Payload:
    """A button as a click sends it."""
    return {"type": "button", "action_id": action, "value": request.packed()}


def pages(blocks: list[Payload]) -> set[str]:
    """The paging buttons there are."""
    return {each["action_id"] for each in elements(blocks)} & {"page:more", "page:back"}


def test_paging_goes_forth_and_back_in_place(workspace: Workspace, slack: LocalSlack) -> None:
    """No page is posted twice, and no channel fills with pages."""
    workspace.mention("who uses postgres?")
    first = slack.posts[0]["blocks"]
    workspace.click(element(first, "page:more"))
    second = slack.of("respond")[0]
    workspace.click(element(second["blocks"], "page:back"))
    third = slack.of("respond")[1]

    assert pages(first) == {"page:more"}
    assert "page:back" in pages(second["blocks"])
    assert second["replace_original"] is True
    assert third["blocks"] == first
    assert len(slack.posts) == 1


def test_paging_a_private_answer_keeps_it_shareable(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """The button to share stays on every page."""
    workspace.click(button(Request("who uses postgres?", offset=5), "page:more"), ephemeral=True)

    assert element(slack.of("respond")[0]["blocks"], "share")


def test_an_expired_response_url_is_no_crash(workspace: Workspace, slack: LocalSlack) -> None:
    """Slack takes no more answers there after half an hour."""
    slack.fail("respond", *[Failure("used_url", 404)] * 9)

    assert workspace.click(button(Request("who uses postgres?"), "page:more")).status == 200


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.SIMILAR, "Closest to SongRender"),
        (Kind.STACK, "SongRender runs on"),
        (Kind.MOMENTS, "Key moments of"),
        (Kind.EPISODE, "SongRender"),
    ],
)
def test_what_is_asked_of_an_episode(
    workspace: Workspace, slack: LocalSlack, kind: Kind, said: str
) -> None:
    """The menu beside an episode answers in the thread of the message."""
    option = {"selected_option": {"value": Request(SLUG, kind).packed()}}

    workspace.click({"type": "overflow", "action_id": "episode_menu", **option})

    (post,) = slack.posts
    assert said in post["text"]
    assert (post["channel"], post["thread_ts"]) == (CHANNEL, "1700000001.000100")


def test_key_moments_are_in_the_order_they_are_spoken(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Up to eight of them."""
    workspace.click(button(Request(SLUG, Kind.MOMENTS), "episode:moments"))

    lines = [
        line
        for block in slack.posts[0]["blocks"]
        for line in block.get("text", {}).get("text", "").splitlines()
        if "▶" in line
    ]
    assert 5 < len(lines) <= 8


def test_an_episode_that_is_gone_is_said(workspace: Workspace, slack: LocalSlack) -> None:
    """A button outlives the catalogue it was made from."""
    workspace.click(button(Request("0-gone", Kind.STACK)))

    assert "no longer in the catalogue" in slack.posts[0]["text"]


def test_a_suggestion_in_a_thread_is_answered_there(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """And may be followed up there."""
    message = {"ts": "1700000001.000100", "thread_ts": "1699999999.000001"}

    workspace.click(button(Request("who uses Redis?")), message=message)

    assert slack.posts[0]["thread_ts"] == "1699999999.000001"
    assert state.thread_question(TEAM, CHANNEL, "1699999999.000001") == "who uses Redis?"


def test_a_suggestion_in_a_direct_message_opens_no_thread(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """It goes on where it was."""
    workspace.click(button(Request("who uses Redis?")), channel={"id": DM})

    assert slack.posts[0].get("thread_ts") is None


def test_a_suggestion_in_a_private_answer_stays_private(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Nobody else sees what somebody tries out."""
    workspace.click(button(Request("who uses Redis?")), ephemeral=True)

    (answer,) = slack.of("respond")
    assert (answer["response_type"], answer["replace_original"]) == ("ephemeral", False)
    assert slack.posts == []


def test_a_suggestion_in_a_channel_left_since_is_explained(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """To the person who pressed it."""
    slack.fail("chat.postMessage", Failure("not_in_channel"))

    workspace.click(button(Request("who uses Redis?")))

    assert "/invite @Playhead" in slack.of("respond")[0]["text"]
    assert state.thread_question(TEAM, CHANNEL, "1700000001.000100") is None


@pytest.mark.parametrize("thumbs", ["up", "down"])
def test_feedback_is_kept_and_thanked_for(
    workspace: Workspace, slack: LocalSlack, state: State, thumbs: str
) -> None:
    """Only the person sees the thanks."""
    workspace.click({"type": "feedback_buttons", "action_id": "feedback", "value": thumbs})

    (answer,) = slack.of("respond")
    assert (answer["text"], answer["response_type"]) == (THANKS[thumbs], "ephemeral")
    assert state.forget_team(TEAM) == 1


def test_a_button_of_another_age_is_acknowledged(workspace: Workspace, slack: LocalSlack) -> None:
    """Messages outlive the code that made them."""
    old = {"type": "button", "action_id": "long_gone", "value": USER}

    assert workspace.click(old).status == 200
    assert slack.calls == []


def test_a_menu_that_breaks_is_acknowledged(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack shows no options, and no error."""
    monkeypatch.setattr("bot.slack.surfaces.browse.groups", lambda *_, **__: 1 / 0)

    assert workspace.suggest("browse:all", "x").status == 200


def test_any_episode_may_come_up(desk: Desk) -> None:
    """By chance."""
    heads = desk.heads()

    assert any_of(heads) in heads


def test_a_shared_answer_stays_with_who_shared_it(workspace: Workspace, slack: LocalSlack) -> None:
    """On every page of it, whoever turns them."""
    shown = reply(workspace.slash("/playhead", "who uses postgres?"))
    workspace.click(element(shown["blocks"], "share"), ephemeral=True)
    posted = {**slack.posts[-1], "ts": "1700000001.000100"}
    more = element(posted["blocks"], "page:more")

    workspace.click(more, message=posted, user={"id": "U2"})

    assert f"Shared by <@{USER}>, who asked: who uses postgres?" in everything(
        slack.of("respond")[-1]
    )
