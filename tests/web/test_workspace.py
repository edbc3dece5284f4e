"""The feed tells everything once, in order, and starts anew where it must."""

from __future__ import annotations

import threading
from itertools import pairwise

from bot.web.names import BOT_USER, ME
from bot.web.posts import Post
from bot.web.workspace import MOST_EVENTS, MOST_POSTS, Workspace


def post(workspace: Workspace, text: str = "x", user: str = ME) -> Post:
    """Put a message."""
    return workspace.put(Post(workspace.next_ts(), "C0GENERAL", user, text))


def test_events_are_told_once() -> None:
    """What was seen is not told again."""
    workspace = Workspace()
    post(workspace, "one")
    first = workspace.feed(0, 0)
    post(workspace, "two")

    second = workspace.feed(first["seq"], 0)

    assert [event["message"]["text"] for event in first["events"]] == ["one"]
    assert [event["message"]["text"] for event in second["events"]] == ["two"]
    assert (first["reset"], second["reset"]) == (True, False)
    assert workspace.feed(second["seq"], 0) == {
        "seq": second["seq"],
        "reset": False,
        "events": [],
    }


def test_who_asks_too_early_is_told_when_it_happens() -> None:
    """A request waits, and another thread's message ends the wait."""
    workspace = Workspace()
    seq = workspace.feed(0, 0)["seq"]
    told: list[int] = []
    waiter = threading.Thread(target=lambda: told.append(len(workspace.feed(seq, 30)["events"])))
    waiter.start()
    post(workspace)
    waiter.join(30)

    assert told == [1]


def test_a_page_of_an_earlier_process_starts_anew() -> None:
    """Its number is of before the start, or of a time to come."""
    earlier = Workspace(lambda: 1000.0)
    for _ in range(5):
        post(earlier)
    later = Workspace(lambda: 1001.0)
    post(later)

    told = later.feed(earlier.feed(0, 0)["seq"], 0)

    assert (told["reset"], len(told["events"])) == (True, 1)
    assert later.feed(10**15, 0)["reset"]


def test_a_page_that_was_away_too_long_starts_anew() -> None:
    """Old events are dropped, and the messages are told as they are now."""
    workspace = Workspace()
    seq = workspace.feed(0, 0)["seq"]
    for number in range(MOST_EVENTS + 1):
        workspace.tell("status", text=str(number))

    assert workspace.feed(seq, 0) == {"seq": seq + MOST_EVENTS + 1, "reset": True, "events": []}


def test_only_so_many_messages_are_kept() -> None:
    """The oldest go."""
    workspace = Workspace()
    first = post(workspace)
    for _ in range(MOST_POSTS):
        post(workspace)

    assert workspace.get("C0GENERAL", first.ts) is None
    assert len(workspace.of("C0GENERAL")) == MOST_POSTS


def test_a_message_that_is_put_again_is_an_update() -> None:
    """In its place."""
    workspace = Workspace()
    first = post(workspace)
    post(workspace)
    seq = workspace.feed(0, 0)["seq"]
    workspace.put(Post(first.ts, "C0GENERAL", BOT_USER, "changed"))

    (event,) = workspace.feed(seq, 0)["events"]

    assert (event["type"], event["message"]["text"]) == ("update", "changed")
    assert [each.text for each in workspace.of("C0GENERAL")] == ["changed", "x"]


def test_time_stamps_only_grow() -> None:
    """Though the clock stands still or goes back."""
    times = iter([5.0, 2.0, 2.0, 1.0])
    workspace = Workspace(lambda: next(times))

    stamps = [workspace.next_ts() for _ in range(3)]

    assert all(float(one) < float(other) for one, other in pairwise(stamps))


def test_cards_for_a_message_that_is_gone_go_with_it() -> None:
    """Nothing is told."""
    workspace = Workspace()
    seq = workspace.feed(0, 0)["seq"]
    workspace.attach("C0GENERAL", "1.0", ({},))

    assert workspace.feed(seq, 0)["events"] == []
    assert not workspace.delete("C0GENERAL", "1.0")


def test_a_new_page_sees_the_home() -> None:
    """As it was last published."""
    workspace = Workspace()
    workspace.publish({"id": "V1"})

    (event,) = workspace.feed(0, 0)["events"]

    assert (event["type"], event["view"]) == ("home", {"id": "V1"})


def test_a_thread_is_its_message_and_the_replies() -> None:
    """A channel has neither of the replies."""
    workspace = Workspace()
    first = post(workspace, "first")
    workspace.put(Post(workspace.next_ts(), "C0GENERAL", ME, "reply", first.ts))

    assert [each.text for each in workspace.of("C0GENERAL")] == ["first"]
    assert [each.text for each in workspace.of("C0GENERAL", first.ts)] == ["first", "reply"]
    assert workspace.of("C0PODCASTS") == []
