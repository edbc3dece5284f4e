"""An install into a Slack that we did not write, by the whole command over the network."""

from __future__ import annotations

import re
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
from cryptography.fernet import Fernet
from slack_sdk import WebClient

from tests.slack.requests import as_json, event, signed
from tests.slack.serving import environment, serving, wait
from tests.slack.surfaces.peering import MARKS, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [*MARKS, pytest.mark.slow]


@pytest.fixture
def emulator() -> Iterator[dict[str, str]]:
    """Settings of a running emulator of our own."""
    with running() as settings:
        yield settings


def allowed(address: str) -> str:
    """What the person's browser is sent back with after the first user there has agreed."""
    url = urlsplit(address)
    connection = HTTPConnection(url.netloc)
    connection.request("GET", f"{url.path}?{url.query}")
    page = connection.getresponse().read().decode()
    (form, *_) = page.split("</form>")
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    connection.request(
        "POST",
        "/oauth/v2/authorize/callback",
        urlencode(fields),
        {"Content-Type": "application/x-www-form-urlencoded"},
    )
    back = connection.getresponse().getheader("Location") or ""
    connection.close()
    return urlsplit(back).query


def test_an_install_answers_at_once_and_leaves_nothing(
    emulator: dict[str, str], store: Path, tmp_path: Path
) -> None:
    """From the install page to the first answer, to the removal of the app."""
    secret = emulator["PEER_SIGNING_SECRET"]
    given = environment(
        store,
        emulator["PEER_API"],
        SLACK_BOT_TOKEN="",
        SLACK_SIGNING_SECRET=secret,
        SLACK_CLIENT_ID="11111.22222",
        SLACK_CLIENT_SECRET="peer-client-secret",  # noqa: S106 - the emulator's
        PLAYHEAD_ENCRYPTION_KEY=Fernet.generate_key().decode(),
        # The only address that the emulator knows for this app; we answer elsewhere.
        PLAYHEAD_URL="http://127.0.0.1:3000",
    )
    alice = WebClient(token="xoxp-peer-alice", base_url=emulator["PEER_API"])  # noqa: S106 - the emulator's
    channel = alice.conversations_list()["channels"][0]["id"]
    team = alice.auth_test()["team_id"]

    with serving(given, tmp_path) as served:
        page = served.ask("/slack/install")
        link = re.search(r'href="(http[^"]+authorize[^"]+)"', page.body)
        assert link
        back = allowed(link.group(1).replace("&amp;", "&"))
        cookie = page.headers["set-cookie"].partition(";")[0]
        done = served.ask(f"/slack/oauth_redirect?{back}", headers={"Cookie": cookie})

        posted = alice.chat_postMessage(channel=channel, text="<@U0PEERBOT1> who uses Terraform?")
        mention = event(
            "app_mention",
            team=team,
            channel=channel,
            ts=posted["ts"],
            user="U000000001",
            text="<@U0PEERBOT1> who uses Terraform?",
        )
        body, headers = as_json(mention)
        taken = served.ask("/slack/events", body, headers | signed(body, secret=secret))
        wait(
            lambda: (
                len(alice.conversations_replies(channel=channel, ts=posted["ts"])["messages"]) > 1
            )
        )
        thread = alice.conversations_replies(channel=channel, ts=posted["ts"])["messages"]

        body, headers = as_json(event("app_uninstalled", team=team, ident="Ev2"))
        served.ask("/slack/events", body, headers | signed(body, secret=secret))
        assert served.stop() == 0

    assert (done.status, "Playhead is installed" in done.body) == (200, True)
    assert taken.status == 200
    assert "Acme" in thread[1]["text"]
    forgotten = [line for line in served.logged() if line["message"] == "forgotten"]
    assert [line["team"] for line in forgotten] == [team]
    assert forgotten[0]["rows"] >= 1
