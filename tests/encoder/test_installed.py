"""The extra itself: the vectors are those of the original, and paraphrases are found."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS, Settings
from bot.encoder import find
from bot.encoder.bag import Bag
from bot.load import load
from bot.store import MEMORY, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rank.semantic import Encoder

pytestmark = pytest.mark.semantic

TODAY = date(2024, 6, 1)
QUESTIONS = Path(__file__).parents[1] / "questions" / "data" / "seeds.jsonl"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The installed one."""
    found = find(Settings())
    if isinstance(found, Bag):
        reason = "the extra playhead[semantic] is not installed; make semantic installs it"
        if os.environ.get("SEMANTIC") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def store(encoder: Encoder) -> Iterator[Store]:
    """The bundled episodes with their vectors."""
    with Store.open(MEMORY, encoder=encoder) as filled:
        load(filled, [str(BUNDLED_SEEDS)], seeds=BUNDLED_SEEDS)
        yield filled


@pytest.mark.parametrize(
    ("one", "other", "cosine"),
    [
        # By sentence-transformers with the original weights, which have 32 bits.
        (
            "zero downtime releases",
            "Blue / Green deploys with Terraform, Packer and nginx on DigitalOcean",
            0.137,
        ),
        (
            "how do people keep api keys out of their repo",
            "Secrets are saved outside of GitHub",
            0.471,
        ),
        ("the cat sits on the mat", "Die Katze sitzt auf der Matte", 0.134),
        ("hosting bill", "How much it costs to run the servers each month", 0.35),
    ],
)
def test_cosines_are_those_of_the_original(
    encoder: Encoder, one: str, other: str, cosine: float
) -> None:
    """Weights of 8 bits and bytes for vectors change them by hardly anything."""
    first, second = (
        np.frombuffer(each, np.int8).astype(float) for each in encoder.encode([one, other])
    )

    found = first @ second / np.linalg.norm(first) / np.linalg.norm(second)

    assert found == pytest.approx(cosine, abs=0.02)


def test_paraphrases_are_found(store: Store) -> None:
    """More of them than without the extra, over the bundled episodes."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    topics = [each for each in map(json.loads, lines) if each["kind"] == "topic"]

    with Store.open(MEMORY, encoder=Bag()) as plain:
        load(plain, [str(BUNDLED_SEEDS)], seeds=BUNDLED_SEEDS)
        without = sum(is_right(topic, Asker(plain, TODAY)) for topic in topics)
    found = sum(is_right(topic, Asker(store, TODAY)) for topic in topics)

    assert topics
    assert without < found


@pytest.mark.parametrize("text", ["how do I cook rice", "my back hurts", "good night everyone"])
def test_chit_chat_is_still_not_answered(store: Store, text: str) -> None:
    """Something is always nearest, but not near."""
    assert Asker(store, TODAY).ask(text)[0].episodes == ()


def is_right(topic: dict[str, object], asker: Asker) -> bool:
    """Whether the first cue of the first episode is one that is wanted."""
    answer, _ = asker.ask(str(topic["question"]))
    expected = topic["expect"]
    assert isinstance(expected, dict)
    wanted = {(cue["slug"], cue["start"]) for cue in expected["cues"]}
    return any(
        (episode.slug, start) in wanted
        for episode in answer.episodes[:1]
        for start in (None, *(cue.start for cue in episode.cues[:1]))
    )
