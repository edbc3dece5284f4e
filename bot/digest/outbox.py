"""Posts on their way: what is posted where, and what to do when Slack takes it not.

Every post, whatever its kind, is a row that is written before anything is sent and that says
when it may be tried. So a crash at any moment leaves a row that some clock takes up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Why something is posted."""

    DIGEST = "digest"
    NEW = "new"
    WATCH = "watch"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Post:
    """One post in the outbox; ``team``, ``channel`` and ``key`` name it for ever.

    Attributes:
        channel: Where it goes; a person's id for what only they are told.
        key: ``digest:2024-05-06``, ``new:show/slug``, ``watch:terraform:show/slug``.
        kind: Why it is posted.
        episode: Key of the episode; empty when it is about none.
        about: The technology of a watch; of a broken subscription its channel and Slack's word.
        due: When it should have been posted, seconds since 1970.
        run: When it may be tried, seconds since 1970.
        attempts: How often it was tried.
        unsure: Whether an attempt ended without a word from Slack, so that it may be there.
    """

    team: str
    channel: str
    key: str
    kind: Kind
    episode: str = ""
    about: str = ""
    due: float = 0.0
    run: float = 0.0
    attempts: int = 0
    unsure: bool = False


def digest_key(day: object) -> str:
    """What the digest of a local date is known by.

    >>> from datetime import date
    >>> digest_key(date(2024, 2, 29))
    'digest:2024-02-29'
    """
    return f"{Kind.DIGEST}:{day}"
