"""The period that a figure is for."""

from __future__ import annotations

import pytest

from bot.normalise import periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (" / a month", "month"),
        ("/mo", "month"),
        (" requests per sec", "second"),
        (" visitors every single day", "day"),
        (" hits daily", "day"),
        (" a month after discounts", "month"),
        (" a month ago", None),
        (" a year later", None),
        (" requests within 5 minutes a day", None),
        (" dollars", None),
    ],
)
def test_what_follows_closely(text: str, period: str | None) -> None:
    """Over other words, but not over what counts itself."""
    assert period == periods.named_after(text, 0)


@pytest.mark.parametrize(
    ("text", "period"),
    [(" was spent last year", "year"), (" in the past month", "month"), (" in all", None)],
)
def test_what_is_over_or_under_way(text: str, period: str | None) -> None:
    """Named after the figure."""
    assert period == periods.gone_after(text, 0)


def test_what_stands_before_or_around() -> None:
    """An adverb among the words before the noun, or what the sentence is about."""
    assert periods.named_in(" million Nightly") == "day"
    assert periods.named_in(" million") is None
    assert periods.of_the_whole("On an average min there are 40") == "minute"
    assert periods.of_the_whole("There are 40") is None
