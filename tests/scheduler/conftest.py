"""A state in either database."""

from __future__ import annotations

from tests.databases import address, numbers, place, server, shared, state

__all__ = ["address", "numbers", "place", "server", "shared", "state"]
