"""Times and days as people type and read them, as players want them, and as links carry them.

Show notes write ``38:43`` or ``1:04:22``; hurried hands write ``1:04-22``. Inside Playhead a
time is a whole number of seconds from the start of the episode.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.model import Show

_CLOCK = re.compile(r"(?:(\d{1,2})[:\-.])?(\d{1,3})[:\-.]([0-5]\d)\Z", re.ASCII)
# Times whose writing is kept: the same lines are shown in answer after answer.
_TIMES = 4096


def parse_timestamp(text: str) -> int:
    """Seconds of a typed clock time.

    Args:
        text: ``M:SS``, ``MM:SS``, ``MMM:SS`` or ``H:MM:SS``; a ``-`` or ``.`` typed for a
            ``:`` is read as one, as real show notes contain ``1:19-27``.

    Raises:
        ValueError: The text is no clock time.

    >>> parse_timestamp("38:43"), parse_timestamp("1:04-22"), parse_timestamp("75:00")
    (2323, 3862, 4500)
    """
    match = _CLOCK.match(text.strip())
    if match is None:
        raise ValueError(f"not a time: {text!r} (expected M:SS or H:MM:SS)")
    hours, minutes, seconds = match.groups()
    if hours is not None and int(minutes) > 59:
        raise ValueError(f"not a time: {text!r} (minutes go up to 59)")
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)


@lru_cache(_TIMES)
def format_timestamp(seconds: int) -> str:
    """The clock time of a number of seconds, hours only from one hour on.

    >>> format_timestamp(2323), format_timestamp(3862), format_timestamp(59)
    ('38:43', '1:04:22', '0:59')
    """
    hours, rest = divmod(seconds, 3600)
    minutes, second = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{second:02d}"
    return f"{minutes}:{second:02d}"


def time_link(show: Show, url: str, seconds: int) -> str:
    """The episode's address that starts its player at a second.

    >>> from bot.model import Show
    >>> time_link(Show("rip", "RIP", "https://x.test"), "https://x.test/podcast/1-a", 3862)
    'https://x.test/podcast/1-a#1:04:22'
    """
    return show.time_link.format(url=url, timestamp=format_timestamp(seconds), seconds=seconds)


def day(value: date) -> str:
    """A date as people write it.

    >>> from datetime import date
    >>> day(date(2020, 6, 9))
    '9 Jun 2020'
    """
    return f"{value.day} {value:%b %Y}"
