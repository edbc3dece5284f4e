"""No episode is said to use what nothing in it says that it uses, over the real show notes.

``data/judged_uses.tsv`` lists what episodes are said to use although neither their tech stack
nor their library links name it. Each was judged by hand, by its lines; a new one that a change
brings in has to be judged as well, and is added there if it is true.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.load import load
from bot.model import Stance
from bot.normalise.mentions import libraries, tag_id
from bot.normalise.stance import readings
from bot.seedfiles import read_vocabulary
from bot.store import Store
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import ParsedEpisode

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "runninginproduction"
SEEDS = Path(__file__).parents[2] / "seeds"
JUDGED = Path(__file__).parent / "data" / "judged_uses.tsv"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus at {CORPUS}")


@dataclass(frozen=True, slots=True)
class Claim:
    """An episode is said to use a technology.

    Attributes:
        source: What the source says of the episode, uninterpreted.
    """

    technology: str
    source: ParsedEpisode
    declared: bool

    @property
    def short(self) -> str:
        """The claim in one line of the judged list."""
        return f"{self.technology}\t{self.source.number or self.source.slug}"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """All bundled technologies."""
    return Vocabulary(*read_vocabulary(SEEDS / "technologies.yml"))


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> list[Claim]:
    """Every claim of use in a store that was loaded from the show's repository."""
    path = tmp_path_factory.mktemp("claims") / "corpus.db"
    with Store.open(path) as store:
        load(store, (str(CORPUS),), seeds=SEEDS)
        with closing(sqlite3.connect(path)) as db:
            rows = db.execute(
                "SELECT technology, episode, declared FROM mentions"
                " WHERE topic IS NULL AND stance = 'uses'"
            ).fetchall()
        with store.writing() as writing:
            sources = {ident: writing.sources_of(ident)[0] for _, ident, _ in rows}
    return [Claim(tech, sources[ident], bool(declared)) for tech, ident, declared in rows]


def evidence(claim: Claim, vocabulary: Vocabulary) -> Iterator[str]:
    """Where the source says that the technology is used."""
    source = claim.source
    if claim.technology in {tag_id(vocabulary, tag) for tag in source.tags}:
        yield "tags"
    if claim.technology in libraries(vocabulary, source.links):
        yield "links"
    for text in [topic.text for topic in source.topics] + [source.introduction or ""]:
        for span in vocabulary.find(text):
            stances = {reading.stance for reading in readings(text, span.start, span.end)}
            if span.id == claim.technology and Stance.USES in stances:
                yield text


def test_every_claim_has_evidence(claims: list[Claim], vocabulary: Vocabulary) -> None:
    """A tag, a library link or a line that states a use stands behind each."""
    bare = [claim.short for claim in claims if not any(evidence(claim, vocabulary))]

    assert bare == []
    assert len(claims) > 600


def test_every_undeclared_claim_was_judged(claims: list[Claim]) -> None:
    """What no tech stack lists is claimed only where a person agreed with the line."""
    judged = {
        line for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    }

    assert {claim.short for claim in claims if not claim.declared} - judged == set()
