"""Parsed episodes to compare and to merge."""

from __future__ import annotations

from dataclasses import replace

from bot.model import ParsedEpisode, Topic

TIMES = (65, 130, 301, 455, 610, 907, 1211)


def episode(title: str = "Mills", **values: object) -> ParsedEpisode:
    """An episode of a feed, unless told otherwise."""
    base = ParsedEpisode(path="a", line=1, format="feed", title=title)
    return replace(base, **values)  # type: ignore[arg-type]


def topics(*starts: int, text: str = "Text") -> tuple[Topic, ...]:
    """Topics at some seconds."""
    return tuple(Topic(start, f"{text} {start}") for start in starts)
