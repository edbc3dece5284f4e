"""Playhead: a Slack bot that answers questions about podcast episodes."""

__version__ = "0.1.0"
