"""Everything a serving process needs, opened in one place and closed in one place."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from bot.ask import Asker
from bot.encoder import find
from bot.errors import SlackError
from bot.slack import SURFACES, oauth
from bot.slack.app import create_app
from bot.slack.client import web_client
from bot.slack.keeper import Keeper
from bot.slack.manifest import scopes
from bot.slack.metrics import Metrics
from bot.slack.web import Web
from bot.state import State, Vault
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from slack_bolt import App

    from bot.config import Settings
    from bot.slack.socket import Socket

    Today = Callable[[], date]
    Companion = Callable[["Runtime"], "Runs"]


class Askers:
    """Whoever answers today: "this year" must not stay last year in a process that runs on.

    Args:
        store: Open store.
        today: The day it is.
    """

    def __init__(self, store: Store, today: Today) -> None:
        self._store = store
        self._today = today
        self._lock = threading.Lock()
        self._asker: tuple[date, Asker] | None = None

    def __call__(self) -> Asker:
        """The asker of the day."""
        today = self._today()
        with self._lock:
            if self._asker is None or self._asker[0] != today:
                self._asker = (today, Asker(self._store, today))
            return self._asker[1]


class Runs(Protocol):
    """Something that works beside the app, in a thread of its own."""

    def start(self) -> None:
        """Begin."""
        ...

    def stop(self) -> None:
        """End."""
        ...


@dataclass(slots=True)
class Runtime:
    """An app with all it stands on."""

    settings: Settings
    store: Store
    state: State
    metrics: Metrics
    app: App
    keeper: Keeper
    askers: Askers
    socket: Socket | None = None
    companion: Runs | None = None

    @classmethod
    def open(
        cls,
        settings: Settings,
        today: Today,
        **more: Any,  # noqa: ANN401 - Bolt's own options
    ) -> Runtime:
        """Open store and state and register the app.

        Args:
            settings: Where everything is.
            today: The day it is.
            more: Options of the Bolt app, which win over those made from the settings.

        Raises:
            StoreError: One of the two cannot be opened.
        """
        metrics = Metrics()
        store = Store.open(settings.db, encoder=find(settings))
        try:
            state = State.open(settings.state, metrics.observe)
        except BaseException:
            store.close()
            raise
        options = bolt_options(settings, state, metrics) | more
        askers = Askers(store, today)
        app = create_app(settings, askers, state, **options)
        return cls(settings, store, state, metrics, app, Keeper(app, state, time.time), askers)

    def web(self) -> Web:
        """The web application; Slack's requests come to it unless they come by socket."""
        slack = self.settings.slack
        secret = "" if slack.app_token else slack.signing_secret
        return Web(self.app, self.metrics, self.check, secret)

    def check(self) -> None:
        """See that everything needed answers.

        Raises:
            StoreError: The store or the state does not.
            SlackError: The socket is not connected.
        """
        self.store.generation()
        self.state.check()
        if self.socket is not None and not self.socket.connected():
            raise SlackError("the Socket Mode connection is down; it is being opened again")

    def connect(self) -> None:
        """Open the Socket Mode connection when that is how Slack talks to us.

        Raises:
            ConfigError: Slack refuses the app-level token.
            SlackError: Slack does not answer.
        """
        from bot.slack.socket import Socket

        if self.settings.slack.app_token:
            self.socket = Socket(self.app, self.settings.slack, self.metrics)
            self.socket.connect()

    def close(self) -> None:
        """Take no more questions, answer those that were taken, and close everything."""
        self.keeper.stop()
        if self.companion is not None:
            self.companion.stop()
        if self.socket is not None:
            self.socket.close()
        self.app.listener_runner.listener_executor.shutdown()
        self.state.close()
        self.store.close()


def bolt_options(settings: Settings, state: State, metrics: Metrics) -> dict[str, Any]:
    """How a Bolt app is reached and by whom: one workspace, or any that installs it."""
    slack = settings.slack
    client = web_client(slack, metrics)
    # Bolt wants a secret even where there is none, as in Socket Mode: one that nobody can know.
    # Bolt is handed only what is verified already (bot.slack.web), so it need not do it again.
    options: dict[str, Any] = {
        "client": client,
        "signing_secret": slack.signing_secret or secrets.token_hex(),
        "request_verification_enabled": False,
        "process_before_response": True,
    }
    if slack.oauth:
        installations = state.installations(Vault(slack.encryption_keys))
        options |= oauth.build(slack, scopes(SURFACES), installations, client, time.time)
    return options
