"""Any workspace may install; its token is kept sealed, renewed, and deleted when it leaves."""

from __future__ import annotations

import logging
import re
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.fernet import Fernet
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot

from bot.config import Settings, SlackSettings
from bot.slack.oauth import CACHED_TOKENS, Rotator, Workspaces, _Results
from bot.state import State, Vault
from tests.slack.local_slack import INSTALLED, LocalSlack
from tests.slack.requests import SECRET, Reply, as_form, as_json, command, event, send

if TYPE_CHECKING:
    from pathlib import Path

    from bot.slack.runtime import Runtime
    from bot.slack.web import Web
    from bot.state import Installations

KEY = Fernet.generate_key().decode()


@pytest.fixture
def settings(slack: LocalSlack, store: Path) -> Settings:
    """Settings of an app for many workspaces."""
    return Settings(
        db=store,
        slack=SlackSettings(
            signing_secret=SECRET,
            client_id="1.2",
            client_secret="a-client-secret",  # noqa: S106 - no secret
            encryption_keys=(KEY,),
            api_url=slack.api,
        ),
    )


@pytest.fixture
def installations(runtime: Runtime) -> Installations:
    """What is kept of workspaces."""
    return runtime.state.installations(Vault([KEY]))


def begin(web: Web) -> tuple[str, str]:
    """Open the install page: where its button leads, and the browser's cookie."""
    page = send(web, "/slack/install")
    assert page.status == 200
    link = re.search(r'href="(http[^"]+)"', page.body)
    assert link
    return unescape(link.group(1)), page.headers["set-cookie"].partition(";")[0]


def finish(web: Web, state: str, cookie: str, **query: str) -> Reply:
    """Come back from Slack."""
    said = "&".join(f"{name}={value}" for name, value in {"state": state, **query}.items())
    return send(web, "/slack/oauth_redirect", query=said, headers={"Cookie": cookie})


def install(web: Web) -> Reply:
    """Walk through an install."""
    address, cookie = begin(web)
    (state,) = parse_qs(urlsplit(address).query)["state"]
    return finish(web, state, cookie, code="a-code")


def test_the_install_page_leads_to_slack(slack: LocalSlack, runtime: Runtime) -> None:
    """With our id, the scopes that the surfaces need, and a state; to where SLACK_API_URL says."""
    address, cookie = begin(runtime.web())
    query = parse_qs(urlsplit(address).query)

    assert address.startswith(f"{slack.site}/oauth/v2/authorize?")
    assert query["client_id"] == ["1.2"]
    assert {"app_mentions:read", "chat:write", "commands"} <= set(query["scope"][0].split(","))
    assert cookie == f"slack-app-oauth-state={query['state'][0]}"


def test_an_install_keeps_the_bot_and_nothing_of_the_person(
    slack: LocalSlack, runtime: Runtime, installations: Installations
) -> None:
    """And ends on a page that says what to do next."""
    page = install(runtime.web())
    kept = installations.find("", "T1")

    assert (page.status, "Playhead is installed" in page.body) == (200, True)
    assert kept is not None
    assert (kept["bot_token"], kept["bot_id"]) == ("xoxb-installed", "B0BOT")
    assert "xoxp" not in str(kept)
    (call,) = slack.called("oauth.v2.access")
    assert (call.arguments["code"], call.arguments.get("redirect_uri")) == ("a-code", None)


def test_the_tokens_lie_sealed_in_the_file(
    runtime: Runtime, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the file nor the log has them in plain text."""
    caplog.set_level(logging.INFO)
    install(runtime.web())
    runtime.close()
    files = settings.db.parent.glob(f"{settings.db.name}*")

    assert not any(b"xoxb-installed" in path.read_bytes() for path in files)
    assert "xoxb" not in caplog.text


def test_an_installed_workspace_is_answered_with_its_own_token(
    slack: LocalSlack, runtime: Runtime
) -> None:
    """And asked for at Slack once, not with each request."""
    web = runtime.web()
    install(web)
    for _ in range(2):
        body, headers = as_form(command("/whouses", "Terraform"))
        reply = send(web, "/slack/events", body.encode(), method="POST", headers=headers)
        assert (reply.status, "Acme" in reply.body) == (200, True)

    assert [call.token for call in slack.called("auth.test")] == ["xoxb-installed"] * 2


def test_a_workspace_that_never_installed_gets_nothing(runtime: Runtime) -> None:
    """Its requests are signed, but there is nobody to answer as."""
    body, headers = as_form(command("/whouses", "Terraform", team="T9"))
    reply = send(runtime.web(), "/slack/events", body.encode(), method="POST", headers=headers)

    assert "Acme" not in reply.body


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"state": "made-up"}, 400, "the browser it was begun in"),
        ({"cookie": "other=1"}, 400, "the browser it was begun in"),
        ({"error": "access_denied"}, 200, "was cancelled"),
        ({"error": "<script>"}, 200, "Slack says: &lt;script&gt;."),
        ({"code": None}, 401, "missing_code"),
    ],
)
def test_an_install_that_is_not_ours_ends_there(
    runtime: Runtime,
    installations: Installations,
    change: dict[str, str | None],
    status: int,
    words: str,
) -> None:
    """Whatever a stranger sends, nothing is stored."""
    address, cookie = begin(runtime.web())
    (state,) = parse_qs(urlsplit(address).query)["state"]
    sent = {"state": state, "cookie": cookie, "code": "a-code"} | change
    page = finish(runtime.web(), **{name: value for name, value in sent.items() if value})

    assert (page.status, words in page.body) == (status, True)
    assert installations.count() == (0, 0)


def test_a_state_is_good_once_and_not_for_long(
    slack: LocalSlack, runtime: Runtime, installations: Installations
) -> None:
    """Coming back a second time installs nothing."""
    address, cookie = begin(runtime.web())
    (state,) = parse_qs(urlsplit(address).query)["state"]
    first, second = (finish(runtime.web(), state, cookie, code="c") for _ in range(2))
    installations.begin("old", time.time() - 1)
    late = finish(runtime.web(), "old", "slack-app-oauth-state=old", code="c")

    assert [first.status, second.status, late.status] == [200, 401, 401]
    assert "took too long, or was finished before" in second.body
    assert len(slack.called("oauth.v2.access")) == 1


@pytest.mark.parametrize("answer", [{"ok": False, "error": "invalid_code"}, 503])
def test_a_code_that_slack_refuses_installs_nothing(
    slack: LocalSlack,
    runtime: Runtime,
    caplog: pytest.LogCaptureFixture,
    answer: dict[str, object] | int,
) -> None:
    """Nor does one that Slack gives no answer for; the person may try again."""
    slack.answers["oauth.v2.access"] = answer
    page = install(runtime.web())

    assert (page.status, "Try again" in page.body) == (401, True)
    assert "a-client-secret" not in caplog.text


def test_a_store_that_fails_is_an_apology(runtime: Runtime) -> None:
    """Not a broken page."""
    address, cookie = begin(runtime.web())
    (state,) = parse_qs(urlsplit(address).query)["state"]
    with sqlite3.connect(runtime.settings.db) as file:
        file.execute("DROP TABLE state_installations")
    file.close()
    page = finish(runtime.web(), state, cookie, code="a-code")

    assert (page.status, "could not be stored" in page.body) == (500, True)


@pytest.mark.parametrize(
    "payload",
    [
        event("app_uninstalled"),
        event("tokens_revoked", tokens={"oauth": [], "bot": ["U0BOT"]}),
    ],
    ids=["uninstalled", "revoked"],
)
def test_leaving_deletes_everything(
    runtime: Runtime, installations: Installations, payload: dict[str, object]
) -> None:
    """The token, and whatever was kept of the workspace."""
    web = runtime.web()
    install(web)
    runtime.state.remember_thread("T1", "C1", "1.0", "who?", time.time())
    body, headers = as_json(payload)
    reply = send(web, "/slack/events", body.encode(), method="POST", headers=headers)

    assert reply.status == 200
    assert installations.count() == (0, 0)
    assert runtime.state.thread_question("T1", "C1", "1.0") is None


def test_a_person_who_leaves_takes_nothing_along(
    runtime: Runtime, installations: Installations
) -> None:
    """Only the bot's token is the workspace's."""
    web = runtime.web()
    install(web)
    body, headers = as_json(event("tokens_revoked", tokens={"oauth": ["U1"]}))
    reply = send(web, "/slack/events", body.encode(), method="POST", headers=headers)

    assert (reply.status, installations.count()) == (200, (1, 0))


def test_an_organisation_takes_its_workspaces_along(
    slack: LocalSlack, runtime: Runtime, installations: Installations
) -> None:
    """An app may be installed into all of them at once."""
    slack.answers["oauth.v2.access"] = INSTALLED | {
        "team": None,
        "enterprise": {"id": "E1", "name": "Org"},
        "is_enterprise_install": True,
    }
    web = runtime.web()
    install(web)
    everywhere = [{"enterprise_id": "E1", "team_id": "T7", "is_enterprise_install": True}]
    asked = as_form(
        command("/whouses", "Terraform", team="T7")
        | {"enterprise_id": "E1", "is_enterprise_install": "true"}
    )
    reply = send(web, "/slack/events", asked[0].encode(), method="POST", headers=asked[1])
    runtime.state.set_channel_mode("T7", "C1", "off", "U1", 1.0)
    left = event("app_uninstalled", team="T7") | {
        "enterprise_id": "E1",
        "is_enterprise_install": True,
        "authorizations": everywhere,
    }
    body, headers = as_json(left)
    send(web, "/slack/events", body.encode(), method="POST", headers=headers)

    assert "Acme" in reply.body
    assert installations.count() == (0, 0)
    assert runtime.state.channel_mode("T7", "C1") == "mention"


def test_an_organisation_that_comes_back_may_leave_again(
    slack: LocalSlack, runtime: Runtime
) -> None:
    """Which workspaces are its own is learned anew."""
    organisation = {"enterprise_id": "E1", "is_enterprise_install": True}
    slack.answers["oauth.v2.access"] = INSTALLED | {
        "team": None,
        "enterprise": {"id": "E1", "name": "Org"},
        "is_enterprise_install": True,
    }
    everywhere = [{"enterprise_id": "E1", "team_id": "T7", "is_enterprise_install": True}]
    left = event("app_uninstalled", team="T7") | organisation | {"authorizations": everywhere}
    web = runtime.web()
    for _ in range(2):
        install(web)
        asked = command("/whouses", "Terraform", team="T7") | {"enterprise_id": "E1"}
        body, headers = as_form(asked | {"is_enterprise_install": "true"})
        send(web, "/slack/events", body.encode(), method="POST", headers=headers)
        runtime.state.set_channel_mode("T7", "C1", "off", "U1", 1.0)
        body, headers = as_json(left)
        send(web, "/slack/events", body.encode(), method="POST", headers=headers)

        assert runtime.state.channel_mode("T7", "C1") == "mention"


def renewed(number: int) -> dict[str, object]:
    """What Slack answers when a token is exchanged."""
    return {
        "ok": True,
        "token_type": "bot",
        "access_token": f"xoxe.xoxb-{number}",
        "refresh_token": f"xoxe-{number}",
        "expires_in": 43_200,
    }


def test_an_expiring_token_is_renewed(slack: LocalSlack, runtime: Runtime) -> None:
    """Before it expires, at the address of SLACK_API_URL, and kept."""
    web = runtime.web()
    slack.answers["oauth.v2.access"] = INSTALLED | {"refresh_token": "xoxe-1", "expires_in": 60}
    install(web)
    slack.answers["oauth.v2.access"] = renewed(2)
    for _ in range(2):
        body, headers = as_form(command("/whouses", "Terraform"))
        send(web, "/slack/events", body.encode(), method="POST", headers=headers)

    exchanged = slack.called("oauth.v2.access")[1:]
    assert [call.arguments["refresh_token"] for call in exchanged] == ["xoxe-1"]
    assert slack.called("auth.test")[-1].token == "xoxe.xoxb-2"  # noqa: S105 - no secret


def rotator(slack: LocalSlack, state: State) -> tuple[Rotator, Workspaces, Bot]:
    """A rotator over a workspace whose token is about to expire."""
    workspaces = Workspaces(state.installations(Vault([KEY])), time.time)
    bot = Bot(
        team_id="T1", bot_token="xoxe.xoxb-1", bot_id="B", bot_user_id="U",  # noqa: S106 - no secret
        bot_refresh_token="xoxe-1", bot_token_expires_at=1, installed_at=1.0,  # noqa: S106 - no secret
    )  # fmt: skip
    workspaces.save_bot(bot)
    made = Rotator(
        SlackSettings(client_id="1.2", client_secret="s"),  # noqa: S106 - no secret
        WebClient(base_url=slack.api),
        workspaces,
    )
    return made, workspaces, bot


def test_threads_renew_a_token_once(slack: LocalSlack, tmp_path: Path) -> None:
    """A refresh token is good for one exchange."""
    slack.answers["oauth.v2.access"] = renewed(2)
    with State.open(tmp_path / "state.db") as state:
        made, _, bot = rotator(slack, state)

        def renew(_: int) -> str:
            fresh = made.perform_bot_token_rotation(bot=bot)
            assert fresh is not None
            return fresh.bot_token

        with ThreadPoolExecutor(6) as pool:
            assert set(pool.map(renew, range(6))) == {"xoxe.xoxb-2"}

    assert len(slack.called("oauth.v2.access")) == 1


def test_a_token_that_another_process_renewed_is_taken(slack: LocalSlack, tmp_path: Path) -> None:
    """Slack refuses the second exchange, and the store has the first one's token by then."""
    slack.answers["oauth.v2.access"] = {"ok": False, "error": "invalid_refresh_token"}
    with State.open(tmp_path / "state.db") as state:
        made, workspaces, bot = rotator(slack, state)
        with pytest.raises(SlackTokenRotationError):
            made.perform_bot_token_rotation(bot=bot)

        class Late(Workspaces):
            """Finds the other's token only when it looks again."""

            looked = 0

            def find_bot(self, **which: Any) -> Bot | None:
                self.looked += 1
                if self.looked == 2:
                    workspaces.save_bot(Bot(**vars(bot) | {"bot_token": "xoxe.xoxb-2"}))
                return workspaces.find_bot(**which)

        made._workspaces = Late(state.installations(Vault([KEY])), time.time)
        fresh = made.perform_bot_token_rotation(bot=bot)

    assert fresh is not None
    assert fresh.bot_token == "xoxe.xoxb-2"  # noqa: S105 - no secret


def test_known_tokens_are_bounded() -> None:
    """Renewal makes new ones for as long as the process runs."""
    results = _Results()
    for number in range(CACHED_TOKENS + 1):
        results[str(number)] = AuthorizeResult(enterprise_id=None, team_id="T1")

    assert list(results) == [str(CACHED_TOKENS)]
