"""What an amount of money is, by the sentence around it; facts.tsv holds many more."""

from __future__ import annotations

import pytest

from bot.normalise.money import goes_on, is_unsigned, metric_of, period_of


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
        ("They would have paid $300 for servers", "cost"),
        ("Each server is $300", "cost"),
        ("The speech API costs more than everything else, it's $300", "cost"),
        ("Hosting is $40 and Twilio is $300", "cost"),
        ("Twilio is $40 and hosting is $300", "hosting_cost"),
        ("They spend $300 on ads", "cost"),
        ("They pay $40 for hosting and $300 for Sentry", "cost"),
        ("They pay $40 for Sentry and $300 for hosting", "hosting_cost"),
        ("They were quoted $300 for servers", "cost"),
        ("The hosted version sells for $300", "price"),
        ("The $300 seed round", "income"),
        ("Ads bring in $300", "income"),
        ("The $300 Linode plan is enough", "hosting_cost"),
        ("Before Elixir the bill was $300", None),
    ],
)
def test_metric_of(text: str, expected: str | None) -> None:
    """The first amount of the sentence."""
    start = text.index("$300")

    assert metric_of(text, start, start + 4) == expected


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


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The AWS bill is about 300", "300", True),
        ("They pay 300 a month for servers", "300", True),
        ("The AWS bill is about 300 pages long", "300", False),
        ("A run costs 300 minutes a month", "300", False),
        ("They have 300 a month", "300", False),
    ],
)
def test_money_without_a_sign(text: str, number: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """A number alone is money where it is the bill, or what is paid in a month."""
    start = text.index(number)

    assert is_unsigned(text, start, start + len(number)) is expected
