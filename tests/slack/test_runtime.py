"""What a process stands on is opened together and closed in its order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from slack_bolt import BoltRequest

from bot.config import Settings
from bot.slack.runtime import Askers, Runtime
from bot.store import Store
from tests.slack.requests import event

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.slack.local_slack import LocalSlack


def test_each_day_has_its_asker(store: Path) -> None:
    """Or "this year" would stay last year in a process that runs on."""
    days = iter([date(2024, 12, 31), date(2024, 12, 31), date(2025, 1, 1)])
    with Store.open(store) as opened:
        askers = Askers(opened, lambda: next(days))
        first, second, third = (askers() for _ in range(3))

    assert first is second
    assert third is not second


def test_a_state_that_cannot_be_opened_leaves_nothing_open(
    store: Path, today: Callable[[], date]
) -> None:
    """Not even the store."""
    settings = Settings(db=store, database_url="mysql://h/d")

    with pytest.raises(Exception, match="DATABASE_URL"):
        Runtime.open(settings, today)


def test_what_was_asked_before_the_end_is_answered(runtime: Runtime, slack: LocalSlack) -> None:
    """The store is closed when nobody reads it any more, and not before."""
    for number in range(20):
        mention = event(
            "app_mention", ident=f"Ev{number}", channel="C1", ts=f"{number}.0", user="U1",
            text="<@U0BOT> who uses Terraform?",
        )  # fmt: skip
        runtime.app.dispatch(BoltRequest(mode="socket_mode", body=mention))

    runtime.close()

    texts = [call.arguments["text"] for call in slack.called("chat.postMessage")]
    assert (len(texts), all("Acme" in text for text in texts)) == (20, True)
