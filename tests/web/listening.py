"""A web server for the pages, in a thread of the tests."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkzeug.serving import WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_BODY = "tests.body"


@contextmanager
def listening(app: WSGIApplication, port: int = 0) -> Iterator[int]:
    """Serve an app until the block ends; gives the port, a free one where none is named."""
    server = make_server(
        "127.0.0.1", port, _remembered(app), threaded=True, request_handler=_Handler
    )
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def _remembered(app: WSGIApplication) -> WSGIApplication:
    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        body = environ[_BODY] = app(environ, start)
        return body

    return answer


class _Handler(WSGIRequestHandler):
    """Says nothing in the log, and leaves no file open when a browser goes away.

    The server reads what is left of a request before it closes what it was sending; when that
    fails as well, it never closes it.
    """

    def log(self, *_: object) -> None:
        """Say nothing."""

    def connection_dropped(
        self, error: BaseException, environ: WSGIEnvironment | None = None
    ) -> None:
        """Close what was being sent."""
        super().connection_dropped(error, environ)
        close = getattr((environ or {}).get(_BODY), "close", None)
        if close is not None:
            close()
