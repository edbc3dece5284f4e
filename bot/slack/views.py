"""Frames of modals; blocks come from the models, frames are plain JSON as Slack takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.render.mrkdwn import clip

if TYPE_CHECKING:
    from bot.render.blocks import Json


def modal(
    title: str, blocks: list[Json], *, submit: str = "", callback: str = "", data: str = ""
) -> Json:
    """A modal; without ``submit`` it only shows something.

    Args:
        data: Kept by Slack and handed back, at most 3,000 characters.
    """
    view: dict[str, Any] = {
        "type": "modal",
        "title": _plain(title),
        "close": _plain("Cancel" if submit else "Close"),
        "blocks": blocks,
    }
    if submit:
        view |= {"submit": _plain(submit), "callback_id": callback}
    return view | ({"private_metadata": data} if data else {})


def home(blocks: list[Json]) -> Json:
    """The App Home."""
    return {"type": "home", "blocks": blocks}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": clip(text, 24)}
