"""A message of the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.web.names import BOT, BOT_USER, TEAM

if TYPE_CHECKING:
    from bot.web.names import Json


@dataclass(frozen=True, slots=True)
class Post:
    """A message, of the person or of the bot.

    Attributes:
        ts: What it is known by in its channel; seconds since 1970 with six decimals.
        thread: ``ts`` of the message that it replies to.
        text: Mark-up.
        ephemeral: Only the person sees it.
        took_ms: Milliseconds from what caused it to its arrival.
        explain: Why the answer ranks as it does, a line each.
        attachments: Cards under its links.
        command: The slash command that it answers, which Slack does not show.
        metadata: What the app put beside it; only the app reads that.
    """

    ts: str
    channel: str
    user: str
    text: str
    thread: str | None = None
    blocks: tuple[Json, ...] = ()
    ephemeral: bool = False
    took_ms: float | None = None
    explain: tuple[str, ...] = ()
    attachments: tuple[Json, ...] = ()
    command: str = ""
    metadata: Json | None = None

    @property
    def bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.user == BOT_USER

    def shown(self) -> Json:
        """The message as the page takes it."""
        return {
            "ts": self.ts,
            "channel": self.channel,
            "thread_ts": self.thread,
            "user": self.user,
            "bot": self.bot,
            "text": self.text,
            "blocks": list(self.blocks),
            "ephemeral": self.ephemeral,
            "took_ms": self.took_ms,
            "explain": list(self.explain),
            "attachments": list(self.attachments),
            "asked": self.command,
            "reactions": [],
        }

    def as_slack(self, *, metadata: bool = False) -> Json:
        """The message as Slack's Web API and its payloads show it.

        Args:
            metadata: With what the app put beside it, which Slack shows on request only.
        """
        return {
            "type": "message",
            "ts": self.ts,
            "user": self.user,
            "text": self.text,
            "team": TEAM,
            **({"bot_id": BOT} if self.bot else {}),
            **({"blocks": list(self.blocks)} if self.blocks else {}),
            **({"thread_ts": self.thread} if self.thread else {}),
            **({"attachments": list(self.attachments)} if self.attachments else {}),
            **({"metadata": self.metadata} if metadata and self.metadata else {}),
        }
