"""What is delivered without waiting, and addresses to answer at."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from bot.web.causes import Cause, Explainer
from bot.web.courier import Courier, Reply, signature
from bot.web.room import LIVES_S, RECEIPTS, Receipt, Receipts, Room

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ask import Asker


def receipt() -> Receipt:
    """A receipt for something."""
    return Receipt("C0GENERAL", None, Cause(frozenset()))


def test_only_so_many_addresses_are_kept() -> None:
    """The oldest go."""
    receipts = Receipts()
    first, *_, last = [receipts.issue(receipt()) for _ in range(RECEIPTS + 1)]

    assert receipts.use(first) is None
    assert receipts.use(last) is not None


def test_an_address_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """After half an hour it is good for nothing."""
    receipts = Receipts()
    ident = receipts.issue(receipt())
    later = time.monotonic() + LIVES_S + 1
    monkeypatch.setattr("bot.web.room.time.monotonic", lambda: later)

    assert receipts.use(ident) is None


def broken() -> Reply:
    """A delivery with a bug."""
    raise RuntimeError("a bug")


@pytest.mark.parametrize(
    ("deliver", "words"),
    [
        (broken, "The post failed; the log has more."),
        (lambda: Reply(500, {}), "The post failed with status 500."),
    ],
)
def test_what_goes_wrong_elsewhere_is_shown(
    asker: Asker, deliver: Callable[[], Reply], words: str
) -> None:
    """The page is told, and the next delivery goes on."""

    def refuse(*_: object) -> list[bytes]:
        raise AssertionError

    with ThreadPoolExecutor(1) as executor:
        room = Room(
            Courier(refuse, "s"), Explainer(lambda: asker), executor, "", frozenset, frozenset()
        )
        seq = room.workspace.feed(0, 0)["seq"]
        room.later(deliver, "The post")
        room.later(lambda: Reply(200, {}), "The post")

    (event,) = room.workspace.feed(seq, 0)["events"]
    assert (event["type"], event["text"]) == ("error", words)


def test_requests_are_signed_as_slack_signs() -> None:
    """The example of Slack's own documentation ("Verifying requests from Slack")."""
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
        b"%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )

    assert signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body) == (
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    )
