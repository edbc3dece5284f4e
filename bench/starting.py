"""A whole process that answers one question, against the interpreter alone."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.clock import clocked

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = "who uses Terraform?"


def starting(db: Path, rounds: int) -> str:
    """Milliseconds of a whole process that answers one question."""
    # As in daily use: with the compiled modules that Python keeps.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def process(*arguments: str) -> float:
        def run() -> None:
            command = [sys.executable, *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)

        return statistics.median(clocked(run) for _ in range(rounds))

    process("-m", "bot", "--db", str(db), "ask", SHOWN)
    ours = process("-m", "bot", "--db", str(db), "ask", SHOWN)
    bare = process("-c", "pass")
    return (
        f"process   playhead ask: {ours:.0f} ms; the interpreter alone {bare:.0f} ms; "
        f"ratio {ours / bare:.1f}"
    )
