"""What is written reaches the app as Slack would tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.web.names import CHANNELS, ME
from bot.web.posts import Post
from bot.web.writing import LONGEST, events, marked_up, shared

if TYPE_CHECKING:
    from bot.ask import Asker
    from tests.web.browser import Browser

Json = dict[str, Any]


def test_a_follow_up_in_a_thread_knows_what_was_asked(page: Browser) -> None:
    """With the thread it belongs to."""
    ts = page.say("@Playhead who uses Terraform?")["ts"]
    page.answer()
    page.say("@Playhead and Ansible?", thread=ts)

    answer = page.answer(1)

    assert answer["thread_ts"] == ts
    assert "Ansible" in answer["text"]
    assert answer["took_ms"] > 0


def test_a_direct_message_needs_no_mention(page: Browser) -> None:
    """And what follows needs no thread; its reasons count what came before."""
    page.say("zero downtime deploys", "D0PLAYHEAD")
    first = page.answer()
    page.say("what about logging?", "D0PLAYHEAD")
    second = page.answer(1)

    assert (first["channel"], first["thread_ts"]) == ("D0PLAYHEAD", None)
    assert first["explain"]
    assert second["text"] != first["text"]


def test_a_thread_in_a_direct_message_shows_that_an_answer_comes(page: Browser) -> None:
    """The status is cleared by the answer."""
    ts = page.say("who uses Terraform?", "D0PLAYHEAD")["ts"]
    page.answer()
    page.say("who uses Ansible?", "D0PLAYHEAD", thread=ts)

    shown = page.until(lambda event: event["type"] == "status" and event["text"])
    answer = page.answer(1)
    cleared = page.until(lambda event: event["type"] == "status" and event["seq"] > shown["seq"])

    assert (shown["channel"], shown["thread_ts"]) == ("D0PLAYHEAD", ts)
    assert answer["thread_ts"] == ts
    assert (cleared["thread_ts"], cleared["text"]) == (ts, "")


def test_a_post_without_a_mention_is_left_alone(page: Browser) -> None:
    """The bot stays quiet otherwise."""
    page.say("who uses Terraform?")
    page.say("/whouses ansible")

    assert "Ansible" in page.answer()["text"]


def test_a_link_to_an_episode_gets_a_card(page: Browser, asker: Asker) -> None:
    """Under the message that has it."""
    url = next(iter(asker.lexicon().heads.values())).url
    ts = page.say(f"worth a listen: {url}#10:00")["ts"]

    card = page.until(lambda event: event["type"] == "unfurl")

    assert (card["ts"], card["attachments"][0]["from_url"]) == (ts, f"{url}#10:00")
    assert card["attachments"][0]["blocks"]
    again = type(page)(page.port)
    again.poll()
    (message,) = [
        event["message"]
        for event in again.events
        if event["type"] == "message" and event["message"]["ts"] == ts
    ]
    assert message["attachments"] == card["attachments"]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"channel": "C0NONE", "text": "x"}, 404),
        ({"channel": "C0GENERAL", "text": "  "}, 400),
        ({"channel": "C0GENERAL", "text": "x" * (LONGEST + 1)}, 400),
        ({"channel": "C0GENERAL", "text": "x" * (2 * LONGEST)}, 400),
        ({"channel": "C0GENERAL", "text": "x", "thread_ts": "1.0"}, 404),
        ({"channel": "C0GENERAL", "text": "/nothing x"}, 400),
        ({"channel": "C0GENERAL", "text": "/"}, 400),
        ({"channel": "C0GENERAL"}, 400),
        ({"channel": ["C0GENERAL"], "text": "x"}, 400),
    ],
    ids=[
        "channel",
        "empty",
        "long",
        "longer",
        "thread",
        "command",
        "slash",
        "missing",
        "no text",
    ],
)
def test_what_cannot_be_said_is_refused(page: Browser, data: Json, status: int) -> None:
    """In a sentence."""
    got, sentence = page.refused("say", **data)

    assert (got, sentence.endswith(".")) == (status, True)


def test_commands_do_not_work_in_threads(page: Browser) -> None:
    """As in Slack."""
    ts = page.say("hello")["ts"]

    status, sentence = page.refused("say", channel="C0GENERAL", text="/whouses redis", thread_ts=ts)

    assert (status, "threads" in sentence) == (400, True)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;"),
        ("(https://x.test/a?b&c)", "(<https://x.test/a?b&amp;c>)"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://x.test/?a& b", "<https://x.test/?a&amp;> b"),
        ("<https://x.test>", "&lt;<https://x.test>&gt;"),
        ("https://x.test/@playhead", "<https://x.test/@playhead>"),
        ("me@playhead.test", "me@playhead.test"),
        ("@playheads", "@playheads"),
        ("ask @PLAYHEAD!", "ask <@U0PLAYHEAD>!"),
    ],
)
def test_what_is_typed_acts_as_nothing(text: str, marked: str) -> None:
    """Only addresses and the bot's name are more than words."""
    assert marked_up(text) == marked


def test_only_links_to_the_shows_are_told_of() -> None:
    """Once each, with what follows the address."""
    text = "<https://x.test/1#2:00> <https://x.test/1#2:00> <https://y.test> <https://[>"

    assert shared(text, frozenset({"x.test"})) == [
        {"domain": "x.test", "url": "https://x.test/1#2:00"}
    ]


def test_a_mention_arrives_as_two_events() -> None:
    """And a link in it as a third; in a direct message a name is no mention."""
    text = marked_up("@Playhead https://x.test/1")
    sites = frozenset({"x.test"})

    channel = events(Post("1.0", "C0GENERAL", ME, text, "0.5"), CHANNELS["C0GENERAL"], sites)
    direct = events(Post("1.0", "D0PLAYHEAD", ME, text), CHANNELS["D0PLAYHEAD"], sites)

    told = list(channel)
    assert [each["type"] for each in told] == ["app_mention", "message", "link_shared"]
    assert {each["thread_ts"] for each in told} == {"0.5"}
    assert [each["type"] for each in direct] == ["message", "link_shared"]
