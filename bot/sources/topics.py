"""Timestamped lines: where the time ends and the topic begins, and which times are no times.

The forms come from real show notes: ``38:43 -- text``, ``1:04-22 – text`` (a slip of the
finger), ``[12:34] Text``, ``12:30-14:00: text`` (the start counts), ``00:12:34.500 text``.
"""

from __future__ import annotations

import re

from bot.timecode import parse_timestamp

_BULLET = r"\s*(?:[-*•·+]\s+)?"
_TIME = r"[0-9]{1,3}:[0-9]{1,3}(?:[:.\-][0-9]{1,3})?(?!:?[0-9])"
_LINE = re.compile(
    rf"{_BULLET}(?P<open>[(\[]\s*)?(?P<time>{_TIME})(?:\.[0-9]+)?"
    rf"(?:\s*(?:[-–—]|to)\s*{_TIME}(?:\.[0-9]+)?)?\s*[)\]]?"
    r"(?P<separator>\s*(?:--+|[–—|:-])\s*|\s+)(?P<text>\S.*)",
    re.DOTALL,
)
_EMPTY = re.compile(rf"{_BULLET}(?P<time>{_TIME})\s*(?:--+|[–—-])\s*")
# Without a colon only under a topics heading, and only before a dash that nothing else uses.
_DASHED = re.compile(rf"{_BULLET}([0-9]{{1,3}}-[0-5][0-9])\s+(?:--+|[–—])\s+(\S.*)", re.DOTALL)
# After a mere space: a time of day, or no words at all, as in a player's "0:00 / 0:00". Where
# no topics are announced, a word in lower case goes on with a sentence.
_TIME_OF_DAY = re.compile(r"[AaPp]\.?[Mm]\b|o['’]clock\b|in the \w+(?:ing|noon)\b|[\W\d_]*\Z")
_NO_TOPIC = re.compile(rf"[a-z]|{_TIME_OF_DAY.pattern}")


def read_line(line: str, *, listed: bool = False) -> tuple[int, str] | None:
    """Start in seconds and text of a topic line; ``None`` for any other line.

    Args:
        line: Plain text, one topic at most.
        listed: The line stands under a heading that announces topics.

    Raises:
        ValueError: The line has the shape of a topic but its time is none.

    >>> read_line("38:43 -- Terraform"), read_line("- 1:04-22 – Alarms")
    ((2323, 'Terraform'), (3862, 'Alarms'))
    >>> read_line("[00:12:34] Go"), read_line("12:30-14:00: Ruby"), read_line("9:30 am works")
    ((754, 'Go'), (750, 'Ruby'), None)
    >>> read_line("12:99 -- Rust")
    Traceback (most recent call last):
    ...
    ValueError: not a time: '12:99' (expected M:SS or H:MM:SS)
    """
    dashed = _DASHED.match(line) if listed else None
    if dashed:
        return parse_timestamp(dashed[1]), dashed[2].strip()
    if empty := _EMPTY.fullmatch(line):
        raise ValueError(f"nothing follows the time {empty['time']!r}")
    match = _LINE.match(line)
    if match is None:
        return None
    strong = bool(match["separator"].strip(" \t" if listed else " \t:"))
    no_topic = _TIME_OF_DAY if listed or match["open"] else _NO_TOPIC
    if not strong and no_topic.match(match["text"]):
        return None
    try:
        return parse_timestamp(match["time"]), match["text"].strip()
    except ValueError:
        if strong:
            raise
        return None


def looks_timed(text: str) -> int:
    r"""How many lines of a text are topic lines, or would be with a proper time.

    >>> looks_timed("Intro\n1:02 – a\n1:99 – b\n")
    2
    """
    return sum(map(_timed, text.split("\n")))


def _timed(line: str) -> bool:
    try:
        return read_line(line) is not None
    except ValueError:
        return True
