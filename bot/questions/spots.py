"""Where in an episode that is named a technology is spoken of, and how much a line is about it.

What a whole episode is about tells nothing of which of its lines is meant: half of them name
Elixir, and one of these says how little memory it takes. So a name counts the less, the more lines
of the episode have it, and the less, the more other names stand beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rank.relevance import rarity
from bot.rank.words import is_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.dialogue import Line, Sighting

# What a line counts that is the only one of its episode to name a technology, against up to 4 for
# a rare word; and how much of that one counts that names another of the category asked about.
NAMED = 3.5
_OF_CATEGORY = 0.6
# Prose says more by chance than a line does, and has no second to start at.
_PROSE = 0.5
# How much a plain statement counts more than a mere mention, and another name beside it less.
_PLAINLY = 0.1
_BESIDE = 0.1


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and how much it is about a technology that it names."""

    line: Line
    worth: float


def spots(
    sightings: Iterable[Sighting],
    lines: Sequence[Line],
    named: Mapping[str, str],
    alike: frozenset[str],
) -> list[Spot]:
    """Every place of an episode that names a technology, once for each of those asked about.

    Args:
        sightings: What the episode says of any technology.
        lines: All its lines.
        named: Technologies asked about, as they were typed.
        alike: Technologies of the categories asked about.
    """
    told = {(s.line.id, s.technology): s for s in sightings if s.line is not None}
    names = Counter(ident for ident, _ in told)
    wanted = {tech: {ident for ident, each in told if each == tech} for tech in (*named, *alike)}
    for tech, surface in named.items():
        wanted[tech] |= {line.id for line in lines if is_said(surface, line.text)}
    of_kind = len(set().union(*(wanted[tech] for tech in alike)))
    found = []
    for tech, idents in wanted.items():
        share, among = (1.0, len(idents)) if tech in named else (_OF_CATEGORY, of_kind)
        for line in (each for each in lines if each.id in idents):
            sighting = told.get((line.id, tech))
            plain = 1 - _PLAINLY + _PLAINLY * (sighting.weight if sighting else 0.0)
            worth = share * _rarely(among, len(lines)) * plain
            worth /= 1 + _BESIDE * max(names[line.id] - 1, 0)
            found.append(Spot(line, NAMED * worth * (_PROSE if line.start is None else 1.0)))
    return found


def _rarely(found: int, lines: int) -> float:
    """How much it tells that a line has what so many of an episode's lines have, up to 1.

    >>> [round(_rarely(found, 40), 2) for found in (1, 4, 20)]
    [1.0, 0.65, 0.3]
    """
    return rarity(found, lines) / rarity(1, lines)
