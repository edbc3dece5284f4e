"""Hosting that costs nothing, or that others pay for."""

from __future__ import annotations

import pytest

from bot.normalise.free import is_free_hosting, is_sponsored


@pytest.mark.parametrize(
    "text",
    [
        "Everything runs on the free tier of AWS",
        "The site is hosted on Netlify for free",
        "Vercel is used to host the front-end for free",
        "It sits on Netlify and they don't pay a dime for it",
        "He doesn't pay anything for hosting",
    ],
)
def test_free_hosting(text: str) -> None:
    """It costs nothing to host it."""
    assert is_free_hosting(text)


@pytest.mark.parametrize(
    "text",
    [
        "Heroku is paid but Let's Encrypt is free",
        "Sentry is free and the servers stand at home",
        "One of the models they use is hosted there for free",
        "It was on the free tier of Heroku before that",
        "A start-up program gave them a year of free hosting",
    ],
)
def test_what_else_is_free(text: str) -> None:
    """Something else that costs nothing is no free hosting."""
    assert not is_free_hosting(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google paid for the first 2 years of hosting", True),
        ("Customers get a year of free hosting", False),
        ("They pay for hosting", False),
    ],
)
def test_sponsored(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """Somebody else pays for what hosts them, and they sell no such thing."""
    assert is_sponsored(text) is expected
