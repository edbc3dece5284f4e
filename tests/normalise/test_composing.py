"""What is said in parts; the lines are measured in test_stance.py (``stances_parts.tsv``)."""

from __future__ import annotations

import pytest

from bot.model import Stance
from bot.normalise.clause import read_clause
from bot.normalise.composing import Place, holds, read_parts


def told(clause: str, *after: str, earlier: str = "") -> Stance | None:
    """What the parts of a line say, if anything."""
    reading = read_parts(Place(earlier, clause, after), read_clause(clause))
    return reading.stance if reading else None


@pytest.mark.parametrize(
    ("clause", "after"),
    [
        ("§ compressed the images in the past", ()),
        ("§ handled the queue when they launched", ()),
        ("they kept it all in § for ages", ("but now it's Postgres",)),
        ("the site was one big § script for a long time, Rails has it now", ()),
        ("in the beginning, § handled the queue", ()),
        ("they had a § box", ("but the new one is a container",)),
        ("there was a brief phase with §", ()),
    ],
)
def test_once(clause: str, after: tuple[str, ...]) -> None:
    """A use in the past is over by its time, or by what came of it."""
    assert told(clause, *after) is Stance.USED_BEFORE


@pytest.mark.parametrize(
    ("clause", "after"),
    [
        ("§ was added in the past", ()),
        ("§ is compressed in the past tense", ()),
        ("they considered § in the past", ()),
        ("did § compress the images in the past?", ()),
        ("they kept it all in § at first", ("and it's been great",)),
        ("§ was a bit weird at first", ()),
        ("§ saved them from an outage in the first month", ()),
        ("Vagrant was used in the past, § took its place", ()),
        ("they had only Vagrant in the past, § compressed the images", ()),
        ("before that it was §'s full text search", ()),
        ("a §-like thing compressed the images in the past", ()),
    ],
)
def test_not_over(clause: str, after: tuple[str, ...]) -> None:
    """What was begun, only considered, asked for, or is still there was not used before."""
    assert told(clause, *after) is None


def test_the_clause_before_tells_when() -> None:
    """What "it" was is told by the clause before."""
    assert told("it was a pile of §", earlier="a friend did the prototype") is Stance.USED_BEFORE
    assert told("it was a pile of §", earlier="a friend did the logo") is None


def test_the_reason_to_go() -> None:
    """What went wrong with a thing is why they went, if they went."""
    reason = "§ kept timing out"

    assert told(reason, earlier="they switched to Drone") is Stance.USED_BEFORE
    assert told(reason, earlier="the tests were red") is None


@pytest.mark.parametrize(
    ("clause", "after", "expected"),
    [
        ("the next big thing is §", (), Stance.PLANS),
        ("§ came out last week", ("and she's going to give it a go",), Stance.PLANS),
        ("§ came out last week", ("and she's going to Rome",), None),
        ("is the next big thing §?", (), None),
    ],
)
def test_to_come(clause: str, after: tuple[str, ...], expected: Stance | None) -> None:
    """A plan is told by its clause or by the next one, and is no question."""
    assert told(clause, *after) is expected


def test_holds() -> None:
    """What goes on goes on, unless something else is named in between."""
    assert holds(Place("", "they started with §", ("and never looked back",)))
    assert not holds(Place("", "they started with §", ("but Go won and they never looked back",)))
    assert not holds(Place("", "they started with §", ()))
    assert not holds(Place("", "they went from § to Go", ("and never looked back",)))
