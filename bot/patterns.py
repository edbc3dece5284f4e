"""Regular expressions that are compiled when they are first needed.

The kinds of question hold some two hundred patterns, of which one question needs a few dozen;
compiling them all takes longer than answering.
"""

from __future__ import annotations

import re
from typing import Any, cast

_BOUND = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Lazy:
    """Stands for a compiled pattern, and becomes one at the first use.

    The compiled pattern's methods are kept as attributes, so that every further use costs no
    more than with the pattern itself. Threads that come first together compile it twice, to
    the same effect.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __repr__(self) -> str:
        return f"rx{self._source!r}"

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has there
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        vars(self).update({each: getattr(compiled, each) for each in _BOUND})
        return getattr(compiled, name)


def rx(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""A pattern to use like ``re.compile(pattern, flags)``, compiled at its first use.

    A mistake in it shows only then; a test compiles them all.

    >>> rx(r"(\d+) ep").search("4 eps")[1]
    '4'
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
