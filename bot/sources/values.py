"""Single values as people write them: a date, a duration, a number, an address.

Every function takes text and returns the value or ``None``; the parsers decide whether a
``None`` is worth a warning.
"""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate
from html import unescape

from bot.addresses import is_web_address
from bot.timecode import parse_timestamp

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day>\d{1,2})(?:[T ].*)?\Z",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\Z",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})\Z",
    )
)
_SPOKEN = re.compile(
    r"(?:PT)?(?:(\d{1,3})\s*h(?:(?:ou)?rs?)?)?\s*(?:(\d{1,4})\s*m(?:in(?:ute)?s?)?)?"
    r"\s*(?:(\d{1,5})\s*s(?:ec(?:ond)?s?)?)?\Z",
    re.IGNORECASE | re.ASCII,
)
_MAIL = re.compile(r"mailto:[^\s@]+@", re.IGNORECASE)
_UNSEEN = dict.fromkeys((*range(32), 127, 173, 8203, 65279, *range(55296, 57344)))
_UNSEEN |= dict.fromkeys((9, 10, 11, 12, 13), " ")


def squeeze(text: str) -> str:
    r"""One line of text: every run of white space a single space, nothing invisible in it.

    >>> squeeze("  two\n lines\u00a0and\u200b a\x00 tab\t ")
    'two lines and a tab'
    """
    return " ".join(text.translate(_UNSEEN).split())


def plain(text: str) -> str:
    """One line of text with its HTML entities undone.

    >>> plain("R&amp;D &#8211; all of it")
    'R&D – all of it'
    """
    return squeeze(unescape(text))


def parse_date(text: str) -> date | None:
    """A calendar day as pages and feeds write it.

    >>> parse_date("Dec 05, 2019"), parse_date("5 December 2019").month
    (datetime.date(2019, 12, 5), 12)
    >>> parse_date("Thu, 05 Dec 2019 10:00:00 +0000"), parse_date("2019-12-05T10:00:00Z").day
    (datetime.date(2019, 12, 5), 5)
    >>> parse_date("someday") is parse_date("2019-02-30") is None
    True
    """
    text = squeeze(text)
    match = next(filter(None, (pattern.match(text) for pattern in _DATES)), None)
    if match:
        parts = match.groupdict()
        month = parts.get("number") or _MONTHS.index(parts["month"][:3].lower()) + 1
        numbers = int(parts["year"]), int(month), int(parts["day"])
    else:
        stamp = parsedate(text)
        if stamp is None:
            return None
        numbers = stamp[:3]
    try:
        return date(*numbers)
    except ValueError:
        return None


def parse_duration(text: str) -> int | None:
    """Seconds of a length, however it is written.

    >>> parse_duration("1:10:20"), parse_duration("4220"), parse_duration("1h 24min")
    (4220, 4220, 5040)
    >>> parse_duration("PT1H2M3S"), parse_duration("46 minutes"), parse_duration("long")
    (3723, 2760, None)
    """
    text = squeeze(text)
    if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]+)?", text):
        return int(float(text)) or None
    try:
        return parse_timestamp(text) or None
    except ValueError:
        match = _SPOKEN.match(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds or None


def parse_number(text: str) -> int | None:
    """A whole number, quoted or not.

    >>> parse_number("083"), parse_number("#83"), parse_number("83b")
    (83, 83, None)
    """
    match = re.fullmatch(r"#?([0-9]{1,9})", squeeze(text))
    return int(match[1]) if match else None


def parse_url(text: str) -> str | None:
    """A web or mail address, or ``None`` for what is neither.

    >>> parse_url(" https://x.test/a "), parse_url("mailto:ada@x.test")
    ('https://x.test/a', 'mailto:ada@x.test')
    >>> parse_url("/about"), parse_url("javascript:x"), parse_url("https://[draft]")
    (None, None, None)
    """
    text = squeeze(text)
    if " " in text or not (is_web_address(text) or _MAIL.match(text)):
        return None
    return text
