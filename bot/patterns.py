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
    from collections.abc import Iterable, Iterator

_PUBLIC = [name for name in dir(re.Pattern) if not name.startswith("_")]


class _Pattern:
    """A pattern whose attributes are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __repr__(self) -> str:
        return f"rx{self._source!r}"


class _Lazy(_Pattern):
    """Stands for a compiled pattern, and becomes one at the first use.

    It has the compiled pattern's attributes from then on, and is asked for no others, so that every
    further use costs no more than with the pattern itself. Threads that come first together
    compile it twice, to the same effect.
    """

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has there
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        vars(self).update({each: getattr(compiled, each) for each in _PUBLIC})
        self.__class__ = _Pattern  # type: ignore[assignment]
        return getattr(compiled, name)


def rx(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern to use like ``re.compile(pattern, flags)``, compiled at its first use.

    A mistake in it shows only then; a test compiles them all. It may be written on several
    lines, as :func:`unwrapped` takes them.

    Patterns are of English words, so only ASCII letters and digits are ``\w`` to them: to look
    every letter up in Unicode's tables takes a third of the time of a search. One that is to read
    anybody's name gets the flag ``re.UNICODE``.

    >>> rx(r"(\d+) ep").search("4 eps")[1]
    '4'
    >>> rx(r"\w+").search("Zoë")[0], rx(r"\w+", re.UNICODE).search("Zoë")[0]
    ('Zo', 'Zoë')
    """
    letters = flags & re.UNICODE or re.ASCII
    return cast("re.Pattern[str]", _Lazy(unwrapped(pattern), flags | letters))


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
