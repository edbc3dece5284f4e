"""An Answer becomes something to read: plain text and JSON; other surfaces build on the layout."""

from bot.render.json import to_json
from bot.render.text import to_text

__all__ = ["to_json", "to_text"]
