"""Files, folders, globs, a Jekyll checkout and addresses, over a real disk and real HTTP."""

from __future__ import annotations

import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bot.gather
from bot.errors import SourceError
from bot.gather import Gathered, locate, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTES = "1:02 – One\n2:03 – Two\n"


def write(root: Path, *names: str, text: str = NOTES) -> None:
    """Make files below a folder."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def gather(arguments: Sequence[str]) -> list[Gathered | SourceError]:
    """Every document that some arguments name, or what is wrong with it."""
    return [read(place) for place in locate(arguments)]


def names(root: Path, *arguments: str) -> list[str]:
    """What is gathered, as paths below a folder; errors by their text."""
    found = gather(arguments or [str(root)])
    return [
        str(item)
        if isinstance(item, SourceError)
        else Path(item.document.path).relative_to(root).as_posix()
        for item in found
    ]


def error(*arguments: str) -> SourceError:
    """The one error that some arguments give."""
    (found,) = gather(arguments)
    assert isinstance(found, SourceError)
    return found


def test_a_file(tmp_path: Path) -> None:
    """A file named by hand is read whatever its name."""
    write(tmp_path, "README", text="Text")
    (found,) = gather([str(tmp_path / "README")])
    assert isinstance(found, Gathered)
    assert (found.document.name, found.document.text) == ("README", "Text")
    assert found.show_file is None


def test_a_folder(tmp_path: Path) -> None:
    """A folder gives its text files in order, and nothing that is no episode."""
    kept = ["a.md", "b/a.txt", "b/c.HTML", "b.xml"]
    write(tmp_path, *kept)
    write(tmp_path, "README.md", "b/LICENSE", "CHANGELOG.md", "show.yml", "technologies.yml")
    write(tmp_path, ".hidden.md", ".git/x.md", "node_modules/x.md", "thesaurus.yml", "cover.png")
    (tmp_path / "c.md").mkdir()
    assert names(tmp_path) == ["a.md", "b.xml", "b/a.txt", "b/c.HTML"]


def test_each_file_once(tmp_path: Path) -> None:
    """A file named twice, in whatever way, is read once and where it came first."""
    write(tmp_path, "a.md", "b.md")
    (tmp_path / "c.md").symlink_to(tmp_path / "a.md")
    arguments = (str(tmp_path / "b.md"), str(tmp_path), str(tmp_path / "*.md"))
    assert names(tmp_path, *arguments) == ["b.md", "a.md"]


def test_a_jekyll_site(tmp_path: Path) -> None:
    """Of a Jekyll checkout only posts and tag pages are read, wherever it lies."""
    write(tmp_path, "notes.txt", "site/index.md", "site/about/me.md", "site/_drafts/d.md")
    write(tmp_path, "site/_posts/podcast/p.md", "site/_posts/q.md", "site/tags/t.md")
    write(tmp_path, "site/_includes/x.html", "site/tags/.t.md")
    assert names(tmp_path) == [
        "notes.txt",
        "site/_posts/q.md",
        "site/_posts/podcast/p.md",
        "site/tags/t.md",
    ]


def test_globs(tmp_path: Path) -> None:
    """A glob gives the episodes it matches, and those in folders it matches."""
    write(tmp_path, "a.md", "a.txt", "b/c.md", "b/d/e.md", "README.md", "a.png")
    assert names(tmp_path, str(tmp_path / "*.md")) == ["a.md"]
    assert names(tmp_path, str(tmp_path / "**" / "*.md")) == ["a.md", "b/c.md", "b/d/e.md"]
    assert names(tmp_path, str(tmp_path / "[ab]*")) == ["a.md", "a.txt", "b/c.md", "b/d/e.md"]
    assert "nothing that could be an episode" in error(str(tmp_path / "*.rst")).reason
    assert "nothing that could be an episode" in error(str(tmp_path / "zz" / "*.md")).reason


def test_a_name_with_brackets(tmp_path: Path) -> None:
    """A file that exists is no glob, whatever its name holds."""
    write(tmp_path, "a[1].md")
    assert names(tmp_path, str(tmp_path / "a[1].md")) == ["a[1].md"]


def test_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde that the shell left is the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    write(tmp_path, "a.md")
    assert names(tmp_path, "~/a.md") == ["a.md"]


def test_the_nearest_show_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The show is named beside an episode or above it, up to where loading began."""
    write(tmp_path, "show.yml", "one/a.md", "one/deep/b.md", "two/show.yml", "two/c.md")

    def shows(*arguments: str) -> list[Path | None]:
        found = (item for item in gather(arguments) if isinstance(item, Gathered))
        return [item.show_file for item in found]

    outer, inner = tmp_path / "show.yml", tmp_path / "two" / "show.yml"
    assert shows(str(tmp_path)) == [outer, outer, inner]
    assert shows(str(tmp_path / "one")) == [None, None]
    assert shows(str(tmp_path / "two" / "c.md")) == [inner]
    assert shows(str(tmp_path / "one" / "deep" / "*.md")) == [None]
    monkeypatch.chdir(tmp_path)
    assert shows("one/deep/b.md", "one", "o*/deep/b.*", "*/c.md") == [outer, outer, inner]


def test_missing(tmp_path: Path) -> None:
    """What is not there is named with the fix, and the rest goes on."""
    write(tmp_path, "a.md")
    found = gather(["nowhere.md", "ftp://x.test/a", str(tmp_path)])
    assert [str(item) for item in found[:2]] == [
        "nowhere.md:1: there is no such file or folder; check the spelling",
        "ftp://x.test/a:1: ftp addresses are not read; use http or https",
    ]
    assert isinstance(found[2], Gathered)


def test_nothing_to_read(tmp_path: Path) -> None:
    """A folder without text, an empty file and a picture are errors of their own."""
    assert "no text file in this folder" in error(str(tmp_path)).reason
    write(tmp_path, "a.md", text=" \n")
    assert "no text in it" in error(str(tmp_path / "a.md")).reason
    (tmp_path / "b.md").write_bytes(b"\x89PNG\0")
    assert "binary file" in error(str(tmp_path / "b.md")).reason


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is refused before it is parsed."""
    monkeypatch.setattr(bot.gather, "LARGEST", 1024 * 1024)
    write(tmp_path, "a.md", text="x" * (1024 * 1024 + 1))
    assert "larger than 1 MB" in error(str(tmp_path / "a.md")).reason


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses to open is an error with the system's reason."""
    write(tmp_path, "a.md", "sub/b.md")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "sub"))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert "cannot be read (Permission denied)" in error(str(tmp_path / "a.md")).reason
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        found = error(str(tmp_path))
    assert found.path == str(tmp_path / "sub")
    assert "the folder cannot be read" in found.reason


ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/feed.xml": (200, {"Content-Type": "application/rss+xml"}, b"<rss/>"),
    "/latin": (200, {"Content-Type": "text/plain; charset=iso-8859-2"}, "Łódź".encode("latin2")),
    "/moved/": (301, {"Location": "/feed.xml"}, b""),
    "/out": (302, {"Location": "file:///etc/hostname"}, b""),
    "/large": (200, {}, b"x" * 3000),
    "/empty": (200, {}, b""),
}


class Site(BaseHTTPRequestHandler):
    """A site with a few pages."""

    def do_GET(self) -> None:
        """Answer from the table, or that there is no such page."""
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a running site."""
    with HTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "name", "text"),
    [
        ("/feed.xml", "feed.xml", "<rss/>"),
        ("/latin", "latin", "Łódź"),
        ("/moved/", "moved", "<rss/>"),
    ],
)
def test_addresses(site: str, path: str, name: str, text: str) -> None:
    """An address is fetched, redirects and character set included; no show.yml speaks for it."""
    (found,) = gather([site + path])
    assert isinstance(found, Gathered)
    assert (found.document.path, found.document.name) == (site + path, name)
    assert (found.document.text, found.show_file) == (text, None)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "the server answers 404 Not Found; check the address"),
        ("/out", "is not allowed"),
        ("/empty", "there is no text in it"),
    ],
)
def test_addresses_that_fail(site: str, path: str, reason: str) -> None:
    """What a server does not give is an error of that address."""
    found = error(site + path)
    assert found.path == site + path
    assert reason in found.reason


def test_a_large_answer(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer beyond the limit is not read to its end."""
    monkeypatch.setattr(bot.gather, "LARGEST", 2000)
    assert "larger than" in error(f"{site}/large").reason


def test_nobody_answers() -> None:
    """A closed port and a broken address are errors, not exceptions."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "cannot be fetched" in error(f"http://127.0.0.1:{port}/a").reason
    assert "cannot be fetched" in error("http://[x/a").reason


def test_locate_opens_nothing(tmp_path: Path) -> None:
    """The places are known before any of them is opened, for a progress bar."""
    write(tmp_path, "a.md")
    places = locate([str(tmp_path), "https://x.test/feed", "nowhere"])
    assert [getattr(place, "is_address", None) for place in places] == [False, True, None]
