"""Concepts are found by their terms and bring in the others."""

from __future__ import annotations

import pytest

from bot.model import Concept
from bot.rank.thesaurus import (
    COVERED,
    HINT,
    LOOSE,
    PHRASE,
    WORD,
    Indexed,
    Thesaurus,
    phrases_by_weight,
    stemmed_set,
)

TENANCY = Concept("tenancy", ("database per customer", "multi-tenant"), ("tenant",), ("sharding",))
SHARDING = Concept("sharding", ("shards", "split the database"))
DEPLOY = Concept("deploy", ("shipping code", "deploy"), see=("gone",))
THESAURUS = Thesaurus((TENANCY, SHARDING, DEPLOY))


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


def test_a_word_of_a_phrase_with_a_stopword_is_a_hint() -> None:
    """One content word of a phrase says little without the rest of it."""
    thesaurus = Thesaurus((Concept("start", ("how it started",)),))

    assert [each.weight for each in thesaurus.named("it started")] == [HINT]
    assert [each.weight for each in thesaurus.named("how it started")] == [WORD]


def test_words_far_apart_name_nothing() -> None:
    """Beyond the window the words belong to different thoughts."""
    text = "a database is where we keep what every single one of them told some customer"

    assert [each.concept for each in THESAURUS.named(text)] == []


def test_the_asker_s_own_words_weigh_most() -> None:
    """A phrase that stands for a concept is worth more than each of its words."""
    groups = THESAURUS.groups("database per customer backups")

    assert groups[:3] == (
        (("database", COVERED),),
        (("customer", COVERED),),
        (("backups", 1.0),),
    )
    weights = dict(groups[3])
    assert weights["multi-tenant"] == PHRASE
    assert weights["shards"] < weights["multi-tenant"]
    assert weights["tenant"] < weights["shards"]


def test_an_unknown_related_concept_brings_in_nothing() -> None:
    """A thesaurus may name concepts that it does not have."""
    assert [dict(group).keys() for group in THESAURUS.groups("deploy")[1:]] == [
        {"shipping code", "deploy"}
    ]


def test_every_concept_has_its_alternatives() -> None:
    """What a search may ask for is known before anyone asks."""
    phrases = [set(dict(group)) for group in THESAURUS.alternatives()]

    assert phrases[0] == {
        "database per customer", "multi-tenant", "tenant", "shards", "split the database"
    }  # fmt: skip
    assert len(phrases) == 3


@pytest.mark.parametrize("weight", [PHRASE, LOOSE, WORD, HINT])
def test_alternatives_are_those_of_any_sureness(weight: float) -> None:
    """However surely a concept is named, the same phrases share one weight."""
    (outright, *_) = THESAURUS.alternatives()
    scaled = tuple((phrase, round(each * weight, 3)) for phrase, each in outright)

    assert list(phrases_by_weight(outright).values()) == list(phrases_by_weight(scaled).values())


def test_an_index_takes_the_place_of_the_concepts() -> None:
    """What was indexed elsewhere answers just the same."""
    indexed = Thesaurus(index=Indexed((TENANCY, SHARDING, DEPLOY)))

    assert indexed.groups("one database per customer") == THESAURUS.groups(
        "one database per customer"
    )
    assert "tenant" in indexed.words
    assert Thesaurus().named("deploy") == []


def test_stems_of_content_words_only() -> None:
    """Words of the question's frame carry no meaning."""
    assert stemmed_set("who deploys the releases") == {"deploy", "releas"}
