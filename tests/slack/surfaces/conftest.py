"""The app over the bundled episodes, in a workspace on loopback."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS, Settings, SlackSettings
from bot.load import load
from bot.slack.app import assemble
from bot.slack.desk import Desk
from bot.state import State
from bot.store import Store
from tests.slack.local_slack import LocalSlack
from tests.slack.surfaces.workspace import SECRET, TOKEN, Inline, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    """Answers from the bundled episodes."""
    with Store.open(tmp_path_factory.mktemp("store") / "seeds.db") as store:
        load(store, (str(BUNDLED_SEEDS),), seeds=BUNDLED_SEEDS)
        yield Asker(store, date(2024, 6, 1))


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """Slack's side."""
    with LocalSlack() as running:
        yield running


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """What is remembered."""
    with State.open(tmp_path / "state.db") as opened:
        yield opened


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = 1_700_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.time


@pytest.fixture
def clock() -> Clock:
    """The desk's clock."""
    return Clock()


@pytest.fixture
def desk(asker: Asker, slack: LocalSlack, state: State, clock: Clock) -> Desk:
    """Where questions are answered."""
    settings = Settings(
        slack=SlackSettings(bot_token=TOKEN, signing_secret=SECRET, api_url=slack.api)
    )
    return Desk(settings, lambda: asker, state, clock, lambda heads: heads[0])


@pytest.fixture
def workspace(desk: Desk, slack: LocalSlack) -> Workspace:
    """People and the installed app."""
    workspace = Workspace(assemble(desk, listener_executor=Inline()), slack)
    slack.calls.clear()
    return workspace
