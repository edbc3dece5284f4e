"""What the vectors of words are fitted to has all words of the seeds in it."""

from __future__ import annotations

from bot.model import Category, Concept, Technology
from docs.field_sentences import FRAMES, Field, sentences

FIELD = Field.of(
    [Concept("backups", ("backup", "safety copy"), ("restore",)), Concept("~1", ("pic",))],
    [Technology("redis", "Redis")],
    [Category("db", "databases", ("data store",))],
    ["house", "green"],
)


def test_every_phrase_stands_alone_first() -> None:
    """Hints and aliases too."""
    alone = ["backup", "safety copy", "restore", "pic", "Redis", "databases", "data store"]

    assert sentences(FIELD, 50)[: len(alone)] == alone


def test_sentences_are_the_same_every_time_and_none_comes_twice() -> None:
    """Another seed makes others."""
    made = sentences(FIELD, 200)

    assert made == sentences(FIELD, 200) != sentences(FIELD, 200, seed=1)
    assert len(set(made)) == len(made)


def test_every_frame_is_filled() -> None:
    """And nothing of a frame is left open."""
    made = sentences(FIELD, 50 * len(FRAMES))

    assert not [text for text in made if "{" in text]
    assert any(text.startswith("how do you deal with ") for text in made)
    assert {"green", "house"} <= {word for text in made for word in text.split()}
