"""A playground that is served over real HTTP, with the Bolt app and the bundled seeds behind it."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest
from werkzeug.serving import make_server

from bot.cli.playground import build, forget_proxies
from bot.config import BUNDLED_SEEDS, Settings, SlackSettings
from bot.load import ensure
from tests.postgres import free_port
from tests.web.browser import Browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made from the bundled seeds."""
    db = tmp_path_factory.mktemp("web") / "playhead.db"
    ensure(db, BUNDLED_SEEDS)
    return db


@pytest.fixture
def settings(seeded: Path, tmp_path: Path) -> Settings:
    """Settings of a playground on a free port."""
    return Settings(
        db=seeded,
        today=date(2024, 6, 1),
        database_url=str(tmp_path / "state.db"),
        slack=SlackSettings(port=free_port()),
    )


@pytest.fixture
def page(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A page of a playground that is served over real HTTP."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    forget_proxies()
    app, close = build(settings)
    port = settings.slack.port
    assert port is not None
    server = make_server("127.0.0.1", port, app, threaded=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield Browser(port)
    finally:
        close()
        server.shutdown()
        server.server_close()
