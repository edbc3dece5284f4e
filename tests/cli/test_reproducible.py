"""The same sources and questions give the same store and answers, whatever process is asked."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from bot.questions import KINDS
from tests.questions.library import DATA

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = [example for kind in KINDS for example in kind.EXAMPLES]


def playhead(db: Path, seed: str, *words: str, typed: str = "") -> str:
    """What a process prints in which text has other hashes, and sets another order."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONUTF8": "1",
        "PLAYHEAD_TODAY": "2021-12-20",
    }
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--db", str(db), *words],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    return done.stdout


def written(db: Path) -> list[str]:
    """All rows of a store, but when it was made."""
    with closing(sqlite3.connect(db)) as connection:
        return [row for row in connection.iterdump() if "_sqlite_migrations" not in row]


def test_no_order_is_left_to_chance(tmp_path: Path) -> None:
    """Neither of rows nor of episodes, lines and names."""
    stores, answers = [], []
    for seed in ("1", "2"):
        db = tmp_path / f"{seed}.db"
        playhead(db, seed, "load", str(DATA / "catalogue"))
        stores.append(written(db))
        told = playhead(db, seed, "ask", "--batch", "-", typed="\n".join(QUESTIONS))
        answers.append([json.loads(line) for line in told.splitlines()])

    assert stores[0] == stores[1]
    assert answers[0] == answers[1]
    assert len(QUESTIONS) == len(answers[0])
