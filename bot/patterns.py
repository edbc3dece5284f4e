"""Regular expressions that are compiled when they are first needed.

The kinds of question hold some two hundred patterns, of which one question needs a few dozen;
compiling them all takes longer than answering.
"""

from __future__ import annotations

import re
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class _Lazy:
    """Stands for a compiled pattern, which it becomes at the first use.

    It is compiled once for each sort of text. Most texts are of ASCII alone, where the flag
    ``re.ASCII`` makes no difference but that no letter is looked up in Unicode's tables, which is a
    third of the time of a search. Threads that come first together compile it twice, to the same
    effect.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)
        self._plain: re.Pattern[str] | None = None
        self._any: re.Pattern[str] | None = None

    def __repr__(self) -> str:
        return f"rx{self._source!r}"

    def compiled(self, text: str) -> re.Pattern[str]:
        """The compiled pattern that reads a text."""
        pattern, flags = self._source
        if text.isascii():
            self._plain = self._plain or re.compile(pattern, flags | re.ASCII)
            return self._plain
        self._any = self._any or re.compile(pattern, flags)
        return self._any

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.search`; by far the most frequent, so it takes the short way."""
        known = self._plain if text.isascii() else self._any
        return (known or self.compiled(text)).search(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.match`."""
        return self.compiled(text).match(text, *span)

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        """As :meth:`re.Pattern.fullmatch`."""
        return self.compiled(text).fullmatch(text, *span)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """As :meth:`re.Pattern.finditer`."""
        return self.compiled(text).finditer(text, *span)

    def findall(self, text: str, *span: int) -> list[Any]:
        """As :meth:`re.Pattern.findall`."""
        return self.compiled(text).findall(text, *span)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As :meth:`re.Pattern.sub`."""
        return self.compiled(text).sub(new, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """As :meth:`re.Pattern.split`."""
        return self.compiled(text).split(text, maxsplit)


def rx(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern to use like ``re.compile(pattern, flags)``, compiled at its first use.

    A mistake in it shows only then; a test compiles them all. It may be written on several
    lines, as :func:`unwrapped` takes them.

    >>> rx(r"(\d+) ep").search("4 eps")[1]
    '4'
    """
    return cast("re.Pattern[str]", _Lazy(unwrapped(pattern), flags))


def unwrapped(pattern: str) -> str:
    r"""A pattern that was written on several lines, on one.

    A line goes on after a space, as in prose, but not where it begins with ``|`` or ``)``.
    Lines that begin with ``#`` are comments.

    >>> unwrapped('''
    ...     (?:mov|migrat)ing
    ...     # and all that it may go through
    ...     (?:away|off
    ...     |out) of
    ... ''')
    '(?:mov|migrat)ing (?:away|off|out) of'
    """
    if "\n" not in pattern:
        return pattern
    lines = (line.strip() for line in pattern.splitlines())
    return "".join(_going_on(lines))


def _going_on(lines: Iterable[str]) -> Iterator[str]:
    first = True
    for line in lines:
        if line and not line.startswith("#"):
            yield line if first or line.startswith(("|", ")")) else f" {line}"
            first = False


def rows(table: str) -> list[str]:
    r"""The patterns of a table: one begins at each line that is indented the least.

    >>> rows(r'''
    ...     # "without a server"
    ...     \bwithout (?:a|an
    ...         |any) §
    ...     \bno §
    ... ''')
    ['\\bwithout (?:a|an|any) §', '\\bno §']
    """
    lines = dedent(table).strip().splitlines()
    starts = [at for at, line in enumerate(lines) if line[:1] not in {"", " ", "#"}]
    return [unwrapped("\n".join(lines[at:end])) for at, end in pairwise([*starts, len(lines)])]


def one_of(alternatives: str) -> str:
    r"""A group of alternatives, written one after the other with commas between them.

    Each may be a pattern itself as long as no comma in it ends a word; lines may break anywhere.

    >>> one_of("under, (?:[a-z]+ ){1,3}less\n than, <")
    '(?:under|(?:[a-z]+ ){1,3}less than|<)'
    """
    found = (" ".join(each.split()) for each in re.split(r",(?=\s|$)", alternatives))
    return f"(?:{'|'.join(each for each in found if each)})"


def words(alternatives: str) -> str:
    r"""Alternatives, as :func:`one_of` takes them, that stand as whole words.

    >>> words("per, each")
    '\\b(?:per|each)\\b'
    """
    return rf"\b{one_of(alternatives)}\b"
