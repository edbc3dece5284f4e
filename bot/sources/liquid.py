"""Jekyll's template language, as far as show notes use it: variables, and tags that only decorate.

Nothing is executed. A variable of the page is replaced by its front matter, every tag is taken
out, and line ends inside them are kept, so that line numbers of what remains stay true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEGIN = re.compile(r"\{%-?\s*(comment|highlight)\b")
_VARIABLE = re.compile(r"\{\{-?(?P<expression>[^{}]*?)-?\}\}")
# Stops at the next opening, so that unclosed tags cost no more than closed ones.
_TAG = re.compile(r"\{%(?:(?!\{%|%\}).)*%\}", re.DOTALL)
# kramdown's attribute lists, `{:target="_blank"}`; `{#id}` belongs to a heading and stays.
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")


def resolve(text: str, page: Mapping[str, str]) -> str:
    """The text with Liquid resolved.

    Args:
        text: Markdown or HTML.
        page: Front matter values by key.

    >>> resolve("Ask {{ page.guest }}.{% include footer.html %}", {"guest": "Ada"})
    'Ask Ada.'
    >>> resolve("@{{ guest.twitter }}, {{ guest.page_twitter }}", {"guest_twitter": "ada"})
    '@ada, ada'
    """

    def value(match: re.Match[str]) -> str:
        found = _lookup(match["expression"], page)
        # A break before the value keeps "{{ page.guest\n}}'s" together; at the start of a line
        # it would make an empty one.
        starts_line = text[: match.start()].rpartition("\n")[2].strip() == ""
        return found + _breaks(match) if starts_line else _breaks(match) + found

    text = _without_hidden(text)
    return _ATTRIBUTES.sub("", _TAG.sub(_breaks, _VARIABLE.sub(value, text)))


def _lookup(expression: str, page: Mapping[str, str]) -> str:
    """The value of a variable; filters after a pipe only format it and are passed over.

    Real posts misplace the words of a name (``guest.twitter`` for ``page.guest_twitter``), so
    the words decide and not the dots between them.
    """
    name = expression.partition("|")[0].strip()
    if name[:1] in {'"', "'"}:
        return name.strip("\"'")
    words = [word for word in re.split(r"[._\s]+", name) if word != "page"]
    return page.get("_".join(words), "")


def _without_hidden(text: str) -> str:
    """The text without what stands between a tag that hides it and the end of that tag."""
    parts = []
    position = 0
    while opening := _BEGIN.search(text, position):
        end = re.compile(rf"\{{%-?\s*end{opening[1]}\s*-?%\}}").search(text, opening.end())
        if end is None:
            break
        breaks = text.count("\n", opening.start(), end.end())
        parts += [text[position : opening.start()], "\n" * breaks]
        position = end.end()
    return "".join(parts) + text[position:]


def _breaks(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
