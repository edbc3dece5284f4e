"""The app's windows: forms that are filled in, sent, refused, and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.web.chromium.tab import Tab

SEARCH = "Search episodes"


def test_a_form_is_answered_in_its_window(tab: Tab) -> None:
    """Words, a technology that is found while typing, and a length."""
    window = tab.shortcut(SEARCH)
    expect(window.get_by_label("Words")).to_be_focused()
    technology = window.get_by_label("Uses")
    technology.press_sequentially("terraf")
    window.get_by_role("option", name="Terraform").click()
    expect(technology).to_have_value("Terraform (3)")

    window.get_by_role("button", name="Search").click()

    expect(window).to_contain_text("Asked: who uses Terraform")
    expect(window.get_by_role("link", name="▶ 38:43")).to_be_visible()
    expect(window.get_by_role("button", name="Search")).to_have_count(0)


def test_a_choice_is_taken_back(tab: Tab) -> None:
    """By emptying the field; half a word chooses nothing."""
    window = tab.shortcut(SEARCH)
    length = window.get_by_label("Length")
    length.click()
    window.get_by_role("option", name="Over an hour").click()
    expect(length).to_have_value("Over an hour")

    length.fill("Und")
    window.get_by_label("Words").click()
    expect(length).to_have_value("Over an hour")
    length.fill("")
    window.get_by_label("Words").click()

    expect(length).to_have_value("")
    window.get_by_role("button", name="Search").click()
    expect(window).to_contain_text("Asked: 10 latest episodes")


def test_a_window_keeps_the_focus_and_gives_it_back(tab: Tab) -> None:
    """The Tab key goes round inside; Escape closes first the list, then the window."""
    window = tab.shortcut(SEARCH)
    keyboard = tab.page.keyboard
    inside = "document.activeElement.closest('dialog') !== null"
    for _ in range(12):
        keyboard.press("Tab")
        assert tab.page.evaluate(inside)
    for _ in range(12):
        keyboard.press("Shift+Tab")
        assert tab.page.evaluate(inside)
    window.get_by_label("Length").click()
    expect(window.get_by_role("listbox")).to_be_visible()

    keyboard.press("Escape")
    expect(window.get_by_role("listbox")).to_have_count(0)
    expect(window).to_be_visible()
    keyboard.press("Escape")

    expect(tab.window).to_have_count(0)
    expect(tab.page.locator("#foot").get_by_role("button", name="Shortcuts")).to_be_focused()


def test_settings_are_kept(tab: Tab) -> None:
    """A choice among conversations and one among radio buttons."""
    tab.go("podcasts")
    tab.say("/playhead settings")
    expect(tab.window.get_by_label("Channel", exact=True)).to_have_value("#podcasts")
    tab.window.get_by_label("Whole thread").check()

    tab.window.get_by_role("button", name="Save").click()

    expect(tab.window).to_contain_text("#podcasts: Whole thread")
    tab.window.get_by_role("contentinfo").or_(tab.window.locator("footer")).get_by_role(
        "button", name="Close"
    ).click()
    tab.ask("who uses Terraform?")
    tab.reply("and Redis?")
    expect(tab.answers(tab.thread)).to_have_count(2)


def test_a_field_that_must_be_filled_in_says_so(tab: Tab) -> None:
    """At the field, which gets the focus."""
    tab.go("Playhead Home")
    tab.page.locator("#home").get_by_role("button", name="Channel settings").click()
    channel = tab.window.get_by_label("Channel", exact=True)
    expect(channel).to_have_value("")

    tab.window.get_by_role("button", name="Save").click()

    expect(channel).to_have_attribute("aria-invalid", "true")
    expect(channel).to_be_focused()
    expect(tab.window.get_by_text("Please complete this required field.")).to_be_visible()
    channel.click()
    tab.window.get_by_role("option", name="#general").click()
    expect(tab.window.get_by_label("Mentions only")).to_be_visible()
    tab.window.get_by_role("button", name="Save").click()
    expect(tab.window).to_contain_text("#general: Mentions only")


def test_a_message_has_shortcuts(tab: Tab) -> None:
    """What the shows say about any message's subject."""
    tab.say("we might move to Terraform one day")
    tab.log.get_by_role("button", name="Message shortcuts").click()

    tab.page.get_by_role("menuitem", name="Find related episodes").click()

    expect(tab.window).to_contain_text("Related episodes")
    expect(tab.window.get_by_role("link", name="▶ 38:43")).to_be_visible()
