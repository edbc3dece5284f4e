"""The playground in a real browser: Debian's chromium, without a window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.web.browser import Browser
from tests.web.chromium.tab import ARGUMENTS, Opener, executable
from tests.web.conftest import PROXIES, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser as Chromium

    from tests.web.chromium.tab import Tab


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """The browser; skips the test where none is installed.

    Started for each module anew: while it runs, its event loop is in the way of other tests'.
    """
    path = executable()
    if path is None:
        reason = "no chromium is installed (Debian: apt-get install chromium)"
        if os.environ.get("PLAYHEAD_TESTS_SKIP_NOTHING"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A playground of the test's own: what others said in it would be seen."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    with served(seeded, tmp_path / "state.db") as port:
        yield Browser(port)


@pytest.fixture
def opener(chromium: Chromium, page: Browser) -> Iterator[Opener]:
    """Opens the playground; fails the test in the end if the page complained of anything."""
    opened = Opener(chromium, f"http://127.0.0.1:{page.port}")
    yield opened
    complaints = opened.close()
    assert complaints == []


@pytest.fixture
def tab(opener: Opener) -> Tab:
    """The playground as it is on a desk, in daylight."""
    return opener.open()


@pytest.fixture(scope="module")
def still(chromium: Chromium, playground: int) -> Iterator[Tab]:
    """One page for all tests of a module that only draw in it."""
    opened = Opener(chromium, f"http://127.0.0.1:{playground}")
    yield opened.open()
    complaints = opened.close()
    assert complaints == []
