"""How fast Playhead loads and answers, each figure beside the least that such work can take.

Run with ``make bench``; ``--smoke`` measures a little of everything, to see that it works. One
module measures one thing and says it in a line.
"""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from pathlib import Path

from bench.answering import answering
from bench.digests import digests
from bench.loading import loading
from bench.material import asked, posts, typical
from bench.serving import over_http
from bench.starting import starting


def main() -> None:
    """Print loading, answering and start-up, with their ratios."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="measure just a little")
    smoke = parser.parse_args().smoke
    rounds = 1 if smoke else 7
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        print(loading(db, posts(), rounds), flush=True)
        print(answering(db, asked()[:: 4 if smoke else 1], rounds), flush=True)
        print(starting(db, 2 * rounds), flush=True)
        print(over_http(db, typical(), rounds, 0.3 if smoke else 2.0), flush=True)
    for line in digests(smoke=smoke):
        print(line, flush=True)


if __name__ == "__main__":
    main()
