"""A playground that is served over real HTTP, with the Bolt app and the bundled seeds behind it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.ask import Asker
from bot.cli.playground import build
from bot.config import BUNDLED_SEEDS, Settings, SlackSettings
from bot.load import ensure
from bot.store import Store
from tests.postgres import free_port
from tests.web.browser import Browser
from tests.web.listening import listening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2024, 6, 1)
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made from the bundled seeds."""
    db = tmp_path_factory.mktemp("web") / "playhead.db"
    ensure(db, BUNDLED_SEEDS)
    return db


@pytest.fixture(scope="session")
def asker(seeded: Path) -> Iterator[Asker]:
    """Whoever answers from it."""
    with Store.open(seeded) as store:
        yield Asker(store, TODAY)


@contextmanager
def served(db: Path, state: Path) -> Iterator[int]:
    """The port of a playground that is served until the block ends."""
    port = free_port()
    settings = Settings(db=db, today=TODAY, database_url=str(state), slack=SlackSettings(port=port))
    app, close = build(settings)
    with listening(app, port):
        try:
            yield port
        finally:
            close()


@pytest.fixture(scope="session")
def playground(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of one playground for all tests; each uses messages of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in PROXIES:
            patch.delenv(name, raising=False)
        with served(seeded, tmp_path_factory.mktemp("state") / "state.db") as port:
            yield port


@pytest.fixture
def page(playground: int) -> Browser:
    """A page that was opened just now."""
    browser = Browser(playground)
    browser.poll()
    browser.events.clear()
    return browser
