"""Light and dark, desk and phone, and what axe finds in each."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.web.chromium.tab import DESK, PHONE

if TYPE_CHECKING:
    from tests.web.chromium.tab import Opener, Scheme, Tab

BACKGROUND = "getComputedStyle(document.querySelector('main')).backgroundColor"
WIDE = "document.documentElement.scrollWidth"
WHITE = "rgb(255, 255, 255)"
AXE = files("axe_playwright_python").joinpath("axe.min.js")


def violations(tab: Tab) -> list[str]:
    """What axe-core calls serious or critical, and where."""
    tab.page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = tab.page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{each['id']}: {node['html'][:200]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(DESK, "light"), (DESK, "dark"), (PHONE, "dark")],
    ids=["desk-light", "desk-dark", "phone-dark"],
)
def test_nobody_is_shut_out(opener: Opener, size: tuple[int, int], scheme: Scheme) -> None:
    """No serious violation: empty, with answers, with a menu, with windows, in the Home."""
    tab = opener.open(size, scheme)
    expect(tab.page.locator(".welcome")).to_be_visible()
    found = violations(tab)
    answer = tab.command("/whouses postgres")
    answer.get_by_role("button", name="More about").first.click()
    found += violations(tab)
    tab.page.keyboard.press("Escape")
    tab.ask("what are the most popular databases?")
    found += violations(tab)
    tab.thread.get_by_role("button", name="Close the thread").click()
    tab.shortcut("Search episodes").get_by_label("Uses").click()
    expect(tab.window.get_by_role("option").first).to_be_visible()
    found += violations(tab)
    tab.page.keyboard.press("Escape")
    tab.page.keyboard.press("Escape")
    tab.say("/playhead settings")
    expect(tab.window.get_by_label("Mentions only")).to_be_visible()
    found += violations(tab)
    tab.page.keyboard.press("Escape")
    tab.page.goto(f"{opener.url}/#/home")
    expect(tab.page.get_by_role("region", name="Home")).to_contain_text("How to ask")
    found += violations(tab)

    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_system_decides_until_a_person_does(opener: Opener, scheme: Scheme) -> None:
    """What they chose is kept for the next time."""
    tab = opener.open(scheme=scheme)
    light = tab.page.evaluate(BACKGROUND) == WHITE
    assert light == (scheme == "light")
    wanted = "dark" if light else "light"

    tab.page.get_by_role("button", name=f"Switch to {wanted} colours").click()
    assert (tab.page.evaluate(BACKGROUND) == WHITE) != light
    tab.page.reload()

    expect(tab.page.get_by_role("button", name=f"Switch to {scheme} colours")).to_be_visible()
    assert (tab.page.evaluate(BACKGROUND) == WHITE) != light


def test_on_a_phone_the_sidebar_is_a_drawer(opener: Opener) -> None:
    """It opens by its button, leads on, and is gone."""
    tab = opener.open(PHONE)
    drawer = tab.page.get_by_role("navigation", name="Conversations")
    expect(drawer).to_have_count(0)

    button = tab.page.get_by_role("button", name="Conversations")
    button.tap()
    expect(drawer.get_by_role("link").first).to_be_focused()
    tab.page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(button).to_be_focused()
    button.tap()
    drawer.get_by_role("link", name="general").tap()

    expect(drawer).to_have_count(0)
    expect(tab.page.get_by_role("heading", name="general")).to_be_visible()


def test_a_phone_shows_all_without_scrolling_sideways(opener: Opener) -> None:
    """An answer, a thread over the whole width, and the way back."""
    tab = opener.open(PHONE)
    tab.command("/whouses postgres")
    answer = tab.ask("what does SongRender run on?")
    expect(answer.get_by_role("table")).to_be_visible()
    box = tab.thread.bounding_box()
    assert box is not None
    assert box["width"] == PHONE[0]
    assert tab.page.evaluate(WIDE) == PHONE[0]

    tab.thread.get_by_role("button", name="Close the thread").tap()

    expect(tab.answers()).to_be_visible()
    assert tab.page.evaluate(WIDE) == PHONE[0]


def test_nothing_moves_for_those_who_do_not_want_it(tab: Tab) -> None:
    """The system's wish for less motion is followed."""
    tab.page.locator(".idea").first.hover()
    running = (
        "document.getAnimations().filter((each) => each.effect.getTiming().duration > 1).length"
    )

    assert tab.page.evaluate(running) == 0
