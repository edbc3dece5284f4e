"""The catalogue as the clock needs it: what fits, what is new, what a post says."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from bot.dialogue import Lookup
from bot.digest import matching
from bot.digest.content import content, lookup
from bot.digest.outbox import Kind
from bot.digest.subscription import Wish, is_person, key_of
from bot.digest.watch import fired
from bot.render.digest import DIGEST, digest_message, new_episode_message, watch_message
from bot.render.notice import stopped_message
from bot.render.subscription import wish_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ask import Asker
    from bot.dialogue import Head
    from bot.digest.content import Content
    from bot.digest.outbox import Post
    from bot.digest.watch import Fired
    from bot.questions.lexicon import Lexicon
    from bot.render.blocks import Message


class Gone(LookupError):
    """The episode of a post is not there, or has nothing more to say."""


class Library:
    """What the clock reads of the catalogue; every thread may call every method.

    Args:
        askers: Gives whoever answers today.
    """

    def __init__(self, askers: Callable[[], Asker]) -> None:
        self._askers = askers
        self._lock = threading.Lock()
        self._lexicon: Lexicon | None = None
        self._fitting: dict[Wish, tuple[str, ...]] = {}
        self._messages: dict[Kind, Callable[[Post, Wish | None], Message]] = {
            Kind.DIGEST: self._digest,
            Kind.NEW: self._new,
            Kind.WATCH: self._watch,
            Kind.BROKEN: self._stopped,
        }

    def heads(self) -> dict[int, Head]:
        """All episodes, newest first; the same object until the catalogue changes."""
        return self._askers().lexicon().heads

    def fitting(self, wish: Wish) -> tuple[str, ...]:
        """Keys of the episodes that fit, worked out once until the catalogue changes."""
        asker = self._askers()
        lexicon = asker.lexicon()
        with self._lock:
            if self._lexicon is not lexicon:
                self._lexicon, self._fitting = lexicon, {}
            # Another thread may see another catalogue before this one is done.
            known = self._fitting
        found = known.get(wish)
        if found is None:
            members = lexicon.vocabulary.members
            evidence = asker.find(matching.lookup(wish, members))
            found = known[wish] = matching.fitting(wish, evidence, members)
        return found

    def fired(self, technology: str) -> list[Fired]:
        """The episodes that use or plan a technology."""
        lookup = Lookup(technologies=frozenset({technology}))
        return fired(technology, self._askers().find(lookup))

    def content(self, episode: str) -> Content:
        """What a post says about an episode.

        Raises:
            Gone: It is not there.
        """
        asker = self._askers()
        lexicon = asker.lexicon()
        head = next((each for each in lexicon.heads.values() if key_of(each) == episode), None)
        if head is None:
            raise Gone(episode)
        return content(head, asker.find(lookup(head)), lexicon.vocabulary.name)

    def message(self, post: Post, wish: Wish | None = None) -> Message:
        """What is posted.

        Args:
            post: What is known of it.
            wish: What its digest is narrowed to; ``None`` for a note.

        Raises:
            Gone: Its episode is not there, or has nothing more to say.
        """
        return self._messages[post.kind](post, wish)

    def _digest(self, post: Post, wish: Wish | None) -> Message:
        asker = self._askers()
        words = wish_words(wish or Wish(), asker.lexicon().vocabulary, asker.shows())
        heading = " · ".join(filter(None, [DIGEST, words]))
        return digest_message(self.content(post.episode), wish, heading=heading)

    def _new(self, post: Post, _: Wish | None) -> Message:
        return new_episode_message(self.content(post.episode))

    def _watch(self, post: Post, _: Wish | None) -> Message:
        for each in self.fired(post.about):
            if key_of(each.head) == post.episode:
                name = self._askers().lexicon().vocabulary.name(post.about)
                return watch_message(
                    each.head, name, each.stance, each.cue, alone=is_person(post.channel)
                )
        raise Gone(post.episode)

    def _stopped(self, post: Post, _: Wish | None) -> Message:
        return stopped_message(*post.about.split())
