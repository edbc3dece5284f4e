"""Addresses of the web."""

from __future__ import annotations

import pytest

from bot.addresses import host_of, is_web_address

NONE = (
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:ada@x.test",
    "//x.test",
    "https://",
    "https://:80/a",
    "http://[",
    "https://[draft]",
    "https://a\u2100b.test",
    "",
)


@pytest.mark.parametrize("url", NONE)
def test_only_the_web_is_linked_to(url: str) -> None:
    """What a feed calls an address may be a script, or what Python's own functions stumble over."""
    assert not is_web_address(url)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.X.test:8080/a?b#c", "x.test"),
        ("http://ada@x.test", "x.test"),
        ("https://[::1]:3000/", "::1"),
        ("//x.test", "x.test"),
        ("https://[draft]", ""),
        ("x.test", ""),
    ],
)
def test_whose_it_is(url: str, host: str) -> None:
    """Lower case, without the port or ``www.``."""
    assert host == host_of(url)
