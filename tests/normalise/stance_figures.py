"""Precision and recall of the stance rules over a labelled table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.model import Stance
from bot.normalise.stance import readings

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parent / "data"
# A use that is said less plainly than this makes no claim (see bot/normalise/mentions.py).
CLAIM = 0.8


@dataclass(frozen=True, slots=True)
class Labelled:
    """One line, what is asked about in it, and what it says of that."""

    text: str
    start: int
    end: int
    expected: frozenset[tuple[Stance, str | None]]

    @property
    def stances(self) -> frozenset[Stance]:
        """What the line says, wherever it holds; a bare mention claims nothing."""
        return frozenset(stance for stance, _ in self.expected) - {Stance.MENTIONS}

    @property
    def thing(self) -> str:
        """The words asked about."""
        return self.text[self.start : self.end]

    def read(self) -> frozenset[tuple[Stance, str | None]]:
        """What the rules claim, with the scope in which it holds."""
        return frozenset(
            (reading.stance, reading.scope)
            for reading in readings(self.text, self.start, self.end)
            if reading.stance is not Stance.MENTIONS
            and (reading.stance is not Stance.USES or reading.weight >= CLAIM)
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """How often the rules are right about one stance."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the claims that are true."""
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Share of the true ones that are claimed."""
        return self.right / ((self.right + self.missed) or 1)

    def __str__(self) -> str:
        return f"precision {self.precision:6.1%}, recall {self.recall:6.1%} of {self.right + self.missed}"


def table(name: str) -> list[Labelled]:
    """The labelled lines of a file: stances, a tab, the line with the thing in ``[[ ]]``."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [_labelled(line) for line in lines if line and not line.startswith("#")]


def _labelled(line: str) -> Labelled:
    labels, marked = line.split("\t")
    before, rest = marked.split("[[")
    thing, after = rest.split("]]")
    expected = (label.partition("@") for label in labels.split())
    return Labelled(
        before + thing + after,
        len(before),
        len(before) + len(thing),
        frozenset((Stance(stance), scope or None) for stance, _, scope in expected),
    )


def measure(lines: Iterable[Labelled]) -> dict[Stance, Figures]:
    """Figures for each stance that claims something."""
    pairs = [(line.stances, {stance for stance, _ in line.read()}) for line in lines]
    return {
        stance: Figures(
            sum(stance in true and stance in said for true, said in pairs),
            sum(stance not in true and stance in said for true, said in pairs),
            sum(stance in true and stance not in said for true, said in pairs),
        )
        for stance in (Stance.USES, Stance.USED_BEFORE, Stance.AVOIDS, Stance.PLANS)
    }
