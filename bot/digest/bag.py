"""The shuffled bag: nothing comes again until everything that fits has come once.

What is left in a bag is what fits and has not come in this round. So an episode that is loaded
later joins the bag of the round under way, one that is gone leaves it, and a wish that changes
changes what is left, all without anything to be kept up to date.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Memory:
    """What came so far.

    Attributes:
        round: Number of the round under way, from 1.
        sent: Keys of the episodes that came in it.
        last: Key of the episode that came last, in whatever round.
    """

    round: int = 1
    sent: frozenset[str] = frozenset()
    last: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """What comes next, and in which round."""

    episode: str
    round: int


def pick(fitting: Sequence[str], memory: Memory, seed: str) -> Pick | None:
    """The next episode, each of those left as likely as any other.

    The same arguments always give the same episode, so that a preview shows what will come, and
    of two clocks both decide alike.

    Args:
        fitting: Keys of all episodes that fit.
        memory: What came so far.
        seed: Differs for each post: workspace, channel and date.

    Returns:
        ``None`` when nothing fits.

    >>> pick(["a", "b"], Memory(1, frozenset({"a"}), "a"), "T1:C1:2024-05-06")
    Pick(episode='b', round=1)
    >>> pick(["a", "b"], Memory(1, frozenset({"a", "b"}), "a"), "T1:C1:2024-05-06")
    Pick(episode='b', round=2)
    """
    left = [each for each in fitting if each not in memory.sent]
    number = memory.round
    if not left:
        number += 1
        # A new round does not begin with what ended the last one, unless there is nothing else.
        left = [each for each in fitting if each != memory.last] or list(fitting)
    return Pick(chosen(left, seed), number) if left else None


def seed_of(team: str, channel: str, day: object) -> str:
    """What decides the pick of one post."""
    return f"{team}:{channel}:{day}"


def chosen(among: Sequence[str], seed: str) -> str:
    """One of some, decided by the seed alone."""
    number = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest())
    return among[number % len(among)]
