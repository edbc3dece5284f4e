"""Makes the direction that tells questions of the field from those of daily life.

    python -m docs.field_direction

reads ``field_asked.txt``, in which people ask for what is told in show notes, and
``field_elsewhere.txt``, in which they speak of soup, knees, the moon and the printer, and writes
``field.bin`` beside ``bot/encoder/bag.py``. The vector of a text is the sum over its words, so a
direction is all that is needed: a logistic regression finds the one along which the two differ
most. Both files were written for this, with no show notes at hand. It needs numpy, which the extra
``semantic`` brings, and has to be run again when the vectors of words change.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.encoder.bag import FIELD, Bag
from bot.rank.semantic import stretched

if TYPE_CHECKING:
    from collections.abc import Sequence

    Array = np.ndarray[Any, Any]

HERE = Path(__file__).parent
ASKED = HERE / "field_asked.txt"
ELSEWHERE = HERE / "field_elsewhere.txt"

STIFFNESS = 0.001
"""How much a long direction costs; ten times as much or as little tells a few questions less."""

_STEPS = 30


def listed(file: Path) -> list[str]:
    """The texts of a file, one a line."""
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line]


def direction(vectors: Array, asked: Array) -> Array:
    """The direction of a logistic regression, by Newton's method.

    Args:
        vectors: One a row, each of length 1.
        asked: For each row, 1 if it is of the field and 0 if not; both weigh the same together.

    Returns:
        As many numbers as a vector has.
    """
    weights = np.where(asked == 1, 0.5 / asked.sum(), 0.5 / (1 - asked).sum())
    rows = np.c_[vectors, np.ones(len(vectors))]
    stiff = STIFFNESS * np.diag(np.r_[np.ones(vectors.shape[1]), 0])
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (likely - asked)) + stiff @ found
        bend = (rows * (weights * likely * (1 - likely))[:, None]).T @ rows + stiff
        found -= np.linalg.solve(bend, slope)
    return np.asarray(found[:-1])


def of(bag: Bag, asked: Sequence[str], elsewhere: Sequence[str]) -> bytes:
    """The direction between texts, packed as the vectors of a bag are."""
    packed = bag.encode([*asked, *elsewhere])
    rows = np.array([np.frombuffer(each, np.int8) for each in packed], float)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)
    marks = np.r_[np.ones(len(asked)), np.zeros(len(elsewhere))]
    return stretched(direction(rows, marks).tolist())


def main() -> None:
    """Write the file anew."""
    FIELD.write_bytes(of(Bag(), listed(ASKED), listed(ELSEWHERE)))


if __name__ == "__main__":
    main()
