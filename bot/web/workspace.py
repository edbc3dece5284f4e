"""What was written, and the feed that tells the page of it; kept in memory only."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.web.names import Json
    from bot.web.posts import Post

MOST_POSTS = 500
MOST_EVENTS = 1000


class Workspace:
    """Messages and events; every thread may call every method.

    Events are numbered on from the time of the start, so a page that was open when another
    process served it asks for a number that does not exist, and gets everything anew.

    Args:
        now: Seconds since 1970.
    """

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._changed = threading.Condition()
        self._posts: dict[tuple[str, str], Post] = {}
        self._events: deque[Json] = deque(maxlen=MOST_EVENTS)
        self._seq = int(now()) * 1000
        self._last_us = 0
        self._home: Json | None = None
        self.zone = "UTC"

    def next_ts(self) -> str:
        """A time stamp that no message has."""
        with self._changed:
            self._last_us = max(int(self._now() * 1e6), self._last_us + 1)
            return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"

    def put(self, post: Post) -> Post:
        """Add a message, or put it in the place of the one with its time stamp."""
        key = (post.channel, post.ts)
        with self._changed:
            kind = "update" if key in self._posts else "message"
            self._posts[key] = post
            while len(self._posts) > MOST_POSTS:
                del self._posts[next(iter(self._posts))]
            self._tell(kind, message=post.shown())
        return post

    def get(self, channel: str, ts: str) -> Post | None:
        """The message, if it is still kept."""
        with self._changed:
            return self._posts.get((channel, ts))

    def of(self, channel: str, thread: str | None = None) -> list[Post]:
        """Messages of a channel, or of one thread with the message it began with; oldest first."""
        with self._changed:
            posts = [post for post in self._posts.values() if post.channel == channel]
        if thread is None:
            return [post for post in posts if post.thread in {None, post.ts}]
        return [post for post in posts if thread in {post.ts, post.thread}]

    def delete(self, channel: str, ts: str) -> bool:
        """Take a message away; whether there was one."""
        with self._changed:
            if self._posts.pop((channel, ts), None) is None:
                return False
            self._tell("delete", channel=channel, ts=ts)
        return True

    def attach(self, channel: str, ts: str, cards: tuple[Json, ...]) -> None:
        """Put cards under the links of a message."""
        with self._changed:
            post = self._posts.get((channel, ts))
            if post is None:
                return
            self._posts[channel, ts] = replace(post, attachments=cards)
            self._tell("unfurl", channel=channel, ts=ts, attachments=list(cards))

    def publish(self, view: Json) -> None:
        """Show the Home."""
        with self._changed:
            self._home = view
            self._tell("home", view=view)

    def home(self) -> Json | None:
        """The Home as it was last published."""
        with self._changed:
            return self._home

    def tell(self, kind: str, **fields: Any) -> None:  # noqa: ANN401 - JSON values
        """Add an event to the feed."""
        with self._changed:
            self._tell(kind, **fields)

    def _tell(self, kind: str, **fields: Any) -> None:  # noqa: ANN401 - JSON values
        self._seq += 1
        self._events.append({"seq": self._seq, "type": kind, **fields})
        self._changed.notify_all()

    def feed(self, after: int, wait_s: float) -> Json:
        """Events after one, waiting for the first; or everything, where that one is unknown.

        Args:
            after: Number of the last event that was seen.
            wait_s: Seconds to wait at most.
        """
        with self._changed:
            if self._follows(after):
                self._changed.wait_for(lambda: self._seq > after, wait_s)
            if not self._follows(after):
                return {"seq": self._seq, "reset": True, "events": self._everything()}
            events = [event for event in self._events if event["seq"] > after]
            return {"seq": self._seq, "reset": False, "events": events}

    def _follows(self, after: int) -> bool:
        oldest = self._events[0]["seq"] - 1 if self._events else self._seq
        return bool(oldest <= after <= self._seq)

    def _everything(self) -> list[Json]:
        events: list[Json] = [
            {"seq": self._seq, "type": "message", "message": post.shown()}
            for post in self._posts.values()
        ]
        if self._home is not None:
            events.append({"seq": self._seq, "type": "home", "view": self._home})
        return events
