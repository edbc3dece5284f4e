"""The Slack shell: payload in, ask, render, reply; one file a surface."""

from __future__ import annotations

from bot.slack.surfaces import commands, direct, mention

SURFACES = (commands, mention, direct)
"""Every surface; the manifest is made from what they declare, the app from what they register."""
