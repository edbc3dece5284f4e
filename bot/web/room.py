"""Where it all comes together: what was written, who caused what, and the way into the app."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from bot.web.causes import Causes, answered
from bot.web.elements import named
from bot.web.names import BOT_USER
from bot.web.posts import Post
from bot.web.windows import Windows
from bot.web.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from bot.web.causes import Cause, Explainer
    from bot.web.courier import Courier, Reply
    from bot.web.names import Json

RECEIPTS = 200
"""Response addresses that are kept."""
USES = 5
LIVES_S = 1800

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Receipt:
    """A ``response_url``: where the app may answer to something that was done.

    Attributes:
        post: The message that was pressed, if one was.
        uses: Answers that are left.
        until: On the clock of ``time.monotonic``.
    """

    channel: str
    thread: str | None
    cause: Cause
    post: Post | None = None
    uses: int = USES
    until: float = field(default_factory=lambda: time.monotonic() + LIVES_S)


class Receipts:
    """Response addresses that were handed out."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[str, Receipt] = {}

    def issue(self, receipt: Receipt) -> str:
        """The id of a new address, which nobody can guess."""
        ident = token_urlsafe(18)
        with self._lock:
            self._open[ident] = receipt
            while len(self._open) > RECEIPTS:
                del self._open[next(iter(self._open))]
        return ident

    def use(self, ident: str) -> Receipt | None:
        """The receipt, unless there is none or it is used up."""
        with self._lock:
            receipt = self._open.get(ident)
            if receipt is None or receipt.uses <= 0 or time.monotonic() > receipt.until:
                return None
            receipt.uses -= 1
            return receipt


@dataclass(frozen=True, slots=True)
class Room:
    """Everything that what a person or the bot does may touch.

    Attributes:
        url: Where this process is reached, without a slash at the end.
        sites: Gives the hosts whose links the app unfurls.
        commands: Names of the slash commands.
    """

    courier: Courier
    explainer: Explainer
    executor: Executor
    url: str
    sites: Callable[[], frozenset[str]]
    commands: frozenset[str]
    workspace: Workspace = field(default_factory=Workspace)
    windows: Windows = field(default_factory=Windows)
    causes: Causes = field(default_factory=Causes)
    receipts: Receipts = field(default_factory=Receipts)

    def response_url(self, receipt: Receipt) -> str:
        """An address where the app may answer."""
        return f"{self.url}/respond/{self.receipts.issue(receipt)}"

    def later(self, deliver: Callable[[], Reply], what: str) -> None:
        """Deliver something without waiting; what the app does not take is shown as an error."""
        self.executor.submit(self._deliver, deliver, what)

    def _deliver(self, deliver: Callable[[], Reply], what: str) -> None:
        try:
            reply = deliver()
        except Exception:  # noqa: BLE001 - in a thread of its own nobody else would see it
            _log.exception("a delivery failed")
            self.workspace.tell("error", text=f"{what} failed; the log has more.")
            return
        if not reply.ok:
            self.workspace.tell("error", text=f"{what} failed with status {reply.status}.")

    def arrive(  # noqa: PLR0913 - a message has that many sides
        self,
        channel: str,
        text: str,
        blocks: tuple[Json, ...],
        *,
        thread: str | None = None,
        ephemeral: bool = False,
        cause: Cause | None = None,
        metadata: Json | None = None,
    ) -> Post:
        """Take in a message of the bot, with the time it took and why it says so."""
        if cause is None:
            cause = self.causes.take(channel, thread)
        else:
            self.causes.drop(cause)
        took = cause.took_ms() if cause else None
        asked = answered(blocks) or (cause.typed if cause else None)
        post = Post(
            ts=self.workspace.next_ts(),
            channel=channel,
            user=BOT_USER,
            text=text,
            thread=thread,
            blocks=named(blocks),
            ephemeral=ephemeral,
            took_ms=took,
            explain=self.explainer.lines(asked) if asked and blocks else (),
            command=cause.command if cause else "",
            metadata=metadata,
        )
        if cause and cause.conversation and cause.typed:
            self.explainer.remember(cause.conversation, cause.typed)
        return self.workspace.put(post)
