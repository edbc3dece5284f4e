"""Threads are followed only where a channel turned that on, and only where there is an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.slack.local_slack import CHANNEL, TEAM, USER

if TYPE_CHECKING:
    from bot.state import State
    from tests.slack.local_slack import LocalSlack
    from tests.slack.surfaces.workspace import Workspace

ROOT = "1700000000.000009"


@pytest.fixture
def followed(workspace: Workspace, slack: LocalSlack, state: State) -> LocalSlack:
    """A thread that began with a mention, in a channel that wants follow-ups."""
    state.set_channel_mode(TEAM, CHANNEL, "thread", USER, 0.0)
    workspace.mention("who uses Terraform?", ts=ROOT)
    slack.calls.clear()
    return slack


@pytest.mark.parametrize("kind", ["channel", "group", "mpim"])
def test_a_reply_is_answered_without_a_mention(
    workspace: Workspace, followed: LocalSlack, kind: str
) -> None:
    """In the same thread."""
    workspace.event(workspace.message("who uses Redis?", thread_ts=ROOT, channel_type=kind))

    assert [post["thread_ts"] for post in followed.posts] == [ROOT]


@pytest.mark.parametrize(
    "text", ["thanks!", "<@U2> what do you think?", "see you at the pub quiz tonight, dolphins"]
)
def test_talk_among_people_is_left_alone(
    workspace: Workspace, followed: LocalSlack, text: str
) -> None:
    """The bot speaks only when it knows something."""
    workspace.event(workspace.message(text, thread_ts=ROOT))

    assert followed.posts == []


def test_other_threads_and_the_channel_are_left_alone(
    workspace: Workspace, followed: LocalSlack
) -> None:
    """A thread is followed only from a mention on."""
    workspace.event(workspace.message("who uses Redis?", thread_ts="1600000000.000001"))
    workspace.event(workspace.message("who uses Redis?"))

    assert followed.posts == []


def test_a_channel_that_did_not_ask_for_it_is_left_alone(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Mentions only is what holds unless somebody changes it."""
    workspace.mention("who uses Terraform?", ts=ROOT)
    slack.calls.clear()

    workspace.event(workspace.message("who uses Redis?", thread_ts=ROOT))

    assert slack.posts == []


def test_a_mention_in_a_followed_thread_is_answered_once(
    workspace: Workspace, followed: LocalSlack
) -> None:
    """It arrives as a mention and as a message."""
    event = workspace.message("hey <@U0BOT> who uses Redis?", thread_ts=ROOT)

    workspace.event(event)
    workspace.event({**event, "type": "app_mention"})

    assert len(followed.posts) == 1


@pytest.mark.parametrize("first", ["message", "app_mention"])
def test_whoever_mentions_the_bot_gets_an_answer(
    workspace: Workspace, followed: LocalSlack, first: str
) -> None:
    """Also where nothing is known, and in whatever order the two events arrive."""
    event = workspace.message("hey <@U0BOT>, the pub quiz tonight, dolphins?", thread_ts=ROOT)
    other = "app_mention" if first == "message" else "message"

    workspace.event({**event, "type": first})
    workspace.event({**event, "type": other})

    assert len(followed.posts) == 1
