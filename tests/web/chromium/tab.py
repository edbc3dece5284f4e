"""What a person does in the playground, with the browser's own names for things."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Locator,
        Page,
        Request,
    )

    Scheme = Literal["light", "dark"]

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK = (1280, 800)
PHONE = (390, 844)
WAIT_MS = 15_000
"""Milliseconds that something may take to appear; a busy machine takes its time."""

expect.set_options(timeout=WAIT_MS)


def executable() -> str | None:
    """Where chromium is, or ``None``."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Tab:
    """One open page."""

    page: Page

    @property
    def log(self) -> Locator:
        """The messages of the channel."""
        return self.page.locator("#messages")

    @property
    def thread(self) -> Locator:
        """The panel with a thread."""
        return self.page.locator("#thread")

    @property
    def window(self) -> Locator:
        """The window that is open."""
        return self.page.get_by_role("dialog")

    @property
    def field(self) -> Locator:
        """Where one writes in the channel."""
        return self.page.locator("#foot textarea")

    def say(self, text: str) -> None:
        """Write something in the channel and send it."""
        self.field.fill(text)
        self.field.press("Enter")

    def reply(self, text: str) -> None:
        """Write something in the thread and send it."""
        field = self.thread.locator("textarea")
        field.fill(text)
        field.press("Enter")

    def answers(self, place: Locator | None = None) -> Locator:
        """Messages of the bot."""
        return (place or self.log).locator(".message.of-bot")

    def ask(self, text: str) -> Locator:
        """Ask in the channel by mention; the answer in the thread that opens."""
        self.say(f"@Playhead {text}")
        answer = self.answers(self.thread).last
        expect(answer).to_be_visible()
        return answer

    def command(self, text: str) -> Locator:
        """Use a slash command; the answer that only the asker sees."""
        before = self.answers().count()
        self.say(text)
        expect(self.answers()).to_have_count(before + 1)
        return self.answers().nth(before)

    def go(self, place: str) -> None:
        """Go somewhere by the sidebar."""
        self.page.get_by_role("navigation", name="Conversations").get_by_role(
            "link", name=place, exact=True
        ).click()

    def shortcut(self, name: str) -> Locator:
        """Run a global shortcut; the window that opens."""
        self.page.locator("#foot").get_by_role("button", name="Shortcuts", exact=True).click()
        self.page.get_by_role("menuitem", name=name).click()
        expect(self.window).to_be_visible()
        return self.window


@dataclass
class Opener:
    """Opens pages and listens to what they complain of.

    Attributes:
        complaints: Errors on the console, broken rules of the content policy among them; scripts
            that failed; requests to anybody but the playground.
    """

    chromium: Browser
    url: str
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def open(self, size: tuple[int, int] = DESK, scheme: Scheme = "light", path: str = "/") -> Tab:
        """Open the playground anew, as somebody who was never there.

        Args:
            size: Width and height in pixels; what is narrow is touched, too.
            scheme: What the system prefers.
            path: The page.
        """
        context = self.chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            has_touch=size == PHONE,
            is_mobile=size == PHONE,
            color_scheme=scheme,
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
            locale="en-GB",
            timezone_id="UTC",
        )
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        page.on("console", self._read)
        page.on("pageerror", lambda error: self._hear(str(error)))
        page.on("request", self._see)
        page.goto(self.url + path)
        page.locator("#messages:not([aria-busy])").locator(".welcome, .message").first.wait_for()
        return Tab(page)

    def _read(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self._hear(said.text)

    def _hear(self, text: str) -> None:
        self.complaints.append(text)

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
            self.complaints.append(f"asked {request.url}")

    def close(self) -> list[str]:
        """Close all pages; what they complained of and was not expected."""
        for context in self.contexts:
            context.close()
        return [
            each for each in self.complaints if not any(known in each for known in self.expected)
        ]
