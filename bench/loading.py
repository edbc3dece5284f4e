"""Loading, against reading the same files' front matter alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import frontmatter

from bench.clock import best
from bot.config import BUNDLED_SEEDS
from bot.load import load
from bot.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


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
