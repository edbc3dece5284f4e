"""Dataclasses of the model to and from JSON, for what the store keeps whole."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.model import Guest, Link, ParsedEpisode, Topic


def dump_parsed(parsed: ParsedEpisode) -> str:
    """A parsed episode as JSON; dates in ISO form."""
    return json.dumps(asdict(parsed), ensure_ascii=False, default=str, sort_keys=True)


def load_parsed(text: str) -> ParsedEpisode:
    """The parsed episode that :func:`dump_parsed` wrote."""
    data: dict[str, Any] = json.loads(text)
    if data["published"] is not None:
        data["published"] = date.fromisoformat(data["published"])
    data["guests"] = tuple(Guest(**guest) for guest in data["guests"])
    data["topics"] = tuple(Topic(**topic) for topic in data["topics"])
    data["links"] = tuple(Link(**link) for link in data["links"])
    data["tags"] = tuple(data["tags"])
    return ParsedEpisode(**data)
