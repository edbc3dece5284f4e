"""A setting that is missing, wrong or at odds with another is named with its fix."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet

from bot.config import SlackSettings
from bot.errors import ConfigError
from bot.slack.credentials import check, problems

KEY = Fernet.generate_key().decode()
ONE = {"bot_token": "xoxb-1", "signing_secret": "s"}
MANY = {"client_id": "1.2", "client_secret": "c", "signing_secret": "s", "encryption_keys": (KEY,)}


@pytest.mark.parametrize(
    "given",
    [
        ONE,
        MANY,
        {"bot_token": "xoxb-1", "app_token": "xapp-1"},
        {"bot_token": "xoxe.xoxb-1", "app_token": "xapp-1", "signing_secret": "s"},
        MANY | {"app_token": "xapp-1", "signing_secret": ""},
    ],
    ids=["one workspace", "many", "socket", "socket and secret", "socket and many"],
)
def test_what_is_enough(given: dict[str, str]) -> None:
    """Nothing is asked for that is not needed."""
    check(SlackSettings(**given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "settings"),
    [
        ({"signing_secret": "s"}, ["SLACK_BOT_TOKEN"]),
        ({"app_token": "xapp-1"}, ["SLACK_BOT_TOKEN"]),
        ({"bot_token": "xoxb-1"}, ["SLACK_SIGNING_SECRET"]),
        (ONE | {"bot_token": "xapp-1"}, ["SLACK_BOT_TOKEN"]),
        (ONE | {"app_token": "xoxb-1"}, ["SLACK_APP_TOKEN"]),
        (ONE | {"bot_token": "xoxb-…"}, ["SLACK_BOT_TOKEN"]),
        (ONE | {"app_token": "xapp-1 2"}, ["SLACK_APP_TOKEN"]),
        (MANY | {"client_id": ""}, ["SLACK_CLIENT_ID"]),
        (MANY | {"client_secret": ""}, ["SLACK_CLIENT_SECRET"]),
        (MANY | {"bot_token": "xoxb-1"}, ["SLACK_BOT_TOKEN"]),
        (MANY | {"encryption_keys": ()}, ["PLAYHEAD_ENCRYPTION_KEY"]),
        (MANY | {"encryption_keys": (KEY, "short")}, ["PLAYHEAD_ENCRYPTION_KEY"]),
        (
            {"client_id": "1.2"},
            ["SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET", "PLAYHEAD_ENCRYPTION_KEY"],
        ),
    ],
)
def test_what_is_wrong_is_named(given: dict[str, str], settings: list[str]) -> None:
    """Every problem once, and the first one stops."""
    slack = SlackSettings(**given)  # type: ignore[arg-type]

    found = list(problems(slack))

    assert [problem.setting for problem in found] == settings
    assert [problem for problem in found if not problem.fix.endswith(".")] == []
    assert "\n" not in "".join(map(str, found))
    with pytest.raises(ConfigError) as caught:
        check(slack)
    assert caught.value.setting == settings[0]


def test_the_way_to_make_a_key_works() -> None:
    """The command in the fix, run as it stands."""
    import re
    import subprocess

    (problem,) = problems(SlackSettings(**MANY | {"encryption_keys": ()}))  # type: ignore[arg-type]
    command = re.search(r"python3 -c \"(.+)\"", problem.fix)
    assert command
    done = subprocess.run(
        ["python3", "-c", command.group(1)], capture_output=True, text=True, check=True
    )

    check(SlackSettings(**MANY | {"encryption_keys": (done.stdout.strip(),)}))  # type: ignore[arg-type]
