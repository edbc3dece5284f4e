"""What Slack refuses is refused here, with the place that is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from bot.web import checks
from bot.web.refusals import SlackRefusal

Json = dict[str, Any]


def text(letters: int = 1, kind: str = "plain_text") -> Json:
    """A text object."""
    return {"type": kind, "text": "x" * letters}


def section(letters: int = 1) -> Json:
    """A section."""
    return {"type": "section", "text": text(letters, "mrkdwn")}


def actions(*elements: Json) -> Json:
    """A row of elements."""
    return {"type": "actions", "elements": list(elements)}


def button(**more: Any) -> Json:
    """A button."""
    return {"type": "button", "action_id": "a", "text": text(), **more}


OPTION = {"text": text(), "value": "1"}


@pytest.mark.parametrize(
    "block",
    [
        section(3000),
        {"type": "section", "fields": [text()] * 10},
        {"type": "divider"},
        {"type": "header", "text": text(150)},
        {"type": "context", "elements": [text()] * 10},
        actions(*[button()] * 25),
        actions(button(value="x" * 2000)),
        actions(button(url="https://x.test")),
        actions({"type": "overflow", "action_id": "a", "options": [OPTION] * 5}),
        {"type": "table", "rows": [[]] * 100},
    ],
)
def test_what_fits_is_taken(block: Json) -> None:
    """Up to the limit itself."""
    assert checks.message({"text": "t", "blocks": [block]}) == ("t", (block,))


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (section(3001), "a text must have 1 to 3000 characters"),
        (section(0), "a text must have 1 to 3000 characters"),
        ({"type": "section", "text": "words"}, "a text object is expected"),
        ({"type": "section"}, "text or fields is missing"),
        ({"type": "section", "fields": [text()] * 11}, "more than 10 fields"),
        ({"type": "header", "text": text(151)}, "a text must have 1 to 150 characters"),
        ({"type": "context", "elements": [text()] * 11}, "more than 10 elements"),
        (actions(*[button()] * 26), "more than 25 elements"),
        (actions(button(text=text(76))), "a text must have 1 to 75 characters"),
        (actions(button(value="x" * 2001)), "value is longer than 2000 characters"),
        (actions(button(url="https:" + "x" * 3000)), "url is longer than 3000 characters"),
        (actions(button(url="javascript:alert(1)")), "url is no address of the web"),
        (actions(button(url="/away")), "url is no address of the web"),
        (
            actions({"type": "overflow", "action_id": "a", "options": [OPTION] * 6}),
            "more than 5 options",
        ),
        (
            actions({"type": "static_select", "action_id": "a", "options": [OPTION] * 101}),
            "more than 100 options",
        ),
        (
            actions({"type": "static_select", "action_id": "a", "options": [{"text": text(76)}]}),
            "a text must have 1 to 75 characters",
        ),
        ({"type": "table", "rows": [[]] * 101}, "more than 100 rows"),
        ({"type": "script"}, "unsupported type: script"),
        ({}, "unsupported type: None"),
    ],
)
def test_what_does_not_fit_is_named(block: Json, fault: str) -> None:
    """With the block that has it."""
    with pytest.raises(SlackRefusal) as caught:
        checks.message({"text": "t", "blocks": [section(), block]})

    assert caught.value.word == "invalid_blocks"
    assert f"[ERROR] {fault} [json-pointer:/blocks/1]" in caught.value.details


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({}, "no_text"),
        ({"text": "t", "blocks": "words"}, "invalid_blocks_format"),
        ({"text": "t", "blocks": ["words"]}, "invalid_blocks_format"),
        ({"text": "t", "blocks": [section()] * 51}, "invalid_blocks"),
        ({"text": "t", "blocks": [section(2900)] * 5}, "msg_blocks_too_long"),
        ({"text": "t", "blocks": [{"type": "divider", "block_id": "b"}] * 2}, "invalid_blocks"),
    ],
    ids=["nothing", "text", "texts", "many", "long", "ids"],
)
def test_messages_that_are_none(given: Json, word: str) -> None:
    """Slack's word for each."""
    with pytest.raises(SlackRefusal, match=word):
        checks.message(given)


@pytest.mark.parametrize("blocks", [None, "", []])
def test_a_message_may_be_text_alone(blocks: object) -> None:
    """However that is said."""
    assert checks.message({"text": "t", "blocks": blocks}) == ("t", ())


def modal(**more: Any) -> Json:
    """A modal."""
    return {"type": "modal", "title": text(24), "blocks": [section()], **more}


INPUT = {"type": "input", "label": text(), "element": {"type": "plain_text_input"}}


@pytest.mark.parametrize(
    "view",
    [
        modal(),
        modal(submit=text(), blocks=[INPUT]),
        modal(blocks=[section()] * 100),
        {"type": "home", "blocks": []},
    ],
)
def test_views_that_fit(view: Json) -> None:
    """They come back as they are."""
    assert checks.view(view) == view


@pytest.mark.parametrize(
    ("view", "fault"),
    [
        (None, "view is no view"),
        ({"type": "window"}, "view is no view"),
        (modal(title=text(25)), "title must have 1 to 24 characters"),
        (modal(title=None), "title must have 1 to 24 characters"),
        (modal(close=text(25)), "close must have 1 to 24 characters"),
        (modal(blocks=[INPUT]), "a view with input blocks needs submit"),
        (modal(private_metadata="x" * 3001), "private_metadata is longer than 3000 characters"),
        (modal(callback_id="x" * 256), "callback_id is longer than 255 characters"),
        (modal(blocks=[section()] * 101), "more than 100 blocks"),
        (modal(blocks=[{"type": "table"}]), "unsupported type: table [json-pointer:/blocks/0]"),
    ],
)
def test_views_that_do_not_fit(view: object, fault: str) -> None:
    """Each with what is wrong."""
    with pytest.raises(SlackRefusal) as caught:
        checks.view(view)

    assert f"[ERROR] {fault}" in caught.value.details
