"""The Home, modals, shortcuts and the agent view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.slack.manifest import PROMPTS
from bot.slack.surfaces import browse, related, search
from tests.slack.local_slack import CHANNEL, DM, USER, Failure
from tests.slack.surfaces.workspace import element, everything, reply

if TYPE_CHECKING:
    from bot.slack.desk import Desk
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.workspace import Workspace


def opened(tab: str) -> Payload:
    """The event of the bot's own pages being opened."""
    return {"type": "app_home_opened", "user": USER, "channel": DM, "tab": tab}


def test_the_home_shows_the_catalogue(workspace: Workspace, slack: LocalSlack, desk: Desk) -> None:
    """How much there is, the newest, a way to browse, and how to ask."""
    workspace.event(opened("home"))

    (call,) = slack.of("views.publish")
    assert (call["user_id"], call["view"]["type"]) == (USER, "home")
    assert f"*{len(desk.heads())}* episodes" in everything(call["view"])
    assert element(call["view"]["blocks"], browse.BROWSE)["type"] == "external_select"
    assert "How to ask" in everything(call["view"])


def test_the_agent_view_suggests_questions(workspace: Workspace, slack: LocalSlack) -> None:
    """One press asks them."""
    workspace.event(opened("messages"))

    (call,) = slack.of("assistant.threads.setSuggestedPrompts")
    assert call["channel_id"] == DM
    assert [each["message"] for each in call["prompts"]] == [message for _, message in PROMPTS]
    assert slack.of("views.publish") == []


def test_a_workspace_without_the_agent_view_is_no_failure(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Nothing is said about it."""
    slack.fail("assistant.threads.setSuggestedPrompts", Failure("not_allowed"))

    assert workspace.event(opened("messages")).status == 200
    assert slack.methods == ["assistant.threads.setSuggestedPrompts"]


def offered(workspace: Workspace, action: str, typed: str) -> dict[str, list[str]]:
    """Values of the options that a menu offers, by their label."""
    return {
        group["label"]["text"]: [option["value"] for option in group["options"]]
        for group in reply(workspace.suggest(action, typed))["option_groups"]
    }


def test_the_menu_offers_what_is_typed(workspace: Workspace) -> None:
    """Technologies and categories that contain it; spellings that begin with it come first."""
    both = offered(workspace, browse.BROWSE, "post")
    everything_there_is = offered(workspace, browse.BROWSE, "")

    assert both["Technologies"][0] == "who uses PostgreSQL?"
    assert "most used databases" in everything_there_is["Categories"]
    assert offered(workspace, browse.TECHNOLOGY, "terraf") == {"Technologies": ["Terraform"]}
    assert offered(workspace, browse.TECHNOLOGY, "zzzz") == {}


def test_the_home_says_no_name_twice_and_begins_with_what_most_want(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """A title that begins with the company goes on with the rest of it."""
    workspace.event(opened("home"))
    shown = everything(slack.of("views.publish")[0]["view"])

    assert "|*SongRender*> Lets You Create" in shown
    assert shown.index("who uses Terraform?") < shown.index("zero downtime releases")


def test_a_choice_in_the_home_opens_its_answer(workspace: Workspace, slack: LocalSlack) -> None:
    """In a window, as the Home has no place for it."""
    workspace.interact(
        "block_actions",
        actions=[
            {
                "type": "external_select",
                "action_id": browse.BROWSE,
                "block_id": "b",
                "selected_option": {"value": "who uses Terraform?"},
            }
        ],
        container={"type": "view"},
    )

    (call,) = slack.of("views.open")
    assert "SongRender" in everything(call["view"])


def sent(callback: str, values: dict[str, Any]) -> Payload:
    """A form being sent."""
    return {
        "view": {"type": "modal", "callback_id": callback, "state": {"values": values}, "id": "V1"}
    }


def test_the_search_shortcut_opens_a_form(
    workspace: Workspace, slack: LocalSlack, desk: Desk
) -> None:
    """With the years that there are episodes of."""
    workspace.interact("shortcut", callback_id="search_episodes")

    blocks = slack.of("views.open")[0]["view"]["blocks"]
    years = [option["value"] for option in element(blocks, "year")["options"]]
    assert set(years) == {str(head.published.year) for head in desk.heads() if head.published}
    assert years == sorted(years, reverse=True)


def test_a_catalogue_without_dates_has_no_years() -> None:
    """A menu without options would be refused."""
    assert "year" not in {block["block_id"] for block in search.form([])["blocks"]}


def chosen(value: str) -> Payload:
    """A menu with a choice."""
    return {"selected_option": {"value": value}}


@pytest.mark.parametrize(
    ("values", "question"),
    [
        ({}, "10 latest episodes"),
        ({"words": {"words": {"value": "  "}}}, "10 latest episodes"),
        ({"length": {"length": chosen("over 60 minutes")}}, "list the episodes over 60 minutes"),
        ({"words": {"words": {"value": "queues"}}}, "queues"),
        ({"technology": {browse.TECHNOLOGY: chosen("Redis")}}, "who uses Redis"),
        (
            {
                "words": {"words": {"value": "queues"}},
                "technology": {browse.TECHNOLOGY: chosen("Redis")},
                "year": {"year": chosen("2020")},
                "length": {"length": chosen("over 60 minutes")},
            },
            'queues uses:"Redis" year:2020 over 60 minutes',
        ),
    ],
)
def test_the_form_is_a_question(values: Payload, question: str) -> None:
    """So filters mean the same wherever they are typed."""
    assert search.question(values) == question


def test_a_sent_search_is_answered_in_its_window(workspace: Workspace) -> None:
    """Without a call to Slack."""
    values = {"technology": {browse.TECHNOLOGY: chosen("Terraform")}}

    answer = reply(workspace.interact("view_submission", **sent(search.CALLBACK, values)))

    first, *_, last = answer["view"]["blocks"]
    assert answer["response_action"] == "update"
    assert "SongRender" in first["text"]["text"]
    assert last["elements"][0]["text"] == "Asked: who uses Terraform"


def rich(text: str) -> Payload:
    """A text as people write it."""
    words = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [words]}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"text": "we deploy with zero downtime"}, "▶"),
        (
            {"text": "our Terraform is a mess, dolphins aside, and the marmalade is gone"},
            "SongRender",
        ),
        ({"text": "dolphins sleep underwater"}, related.NOTHING),
        ({"text": "thanks!"}, related.NOTHING),
        ({"text": ""}, related.NOTHING),
        ({"attachments": [{"title": "Terraform", "fallback": "x"}]}, "SongRender"),
        ({"text": "", "blocks": [rich("our Terraform is a mess")]}, "SongRender"),
        ({"blocks": [{"text": {"type": "mrkdwn", "text": "Terraform"}}]}, "SongRender"),
    ],
)
def test_episodes_related_to_a_message(
    workspace: Workspace, slack: LocalSlack, said: Payload, found: str
) -> None:
    """By its words, else by the technologies it names; shown to the person only."""
    message = {"type": "message", "ts": "1.2", "user": "U2", **said}

    workspace.interact(
        "message_action",
        callback_id=related.SHORTCUTS[0].callback_id,
        message=message,
        channel={"id": CHANNEL},
        message_ts="1.2",
        response_url=slack.response_url,
    )

    assert found in everything(slack.of("views.open")[0]["view"])
