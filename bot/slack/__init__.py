"""The Slack shell: payload in, ask, render, reply; one file a surface."""

from __future__ import annotations

from bot.slack.surfaces import (
    agent,
    another,
    browse,
    buttons,
    commands,
    departure,
    details,
    digest,
    digest_window,
    direct,
    home,
    mention,
    related,
    search,
    settings,
    steps,
    threads,
    unfurl,
    watch,
    watch_window,
)

# Bolt tries listener after listener, which takes longer than answering from what is kept: the
# one that is asked most comes first, and leaves the words of others to them (declared.WORDS).
SURFACES = (
    commands,
    settings,
    digest,
    watch,
    digest_window,
    watch_window,
    another,
    mention,
    direct,
    threads,
    agent,
    home,
    browse,
    buttons,
    search,
    related,
    unfurl,
    details,
    steps,
    departure,
)
"""Every surface; the manifest is made from what they declare, the app from what they register."""
