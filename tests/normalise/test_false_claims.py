"""No episode is said to use what nothing in it says that it uses, over the real show notes.

The bundled episodes are looked at everywhere, all others where they lie beside the checkout.

``data/judged_uses.tsv`` lists what episodes are said to use although neither their tech stack
nor their library links name it. Each was judged by hand, by its lines; a new one that a change
brings in has to be judged as well, and is added there if it is true.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ask import Asker
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
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}")
    return claimed(CORPUS, tmp_path_factory.mktemp("claims") / "corpus.db")


def claimed(folder: Path, path: Path) -> list[Claim]:
    """Every claim of use in a store at ``path`` that is loaded from a folder."""
    with Store.open(path) as store:
        load(store, (str(folder),), seeds=SEEDS)
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


def test_every_claim_over_the_bundled_episodes(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """They are what people see first."""
    claims = claimed(SEEDS, tmp_path / "seeds.db")
    bare = [claim.short for claim in claims if not any(evidence(claim, vocabulary))]

    assert bare == []
    assert len(claims) > 150


def test_nobody_else_is_named(tmp_path: Path) -> None:
    """Asked for every technology of the bundled episodes, only those with evidence are named."""
    path = tmp_path / "seeds.db"
    known = {(claim.technology, claim.source.title) for claim in claimed(SEEDS, path)}
    editions = {("dotnet", title) for tech, title in known if tech == "dotnet-core"}
    with Store.open(path) as store:
        asker = Asker(store, date(2021, 12, 20))
        lexicon = asker.lexicon()
        answers = {
            tech: asker.ask(f"who uses {lexicon.vocabulary.name(tech)}")[0]
            for tech in lexicon.present
        }
    named = {
        (tech, episode.title)
        for tech, answer in answers.items()
        if answer.intent == "who_uses" and answer.technologies == (tech,)
        for episode in answer.episodes
    }

    assert named - known - editions == set()
    assert len(named) > 100


def test_every_undeclared_claim_was_judged(claims: list[Claim]) -> None:
    """What no tech stack lists is claimed only where a person agreed with the line."""
    judged = {
        line for line in JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    }

    assert {claim.short for claim in claims if not claim.declared} - judged == set()
