"""Who and what there is in the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]
"""An object as it is sent; its keys are Slack's or the page's."""

TEAM = "T0PLAYGROUND"
APP = "A0PLAYHEAD"
BOT = "B0PLAYHEAD"
BOT_USER = "U0PLAYHEAD"
BOT_NAME = "Playhead"
ME = "U0YOU"
MY_NAME = "you"


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to write in.

    Attributes:
        kind: ``im`` is the conversation with the bot.
    """

    id: str
    name: str
    kind: Literal["channel", "im"]


def interaction(kind: str) -> Json:
    """What every interaction of the person says, whatever was done to what."""
    return {
        "type": kind,
        "token": "",
        "api_app_id": APP,
        "team": {"id": TEAM, "domain": "playground"},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": ME, "username": MY_NAME, "name": MY_NAME, "team_id": TEAM},
    }


DIRECT = Channel("D0PLAYHEAD", BOT_NAME, "im")
CHANNELS = {
    channel.id: channel
    for channel in (
        Channel("C0PODCASTS", "podcasts", "channel"),
        Channel("C0GENERAL", "general", "channel"),
        DIRECT,
    )
}
