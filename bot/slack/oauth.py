"""Many workspaces: installing, keeping their tokens sealed, rotating them, forgetting them."""

from __future__ import annotations

import logging
import secrets
import threading
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from slack_bolt.authorization.authorize import InstallationStoreAuthorize
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth import OAuthStateStore
from slack_sdk.oauth.installation_store import Bot, Installation, InstallationStore
from slack_sdk.oauth.token_rotation import TokenRotator

from bot.errors import StoreError
from bot.slack import pages
from bot.slack.client import UNREACHABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from slack_bolt.authorization import AuthorizeResult
    from slack_bolt.oauth.callback_options import FailureArgs, SuccessArgs
    from slack_bolt.request import BoltRequest
    from slack_sdk import WebClient

    from bot.config import SlackSettings
    from bot.state import Installations

    Clock = Callable[[], float]

INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
STATE_SECONDS = 600
ROTATE_MINUTES = 120
"""Minutes before a token expires from which on it is exchanged."""

CACHED_TOKENS = 1_000


class Workspaces(InstallationStore):
    """What Bolt asks for installations: one bot a workspace; tokens of people are never kept."""

    def __init__(self, installations: Installations, clock: Clock) -> None:
        self._installations = installations
        self._clock = clock

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk logs about installations."""
        return logging.getLogger(__name__)

    def save(self, installation: Installation) -> None:
        """Keep the bot of an install."""
        self.save_bot(installation.to_bot())

    def save_bot(self, bot: Bot) -> None:
        """Keep a bot in place of the one before it."""
        team = None if bot.is_enterprise_install else bot.team_id
        self._installations.save(bot.enterprise_id or "", team or "", vars(bot), self._clock())

    def find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """The bot of a workspace, or of the whole organisation."""
        team = None if is_enterprise_install else team_id
        record = self._installations.find(enterprise_id or "", team or "")
        return None if record is None else Bot(**record)

    def delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget the bot of a workspace."""
        self._installations.delete(enterprise_id or "", team_id or "")

    def delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Do nothing: of the people who installed, nothing is kept."""


class States(OAuthStateStore):
    """The values that tie the end of an install to its beginning; each is good once."""

    def __init__(self, installations: Installations, clock: Clock) -> None:
        self._installations = installations
        self._clock = clock

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk logs about them."""
        return logging.getLogger(__name__)

    def issue(self, *args: object, **kwargs: object) -> str:
        """A new value."""
        del args, kwargs
        value = secrets.token_urlsafe(32)
        self._installations.begin(value, self._clock() + STATE_SECONDS)
        return value

    def consume(self, state: str) -> bool:
        """Whether the value was issued, in time, and not consumed before."""
        return self._installations.complete(state, self._clock())


class Rotator(TokenRotator):
    """Exchanges an expiring token once, although threads and processes notice it together."""

    def __init__(self, slack: SlackSettings, client: WebClient, workspaces: Workspaces) -> None:
        super().__init__(
            client_id=slack.client_id, client_secret=slack.client_secret, client=client
        )
        self._workspaces = workspaces
        self._lock = threading.Lock()

    def perform_bot_token_rotation(
        self, *, bot: Bot, minutes_before_expiration: int = ROTATE_MINUTES
    ) -> Bot | None:
        """The bot with a new token, or ``None`` while the one it has is good."""
        with self._lock:
            newest = self._newest(bot)
            if newest.bot_token != bot.bot_token:
                return newest
            try:
                fresh = super().perform_bot_token_rotation(
                    bot=bot, minutes_before_expiration=minutes_before_expiration
                )
            except SlackTokenRotationError:
                # A refresh token is good once: another process may have used it just now.
                newest = self._newest(bot)
                if newest.bot_token == bot.bot_token:
                    raise
                return newest
            if fresh is not None:
                self._workspaces.save_bot(fresh)
            return fresh

    def _newest(self, bot: Bot) -> Bot:
        kept = self._workspaces.find_bot(
            enterprise_id=bot.enterprise_id,
            team_id=bot.team_id,
            is_enterprise_install=bot.is_enterprise_install,
        )
        return kept or bot


class _Results(dict[str, "AuthorizeResult"]):
    """What ``auth.test`` said of a token; rotation makes new ones for ever, so it is bounded."""

    def __setitem__(self, token: str, result: AuthorizeResult) -> None:
        if len(self) >= CACHED_TOKENS:
            self.clear()
        super().__setitem__(token, result)


class Flow(OAuthFlow):
    """Bolt's install flow with our pages."""

    def build_install_page_html(self, url: str, request: BoltRequest) -> str:
        """The page that an install begins on."""
        del request
        return pages.install(url)

    def run_installation(self, code: str) -> Installation | None:
        """What Slack gives for the code; nothing when it refuses or does not answer."""
        try:
            return super().run_installation(code)
        except UNREACHABLE as error:
            self.logger.warning("Slack does not answer: %s", type(error).__name__)
            return None

    def store_installation(self, request: BoltRequest, installation: Installation) -> None:
        """Keep an installation; a store that fails ends the install, not the server."""
        try:
            super().store_installation(request, installation)
        except StoreError as error:
            self.logger.exception("an installation could not be stored")
            raise BoltError("an installation could not be stored") from error


def build(
    slack: SlackSettings,
    scopes: Sequence[str],
    installations: Installations,
    client: WebClient,
    clock: Clock,
) -> dict[str, Any]:
    """The options of a Bolt app that any workspace may install.

    Args:
        slack: With client id and secret.
        scopes: Bot scopes to ask for.
        installations: Where to keep workspaces.
        client: Without a token, for the addresses and retries it knows.
        clock: Seconds since 1970.
    """
    workspaces = Workspaces(installations, clock)
    logger = logging.getLogger(__name__)
    settings = OAuthSettings(
        client_id=slack.client_id,
        client_secret=slack.client_secret,
        scopes=list(scopes),
        user_scopes=[],
        redirect_uri=slack.public_url + REDIRECT_PATH if slack.public_url else None,
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        callback_options=CallbackOptions(success=_success, failure=_failure),
        authorization_url=urljoin(slack.api_url, "../oauth/v2/authorize"),
        installation_store=workspaces,
        installation_store_bot_only=True,
        token_rotation_expiration_minutes=ROTATE_MINUTES,
        state_store=States(installations, clock),
        state_expiration_seconds=STATE_SECONDS,
    )
    authorize = InstallationStoreAuthorize(
        logger=logger,
        installation_store=workspaces,
        client_id=slack.client_id,
        client_secret=slack.client_secret,
        token_rotation_expiration_minutes=ROTATE_MINUTES,
        bot_only=True,
        cache_enabled=True,
        client=client,
    )
    authorize.token_rotator = Rotator(slack, client, workspaces)
    authorize.authorize_result_cache = _Results()
    settings.authorize = authorize
    return {
        "oauth_flow": Flow(client=client, logger=logger, settings=settings),
        "authorize": authorize,
    }


def _success(args: SuccessArgs) -> BoltResponse:
    installed = args.installation
    logging.getLogger(__name__).info("installed", extra={"team": installed.team_id})
    return _page(args.settings, 200, pages.success(installed.team_id, installed.app_id))


def _failure(args: FailureArgs) -> BoltResponse:
    logging.getLogger(__name__).warning("not installed", extra={"reason": args.reason})
    page = pages.failure(args.reason, args.settings.install_path)
    return _page(args.settings, args.suggested_status_code, page)


def _page(settings: OAuthSettings, status: int, body: str) -> BoltResponse:
    return BoltResponse(
        status=status,
        headers={
            "Content-Type": "text/html; charset=utf-8",
            "Set-Cookie": settings.state_utils.build_set_cookie_for_deletion(),
        },
        body=body,
    )
