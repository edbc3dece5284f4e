"""What is kept goes by a workspace, also where Slack tells of a whole organisation only."""

from __future__ import annotations

from typing import Any

import pytest
from slack_bolt import BoltContext

from bot.slack.listening import workspace_of


@pytest.mark.parametrize(
    ("known", "body", "workspace"),
    [
        ({"team_id": "T1", "enterprise_id": "E1"}, {"team_id": "T2"}, "T1"),
        ({"team_id": None, "enterprise_id": "E1"}, {"team_id": "T2"}, "T2"),
        ({"team_id": None, "enterprise_id": "E1"}, {"team_id": None}, "E1"),
        ({"team_id": None, "enterprise_id": None}, {}, ""),
    ],
    ids=["a workspace", "an install of the organisation", "nothing but the organisation", "none"],
)
def test_the_nearest_that_is_known_counts(
    known: dict[str, Any], body: dict[str, Any], workspace: str
) -> None:
    """So two organisations never share what is kept, and it goes with them."""
    assert workspace_of(BoltContext(known), body) == workspace
