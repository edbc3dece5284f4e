"""The state as the Slack app sees it; every thread may call every method."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete, literal, select, update

from bot.digest.subscription import Change
from bot.state import tables
from bot.state.database import Database
from bot.state.digests import Digests
from bot.state.installations import Installations
from bot.state.novelties import Novelties
from bot.state.outbox import Outbox
from bot.state.watches import Watches

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.state.vault import Vault

    Observer = Callable[[str], None]

DAY = 86_400.0
"""Seconds."""

KEEP = 30 * DAY
"""Seconds that a question's text is kept at most, in processes that purge in time."""

ABANDONED = 60.0
"""Seconds after which a claim that was never finished is free again: Slack's redeliveries come
at once, after one minute and after five, so the last one finds it free."""

ATTEMPTS = 3
"""Times that a post is tried."""

MODES = ("mention", "thread", "off")
"""How the bot listens in a channel: to mentions, to whole threads it is in, or not at all."""


class State:
    """One database with everything that people made; use :meth:`open`."""

    def __init__(self, database: Database, observe: Observer | None = None) -> None:
        self._database = database
        self._observer = observe
        self.digests = Digests(database)
        self.watches = Watches(database)
        self.outbox = Outbox(database)
        self.novelties = Novelties(database)

    @classmethod
    def open(cls, place: str | Path, observe: Observer | None = None) -> Self:
        """Open a state, making its tables or bringing them up to date.

        Args:
            place: Path of a SQLite file, or an address that begins with ``postgresql://``.
            observe: Is told ``claimed``, ``duplicate``, ``answered``, ``unanswered`` and
                ``feedback`` as they happen, to count them.

        Raises:
            StoreError: The database cannot be reached or opened.
            ConfigError: The address is none.
        """
        return cls(Database(place), observe)

    def close(self) -> None:
        """Close every connection."""
        self._database.close()

    def installations(self, vault: Vault) -> Installations:
        """The workspaces that installed the app."""
        return Installations(self._database, vault)

    def __enter__(self) -> Self:
        """Return the state itself; leaving closes it."""
        return self

    def __exit__(self, *failure: object) -> None:
        """Close the state, whatever failed."""
        self.close()

    def check(self) -> None:
        """See that the database answers.

        Raises:
            StoreError: It does not.
        """
        self._database.one(select(literal(1)))

    # -- the ledger of answered posts ------------------------------------------------------

    def claim(self, key: str, now: float, payload: str = "") -> bool:
        """Whether the caller is the one to answer.

        A claim that was not finished within :data:`ABANDONED` seconds may be claimed again: a
        crash between claim and answer is picked up by Slack's redelivery, or, when there is
        none because the post was acknowledged, from :meth:`abandoned`.

        Args:
            key: What is answered, the workspace's id first: ``T123:Ev456``,
                ``T123:C456:1712.0001``. Names no text, because it is kept.
            now: Seconds since 1970.
            payload: What it takes to answer it after a crash; removed when it is answered.
        """
        table = tables.CLAIMS
        statement = self._database.insert(table).values(
            key=key,
            team=key.partition(":")[0],
            claimed=now,
            finished=False,
            attempts=1,
            payload=storable(payload),
        )
        claimed = self._database.write(
            statement.on_conflict_do_update(
                index_elements=[table.c.key],
                set_={"claimed": now, "attempts": table.c.attempts + 1},
                where=table.c.finished.is_(False) & (table.c.claimed < now - ABANDONED),
            )
        )
        self._observe("claimed" if claimed else "duplicate")
        return claimed == 1

    def renew(self, key: str, claimed: float, now: float) -> bool:
        """Whether a claim is still the caller's, who begins with the work only now.

        Args:
            key: What was claimed.
            claimed: When.
            now: From when on it counts as claimed.
        """
        table = tables.CLAIMS
        mine = (table.c.key == key) & (table.c.claimed == claimed) & table.c.finished.is_(False)
        return self._database.write(update(table).where(mine).values(claimed=now)) == 1

    def finish(self, key: str) -> None:
        """Say that a claimed post is answered for good, and forget its payload."""
        table = tables.CLAIMS
        done = update(table).where(table.c.key == key).values(finished=True, payload="")
        self._database.write(done)
        self._observe("answered")

    def release(self, key: str) -> None:
        """Give a claim back, so that whoever asks again is heard at once."""
        table = tables.CLAIMS
        self._database.write(delete(table).where(table.c.key == key, table.c.finished.is_(False)))

    def abandoned(self, now: float) -> list[str]:
        """Payloads of posts whose answering stopped half-way, oldest first.

        One that stopped :data:`ATTEMPTS` times is left alone, or it would stop us for ever.
        """
        table = tables.CLAIMS
        left = select(table.c.payload).where(
            table.c.finished.is_(False),
            table.c.claimed < now - ABANDONED,
            table.c.attempts < ATTEMPTS,
            table.c.payload != "",
        )
        return self._database.all(left.order_by(table.c.claimed))

    # -- threads and channels --------------------------------------------------------------

    def remember_thread(
        self, team: str, channel: str, thread_ts: str, text: str, now: float
    ) -> None:
        """Keep the latest question of a thread, for the follow-up to it."""
        self._database.save(
            tables.THREADS,
            {"team": team, "channel": channel, "thread": thread_ts},
            {"question": storable(text), "asked": now},
        )

    def thread_question(self, team: str, channel: str, thread_ts: str) -> str | None:
        """The latest question of a thread, unless it is forgotten."""
        table = tables.THREADS
        question: str | None = self._database.one(
            select(table.c.question).where(
                table.c.team == team, table.c.channel == channel, table.c.thread == thread_ts
            )
        )
        return question

    def channel_mode(self, team: str, channel: str) -> str:
        """How the bot listens in a channel, one of :data:`MODES`; ``mention`` unless set."""
        table = tables.CHANNELS
        mode: str | None = self._database.one(
            select(table.c.mode).where(table.c.team == team, table.c.channel == channel)
        )
        return mode or MODES[0]

    def channel_change(self, team: str, channel: str) -> Change | None:
        """Who said last how the bot listens in a channel, when, and which mode."""
        table = tables.CHANNELS
        found = select(table).where(table.c.team == team, table.c.channel == channel)
        rows = self._database.rows(found)
        return Change(rows[0].changed, rows[0].changed_by, rows[0].mode) if rows else None

    def set_channel_mode(self, team: str, channel: str, mode: str, user: str, now: float) -> None:
        """Say how the bot listens in a channel.

        Raises:
            ValueError: The mode is none of :data:`MODES`.
        """
        if mode not in MODES:
            raise ValueError(f"no such mode: {mode}")
        self._database.save(
            tables.CHANNELS,
            {"team": team, "channel": channel},
            {"mode": mode, "changed_by": user, "changed": now},
        )

    # -- what people think and what was missing --------------------------------------------

    def record_feedback(self, team: str, user: str, key: str, thumbs: str, now: float) -> None:
        """Keep what a person thinks of an answer; their latest word on it counts."""
        self._database.save(
            tables.FEEDBACK,
            {"team": team, "person": user, "key": key},
            {"thumbs": thumbs, "given": now},
        )
        self._observe("feedback")

    def record_gap(self, team: str, text: str, now: float) -> None:
        """Keep a question that could not be answered, once however often it is asked."""
        question = storable(text)
        # A key has to be short in PostgreSQL, a question need not be.
        digest = hashlib.sha256(question.encode()).hexdigest()
        self._database.save(
            tables.GAPS, {"team": team, "digest": digest}, {"question": question, "asked": now}
        )
        self._observe("unanswered")

    # -- forgetting ------------------------------------------------------------------------

    def purge(self, now: float, ahead: float = 0.0) -> int:
        """Remove what is older than :data:`KEEP`, and installs that were begun and left.

        Args:
            now: Seconds since 1970.
            ahead: Seconds until the next purge: what is too old by then goes, too.

        Returns:
            How many rows.
        """
        expired = delete(tables.OAUTH_STATES).where(tables.OAUTH_STATES.c.expires < now)
        old = [delete(table).where(when < now + ahead - KEEP) for table, when in tables.KEPT]
        return self._database.write(expired, *old)

    def belongs(self, team: str, enterprise: str) -> None:
        """Remember that a workspace uses the app because its whole organisation does."""
        self._database.save(tables.MEMBERS, {"team": team}, {"enterprise": enterprise})

    def forget_team(self, team: str) -> int:
        """Remove everything of a workspace, or of an organisation with its workspaces.

        Args:
            team: Id of the workspace or of the organisation.

        Returns:
            How many rows.
        """
        members, installs = tables.MEMBERS, tables.INSTALLATIONS
        whole = (installs.c.enterprise == team) & (installs.c.team == "")
        teams = select(members.c.team).where(members.c.enterprise == team).scalar_subquery()
        return self._database.write(
            delete(installs).where(whole),
            *(
                delete(table).where((table.c.team == team) | table.c.team.in_(teams))
                for table in tables.TEAM_TABLES
            ),
        )

    def _observe(self, event: str) -> None:
        if self._observer is not None:
            self._observer(event)


def storable(text: str) -> str:
    r"""Text without what PostgreSQL or UTF-8 cannot hold.

    >>> storable("a\0b\ud800")
    'ab?'
    """
    return text.replace("\0", "").encode("utf-8", "replace").decode()
