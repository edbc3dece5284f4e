"""What keeps the Slack app from answering: one check after another, each with its fix."""

from __future__ import annotations

import json
import secrets
import time
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier

from bot.addresses import THIS_MACHINE
from bot.errors import ConfigError, PlayheadError, StoreError
from bot.questions.base import counted
from bot.slack.client import UNREACHABLE, accepted, connectable, web_client
from bot.slack.credentials import key_problems, problems
from bot.slack.manifest import scopes
from bot.slack.web import EVENTS_PATH
from bot.state import State, Vault
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from slack_sdk import WebClient
    from slack_sdk.web import SlackResponse

    from bot.config import Settings, SlackSettings

TIMEOUT_S = 10
_NOT_LOOKED = "not set, so whether Slack reaches the app was not checked"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found.

    Attributes:
        subject: What was looked at.
        said: What it is like.
        fix: What to do about it; ``None`` when all is well.
    """

    subject: str
    said: str
    fix: str | None = None

    def __str__(self) -> str:
        """One line, as a terminal shows it."""
        if self.fix is None:
            return f"ok     {self.subject}: {self.said}"
        return f"WRONG  {self.subject}: {self.said}. {self.fix}"


def examine(settings: Settings, surfaces: Sequence[ModuleType]) -> Iterator[Finding]:
    """Check everything; one thing that is wrong keeps no other from being checked."""
    slack = settings.slack
    found = [_wrong(problem) for problem in problems(slack)]
    found += _short_lived(slack)
    yield from found or [Finding("settings", "complete")]
    broken = {finding.subject for finding in found}
    client = web_client(slack)
    if slack.bot_token and "SLACK_BOT_TOKEN" not in broken:
        yield from _bot(client, slack, scopes(surfaces))
    if slack.app_token and "SLACK_APP_TOKEN" not in broken:
        yield from _socket(client, slack)
    # By socket we call Slack, and nothing of it comes to any address.
    if slack.signing_secret and not slack.app_token and "PLAYHEAD_URL" not in broken:
        yield _events(slack) if slack.public_url else Finding("PLAYHEAD_URL", _NOT_LOOKED)
    yield _store(settings)
    yield from _state(settings)


def _wrong(error: PlayheadError) -> Finding:
    if isinstance(error, ConfigError):
        return Finding(error.setting, error.reason, error.fix)
    said, _, fix = str(error).partition(". ")
    return Finding("Slack", said, fix)


def _short_lived(slack: SlackSettings) -> Iterator[Finding]:
    """What works for now and fails later, or fails those who come later."""
    if slack.bot_token.startswith("xoxe."):
        yield Finding(
            "SLACK_BOT_TOKEN",
            "it expires within twelve hours, because the app has token rotation",
            "Make an app without it; or let the workspace install the app by OAuth, with"
            " SLACK_CLIENT_ID, which renews tokens.",
        )
    if slack.oauth and not slack.public_url:
        yield Finding(
            "PLAYHEAD_URL",
            "it is missing, so Slack does not know where people go after they agreed to an install",
            "Set it, and paste what `playhead manifest` prints then under App Manifest.",
        )
    url = urlsplit(slack.public_url)
    if url.scheme == "http" and url.hostname not in THIS_MACHINE:
        yield Finding(
            "PLAYHEAD_URL",
            "it begins with http://, and Slack calls https only",
            "Put the app behind something that speaks https, and write that address.",
        )


def _bot(client: WebClient, slack: SlackSettings, needed: list[str]) -> Iterator[Finding]:
    try:
        me = accepted(client, slack)
    except PlayheadError as error:
        yield _wrong(error)
        return
    yield Finding("SLACK_BOT_TOKEN", f"{me.get('user')} in {me.get('team')} ({me.get('team_id')})")
    yield _scopes(me, needed)
    invited = _invited(client)
    if invited is not None:
        yield invited


def _scopes(me: SlackResponse, needed: list[str]) -> Finding:
    headers = {name.lower(): value for name, value in me.headers.items()}
    if "x-oauth-scopes" not in headers:
        return Finding("scopes", "not checked, the Web API does not tell them")
    granted = {scope.strip() for scope in str(headers["x-oauth-scopes"]).split(",")}
    missing = [scope for scope in needed if scope not in granted]
    if missing:
        return Finding(
            "scopes",
            f"{', '.join(missing)} missing",
            "Paste the output of `playhead manifest` under App Manifest and install the app again.",
        )
    return Finding("scopes", f"all {len(needed)} granted")


def _invited(client: WebClient) -> Finding | None:
    """How many channels the bot is in; ``None`` where it may not be asked."""
    try:
        answer = client.users_conversations(types="public_channel,private_channel", limit=200)
    except (SlackApiError, *UNREACHABLE):
        return None
    channels = answer.get("channels") or []
    if not channels:
        return Finding("channels", "the bot is in none; invite it with /invite @Playhead")
    return Finding("channels", f"the bot is in {len(channels)}")


def _socket(client: WebClient, slack: SlackSettings) -> Iterator[Finding]:
    try:
        connectable(client, slack)
    except PlayheadError as error:
        yield _wrong(error)
        return
    yield Finding("SLACK_APP_TOKEN", "Socket Mode may connect")


def _events(slack: SlackSettings) -> Finding:
    """Ask our own address what Slack asks it: to repeat a challenge that is signed."""
    address = f"{slack.public_url}{EVENTS_PATH}"
    challenge = secrets.token_hex(8)
    body = json.dumps({"type": "url_verification", "token": "", "challenge": challenge})
    said = _posted(address, body, slack.signing_secret)
    if challenge in said:
        return Finding("PLAYHEAD_URL", f"{address} answers")
    return Finding(
        "PLAYHEAD_URL",
        f"{address} does not answer as Playhead does ({said[:80]})",
        "Start `playhead serve` there with the same SLACK_SIGNING_SECRET, and check the address.",
    )


def _posted(address: str, body: str, secret: str) -> str:
    """The response to a signed request, or what went wrong."""
    stamp = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature or "",
    }
    url = urlsplit(address)
    kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
    try:
        with closing(kind(url.netloc, timeout=TIMEOUT_S)) as connection:
            connection.request("POST", url.path, body, headers)
            response = connection.getresponse()
            if response.status != HTTPStatus.OK:
                return f"status {response.status}"
            return response.read(10_000).decode("utf-8", "replace")
    except (HTTPException, OSError) as error:
        return type(error).__name__


def _store(settings: Settings) -> Finding:
    if not settings.db.exists():
        return Finding(
            "store", f"{settings.db} is missing", "Run `playhead load`, or set PLAYHEAD_DB."
        )
    try:
        with Store.open(settings.db) as store:
            episodes = len(store.heads())
    except StoreError as error:
        return Finding("store", str(error), "Move the file away and run `playhead load`.")
    if not episodes:
        return Finding("store", "there is no episode in it", "Run `playhead load`.")
    return Finding("store", f"{counted(episodes, 'episode')} in {settings.db}")


def _state(settings: Settings) -> Iterator[Finding]:
    if settings.database_url is None and not settings.db.exists():
        return
    try:
        with State.open(settings.state) as state:
            state.check()
            yield Finding("state", "PostgreSQL" if settings.database_url else str(settings.db))
            if settings.slack.oauth and not list(key_problems(settings.slack.encryption_keys)):
                yield _installed(state, settings.slack)
    except ConfigError as error:
        yield _wrong(error)
    except StoreError as error:
        yield Finding(
            "state", str(error), "Check that the database runs and DATABASE_URL names it."
        )


def _installed(state: State, slack: SlackSettings) -> Finding:
    readable, unreadable = state.installations(Vault(slack.encryption_keys)).count()
    if unreadable:
        return Finding(
            "PLAYHEAD_ENCRYPTION_KEY",
            f"{unreadable} of {readable + unreadable} installs were encrypted with another key",
            "Add that key after the new one, parted by a comma, or install the app there again.",
        )
    return Finding("installs", counted(readable, "workspace"))
