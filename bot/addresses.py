"""Addresses of the web, told apart from what only looks like one.

Python's own :func:`~urllib.parse.urlsplit` raises on some of what people type ("https://[draft]"),
so addresses from outside are looked at here before they are taken for any.
"""

from __future__ import annotations

from urllib.parse import urlsplit

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that nobody else can be reached by."""

_WEB = frozenset({"http", "https"})


def host_of(url: str) -> str:
    """Whose address it is, without ``www.``; empty where it is none.

    >>> host_of("https://www.example.com/a"), host_of("https://[draft]"), host_of("notes.md")
    ('example.com', '', '')
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_web_address(url: str) -> bool:
    """Whether a browser would open it as a page; anything else could run as a script.

    >>> is_web_address("https://x.test/a"), is_web_address("https://[draft]")
    (True, False)
    >>> is_web_address("javascript:alert(1)"), is_web_address("https:///a")
    (False, False)
    """
    return bool(host_of(url)) and urlsplit(url).scheme in _WEB
