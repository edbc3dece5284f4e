"""How much a line of an episode is about a technology that it names."""

from __future__ import annotations

from bot.dialogue import Line, Sighting
from bot.model import Stance
from bot.questions.spots import NAMED, spots

_ELIXIR = (
    "Motivation for Elixir and Phoenix",
    "Learning Elixir",
    "Elixir takes little memory",
    "Elixir / Phoenix is fast",
    "Hosted on one server",
)


def test_what_many_lines_name_tells_little() -> None:
    """Of the lines that name Elixir, the one is meant that has the other words as well."""
    lines = [Line(n, 1, 60 * n, text, "") for n, text in enumerate(_ELIXIR)]
    told = [
        Sighting(1, "elixir", Stance.USES, 0.9, declared=False, line=line) for line in lines[:-2]
    ]
    told.append(Sighting(1, "phoenix", Stance.USES, 0.9, declared=False, line=lines[0]))

    found = {
        spot.line.id: spot.worth for spot in spots(told, lines, {"elixir": "elixir"}, frozenset())
    }

    assert [0, 1, 2, 3] == sorted(found)
    assert found[0] < found[1] == found[2]
    assert found[3] < found[1], "a word for it is less plain than what was read as a use"
    assert max(found.values()) < NAMED / 2


def test_prose_counts_less_than_a_line() -> None:
    """It has no second to start at."""
    lines = [Line(1, 1, 5, "Redis is a cache", ""), Line(2, 1, None, "We use Redis a lot", "")]
    told = [Sighting(1, "redis", Stance.USES, 1.0, declared=False, line=line) for line in lines]

    timed, prose = spots(told, lines, {}, frozenset({"redis"}))

    assert (1, 2) == (timed.line.id, prose.line.id)
    assert prose.worth == timed.worth / 2
