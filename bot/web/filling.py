"""What is filled in, as Slack hands it over: every field, what it began with included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.web.elements import placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.web.names import Json

_TEXT = ("value", "initial_value")
_ONE = ("selected_option", "initial_option")
_SOME = ("selected_options", "initial_options")
_FIELDS = {
    "plain_text_input": _TEXT,
    "number_input": _TEXT,
    "email_text_input": _TEXT,
    "url_text_input": _TEXT,
    "static_select": _ONE,
    "external_select": _ONE,
    "radio_buttons": _ONE,
    "checkboxes": _SOME,
    "multi_static_select": _SOME,
    "multi_external_select": _SOME,
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "rich_text_input": ("rich_text_value", "initial_value"),
}
"""Type of a field -> where its content stands, and where what it began with."""

REQUIRED = "Please complete this required field."
"""What Slack says of a field that must be filled in."""


def filled(blocks: Iterable[Json], values: Json) -> Json:
    """The state of a view or message.

    Args:
        blocks: Its blocks.
        values: What the page says was filled in, by ids of block and element.
    """
    state: Json = {}
    for block, element in placed(blocks):
        kind = element.get("type", "")
        if kind not in _FIELDS:
            continue
        key, initial = _FIELDS[kind]
        given = values.get(block)
        own = given.get(element["action_id"]) if isinstance(given, dict) else None
        content = own.get(key) if isinstance(own, dict) else element.get(initial)
        empty: list[Json] | None = [] if key.endswith("s") else None
        entry = {"type": kind, key: empty if content is None else content}
        state.setdefault(block, {})[element["action_id"]] = entry
    return {"values": state}


def unfilled(blocks: Iterable[Json], state: Json) -> dict[str, str]:
    """What is missing, by id of the block."""
    values = state["values"]
    return {
        block["block_id"]: REQUIRED
        for block in blocks
        if block["type"] == "input"
        and not block.get("optional")
        and not any(_content(entry) for entry in values.get(block["block_id"], {}).values())
    }


def _content(entry: Json) -> bool:
    return any(value not in (None, "", []) for key, value in entry.items() if key != "type")
