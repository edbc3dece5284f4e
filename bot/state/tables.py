"""The tables of the state, as the code reads and writes them.

``db/state_migrations.py`` makes them; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Index, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

CLAIMS = Table(
    "state_claims",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("team", Text, nullable=False),
    Column("claimed", Double, nullable=False),
    Column("finished", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Index("state_claims_team", "team"),
    Index("state_claims_claimed", "claimed"),
)

THREADS = Table(
    "state_threads",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("thread", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("asked", Double, nullable=False),
    Index("state_threads_asked", "asked"),
)

CHANNELS = Table(
    "state_channels",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("mode", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("changed", Double, nullable=False),
)

FEEDBACK = Table(
    "state_feedback",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("thumbs", Text, nullable=False),
    Column("given", Double, nullable=False),
    Index("state_feedback_given", "given"),
)

GAPS = Table(
    "state_gaps",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("asked", Double, nullable=False),
    Index("state_gaps_asked", "asked"),
)

INSTALLATIONS = Table(
    "state_installations",
    METADATA,
    Column("enterprise", Text, primary_key=True),
    Column("team", Text, primary_key=True),
    Column("installed", Double, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("state_installations_team", "team"),
)

OAUTH_STATES = Table(
    "state_oauth_states",
    METADATA,
    Column("value", Text, primary_key=True),
    Column("expires", Double, nullable=False),
)

MEMBERS = Table(
    "state_members",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("enterprise", Text, nullable=False),
)

TEAM_TABLES = (CLAIMS, THREADS, CHANNELS, FEEDBACK, GAPS, INSTALLATIONS, MEMBERS)
"""Everything that belongs to one workspace."""

KEPT = (
    (CLAIMS, CLAIMS.c.claimed),
    (THREADS, THREADS.c.asked),
    (FEEDBACK, FEEDBACK.c.given),
    (GAPS, GAPS.c.asked),
)
"""What is removed after a while, with the column that says how old a row is."""
