"""The doctor names everything that is wrong, each with its fix."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from cryptography.fernet import Fernet

from bot.config import Settings, SlackSettings
from bot.slack import SURFACES
from bot.slack.doctor import Finding, examine
from bot.slack.manifest import scopes
from bot.slack.runtime import Runtime
from bot.state import State, Vault
from bot.store import Store
from tests.postgres import free_port
from tests.slack.local_slack import LocalSlack
from tests.slack.requests import SECRET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from bot.slack.web import Web

ALL = ",".join(scopes(SURFACES))


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A Slack on loopback that has granted everything."""
    with LocalSlack(scopes=ALL) as running:
        running.answers["users.conversations"] = {"ok": True, "channels": [{"id": "C1"}]}
        running.answers["apps.connections.open"] = {"ok": True, "url": "ws://127.0.0.1:9"}
        yield running


@pytest.fixture
def settings(slack: LocalSlack, store: Path) -> Settings:
    """Settings that are right."""
    return Settings(
        db=store,
        slack=SlackSettings(
            bot_token="xoxb-1",  # noqa: S106 - no secret
            signing_secret=SECRET,
            app_token="xapp-1",  # noqa: S106 - no secret
            api_url=slack.api,
        ),
    )


def findings(settings: Settings) -> dict[str, Finding]:
    """What the doctor finds, by subject; each subject once."""
    found = list(examine(settings, SURFACES))
    assert len({finding.subject for finding in found}) == len(found)
    return {finding.subject: finding for finding in found}


def wrong(settings: Settings) -> dict[str, str]:
    """What is wrong: subject -> the whole line."""
    return {name: str(one) for name, one in findings(settings).items() if one.fix is not None}


def test_an_address_that_nobody_told_is_not_checked(settings: Settings) -> None:
    """Over HTTP that is said, since Slack may call in vain; by socket it calls nobody."""
    http = replace(settings, slack=replace(settings.slack, app_token=""))
    back = replace(settings.slack, public_url=f"https://127.0.0.1:{free_port()}")

    assert findings(http)["PLAYHEAD_URL"].said.startswith("not set")
    assert "PLAYHEAD_URL" not in findings(settings)
    assert "PLAYHEAD_URL" not in findings(replace(settings, slack=back))


def test_all_is_well(settings: Settings) -> None:
    """Everything is said, nothing to be mended."""
    found = findings(settings)

    assert [str(one) for one in found.values() if one.fix is not None] == []
    assert str(found["SLACK_BOT_TOKEN"]) == "ok     SLACK_BOT_TOKEN: playhead in Widgets (T1)"
    assert found["scopes"].said == f"all {len(scopes(SURFACES))} granted"
    assert found["channels"].said == "the bot is in 1"
    assert found["store"].said == f"1 episode in {settings.db}"
    assert set(found) == {
        "settings", "SLACK_BOT_TOKEN", "scopes", "channels", "SLACK_APP_TOKEN", "store", "state",
    }  # fmt: skip


def test_nothing_set_is_said_at_once(store: Path) -> None:
    """Store and state are looked at all the same."""
    found = findings(Settings(db=store))

    assert {name for name, one in found.items() if one.fix} == {
        "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET",
    }  # fmt: skip
    assert {"store", "state"} <= set(found)


def test_a_scope_that_is_missing_is_named(settings: Settings, slack: LocalSlack) -> None:
    """With the way to get it."""
    slack.scopes = ALL.replace("chat:write,", "")

    line = wrong(settings)["scopes"]

    assert line.startswith("WRONG  scopes: chat:write missing. Paste the output of `playhead man")


def test_scopes_that_are_not_told_are_no_fault(settings: Settings, slack: LocalSlack) -> None:
    """A proxy may leave the header out."""
    slack.scopes = None

    assert "not checked" in findings(settings)["scopes"].said
    assert wrong(settings) == {}


def test_a_bot_in_no_channel_is_told_how_to_get_there(
    settings: Settings, slack: LocalSlack
) -> None:
    """Direct messages and commands work all the same, so it is no fault."""
    slack.answers["users.conversations"] = {"ok": True, "channels": []}
    assert "/invite @Playhead" in findings(settings)["channels"].said

    slack.answers["users.conversations"] = {"ok": False, "error": "missing_scope"}
    assert "channels" not in findings(settings)


def test_tokens_that_slack_refuses(settings: Settings, slack: LocalSlack) -> None:
    """Both are tried."""
    slack.answers["auth.test"] = {"ok": False, "error": "account_inactive"}
    slack.answers["apps.connections.open"] = {"ok": False, "error": "invalid_auth"}

    assert set(wrong(settings)) == {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}
    assert "(account_inactive)" in wrong(settings)["SLACK_BOT_TOKEN"]


def test_a_slack_out_of_reach(settings: Settings) -> None:
    """Named with its address."""
    away = f"http://127.0.0.1:{free_port()}/api/"
    slack = replace(settings.slack, api_url=away, app_token="")

    assert f"{away} cannot be reached" in wrong(replace(settings, slack=slack))["Slack"]


class Quiet(WSGIRequestHandler):
    """Logs nothing."""

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@contextmanager
def listening(web: Web) -> Iterator[str]:
    """A web application on loopback, and its address."""
    with make_server("127.0.0.1", 0, web, handler_class=Quiet) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("secret", [SECRET, "another"])
def test_the_address_is_asked_what_slack_asks(
    settings: Settings, today: Callable[[], date], secret: str
) -> None:
    """It answers when it is ours and has the same signing secret."""
    serving = replace(settings.slack, app_token="", signing_secret=secret)
    runtime = Runtime.open(replace(settings, slack=serving), today)
    with listening(runtime.web()) as url:
        asking = replace(settings.slack, app_token="", public_url=url)
        found = findings(replace(settings, slack=asking))["PLAYHEAD_URL"]
    runtime.close()

    if secret == SECRET:
        assert (found.said, found.fix) == (f"{url}/slack/events answers", None)
    else:
        assert "(status 401). Start `playhead serve` there with the same" in str(found)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_where_nobody_is(settings: Settings, scheme: str) -> None:
    """Is named with what went wrong."""
    url = f"{scheme}://127.0.0.1:{free_port()}"
    slack = replace(settings.slack, app_token="", public_url=url)

    assert "ConnectionRefusedError" in wrong(replace(settings, slack=slack))["PLAYHEAD_URL"]


@pytest.mark.parametrize(
    ("given", "subject", "said"),
    [
        ({"bot_token": "xoxe.xoxb-1"}, "SLACK_BOT_TOKEN", "expires within twelve hours"),
        ({"public_url": "http://playhead.example"}, "PLAYHEAD_URL", "Slack calls https only"),
        (
            {"bot_token": "", "client_id": "1.2", "client_secret": "s"},
            "PLAYHEAD_URL",
            "Slack does not know where people go",
        ),
    ],
    ids=["a token that expires", "no https", "no way back from an install"],
)
def test_what_works_for_now_only(
    settings: Settings, given: dict[str, str], subject: str, said: str
) -> None:
    """Is wrong, too, before anybody has to find out."""
    slack = replace(settings.slack, **given)  # type: ignore[arg-type]

    assert said in wrong(replace(settings, slack=slack))[subject]


def test_a_store_that_is_missing_empty_or_none(settings: Settings, tmp_path: Path) -> None:
    """Each with its own fix; none is made by looking."""
    missing = tmp_path / "missing.db"
    assert "is missing. Run `playhead load`" in wrong(replace(settings, db=missing))["store"]
    assert not missing.exists()

    Store.open(tmp_path / "empty.db").close()
    assert "no episode" in wrong(replace(settings, db=tmp_path / "empty.db"))["store"]

    (tmp_path / "noise.db").write_bytes(b"no database " * 400)
    found = wrong(replace(settings, db=tmp_path / "noise.db"))
    assert set(found) == {"store", "state"}


def test_a_state_out_of_reach(settings: Settings) -> None:
    """The database is named, its password is not."""
    address = f"postgresql://me:secret@127.0.0.1:{free_port()}/db"
    line = wrong(replace(settings, database_url=address))["state"]

    assert "127.0.0.1" in line
    assert "secret" not in line
    assert "DATABASE_URL" in wrong(replace(settings, database_url="mysql://h/d"))


def many(slack: LocalSlack, *keys: str) -> SlackSettings:
    """Settings of an app for many workspaces."""
    return SlackSettings(
        signing_secret=SECRET,
        client_id="1.2",
        client_secret="s",  # noqa: S106 - no secret
        encryption_keys=keys,
        api_url=slack.api,
    )


def test_installs_that_no_key_opens(settings: Settings, slack: LocalSlack) -> None:
    """A key that was exchanged without keeping the old one."""
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    with State.open(settings.db) as state:
        state.installations(Vault([old])).save("", "T1", {}, 1.0)

    right = findings(replace(settings, slack=many(slack, new, old)))
    assert str(right["installs"]) == "ok     installs: 1 workspace"
    lost = wrong(replace(settings, slack=many(slack, new)))
    assert "1 of 1 installs were encrypted with another key" in lost["PLAYHEAD_ENCRYPTION_KEY"]
    short = wrong(replace(settings, slack=many(slack, "short")))
    assert set(short) == {"PLAYHEAD_ENCRYPTION_KEY", "PLAYHEAD_URL"}
