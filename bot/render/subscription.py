"""What a conversation gets, in words: what it is narrowed to, when it comes, why it does not."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.digest.schedule import zone_of
from bot.digest.subscription import EVERY_DAY, WORKDAYS
from bot.questions.base import listing
from bot.timecode import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.digest.schedule import Occurrence
    from bot.digest.subscription import Subscription, Wish
    from bot.vocabulary import Vocabulary

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Names of the ISO weekdays, from 1 on."""

_INVITE = "Invite me with `/invite @Playhead`, then `/playhead digest resume`."
_INSTALL = "Install the app again, then `/playhead digest resume`."
STOPPED = {
    "not_in_channel": f"I am not in that channel any more. {_INVITE}",
    "channel_not_found": f"I cannot see that channel any more. {_INVITE}",
    "is_archived": "That channel is archived. Bring it back, then `/playhead digest resume`.",
    "account_inactive": f"The app was removed from the workspace. {_INSTALL}",
    "token_revoked": f"The app was removed from the workspace. {_INSTALL}",
    "missing_scope": f"I am not allowed to post any more. {_INSTALL}",
    "unknown_zone": "Its time zone is no more. Choose another with `/playhead digest`.",
}
"""Why a digest stopped by itself, by Slack's word, with the fix."""


def stopped_words(word: str) -> str:
    """Why a digest stopped by itself, and the fix.

    >>> stopped_words("restricted_action")
    'Slack says `restricted_action`. When that is mended: `/playhead digest resume`.'
    """
    return STOPPED.get(
        word, f"Slack says `{word}`. When that is mended: `/playhead digest resume`."
    )


def wish_words(wish: Wish, vocabulary: Vocabulary, shows: Mapping[str, str]) -> str:
    """What a wish is narrowed to; empty when it is not.

    Args:
        wish: What is wanted.
        vocabulary: Knows the names of technologies and categories.
        shows: Titles of shows by id.
    """
    categories = vocabulary.categories
    about = [
        *map(vocabulary.name, wish.technologies),
        *(categories[each].name if each in categories else each for each in wish.categories),
    ]
    parts = (about, [shows.get(each, each) for each in wish.shows], sorted(map(str, wish.years)))
    return " · ".join(_either(part) for part in parts if part)


def _either(names: list[str]) -> str:
    """Names of which one is enough.

    >>> _either(["Go"]), _either(["Go", "Rust", "Zig"])
    ('Go', 'Go, Rust or Zig')
    """
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def schedule_words(sub: Subscription) -> str:
    """When a digest comes.

    >>> from bot.digest.subscription import Subscription
    >>> schedule_words(Subscription("T1", "C1", zone="Europe/Berlin"))
    'on workdays at 09:00, Europe/Berlin'
    """
    return f"{_days(sub.weekdays)} at {sub.at:%H:%M}, {sub.zone}"


def _days(weekdays: Iterable[int]) -> str:
    days = frozenset(weekdays)
    if days in _KNOWN:
        return _KNOWN[days]
    return f"on {listing([f'{DAYS[each - 1]}s' for each in sorted(days)], 7)}"


_KNOWN = {EVERY_DAY: "every day", WORKDAYS: "on workdays", frozenset({6, 7}): "at weekends"}


def status_words(sub: Subscription, upcoming: Occurrence | None, now: float) -> str:
    """What holds for a subscription now, a sentence or two.

    Args:
        sub: As it is kept.
        upcoming: Its next post; ``None`` when there will be none.
        now: Seconds since 1970.
    """
    if sub.broken:
        return f"It stopped by itself. {stopped_words(sub.broken)}"
    if not sub.on:
        return "Notes of new episodes only." if sub.announce else "Off."
    if sub.paused_until == date.max:
        return "Paused; `/playhead digest resume` ends that."
    if upcoming is None:
        return "Nothing is due."
    when = next_words(sub, upcoming)
    paused = sub.paused_until is not None and local_date(sub.zone, now) < sub.paused_until
    return f"Paused; the next one comes {when}." if paused else f"Next: {when}."


def local_date(zone: str, now: float) -> date:
    """The date in a zone.

    >>> local_date("Pacific/Auckland", 1714996800.0).isoformat()
    '2024-05-07'
    """
    return datetime.fromtimestamp(now, zone_of(zone)).date()


def next_words(sub: Subscription, upcoming: Occurrence) -> str:
    """The day and time of a post, on the clocks of its zone.

    >>> from datetime import date
    >>> from bot.digest.schedule import Occurrence
    >>> from bot.digest.subscription import Subscription
    >>> next_words(Subscription("T1", "C1"), Occurrence(date(2024, 5, 6), 1714986000.0))
    'Monday, 6 May 2024 at 09:00'
    """
    shown = datetime.fromtimestamp(upcoming.due, zone_of(sub.zone))
    return f"{DAYS[shown.isoweekday() - 1]}, {day(shown.date())} at {shown:%H:%M}"
