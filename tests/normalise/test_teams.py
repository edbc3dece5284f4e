"""How many people build something, by the words around a number; facts.tsv holds many more."""

from __future__ import annotations

import pytest

from bot.normalise.quantities import quantities
from bot.normalise.teams import is_alone, is_of_a_team, is_part, is_size, not_counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She's building it solo next to her studies", True),
        ("He maintains all of it by himself", False),
        ("He maintains the whole code base by himself", True),
        ("It's all her, from the logo to the last query", True),
        ("It's just him and his sister", False),
    ],
)
def test_alone(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """One person builds all of it, whoever else is around."""
    assert is_alone(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's just the 3 of them", [True]),
        ("3 of them build the apps", [True]),
        ("3 of them are on holiday", [False]),
        ("The team is made up of 3 people", [True]),
        ("They'd need a team of 3 for that", [False]),
        ("The startup employs 3 engineers", [True]),
        ("The startup employs 3 lawyers", [False]),
        ("It was developed by 3 friends", [True]),
        ("It was developed by 3 months of hard work", [False]),
        ("The team of 3.5", [False]),
    ],
)
def test_size(text: str, expected: list[bool]) -> None:
    """What stands before or after a number makes it the size of a team."""
    assert [is_size(quantity, text) for quantity in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hired 3 developers", True),
        ("There's 3 developers", False),
        ("3 developers have forked it", True),
        ("Along with 3 other developers", False),
    ],
)
def test_part(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """Those who were hired, or who use it, are not the team."""
    end = text.index("developer") + len("developers" if "developers" in text else "developer")

    assert [is_part(quantity, text, end) for quantity in quantities(text)] == [expected]


def test_members() -> None:
    """Members are those of a team where one is named before."""
    text = "The team has 3 members and the gym has 900 members"

    assert [is_of_a_team(quantity, text) for quantity in quantities(text)] == [True, True]
    assert [is_of_a_team(each, "900 members") for each in quantities("900 members")] == [False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ines and 1 other developer", [1]),
        ("She works with about 3 other developers", [1]),
        ("3 other developers", [0]),
        ("She works with 3 developers", [0]),
    ],
)
def test_those_beside_others(text: str, expected: list[int]) -> None:
    """Whoever works with others is one more."""
    assert [not_counted(quantity, text) for quantity in quantities(text)] == expected
