"""Workflow steps hand over an answer, or say why they cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.render.request import Request
from bot.slack.app import assemble
from bot.slack.surfaces import steps
from bot.slack.turn import APOLOGY
from bot.state.state import ABANDONED
from tests.answers import citation, full_answer
from tests.slack.local_slack import TEAM, Failure
from tests.slack.surfaces.workspace import Inline, Workspace

if TYPE_CHECKING:
    import pytest

    from bot.slack.desk import Desk
    from bot.state import State
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.conftest import Clock


def executed(callback: str, **inputs: str) -> Payload:
    """A step being run."""
    return {
        "type": "function_executed",
        "function": {"callback_id": callback, "app_id": "A1"},
        "inputs": inputs,
        "function_execution_id": "Fx1",
        "bot_access_token": "xwfp-not-a-token",
        "event_ts": "1.2",
    }


def test_a_question_is_answered(workspace: Workspace, slack: LocalSlack) -> None:
    """With the second in the link, as text, once."""
    for _ in range(2):
        workspace.event(executed("find_episodes", question="who uses Terraform?"), "EvStep")

    (call,) = slack.of("functions.completeSuccess")
    outputs: dict[str, Any] = call["outputs"]
    assert outputs["url"].endswith("#44:41")
    assert "▶ 38:43" in outputs["answer"]
    assert outputs["count"] >= 1
    assert set(outputs) == {parameter.name for parameter in steps.FUNCTIONS[0].outputs}


def test_an_unanswerable_question_is_an_answer_too(workspace: Workspace, slack: LocalSlack) -> None:
    """The workflow goes on and can say so."""
    workspace.event(executed("find_episodes", question="how do dolphins sleep?"))

    outputs = slack.of("functions.completeSuccess")[0]["outputs"]
    assert (outputs["count"], outputs["url"], outputs["title"]) == (0, "", "")


def test_a_random_episode_is_picked(workspace: Workspace, slack: LocalSlack, desk: Desk) -> None:
    """The test has taken the chance out."""
    workspace.event(executed("random_episode"))

    assert slack.of("functions.completeSuccess")[0]["outputs"]["title"] == desk.heads()[0].title


def test_a_step_without_a_question_fails_with_words(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Whoever made the workflow reads them."""
    workspace.event(executed("find_episodes", question=" "))

    assert slack.of("functions.completeError")[0]["error"] == steps.NO_QUESTION


def test_a_step_that_breaks_fails_with_words(workspace: Workspace, slack: LocalSlack) -> None:
    """A workflow must not hang."""
    slack.fail("functions.completeSuccess", Failure("fatal_error"))

    workspace.event(executed("random_episode"))

    assert slack.of("functions.completeError")[0]["error"] == APOLOGY.text


def test_a_step_that_is_left_half_way_leaves_no_token(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """Its event carries one, so it is not kept to be taken up."""
    slack.fail("functions.completeSuccess", Failure("ratelimited", 429, {"Retry-After": "60"}))

    workspace.event(executed("random_episode"), "EvStep")

    assert state.abandoned(clock.time + ABANDONED + 1) == []
    assert state.claim(f"{TEAM}:EvStep", clock.time + ABANDONED + 1)


def test_an_empty_catalogue_has_no_random_episode(
    desk: Desk, slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is said, too."""
    monkeypatch.setattr(type(desk), "heads", lambda _: [])
    workspace = Workspace(assemble(replace(desk), listener_executor=Inline()), slack)

    workspace.event(executed("random_episode"))

    assert slack.of("functions.completeError")[0]["error"] == steps.NO_EPISODES


def test_a_title_pings_nobody() -> None:
    """A workflow may post what it is handed."""
    answer = replace(full_answer(), episodes=(citation("<!channel> & co"),))

    title = steps.outputs(answer, Request("?"))["title"]
    assert title.startswith("&lt;!channel&gt; &amp; co")
