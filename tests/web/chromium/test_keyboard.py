"""Everything without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.web.chromium.tab import Tab

NAME = (
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText.trim()"
)


def test_a_whole_conversation_by_keys(tab: Tab) -> None:
    """Ask, go up to the answer, look into its JSON, share it."""
    keyboard = tab.page.keyboard
    expect(tab.field).to_be_focused()
    keyboard.type("/w")
    expect(tab.page.get_by_role("option", name="/whouses [technology]")).to_be_visible()
    keyboard.press("Enter")
    expect(tab.field).to_have_value("/whouses ")
    keyboard.type("Terraform")
    keyboard.press("Enter")
    answer = tab.answers()
    expect(answer).to_be_visible()

    keyboard.press("ArrowUp")
    expect(answer).to_be_focused()
    for _ in range(30):
        keyboard.press("Tab")
        if tab.page.evaluate(NAME) == "JSON":
            break
    keyboard.press("Enter")
    expect(tab.window).to_be_visible()
    keyboard.press("Escape")
    expect(answer.get_by_role("button", name="JSON")).to_be_focused()
    answer.get_by_role("button", name="Share in channel").press("Enter")

    expect(tab.log).to_contain_text("Shared by @you")
    expect(answer.first).to_be_focused()


def test_a_menu_by_keys(tab: Tab) -> None:
    """Arrows go round, Escape gives the focus back, Enter chooses."""
    answer = tab.command("/whouses Terraform")
    dots = answer.get_by_role("button", name="More about SongRender")
    keyboard = tab.page.keyboard
    dots.press("ArrowDown")
    expect(tab.page.get_by_role("menuitem", name="Similar episodes")).to_be_focused()
    keyboard.press("ArrowUp")
    expect(tab.page.get_by_role("menuitem", name="Key moments")).to_be_focused()
    keyboard.press("Escape")
    expect(dots).to_be_focused()
    expect(tab.page.get_by_role("menu")).to_have_count(0)

    dots.press("Enter")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")

    expect(tab.answers().last).to_contain_text("SongRender runs on")
    expect(dots).to_be_focused()


def test_a_list_by_keys(tab: Tab) -> None:
    """Arrows move what is meant, Enter takes it, and the field says which it is."""
    window = tab.shortcut("Search episodes")
    technology = window.get_by_label("Uses")
    technology.press("ArrowDown")
    expect(technology).to_have_attribute("aria-expanded", "true")
    first = technology.get_attribute("aria-activedescendant")
    technology.press("ArrowDown")
    assert technology.get_attribute("aria-activedescendant") != first
    technology.press("ArrowUp")
    meant = window.locator(f"#{first}").inner_text()

    technology.press("Enter")

    expect(technology).to_have_value(meant)
    expect(technology).to_have_attribute("aria-expanded", "false")


def test_names_complete_themselves(tab: Tab) -> None:
    """The bot's, by Tab; a line more by Shift and Enter; Escape puts the list away."""
    tab.field.press_sequentially("ask @pl")
    expect(tab.page.get_by_role("option", name="@Playhead")).to_be_visible()
    tab.field.press("Tab")
    expect(tab.field).to_have_value("ask @Playhead ")
    tab.field.press("Shift+Enter")
    expect(tab.field).to_have_value("ask @Playhead \n")

    tab.field.fill("/")
    expect(tab.page.get_by_role("listbox")).to_be_visible()
    tab.field.press("Escape")

    expect(tab.page.get_by_role("listbox")).to_have_count(0)
    expect(tab.field).to_have_value("/")


def test_the_first_stop_leads_past_the_sidebar(tab: Tab) -> None:
    """And every stop can be seen."""
    expect(tab.page.locator(".welcome")).to_be_visible()
    skip = tab.page.get_by_role("link", name="Skip to the messages")
    for _ in range(20):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate(NAME) == "Skip to the messages":
            break
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tab.page.keyboard.press("Enter")
    expect(tab.log).to_be_focused()

    style = "getComputedStyle(document.activeElement)"
    for _ in range(10):
        tab.page.keyboard.press("Tab")
        shown = tab.page.evaluate(
            f"{style}.outlineStyle !== 'none' || document.activeElement.matches('textarea, body')"
        )
        assert shown, tab.page.evaluate(NAME)


def test_a_thread_is_left_by_escape(tab: Tab) -> None:
    """The focus goes back to where it came from."""
    tab.ask("who uses Terraform?")
    tab.thread.get_by_role("button", name="Close the thread").press("Enter")
    replies = tab.log.get_by_role("button", name="1 reply")
    replies.press("Enter")
    expect(tab.thread.locator("textarea")).to_be_focused()

    tab.page.keyboard.press("Escape")

    expect(tab.thread).to_be_hidden()
    expect(replies).to_be_focused()
