"""Slack's mark-up, written so that nothing in a title or a question can act.

Slack reads ``<!channel>``, ``<@U1>`` and ``<url|label>`` in every text marked ``mrkdwn`` and in
the top-level text of a message. Escaping ``&``, ``<`` and ``>``, in that order, makes them words
again (docs.slack.dev, "Formatting message text"). Limits are counted on the escaped text, since
that is what Slack counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.render.layout import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_CUT_ENTITY = re.compile(r"&[a-z]{0,3}\Z")
_LONGEST_URL = 1000
_ELLIPSIS = "…"


def escape(text: str, limit: int | None = None) -> str:
    """Text that Slack shows as it is.

    Args:
        limit: Most characters of the result; what is cut off leaves an ellipsis, and no
            entity is ever cut in two.

    >>> escape("<!channel> & co"), escape("a&b", 4), escape("a & b", 3)
    ('&lt;!channel&gt; &amp; co', 'a…', 'a …')
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if limit is None or len(escaped) <= limit:
        return escaped
    return shorten(escaped, limit)


def shorten(escaped: str, limit: int) -> str:
    """Escaped text cut to a length, an entity left whole or left out.

    >>> shorten("a &amp; b", 6)
    'a …'
    """
    if len(escaped) <= limit:
        return escaped
    return _CUT_ENTITY.sub("", escaped[: limit - len(_ELLIPSIS)]) + _ELLIPSIS


def line(text: str, limit: int) -> str:
    r"""Foreign text on one line, escaped.

    >>> line("one\ntwo", 100)
    'one two'
    """
    return escape(one_line(text), limit)


def bold(text: str, limit: int) -> str:
    """Foreign text in bold; an asterisk in it would end the bold, so it becomes a like one.

    >>> bold("C* & co", 50)
    '*C∗ &amp; co*'
    """
    written = line(text, limit - 2).replace("*", "∗")
    return f"*{written}*" if written else ""


def clip(text: str, limit: int) -> str:
    """Plain text of a button or cell, never longer than Slack takes.

    >>> clip("Terraform", 5)
    'Terr…'
    """
    return text if len(text) <= limit else text[: limit - 1] + _ELLIPSIS


def link(url: str, label: str) -> str:
    """A label that leads to an address; only the label where the address cannot be linked.

    Args:
        label: Mark-up already.

    >>> link("https://x.test/a|b?c&d#1:02", "▶ 1:02")
    '<https://x.test/a%7Cb?c&amp;d#1:02|▶ 1:02>'
    >>> link("javascript:alert(1)", "no")
    'no'
    """
    safe = escape(quote(url.strip(), safe="/:#?&=@!$'()*+,;%~[]-._"))
    if not safe.startswith(("https://", "http://")) or len(safe) > _LONGEST_URL:
        return label
    return f"<{safe}|{label}>"


def fitting(lines: Sequence[str], limit: int = 2950) -> str:
    r"""As many lines as fit together, the first one in any case.

    >>> fitting(["one", "two", "three"], 8)
    'one\ntwo'
    """
    kept = lines[0]
    for each in lines[1:]:
        if len(kept) + 1 + len(each) > limit:
            break
        kept = f"{kept}\n{each}"
    return kept
