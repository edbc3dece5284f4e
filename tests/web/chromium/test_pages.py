"""The pages beside the channel in a browser: scripts save a click, and shut nobody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import Flask
from playwright.sync_api import expect

from bot.web.guard import Guard
from bot.web.pages import blueprint
from tests.web.chromium.tab import DESK, PHONE, Tab
from tests.web.chromium.test_looks import violations
from tests.web.listening import listening
from tests.web.pages.widgets import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser as Chromium
    from playwright.sync_api import Page

    from tests.web.chromium.tab import Scheme

ACME = "/episode/1-acme-makes-anvils"
PAGES = (
    ACME,
    "/episodes",
    "/technologies",
    "/technologies?category=database",
    "/technologies/postgres",
    "/x",
)

PLAYER = """
  // No recording is fetched: what the script asks of the player is what is looked at.
  const asked = (window.asked = { plays: 0, at: 0 });
  Object.defineProperties(HTMLMediaElement.prototype, {
    readyState: { get: () => 4 },
    currentTime: { get: () => asked.at, set: (value) => { asked.at = value; } },
    play: { value: () => {
      asked.plays += 1;
      return window.broken
        ? Promise.reject(new DOMException("", "NotSupportedError"))
        : Promise.resolve();
    } },
  });
"""


TICK = """(at) => {
  asked.at = at;
  document.querySelector("audio").dispatchEvent(new Event("timeupdate"));
}"""
"""The recording has come to a second."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages over a small catalogue, behind the playground's guard; their address."""
    with opened(tmp_path_factory.mktemp("widgets")) as asker:
        app = Flask("bot.web")
        Guard().install(app)
        app.register_blueprint(blueprint(lambda: asker))
        with listening(app) as port:
            yield f"http://127.0.0.1:{port}"


@pytest.fixture
def page(chromium: Chromium) -> Iterator[Page]:
    """A page on a desk; fails the test in the end if a script failed or broke the policy."""
    complaints: list[str] = []
    context = chromium.new_context(viewport={"width": DESK[0], "height": DESK[1]})
    page = context.new_page()
    page.add_init_script(PLAYER)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: complaints.append(said.text) if "Content Security" in said.text else None,
    )
    yield page
    context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_page_shuts_anybody_out(
    chromium: Chromium, site: str, size: tuple[int, int], scheme: Scheme
) -> None:
    """No serious violation, nothing to scroll sideways."""
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    page = context.new_page()
    found = []
    for path in PAGES:
        page.goto(site + path)
        found += [f"{path}: {each}" for each in violations(Tab(page))]
        if page.evaluate("document.documentElement.scrollWidth") > size[0]:
            found.append(f"{path}: scrolls sideways")
    context.close()

    assert found == []


def test_a_click_on_a_time_plays_it(page: Page, site: str) -> None:
    """From that second; the line that is spoken is marked, and said beside the player."""
    page.goto(site + ACME)
    page.locator(".lines a", has_text="12:30").click()
    page.evaluate(TICK, 750)

    assert page.evaluate("asked") == {"plays": 1, "at": 750}
    assert page.url == site + ACME
    expect(page.locator("[aria-current=true]")).to_contain_text("Everything is stored")
    expect(page.locator("[data-now]")).to_have_text("Everything is stored in PostgreSQL")


def test_the_mark_moves_on(page: Page, site: str) -> None:
    """As the recording does; before the first line nothing is marked."""
    page.goto(site + ACME)
    page.evaluate(TICK, 1300)
    expect(page.locator(".lines [aria-current]")).to_contain_text("20:00")
    page.evaluate(TICK, 5)

    expect(page.locator(".lines [aria-current]")).to_have_count(0)
    expect(page.locator("[data-now]")).to_be_empty()


def test_keys_alone_play_a_time(page: Page, site: str) -> None:
    """A time is a link like any other."""
    page.goto(site + ACME)
    page.locator(".moments a").first.focus()
    page.keyboard.press("Enter")

    assert page.evaluate("asked") == {"plays": 1, "at": 62}


def test_an_address_with_a_time_starts_there(page: Page, site: str) -> None:
    """As the show's own player does; it waits for a click."""
    page.goto(f"{site}{ACME}#1:04:22")

    assert page.evaluate("asked") == {"plays": 0, "at": 3862}


def test_a_recording_that_cannot_be_played_leaves_the_links(page: Page, site: str) -> None:
    """It is said once, and the next click leads to the show."""
    page.goto(site + ACME)
    page.evaluate("window.broken = true")
    time = page.locator(".lines a", has_text="12:30")
    time.click()
    expect(page.locator("[data-now]")).to_contain_text("cannot be played here")
    page.route("https://widgets.example/**", lambda route: route.fulfill(body="the show"))
    time.click()

    expect(page).to_have_url("https://widgets.example/podcast/1-acme-makes-anvils#12:30")


def test_typing_narrows_the_list(page: Page, site: str) -> None:
    """By any name that the vocabulary knows, and how many are left is said aloud."""
    page.goto(f"{site}/technologies")
    rows = page.locator("tbody tr[data-names]:visible")
    page.get_by_label("Name").fill("psql")

    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("PostgreSQL")
    expect(page.get_by_role("status")).to_have_text("1 found")


def test_choosing_a_category_shows_it(page: Page, site: str) -> None:
    """Without another click."""
    page.goto(f"{site}/technologies")
    page.get_by_role("combobox", name="Category").select_option("database")

    expect(page.get_by_role("heading", level=1)).to_have_text("Databases")


def test_the_colours_are_those_that_were_chosen(page: Page, site: str) -> None:
    """On every page."""
    page.goto(f"{site}/technologies")
    page.get_by_role("button", name="Switch to dark colours").click()
    page.goto(site + ACME)

    expect(page.get_by_role("button", name="Switch to light colours")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
