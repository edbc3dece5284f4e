"""The least that answering a slash command over HTTP takes: Bolt that says what it was told.

Serves by the same web server with the same settings as ``playhead serve``::

    python -m bench.echo PORT SLACK_API_URL SIGNING_SECRET
"""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from bot.config import LOOPBACK
from bot.slack.server import web_server
from bot.slack.web import EVENTS_PATH


def main() -> None:
    """Serve until told to stop."""
    port, api, secret = sys.argv[1:]
    server = web_server(LOOPBACK, int(port), "warning")
    server.serve(target_loader=partial(application, api, secret), wrap_loader=False)


def application(api: str, secret: str, target: str = "") -> SlackRequestHandler:
    """A Bolt app with one command."""
    del target
    app = App(
        client=WebClient(token="xoxb-1", base_url=api),  # noqa: S106 - no secret
        signing_secret=secret,
        process_before_response=True,
    )
    app.command("/playhead")(_echo)
    return SlackRequestHandler(app, path=EVENTS_PATH)


def _echo(ack: Ack, command: dict[str, Any]) -> None:
    ack(response_type="ephemeral", text=f"echo: {command['text']}")


if __name__ == "__main__":
    main()
