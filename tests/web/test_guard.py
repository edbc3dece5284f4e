"""Nobody else gets in: other names, other sites, other requests than the page's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.web.guard import HEADERS as CARRIED
from bot.web.guard import LARGEST, Guard
from bot.web.play import LARGEST as LARGEST_OF_PAGE
from tests.web.browser import HEADERS

if TYPE_CHECKING:
    from tests.web.browser import Browser, Json

SAID = {"channel": "C0GENERAL", "text": "hello"}


@pytest.mark.parametrize(
    "host", ["evil.test", "127.0.0.1.evil.test", "localhost.evil.test:3000", "192.168.1.5", "", "["]
)
@pytest.mark.parametrize("path", ["/", "/api-play/workspace", "/static/app.js"])
def test_a_foreign_host_is_refused(page: Browser, host: str, path: str) -> None:
    """A name that was pointed here (DNS rebinding) gets nothing."""
    reply = page.get(path, Host=host)

    assert reply.status in {400, 421}
    assert "Playhead</title>" not in reply.body


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:3000", "127.0.0.1:9", "[::1]:3000"])
def test_this_machine_is_known_by_its_names(page: Browser, host: str) -> None:
    """At whatever port."""
    assert page.get("/", Host=host).status == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil.test", "null", "https://127.0.0.1", "http://localhost:1", "http://[", ""],
)
def test_a_foreign_origin_is_refused(page: Browser, origin: str) -> None:
    """Even with the header that the page sends."""
    reply = page.post("say", SAID, {**HEADERS, "Origin": origin})

    assert (reply.status, json.loads(reply.body)) == (
        403,
        {"error": "Another site cannot use the playground."},
    )


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("/api-play/workspace?tz=Asia/Tokyo", "no-cors"),
        ("/api-play/workspace?tz=Asia/Tokyo", "navigate"),
        ("/api-play/feed?after=0", "no-cors"),
        ("/static/app.js", "no-cors"),
        ("/", "no-cors"),
    ],
)
def test_what_another_site_embeds_is_refused(
    page: Browser, site: str, path: str, mode: str
) -> None:
    """Images and scripts are loaded without asking, and could hold threads or change a thing."""
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}

    assert page.get(path, **headers).status == 403


@pytest.mark.parametrize(
    ("site", "mode"),
    [("cross-site", "navigate"), ("same-origin", "cors"), ("none", "navigate")],
)
def test_a_link_to_the_page_may_be_followed(page: Browser, site: str, mode: str) -> None:
    """And the page itself loads what it needs."""
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}

    assert page.get("/", **headers).status == 200


def test_the_own_origin_is_welcome(page: Browser) -> None:
    """As browsers send it with every POST."""
    origin = {"Origin": f"http://127.0.0.1:{page.port}"}

    assert page.post("say", SAID, HEADERS | origin).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 403),
        ({**HEADERS, "X-Playhead": "2"}, 403),
        ({**HEADERS, "Content-Type": "text/plain"}, 400),
        ({**HEADERS, "Content-Type": "application/x-www-form-urlencoded"}, 400),
    ],
    ids=["no header", "another header", "text", "form"],
)
def test_what_a_foreign_page_can_send_is_refused(page: Browser, headers: Json, status: int) -> None:
    """Forms and plain texts need no leave to be sent, so they count for nothing."""
    assert page.post("say", SAID, headers).status == status


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"\xff", b"[" * 90_000])
def test_what_is_no_object_is_refused(page: Browser, body: bytes) -> None:
    """Broken, deep or of another kind."""
    reply = page.request("POST", "/api-play/say", body, HEADERS)

    assert (reply.status, "error" in json.loads(reply.body)) == (400, True)


@pytest.mark.parametrize("path", ["say", "act", "submit"])
def test_a_huge_request_is_refused(page: Browser, path: str) -> None:
    """Before anybody reads it."""
    body = b'{"text": "' + b"x" * LARGEST_OF_PAGE + b'"}'

    assert page.request("POST", f"/api-play/{path}", body, HEADERS).status == 413


def test_the_web_api_takes_no_flood_either(page: Browser) -> None:
    """Whoever sends it."""
    reply = page.request("POST", "/api/chat.postMessage", b"x" * (LARGEST + 1), HEADERS)

    assert reply.status == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/static/....//app.py",
        "/static/..%5capp.py",
        "/static/",
        "/static/none.js",
    ],
)
def test_only_static_files_are_files(page: Browser, path: str) -> None:
    """No way leads out of the folder."""
    reply = page.get(path)

    assert reply.status == 404
    assert "create_app" not in reply.body


@pytest.mark.parametrize("path", ["/", "/none", "/api-play/feed?after=x", "/static/app.js"])
def test_every_response_keeps_to_itself(page: Browser, path: str) -> None:
    """Errors and files, too."""
    headers = page.get(path).headers

    assert {name: headers.get(name.lower()) for name in CARRIED} == CARRIED
    assert "unsafe" not in CARRIED["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "stored"),
    [("/", False), ("/episodes", False), ("/api-play/workspace", False), ("/static/app.js", True)],
)
def test_what_may_change_is_not_stored(page: Browser, path: str, stored: bool) -> None:  # noqa: FBT001 - a table's column
    """Going back shows what holds now; files change with the version alone."""
    assert stored == (page.get(path).headers.get("cache-control") != "no-store")


@pytest.mark.parametrize("path", ["/api-play/say", "/api-play/home", "/respond/x"])
def test_a_get_changes_nothing(page: Browser, path: str) -> None:
    """A link or an image cannot act."""
    assert page.get(path).status in {404, 405}


def test_an_exposed_playground_answers_to_addresses() -> None:
    """And to the names that it was told, but still to no other."""
    guard = Guard(exposed=True, names=frozenset({"play.example.org"}))

    assert guard.knows("192.168.1.5:3000")
    assert guard.knows("[fe80::1]")
    assert guard.knows("play.example.org")
    assert not guard.knows("evil.test")
    assert not Guard().knows("192.168.1.5:3000")
