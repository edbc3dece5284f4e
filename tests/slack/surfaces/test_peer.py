"""The app against a Slack that we did not write: people act there, and it sends the events."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.config import Settings
from bot.slack.app import create_app
from bot.state import State
from tests.slack.surfaces.peering import MARKS, Served, people, running, settings_of
from tests.slack.surfaces.workspace import element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ask import Asker

QUESTION = "who uses Terraform?"

pytestmark = MARKS


@pytest.fixture(scope="module")
def emulator() -> Iterator[dict[str, str]]:
    """Settings of a running emulator of our own."""
    with running() as settings:
        yield settings


@pytest.fixture(scope="module")
def bot(
    emulator: dict[str, str], asker: Asker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The app as it is served, with the threads it has when served."""
    slack = settings_of(emulator)
    with State.open(tmp_path_factory.mktemp("peer") / "state.db") as state:
        served = Served(create_app(Settings(slack=slack), lambda: asker, state))
        yield served
        served.close()


@pytest.fixture
def peer(emulator: dict[str, str], bot: Served) -> Iterator[Any]:
    """The emulator as people use it, back at its seed."""
    with people(emulator, bot) as opened:
        yield opened


def test_a_mention_is_answered_in_its_thread(peer: Any) -> None:
    """The emulator sends the mention and the message; there is one answer."""
    ts = peer.mention("alice", "engineering", QUESTION)

    (answer,) = peer.wait(lambda: peer.replies("engineering", ts))
    assert "SongRender" in answer["text"]
    assert all(delivery["success"] for delivery in peer.deliveries())


def test_a_direct_message_is_answered(peer: Any) -> None:
    """And followed up."""
    peer.dm("carol", QUESTION)

    answered = peer.wait(lambda: peer.by_bot(peer.dm_channel("carol")))
    assert ["SongRender" in message["text"] for message in answered] == [True]


def test_a_command_is_answered_in_time_and_shared_once(peer: Any) -> None:
    """To the asker, then to everybody, with a name."""
    reply = peer.slash("/playhead", QUESTION, user="bob")
    private = peer.ephemeral("bob")[-1]
    button = element(reply.json["blocks"], "share")

    assert reply.in_time
    assert "SongRender" in private["text"]
    for _ in range(2):
        ephemeral_click(peer, button, "bob")
    shared = peer.wait(lambda: peer.by_bot("engineering"))
    assert len(shared) == 1
    assert f"Shared by <@{peer.user('bob')}>" in json.dumps(shared[0]["blocks"])


def ephemeral_click(peer: Any, button: dict[str, Any], user: str) -> None:
    """Press a button of a message that only one person sees; the peer presses posted ones."""
    channel = peer.channel("engineering")
    payload = peer._interaction_base(
        "block_actions",
        user,
        trigger_id=peer.trigger_id(user),
        actions=[{**button, "block_id": "b", "action_ts": "1.2"}],
        container={
            "type": "message",
            "message_ts": "1700000000.000100",
            "channel_id": channel,
            "is_ephemeral": True,
        },
        channel={"id": channel, "name": "engineering"},
        response_url=peer.response_url("engineering", user).url,
    )
    assert peer.interaction(payload).in_time


def test_pages_are_turned_in_place(peer: Any) -> None:
    """One message, whatever the page."""
    ts = peer.mention("alice", "engineering", "who uses postgres?")
    (first,) = peer.wait(lambda: peer.replies("engineering", ts))

    assert peer.click("page:more", "alice", "engineering", first["ts"]).in_time

    def turned() -> Any:
        message = peer.message("engineering", first["ts"])
        return message if "page:back" in json.dumps(message["blocks"]) else None

    assert peer.wait(turned)
    assert len(peer.replies("engineering", ts)) == 1


def test_settings_are_made_in_a_modal(peer: Any) -> None:
    """Opened with the emulator's own trigger, sent, and in force."""
    peer.slash("/playhead", "settings", channel="support")

    def filled() -> Any:
        view = peer.modal("alice")
        return view if view and "How I listen there" in json.dumps(view["blocks"]) else None

    modal = peer.wait(filled)
    assert modal["callback_id"] == "channel_settings"
    assert peer.submit(modal, {"mode": "off"}).json["response_action"] == "update"
    ts = peer.mention("alice", "support", QUESTION)
    assert peer.wait(lambda: "switched off" in json.dumps(peer.ephemeral("alice")))
    assert peer.replies("support", ts) == []


def test_the_search_form_is_answered(peer: Any) -> None:
    """From the global shortcut."""
    peer.shortcut("search_episodes")
    modal = peer.wait(lambda: peer.modal("alice"))

    answer = peer.submit(modal, {"words": QUESTION}).json

    assert "SongRender" in json.dumps(answer["view"])


def test_episodes_related_to_a_message(peer: Any) -> None:
    """From the message's menu."""
    ts = peer.post("bob", "engineering", "our Terraform is a mess")
    peer.message_shortcut("related_episodes", "engineering", ts)

    assert "SongRender" in json.dumps(peer.wait(lambda: peer.modal("alice")))


def test_the_home_is_published_and_browsed(peer: Any) -> None:
    """The menu offers what is typed, the choice opens its answer."""
    peer.app_home_opened("alice")
    home = peer.wait(lambda: peer.home("alice"))
    offered = peer.options("browse:all", "terra").json["option_groups"][0]["options"][0]

    assert offered["value"] == "who uses Terraform?"
    peer.click("browse:all", "alice", view=home, action={"selected_option": offered})
    assert "SongRender" in json.dumps(peer.wait(lambda: peer.modal("alice")))


def test_a_link_is_unfurled(peer: Any, asker: Asker) -> None:
    """The emulator has no unfurling, so only that it was asked for is seen."""
    url = next(head.url for head in asker.lexicon().heads.values() if "songrender" in head.slug)
    event = {
        "type": "link_shared",
        "user": peer.user("alice"),
        "channel": peer.channel("engineering"),
        "message_ts": peer.post("alice", "engineering", f"{url}#38:43"),
        "links": [{"url": f"{url}#38:43", "domain": "runninginproduction.com"}],
    }

    assert peer.event(event).in_time


@pytest.mark.parametrize("signature", ["none", "forged", "stale", "future", "no-timestamp"])
def test_what_slack_did_not_sign_is_refused(peer: Any, signature: str) -> None:
    """Commands and events alike, and nothing is posted."""
    event = peer.mention_event("alice", "engineering", f"{peer.bot_mention} {QUESTION}")

    assert peer.slash("/playhead", QUESTION, signature=signature).status == 401
    assert peer.event(event, signature=signature).status == 401
    assert peer.by_bot("engineering") == []


def test_four_deliveries_of_one_event_get_one_answer(peer: Any) -> None:
    """Each of them is accepted."""
    ts = peer.post("bob", "engineering", "a plain message")
    event = peer.mention_event("bob", "engineering", f"{peer.bot_mention} {QUESTION}", ts)

    assert [reply.status for reply in peer.retried(event)] == [200] * 4
    assert peer.wait(lambda: peer.replies("engineering", ts))
    assert not peer.wait(lambda: len(peer.replies("engineering", ts)) > 1, seconds=0.5)


def test_a_rate_limit_is_waited_for(peer: Any) -> None:
    """Then the answer comes."""
    peer.fail("chat.postMessage", retry_after=1)
    event = peer.mention_event("alice", "engineering", f"{peer.bot_mention} {QUESTION}")

    peer.event(event)

    assert peer.wait(lambda: peer.by_bot("engineering"))
