"""A state in either database, for the tests of the state and of the clock."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.state import State
from tests import postgres
from tests.scheduler.memory import MemoryState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server; skips the test where none is installed."""
    folder = postgres.binaries()
    if folder is None:
        reason = "no PostgreSQL server is installed (Debian: apt-get install postgresql)"
        if os.environ.get("PLAYHEAD_TESTS_SKIP_NOTHING"):
            pytest.fail(reason)
        pytest.skip(reason)
    with postgres.cluster(folder) as address:
        yield address


@pytest.fixture(scope="session")
def numbers() -> Iterator[int]:
    """1, 2, 3, … over the whole run."""
    return count(1)


@pytest.fixture
def address(server: str, numbers: Iterator[int]) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    name = f"state_{next(numbers)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as conn:
        conn.execute(f"CREATE DATABASE {name}")
        yield f"{server}/{name}"
        conn.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a state is kept: an empty database of either kind."""
    if request.param == "sqlite":
        return str(tmp_path / "state.db")
    address: str = request.getfixturevalue("address")
    return address


@pytest.fixture
def state(place: str) -> Iterator[State]:
    """An empty state."""
    with State.open(place) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql", "memory"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[State | MemoryState]:
    """An empty state as clocks share it: in either database, or in memory for simulations."""
    if request.param == "memory":
        yield MemoryState()
        return
    sqlite = request.param == "sqlite"
    place = str(tmp_path / "state.db") if sqlite else request.getfixturevalue("address")
    with State.open(place) as opened:
        yield opened
