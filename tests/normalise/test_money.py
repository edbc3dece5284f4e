"""What an amount of money is, by the sentence around it; facts.tsv holds many more."""

from __future__ import annotations

import pytest

from bot.normalise.money import goes_on, is_free_hosting, metric_of, period_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The monthly bill is $300", "hosting_cost"),
        ("The Twilio bill is $300", "cost"),
        ("The Heroku bill is $300", "hosting_cost"),
        ("They saved $300 on servers", None),
        ("The bill was lowered by $300", None),
        ("Hosting used to be $300", None),
        ("Hosting went from $300 to $90", None),
        ("It was $300 until they left the cloud", None),
        ("It was $300 before tax, hosting included", "hosting_cost"),
        ("They got $300 in credits", "credits"),
        ("Without the credits the servers would be $300", "cost"),
        ("Sponsors brought in $300", "income"),
        ("The yearly plan is $300", "price"),
        ("They pay $300 for the team plan", "cost"),
        ("AWS charged them $300", "cost"),
        ("An external audit was $300", "cost"),
        ("They shaved off $300 with reserved instances", None),
        ("A runaway job on AWS was $300", "cost"),
        ("It sells for $300", "price"),
    ],
)
def test_metric_of(text: str, expected: str | None) -> None:
    """The first amount of the sentence."""
    start = text.index("$300")

    assert metric_of(text, start, start + 4) == expected


@pytest.mark.parametrize(
    "text",
    ["Everything runs on the free tier of AWS", "The site is hosted on Netlify for free"],
)
def test_free_hosting(text: str) -> None:
    """It costs nothing to host it."""
    assert is_free_hosting(text)


@pytest.mark.parametrize(
    "text",
    ["Heroku is paid but Let's Encrypt is free", "Sentry is free and the servers stand at home"],
)
def test_what_else_is_free(text: str) -> None:
    """Something else that costs nothing is no free hosting."""
    assert not is_free_hosting(text)


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("It's still about $900 a month", ["It runs on Azure", "They like it"], True),
        ("It's still about $900 a month", ["They print labels", "They like it"], False),
        ("It's about $900 a month for labels", ["It runs on Azure"], False),
        ("With Algolia it's about $900 a month", ["It runs on Azure"], False),
        ("The logo was $900", ["It runs on Azure"], False),
    ],
)
def test_a_cost_of_what_was_spoken_of(text: str, before: list[str], expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """It is the hosting's where the lines before are about hosting and it names nothing else."""
    assert goes_on(text, before) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("$500 in MRR", "month"), ("An ARR of $6,000", "year"), ("$500 in sales", None)],
)
def test_the_period_of_an_income(text: str, expected: str | None) -> None:
    """Recurring revenue is named after its period."""
    assert period_of(text) == expected
