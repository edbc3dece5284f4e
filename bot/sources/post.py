"""A text with YAML front matter, split and read: the shared half of posts and tag pages.

Values are kept as the text that was typed, so ``1:10:20`` stays that and ``no`` is no boolean;
whoever asks for a value says what it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import yaml
from frontmatter.default_handlers import YAMLHandler

from bot.errors import SourceError
from bot.records import dataclass
from bot.sources.values import squeeze

if TYPE_CHECKING:
    from bot.sources.document import Document

Yaml: TypeAlias = "str | list[Yaml] | dict[str, Yaml]"

_OPENING = re.compile(
    r"\s*---[ \t]*\n(?=(?:[ \t]*(?:#[^\n]*)?\n)*(?:[\w\"'-]+[ \t]*:|---[ \t]*$))", re.MULTILINE
)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
# Text under a key that YAML would take for a mapping as soon as it holds ": ".
_FOLDED = re.compile(
    r"^(title|description|summary|subtitle|excerpt):[ \t]*\n(?=[ \t]+[^\s\"'|>&*!\-])", re.MULTILINE
)
_HINT = "put a value that holds a colon or a quote into quotes"


@dataclass(frozen=True, slots=True)
class Post:
    """Front matter and body.

    Attributes:
        fields: Values by key; a scalar is text, an empty value is ``""``.
        body: The text under the front matter.
        body_line: 1-based line of the source where the body starts.
        key_lines: 1-based line of each top-level key.
    """

    fields: dict[str, Yaml]
    body: str
    body_line: int
    key_lines: dict[str, int]

    def text(self, key: str) -> str:
        """A scalar value on one line, ``""`` when missing or no scalar."""
        value = self.fields.get(key, "")
        return squeeze(value) if isinstance(value, str) else ""

    def texts(self, key: str) -> list[str]:
        """The scalars of a list, or a single scalar as a list of one."""
        value = self.fields.get(key, "")
        values = value if isinstance(value, list) else [value]
        return [text for item in values if isinstance(item, str) and (text := squeeze(item))]

    def page(self) -> dict[str, str]:
        """Every scalar by key, as templates refer to them."""
        return {key: self.text(key) for key in self.fields}


def has_front_matter(text: str) -> bool:
    r"""Whether a text starts with a line of three hyphens and a key.

    >>> has_front_matter("---\ntitle: A\n---\n"), has_front_matter("---\n\nA line.\n")
    (True, False)
    """
    return bool(_OPENING.match(text))


def read_post(document: Document) -> Post:
    """The front matter and body of a document that has front matter.

    Raises:
        SourceError: The front matter is not closed, or is not a YAML mapping.
    """
    opening = _OPENING.match(document.text)
    assert opening is not None
    start = opening.end()
    first_line = document.text.count("\n", 0, start) + 1
    closing = _CLOSING.search(document.text, start)
    if closing is None:
        reason = "the front matter is not closed, end it with a line of three hyphens"
        raise SourceError(document.path, first_line - 1, reason)
    source = document.text[start : closing.start()]
    fields = _load(source, document.path, first_line)
    body_line = first_line + source.count("\n") + 1
    return Post(fields, document.text[closing.end() + 1 :], body_line, _lines(source, first_line))


def _load(source: str, path: str, first_line: int) -> dict[str, Yaml]:
    """The mapping that YAML text holds, every scalar as text."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        fields = YAMLHandler().load(_FOLDED.sub(r"\1: >-\n", source), Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        reason = f"the front matter is not valid YAML ({error.problem}); {_HINT}"
        raise SourceError(path, line, reason) from error
    except (yaml.YAMLError, RecursionError) as error:
        reason = f"the front matter is not valid YAML; {_HINT}"
        raise SourceError(path, first_line, reason) from error
    if not isinstance(fields, dict):
        raise SourceError(path, first_line, 'the front matter holds no "key: value" lines')
    return {str(key): value for key, value in fields.items()}


def _lines(source: str, first_line: int) -> dict[str, int]:
    keys = (re.match(r"([\w-]+)[ \t]*:", line) for line in source.split("\n"))
    return {key[1]: first_line + index for index, key in enumerate(keys) if key}
