"""A process that asks over HTTP: some connections, each with its next request after each answer.

Reads the plan as JSON from standard input and writes what it saw to standard output::

    {
        "port": 3000,
        "connections": 32,
        "seconds": 2,
        "requests": ["POST /slack/events HTTP/1.1 ..."],
    }

It is a process of its own so that what it costs is not taken from the server's time, and ours
because it reads each answer to its end: a status alone says little.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Part of every answer to a slash command.
_ANSWER = b'"response_type"'


@dataclass(slots=True)
class Seen:
    """What came back: seconds of each good answer, and how many others there were.

    Attributes:
        until: When to stop, on the clock of :func:`time.perf_counter`.
        least: So many answers are waited for all the same.
    """

    until: float
    least: int
    times: list[float] = field(default_factory=list)
    errors: int = 0

    def enough(self) -> bool:
        """Whether to stop."""
        return perf_counter() >= self.until and len(self.times) + self.errors >= self.least


class Connection(asyncio.Protocol):
    """One connection: asks, waits, asks again, until the time is over."""

    def __init__(self, requests: Iterator[bytes], seen: Seen) -> None:
        self._requests = requests
        self._seen = seen
        self._data = b""
        self._began = 0.0
        self._transport: asyncio.Transport | None = None
        self.closed = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the first time."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Take a part of an answer; the whole of it is followed by the next request."""
        self._data += data
        head, found, body = self._data.partition(b"\r\n\r\n")
        if not found or len(body) < _length(head):
            return
        now = perf_counter()
        if head.startswith(b"HTTP/1.1 200") and _ANSWER in body:
            self._seen.times.append(now - self._began)
        else:
            self._seen.errors += 1
        assert self._transport is not None
        if self._seen.enough():
            self._transport.close()
        else:
            self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        """End; a connection that the server cut is an error."""
        if exc is not None or not self._seen.enough():
            self._seen.errors += 1
        self.closed.set_result(None)

    def _ask(self) -> None:
        assert self._transport is not None
        self._data = b""
        self._began = perf_counter()
        self._transport.write(next(self._requests))


def _length(head: bytes) -> int:
    """How long the body of an answer is, in bytes."""
    _, found, after = head.lower().partition(b"content-length:")
    return int(after.partition(b"\r\n")[0]) if found else sys.maxsize


async def ask(port: int, connections: int, seconds: float, least: int, requests: list[str]) -> Seen:
    """Ask for some seconds; the requests go round over all connections together."""
    loop, seen = asyncio.get_running_loop(), Seen(perf_counter() + seconds, least)
    turns = cycle([request.encode() for request in requests])
    made = [
        await loop.create_connection(lambda: Connection(turns, seen), "127.0.0.1", port)
        for _ in range(connections)
    ]
    await asyncio.gather(*(protocol.closed for _, protocol in made))
    return seen


def main() -> None:
    """Do as planned."""
    plan = json.load(sys.stdin)
    seen = asyncio.run(ask(**plan))
    json.dump({"times": seen.times, "errors": seen.errors}, sys.stdout)


if __name__ == "__main__":
    main()
