"""Asking in the page, and everything under an answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from tests.web.chromium.tab import Opener, Tab

SONGRENDER = (
    "https://runninginproduction.com/podcast/"
    "83-songrender-lets-you-create-audio-visualizer-videos-from-audio-clips"
)


def test_a_mention_is_answered_in_its_thread(tab: Tab) -> None:
    """The thread opens with the answer, whose links lead to the second."""
    answer = tab.ask("who uses Terraform?")

    expect(answer).to_contain_text("3 of 14 episodes use Terraform")
    time = answer.get_by_role("link", name="▶ 38:43")
    expect(time).to_have_attribute("href", f"{SONGRENDER}#38:43")
    expect(time).to_have_attribute("rel", "noopener noreferrer")
    expect(answer.locator("strong", has_text="SongRender")).to_be_visible()
    expect(tab.log.get_by_role("button", name="1 reply")).to_be_visible()
    expect(tab.log.locator(".mention")).to_have_text("@Playhead")


def test_a_thread_is_followed_up(tab: Tab) -> None:
    """The question before it is known there."""
    tab.ask("who uses Terraform?")

    tab.reply("@Playhead and Redis?")

    expect(tab.answers(tab.thread)).to_have_count(2)
    expect(tab.answers(tab.thread).last).to_contain_text("episodes use Redis")
    expect(tab.log.get_by_role("button", name="3 replies")).to_be_visible()


def test_a_thread_is_closed_and_opened_again(tab: Tab) -> None:
    """From the message it belongs to."""
    tab.ask("who uses Terraform?")
    tab.thread.get_by_role("button", name="Close the thread").click()
    expect(tab.thread).to_be_hidden()

    tab.log.get_by_role("button", name="1 reply").click()

    expect(tab.answers(tab.thread)).to_contain_text("SongRender")
    expect(tab.thread.locator("textarea")).to_be_focused()


def test_a_command_is_answered_to_the_asker_who_may_share_it(tab: Tab) -> None:
    """Sharing posts it for everybody, with the name of who did."""
    answer = tab.command("/whouses Terraform")
    expect(answer.get_by_text("Only visible to you")).to_be_visible()
    expect(answer.get_by_text("/whouses Terraform")).to_be_visible()

    answer.get_by_role("button", name="Share in channel").click()

    shared = tab.log.locator(".message.of-bot:not(.ephemeral)")
    expect(shared).to_contain_text("Shared by @you")
    expect(shared).to_contain_text("SongRender")
    expect(tab.log.get_by_role("button", name="Share in channel")).to_have_count(0)


def test_a_direct_message_is_answered_where_it_is(tab: Tab) -> None:
    """And asked on without a mention."""
    tab.go("Playhead")
    tab.say("who uses Terraform?")
    expect(tab.answers()).to_have_count(1)

    tab.say("and Redis?")

    expect(tab.answers()).to_have_count(2)
    expect(tab.answers().last).to_contain_text("episodes use Redis")
    expect(tab.thread).to_be_hidden()


def test_a_suggestion_asks(tab: Tab) -> None:
    """One press, and the answer is there."""
    idea = tab.page.locator(".welcome .idea").first
    question = idea.inner_text()

    idea.click()

    expect(tab.log.locator(".message").first).to_contain_text(question)
    expect(tab.answers(tab.thread)).to_be_visible()
    expect(tab.page.locator(".idea-strip")).to_be_visible()


def test_pages_are_turned_in_place(tab: Tab) -> None:
    """More, and back again, in the same message."""
    answer = tab.command("/whouses postgres")
    first = answer.locator(".section strong").nth(0).inner_text()

    answer.get_by_role("button", name="Show more (5)").click()
    expect(answer.get_by_role("button", name="Back")).to_be_visible()
    expect(answer.locator(".section").nth(1)).not_to_contain_text(first)
    answer.get_by_role("button", name="Back").click()

    expect(answer.get_by_role("button", name="Show more (5)")).to_be_visible()
    expect(answer.locator(".section").nth(1)).to_contain_text(first)
    expect(tab.answers()).to_have_count(1)


def test_a_menu_tells_more_of_an_episode(tab: Tab) -> None:
    """The three dots beside an episode."""
    answer = tab.command("/whouses Terraform")
    answer.get_by_role("button", name="More about SongRender").click()

    tab.page.get_by_role("menuitem", name="Full stack").click()

    expect(tab.answers()).to_have_count(2)
    expect(tab.answers().last).to_contain_text("SongRender runs on")
    expect(tab.answers().last.get_by_role("table")).to_contain_text("Express")


def test_thumbs_are_thanked_for(tab: Tab) -> None:
    """To the person only, and the thumb stays pressed."""
    answer = tab.command("/whouses Terraform")
    thumb = answer.get_by_role("button", name="Helpful", exact=True)

    thumb.click()

    expect(tab.log.get_by_text("Thanks, good to know.")).to_be_visible()
    expect(thumb).to_have_attribute("aria-pressed", "true")


def test_the_json_of_a_message_is_copied(tab: Tab) -> None:
    """Block Kit Builder takes it as it is."""
    answer = tab.command("/whouses Terraform")
    answer.get_by_role("button", name="JSON").click()

    tab.window.get_by_role("button", name="Copy for Block Kit Builder").click()

    expect(tab.page.get_by_text("Copied.").last).to_be_visible()
    copied = json.loads(tab.page.evaluate("navigator.clipboard.readText()"))
    assert list(copied) == ["blocks"]
    assert {"section", "actions", "context_actions"} == {each["type"] for each in copied["blocks"]}
    tab.page.keyboard.press("Escape")
    expect(tab.window).to_be_hidden()
    expect(answer.get_by_role("button", name="JSON")).to_be_focused()


def test_the_order_and_the_time_are_shown(tab: Tab) -> None:
    """Beside the message, apart from what Slack would show."""
    answer = tab.command("/playhead how do they handle background jobs?")
    why = answer.get_by_role("button", name="Why this order")
    expect(answer.locator(".took")).to_contain_text(" ms")
    expect(answer.locator(".why")).to_be_hidden()

    why.click()

    expect(why).to_have_attribute("aria-expanded", "true")
    expect(answer.locator(".why li").first).to_be_visible()


def test_a_link_to_an_episode_gets_a_card(tab: Tab) -> None:
    """As the app unfurls it."""
    tab.say(f"worth a listen: {SONGRENDER}#38:43")

    card = tab.log.locator(".card")
    expect(card).to_contain_text("Jake Lazaroff")
    expect(card.get_by_role("link", name="▶ 38:43")).to_be_visible()


def test_everything_is_there_after_a_reload(tab: Tab) -> None:
    """The channel, the thread and who sees what; no window opens again."""
    tab.ask("who uses Terraform?")
    tab.command("/whouses Redis")

    tab.page.reload()

    expect(tab.log.get_by_role("button", name="1 reply")).to_be_visible()
    expect(tab.answers()).to_contain_text("Only visible to you")


def test_a_message_elsewhere_is_counted(opener: Opener) -> None:
    """What arrives in a channel that is not looked at is marked in the sidebar."""
    there, here = opener.open(), opener.open()
    here.go("general")
    there.go("podcasts")
    there.command("/whouses Terraform")

    place = here.page.get_by_role("link", name="podcasts")
    expect(place).to_contain_text("1 new")
    place.click()
    expect(here.answers()).to_be_visible()
    expect(place).not_to_contain_text("new")


def test_a_silent_server_is_said(opener: Opener) -> None:
    """What was written is not lost."""
    opener.expected += ["Failed to load resource", "net::ERR_FAILED"]
    tab = opener.open()
    expect(tab.page.locator(".welcome")).to_be_visible()
    tab.page.route("**/api-play/say", lambda route: route.abort())

    tab.say("@Playhead who uses Terraform?")

    expect(tab.page.locator(".toast")).to_contain_text("does not answer")
    expect(tab.field).to_have_value("@Playhead who uses Terraform?")


def test_a_lost_connection_is_said_and_found_again(opener: Opener) -> None:
    """Nothing has to be reloaded."""
    opener.expected += ["Failed to load resource", "net::ERR_FAILED"]
    tab = opener.open()
    lost = tab.page.get_by_text("The playground does not answer; trying again…")
    tab.page.route("**/api-play/feed*", lambda route: route.abort())
    tab.say("hello there")
    expect(lost).to_be_visible()

    tab.page.unroute("**/api-play/feed*")
    tab.say("@Playhead who uses Terraform?")

    expect(lost).to_be_hidden()
    expect(tab.answers(tab.thread)).to_be_visible()
    expect(tab.log.get_by_text("hello there")).to_be_visible()


def test_a_server_that_was_started_anew_is_followed(opener: Opener) -> None:
    """What the one before had told is gone from the page, too."""
    tab = opener.open()
    tab.say("of the first one")
    expect(tab.log.get_by_text("of the first one")).to_be_visible()
    said = {"ts": "1.000001", "channel": "C0PODCASTS", "user": "U0YOU", "text": "of the other"}
    anew = {"seq": 1, "reset": True, "events": [{"seq": 1, "type": "message", "message": said}]}
    waiting: list[Route] = []

    def answer(route: Route) -> None:
        waiting.append(route)
        if len(waiting) == 1:
            route.fulfill(json=anew)

    tab.page.route("**/api-play/feed*", answer)
    tab.say("ends the request that waits")

    expect(tab.log.get_by_text("of the other")).to_be_visible()
    expect(tab.log.locator(".message")).to_have_count(1)
    tab.page.unroute_all(behavior="ignoreErrors")


def test_the_bot_says_that_it_is_at_work(tab: Tab) -> None:
    """Below the messages, until it takes that back."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    def told(text: str) -> None:
        while not waiting:
            tab.page.wait_for_timeout(10)
        event = {"type": "status", "channel": "C0PODCASTS", "thread_ts": None, "text": text}
        waiting.pop().fulfill(json={"seq": 1, "reset": False, "events": [event]})

    tab.page.route("**/api-play/feed*", hold)
    tab.say("ends the request that waits")
    told("is looking through the show notes…")
    status = tab.log.locator(".typing")
    expect(status).to_have_text("Playhead is looking through the show notes…")

    told("")

    expect(status).to_be_hidden()
    tab.page.unroute_all(behavior="ignoreErrors")


def test_another_page_hands_over_a_question(opener: Opener) -> None:
    """It is written, not sent."""
    tab = opener.open(path="/?ask=who%20uses%20Redis%3F")

    expect(tab.field).to_have_value("@Playhead who uses Redis?")
    expect(tab.field).to_be_focused()
    assert "ask=" not in tab.page.url
