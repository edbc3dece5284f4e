"""Posts on their way: what is posted where, and what to do when Slack takes it not.

Every post, whatever its kind, is a row that is written before anything is sent and that says
when it may be tried. So a crash at any moment leaves a row that some clock takes up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.digest.subscription import Subscription
    from bot.errors import PostError

WINDOW = 6 * 3600.0
"""Seconds within which a digest that was missed is caught up with, unless set otherwise."""

NOTE_WINDOW = 3 * 86_400.0
"""The same for notes, which are as good a day later."""

LATE = 300.0
"""Seconds after which a post counts as late."""

SETTLE = 120.0
"""Seconds to wait, when Slack gave no word, before looking whether the post is there: longer
than a request is under way after its sender has given it up."""

STOPS = frozenset(
    """
    not_in_channel is_archived channel_not_found account_inactive user_not_found user_disabled
    cannot_dm_bot messages_tab_disabled restricted_action
    restricted_action_read_only_channel restricted_action_thread_only_channel
    restricted_action_non_threadable_channel token_revoked invalid_auth not_authed no_permission
    org_login_required ekm_access_denied team_access_not_granted missing_scope
    no_install unknown_zone
    """.split()
)
"""Slack's words for what does not mend itself, and two of our own."""

TOO_LONG = "history_too_long"
"""A word of our own: so much was said in a channel since, that a post in it cannot be found."""

BLIND = frozenset(
    {"missing_scope", "not_allowed_token_type", "method_not_supported_for_channel_type", TOO_LONG}
)
"""Words for: whether a post is in that channel cannot be seen."""

_FIRST_PAUSE = 15.0
_LONGEST_PAUSE = 900.0


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


def stopped(sub: Subscription, word: str, now: float) -> Post:
    """What tells a person that a conversation of theirs takes no posts, once a version."""
    key = f"{Kind.BROKEN}:{sub.channel}:{sub.version}"
    about = f"{sub.channel} {word}"
    return Post(sub.team, sub.user, key, Kind.BROKEN, about=about, due=now, run=now)


def digest_key(day: object) -> str:
    """What the digest of a local date is known by.

    >>> from datetime import date
    >>> digest_key(date(2024, 2, 29))
    'digest:2024-02-29'
    """
    return f"{Kind.DIGEST}:{day}"


def window_of(post: Post, window: float) -> float:
    """Seconds after its time within which a post is still worth making."""
    return window if post.kind is Kind.DIGEST else NOTE_WINDOW


class Verdict(StrEnum):
    """What to do about a post that Slack did not take."""

    STOP = "stop"
    RETRY = "retry"
    GIVE_UP = "give up"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, and when to try again.

    Attributes:
        run: Seconds since 1970.
        unsure: Whether the post may be there.
    """

    verdict: Verdict
    run: float = 0.0
    unsure: bool = False


def decide(post: Post, error: PostError, now: float, window: float, *, looking: bool) -> Decision:
    """What to do about a post that Slack did not take.

    Args:
        post: As it was taken.
        error: What Slack said.
        now: Seconds since 1970.
        window: Seconds within which it is caught up with.
        looking: It failed when looking whether an earlier attempt is there.
    """
    if looking and error.word in BLIND:
        # It may be there and nobody can look: once too few is better than once too often.
        return Decision(Verdict.GIVE_UP, unsure=True)
    if error.word in STOPS:
        return Decision(Verdict.GIVE_UP if post.kind is Kind.BROKEN else Verdict.STOP)
    unsure = looking or error.unsure
    pause = min(_FIRST_PAUSE * 2 ** (post.attempts - 1), _LONGEST_PAUSE)
    run = now + max(pause, error.wait or 0.0, SETTLE if error.unsure else 0.0)
    if run > post.due + window_of(post, window):
        return Decision(Verdict.GIVE_UP, unsure=unsure)
    return Decision(Verdict.RETRY, run, unsure)
