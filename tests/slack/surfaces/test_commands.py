"""Slash commands answer in the acknowledgement, to the asker only, with a button to share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import StoreError
from bot.slack.surfaces.commands import USAGE
from bot.slack.turn import APOLOGY
from tests.slack.local_slack import CHANNEL, USER, Failure
from tests.slack.surfaces.workspace import element, elements, everything, reply

if TYPE_CHECKING:
    from bot.slack.desk import Desk
    from bot.state import State
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.workspace import Workspace


def test_a_command_answers_the_asker_only(workspace: Workspace, slack: LocalSlack) -> None:
    """At once, and without any call to Slack."""
    answer = reply(workspace.slash("/playhead", "who uses Terraform?"))

    assert answer["response_type"] == "ephemeral"
    assert "SongRender" in answer["text"]
    assert element(answer["blocks"], "share")
    assert slack.calls == []


def test_what_one_person_did_with_an_answer_changes_it_for_nobody(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """It is kept, and the next person gets it as the first one did, with nobody's name in it."""
    first = reply(workspace.slash("/playhead", "who uses Terraform?"))
    workspace.click(element(first["blocks"], "share"), ephemeral=True)
    second = reply(workspace.slash("/playhead", "who uses Terraform?", user_id="U2"))

    assert USER in everything(slack.posts[0])
    assert first == second
    assert USER not in everything(second)


@pytest.mark.parametrize("text", ["terraform", " Terraform ", "terraform or ansible"])
def test_whouses_takes_a_name(workspace: Workspace, text: str) -> None:
    """The question is put around it."""
    assert "SongRender" in reply(workspace.slash("/whouses", text))["text"]


@pytest.mark.parametrize(
    ("command", "text"),
    [("/playhead", "help"), ("/playhead", ""), ("/whouses", ""), ("/whouses", "help")],
)
def test_help_shows_the_commands(workspace: Workspace, command: str, text: str) -> None:
    """An empty command asks how it is used."""
    answer = reply(workspace.slash(command, text))

    assert USAGE in answer["text"]
    assert answer["blocks"][-1]["elements"][0]["text"] == USAGE
    assert "share" not in {each["action_id"] for each in elements(answer["blocks"])}


def test_latest_and_random_are_words_of_the_command(workspace: Workspace, desk: Desk) -> None:
    """Random picks by chance, which the test has taken out."""
    newest = desk.heads()[0].title

    assert newest in reply(workspace.slash("/playhead", "latest"))["text"].replace("&amp;", "&")
    assert newest in reply(workspace.slash("/playhead", "random"))["text"].replace("&amp;", "&")


def test_an_unanswered_command_is_kept(workspace: Workspace, state: State) -> None:
    """As a gap."""
    workspace.slash("/playhead", "how do dolphins sleep underwater?")

    assert state.purge(1_800_000_000.0) == 1


def test_a_gap_that_cannot_be_kept_costs_no_answer(
    workspace: Workspace, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    """The state may be out of reach while the catalogue is not; the log names no question."""

    def unreachable(*_: object) -> None:
        raise StoreError("the database is gone")

    state.record_gap = unreachable  # type: ignore[method-assign, assignment]

    answer = reply(workspace.slash("/playhead", "how do dolphins sleep underwater?"))

    assert answer["text"].startswith("I found nothing")
    assert "a gap could not be kept" in caplog.text
    assert "dolphins" not in caplog.text


def test_a_broken_command_apologises(
    workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack shows the words in the place of the answer."""
    monkeypatch.setattr(type(desk), "reply", _broken)

    response = workspace.slash("/playhead", "who uses Terraform?")

    assert response.status == 200
    assert reply(response)["text"] == APOLOGY.text


def _broken(*_: object, **__: object) -> None:
    raise RuntimeError("the disk is gone")


def shared(workspace: Workspace) -> Payload:
    """The share button of an answer."""
    answer = reply(workspace.slash("/playhead", "who uses Terraform?"))
    return element(answer["blocks"], "share")


def test_sharing_posts_once_and_names_who_did(workspace: Workspace, slack: LocalSlack) -> None:
    """The private answer loses its button."""
    button = shared(workspace)

    assert workspace.click(button, ephemeral=True).status == 200
    workspace.click(button, ephemeral=True)

    (post,) = slack.posts
    (answer,) = slack.of("respond")
    assert post["channel"] == CHANNEL
    assert f"Shared by <@{USER}>" in everything(post)
    assert "SongRender" in post["text"]
    assert answer["replace_original"] is True
    assert "share" not in {each["action_id"] for each in elements(answer["blocks"])}


def test_sharing_where_the_bot_is_not_goes_by_the_asker(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """The response_url of the command reaches channels that the bot cannot."""
    slack.fail("chat.postMessage", Failure("not_in_channel"))

    workspace.click(shared(workspace), ephemeral=True)

    public, _ = slack.of("respond")
    assert public["response_type"] == "in_channel"
    assert f"Shared by <@{USER}>" in everything(public)


@pytest.mark.parametrize(
    ("error", "said"),
    [("is_archived", "archived"), ("restricted_action", "Posting is restricted")],
)
def test_sharing_where_nobody_may_post_is_explained(
    workspace: Workspace, slack: LocalSlack, error: str, said: str
) -> None:
    """The answer stays as it is, with its button."""
    slack.fail("chat.postMessage", Failure(error))

    workspace.click(shared(workspace), ephemeral=True)

    (told,) = slack.of("respond")
    assert said in told["text"]
    assert told["replace_original"] is False


def test_sharing_that_fails_is_said(workspace: Workspace, slack: LocalSlack) -> None:
    """To the person who pressed the button."""
    slack.fail("chat.postMessage", Failure("fatal_error"))

    workspace.click(shared(workspace), ephemeral=True)

    assert slack.of("respond")[-1]["text"] == APOLOGY.text


@pytest.mark.parametrize("error", ["fatal_error", "is_archived"])
def test_sharing_that_failed_can_be_tried_again(
    workspace: Workspace, slack: LocalSlack, error: str
) -> None:
    """At once, and then it is posted, once."""
    slack.fail("chat.postMessage", Failure(error))
    button = shared(workspace)

    for _ in range(3):
        workspace.click(button, ephemeral=True)

    refused, posted = slack.posts
    assert f"Shared by <@{USER}>" in everything(posted)
    assert refused["text"] == posted["text"]


@pytest.mark.parametrize(
    "change",
    [
        {"x-slack-signature": "v0=" + "0" * 64},
        {"x-slack-signature": ""},
        {"x-slack-request-timestamp": "1700000000"},
    ],
    ids=["forged", "unsigned", "stale"],
)
def test_requests_that_slack_did_not_sign_are_refused(
    workspace: Workspace, slack: LocalSlack, change: dict[str, str]
) -> None:
    """Nothing is done for them."""
    event = workspace.message("<@U0BOT> who uses Terraform?", type="app_mention")

    assert workspace.event(event, **change).status == 401
    assert slack.calls == []


def test_random_without_episodes_asks_instead(desk: Desk) -> None:
    """An empty catalogue has nothing to pick from."""
    from bot.slack.surfaces.commands import read

    class Empty:
        def lexicon(self) -> Empty:
            return self

        heads: dict[int, object] = {}  # noqa: RUF012 - never written

    empty = replace(desk, askers=Empty)  # type: ignore[arg-type]
    assert read(empty, "random").text == "random"
