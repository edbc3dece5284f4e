"""Serving until told to stop: by Socket Mode, or behind a web server, or both."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.config import DEFAULT_PORT
from bot.errors import ConfigError
from bot.slack import logs
from bot.slack.client import accepted, web_client
from bot.slack.credentials import check
from bot.state import State

if TYPE_CHECKING:
    from granian.server.common import AbstractServer

    from bot.config import Settings
    from bot.slack.runtime import Companion, Runtime, Today
    from bot.slack.web import Web

WAITING = 3
"""Threads that take requests where these wait for a database elsewhere, or for Slack to accept the
token of a workspace."""

IDLE_S = 600
"""Seconds after which an idle thread ends, the longest there is: each holds a connection."""

PATIENCE_S = 5
"""Seconds that requests under way get when the process stops. Slack waits three for each, and a
connection that somebody keeps open must not keep the process from ending."""

_log = logging.getLogger(__name__)


def serve(settings: Settings, today: Today, companion: Companion | None = None) -> None:
    """Serve until a signal says stop.

    In Socket Mode nothing listens, unless a port is set (for ``/healthz`` and ``/metrics``) or
    workspaces install the app here.

    Args:
        settings: With Slack credentials.
        today: The day it is; has to survive pickling where processes are not forked.
        companion: Makes what works beside the app; has to survive the same.

    Raises:
        ConfigError: A setting is missing or wrong.
        SlackError: Slack does not answer.
        StoreError: The store or the state cannot be opened.
    """
    slack = settings.slack
    preflight(settings)
    logs.configure(slack.log_level)
    if slack.app_token and slack.port is None and not slack.oauth:
        serve_socket(settings, today, companion)
    else:
        serve_web(settings, today, companion)


def preflight(settings: Settings) -> None:
    """Find out now, while one line can still say so, whether a process could serve."""
    check(settings.slack)
    State.open(settings.state).close()
    if settings.slack.bot_token:
        accepted(web_client(settings.slack), settings.slack)


def launch(settings: Settings, today: Today, companion: Companion | None = None) -> Runtime:
    """Everything opened, connected and at work.

    Raises:
        StoreError: The store or the state cannot be opened.
        ConfigError: Slack refuses the app-level token.
        SlackError: Slack does not answer.
    """
    from bot.slack.runtime import Runtime
    from bot.slack.warming import settle, warm

    runtime = Runtime.open(settings, today)
    try:
        warm(runtime.askers())
        runtime.connect()
    except BaseException:
        runtime.close()
        raise
    runtime.keeper.start()
    if companion is not None:
        runtime.companion = companion(runtime)
        runtime.companion.start()
    settle()
    _log.info("answering", extra={"mode": "socket" if settings.slack.app_token else "http"})
    return runtime


def serve_socket(settings: Settings, today: Today, companion: Companion | None = None) -> None:
    """Answer what comes by socket, in this process."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    runtime = launch(settings, today, companion)
    stop.wait()
    runtime.close()


def serve_web(settings: Settings, today: Today, companion: Companion | None = None) -> None:
    """Answer requests behind granian, in a process that it starts and watches."""
    slack = settings.slack
    port = slack.port or DEFAULT_PORT
    see_that_free(slack.host, port)
    loader = partial(load, settings, today, os.getpid(), companion)
    server = web_server(slack.host, port, slack.log_level, threads=threads(settings))
    server.serve(target_loader=loader, wrap_loader=False)


def threads(settings: Settings) -> int:
    """How many threads take requests.

    An answer is work for the processor, which one thread at a time has: more of them answer nothing
    sooner, and to hand each request from one to the other takes a sixth of the answers.
    """
    return WAITING if settings.slack.oauth or settings.database_url else 1


def web_server(
    host: str, port: int, log_level: str, *, threads: int = 1, patience: int = PATIENCE_S
) -> AbstractServer[Any]:
    """The web server, not yet listening.

    Args:
        host: Address to listen on.
        port: Port to listen on.
        log_level: ``debug``, ``info``, ``warning`` or ``error``.
        threads: Requests that are answered at the same time.
        patience: Seconds that requests under way get when it stops.
    """
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    return Server(
        target="playhead",
        # The web server takes addresses only, no names.
        address=host if ":" in host else socket.gethostbyname(host),
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        blocking_threads=threads,
        blocking_threads_idle_timeout=IDLE_S,
        respawn_failed_workers=True,
        workers_kill_timeout=patience,
        log_level=LogLevels(log_level),
        log_dictconfig=logs.configuration(log_level),
    )


def see_that_free(host: str, port: int) -> None:
    """See that the web server will be able to listen; by itself it fails with a page of noise.

    Raises:
        ConfigError: Something else listens there, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise ConfigError(
            "PORT",
            f"cannot listen on {host}:{port} ({error.strerror})",
            "Stop what listens there, or set another PORT or PLAYHEAD_HOST.",
        ) from error


def load(settings: Settings, today: Today, parent: int, companion: Companion | None = None) -> Web:
    """The web application, opened in the process that serves it.

    Args:
        settings: With Slack credentials.
        today: The day it is.
        parent: Id of the process that started this one.
        companion: Makes what works beside the app.
    """
    follow(parent)
    return launch(settings, today, companion).web()


def follow(parent: int) -> None:
    """End with the process that started this one, and on its word alone.

    A Ctrl-C reaches both at once, and then the parent says stop on top of it; told twice, granian's
    worker never ends and has to be killed. So the signal is blocked, in this thread and in all
    that it starts later.

    Args:
        parent: Its id.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    threading.Thread(target=_follow, args=(parent,), name="parent", daemon=True).start()


def _follow(parent: int) -> None:
    """End with the parent: killed without a word, it would leave us with its port."""
    while os.getppid() == parent:
        time.sleep(1)
    _log.error("the parent process is gone")
    os._exit(1)
