"""The playground, put together: the Bolt app, a Slack for it, and the page, in one process."""

from __future__ import annotations

import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bot.cli.catalogue import ensure_store, today
from bot.cli.digest import beside
from bot.config import DEFAULT_PORT, SlackSettings
from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask

    from bot.config import Settings
    from bot.web.play import Entry

THREADS = 32
"""Requests at the same time: pages that wait for something to happen hold one each, and answering
one request takes others, since the app calls its Web API in this very process."""
WORKERS = 8

_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def play(settings: Settings, *, exposed: bool) -> None:
    """Serve the playground until told to stop.

    Args:
        settings: Where it listens, and the store.
        exposed: Whether it may listen elsewhere than on this machine alone.

    Raises:
        ConfigError: It must not or cannot listen there.
    """
    from bot.slack.server import see_that_free, web_server

    host, port = settings.playground_host, settings.slack.port or DEFAULT_PORT
    if not exposed and not is_loopback(host):
        raise ConfigError(
            "PLAYHEAD_HOST",
            f"the playground has no login, and {host} can be reached from elsewhere",
            "Unset it, or add --expose-playground if that is what you want.",
        )
    see_that_free(host, port)
    if not settings.db.exists():
        click.echo("Building the store, this once …")
    ensure_store(settings)
    with TemporaryDirectory(prefix="playhead-") as folder:
        # What people make here is forgotten with the messages that it belongs to, and never
        # mixes with what people made in Slack.
        kept = replace(settings, database_url=str(Path(folder) / "state.db"))
        level = log_level(settings)
        # Its warnings are about so many threads, which mostly wait; and a page that waits for
        # something to happen must not keep the process from ending.
        server = web_server(
            host, port, "error" if level == "warning" else level, threads=THREADS, patience=1
        )
        # A terminal that is closed ends it; behind Slack the same signal starts workers anew.
        server.signal_handler_reload = server.signal_handler_interrupt  # type: ignore[method-assign]
        loader = partial(load, kept, os.getpid(), exposed=exposed)
        server.serve(target_loader=loader, wrap_loader=False)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost")
    (True, True, True)
    >>> is_loopback("0.0.0.0"), is_loopback("example.org")
    (False, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def log_level(settings: Settings) -> str:
    """How much is logged: beside the page only what went wrong, unless more is asked for."""
    level = settings.slack.log_level
    return "warning" if level == "info" else level


def address(settings: Settings) -> str:
    """Where the playground is reached on this machine.

    >>> from bot.config import Settings
    >>> address(Settings.read({"PLAYHEAD_HOST": "::1", "PORT": "3001"}))
    'http://[::1]:3001'
    """
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.playground_host)  # noqa: S104 - only compared
    host = host or settings.playground_host
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{settings.slack.port or DEFAULT_PORT}"


def load(settings: Settings, parent: int, *, exposed: bool) -> Flask:
    """The web application, opened in the process that serves it.

    Args:
        settings: With the state in a folder of its own.
        parent: Id of the process that started this one.
        exposed: Whether it may be reached from elsewhere.
    """
    from bot.slack import logs
    from bot.slack.server import follow

    follow(parent)
    forget_proxies()
    logs.configure(log_level(settings))
    app, _ = build(settings, exposed=exposed)
    click.echo(f"The playground is at {address(settings)} (Ctrl-C stops it).")
    return app


def forget_proxies() -> None:
    """Take proxies out of the environment: slack_sdk would send even loopback through them."""
    for name in _PROXIES:
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)


def build(settings: Settings, *, exposed: bool = False) -> tuple[Flask, Callable[[], None]]:
    """The Bolt app with a Slack of its own, the clock, and the page before them.

    Args:
        settings: With the state in a folder of its own.
        exposed: Whether it may be reached from elsewhere.

    Returns:
        The web application, and what closes all that it stands on.
    """
    from bot.slack.runtime import Runtime
    from bot.web import Parts, create_app
    from bot.web.guard import Guard

    url, secret, token = address(settings), secrets.token_hex(), f"xoxb-{secrets.token_hex()}"
    slack = SlackSettings(bot_token=token, signing_secret=secret, api_url=f"{url}/api/")
    runtime = Runtime.open(
        replace(settings, slack=slack),
        partial(today, settings),
        # The Web API would have to answer before anything listens.
        token_verification_enabled=False,
    )
    if settings.clock:
        runtime.companion = beside(runtime)
        runtime.companion.start()
    executor = ThreadPoolExecutor(WORKERS, "playground")
    parts = Parts(
        askers=runtime.askers,
        slack=runtime.web(),
        secret=secret,
        token=token,
        url=url,
        entries=tuple(entries()),
        executor=executor,
        guard=Guard(exposed=exposed, names=names(settings) if exposed else frozenset()),
    )

    def close() -> None:
        executor.shutdown()
        runtime.close()

    return create_app(parts), close


def names(settings: Settings) -> frozenset[str]:
    """Host names by which others reach the playground, as far as they are known.

    >>> from bot.config import Settings
    >>> sorted(names(Settings.read({"PLAYHEAD_HOST": "box.lan", "PLAYHEAD_URL": "https://a.test"})))
    ['a.test', 'box.lan']
    """
    public = urlsplit(settings.slack.public_url).hostname or ""
    return frozenset({settings.playground_host.lower(), public} - {""})


def entries() -> Iterator[Entry]:
    """Slash commands and shortcuts, as the surfaces declare them for the manifest."""
    from bot.slack import SURFACES
    from bot.slack.manifest import gathered
    from bot.web.play import Entry

    for command in gathered(SURFACES, "COMMANDS"):
        yield Entry("command", command.name, command.name, command.description, command.usage_hint)
    for shortcut in gathered(SURFACES, "SHORTCUTS"):
        yield Entry(shortcut.kind, shortcut.callback_id, shortcut.name, shortcut.description)
