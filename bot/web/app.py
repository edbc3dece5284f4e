"""The web application of the playground: pages, the page's own API, and the local Web API."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from bot.web import local_api
from bot.web.causes import Explainer
from bot.web.courier import Courier
from bot.web.guard import Guard
from bot.web.pages import blueprint
from bot.web.play import Play
from bot.web.refusals import Refused
from bot.web.room import Room
from bot.web.suggestions import Suggestions, hosts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor
    from wsgiref.types import WSGIApplication

    from bot.ask import Asker
    from bot.web.play import Entry

OPERATORS = ("/healthz", "/metrics")
"""What the app's own web application answers here, too."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the playground is put together from.

    Attributes:
        askers: Gives whoever answers today.
        slack: The Bolt app as web application, which takes signed requests.
        secret: What those are signed with.
        token: What the app calls the local Web API with.
        url: Where this process is reached, without a slash at the end.
        entries: Slash commands and shortcuts.
        executor: Runs what the page does not wait for.
    """

    askers: Callable[[], Asker]
    slack: WSGIApplication
    secret: str
    token: str
    url: str
    entries: Sequence[Entry]
    executor: Executor
    guard: Guard = field(default_factory=Guard)


def create_app(parts: Parts) -> Flask:
    """The web application, ready to be served."""
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    parts.guard.install(app)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(HTTPException, _wrong)
    app.register_error_handler(Exception, _broken)
    room = Room(
        Courier(parts.slack, parts.secret),
        Explainer(parts.askers),
        parts.executor,
        parts.url,
        lambda: hosts(parts.askers()),
        frozenset(entry.id for entry in parts.entries if entry.kind == "command"),
    )
    play = Play(room, parts.entries, Suggestions(parts.askers))
    app.register_blueprint(play.blueprint())
    app.register_blueprint(local_api.blueprint(room, parts.token))
    app.register_blueprint(blueprint(parts.askers))
    app.add_url_rule("/", "channel", _channel)
    for path in OPERATORS:
        app.add_url_rule(path, path, lambda: parts.slack)
    return app


def _channel() -> str:
    return render_template("page.html")


def _refused(error: Refused) -> tuple[Response, int]:
    return jsonify(error=str(error)), error.status


def _wrong(error: HTTPException) -> tuple[Response, int]:
    return jsonify(error=error.description or "That cannot be done."), error.code or 500


def _broken(error: Exception) -> tuple[Response, int]:
    """Whatever goes wrong is logged once, and the page gets a sentence."""
    _log.error("a request failed", extra={"path": request.path}, exc_info=error)
    return jsonify(error="Something went wrong here; the log has more."), 500
