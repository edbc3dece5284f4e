"""What the clock needs of others: a ledger, a library, somebody who posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.digest.bag import Memory, Pick
    from bot.digest.outbox import Post
    from bot.digest.schedule import Occurrence
    from bot.digest.subscription import Wish
    from bot.render.blocks import Message
    from bot.state.outbox import Due


class Ledger(Protocol):
    """What all clocks share; see :class:`bot.state.outbox.Outbox`."""

    def due(self, now: float, limit: int) -> list[Due]:
        """Subscriptions to look at now."""
        ...

    def memory(self, team: str, channel: str) -> Memory:
        """What came out of the bag of a conversation."""
        ...

    def wish(self, team: str, channel: str) -> Wish:
        """What the digest of a conversation is narrowed to."""
        ...

    def claim(
        self,
        due: Due,
        following: Occurrence | None,
        now: float,
        post: Post | None = None,
        pick: Pick | None = None,
    ) -> bool:
        """Go on to the next occurrence, and put a post of this one into the outbox."""
        ...

    def ready(self, now: float, limit: int) -> list[Post]:
        """Posts that may be tried now, one of each workspace."""
        ...

    def take(self, post: Post, now: float) -> Post | None:
        """Take a post and its workspace for a while."""
        ...

    def sent(self, post: Post, ts: str) -> None:
        """Say that a post is there."""
        ...

    def later(self, post: Post, run: float, *, unsure: bool) -> None:
        """Say that a post is to be tried again."""
        ...

    def give_up(self, post: Post, ended: str) -> None:
        """End a post without its being there."""
        ...

    def exchange(self, post: Post, pick: Pick, now: float) -> Post:
        """Let a post that is not there be about another episode."""
        ...

    def hold(self, team: str, until: float) -> None:
        """Post nothing in a workspace before a time."""
        ...

    def stop(self, team: str, channel: str, word: str, now: float) -> bool:
        """Let a subscription pause itself, and tell its maker."""
        ...


class Shelf(Protocol):
    """What the clock needs of the catalogue."""

    def fitting(self, wish: Wish) -> Sequence[str]:
        """Keys of the episodes that fit."""
        ...

    def message(self, post: Post, wish: Wish | None) -> Message:
        """What is posted.

        Args:
            post: What is known of it.
            wish: What its digest is narrowed to; ``None`` for a note.

        Raises:
            Gone: Its episode is not there, or has nothing more to say.
        """
        ...


class Poster(Protocol):
    """Puts messages where they belong, each known by its key."""

    def post(self, post: Post, message: Message) -> str:
        """Post a message; its timestamp.

        Raises:
            PostError: It is not there, or it is not known whether it is.
        """
        ...

    def find(self, post: Post) -> str | None:
        """The timestamp of a post that an earlier attempt may have made.

        Raises:
            PostError: It cannot be looked.
        """
        ...
