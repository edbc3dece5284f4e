"""Whether the settings that connect to Slack are complete and fit together.

Pure, so that ``serve`` can stop at the first problem and ``doctor`` can list them all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.errors import ConfigError
from bot.state import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.config import SlackSettings

MAKE_KEY = (
    'Make one with: python3 -c "import base64, os; '
    'print(base64.urlsafe_b64encode(os.urandom(32)).decode())"'
)

_BOT_FIX = "Copy the Bot User OAuth Token from OAuth & Permissions."
_APP_FIX = "Make one under Basic Information, App-Level Tokens, with connections:write."
_TOKEN = re.compile(r"[\w.-]+", re.ASCII)


def check(slack: SlackSettings) -> None:
    """Stop at the first problem.

    Raises:
        ConfigError: A setting is missing, wrong or contradicts another.
    """
    for problem in problems(slack):
        raise problem


def problems(slack: SlackSettings) -> Iterator[ConfigError]:
    """Everything that is wrong with the settings, the most basic first."""
    yield from _workspaces(slack)
    yield from _tokens(slack)
    if not slack.signing_secret and not slack.app_token:
        yield ConfigError(
            "SLACK_SIGNING_SECRET",
            "it is missing, so requests from Slack cannot be told from forged ones",
            "Copy it from Basic Information, App Credentials; or set SLACK_APP_TOKEN for"
            " Socket Mode.",
        )
    if slack.oauth:
        yield from key_problems(slack.encryption_keys)


def _workspaces(slack: SlackSettings) -> Iterator[ConfigError]:
    copy = "Copy it from Basic Information, App Credentials."
    if slack.oauth and slack.bot_token:
        yield ConfigError(
            "SLACK_BOT_TOKEN",
            "it is set together with SLACK_CLIENT_ID or SLACK_CLIENT_SECRET",
            "Keep the token for one workspace, or the other two for many; unset the rest.",
        )
    if slack.oauth and not slack.client_id:
        yield ConfigError("SLACK_CLIENT_ID", "it is missing beside SLACK_CLIENT_SECRET", copy)
    if slack.oauth and not slack.client_secret:
        yield ConfigError("SLACK_CLIENT_SECRET", "it is missing beside SLACK_CLIENT_ID", copy)
    if not slack.oauth and not slack.bot_token:
        yield ConfigError(
            "SLACK_BOT_TOKEN",
            "it is missing",
            "Install the app into your workspace and copy the token from OAuth & Permissions.",
        )


def _tokens(slack: SlackSettings) -> Iterator[ConfigError]:
    for setting, token, what, prefixes, fix in (
        ("SLACK_BOT_TOKEN", slack.bot_token, "bot", ("xoxb-", "xoxe.xoxb-"), _BOT_FIX),
        ("SLACK_APP_TOKEN", slack.app_token, "app-level", ("xapp-",), _APP_FIX),
    ):
        if token and not token.startswith(prefixes):
            said = f"it is no {what} token, which begins with {prefixes[0]}"
            yield ConfigError(setting, said, fix)
        elif token and not _TOKEN.fullmatch(token):
            yield ConfigError(setting, "it has characters that are in no token", fix)


def key_problems(keys: tuple[str, ...]) -> Iterator[ConfigError]:
    """What is wrong with the keys that tokens are encrypted with."""
    if not keys:
        yield ConfigError(
            "PLAYHEAD_ENCRYPTION_KEY",
            "it is missing, and tokens of workspaces are never kept in plain text",
            f"{MAKE_KEY}.",
        )
        return
    try:
        Vault(keys)
    except ValueError:
        yield ConfigError(
            "PLAYHEAD_ENCRYPTION_KEY",
            "it is no key: 32 bytes in URL-safe base64",
            f"{MAKE_KEY}.",
        )
