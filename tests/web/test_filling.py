"""What is filled in is handed over as Slack does, what it began with included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.web.filling import REQUIRED, filled, unfilled

if TYPE_CHECKING:
    from bot.web.names import Json

OPTION = {"value": "1"}


def field(kind: str, **more: Any) -> Json:
    """An input with a field of a kind."""
    element = {"type": kind, "action_id": "a", **more}
    return {"type": "input", "block_id": "b", "element": element}


@pytest.mark.parametrize(
    ("block", "content"),
    [
        (field("plain_text_input"), {"value": None}),
        (field("plain_text_input", initial_value="x"), {"value": "x"}),
        (field("static_select", initial_option=OPTION), {"selected_option": OPTION}),
        (field("checkboxes"), {"selected_options": []}),
        (field("checkboxes", initial_options=[OPTION]), {"selected_options": [OPTION]}),
        (
            field("conversations_select", initial_conversation="C"),
            {"selected_conversation": "C"},
        ),
        (field("timepicker", initial_time="09:00"), {"selected_time": "09:00"}),
    ],
)
def test_what_is_not_touched_is_what_it_began_with(block: Json, content: Json) -> None:
    """Or empty, in the way of its kind."""
    entry = {"type": block["element"]["type"], **content}

    assert filled([block], {}) == {"values": {"b": {"a": entry}}}


@pytest.mark.parametrize("values", [{"b": {"a": {"value": ""}}}, {"b": {"a": {"value": None}}}])
def test_what_was_emptied_is_empty(values: Json) -> None:
    """Whatever it began with."""
    state = filled([field("plain_text_input", initial_value="x")], values)

    assert not state["values"]["b"]["a"]["value"]


@pytest.mark.parametrize("values", [{"b": "x"}, {"b": {"a": "x"}}, {"c": {}}, {"b": {"a": {}}}])
def test_what_makes_no_sense_counts_for_nothing(values: Json) -> None:
    """Nor can the page add fields."""
    assert filled([field("plain_text_input")], values) == filled([field("plain_text_input")], {})


def test_buttons_are_not_filled_in() -> None:
    """Menus beside a text are."""
    menu = {"type": "static_select", "action_id": "m"}
    blocks: list[Json] = [
        {"type": "actions", "block_id": "x", "elements": [{"type": "button", "action_id": "a"}]},
        {"type": "section", "block_id": "y", "accessory": menu},
    ]

    assert list(filled(blocks, {})["values"]) == ["y"]


def test_what_must_be_filled_in_is_missed() -> None:
    """What may stay empty is not."""
    optional = field("plain_text_input") | {"optional": True, "block_id": "c"}
    blocks = [field("plain_text_input"), optional, {"type": "divider", "block_id": "d"}]

    assert unfilled(blocks, filled(blocks, {})) == {"b": REQUIRED}
    assert unfilled(blocks, filled(blocks, {"b": {"a": {"value": "x"}}})) == {}
