"""What Slack refuses: messages and views that are too long, too many, or made wrongly.

The limits are Slack's (docs.slack.dev, "Blocks", "Block elements"); the one on all blocks of a
message together is not documented, and was found at about 13,000 characters.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from bot.web.elements import elements
from bot.web.refusals import SlackRefusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.web.names import Json

MOST_TEXT = 40_000
MOST_BLOCKS = 50
MOST_VIEW_BLOCKS = 100
MOST_JSON = 13_200
_TITLE = 24

_ANYWHERE = frozenset(
    ["actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"]
)
MESSAGE_BLOCKS = _ANYWHERE | {
    "context_actions",
    "file",
    "markdown",
    "table",
    "card",
    "carousel",
    "alert",
    "plan",
    "task_card",
}
VIEW_BLOCKS = _ANYWHERE | {"alert", "card", "carousel", "markdown"}

# Where a text stands, and how many characters Slack takes there.
_TEXTS = (
    ("section", "text", 3000),
    ("header", "text", 150),
    ("image", "title", 2000),
    ("input", "label", 2000),
    ("input", "hint", 2000),
)
_LISTS = (
    ("section", "fields", 10),
    ("context", "elements", 10),
    ("actions", "elements", 25),
    ("context_actions", "elements", 5),
    ("table", "rows", 100),
    ("carousel", "elements", 10),
)
_ADDRESS = re.compile(r"(?:https?|mailto|slack):", re.IGNORECASE)
_STRINGS = (("action_id", 255), ("value", 2000), ("url", 3000), ("alt_text", 2000))


def message(given: Json) -> tuple[str, tuple[Json, ...]]:
    """Text and blocks of a message.

    Raises:
        SlackRefusal: Slack would not take it.
    """
    text = str(given.get("text") or "")
    blocks = listed(given.get("blocks"))
    if not text and not blocks and not given.get("attachments"):
        raise SlackRefusal("no_text")
    if len(text) > MOST_TEXT:
        raise SlackRefusal("msg_too_long")
    check(blocks, MESSAGE_BLOCKS, MOST_BLOCKS)
    if len(json.dumps(blocks, ensure_ascii=False)) > MOST_JSON:
        raise SlackRefusal("msg_blocks_too_long")
    return text, tuple(blocks)


def view(given: Any) -> Json:  # noqa: ANN401 - whatever the app sent
    """A view.

    Raises:
        SlackRefusal: Slack would not take it.
    """
    if not isinstance(given, dict) or given.get("type") not in {"modal", "home"}:
        raise SlackRefusal("invalid_arguments", "[ERROR] view is no view")
    blocks = listed(given.get("blocks"))
    wrong = list(_view_faults(given, blocks))
    if wrong:
        raise SlackRefusal("invalid_arguments", *wrong)
    check(blocks, VIEW_BLOCKS, MOST_VIEW_BLOCKS)
    return given


def _view_faults(given: Json, blocks: Sequence[Json]) -> Iterator[str]:
    if given["type"] == "modal":
        for part in ("title", "submit", "close"):
            text = given.get(part)
            if text is None and part != "title":
                continue
            if not isinstance(text, dict) or not 0 < len(str(text.get("text", ""))) <= _TITLE:
                yield f"[ERROR] {part} must have 1 to {_TITLE} characters"
        if any(block.get("type") == "input" for block in blocks) and not given.get("submit"):
            yield "[ERROR] a view with input blocks needs submit"
    if len(str(given.get("private_metadata") or "")) > 3000:
        yield "[ERROR] private_metadata is longer than 3000 characters"
    if len(str(given.get("callback_id") or "")) > 255:
        yield "[ERROR] callback_id is longer than 255 characters"


def listed(given: Any) -> list[Json]:  # noqa: ANN401 - whatever the app sent
    """Blocks as a list.

    Raises:
        SlackRefusal: They are none.
    """
    if given is None or given == "":
        return []
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise SlackRefusal("invalid_blocks_format")
    return given


def check(blocks: Sequence[Json], kinds: frozenset[str], most: int) -> None:
    """See that Slack would take the blocks.

    Args:
        blocks: Of a message or a view.
        kinds: Types that may be there.
        most: How many there may be.

    Raises:
        SlackRefusal: It would not; the details say where and why.
    """
    faults = [f"[ERROR] more than {most} blocks"] if len(blocks) > most else []
    ids = [block["block_id"] for block in blocks if block.get("block_id")]
    if len(ids) != len(set(ids)):
        faults.append("[ERROR] block_id is not unique")
    for number, block in enumerate(blocks):
        faults += [
            f"[ERROR] {fault} [json-pointer:/blocks/{number}]" for fault in _faults(block, kinds)
        ]
    if faults:
        raise SlackRefusal("invalid_blocks", *faults)


def _faults(block: Json, kinds: frozenset[str]) -> Iterator[str]:
    """What Slack would not take of one block."""
    kind = block.get("type")
    if kind not in kinds:
        yield f"unsupported type: {kind}"
        return
    for owner, part, most in _TEXTS:
        if owner == kind and block.get(part) is not None:
            yield from _text(block[part], most)
    for owner, part, most in _LISTS:
        if owner == kind and len(block.get(part) or ()) > most:
            yield f"more than {most} {part}"
    if kind == "section" and not (block.get("text") or block.get("fields")):
        yield "text or fields is missing"
    for element in elements([block]):
        yield from _element(element)


def _text(text: Any, most: int) -> Iterator[str]:  # noqa: ANN401 - whatever the app sent
    if not isinstance(text, dict) or text.get("type") not in {"mrkdwn", "plain_text"}:
        yield "a text object is expected"
    elif not 0 < len(str(text.get("text") or "")) <= most:
        yield f"a text must have 1 to {most} characters"


def _element(element: Json) -> Iterator[str]:
    url = element.get("url")
    if url is not None and not _ADDRESS.match(str(url)):
        yield "url is no address of the web"
    for part, most in _STRINGS:
        if len(str(element.get(part) or "")) > most:
            yield f"{part} is longer than {most} characters"
    kind = element.get("type")
    if kind == "button":
        yield from _text(element.get("text"), 75)
    if kind == "overflow" and len(element.get("options") or ()) > 5:
        yield "more than 5 options"
    if len(element.get("options") or ()) > 100:
        yield "more than 100 options"
    for option in element.get("options") or ():
        yield from _text(option.get("text"), 75)
