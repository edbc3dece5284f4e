"""The app manifest, made from what the surfaces declare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.slack.oauth import REDIRECT_PATH
from bot.slack.web import EVENTS_PATH
from bot.slack.work_object import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from bot.slack.declared import Command, Function, Parameter, Shortcut

DESCRIPTION = "Answers questions about podcast episodes, down to the second"
LONG_DESCRIPTION = (
    "Ask who uses a technology, what a company's stack is made of, or when a topic is spoken of. "
    "Playhead answers from the show notes of the loaded podcasts: with the episode, the guest, the "
    "line that says so, and a link that starts the player at that second. It answers where it is "
    "asked and stays quiet otherwise."
)
PROMPTS = (
    ("Who uses a technology", "who uses Postgres?"),
    ("Compare two", "Postgres vs MySQL"),
    ("What is popular", "what are the most popular databases?"),
    ("The latest episode", "what is the latest episode?"),
)


MOST_SITES = 5
"""Hosts whose links Slack lets one app unfurl; it refuses a manifest with more."""

_PREVIEWS = {"is_active": True, "entity_types": [TYPE]}


def manifest(
    surfaces: Sequence[ModuleType], *, url: str, socket: bool, sites: Iterable[str]
) -> dict[str, Any]:
    """The manifest as Slack reads it.

    Args:
        surfaces: Modules with ``COMMANDS``, ``EVENTS``, ``SCOPES``, ``SHORTCUTS``, ``FUNCTIONS``.
        url: Address under which Slack reaches the app, without a slash at the end; or nothing.
        socket: Whether Slack talks to the app through Socket Mode.
        sites: Addresses of the loaded shows, whose links are unfurled.
    """
    request_url = f"{url}{EVENTS_PATH}" if url and not socket else ""
    functions = gathered(surfaces, "FUNCTIONS")
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Playhead",
            "description": DESCRIPTION,
            "long_description": LONG_DESCRIPTION,
            "background_color": "#1d1c3a",
        },
        "features": _features(surfaces, request_url, sites),
        "oauth_config": {
            **({"redirect_urls": [f"{url}{REDIRECT_PATH}"]} if url else {}),
            "scopes": {"bot": scopes(surfaces)},
        },
        "settings": {
            "event_subscriptions": {
                **_requested(request_url),
                "bot_events": sorted(set(gathered(surfaces, "EVENTS"))),
            },
            "interactivity": {
                "is_enabled": True,
                **_requested(request_url),
                **({"message_menu_options_url": request_url} if request_url else {}),
            },
            # Workflow steps are offered by apps only that may be installed into organisations.
            "org_deploy_enabled": bool(functions),
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
            **({"function_runtime": "remote"} if functions else {}),
        },
        **({"functions": {f.callback_id: _function(f) for f in functions}} if functions else {}),
    }


def scopes(surfaces: Sequence[ModuleType]) -> list[str]:
    """Every bot scope that a surface needs, and no other."""
    return sorted(set(gathered(surfaces, "SCOPES")))


def hosts(sites: Iterable[str]) -> list[str]:
    """The hosts of some addresses; links to the first :data:`MOST_SITES` are unfurled.

    >>> hosts(["https://b.test/pods", "http://a.test:8080", "https://b.test", "none"])
    ['a.test', 'b.test']
    """
    return sorted({urlsplit(site).hostname or "" for site in sites} - {""})


def gathered(surfaces: Sequence[ModuleType], name: str) -> list[Any]:
    """What all surfaces declare under one name, in their order."""
    return [item for surface in surfaces for item in getattr(surface, name)]


def _features(
    surfaces: Sequence[ModuleType], request_url: str, sites: Iterable[str]
) -> dict[str, Any]:
    domains = hosts(sites)[:MOST_SITES]
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "agent_view": {
            "agent_description": DESCRIPTION,
            "suggested_prompts": [
                {"title": title, "message": message} for title, message in PROMPTS
            ],
        },
        "bot_user": {"display_name": "Playhead", "always_online": True},
        "slash_commands": [_command(c, request_url) for c in gathered(surfaces, "COMMANDS")],
        "shortcuts": [_shortcut(s) for s in gathered(surfaces, "SHORTCUTS")],
        **({"unfurl_domains": domains, "rich_previews": _PREVIEWS} if domains else {}),
    }


def _requested(request_url: str) -> dict[str, str]:
    return {"request_url": request_url} if request_url else {}


def _command(command: Command, request_url: str) -> dict[str, Any]:
    return {
        "command": command.name,
        **({"url": request_url} if request_url else {}),
        "description": command.description,
        **({"usage_hint": command.usage_hint} if command.usage_hint else {}),
        "should_escape": False,
    }


def _shortcut(shortcut: Shortcut) -> dict[str, str]:
    return {
        "name": shortcut.name,
        "type": shortcut.kind,
        "callback_id": shortcut.callback_id,
        "description": shortcut.description,
    }


def _function(function: Function) -> dict[str, Any]:
    return {
        "title": function.title,
        "description": function.description,
        "input_parameters": {p.name: _parameter(p) for p in function.inputs},
        "output_parameters": {p.name: _parameter(p) for p in function.outputs},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "type": parameter.type,
        "title": parameter.title,
        "description": parameter.description,
        "is_required": parameter.required,
        "name": parameter.name,
    }
