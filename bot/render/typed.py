"""What a person typed, out of the mark-up in which Slack hands it over.

Slack writes mentions as ``<@U1>``, addresses, and names that look like one, as
``<http://fly.io|fly.io>``, and keeps the marks of bold, italics, code and quotations. None of that
is a part of the question.
"""

from __future__ import annotations

import re

# What nearly every question has nothing of; the rest of the work is saved then.
_MARKED = re.compile(r"[<&*_~`>•\n\u2600-\u27bf\U0001f000-\U0001faff]")
# "<@U0BOT> who ...", "<@U0BOT|playhead>: who ...".
_ADDRESSED = re.compile(r"^(?:\s*<@[A-Z0-9]+(?:\|[^>]*)?>[\s:,]*)+")
_COPIED = re.compile(r"\bcc:?\s*(?:<[@#!][^>]*>[\s,]*)+", re.IGNORECASE)
_REFERENCE = re.compile(r"<(?P<to>@[A-Z0-9]|#[CG][A-Z0-9]|!|https?://|mailto:)[^<>]*>")
_QUOTED = re.compile(r"^[ \t]*(?:(?:&gt;|>)+(?![ \t]*[\d$€£=])|[•◦▪])[ \t]*", re.MULTILINE)
_EMPHASIS = re.compile(
    r"(?<![\w*~`])(?P<mark>```|[*_~`])(?!\s|(?P=mark))(?P<text>.{1,300}?)(?<=\S)(?P=mark)(?!\w)",
    re.DOTALL,
)
_PICTURES = re.compile("[\u2600-\u27bf\u200d\ufe0f\U0001f000-\U0001faff]+")
_NESTED = 3
"""Marks around one word: bold, italics and struck out."""
_WRITTEN = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ENTITY = re.compile("|".join(_WRITTEN))


def typed(text: str) -> str:
    """The words of a Slack message: not whom it was addressed to, nor how it was dressed.

    >>> typed("<@U0BOT> who uses C &amp; C++?")
    'who uses C & C++?'
    >>> typed("&gt; who uses *_go_* or `<http://fly.io|fly.io>`? cc <@U1>")
    'who uses go or fly.io?'
    """
    if _MARKED.search(text) is None:
        return text.strip()
    text = _COPIED.sub("", _ADDRESSED.sub("", text))
    text = _QUOTED.sub("", _REFERENCE.sub(_shown, text))
    for _ in range(_NESTED):
        text = _EMPHASIS.sub(r"\g<text>", text)
    text = _PICTURES.sub(" ", text)
    return _ENTITY.sub(lambda found: _WRITTEN[found.group()], text).strip()


def _shown(found: re.Match[str]) -> str:
    """What people see of a reference; a person or a group that is called is no word of it."""
    target, _, label = found.group()[1:-1].partition("|")
    kind = found["to"][0]
    if kind == "@" or (kind == "!" and not target.startswith("!date")):
        return ""
    return f"#{label}" if kind == "#" else label or target
