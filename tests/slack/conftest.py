"""A small catalogue to answer from, and a day to answer on."""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.cli.catalogue import today as today_of
from bot.config import BUNDLED_SEEDS, Settings
from bot.load import load
from bot.store import Store
from tests.cli.conftest import SHOW, write_post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one show and one episode, made once."""
    folder = tmp_path_factory.mktemp("catalogue")
    posts = folder / "posts"
    posts.mkdir()
    (posts / "show.yml").write_text(SHOW, encoding="utf-8")
    write_post(
        posts,
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "Ada Example",
        "terraform",
        "Servers come up with Terraform",
    )
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
