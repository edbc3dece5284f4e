"""How the bot listens in a channel: a form that only people in it may send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.slack import places
from bot.slack.surfaces import settings
from bot.slack.turn import APOLOGY
from tests.slack.local_slack import CHANNEL, DM, TEAM, USER, Failure
from tests.slack.surfaces.workspace import element, elements, everything, reply

if TYPE_CHECKING:
    from bot.state import State
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.workspace import Workspace


def form(workspace: Workspace, slack: LocalSlack, channel: str = CHANNEL) -> Payload:
    """The form of a channel as it is after the channel was looked at."""
    workspace.slash("/playhead", "settings", channel_id=channel)
    updates = slack.of("views.update")
    view: Payload = updates[-1]["view"] if updates else slack.of("views.open")[-1]["view"]
    return view


def mode(value: str) -> Payload:
    """A mode that was chosen."""
    return {"selected_option": {"value": value}}


def test_the_form_opens_at_once_and_is_filled_in(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """With the mode that holds and who set it; whether the bot is there does not matter."""
    state.set_channel_mode(TEAM, CHANNEL, "thread", "U8", 86400.0)
    slack.members = [["U5"], [USER]]

    view = form(workspace, slack)

    (first,) = elements(slack.of("views.open")[0]["view"]["blocks"])
    assert first["action_id"] == settings.CHANNEL
    assert first["initial_conversation"] == CHANNEL
    assert element(view["blocks"], "mode")["initial_option"]["value"] == "thread"
    assert "Last changed by <@U8>, <!date^86400^" in everything(view)
    assert "Whole thread" in view["blocks"][-1]["elements"][0]["text"]


@pytest.mark.parametrize("where", ["direct message", "home"])
def test_elsewhere_a_channel_has_to_be_chosen(
    workspace: Workspace, slack: LocalSlack, where: str
) -> None:
    """Nothing is looked at before that."""
    action = {"type": "button", "action_id": settings.OPEN, "block_id": "b", "value": "home"}
    if where == "home":
        workspace.interact("block_actions", actions=[action], container={"type": "view"})
    else:
        workspace.slash("/playhead", "settings", channel_id=DM)

    (call,) = slack.calls
    (menu,) = elements(call.arguments["view"]["blocks"])
    assert "views.open" == call.method
    assert "initial_conversation" not in menu


def test_the_channel_just_chosen_is_shown(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """Else saving would carry one channel's mode over to another; the block is a new one."""
    state.set_channel_mode(TEAM, "C2", "off", USER, 0.0)
    before = form(workspace, slack)

    workspace.choose(before, settings.CHANNEL, selected_conversation="C2")

    call = slack.of("views.update")[-1]
    after = call["view"]
    assert (call["view_id"], call["hash"]) == ("V1", "h1")
    assert element(after["blocks"], settings.CHANNEL)["initial_conversation"] == "C2"
    assert element(after["blocks"], "mode")["initial_option"]["value"] == "off"
    assert before["blocks"][1]["block_id"] != after["blocks"][1]["block_id"]


@pytest.mark.parametrize(
    ("error", "calls"),
    [
        ("hash_conflict", ["views.open", "conversations.members", "views.update"]),
        ("not_found", ["views.open", "conversations.members", "views.update"]),
        ("fatal_error", ["views.open", "conversations.members", "views.update", "respond"]),
    ],
)
def test_whoever_went_on_gets_no_apology(
    workspace: Workspace, slack: LocalSlack, error: str, calls: list[str]
) -> None:
    """They chose another channel meanwhile, or closed the form; only what fails is said."""
    slack.fail("views.update", Failure(error))

    workspace.slash("/playhead", "settings")

    assert slack.methods == calls


def test_a_choice_that_was_taken_back_looks_at_nothing(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """There is no channel to look at."""
    view = form(workspace, slack)
    slack.calls.clear()

    workspace.choose(view, settings.CHANNEL, selected_conversation=None)

    assert slack.calls == []


@pytest.mark.parametrize("wanted", settings.MODES)
def test_a_mode_is_kept_and_confirmed(
    workspace: Workspace, slack: LocalSlack, state: State, wanted: str
) -> None:
    """The same window says what holds now, and by whom."""
    answer = reply(workspace.submit(form(workspace, slack), mode=mode(wanted)))

    assert answer["response_action"] == "update"
    assert f"<#{CHANNEL}>: *{settings.MODES[wanted][0]}*" in everything(answer["view"])
    assert f"by <@{USER}>" in everything(answer["view"])
    assert state.channel_mode(TEAM, CHANNEL) == wanted


def test_a_stranger_changes_nothing(workspace: Workspace, slack: LocalSlack, state: State) -> None:
    """Anybody sees a public channel; who is not in it does not switch the bot off there."""
    slack.members = [["U8"]]

    view = form(workspace, slack)
    answer = reply(workspace.submit(view, mode=mode("off")))

    assert places.STRANGER in everything(view)
    assert answer["errors"] == {"channel": places.STRANGER}
    assert state.channel_mode(TEAM, CHANNEL) == "mention"


def test_a_channel_that_the_bot_cannot_see_may_be_changed(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """It is private, so whoever could choose it is in it."""
    slack.fail("conversations.members", Failure("channel_not_found"))

    assert element(form(workspace, slack)["blocks"], "mode")


def test_what_is_sent_too_early_is_not_kept(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """The channel was not looked at yet."""
    view = form(workspace, slack)

    for channel in ({"selected_conversation": "C2"}, {"selected_conversation": None}):
        answer = reply(workspace.submit(view, channel=channel, mode=mode("off")))
        assert answer["errors"] == {"channel": places.UNCHECKED}
    assert state.channel_mode(TEAM, "C2") == "mention"


@pytest.mark.parametrize("data", ["", "[]", '{"channel": "C1", "mode": "off"}'])
def test_a_form_of_an_older_version_is_looked_at_anew(
    workspace: Workspace, slack: LocalSlack, state: State, data: str
) -> None:
    """It knows nothing of who may send it, so the channel has to be chosen once more."""
    old = form(workspace, slack) | {"private_metadata": data}

    answer = reply(workspace.submit(old, mode=mode("off")))

    assert answer["errors"] == {"channel": places.UNCHECKED}
    assert state.channel_mode(TEAM, CHANNEL) == "mention"


def test_what_cannot_be_kept_is_an_apology(workspace: Workspace, slack: LocalSlack) -> None:
    """In the same window."""
    answer = reply(workspace.submit(form(workspace, slack), mode=mode("loud")))

    assert APOLOGY.text in everything(answer["view"])
