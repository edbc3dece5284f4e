"""Episodes posted or shown at once: now, as a preview, and one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.digest.bag import pick, seed_of
from bot.digest.subscription import Subscription
from bot.render.digest import DIGEST, digest_message
from bot.render.subscription import next_words, wish_words
from bot.slack.wishes import content_of, fitting

if TYPE_CHECKING:
    from bot.digest.bag import Pick
    from bot.digest.subscription import Wish
    from bot.render.again import Again
    from bot.render.blocks import Message
    from bot.slack.desk import Desk

PREVIEW = "Preview"
ANOTHER = "Another one"


def heading(desk: Desk, wish: Wish, first: str = DIGEST) -> str:
    """What stands above a post: why it is posted, and what it is narrowed to."""
    asker = desk.askers()
    words = wish_words(wish, asker.lexicon().vocabulary, asker.shows())
    return " · ".join(filter(None, [first, words]))


def at_once(desk: Desk, sub: Subscription, user: str) -> tuple[Message, Pick] | None:
    """The post that somebody wants now, and what it takes out of the bag.

    Args:
        desk: Where episodes are.
        sub: What is wanted.
        user: Id of the person who wants it.

    Returns:
        ``None`` when no episode fits.
    """
    asker = desk.askers()
    heads = fitting(asker, sub.wish)
    memory = desk.state.digests.memory(sub.team, sub.channel)
    picked = pick(list(heads), memory, seed_of(sub.team, sub.channel, desk.now()))
    if picked is None:
        return None
    content = content_of(asker, heads[picked.episode])
    return digest_message(content, sub.wish, heading=heading(desk, sub.wish), user=user), picked


def preview(desk: Desk, team: str, channel: str) -> Message | None:
    """The post that comes next, or one as it would come where nothing is set up.

    Returns:
        ``None`` when no episode fits.
    """
    asker, digests = desk.askers(), desk.state.digests
    sub = digests.subscription(team, channel) or Subscription(team, channel, on=False)
    upcoming = digests.upcoming(team, channel)
    heads = fitting(asker, sub.wish)
    day = str(upcoming.day) if upcoming else ""
    picked = pick(list(heads), digests.memory(team, channel), seed_of(team, channel, day))
    if picked is None:
        return None
    when = f"comes {next_words(sub, upcoming)}" if upcoming else "nothing is due"
    above = heading(desk, sub.wish, f"{PREVIEW}, {when}")
    return digest_message(content_of(asker, heads[picked.episode]), sub.wish, heading=above)


def another(desk: Desk, again: Again, user: str) -> Message | None:
    """Any other episode of a wish, until all of them were shown; then it begins anew.

    It leaves the bag alone: what one person looks at is still posted to everybody.

    Returns:
        ``None`` when there is no other one.
    """
    asker = desk.askers()
    heads = fitting(asker, again.wish)
    seen = again.seen
    left = [head for key, head in heads.items() if key not in seen]
    if not left:
        seen = seen[-1:]
        left = [head for key, head in heads.items() if key not in seen]
    if not left:
        return None
    head = desk.pick(left)
    above = heading(desk, again.wish, ANOTHER)
    content = content_of(asker, head)
    return digest_message(content, again.wish, heading=above, user=user, seen=seen)
