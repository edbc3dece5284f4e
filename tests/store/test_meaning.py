"""Vectors are kept with what they are of, made once, and used only where they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from bot.ask import Asker
from bot.dialogue import Lookup, TextQuery
from bot.load import ensure, load
from bot.rank.semantic import COSINE, MEANING, Scale, packed
from bot.store import Store
from bot.store.meaning import read
from tests.store.shelf import TODAY, Shelf, rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.dialogue import Answer

# What stands for one sense each; a text means the senses of its words.
SENSES = ("zero pause release releases rollouts", "secret keys vault", "dog hound", "blue green")

THESAURUS = """\
concepts:
  - {id: smooth, terms: [zero pause, blue green]}
  - {id: pets, terms: [cat food]}
"""


class Senses:
    """An encoder of a few senses that counts what it has encoded."""

    scale = Scale(worth=18.0, floor=0.2, neighbours=0.25, judges=True)

    def __init__(self, name: str = "senses") -> None:
        self.name = name
        self.seen: list[str] = []
        self._senses = [frozenset(words.split()) for words in SENSES]

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """A number for each sense, and a little of something of its own."""
        self.seen += texts
        return [self._vector(text) for text in texts]

    def field(self, vector: bytes) -> None:
        """It judges by cosines with lines."""

    def apart(self, text: str) -> None:
        """It judges whole sentences."""

    def _vector(self, text: str) -> bytes:
        words = text.lower().replace(",", " ").split()
        senses = [float(sum(word in sense for word in words)) for sense in self._senses]
        own = [0.0] * 64
        own[crc32(text.encode()) % len(own)] = 0.3
        return packed([*senses, *own])


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    """Posts on a few subjects, none loaded."""
    (shelf.seeds / "thesaurus.yml").write_text(THESAURUS, "utf-8")
    shelf.post(
        "2024-05-06-1-acme.md", "Acme Makes Anvils",
        "1:02 -- Rollouts in the afternoon", "2:03 -- Lunch", "3:04 -- Keys lie in a vault",
    )  # fmt: skip
    shelf.post(
        "2024-05-13-2-bolt.md", "Bolt Sells Screws", "1:00 -- A hound barks", "2:00 -- Blue green"
    )
    return shelf


def fill(shelf: Shelf, encoder: Senses | None) -> None:
    """Load all posts."""
    with Store.open(shelf.db, encoder=encoder) as store:
        load(store, [str(shelf.notes)], seeds=shelf.seeds)


def ask(shelf: Shelf, text: str, encoder: Senses | None) -> Answer:
    """The answer to one question."""
    with Store.open(shelf.db, encoder=encoder) as store:
        return Asker(store, TODAY).ask(text)[0]


def first(answer: Answer) -> str | None:
    """The best line."""
    return answer.episodes[0].cues[0].text if answer.episodes else None


def kept(db: Path) -> list[str]:
    """Texts with a vector."""
    return rows(db, "SELECT text FROM vectors ORDER BY 1")


LINES = [
    "A hound barks", "Ada Lund speaks.", "Blue green", "Keys lie in a vault", "Lunch",
    "Rollouts in the afternoon",
]  # fmt: skip
CONCEPTS = ["cat food", "zero pause, blue green"]


def test_lines_are_found_by_their_meaning(filled: Shelf) -> None:
    """Though no word of the question is in them."""
    fill(filled, Senses())

    assert first(ask(filled, "shiny new releases", Senses())) == "Rollouts in the afternoon"
    assert first(ask(filled, "secret place", Senses())) == "Keys lie in a vault"


def test_without_the_encoder_a_store_works_as_if_it_had_no_vectors(filled: Shelf) -> None:
    """Loaded with the extra, asked without."""
    fill(filled, Senses())

    assert ask(filled, "shiny new releases", None).intent == "unanswerable"
    assert first(ask(filled, "vault", None)) == "Keys lie in a vault"


def test_without_vectors_an_encoder_is_no_use(filled: Shelf) -> None:
    """Loaded without the extra, asked with it: nothing is encoded then."""
    fill(filled, None)
    encoder = Senses()

    assert ask(filled, "shiny new releases", encoder).intent == "unanswerable"
    assert encoder.seen == []


def test_only_searches_are_encoded(filled: Shelf) -> None:
    """Who uses something is known without the model."""
    fill(filled, Senses())
    encoder = Senses()

    ask(filled, "who uses terraform?", encoder)

    assert encoder.seen == []


def test_a_question_that_nothing_is_near_to_is_not_answered(filled: Shelf) -> None:
    """Chit-chat meets no sense of any line."""
    fill(filled, Senses())

    assert ask(filled, "sandwiches tomorrow maybe", Senses()).episodes == ()


def test_a_concept_lends_its_line_its_meaning(filled: Shelf) -> None:
    """The line names the concept by one term, the question means another."""
    fill(filled, Senses())

    answer = ask(filled, "pause nothing whatsoever", Senses())

    assert "Blue green" in {c.text for e in answer.episodes for c in e.cues}


def test_neighbours_count_but_not_across_episodes(filled: Shelf) -> None:
    """Lunch lies between rollouts and keys; the hound opens another episode."""
    fill(filled, Senses())
    encoder = Senses()
    with Store.open(filled.db, encoder=encoder) as store, store._reading() as conn:
        meanings = read(conn, encoder)
        texts = dict(conn.execute("SELECT id, text FROM topics"))
    assert meanings is not None

    found = meanings.compare(encoder.encode(["vault"])[0], frozenset(), [])
    told = {texts[ident]: values for ident, values in found.items()}

    assert told["Lunch"][1] > told["Rollouts in the afternoon"][1]
    assert told["A hound barks"][1] < told["Lunch"][1]


def test_a_search_stays_in_its_episodes(filled: Shelf) -> None:
    """The nearest line of all is elsewhere."""
    fill(filled, Senses())

    answer = ask(filled, "when does bolt talk about rollouts of hound?", Senses())

    assert {episode.title for episode in answer.episodes} <= {"Bolt Sells Screws"}


def test_explanations_show_both_parts(filled: Shelf) -> None:
    """Words and meaning."""
    fill(filled, Senses())

    explained = " ".join(ask(filled, "vault rollouts", Senses()).explain())

    assert COSINE in explained
    assert MEANING in explained
    assert "'vault'" in explained


def test_lines_without_vectors_are_ranked_by_words_like_all_others(filled: Shelf) -> None:
    """Somebody has loaded one without the extra since; the next load completes it."""
    fill(filled, Senses())
    filled.post("2024-06-01-3-cogs.md", "Cogs Turns Wheels", "1:00 -- Sprockets of brass")
    fill(filled, None)

    assert first(ask(filled, "brass sprockets", Senses())) == "Sprockets of brass"
    assert ask(filled, "shiny new releases", Senses()).intent == "unanswerable"

    fill(filled, Senses())

    assert first(ask(filled, "shiny new releases", Senses())) == "Rollouts in the afternoon"


def test_a_lookup_without_text_is_left_to_its_words(filled: Shelf) -> None:
    """There is nothing to encode."""
    fill(filled, Senses())
    query = TextQuery(((("vault", 1.0),),), text=" ")

    with Store.open(filled.db, encoder=Senses()) as store:
        hits = store.find(Lookup(searches=(query,))).hits[0]

    assert [(hit.line.text, [name for name, _ in hit.parts]) for hit in hits] == [
        ("Keys lie in a vault", ["vault"])
    ]


# -- storing -------------------------------------------------------------------------------


def test_every_line_and_concept_gets_a_vector(filled: Shelf) -> None:
    """Each once."""
    encoder = Senses()
    fill(filled, encoder)

    assert kept(filled.db) == sorted([*LINES, *CONCEPTS])
    assert sorted(encoder.seen) == sorted([*LINES, *CONCEPTS])


def test_loading_again_encodes_nothing(filled: Shelf) -> None:
    """Nor does it write."""
    fill(filled, Senses())
    with Store.open(filled.db) as store:
        generation = store.generation()
    encoder = Senses()

    fill(filled, encoder)

    assert encoder.seen == []
    with Store.open(filled.db) as store:
        assert store.generation() == generation


def test_the_next_load_completes_what_was_loaded_without(filled: Shelf) -> None:
    """Though no source has changed."""
    fill(filled, None)
    assert kept(filled.db) == []

    fill(filled, Senses())

    assert kept(filled.db) == sorted([*LINES, *CONCEPTS])
    assert first(ask(filled, "shiny new releases", Senses())) == "Rollouts in the afternoon"


def test_a_changed_post_has_only_its_new_lines_encoded(filled: Shelf) -> None:
    """And the vectors of lines that are gone go."""
    fill(filled, Senses())
    filled.post(
        "2024-05-13-2-bolt.md", "Bolt Sells Screws", "1:00 -- A hound barks", "2:00 -- New release"
    )
    encoder = Senses()

    fill(filled, encoder)

    assert encoder.seen == ["New release"]
    assert "Blue green" not in kept(filled.db)


def test_vectors_of_a_withdrawn_post_go(filled: Shelf) -> None:
    """Nothing new has to be named for that."""
    fill(filled, Senses())
    (filled.notes / "2024-05-13-2-bolt.md").unlink()

    with Store.open(filled.db, encoder=Senses()) as store:
        load(store, [str(filled.notes)], seeds=filled.seeds, prune=True)

    assert "A hound barks" not in kept(filled.db)


def test_vectors_of_another_model_are_made_anew(filled: Shelf) -> None:
    """They are never compared with."""
    fill(filled, Senses("old"))
    assert ask(filled, "shiny new releases", Senses("new")).intent == "unanswerable"

    fill(filled, Senses("new"))

    assert set(rows(filled.db, "SELECT DISTINCT model FROM vectors")) == {"new"}
    assert first(ask(filled, "shiny new releases", Senses("new"))) == "Rollouts in the afternoon"


def test_another_thesaurus_is_named_and_encoded(filled: Shelf) -> None:
    """Lines keep their vectors."""
    fill(filled, Senses())
    (filled.seeds / "thesaurus.yml").write_text(
        "concepts:\n  - {id: meals, terms: [lunch, dinner time]}\n", "utf-8"
    )
    encoder = Senses()

    fill(filled, encoder)

    assert encoder.seen == ["lunch, dinner time"]
    assert kept(filled.db) == sorted([*LINES, "lunch, dinner time"])
    named = rows(filled.db, "SELECT concepts FROM vectors WHERE text = 'Lunch'")
    assert named == ['["meals"]']


def test_a_line_without_a_concept_and_a_store_without_a_thesaurus(shelf: Shelf) -> None:
    """Then the lines alone are compared."""
    shelf.post("2024-05-06-1-acme.md", "Acme Makes Anvils", "1:02 -- Rollouts in the afternoon")
    fill(shelf, Senses())

    assert first(ask(shelf, "shiny new releases", Senses())) == "Rollouts in the afternoon"


def test_a_new_store_has_vectors_from_the_start(filled: Shelf) -> None:
    """The one that the first question builds."""
    ensure(filled.db, filled.seeds, Senses())

    assert kept(filled.db) == sorted(CONCEPTS)


def test_an_encoder_that_fails_leaves_the_last_good_state(filled: Shelf) -> None:
    """A vector is part of the transaction of its episode."""

    class Broken(Senses):
        def encode(self, texts: Sequence[str]) -> list[bytes]:
            raise OSError(texts[0])

    with pytest.raises(OSError, match="Rollouts"):
        fill(filled, Broken())

    assert rows(filled.db, "SELECT title FROM episodes") == []
    fill(filled, Senses())
    assert kept(filled.db) == sorted([*LINES, *CONCEPTS])
