"""The pictures of the documents: the playground itself, photographed in a browser.

A picture carries a fingerprint of the words and colours on it. It is taken anew only when they
change, not when the clock or the time that an answer took does, so ``make docs`` twice changes
nothing. Without a chromium the pictures stay as they are.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from socket import create_server
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.cli.playground import build, forget_proxies
from bot.config import BUNDLED_SEEDS, Settings, SlackSettings
from bot.load import ensure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
STATIC = ROOT / "bot" / "web" / "static"
LOOKS = ("base.css", "app.css", "messages.css", "blocks.css", "pages.css", "mark.svg")
"""The files that the page takes its looks from."""
EPISODE = "83-songrender-lets-you-create-audio-visualizer-videos-from-audio-clips"
TODAY = date(2021, 12, 20)
MOST_BYTES = 300_000
_MARK = "Fingerprint"
_COLOURS = 256
_ARGUMENTS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars".split()
_WORDS = """() => {
  const copy = document.body.cloneNode(true);
  for (const each of copy.querySelectorAll("time, .took, .replies span, [popover]")) each.remove();
  return copy.innerText;
}"""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is photographed.

    Attributes:
        name: Of the file, without its end and the colours.
        size: Width and height in pixels; photographed at double density.
        pose: Makes the page show it.
    """

    name: str
    size: tuple[int, int]
    pose: Callable[[Page], None]


def channel(page: Page) -> None:
    """A channel with a thread beside it."""
    thread(page)
    page.get_by_role("button", name="1 reply").wait_for()
    field = page.locator("#foot textarea")
    field.fill("/playhead what are the most popular databases?")
    field.press("Enter")
    page.locator(".message.ephemeral table").wait_for()
    page.evaluate("document.activeElement.blur()")


def thread(page: Page) -> None:
    """A question and its answer."""
    field = page.locator("#foot textarea")
    field.fill("@Playhead who uses Terraform?")
    field.press("Enter")
    page.locator("#thread .message.of-bot").wait_for()
    page.evaluate("document.activeElement.blur()")


def technologies(page: Page) -> None:
    """The charts."""
    page.goto(urljoin(page.url, "/technologies"))
    page.locator("#over-years").wait_for()


def episode(page: Page) -> None:
    """An episode with its moments and its stack."""
    page.goto(urljoin(page.url, f"/episode/{EPISODE}"))
    page.locator("#moments").wait_for()


PICTURES = (
    Picture("playground", (1280, 850), channel),
    Picture("phone", (390, 780), thread),
    Picture("technologies", (1280, 830), technologies),
    Picture("episode", (1280, 830), episode),
)
SCHEMES = ("light", "dark")


def main(arguments: list[str]) -> int:
    """Take what has to be taken; with ``--check`` only say what would be.

    Returns:
        The exit code: 1 when a picture has fallen behind and was only checked.
    """
    executable = shutil.which("chromium")
    if executable is None:
        sys.stdout.write("no chromium (apt-get install chromium): the pictures stay as they are\n")
        return 0
    checked = "--check" in arguments
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        stale = [name for name in all_pictures(browser, Path(folder), write=not checked) if name]
    for name in stale:
        sys.stdout.write(f"{name}: {'has fallen behind, run make docs' if checked else 'taken'}\n")
    return int(checked and bool(stale))


def all_pictures(browser: Browser, folder: Path, *, write: bool) -> Iterator[str]:
    """Every picture in every colour scheme; its file where that is not what it would be now."""
    database = folder / "playhead.db"
    ensure(database, BUNDLED_SEEDS)
    for picture in PICTURES:
        for scheme in SCHEMES:
            with playground(database) as url:
                yield take(browser, url, picture, scheme, write=write)


def take(browser: Browser, url: str, picture: Picture, scheme: str, *, write: bool) -> str:
    """Photograph a page, if the file there shows something else; the name of the file then."""
    path = FOLDER / f"{picture.name}-{scheme}.png"
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="en-GB",
    )
    with closing(context):
        page = context.new_page()
        page.goto(url)
        page.locator(".welcome").wait_for()
        picture.pose(page)
        mark = fingerprint(page.evaluate(_WORDS))
        if mark == marked(path):
            return ""
        if write:
            store(path, page.screenshot(), mark)
    return str(path.relative_to(ROOT))


def fingerprint(words: str) -> str:
    """What a picture shows: its words, and the files that give them their looks."""
    looks = [(STATIC / name).read_bytes() for name in LOOKS]
    return sha256(b"\0".join([words.encode(), *looks])).hexdigest()


def marked(path: Path) -> str:
    """The fingerprint that a file carries; empty when there is no such file."""
    if not path.is_file():
        return ""
    with Image.open(path) as image:
        return str(image.info.get(_MARK, ""))


def store(path: Path, png: bytes, mark: str) -> None:
    """Write a picture with few enough colours to be loaded quickly.

    Raises:
        ValueError: It is larger than a document should ask its readers to load.
    """
    path.parent.mkdir(exist_ok=True)
    with Image.open(BytesIO(png)) as image:
        small = fewer_colours(image.convert("RGB"))
    info = PngInfo()
    info.add_text(_MARK, mark)
    small.save(path, optimize=True, pnginfo=info)
    if path.stat().st_size > MOST_BYTES:
        raise ValueError(f"{path}: {path.stat().st_size} bytes; show less or use fewer colours")


def fewer_colours(image: Image.Image) -> Image.Image:
    """The picture in its most frequent colours; every other becomes the nearest of them."""
    pixels = np.asarray(image, dtype=np.int32)
    seen, where, counts = np.unique(
        pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    common = seen[np.argsort(-counts)[:_COLOURS]]
    nearest = ((seen[:, None] - common[None]) ** 2).sum(axis=2).argmin(axis=1)
    small = Image.fromarray(nearest[where].reshape(pixels.shape[:2]).astype(np.uint8))
    small.putpalette(common.astype(np.uint8).tobytes())
    return small


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of requests that went well."""


@contextmanager
def playground(database: Path) -> Iterator[str]:
    """A playground in which nothing was said; yields its address."""
    forget_proxies()
    with create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        state = str(Path(folder) / "state.db")
        slack = SlackSettings(port=port)
        settings = Settings(db=database, today=TODAY, database_url=state, slack=slack)
        app, close = build(settings)
        server = make_server("127.0.0.1", port, app, threaded=True, request_handler=_Quiet)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            close()
            server.shutdown()
            server.server_close()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
