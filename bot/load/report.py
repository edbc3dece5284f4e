"""What a load did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.errors import SourceError

if TYPE_CHECKING:
    from bot.sources import Notice

Progress = Callable[[int, int, str], None]
"""Is told ``(done, total, path)``."""


@dataclass(slots=True)
class LoadReport:
    """What a load did: to the episodes of the catalogue, each once, and to its sources.

    Attributes:
        added: Titles of episodes that were not in the catalogue.
        changed: Titles of episodes of which a source says something else now.
        unchanged: Titles of episodes of which the sources say what they said.
        removed: Titles of episodes that no source speaks of any more.
        rejected: What could not be read, each with path, line and reason.
        warnings: What was read but looks wrong.
        sources: How many files and addresses were looked at.
        interpreted: How many episodes were made again by another vocabulary or other rules.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rejected: list[SourceError] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    sources: int = 0
    interpreted: int = 0


def unfit(path: str, error: Exception) -> SourceError:
    """For half a character, as ``&#xD800;`` is one, or a number beyond 64 bits."""
    return SourceError(path, 1, f"it holds a character or number that cannot be kept ({error})")
