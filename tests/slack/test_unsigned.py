"""Nothing that Slack did not sign comes to Bolt, which does not look at signatures itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet
from slack_bolt.response import BoltResponse

from bot.config import Settings, SlackSettings
from bot.slack.runtime import Runtime
from tests.slack.requests import SECRET, as_form, as_json, command, event, send, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from slack_bolt import BoltRequest

    from bot.slack.web import Web
    from tests.slack.local_slack import LocalSlack

ONE = SlackSettings(bot_token="xoxb-1", signing_secret=SECRET)  # noqa: S106 - no secret
MANY = SlackSettings(
    client_id="1.2",
    client_secret="a-client-secret",  # noqa: S106 - no secret
    signing_secret=SECRET,
    encryption_keys=(Fernet.generate_key().decode(),),
)
WAYS = {
    "one workspace": ONE,
    "many workspaces": MANY,
    "by socket": replace(ONE, app_token="xapp-1"),  # noqa: S106 - no secret
    "many by socket": replace(MANY, app_token="xapp-1"),  # noqa: S106 - no secret
    "by socket alone": replace(ONE, app_token="xapp-1", signing_secret=""),  # noqa: S106 - no secret
}
BY_HTTP = {"one workspace", "many workspaces"}
PATHS = [
    "/slack/events",
    "/slack/events/",
    "//slack/events",
    "/slack//events",
    "/slack/Events",
    "/slack/events;x",
    "/slack/install/../events",
    "/slack/install",
    "/slack/oauth_redirect",
    "/healthz",
    "/metrics",
    "/",
    "",
]
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "post", ""]
BODIES = [
    ({}, b""),
    ({"Content-Type": "application/json"}, as_json(event("app_uninstalled"))[0].encode()),
    ({}, b"ssl_check=1&token=t&" + as_form(command("/whouses", "Terraform"))[0].encode()),
    ({"X-Slack-Bolt-Lazy-Only": "1", "X-Slack-Bolt-Lazy-Function-Name": "answer"}, b"payload={}"),
    ({"X-HTTP-Method-Override": "POST", **signed("", secret="another")}, b""),  # noqa: S106 - no secret
]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """How Slack talks to the app."""
    return str(request.param)


@pytest.fixture
def seen() -> list[BoltRequest]:
    """What came to Bolt."""
    return []


@pytest.fixture
def web(
    way: str,
    store: Path,
    slack: LocalSlack,
    today: Callable[[], date],
    seen: list[BoltRequest],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Web]:
    """The web application, in front of a Bolt that only remembers what it is given."""

    def remember(request: BoltRequest) -> BoltResponse:
        seen.append(request)
        return BoltResponse(status=200)

    runtime = Runtime.open(Settings(store, slack=replace(WAYS[way], api_url=slack.api)), today)
    monkeypatch.setattr(runtime.app, "dispatch", remember)
    yield runtime.web()
    runtime.close()


def test_no_path_and_no_method_leads_past_the_signature(web: Web, seen: list[BoltRequest]) -> None:
    """Nor do headers that mean something to Bolt."""
    for path in PATHS:
        for method in METHODS:
            for headers, body in BODIES:
                send(web, path, body, method=method, headers=headers, query="ssl_check=1")

    assert seen == []


@pytest.mark.parametrize("secret", [SECRET, "another"])
def test_what_is_signed_comes_to_bolt_where_slack_calls_us(
    web: Web, seen: list[BoltRequest], way: str, secret: str
) -> None:
    """Over HTTP, and by the secret of this app alone."""
    body, headers = as_form(command("/whouses", "Terraform"))
    reply = send(
        web,
        "/slack/events",
        body.encode(),
        method="POST",
        headers=headers | signed(body, secret=secret),
    )

    taken = way in BY_HTTP and secret == SECRET
    assert (len(seen), reply.status == 200) == (int(taken), taken)
