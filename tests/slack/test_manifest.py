"""The manifest says what the app does, all of it and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from slack_bolt import BoltRequest, BoltResponse

from bot.slack import SURFACES, leftovers
from bot.slack.declared import FIRST_WORDS, WORDS
from bot.slack.listening import acknowledge
from bot.slack.manifest import DESCRIPTION, LONG_DESCRIPTION, gathered, manifest, scopes
from bot.slack.permissions import REASONS
from bot.slack.runtime import Runtime
from tests.slack.local_slack import LocalSlack
from tests.slack.requests import command, event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from slack_bolt import App

ROOT = Path(__file__).parents[2]
SITES = ("https://runninginproduction.com", "http://widgets.example:8080/pods", "not an address")
HTTP = manifest(SURFACES, url="https://playhead.example", socket=False, sites=SITES)
SOCKET = manifest(SURFACES, url="", socket=True, sites=())


@pytest.fixture
def app(store: Path, today: Callable[[], date]) -> Iterator[App]:
    """The app as it is served."""
    from bot.config import Settings, SlackSettings

    with LocalSlack() as slack:
        settings = Settings(
            db=store,
            slack=SlackSettings(bot_token="xoxb-1", signing_secret="s", api_url=slack.api),  # noqa: S106 - no secret
        )
        runtime = Runtime.open(settings, today)
        yield runtime.app
        runtime.close()


def heard(app: App, body: dict[str, Any]) -> bool:
    """Whether a surface listens to a payload, and not only what hears all the rest."""
    request = BoltRequest(mode="socket_mode", body=body)
    app._init_context(request)
    rest = (acknowledge, leftovers.offer_nothing, leftovers.renew, leftovers.explain)
    return any(
        listener.matchers[0].matches(request, BoltResponse(status=200))
        and (listener.lazy_functions or cast("Any", listener.ack_function) not in rest)
        for listener in app._listeners
    )


def payloads() -> Iterator[tuple[str, dict[str, Any]]]:
    """One payload of everything that the manifest subscribes to."""
    for one in HTTP["features"]["slash_commands"]:
        yield one["command"], command(one["command"], "Terraform")
    for name in HTTP["settings"]["event_subscriptions"]["bot_events"]:
        kind, _, where = name.partition(".")
        kinds = {"channels": "channel", "groups": "group"}
        fields = {"channel_type": kinds.get(where, where)} if where else {}
        if kind != "function_executed":
            yield name, event(kind, channel="C1", ts="1.0", user="U1", text="x", **fields)
    for one in HTTP["features"]["shortcuts"]:
        kind = "shortcut" if one["type"] == "global" else "message_action"
        yield one["name"], {"type": kind, "callback_id": one["callback_id"], "team": {"id": "T1"}}
    for callback in HTTP["functions"]:
        called: dict[str, Any] = {
            "function": {"callback_id": callback},
            "function_execution_id": "Fx1",
        }
        yield callback, event("function_executed", **called)


def test_everything_in_the_manifest_is_listened_to(app: App) -> None:
    """Commands, events, shortcuts and workflow steps, each by a surface."""
    named = list(payloads())

    assert len(named) > 12
    assert [name for name, body in named if not heard(app, body)] == []
    assert not heard(app, event("reaction_added"))
    assert not heard(app, command("/elsewhere", "Terraform"))


def test_every_listener_is_in_the_manifest(app: App) -> None:
    """A command, shortcut or step that is registered but not declared would never be called."""
    declared = {
        *(one.name for one in gathered(SURFACES, "COMMANDS")),
        *(one.callback_id for one in gathered(SURFACES, "SHORTCUTS")),
        *(one.callback_id for one in gathered(SURFACES, "FUNCTIONS")),
    }
    registered = {
        value
        for listener in app._listeners
        for value in _named(cast("Any", listener.matchers[0]).func)
    }

    assert registered == declared


def _named(matcher: Any) -> set[str]:
    """The command, shortcut or step that a matcher of Bolt's was made for."""
    made_by = matcher.__qualname__.partition(".")[0]
    if made_by not in {
        "command",
        "shortcut",
        "global_shortcut",
        "message_shortcut",
        "function_executed",
    }:
        return set()
    names = [cell.cell_contents for cell in matcher.__closure__ or ()]
    return {name for name in names if isinstance(name, str)}


def test_requests_go_to_our_address() -> None:
    """Every one of them, over HTTP."""
    address = "https://playhead.example/slack/events"
    settings = HTTP["settings"]

    assert {one["url"] for one in HTTP["features"]["slash_commands"]} == {address}
    assert settings["event_subscriptions"]["request_url"] == address
    assert settings["interactivity"]["request_url"] == address
    assert settings["interactivity"]["message_menu_options_url"] == address
    assert HTTP["oauth_config"]["redirect_urls"] == [
        "https://playhead.example/slack/oauth_redirect"
    ]
    assert settings["socket_mode_enabled"] is False


def test_socket_mode_needs_no_address() -> None:
    """There is none in the whole manifest."""
    assert SOCKET["settings"]["socket_mode_enabled"] is True
    assert "://" not in str(SOCKET)
    assert "unfurl_domains" not in SOCKET["features"]


def test_links_of_the_loaded_shows_are_unfurled() -> None:
    """By their host alone."""
    assert HTTP["features"]["unfurl_domains"] == ["runninginproduction.com", "widgets.example"]


def test_more_sites_than_slack_takes_are_left_out() -> None:
    """It refuses a manifest that names more than five."""
    sites = [f"https://{letter}.example" for letter in "gfedcba"]
    features = manifest(SURFACES, url="", socket=True, sites=sites)["features"]

    assert features["unfurl_domains"] == [f"{letter}.example" for letter in "abcde"]


def test_what_people_type_arrives_as_typed() -> None:
    """Slack would turn a channel or a person in a question into a code."""
    assert {one["should_escape"] for one in HTTP["features"]["slash_commands"]} == {False}


def test_the_surfaces_of_today_are_switched_on() -> None:
    """Home, messages and the agent view, with questions to begin with."""
    features = HTTP["features"]

    assert features["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    assert "assistant_view" not in features
    assert features["agent_view"]["agent_description"] == DESCRIPTION
    assert 0 < len(features["agent_view"]["suggested_prompts"]) <= 4
    assert HTTP["settings"]["interactivity"]["is_enabled"] is True


def test_every_scope_has_a_reason() -> None:
    """Which the documents tell whoever installs the app; and no reason is for nothing."""
    assert sorted(REASONS) == scopes(SURFACES)


def test_every_word_of_the_command_is_hinted_at_and_documented() -> None:
    """Or nobody would find it."""
    hint = next(one.usage_hint for one in gathered(SURFACES, "COMMANDS") if one.name == "/playhead")
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")

    assert [word for word in ("digest", "watch", *WORDS) if word not in hint] == []
    assert [w for w in (*WORDS, *FIRST_WORDS) if f"`/playhead {w}" not in reference] == []


def test_scopes_are_those_that_events_need() -> None:
    """Each event that is subscribed to has the scope Slack asks for, none is asked for twice."""
    needed = {
        "app_mention": "app_mentions:read",
        "message.channels": "channels:history",
        "message.groups": "groups:history",
        "message.im": "im:history",
        "message.mpim": "mpim:history",
        "link_shared": "links:read",
    }
    asked = HTTP["oauth_config"]["scopes"]["bot"]

    assert asked == sorted(set(asked)) == scopes(SURFACES)
    assert {needed[name] for name in gathered(SURFACES, "EVENTS") if name in needed} <= set(asked)
    assert "commands" in asked


def test_steps_come_with_what_slack_wants_for_them() -> None:
    """A remote runtime, and an app that organisations may install."""
    functions = gathered(SURFACES, "FUNCTIONS")
    settings = HTTP["settings"]

    assert set(HTTP["functions"]) == {one.callback_id for one in functions}
    assert (settings["function_runtime"], settings["org_deploy_enabled"]) == ("remote", True)
    assert "function_executed" in settings["event_subscriptions"]["bot_events"]


def test_without_steps_nothing_is_said_of_them() -> None:
    """Slack refuses a runtime without functions."""
    plain = [surface for surface in SURFACES if not surface.FUNCTIONS]
    made = manifest(plain, url="", socket=True, sites=())

    assert "functions" not in made
    assert "function_runtime" not in made["settings"]
    assert made["settings"]["org_deploy_enabled"] is False


def test_every_text_fits_slack_limits() -> None:
    """Or Slack refuses the manifest."""
    shown, features = HTTP["display_information"], HTTP["features"]

    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 175 <= len(LONG_DESCRIPTION) <= 4_000
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    for one in features["slash_commands"]:
        assert re.fullmatch(r"/[a-z_-]{1,31}", one["command"])
        assert len(one["description"]) <= 2_000
        assert len(one.get("usage_hint", "")) <= 1_000
    for one in features["shortcuts"]:
        assert len(one["name"]) <= 24
        assert len(one["description"]) <= 150
        assert len(one["callback_id"]) <= 255
    assert len(features["shortcuts"]) <= 10
    assert len(features["unfurl_domains"]) <= 5
