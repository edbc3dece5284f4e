"""Stores that are read only, built once for all tests of the questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.config import BUNDLED_SEEDS
from tests.questions.library import CATALOGUE, Library

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
# The corpus lies beside the checkout and is not part of it.
CORPUS = ROOT.parent / "shared" / "corpus" / "runninginproduction"


@pytest.fixture(scope="session")
def library() -> Iterator[Library]:
    """The invented catalogue."""
    found = Library.of(CATALOGUE)
    yield found
    found.store.close()


@pytest.fixture(scope="session")
def seeds() -> Iterator[Library]:
    """The bundled episodes."""
    found = Library.of(BUNDLED_SEEDS)
    yield found
    found.store.close()


@pytest.fixture(scope="session")
def corpus() -> Iterator[Library]:
    """The show notes beside the checkout; without them the test is skipped."""
    if not CORPUS.is_dir():
        pytest.skip(f"no show notes at {CORPUS}")
    found = Library.of(CORPUS)
    yield found
    found.store.close()
