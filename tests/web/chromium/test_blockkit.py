"""Block Kit in the page: every kind of block and element, and what a press hands to the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.web.chromium.tab import Tab

Json = dict[str, Any]

# Draws blocks in the place of the page, and keeps what they tell the app instead of sending it.
DRAW = """async (list) => {
  const { blocks } = await import("/static/blockkit/index.js");
  const { Surface } = await import("/static/blockkit/surface.js");
  const store = {
    workspace: {
      me: { id: "U1", name: "you" }, bot: { id: "U2", name: "Playhead" },
      channels: [
        { id: "C1", name: "podcasts", kind: "channel" }, { id: "D1", name: "Playhead", kind: "im" },
      ],
    },
    names: { user: (id) => id, channel: (id) => id },
    emit: () => {},
  };
  window.told = [];
  class Recorder extends Surface {
    async act(block, element, change) {
      told.push({ block, action: element.action_id, ...change });
    }
    async options(block, element, value) {
      return { options: [{ text: { type: "plain_text", text: `found ${value}` }, value }] };
    }
  }
  window.surface = new Recorder({ type: "message", id: "1.0" }, store, "C1");
  const main = document.querySelector("main");
  main.replaceChildren(blocks(list, surface));
}"""


def plain(text: str) -> Json:
    """A text object."""
    return {"type": "plain_text", "text": text}


def option(text: str, **more: object) -> Json:
    """An option with a value of the same name."""
    return {"text": plain(text), "value": text.lower(), **more}


def element(kind: str, **more: object) -> Json:
    """An element."""
    return {"type": kind, "action_id": kind, **more}


def actions(*elements: Json) -> Json:
    """A row of elements."""
    return {"type": "actions", "block_id": "row", "elements": list(elements)}


OPTIONS = [option("One"), option("Two", description=plain("the second"))]
TWO = OPTIONS[1]


@pytest.fixture
def place(still: Tab) -> Locator:
    """Where blocks are drawn."""
    return still.page.locator("main")


def draw(place: Locator, *blocks: Json) -> None:
    """Draw blocks."""
    place.page.evaluate(DRAW, list(blocks))


def told(place: Locator) -> list[Json]:
    """What the app was told."""
    said: list[Json] = place.page.evaluate("window.told")
    return said


def kept(place: Locator) -> Json:
    """What is filled in, as Slack hands it over."""
    values: Json = place.page.evaluate("window.surface.values")
    return values


def test_blocks_that_show(place: Locator) -> None:
    """Header, section with fields, context with a picture, divider, image, table, rich text."""
    pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    picture = {"type": "image", "image_url": pixel, "alt_text": "a dot"}
    cell = {"type": "raw_text", "text": "cell <b>"}
    rich = {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_list",
                "style": "ordered",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [
                            {"type": "text", "text": "strong", "style": {"bold": True}},
                            {"type": "link", "url": "https://x.test/", "text": "link"},
                            {"type": "emoji", "name": "tada"},
                        ],
                    }
                ],
            },
            {
                "type": "rich_text_quote",
                "elements": [{"type": "user", "user_id": "U1"}],
            },
            {
                "type": "rich_text_preformatted",
                "elements": [{"type": "text", "text": "x = 1"}],
            },
        ],
    }
    draw(
        place,
        {"type": "header", "text": plain("Head :tada:")},
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*bold*"},
            "fields": [plain("left"), plain("right")],
            "accessory": picture,
        },
        {"type": "context", "elements": [picture, {"type": "mrkdwn", "text": "_small_"}]},
        {"type": "divider"},
        {**picture, "title": plain("Dot")},
        {
            "type": "table",
            "rows": [[cell, rich], [cell, rich]],
            "column_settings": [{"align": "right", "is_wrapped": True}],
        },
        rich,
        {"type": "hologram"},
    )

    expect(place.get_by_role("heading", name="Head 🎉")).to_be_visible()
    expect(place.locator(".fields")).to_have_text("leftright")
    expect(place.get_by_role("img", name="a dot")).to_have_count(3)
    expect(place.locator(".context em")).to_have_text("small")
    expect(place.get_by_role("separator")).to_have_count(1)
    expect(place.locator("figcaption")).to_have_text("Dot")
    expect(place.get_by_role("columnheader")).to_have_count(2)
    expect(place.get_by_role("cell").first).to_have_text("cell <b>")
    expect(place.get_by_role("cell").first).to_have_css("text-align", "end")
    expect(place.locator(".blocks > .rich-text ol > li strong")).to_have_text("strong")
    expect(place.locator(".blocks > .rich-text blockquote")).to_have_text("@U1")
    expect(place.locator(".blocks > .rich-text pre")).to_have_text("x = 1")
    expect(place.get_by_text("Slack shows a “hologram” here")).to_be_visible()


def test_pictures_that_cannot_be_shown_are_described(place: Locator) -> None:
    """And an address that is none of the web's is never asked for."""
    draw(
        place,
        {"type": "image", "image_url": "data:image/png;base64,AAAA", "alt_text": "a graph"},
        {"type": "image", "image_url": "javascript:alert(1)", "alt_text": "a trick"},
    )

    expect(place.get_by_text("a graph")).to_be_visible()
    expect(place.get_by_text("a trick")).to_be_visible()
    expect(place.get_by_role("img")).to_have_count(0)


def test_buttons_tell_what_they_carry(place: Locator) -> None:
    """One that asks back first tells nothing when the answer is no."""
    sure = {
        "title": plain("Sure?"),
        "text": plain("It is gone then."),
        "confirm": plain("Delete"),
        "deny": plain("Keep"),
        "style": "danger",
    }
    draw(
        place,
        actions(
            element("button", text=plain("Go"), value="v", style="primary"),
            element("button", action_id="risky", text=plain("Remove"), confirm=sure),
            element("button", action_id="away", text=plain("Site"), url="https://x.test/"),
            element("button", action_id="trick", text=plain("Trick"), url="javascript:alert(1)"),
        ),
        {
            "type": "context_actions",
            "block_id": "below",
            "elements": [element("icon_button", icon="trash", text=plain("Delete"), value="x")],
        },
    )
    page = place.page

    place.get_by_role("button", name="Go").click()
    place.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog", name="Sure?").get_by_role("button", name="Keep").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert [each["action"] for each in told(place)] == ["button"]
    place.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    place.get_by_role("button", name="Delete").click()

    expect(place.get_by_role("link", name="Site")).to_have_attribute("href", "https://x.test/")
    expect(place.get_by_text("Trick")).not_to_have_attribute("href", "javascript:alert(1)")
    assert told(place) == [
        {"block": "row", "action": "button", "text": plain("Go"), "value": "v", "style": "primary"},
        {"block": "row", "action": "risky", "text": plain("Remove")},
        {"block": "below", "action": "icon_button", "icon": "trash", "value": "x"},
    ]


@pytest.mark.parametrize(
    ("made", "choose", "change"),
    [
        (element("static_select", options=OPTIONS), ("Two",), {"selected_option": TWO}),
        (
            element("static_select", option_groups=[{"label": plain("All"), "options": OPTIONS}]),
            ("Two",),
            {"selected_option": TWO},
        ),
        (
            element("multi_static_select", options=OPTIONS),
            ("One", "Two"),
            {"selected_options": OPTIONS},
        ),
        (
            element("external_select", min_query_length=0),
            ("found",),
            {"selected_option": {"text": plain("found "), "value": ""}},
        ),
        (element("conversations_select"), ("#podcasts",), {"selected_conversation": "C1"}),
        (element("channels_select"), ("#podcasts",), {"selected_channel": "C1"}),
        (element("users_select"), ("you",), {"selected_user": "U1"}),
        (
            element("multi_users_select"),
            ("you", "Playhead"),
            {"selected_users": ["U1", "U2"]},
        ),
        (
            element("multi_conversations_select"),
            ("#podcasts", "Playhead"),
            {"selected_conversations": ["C1", "D1"]},
        ),
    ],
    ids=lambda value: value.get("type") if isinstance(value, dict) else None,
)
def test_menus_tell_what_was_chosen(
    place: Locator, made: Json, choose: tuple[str, ...], change: Json
) -> None:
    """In Slack's words for their kind, and the same is in the state."""
    draw(place, actions(made))
    for name in choose:
        place.get_by_role("combobox").click()
        place.get_by_role("option", name=name).click()

    assert told(place)[-1] == {"block": "row", "action": made["action_id"], **change}
    assert kept(place) == {"row": {made["action_id"]: {"type": made["type"], **change}}}


def test_of_many_each_can_be_taken_away(place: Locator) -> None:
    """By its own button, by choosing it again, by the key that deletes."""
    draw(
        place,
        actions(element("multi_static_select", options=OPTIONS, initial_options=OPTIONS)),
    )
    menu = place.get_by_role("combobox")
    expect(place.locator(".chip")).to_have_text(["One", "Two"])

    place.get_by_role("button", name="Remove One").click()
    expect(place.locator(".chip")).to_have_text(["Two"])
    menu.click()
    place.get_by_role("option", name="Two").click()
    expect(place.locator(".chip")).to_have_count(0)
    menu.click()
    place.get_by_role("option", name="One").click()
    menu.press("Backspace")

    expect(place.locator(".chip")).to_have_count(0)
    assert told(place)[-1]["selected_options"] == []


def test_choices_and_pickers_tell_at_once(place: Locator) -> None:
    """Radio buttons, checkboxes, a date, a time, both."""
    draw(
        place,
        actions(
            element("radio_buttons", options=OPTIONS, initial_option=OPTIONS[0]),
            element("checkboxes", options=OPTIONS),
            element("datepicker", initial_date="2024-01-31"),
            element("timepicker"),
            element("datetimepicker", initial_date_time=0),
        ),
    )
    expect(place.locator("[type=datetime-local]")).to_have_value("1970-01-01T00:00")

    place.get_by_role("radio", name="Two").check()
    place.get_by_role("checkbox", name="One").check()
    place.get_by_role("checkbox", name="Two").check()
    place.locator("[type=date]").fill("2024-02-29")
    place.locator("[type=time]").fill("08:30")
    place.locator("[type=datetime-local]").fill("1970-01-01T00:01")

    changes = [
        {"selected_option": TWO},
        {"selected_options": OPTIONS[:1]},
        {"selected_options": OPTIONS},
        {"selected_date": "2024-02-29"},
        {"selected_time": "08:30"},
        {"selected_date_time": 60},
    ]
    assert [
        {key: value for key, value in each.items() if key not in {"block", "action"}}
        for each in told(place)
    ] == changes


def test_fields_are_kept_until_they_are_sent(place: Locator) -> None:
    """Their labels name them; one that dispatches tells on Enter."""

    def field(kind: str, **more: object) -> Json:
        return {
            "type": "input",
            "block_id": kind,
            "label": plain(kind),
            "hint": plain(f"hint of {kind}"),
            "element": element(kind, **more),
        }

    draw(
        place,
        field("plain_text_input", multiline=True, initial_value="a\nb"),
        field("number_input", is_decimal_allowed=True),
        field("email_text_input"),
        {**field("url_text_input"), "dispatch_action": True},
        field("checkboxes", options=OPTIONS, initial_options=[TWO]),
    )
    place.get_by_label("number_input").fill("1.5")
    place.get_by_label("email_text_input").fill("a@x.test")
    place.get_by_label("url_text_input").fill("https://x.test/")
    assert told(place) == []
    place.get_by_label("url_text_input").press("Enter")

    expect(place.get_by_label("email_text_input")).to_have_accessible_description(
        "hint of email_text_input"
    )
    assert [each["action"] for each in told(place)] == ["url_text_input"]
    assert kept(place) == {
        "plain_text_input": {"plain_text_input": {"type": "plain_text_input", "value": "a\nb"}},
        "number_input": {"number_input": {"type": "number_input", "value": "1.5"}},
        "email_text_input": {"email_text_input": {"type": "email_text_input", "value": "a@x.test"}},
        "url_text_input": {
            "url_text_input": {"type": "url_text_input", "value": "https://x.test/"}
        },
        "checkboxes": {"checkboxes": {"type": "checkboxes", "selected_options": [TWO]}},
    }
