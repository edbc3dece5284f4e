"""The clock's posts get into Slack with their keys, and are found again by them."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.fernet import Fernet

from bot.config import SlackSettings
from bot.digest.outbox import BLIND, Kind, Post
from bot.errors import PostError
from bot.render.blocks import Message, section
from bot.slack.metrics import Metrics
from bot.slack.poster import MARGIN, PAGES, SlackPoster, clients
from bot.state import State, Vault
from tests.postgres import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.slack.local_slack import LocalSlack

KEY = Fernet.generate_key().decode()
OTHER = "xoxb-of-another"
POST = Post("T1", "C1", "digest:2024-05-06", Kind.DIGEST, "s/1", due=1_700_000_000.0)
MESSAGE = Message("Episode of the day", (section("Episode of the day"),))


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An empty state."""
    with State.open(tmp_path / "state.db") as opened:
        yield opened


def one(slack: LocalSlack | str) -> SlackSettings:
    """One workspace."""
    api = slack if isinstance(slack, str) else slack.api
    return SlackSettings(bot_token="xoxb-1", api_url=api)  # noqa: S106 - no secret


def many(slack: LocalSlack) -> SlackSettings:
    """Any workspace."""
    return SlackSettings(
        client_id="1.2",
        client_secret="s",  # noqa: S106 - no secret
        encryption_keys=(KEY,),
        api_url=slack.api,
    )


def poster(settings: SlackSettings, state: State, metrics: Metrics | None = None) -> SlackPoster:
    """Whoever posts."""
    return SlackPoster(clients(settings, state, metrics, time.time))


def kept(key: str, ts: str = "9.0", kind: str = "playhead_post") -> dict[str, Any]:
    """A message as a channel's history has it."""
    return {"ts": ts, "metadata": {"event_type": kind, "event_payload": {"key": key}}}


def test_a_post_carries_its_key(slack: LocalSlack, state: State) -> None:
    """For whoever looks for it later; links in it are not unfolded."""
    metrics = Metrics()

    ts = poster(one(slack), state, metrics).post(POST, MESSAGE)

    assert slack.posted == [ts]
    (call,) = slack.called("chat.postMessage")
    assert call.arguments["channel"] == "C1"
    assert call.arguments["text"] == MESSAGE.text
    assert "digest:2024-05-06" in str(call.arguments["metadata"])
    assert "playhead_post" in str(call.arguments["metadata"])
    assert b'playhead_slack_calls_total{method="chat.postMessage",outcome="ok"} 1.0' in (
        metrics.text()
    )


@pytest.mark.parametrize(
    ("answer", "word", "wait", "unsure"),
    [
        ({"ok": False, "error": "not_in_channel"}, "not_in_channel", None, False),
        ({"ok": False, "error": "internal_error"}, "internal_error", None, True),
        ({"ok": False, "error": "ratelimited"}, "ratelimited", 30.0, False),
        (429, "ratelimited", 30.0, False),
        (503, "status_503", None, True),
        (200, "status_200", None, True),
    ],
)
def test_a_failure_says_what_is_known(
    slack: LocalSlack,
    state: State,
    answer: dict[str, Any] | int,
    word: str,
    wait: float | None,
    unsure: bool,  # noqa: FBT001 - a table's column
) -> None:
    """And is tried by nobody else: whoever posts must know how each try ended."""
    slack.answers["chat.postMessage"] = answer

    with pytest.raises(PostError) as caught:
        poster(one(slack), state).post(POST, MESSAGE)

    assert (caught.value.word, caught.value.wait, caught.value.unsure) == (word, wait, unsure)
    assert len(slack.called("chat.postMessage")) == 1


def test_a_slack_that_cannot_be_reached_leaves_a_doubt(state: State) -> None:
    """Who knows how far it came."""
    with pytest.raises(PostError) as caught:
        poster(one(f"http://127.0.0.1:{free_port()}/api/"), state).post(POST, MESSAGE)

    assert caught.value.unsure is True


def test_blocks_that_slack_refuses_cost_no_digest(slack: LocalSlack, state: State) -> None:
    """The text says the same, and has the key as well."""
    answers = iter([{"ok": False, "error": "invalid_blocks"}, {"ok": True, "ts": "5.0"}])

    class Once(dict[str, Any]):
        def get(self, method: str, default: Any = None) -> Any:
            return next(answers) if method == "chat.postMessage" else super().get(method, default)

    slack.answers = Once()

    assert poster(one(slack), state).post(POST, MESSAGE) == "5.0"
    first, second = slack.called("chat.postMessage")
    assert "blocks" in first.arguments
    assert second.arguments.get("blocks") in {None, ""}
    assert first.arguments["metadata"] == second.arguments["metadata"]


def test_a_post_that_is_there_is_found(slack: LocalSlack, state: State) -> None:
    """By its key alone, among what came since it was due."""
    slack.answers["conversations.history"] = {
        "ok": True,
        "messages": [
            {"ts": "1.0"},
            kept("digest:2024-05-06", kind="something_else"),
            kept("digest:2024-05-05"),
            kept("digest:2024-05-06", "7.0"),
        ],
    }

    assert poster(one(slack), state).find(POST) == "7.0"
    (call,) = slack.called("conversations.history")
    assert call.arguments["channel"] == "C1"
    assert float(call.arguments["oldest"]) == POST.due - MARGIN
    assert str(call.arguments["include_all_metadata"]).lower() in {"1", "true"}


def test_a_post_that_is_not_there_is_not_found(slack: LocalSlack, state: State) -> None:
    """Then it may be posted."""
    for messages in ({}, {"messages": [kept("digest:2024-05-05")]}):
        slack.answers["conversations.history"] = {"ok": True, **messages}
        assert poster(one(slack), state).find(POST) is None


def test_a_channel_in_which_too_much_was_said_leaves_the_doubt(
    slack: LocalSlack, state: State
) -> None:
    """A few pages are read, then it is said that it cannot be known."""
    slack.answers["conversations.history"] = {
        "ok": True,
        "messages": [kept("digest:2024-05-05")],
        "response_metadata": {"next_cursor": "more"},
    }

    with pytest.raises(PostError) as caught:
        poster(one(slack), state).find(POST)

    assert caught.value.word in BLIND
    calls = slack.called("conversations.history")
    assert [call.arguments.get("cursor") for call in calls] == [None, *["more"] * (PAGES - 1)]


def test_a_person_is_looked_for_in_their_conversation(slack: LocalSlack, state: State) -> None:
    """A digest may go to a person, whose id is no conversation's."""
    slack.answers["conversations.open"] = {"ok": True, "channel": {"id": "D7"}}
    slack.answers["conversations.history"] = {"ok": True, "messages": [kept(POST.key)]}

    assert poster(one(slack), state).find(replace(POST, channel="U1")) == "9.0"
    assert slack.called("conversations.open")[0].arguments["users"] == "U1"
    assert slack.called("conversations.history")[0].arguments["channel"] == "D7"


def test_a_look_that_is_refused_says_so(slack: LocalSlack, state: State) -> None:
    """The clock decides what that means."""
    slack.answers["conversations.history"] = {"ok": False, "error": "missing_scope"}

    with pytest.raises(PostError, match="missing_scope"):
        poster(one(slack), state).find(POST)


def record(**more: object) -> dict[str, Any]:
    """An installation as it is kept."""
    return {
        "app_id": "A1",
        "enterprise_id": None,
        "team_id": "T1",
        "bot_token": "xoxb-of-T1",
        "bot_id": "B1",
        "bot_user_id": "U0BOT",
        "installed_at": 1.0,
        **more,
    }


def test_each_workspace_is_posted_to_with_its_own_token(slack: LocalSlack, state: State) -> None:
    """Nobody needs to restart anything for a new one."""
    posts = poster(many(slack), state)
    installations = state.installations(Vault([KEY]))
    installations.save("", "T1", record(), 1.0)
    installations.save("", "T2", record(team_id="T2", bot_token=OTHER), 1.0)

    posts.post(POST, MESSAGE)
    posts.post(replace(POST, team="T2"), MESSAGE)

    assert [call.token for call in slack.called("chat.postMessage")] == ["xoxb-of-T1", OTHER]


def test_a_workspace_that_left_is_said(slack: LocalSlack, state: State) -> None:
    """The subscription will stop."""
    with pytest.raises(PostError, match="no_install"):
        poster(many(slack), state).post(POST, MESSAGE)


@pytest.mark.parametrize("renewed", [True, False])
def test_a_token_that_expires_is_renewed(
    slack: LocalSlack,
    state: State,
    renewed: bool,  # noqa: FBT001 - a table's column
) -> None:
    """Else it is tried again later: Slack may not answer just now."""
    installations = state.installations(Vault([KEY]))
    expires = int(time.time()) + 60
    rotating = record(bot_refresh_token=OTHER, bot_token_expires_at=expires)
    installations.save("", "T1", rotating, 1.0)
    slack.answers["oauth.v2.access"] = {
        "ok": renewed,
        "error": "fatal_error",
        "access_token": OTHER,
        "refresh_token": "xoxe-2",
        "expires_in": 43_200,
        "token_type": "bot",
    }
    posts = poster(many(slack), state)

    if renewed:
        posts.post(POST, MESSAGE)
        assert slack.called("chat.postMessage")[0].token == OTHER
    else:
        with pytest.raises(PostError, match="token_not_renewed"):
            posts.post(POST, MESSAGE)
