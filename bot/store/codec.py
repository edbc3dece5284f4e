"""Dataclasses of the model to and from JSON, for what the store keeps whole."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from bot.model import Guest, Link, ParsedEpisode, Topic

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def dump_parsed(parsed: ParsedEpisode) -> str:
    """A parsed episode as JSON in ASCII, for a file name may hold what is no Unicode."""
    return json.dumps(asdict(parsed), default=str, sort_keys=True)


def load_parsed(text: str) -> ParsedEpisode:
    """The parsed episode that :func:`dump_parsed` wrote, by this version or one around it.

    Fields that are unknown here are left out, and missing ones have their defaults.
    """
    data: dict[str, Any] = json.loads(text)
    if data.get("published") is not None:
        data["published"] = date.fromisoformat(data["published"])
    for key, kind in (("guests", Guest), ("topics", Topic), ("links", Link)):
        data[key] = tuple(_known(kind, item) for item in data.get(key, ()))
    data["tags"] = tuple(data.get("tags", ()))
    return _known(ParsedEpisode, data)


def _known(kind: Callable[..., T], data: dict[str, Any]) -> T:
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{key: value for key, value in data.items() if key in names})
