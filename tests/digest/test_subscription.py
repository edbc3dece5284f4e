"""What a subscription says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.digest.subscription import Subscription


def test_a_subscription_posts_unless_something_speaks_against_it() -> None:
    """A pause is no reason: it ends."""
    sub = Subscription("T1", "C1")

    assert sub.posts
    assert replace(sub, paused_until=date.max).posts
    assert not replace(sub, on=False).posts
    assert not replace(sub, broken="is_archived").posts
