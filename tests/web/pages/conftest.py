"""The pages over a small catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import Flask

from bot.web.pages import blueprint
from tests.web.pages.widgets import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from bot.ask import Asker


@pytest.fixture(scope="session")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    """Whoever answers."""
    with opened(tmp_path_factory.mktemp("widgets")) as asker:
        yield asker


@pytest.fixture
def client(asker: Asker) -> FlaskClient:
    """A browser without scripts."""
    app = Flask("bot.web")
    app.register_blueprint(blueprint(lambda: asker))
    return app.test_client()
