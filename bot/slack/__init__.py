"""The Slack shell: payload in, ask, render, reply; one file a surface."""

from __future__ import annotations

from bot.slack.surfaces import (
    agent,
    browse,
    buttons,
    commands,
    departure,
    direct,
    home,
    mention,
    related,
    search,
    settings,
    steps,
    threads,
    unfurl,
)

# ``settings`` takes one word of a command before ``commands`` takes the rest.
SURFACES = (
    settings,
    commands,
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
    steps,
    departure,
)
"""Every surface; the manifest is made from what they declare, the app from what they register."""
