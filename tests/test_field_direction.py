"""What tells questions of the field from those of daily life is found from examples of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.encoder.bag import FIELD, Bag
from docs import field_direction
from docs.field_direction import ASKED, ELSEWHERE, direction, listed, of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_direction_in_which_both_differ_is_found() -> None:
    """However unlike they are otherwise, and however few of one there are."""
    rows = np.array([[0.6, 0.8], [0.6, -0.8], [-0.6, 0.8], [-0.6, -0.8], [-1.0, 0.0]])
    found = direction(rows, np.array([1.0, 1.0, 0.0, 0.0, 0.0]))

    assert found[0] > 10 * abs(found[1])


def test_the_file_is_made_of_both_lists() -> None:
    """Whoever changes a list or the vectors of words has to make it anew."""
    made, kept = (
        np.frombuffer(each, np.int8).astype(float)
        for each in (of(Bag(), listed(ASKED), listed(ELSEWHERE)), FIELD.read_bytes())
    )

    assert np.abs(made - kept).max() <= 1


def test_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many bytes as a word has."""
    monkeypatch.setattr(field_direction, "FIELD", tmp_path / "field.bin")
    field_direction.main()

    assert len((tmp_path / "field.bin").read_bytes()) == 96


def test_the_lists_have_nothing_in_common() -> None:
    """And nothing twice."""
    texts = [*listed(ASKED), *listed(ELSEWHERE)]

    assert len(set(texts)) == len(texts)
