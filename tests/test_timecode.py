"""Times as typed, as shown, and as links carry them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Show
from bot.timecode import format_timestamp, parse_timestamp, time_link


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:00", 0),
        ("5:07", 307),
        ("38:43", 2323),
        ("1:04:22", 3862),
        ("1:04-22", 3862),
        ("1-04-22", 3862),
        ("1.04.22", 3862),
        (" 75:00 ", 4500),
        ("100:59", 6059),
        ("01:02:03", 3723),
    ],
)
def test_parse(text: str, seconds: int) -> None:
    """Every way in which show notes write a time."""
    assert parse_timestamp(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", "5", "5:7", "5:60", "1:60:00", "1:2:3:4", "a:bc", "-5:00", "5:00pm", "٣:٠٠", "1,04:22"],
)
def test_what_is_no_time(text: str) -> None:
    """It is refused, never zero."""
    with pytest.raises(ValueError, match="not a time"):
        parse_timestamp(text)


@given(st.integers(0, 100 * 3600 - 1))
def test_what_is_shown_can_be_typed(seconds: int) -> None:
    """Formatting and parsing are each other's reverse."""
    assert parse_timestamp(format_timestamp(seconds)) == seconds


@pytest.mark.parametrize(
    ("template", "link"),
    [
        ("{url}#{timestamp}", "https://x.test/e#1:04:22"),
        ("{url}#t={seconds}", "https://x.test/e#t=3862"),
        ("{url}?t={seconds}s", "https://x.test/e?t=3862s"),
    ],
)
def test_links(template: str, link: str) -> None:
    """Every show has its own way."""
    show = Show("x", "X", "https://x.test", time_link=template)

    assert time_link(show, "https://x.test/e", 3862) == link
