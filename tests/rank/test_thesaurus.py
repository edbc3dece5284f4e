"""Concepts are found by their terms and bring in the others."""

from __future__ import annotations

import pytest

from bot.model import EVERYDAY, Concept
from bot.rank.thesaurus import (
    COVERED,
    LOOSE,
    ORDINARY,
    PHRASE,
    VAGUE,
    WORD,
    Indexed,
    Thesaurus,
    phrases_by_weight,
)

TENANCY = Concept("tenancy", ("database per customer", "multi-tenant"), ("tenant",), ("sharding",))
SHARDING = Concept("sharding", ("shards", "split the database"))
DEPLOY = Concept("deploy", ("shipping code", "deploy"), see=("gone",))
THESAURUS = Thesaurus((TENANCY, SHARDING, DEPLOY))


def test_words_are_indexed_in_the_order_of_their_term() -> None:
    """So that two loads of the same write the same."""
    words = "fork spoon lamp drum tent bolt"
    concept = Concept("things", (words,))

    assert words.split() == list(Indexed((concept,)).terms)


@pytest.mark.parametrize(
    ("text", "concept", "weight"),
    [
        ("one database per customer", "tenancy", PHRASE),
        ("every customer gets a database", "tenancy", LOOSE),
        ("when do they deploy", "deploy", WORD),
        ("sharded", "sharding", WORD),
    ],
)
def test_a_concept_is_named_as_surely_as_its_words_stand(
    text: str, concept: str, weight: float
) -> None:
    """As a phrase, as words apart, or by a single word."""
    found = {each.concept: each.weight for each in THESAURUS.named(text)}

    assert found.get(concept) == weight


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("how it started", [WORD]),
        ("hand it over", [WORD]),
        ("handing a domain over", [WORD]),
        ("it started", []),
        ("by hand, and then all over the place", []),
    ],
)
def test_the_small_words_of_a_phrase_must_be_near(text: str, weights: list[float]) -> None:
    """One content word says little without the rest of its phrase, which may stand apart."""
    thesaurus = Thesaurus((Concept("start", ("how it started",)), Concept("give", ("hand over",))))

    assert [each.weight for each in thesaurus.named(text)] == weights


def test_words_far_apart_name_nothing() -> None:
    """Beyond the window the words belong to different thoughts."""
    text = "a database is where we keep what every single one of them told some customer"

    assert [each.concept for each in THESAURUS.named(text)] == []


def test_the_asker_s_own_words_weigh_most() -> None:
    """A phrase that stands for a concept is worth more than each of its words."""
    groups = THESAURUS.groups("database per customer archives")

    assert groups[:3] == (
        (("database", COVERED),),
        (("customer", COVERED),),
        (("archives", 1.0),),
    )
    weights = dict(groups[3])
    assert weights["multi-tenant"] == PHRASE
    assert weights["tenant"] < weights["multi-tenant"]
    assert weights["shards"] < weights["multi-tenant"]


def test_one_word_means_itself_and_all_it_may_name() -> None:
    """A concept named by a single word adds to that word, it is no idea beside it."""
    (group,) = THESAURUS.groups("deploy")

    assert dict(group) == {"deploy": 1.0, "shipping code": WORD}


def test_an_unknown_related_concept_brings_in_nothing() -> None:
    """A thesaurus may name concepts that it does not have."""
    assert "gone" not in dict(THESAURUS.groups("deploy")[0])


def test_concepts_named_by_the_same_words_are_one_idea() -> None:
    """However many concepts two words name, the line that has them says one thing."""
    thesaurus = Thesaurus(
        (Concept("mvp", ("first version", "mvp")), Concept("demo", ("first version", "demo")))
    )

    *_, idea = thesaurus.ideas("our first version")

    assert idea.words == {"first", "version"}
    assert dict(idea.group) == {"first version": PHRASE, "mvp": PHRASE, "demo": PHRASE}
    assert len(thesaurus.ideas("our first version")) == 3


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("picture", {"picture": ORDINARY, "image": WORD * ORDINARY, "photo": WORD * ORDINARY}),
        ("spare time", {"time": VAGUE * COVERED, "spare": COVERED}),
        ("time to spare", {"time": VAGUE, "spare": 1.0}),
    ],
)
def test_ordinary_words_stand_for_each_other(text: str, phrases: dict[str, float]) -> None:
    """A single one at once, several only when they stand together."""
    thesaurus = Thesaurus(
        (
            Concept(f"{EVERYDAY}image", ("image", "picture", "photo")),
            Concept(f"{EVERYDAY}hobby", ("hobby", "spare time")),
        )
    )

    words = [dict(idea.group) for idea in thesaurus.ideas(text) if len(idea.words) == 1]

    assert {phrase: weight for each in words for phrase, weight in each.items()} == pytest.approx(
        phrases
    )


def test_words_that_go_with_anything_weigh_little() -> None:
    """Meeting "new" or "stop" is no answer."""
    assert THESAURUS.groups("stop sharding")[0] == (("stop", VAGUE),)


def test_every_phrase_is_known_before_anyone_asks() -> None:
    """What a search may ask for can be looked up when the catalogue is written."""
    asked = {phrase for group in THESAURUS.groups("database per customer") for phrase, _ in group}

    assert asked - {"database", "customer"} <= set(THESAURUS.phrases())


def test_phrases_of_one_weight_are_asked_for_together() -> None:
    """The heaviest first, in their own order."""
    group = (("ci", 0.9), ("build", 0.3), ("pipeline", 0.9))

    assert list(phrases_by_weight(group).items()) == [(0.9, ["ci", "pipeline"]), (0.3, ["build"])]


def test_an_index_takes_the_place_of_the_concepts() -> None:
    """What was indexed elsewhere answers just the same."""
    indexed = Thesaurus(index=Indexed((TENANCY, SHARDING, DEPLOY)))

    assert indexed.groups("one database per customer") == THESAURUS.groups(
        "one database per customer"
    )
    assert "tenant" in indexed.words
    assert Thesaurus().named("deploy") == []
