"""A small catalogue to answer from, and a day to answer on."""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.cli.catalogue import today as today_of
from bot.config import BUNDLED_SEEDS, Settings, SlackSettings
from bot.load import load
from bot.slack.runtime import Runtime
from bot.store import Store
from tests.cli.conftest import one_post
from tests.slack.local_slack import LocalSlack
from tests.slack.requests import SECRET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one show and one episode, made once."""
    folder = tmp_path_factory.mktemp("catalogue")
    posts = one_post(folder / "posts")
    path = folder / "catalogue.db"
    with Store.open(path) as store:
        load(store, [str(posts)], seeds=BUNDLED_SEEDS)
    return path


@pytest.fixture
def store(catalogue: Path, tmp_path: Path) -> Path:
    """A store of the test's own."""
    path = tmp_path / "playhead.db"
    shutil.copy(catalogue, path)
    return path


@pytest.fixture
def today() -> Callable[[], date]:
    """The day it is."""
    return partial(today_of, Settings(today=date(2024, 6, 1)))


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A Slack on loopback."""
    with LocalSlack() as running:
        yield running


@pytest.fixture
def settings(slack: LocalSlack, store: Path) -> Settings:
    """Settings for one workspace, reached over HTTP."""
    return Settings(
        db=store,
        slack=SlackSettings(bot_token="xoxb-1", signing_secret=SECRET, api_url=slack.api),  # noqa: S106 - no secret
    )


@pytest.fixture
def runtime(settings: Settings, today: Callable[[], date]) -> Iterator[Runtime]:
    """The app, opened as ``serve`` opens it."""
    opened = Runtime.open(settings, today)
    yield opened
    opened.close()
