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

SUBSCRIPTIONS = Table(
    "state_subscriptions",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("weekdays", Text, nullable=False),
    Column("wish", Text, nullable=False),
    Column("announce", Boolean, nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("paused_until", Text, nullable=False),
    Column("broken", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("since", Double, nullable=False),
    Column("version", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("due", Double),
    Column("planned", Double, nullable=False),
    Index("state_subscriptions_due", "due"),
    Index("state_subscriptions_planned", "planned"),
)
"""``day`` and ``due`` are the next post, ``planned`` when that was worked out: looking for what is
due reads two indexes, however many subscriptions there are."""

CHANGES = Table(
    "state_changes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("team", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("changed", Double, nullable=False),
    Column("person", Text, nullable=False),
    Column("what", Text, nullable=False),
    Index("state_changes_channel", "team", "channel"),
)

OUTBOX = Table(
    "state_outbox",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("episode", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("due", Double, nullable=False),
    Column("run", Double),
    Column("attempts", Integer, nullable=False),
    Column("unsure", Boolean, nullable=False),
    Column("ended", Text, nullable=False),
    Column("ts", Text, nullable=False),
    Index("state_outbox_run", "run"),
    Index("state_outbox_due", "due"),
)
"""``run`` is nothing once a post has ended; ``ended`` says how."""

BAGS = Table(
    "state_bags",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("episode", Text, primary_key=True),
    Column("round", Integer, nullable=False),
    Column("picked", Double, nullable=False),
)

PACES = Table(
    "state_paces",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("free", Double, nullable=False),
)

WATCHES = Table(
    "state_watches",
    METADATA,
    Column("team", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("technology", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("since", Double, nullable=False),
    Index("state_watches_technology", "technology"),
)

EPISODES = Table(
    "state_episodes",
    METADATA,
    Column("episode", Text, primary_key=True),
    Column("seen", Double, nullable=False),
)
"""Which episodes some clock has seen, so that the next one knows what is new."""

TEAM_TABLES = (
    CLAIMS,
    THREADS,
    CHANNELS,
    FEEDBACK,
    GAPS,
    INSTALLATIONS,
    MEMBERS,
    SUBSCRIPTIONS,
    CHANGES,
    OUTBOX,
    BAGS,
    PACES,
    WATCHES,
)
"""Everything that belongs to one workspace."""

KEPT = (
    (CLAIMS, CLAIMS.c.claimed),
    (THREADS, THREADS.c.asked),
    (FEEDBACK, FEEDBACK.c.given),
    (GAPS, GAPS.c.asked),
    (OUTBOX, OUTBOX.c.due),
)
"""What is removed after a while, with the column that says how old a row is."""
