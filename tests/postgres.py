"""A PostgreSQL server of our own, on loopback, for as long as the tests run."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT_S = 30


def binaries() -> Path | None:
    """The folder with the server's programs, newest version first, or ``None``."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(folders, key=lambda path: int(path.parts[-3]), default=None)
    return newest.parent if newest else None


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """A server over an empty cluster; yields its address without the database's name.

    Args:
        folder: Where the server's programs are.
    """
    # The server refuses to run as root.
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    data = Path(tempfile.mkdtemp(prefix="playhead-postgres-"))
    try:
        if os.getuid() == 0:
            shutil.chown(data, user, user)
        subprocess.run(
            [folder / "initdb", "-D", data, "-U", "playhead", "-A", "trust", "--no-sync"],
            check=True,
            capture_output=True,
            user=user,
            cwd="/",
        )
        port = free_port()
        server = subprocess.Popen(
            [
                folder / "postgres", "-D", data, "-F", "-p", str(port),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=user,
            cwd="/",
        )  # fmt: skip
        try:
            address = f"postgresql://playhead@127.0.0.1:{port}"
            wait_for(address, server)
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()
    finally:
        shutil.rmtree(data, ignore_errors=True)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the server takes connections."""
    deadline = time.monotonic() + WAIT_S
    while True:
        try:
            psycopg.connect(f"{address}/postgres", connect_timeout=1).close()
        except psycopg.OperationalError:
            assert server.poll() is None, "the server stopped at once"
            assert time.monotonic() < deadline, "the server takes no connections"
            time.sleep(0.05)
        else:
            return


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
