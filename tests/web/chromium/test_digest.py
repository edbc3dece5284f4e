"""An episode of the day, from the form to the post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.chromium.test_looks import violations

if TYPE_CHECKING:
    from tests.web.chromium.tab import Tab


def test_a_digest_is_set_up_and_posted_now(tab: Tab) -> None:
    """With a time, days and what it is narrowed to; and it is in the Home."""
    tab.say("/playhead digest")
    window = tab.window
    expect(window).to_contain_text("Episode of the day")
    window.get_by_label("Time", exact=True).fill("08:30")
    window.get_by_role("button", name="Remove Monday").click()
    window.get_by_label("Only episodes with").press_sequentially("terraf")
    window.get_by_role("option", name="Terraform").first.click()
    assert violations(tab) == []
    _save(tab)
    tab.page.keyboard.press("Escape")

    tab.say("/playhead digest now")

    post = tab.log.locator(".message.of-bot:not(.ephemeral)")
    expect(post).to_be_visible()
    expect(post.get_by_role("link", name="▶").first).to_be_visible()
    tab.go("Playhead Home")
    home = tab.page.get_by_role("region", name="Home")
    expect(home).to_contain_text("#podcasts")
    expect(home).to_contain_text("08:30")


def test_another_one_opens_in_the_thread(tab: Tab) -> None:
    """So that a channel keeps one episode of the day."""
    tab.say("/playhead digest")
    _save(tab)
    tab.page.keyboard.press("Escape")
    tab.say("/playhead digest now")
    post = tab.log.locator(".message.of-bot")
    expect(post).to_contain_text("asked for by @you")

    post.get_by_role("button", name="Another one").click()

    another = tab.answers(tab.thread).nth(1)
    expect(another.get_by_role("button", name="Another one")).to_be_visible()
    titles = tab.thread.locator(".section strong")
    assert titles.nth(0).inner_text() != another.locator(".section strong").first.inner_text()


def _save(tab: Tab) -> None:
    """Send the form once it is filled in; a click while it is drawn anew is lost, and repeated."""
    expect(tab.window.get_by_text("What I post")).to_be_visible()
    button = tab.window.get_by_role("button", name="Save")
    for _ in range(10):
        button.click()
        tab.page.wait_for_timeout(2000)
        if not button.count():
            return
    raise AssertionError("it was not saved")
