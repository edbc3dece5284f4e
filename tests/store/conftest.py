"""Every test here gets a small show of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A show of its own."""
    return Shelf.at(tmp_path)
