"""How the whole suite runs."""

from __future__ import annotations

from hypothesis import settings

# A busy machine must not fail a test that is right; slowness is what ``make bench`` is for.
settings.register_profile("playhead", deadline=None)
settings.load_profile("playhead")
