"""Settings come from a mapping, and a wrong one says what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.config import BUNDLED_SEEDS, SETTINGS, Settings, SlackSettings
from bot.errors import ConfigError


def test_nothing_set_means_the_defaults() -> None:
    """The bundled seeds and a store in the working folder."""
    assert Settings.read({}) == Settings(Path("db/playhead.db"), BUNDLED_SEEDS)
    assert (BUNDLED_SEEDS.parent / "bot").is_dir()


def test_every_setting_is_read() -> None:
    """One value for each."""
    environment = {
        "PLAYHEAD_DB": "~/x.db",
        "PLAYHEAD_SEEDS": "/shows/mine",
        "PLAYHEAD_TODAY": "2021-03-04",
        "PLAYHEAD_MODEL": "/models/mini",
        "NO_COLOR": "1",
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_SIGNING_SECRET": "signing",
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_CLIENT_ID": "1.2",
        "SLACK_CLIENT_SECRET": "client",
        "PLAYHEAD_ENCRYPTION_KEY": "new, old,",
        "SLACK_API_URL": "http://127.0.0.1:4003/api",
        "DATABASE_URL": "postgresql://me:pw@db/playhead",
        "PLAYHEAD_ANSWERS_KEPT": "0",
        "PLAYHEAD_URL": "https://playhead.example/",
        "PLAYHEAD_HOST": "127.0.0.1",
        "PORT": "8080",
        "PLAYHEAD_CLOCK": "Off",
        "PLAYHEAD_CATCH_UP": "1.5",
        "PLAYHEAD_LOG_LEVEL": "DEBUG",
    }

    assert Settings.read(environment) == Settings(
        Path.home() / "x.db",
        Path("/shows/mine"),
        date(2021, 3, 4),
        color=False,
        model=Path("/models/mini"),
        database_url="postgresql://me:pw@db/playhead",
        answers_kept=0,
        clock=False,
        catch_up=5_400.0,
        slack=SlackSettings(
            bot_token="xoxb-1",  # noqa: S106 - no secret
            signing_secret="signing",  # noqa: S106 - no secret
            app_token="xapp-1",  # noqa: S106 - no secret
            client_id="1.2",
            client_secret="client",  # noqa: S106 - no secret
            encryption_keys=("new", "old"),
            api_url="http://127.0.0.1:4003/api/",
            public_url="https://playhead.example",
            host="127.0.0.1",
            port=8080,
            log_level="debug",
        ),
    )
    assert sorted(environment) == sorted(setting.name for setting in SETTINGS)


def test_blank_counts_as_unset() -> None:
    """A line such as ``NO_COLOR=`` in .env changes nothing."""
    assert Settings.read({setting.name: " " for setting in SETTINGS}) == Settings.read({})


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PLAYHEAD_TODAY", "yesterday", "not a date: 'yesterday'"),
        ("PLAYHEAD_DB", "a\0b", "NUL"),
        ("PLAYHEAD_SEEDS", "~nobody-of-this-name/x", "no such home folder"),
        ("SLACK_API_URL", "slack.com/api", "not an address: 'slack.com/api'"),
        ("PLAYHEAD_URL", "ftp://x", "not an address: 'ftp://x'"),
        ("PLAYHEAD_URL", "https://[x", r"not an address: 'https://\[x'"),
        ("PLAYHEAD_ANSWERS_KEPT", "many", "not a number: 'many'"),
        ("PLAYHEAD_ANSWERS_KEPT", "-1", "not a number: '-1'"),
        ("PLAYHEAD_ANSWERS_KEPT", "10000000", "not a number: '10000000'"),
        ("PORT", "http", "not a port: 'http'"),
        ("PORT", "0", "not a port: '0'"),
        ("PORT", "65536", "not a port: '65536'"),
        ("PORT", "²", "not a port: '²'"),
        ("PLAYHEAD_LOG_LEVEL", "loud", "no such level: 'loud'"),
        ("PLAYHEAD_CLOCK", "maybe", "neither on nor off: 'maybe'"),
        ("PLAYHEAD_CATCH_UP", "soon", "not a number of hours: 'soon'"),
        ("PLAYHEAD_CATCH_UP", "0.2", "not a number of hours: '0.2'"),
        ("PLAYHEAD_CATCH_UP", "168.5", "not a number of hours: '168.5'"),
        ("PLAYHEAD_CATCH_UP", "nan", "not a number of hours: 'nan'"),
    ],
)
def test_a_wrong_value_names_setting_and_fix(name: str, value: str, reason: str) -> None:
    """The person reads what is wrong and how to mend it."""
    with pytest.raises(ConfigError, match=reason) as caught:
        Settings.read({name: value})

    assert caught.value.setting == name
    assert caught.value.fix.endswith(".")


def test_secrets_are_not_shown() -> None:
    """Settings may end up in a traceback or a debugger."""
    secrets = {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_SIGNING_SECRET": "signing",
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_CLIENT_SECRET": "client-1",
        "PLAYHEAD_ENCRYPTION_KEY": "fernet",
        "DATABASE_URL": "postgresql://me:pw@db/playhead",
    }
    shown = repr(Settings.read(secrets))

    assert [value for value in secrets.values() if value in shown] == []


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ((), False),
        (("SLACK_API_URL", "PORT", "PLAYHEAD_URL", "DATABASE_URL"), False),
        (("SLACK_BOT_TOKEN",), True),
        (("SLACK_APP_TOKEN",), True),
        (("SLACK_SIGNING_SECRET",), True),
        (("SLACK_CLIENT_ID",), True),
        (("SLACK_CLIENT_SECRET",), True),
    ],
)
def test_any_credential_means_slack(names: tuple[str, ...], wanted: bool) -> None:  # noqa: FBT001 - a table's column
    """Without one ``serve`` opens the playground."""
    values = {"PORT": "80", "SLACK_API_URL": "http://x", "PLAYHEAD_URL": "https://x"}

    assert Settings.read({name: values.get(name, "x") for name in names}).slack.wanted is wanted


def test_the_state_lies_with_the_catalogue_unless_told_otherwise() -> None:
    """One file, or PostgreSQL."""
    assert Settings.read({"PLAYHEAD_DB": "x.db"}).state == Path("x.db")
    assert Settings.read({"DATABASE_URL": "postgresql://h/d"}).state == "postgresql://h/d"
