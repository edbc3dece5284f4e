"""Mentions and direct messages: one answer, in its place, whatever Slack does."""

from __future__ import annotations

import json
from concurrent.futures import Executor, Future
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import BoltRequest

from bot.render.request import Request
from bot.slack.app import assemble
from bot.slack.client import web_client
from bot.slack.surfaces.mention import OFF
from bot.slack.turn import APOLOGY
from tests.slack.local_slack import CHANNEL, DM, TEAM, USER, Failure
from tests.slack.surfaces.workspace import Inline, Workspace, element, everything, reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.desk import Desk
    from bot.state import State
    from tests.slack.local_slack import LocalSlack
    from tests.slack.surfaces.conftest import Clock


def test_a_mention_is_answered_in_its_thread(workspace: Workspace, slack: LocalSlack) -> None:
    """With blocks, the answer as text, the time link, and no unfurling."""
    assert workspace.mention("who uses Terraform?", ts="1700000000.000009").status == 200

    (post,) = slack.posts
    assert (post["channel"], post["thread_ts"]) == (CHANNEL, "1700000000.000009")
    assert (post["unfurl_links"], post["unfurl_media"]) == (False, False)
    assert "SongRender" in post["text"]
    assert "#38:43|▶ 38:43>" in everything(post)


def test_a_mention_in_a_thread_stays_there(workspace: Workspace, slack: LocalSlack) -> None:
    """The answer goes to the thread's root."""
    workspace.mention("who uses Terraform?", thread_ts="1699999999.000001")

    assert slack.posts[0]["thread_ts"] == "1699999999.000001"


def test_a_mention_alone_gets_help(workspace: Workspace, slack: LocalSlack) -> None:
    """Somebody who only says the name is told what to ask."""
    workspace.mention("")

    assert "Ask me about the episodes" in slack.posts[0]["text"]


def test_four_deliveries_of_one_event_get_one_answer(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Slack's redeliveries are acknowledged and otherwise ignored."""
    event = workspace.message("<@U0BOT> who uses Terraform?", type="app_mention")

    statuses = [workspace.event(event, "EvSame").status for _ in range(4)]

    assert statuses == [200] * 4
    assert len(slack.posts) == 1


def test_a_first_seen_redelivery_is_answered(workspace: Workspace, slack: LocalSlack) -> None:
    """The delivery before it may be the one that got lost."""
    event = workspace.message("<@U0BOT> who uses Terraform?", type="app_mention")

    workspace.event(event, **{"x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"})

    assert len(slack.posts) == 1


def test_a_mention_and_the_message_of_it_count_once(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """In a direct message a mention arrives as two events of one post; neither is left over."""
    event = workspace.message("<@U0BOT> who uses Terraform?", channel=DM, channel_type="im")

    workspace.event(event)
    workspace.event({**event, "type": "app_mention"})
    clock.time += 61

    assert len(slack.posts) == 1
    assert state.abandoned(clock()) == []


def test_a_crash_between_claim_and_answer_is_picked_up(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """A claim that was never finished is free again after a minute; an answered one never."""
    event = workspace.message("<@U0BOT> who uses Terraform?", type="app_mention")
    keys = [f"{TEAM}:EvCrash", f"{TEAM}:{CHANNEL}:{event['ts']}"]
    assert all(state.claim(key, clock()) for key in keys)

    workspace.event(event, "EvCrash")
    assert slack.posts == []
    clock.time += 61
    workspace.event(event, "EvCrash")
    clock.time += 1000
    workspace.event(event, "EvCrash")

    assert len(slack.posts) == 1


@pytest.mark.parametrize(
    ("before", "seconds", "answers"),
    [
        ([], 30, 1),
        ([{}], 30, 1),
        ([], 86_401, 0),
    ],
    ids=["mention added", "answered already", "an old post"],
)
def test_an_edited_mention_is_answered_once(
    workspace: Workspace,
    slack: LocalSlack,
    before: list[dict[str, Any]],
    seconds: int,
    answers: int,
) -> None:
    """Whoever forgot the mention adds it; whoever mends a word gets no second answer."""
    edited = {"user": USER, "ts": f"{1_700_000_000 + seconds}.000000"}
    for more in [*before, {"edited": edited}]:
        workspace.mention("who uses Terraform?", ts="1700000000.000007", **more)

    assert len(slack.posts) == answers


def test_a_message_in_italics_is_one_of_a_person(workspace: Workspace, slack: LocalSlack) -> None:
    """Slack's ``/me`` gives it a kind of its own."""
    workspace.dm("who uses Terraform?", subtype="me_message")

    assert len(slack.posts) == 1


def test_the_word_to_the_asker_is_where_they_look(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """In the thread, if that is where they asked."""
    state.set_channel_mode(TEAM, CHANNEL, "off", USER, 0.0)

    workspace.mention("who uses Terraform?", thread_ts="1600000000.000100")
    workspace.mention("who uses Terraform?")

    threads = [each.get("thread_ts") for each in slack.of("chat.postEphemeral")]
    assert threads == ["1600000000.000100", None]


@pytest.mark.parametrize(
    "more",
    [
        {"bot_id": "B9"},
        {"subtype": "bot_message"},
        {"subtype": "message_changed"},
        {"user": "U0BOT"},
        {"bot_profile": {"id": "B9"}},
        {"user": ""},
    ],
    ids=str,
)
@pytest.mark.parametrize("kind", ["mention", "dm"])
def test_bots_and_edits_get_no_answer(
    workspace: Workspace, slack: LocalSlack, kind: str, more: dict[str, str]
) -> None:
    """Else two bots would talk to each other until somebody pulls the plug."""
    assert getattr(workspace, kind)("who uses Terraform?", **more).status == 200
    assert slack.calls == []


def test_a_message_that_asks_nobody_is_acknowledged(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Slack switches events off for an app that answers them with errors."""
    assert workspace.event(workspace.message("who uses Terraform?")).status == 200
    assert slack.calls == []


def test_a_direct_message_is_answered_in_the_conversation(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Where there are no threads, none is opened."""
    workspace.dm("who uses Terraform?")

    assert slack.posts[0]["channel"] == DM
    assert slack.posts[0].get("thread_ts") is None


def test_the_agent_view_shows_a_status_and_answers_in_its_thread(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Its conversations are threads of the direct message."""
    workspace.dm("who uses Terraform?", thread_ts="1699999999.000001")

    assert slack.methods == [
        "assistant.threads.setStatus",
        "chat.postMessage",
    ]
    assert slack.posts[0]["thread_ts"] == "1699999999.000001"


@pytest.mark.parametrize(
    "failure",
    [Failure("missing_scope"), Failure("cut short", headers={"Content-Length": "999"})],
    ids=lambda failure: failure.error,
)
def test_a_workspace_without_statuses_gets_its_answer(
    workspace: Workspace, slack: LocalSlack, failure: Failure
) -> None:
    """A status that is refused, or lost, is no reason to say nothing."""
    slack.fail("assistant.threads.setStatus", failure)

    workspace.dm("who uses Terraform?", thread_ts="1699999999.000001")

    (post,) = slack.posts
    assert "Terraform" in post["text"]


def test_the_question_before_is_handed_on(workspace: Workspace, state: State, clock: Clock) -> None:
    """Each thread remembers its last question, and no thanks in between."""
    workspace.mention("who uses Terraform?", ts="1700000000.000009")
    workspace.mention("thanks!", thread_ts="1700000000.000009")
    workspace.dm("who uses Redis?")

    assert state.thread_question(TEAM, CHANNEL, "1700000000.000009") == "who uses Terraform?"
    assert state.thread_question(TEAM, DM, "direct") == "who uses Redis?"
    assert clock.time


def test_fragments_follow_each_other(workspace: Workspace, slack: LocalSlack) -> None:
    """Each narrows what the ones before it made of the question, in threads and direct messages."""
    chain = ("who uses Flask?", "and Postgres?", "only 2020", "more", "without docker")
    for text in chain:
        workspace.mention(text, thread_ts="1700000000.000009")
        workspace.dm(text)
    workspace.dm("who uses Postgres in 2020? -docker")

    flask, _, year, more, last = (post["text"] for post in slack.posts[:-1:2])
    expected = slack.posts[-1]["text"]
    assert [post["text"] for post in slack.posts[:-1:2]] == [
        post["text"] for post in slack.posts[1:-1:2]
    ]
    assert "Flask" in flask
    assert "PostgreSQL" in year
    assert year == more
    assert last == expected != year


def test_what_was_shared_can_be_followed_up(workspace: Workspace, slack: LocalSlack) -> None:
    """In the thread of the post."""
    workspace.mention("who uses Redis?")
    private = reply(workspace.slash("/playhead", "who uses Flask?"))
    workspace.click(element(private["blocks"], "share"), ephemeral=True)
    shared = slack.posted[-1]
    workspace.mention("and Redis?", thread_ts=shared)

    redis, _, followed = slack.posts
    assert followed["text"] == redis["text"]


def test_a_pressed_question_can_be_followed_up(workspace: Workspace, slack: LocalSlack) -> None:
    """What is asked with a button is asked all the same; a page keeps the whole thread, too."""
    workspace.dm("who uses Redis?")
    workspace.dm("and Postgres?")
    paged = slack.posts[-1]
    workspace.click(element(paged["blocks"], "page:more"), channel={"id": DM})
    workspace.dm("only 2020")
    narrowed = slack.posts[-1]["text"]
    workspace.click(
        {"type": "button", "action_id": "ask:try:0", "value": Request("who uses Go?").packed()},
        channel={"id": DM},
    )
    workspace.dm("and Postgres?")
    workspace.dm("only 2020")

    assert "PostgreSQL" in narrowed
    assert slack.posts[-1]["text"] == narrowed
    assert "PostgreSQL" in slack.of("respond")[0]["text"]


def test_a_channel_that_is_off_gets_a_word_to_the_asker(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """Nobody else is bothered, and nobody is left without an answer."""
    state.set_channel_mode(TEAM, CHANNEL, "off", USER, 0.0)

    workspace.mention("who uses Terraform?")

    (whisper,) = slack.of("chat.postEphemeral")
    assert (whisper["user"], whisper["text"]) == (USER, OFF)
    assert slack.posts == []


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long"])
def test_refused_blocks_become_plain_text(
    workspace: Workspace, slack: LocalSlack, error: str
) -> None:
    """The answer is in the text as well."""
    slack.fail("chat.postMessage", Failure(error))

    workspace.mention("who uses Terraform?")

    refused, plain = slack.posts
    assert refused["blocks"]
    assert not plain.get("blocks")
    assert plain["text"] == refused["text"]


def test_a_text_that_is_too_long_is_shortened(workspace: Workspace, slack: LocalSlack) -> None:
    """An answer that is cut is better than none."""
    slack.fail("chat.postMessage", Failure("msg_too_long"), Failure("msg_too_long"))

    workspace.mention("who uses postgres?")

    assert len(slack.posts) == 3
    assert len(slack.posts[-1]["text"]) <= 1000


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("not_in_channel", "/invite @Playhead"),
        ("channel_not_found", "/invite @Playhead"),
        ("is_archived", "archived"),
    ],
)
def test_a_channel_that_cannot_be_posted_to_is_explained(
    workspace: Workspace, slack: LocalSlack, error: str, said: str
) -> None:
    """The asker is told in a direct message what to do."""
    slack.fail("chat.postMessage", Failure(error))

    workspace.mention("who uses Terraform?")

    assert slack.posts[-1]["channel"] == USER
    assert said in slack.posts[-1]["text"]


def test_a_rate_limit_is_waited_for(workspace: Workspace, slack: LocalSlack) -> None:
    """The answer comes after the pause that Slack asks for, once."""
    limited = Failure("ratelimited", 429, {"Retry-After": "0"})
    slack.fail("chat.postMessage", limited)

    workspace.mention("who uses Terraform?")

    assert len(slack.posts) == 2
    assert slack.posts[0] == slack.posts[1]


def test_a_server_error_is_tried_again(workspace: Workspace, slack: LocalSlack) -> None:
    """Slack has bad moments, too."""
    slack.fail("chat.postMessage", Failure("", 503))

    workspace.mention("who uses Terraform?")

    assert len(slack.posts) == 2


def test_any_other_refusal_is_an_apology(workspace: Workspace, slack: LocalSlack) -> None:
    """What cannot be explained is at least said, and never a traceback."""
    slack.fail("chat.postMessage", Failure("fatal_error"))

    assert workspace.mention("who uses Terraform?").status == 200

    (whisper,) = slack.of("chat.postEphemeral")
    assert whisper["text"] == APOLOGY.text


def test_a_slack_that_does_not_answer_in_time_is_an_apology(desk: Desk, slack: LocalSlack) -> None:
    """Nobody knows whether the answer is there, so it is not posted again."""
    client = web_client(desk.settings.slack)
    client.timeout = 1
    workspace = Workspace(assemble(desk, listener_executor=Inline(), client=client), slack)
    slack.fail("chat.postMessage", Failure("", late=2))

    assert workspace.mention("who uses Terraform?").status == 200

    assert len(slack.posts) == 1
    assert slack.of("chat.postEphemeral")[0]["text"] == APOLOGY.text


def test_a_store_that_breaks_is_an_apology(
    workspace: Workspace, slack: LocalSlack, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person reads plain words; the log has the rest."""
    monkeypatch.setattr(type(desk), "reply", _broken)

    workspace.dm("who uses Terraform?")

    assert slack.of("chat.postEphemeral")[0]["text"] == APOLOGY.text


def _broken(*_: object) -> None:
    raise RuntimeError("the disk is gone")


def test_when_nothing_can_be_said_nothing_breaks(workspace: Workspace, slack: LocalSlack) -> None:
    """Slack being away altogether ends no thread of ours."""
    down = [Failure("fatal_error")] * 9
    slack.fail("chat.postMessage", *down)
    slack.fail("chat.postEphemeral", *down)

    assert workspace.mention("who uses Terraform?").status == 200


def test_titles_and_questions_ping_nobody(workspace: Workspace, slack: LocalSlack) -> None:
    """A question that spells a broadcast comes back as plain words."""
    workspace.dm("who uses &lt;!channel&gt; &lt;!here&gt; zzzqqq?")

    assert "<!" not in everything(slack.posts[0])


def test_what_could_not_be_answered_is_kept(workspace: Workspace, state: State) -> None:
    """So that somebody can see what is missing."""
    workspace.dm("how do dolphins sleep underwater?")

    assert state.purge(1_700_000_000.0 + 31 * 86_400) >= 1


def test_what_a_crash_left_can_be_taken_up_without_a_redelivery(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """Slack was told that it arrived, and will not send it again."""
    slack.fail("chat.postMessage", *[Failure("fatal_error")] * 2)
    slack.fail("chat.postEphemeral", *[Failure("fatal_error")] * 2)
    workspace.mention("who uses Terraform?")
    assert state.abandoned(clock()) == []

    clock.time += 61
    (payload,) = state.abandoned(clock())
    slack.calls.clear()
    workspace.app.dispatch(BoltRequest(mode="socket_mode", body=json.loads(payload)))

    assert "token" not in json.loads(payload)
    assert "SongRender" in slack.posts[0]["text"]
    clock.time += 61
    assert state.abandoned(clock()) == []


def test_a_long_rate_limit_is_no_apology_but_a_later_answer(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """A thread that slept for so long would be taken for dead, and its post answered twice."""
    slack.fail("chat.postMessage", Failure("ratelimited", 429, {"Retry-After": "3600"}))
    workspace.mention("who uses Terraform?")
    assert slack.methods == ["chat.postMessage"]

    clock.time += 61
    (payload,) = state.abandoned(clock())
    workspace.app.dispatch(BoltRequest(mode="socket_mode", body=json.loads(payload)))

    assert ["SongRender" in post["text"] for post in slack.posts[1:]] == [True]
    clock.time += 61
    assert state.abandoned(clock()) == []


def test_a_post_that_waited_too_long_for_a_thread_is_answered_once(
    desk: Desk, slack: LocalSlack, clock: Clock
) -> None:
    """By whoever took it up meanwhile."""
    waiting = Waiting()
    workspace = Workspace(assemble(desk, listener_executor=waiting), slack)
    event = workspace.message("<@U0BOT> who uses Terraform?", type="app_mention")
    workspace.event(event, "EvSlow")
    clock.time += 61
    workspace.event(event, "EvSlow")
    slack.calls.clear()

    for begin in waiting.line:
        begin()

    assert len(waiting.line) == 2
    assert len(slack.posts) == 1


class Waiting(Executor):
    """Threads that are all busy: work waits until it is begun by hand."""

    def __init__(self) -> None:
        self.line: list[Callable[[], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Stand in line."""
        self.line.append(partial(fn, *args, **kwargs))
        return Future()


def test_an_apology_is_an_answer(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """Nobody is answered a minute after having been told to ask again."""
    slack.fail("chat.postMessage", Failure("fatal_error"))
    workspace.mention("who uses Terraform?")
    clock.time += 61

    assert state.abandoned(clock()) == []


def test_a_text_that_is_refused_for_good_is_an_apology(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Neither with blocks nor without."""
    slack.fail("chat.postMessage", Failure("invalid_blocks"), Failure("fatal_error"))

    workspace.mention("who uses Terraform?")

    assert len(slack.posts) == 2
    assert slack.of("chat.postEphemeral")[0]["text"] == APOLOGY.text


def test_a_ledger_that_breaks_lets_slack_try_again(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """Nothing was claimed, so a later delivery is answered."""
    state.close()
    state.claim = _broken  # type: ignore[method-assign, assignment]

    assert workspace.mention("who uses Terraform?").status == 500
    assert slack.posts == []
