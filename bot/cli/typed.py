"""What people and pipes hand in, as clean text: bytes that are no UTF-8 must not stop an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def printable(text: str) -> str:
    r"""Text from an argument with undecodable bytes replaced, so that it can be printed again.

    >>> printable("caf\udce9")
    'caf?'
    """
    return text.encode("utf-8", "replace").decode()


def lines(stream: Iterable[bytes]) -> Iterator[str]:
    r"""Lines as text; only a line feed ends one, and a byte order mark is no part of any.

    >>> list(lines([b"\xef\xbb\xbfone\r\n", b"\n", b"caf\xe9"]))
    ['one', '', 'caf\ufffd']
    """
    for line in stream:
        yield line.decode("utf-8", "replace").removeprefix("\ufeff").rstrip("\r\n")
