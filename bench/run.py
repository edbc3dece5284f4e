"""How fast Playhead loads and answers, each figure beside the least that such work can take.

Run with ``make bench``; ``--smoke`` measures a little of everything, to see that it works.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import frontmatter

from bot import questions
from bot.ask import Asker
from bot.config import BUNDLED_SEEDS
from bot.load import load
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
QUESTIONS = ROOT / "tests" / "questions" / "data"
TODAY = date(2021, 12, 20)
SHOWN = "who uses Terraform?"


def main() -> None:
    """Print loading, answering and start-up, with their ratios."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="measure just a little")
    rounds = 1 if parser.parse_args().smoke else 7
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        print(loading(db, posts(), rounds))
        print(answering(db, asked(), rounds))
        print(starting(db, 2 * rounds))


def posts() -> list[Path]:
    """The posts to load: the original show notes where they lie beside us, else the seeds."""
    originals = sorted((SHARED / "corpus" / "runninginproduction" / "_posts").rglob("*.md"))
    return originals or sorted(BUNDLED_SEEDS.glob("*.md"))


def asked() -> list[str]:
    """The examples of every kind, the tests' questions, and those that lie beside us."""
    examples = [example for kind in questions.KINDS for example in kind.EXAMPLES]
    files = [*QUESTIONS.glob("*.jsonl"), SHARED / "gold" / "dev.jsonl"]
    lines = [line for file in files if file.is_file() for line in file.open(encoding="utf-8")]
    more = (json.loads(line).get("question") for line in lines if line.strip())
    return examples + [text for text in more if isinstance(text, str)]


def loading(db: Path, paths: Sequence[Path], rounds: int) -> str:
    """Files a second, against reading their front matter alone."""

    def load_all() -> None:
        db.unlink(missing_ok=True)
        with Store.open(db) as store:
            load(store, [str(path) for path in paths], seeds=BUNDLED_SEEDS)

    def read_all() -> None:
        for path in paths:
            frontmatter.load(str(path))

    ours, bare = best(load_all, rounds), best(read_all, rounds)
    return (
        f"load      {len(paths)} files: {len(paths) / ours:.0f} files/s; "
        f"python-frontmatter alone {len(paths) / bare:.0f} files/s; ratio {ours / bare:.1f}"
    )


def answering(db: Path, texts: Sequence[str], rounds: int) -> str:
    """Milliseconds for an answer in process, against the bare full-text query."""
    with Store.open(db) as store:
        asker = Asker(store, TODAY)
        first = [clocked(partial(asker.ask, text)) for text in texts]
        ours = [clocked(partial(asker.ask, text)) for _ in range(rounds) for text in texts]
    connection = sqlite3.connect(db)
    try:
        bare = [
            clocked(partial(full_text, connection, text)) for _ in range(rounds) for text in texts
        ]
    finally:
        connection.close()
    p50, p99, bare50, bare99 = *percentiles(ours), *percentiles(bare)
    first50, first99 = percentiles(first)
    return (
        f"ask       {len(texts)} questions: p50 {p50:.2f} ms, p99 {p99:.2f} ms "
        f"(each for the first time: {first50:.2f} and {first99:.2f} ms); "
        f"bare FTS5 p50 {bare50:.2f} ms, p99 {bare99:.2f} ms; "
        f"ratio {p50 / bare50:.1f} and {p99 / bare99:.1f}"
    )


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


def full_text(connection: sqlite3.Connection, text: str) -> list[object]:
    """The fifty lines that SQLite ranks best for the words of a question."""
    words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
    if not words:
        return []
    query = "SELECT rowid FROM lines_fts WHERE lines_fts MATCH ? ORDER BY rank LIMIT 50"
    return connection.execute(query, (words,)).fetchall()


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest of some rounds."""
    return min(clocked(work) for _ in range(rounds)) / 1000


def clocked(work: Callable[[], object]) -> float:
    """Milliseconds that some work takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def percentiles(times: Iterable[float]) -> tuple[float, float]:
    """The median and the 99th percentile."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[98]


if __name__ == "__main__":
    main()
