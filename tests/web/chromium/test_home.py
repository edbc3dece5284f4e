"""The bot's own pages: its Home and the conversation with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.web.chromium.tab import Tab


def test_the_home_shows_what_is_there(tab: Tab) -> None:
    """And is the page that the address names."""
    tab.go("Playhead Home")

    home = tab.page.get_by_role("region", name="Home")
    expect(home).to_contain_text("14 episodes")
    expect(home.get_by_role("heading", name="Playhead")).to_be_visible()
    expect(tab.page).to_have_title("Playhead · Playhead")
    assert tab.page.url.endswith("#/home")


def test_a_technology_is_browsed(tab: Tab) -> None:
    """The menu is searched while one types, in groups; the answer opens in a window."""
    tab.go("Playhead Home")
    menu = tab.page.get_by_role("combobox", name="Browse technologies…")
    menu.click()
    expect(tab.page.get_by_role("group", name="Technologies")).to_be_visible()
    menu.press_sequentially("songs")
    expect(tab.page.get_by_text("Nothing found")).to_be_visible()
    menu.fill("django")

    tab.page.get_by_role("option", name="Django (6)").click()

    expect(tab.window).to_contain_text("6 of 14 episodes use Django")


def test_tabs_lead_to_the_messages_and_back(tab: Tab) -> None:
    """Which begin with what the app proposes."""
    tab.go("Playhead Home")
    tabs = tab.page.get_by_role("navigation", name="Playhead")
    tabs.get_by_role("link", name="Messages").click()
    idea = tab.page.locator(".idea", has_text="Postgres vs MySQL")

    idea.click()

    expect(tab.answers()).to_contain_text("PostgreSQL")
    tab.page.go_back()
    expect(tab.page.get_by_role("region", name="Home")).to_contain_text("14 episodes")
