"""The commands around the Slack app, as they are typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from cryptography.fernet import Fernet

from bot.cli import cli
from bot.state import State, Vault
from tests.cli.conftest import one_post
from tests.slack.local_slack import LocalSlack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import CliRunner


@pytest.fixture
def loaded(runner: CliRunner, posts: Path) -> CliRunner:
    """A runner whose store has the posts."""
    assert runner.invoke(cli, ["load", str(posts)]).exit_code == 0
    return runner


@pytest.mark.parametrize(("form", "read"), [("yaml", yaml.safe_load), ("json", json.loads)])
def test_the_manifest_is_printed_in_either_form(
    loaded: CliRunner, form: str, read: Callable[[str], Any]
) -> None:
    """With the domain of the loaded show; for Socket Mode unless there is an address."""
    done = loaded.invoke(cli, ["manifest", "--format", form])
    made = read(done.stdout)

    assert done.exit_code == 0
    assert made["features"]["unfurl_domains"] == ["widgets.example"]
    assert made["settings"]["socket_mode_enabled"] is True


def test_sites_beyond_what_slack_takes_are_told(loaded: CliRunner, tmp_path: Path) -> None:
    """Beside the manifest, which can be pasted as it is."""
    for letter in "abcde":
        show = one_post(tmp_path / letter) / "show.yml"
        show.write_text(f"id: {letter}\ntitle: {letter}\nsite: https://{letter}.example\n")
        assert loaded.invoke(cli, ["load", str(show.parent)]).exit_code == 0

    done = loaded.invoke(cli, ["manifest"])

    assert "links to 5 sites" in done.stderr
    assert "those to widgets.example get no card" in done.stderr
    assert "widgets.example" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "socket", "request_url"),
    [
        (["--url", "https://x.example/"], {}, False, "https://x.example/slack/events"),
        ([], {"PLAYHEAD_URL": "https://x.example"}, False, "https://x.example/slack/events"),
        (["--socket"], {"PLAYHEAD_URL": "https://x.example"}, True, None),
    ],
)
def test_an_address_means_http(
    loaded: CliRunner,
    arguments: list[str],
    environment: dict[str, str],
    socket: bool,  # noqa: FBT001 - a table's column
    request_url: str | None,
) -> None:
    """Unless Socket Mode is asked for."""
    done = loaded.invoke(cli, ["manifest", "--format", "json", *arguments], env=environment)
    made = json.loads(done.stdout)["settings"]

    assert made["socket_mode_enabled"] is socket
    assert made["event_subscriptions"].get("request_url") == request_url


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--http"], "needs an address: give --url"),
        (["--url", "http://x.example"], "begins with https://"),
    ],
)
def test_a_manifest_that_slack_would_refuse(
    loaded: CliRunner, arguments: list[str], words: str
) -> None:
    """Is not printed."""
    done = loaded.invoke(cli, ["manifest", *arguments])

    assert (done.exit_code, words in done.stderr) == (2, True)


def test_the_doctor_exits_with_one_when_something_is_wrong(loaded: CliRunner) -> None:
    """A line for each finding."""
    done = loaded.invoke(cli, ["doctor"])

    assert done.exit_code == 1
    assert [line.split(":")[0].split() for line in done.stdout.splitlines()] == [
        ["WRONG", "SLACK_BOT_TOKEN"],
        ["WRONG", "SLACK_SIGNING_SECRET"],
        ["ok", "store"],
        ["ok", "state"],
    ]


def test_what_is_wrong_is_red_where_colours_are_welcome(loaded: CliRunner) -> None:
    """What is right has no colour, and ``NO_COLOR`` holds."""
    red = "\x1b[31m"
    lines = loaded.invoke(cli, ["doctor"], color=True).stdout.splitlines()
    plain = loaded.invoke(cli, ["doctor"], color=True, env={"NO_COLOR": "1"}).stdout

    assert [line.startswith(red) for line in lines] == ["WRONG" in line for line in lines]
    assert red in "".join(lines)
    assert "\x1b" not in plain


def test_the_doctor_exits_with_nought_when_all_is_well(loaded: CliRunner) -> None:
    """So that a deployment may ask it."""
    from bot.slack import SURFACES
    from bot.slack.manifest import scopes

    with LocalSlack(scopes=",".join(scopes(SURFACES))) as slack:
        done = loaded.invoke(
            cli,
            ["doctor"],
            env={
                "SLACK_BOT_TOKEN": "xoxb-1",
                "SLACK_SIGNING_SECRET": "s",
                "SLACK_API_URL": slack.api,
            },
        )

    assert (done.exit_code, "WRONG" in done.stdout) == (0, False)


def test_a_workspace_is_forgotten(loaded: CliRunner, tmp_path: Path) -> None:
    """All of it, once, and no other."""
    with State.open(tmp_path / "cli.db") as state:
        for team in ("T1", "T2"):
            state.set_channel_mode(team, "C1", "off", "U1", 1.0)
            state.installations(Vault([Fernet.generate_key().decode()])).save("", team, {}, 1.0)

    first, second = (loaded.invoke(cli, ["forget", "--team", "T1"]) for _ in range(2))

    assert [first.stdout, second.stdout] == ["2 rows removed.\n", "0 rows removed.\n"]
    with State.open(tmp_path / "cli.db") as state:
        assert state.channel_mode("T2", "C1") == "off"


def test_forgetting_makes_no_store(runner: CliRunner, tmp_path: Path) -> None:
    """A file without episodes would be taken for a store by the next command."""
    done = runner.invoke(cli, ["forget", "--team", "T1"])

    assert (done.exit_code, done.stdout) == (0, "0 rows removed.\n")
    assert not (tmp_path / "cli.db").exists()


def test_serving_takes_credentials_out_of_the_environment(
    loaded: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read by then; no library and no child process finds them there."""
    import os

    monkeypatch.setenv("SLACK_CLIENT_ID", "")
    with LocalSlack({"auth.test": {"ok": False, "error": "invalid_auth"}}) as slack:
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
        monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
        monkeypatch.setenv("SLACK_API_URL", slack.api)
        done = loaded.invoke(cli, ["serve"])

    assert (done.exit_code, "invalid_auth" in done.stderr) == (2, True)
    assert [name for name in os.environ if name.startswith("SLACK_")] == []
