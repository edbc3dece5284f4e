"""``auth.test``, ``users.*`` and the like: who is here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.web.names import APP, BOT, BOT_NAME, BOT_USER, ME, MY_NAME, TEAM
from bot.web.refusals import SlackRefusal

if TYPE_CHECKING:
    from bot.web.names import Json
    from bot.web.room import Room

_TEAM = {"id": TEAM, "name": "Playground", "domain": "playground"}


def api_test(room: Room, given: Json) -> Json:
    """Whether the Web API answers."""
    del room
    return {"args": given}


def auth_test(room: Room, given: Json) -> Json:
    """Who the app is."""
    del given
    return {
        "url": f"{room.url}/",
        "team": _TEAM["name"],
        "user": BOT_NAME.lower(),
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "is_enterprise_install": False,
    }


def info(room: Room, given: Json) -> Json:
    """One user, with their time zone."""
    users = {user["id"]: user for user in _users(room)}
    user = users.get(str(given.get("user") or ""))
    if user is None:
        raise SlackRefusal("user_not_found")
    return {"user": user}


def everybody(room: Room, given: Json) -> Json:
    """The person and the bot."""
    del given
    return {"members": _users(room), "response_metadata": {"next_cursor": ""}}


def team(room: Room, given: Json) -> Json:
    """The workspace."""
    del room, given
    return {"team": _TEAM}


def bot(room: Room, given: Json) -> Json:
    """The bot."""
    del room, given
    return {"bot": {"id": BOT, "app_id": APP, "user_id": BOT_USER, "name": BOT_NAME}}


def _users(room: Room) -> list[Json]:
    zone = room.workspace.zone
    return [_user(ME, MY_NAME, zone, bot=False), _user(BOT_USER, BOT_NAME, "UTC", bot=True)]


def _user(ident: str, name: str, zone: str, *, bot: bool) -> Json:
    here = datetime.now(ZoneInfo(zone))
    offset = here.utcoffset()
    return {
        "id": ident,
        "team_id": TEAM,
        "name": name.lower(),
        "real_name": name,
        "deleted": False,
        "tz": zone,
        "tz_label": here.tzname() or zone,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": {"real_name": name, "display_name": name, "team": TEAM},
        "is_admin": not bot,
        "is_owner": not bot,
        "is_bot": bot,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_app_user": False,
        "locale": "en-GB",
    }
