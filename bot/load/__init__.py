"""Loading: sources in, a report out.

Every source is one transaction: what it says is stored, and each episode it speaks of is made
again from all sources that speak of it. Killed at any moment, the store holds the sources
finished so far, and the next load goes on from there. A source whose text has not changed is
not even parsed again, unless there is something wrong in it to report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.load.interpreting import vocabulary_of
from bot.load.reading import Read, Reader, has_vanished
from bot.load.report import LoadReport
from bot.load.writing import Writer
from bot.store import MEMORY, Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.load.report import Progress
    from bot.rank.semantic import Encoder

__all__ = ["LoadReport", "ensure", "load"]


def ensure(path: Path, seeds: Path, encoder: Encoder | None = None) -> None:
    """Build a store from the seeds when the file is missing.

    The store appears when it is complete, or not at all.
    """
    if not path.exists():
        with Store.open(MEMORY, encoder=encoder) as store:
            load(store, (str(seeds),), seeds=seeds)
            store.save_as(path)


def load(
    store: Store,
    arguments: Sequence[str],
    *,
    seeds: Path,
    prune: bool = False,
    progress: Progress | None = None,
) -> LoadReport:
    """Load files, folders, globs and addresses into a store.

    Args:
        store: Open store.
        arguments: As typed on the command line.
        seeds: Folder with the vocabulary and the show for sources that name none.
        prune: Remove the sources that have vanished from disk.
        progress: Called with ``(done, total, path)``.

    Raises:
        SeedError: The vocabulary or a show.yml is wrong.
        StoreError: The store cannot be written.
    """
    reader = Reader(store, seeds)
    reader.read_all(arguments, progress)
    reads, report = reader.reads, reader.report
    if prune:
        reads += [Read(path) for path in reader.known if has_vanished(path)]
    vocabulary = vocabulary_of(store, seeds, reader.pages, report)
    writer = Writer(store, vocabulary, reader.same)
    report.rejected += writer.write_all(reads, progress)
    writer.tell(report)
    if report.changed or report.removed:
        with store.writing() as writing:
            writing.renew_words()
    store.weigh()
    store.understand()
    return report
