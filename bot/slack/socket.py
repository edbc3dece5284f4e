"""Socket Mode: the app calls Slack, so it needs no address of its own."""

from __future__ import annotations

import logging
from threading import Thread
from typing import TYPE_CHECKING

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode import SocketModeClient

from bot.slack.client import HOW_TO_CONNECT, explained

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk.socket_mode.client import BaseSocketModeClient
    from slack_sdk.socket_mode.request import SocketModeRequest

    from bot.config import SlackSettings
    from bot.slack.metrics import Metrics

PING_S = 2
"""Seconds between two looks whether the connection still works, and so until it is mended."""

CLOSING_S = 0.1
"""Seconds between two looks whether the connection is closed."""


class Socket:
    """A connection that is opened again whenever it breaks.

    Args:
        app: The Bolt app.
        slack: With the app-level token.
        metrics: Counts what comes in.
    """

    def __init__(self, app: App, slack: SlackSettings, metrics: Metrics) -> None:
        self._slack = slack
        self._handler = _Handler(
            app,
            app_token=slack.app_token,
            logger=logging.getLogger("slack_sdk.socket_mode"),
            ping_interval=PING_S,
        )
        self._handler.metrics = metrics

    def connect(self) -> None:
        """Open the connection.

        Raises:
            ConfigError: Slack refuses the app-level token.
            SlackError: Slack does not answer.
        """
        with explained(self._slack, "SLACK_APP_TOKEN", HOW_TO_CONNECT):
            self._handler.client.connect()

    def connected(self) -> bool:
        """Whether the connection is open."""
        return self._handler.client.is_connected()

    def close(self) -> None:
        """Close the connection for good.

        The client's own thread says that its session goes on when it begins to read it. Where that
        comes right after the client has said that it ends, the client would wait for ever, so it is
        said until it is heard.
        """
        client = self._handler.client
        closing = Thread(target=client.close, name="closing", daemon=True)
        closing.start()
        while closing.is_alive():
            client.current_session_state.terminated = True
            closing.join(CLOSING_S)


class _Handler(SocketModeHandler):
    """Bolt's handler, which counts."""

    metrics: Metrics

    def handle(self, client: BaseSocketModeClient, req: SocketModeRequest) -> None:
        """Answer one envelope."""
        self.metrics.envelopes.labels(req.type).inc()
        assert isinstance(client, SocketModeClient)
        super().handle(client, req)
