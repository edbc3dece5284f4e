"""The schema of the state, one named function per step, for SQLite and PostgreSQL alike.

A step that has been released is never edited; a change is a new function below the last and
in ``STEPS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    insert,
    select,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

LOCK = 7_052_935
"""Any number, the same in every process: only one of them migrates PostgreSQL at a time."""


def migrate(connection: Connection) -> None:
    """Apply the steps that a database has not seen, inside the caller's transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    done = Table("state_migrations", MetaData(), Column("name", Text, primary_key=True))
    done.create(connection, checkfirst=True)
    seen = set(connection.execute(select(done.c.name)).scalars())
    for step in STEPS:
        if step.__name__ not in seen:
            step(connection)
            connection.execute(insert(done).values(name=step.__name__))


def m001_state(connection: Connection) -> None:
    """Answered posts, threads, channels, feedback, gaps and installations."""
    new = MetaData()
    Table(
        "state_claims",
        new,
        Column("key", Text, primary_key=True),
        Column("team", Text, nullable=False),
        Column("claimed", Double, nullable=False),
        Column("finished", Boolean, nullable=False),
        Column("attempts", Integer, nullable=False),
        Column("payload", Text, nullable=False),
        Index("state_claims_team", "team"),
        Index("state_claims_claimed", "claimed"),
    )
    Table(
        "state_threads",
        new,
        *_key("team", "channel", "thread"),
        Column("question", Text, nullable=False),
        Column("asked", Double, nullable=False),
        Index("state_threads_asked", "asked"),
    )
    Table(
        "state_channels",
        new,
        *_key("team", "channel"),
        Column("mode", Text, nullable=False),
        Column("changed_by", Text, nullable=False),
        Column("changed", Double, nullable=False),
    )
    Table(
        "state_feedback",
        new,
        *_key("team", "person", "key"),
        Column("thumbs", Text, nullable=False),
        Column("given", Double, nullable=False),
        Index("state_feedback_given", "given"),
    )
    Table(
        "state_gaps",
        new,
        *_key("team", "digest"),
        Column("question", Text, nullable=False),
        Column("asked", Double, nullable=False),
        Index("state_gaps_asked", "asked"),
    )
    Table(
        "state_installations",
        new,
        *_key("enterprise", "team"),
        Column("installed", Double, nullable=False),
        Column("sealed", LargeBinary, nullable=False),
        Index("state_installations_team", "team"),
    )
    Table(
        "state_oauth_states",
        new,
        Column("value", Text, primary_key=True),
        Column("expires", Double, nullable=False),
    )
    Table("state_members", new, *_key("team"), Column("enterprise", Text, nullable=False))
    new.create_all(connection)


def m002_digests(connection: Connection) -> None:
    """Subscriptions with who changed them, posts on their way, bags, watches, episodes seen."""
    new = MetaData()
    Table(
        "state_subscriptions",
        new,
        *_key("team", "channel"),
        *_texts("at", "zone", "weekdays", "wish"),
        Column("announce", Boolean, nullable=False),
        Column("enabled", Boolean, nullable=False),
        *_texts("paused_until", "broken", "person"),
        Column("since", Double, nullable=False),
        Column("version", Integer, nullable=False),
        Column("day", Text, nullable=False),
        Column("due", Double),
        Column("planned", Double, nullable=False),
        Index("state_subscriptions_due", "due"),
        Index("state_subscriptions_planned", "planned"),
    )
    Table(
        "state_changes",
        new,
        Column("number", Integer, primary_key=True),
        *_texts("team", "channel"),
        Column("changed", Double, nullable=False),
        *_texts("person", "what"),
        Index("state_changes_channel", "team", "channel"),
    )
    Table(
        "state_outbox",
        new,
        *_key("team", "channel", "key"),
        *_texts("kind", "episode", "about"),
        Column("due", Double, nullable=False),
        Column("run", Double),
        Column("attempts", Integer, nullable=False),
        Column("unsure", Boolean, nullable=False),
        *_texts("ended", "ts"),
        Index("state_outbox_run", "run"),
        Index("state_outbox_due", "due"),
    )
    Table(
        "state_bags",
        new,
        *_key("team", "channel", "episode"),
        Column("round", Integer, nullable=False),
        Column("picked", Double, nullable=False),
    )
    Table("state_paces", new, *_key("team"), Column("free", Double, nullable=False))
    Table(
        "state_watches",
        new,
        *_key("team", "channel", "technology"),
        *_texts("person"),
        Column("since", Double, nullable=False),
        Index("state_watches_technology", "technology"),
    )
    Table("state_episodes", new, *_key("episode"), Column("seen", Double, nullable=False))
    new.create_all(connection)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _key(*names: str) -> list[Column[str]]:
    return [Column(name, Text, primary_key=True) for name in names]


STEPS: tuple[Callable[[Connection], None], ...] = (m001_state, m002_digests)
