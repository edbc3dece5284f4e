"""An answer that somebody shared: whose it is, and what it answers.

Nobody but who shared it has seen the question. The message itself is all that is remembered, so
paging reads from it who shared it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.render.mrkdwn import line

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHARER = re.compile(r"Shared by <@([A-Z0-9]+)>")


def byline(user: str, question: str) -> str:
    """Who shared an answer, and what they had asked, in mark-up.

    >>> byline("U1", "who uses <Go>?")
    'Shared by <@U1>, who asked: who uses &lt;Go&gt;?'
    """
    return f"Shared by <@{user}>, who asked: {line(question, 300)}"


def sharer(blocks: Sequence[dict[str, Any]]) -> str | None:
    """Id of the person who shared the answer that a message shows, if somebody did.

    >>> sharer([{"type": "context", "elements": [{"text": "Shared by <@U1>, who asked: Go?"}]}])
    'U1'
    """
    elements = blocks[0].get("elements") if blocks else None
    found = _SHARER.match(str(elements[0].get("text", ""))) if elements else None
    return found[1] if found else None
