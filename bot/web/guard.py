"""What every response carries, and which requests are not answered at all.

The playground has no login: what keeps others out is that it listens on this machine only, that
a request names this machine (a foreign page that rebinds its own name to 127.0.0.1 does not),
and that no page of another origin can make a browser send what changes anything.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, Response, request

from bot.addresses import THIS_MACHINE
from bot.web.refusals import Refused

if TYPE_CHECKING:
    from bot.web.names import Json

LARGEST = 1_000_000
"""Bytes of a request; the Web API takes the largest."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; "
    "media-src 'self' https:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """Who may ask.

    Attributes:
        exposed: Whether the playground was told to be reachable from elsewhere; then addresses
            are accepted, too, but still no names, which anybody can point here.
        names: Further host names by which it is reached.
    """

    exposed: bool = False
    names: frozenset[str] = frozenset()

    def install(self, app: Flask) -> None:
        """Put the checks before every request and the headers on every response."""
        app.config["MAX_CONTENT_LENGTH"] = LARGEST
        app.before_request(self.check)
        app.after_request(dress)

    def check(self) -> None:
        """Refuse what does not come from here.

        Raises:
            Refused: The host or the origin is another one.
        """
        if not self.knows(request.host):
            raise Refused(
                "The playground answers at localhost only; --expose-playground opens it, "
                "and PLAYHEAD_URL names the address that others see.",
                421,
            )
        origin = request.headers.get("Origin")
        foreign = origin is not None and origin.partition("://")[2] != request.host
        if foreign or _embedded():
            raise Refused("Another site cannot use the playground.", 403)

    def knows(self, host: str) -> bool:
        """Whether a ``Host`` header names the playground.

        >>> Guard().knows("localhost:3000"), Guard().knows("[::1]:3000"), Guard().knows("evil.test")
        (True, True, False)
        """
        name = _name(host)
        return name in THIS_MACHINE or name in self.names or (self.exposed and _is_address(name))


def _embedded() -> bool:
    """Whether a page of another site loads this, by an image or a script that needs no leave.

    Browsers say so themselves; a link that somebody followed to a page is welcome.
    """
    foreign = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
    followed = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return foreign and (not followed or request.path.startswith("/api"))


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def dress(response: Response) -> Response:
    """A response with the headers that keep a page to itself."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not request.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def body(most: int) -> Json:
    """The JSON object of a request of the page.

    Args:
        most: Bytes.

    Raises:
        Refused: It is too large, is none, or comes without the header that no foreign page can
            send without asking first.
    """
    if request.headers.get("X-Playhead") != "1":
        raise Refused("The header X-Playhead: 1 is missing.", 403)
    if request.content_length is None or request.content_length > most:
        raise Refused(f"The request is larger than {most} bytes, or does not say how large.", 413)
    data = parsed()
    if data is None:
        raise Refused("The request is no JSON object.")
    return data


def parsed() -> Json | None:
    """The JSON object that a request has for a body; nothing where it has none."""
    if not request.is_json:
        return None
    try:
        data = json.loads(request.get_data())
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
