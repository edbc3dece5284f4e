"""The tests' web server closes what it was sending, whoever goes away."""

from __future__ import annotations

import socket
import struct
import threading
from typing import TYPE_CHECKING

import pytest

from tests.web.listening import listening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIEnvironment


class _Held:
    """A body that ends once its client has gone away."""

    def __init__(self) -> None:
        self.gone = threading.Event()
        self.closed = threading.Event()

    def __iter__(self) -> Iterator[bytes]:
        yield b"sent"
        assert self.gone.wait(20)

    def close(self) -> None:
        """Remember it."""
        self.closed.set()


def test_a_body_is_closed_when_what_is_left_of_the_request_cannot_be_read() -> None:
    """The server reads it after the last piece of the body is sent, and before it closes that."""
    body = _Held()

    def app(_: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        start("200 OK", [("Content-Length", "4")])
        return body

    with listening(app) as port:
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET / HTTP/1.0\r\n\r\n")
            seen = b""
            while not seen.endswith(b"sent"):
                seen += client.recv(4096) or pytest.fail("closed too early")
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        body.gone.set()
        assert body.closed.wait(20)
