"""What lies indexed in the store answers as what is indexed in memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from bot.dialogue import Lookup, TextQuery
from bot.model import Concept
from bot.rank.thesaurus import Thesaurus
from bot.store import Store, weighed
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.store.shelf import Shelf

CONCEPTS = (
    Concept("zero", ("zero downtime", "rolling restart", "blue green"), ("drain",), ("deploys",)),
    Concept("deploys", ("deploys", "ship a change"), ("container",), ("unknown",)),
)
TECHNOLOGIES = (
    "  - {id: elasticsearch, name: Elasticsearch, aliases: [Elastic Search]}\n"
    "  - {id: express, name: Express, ambiguous: true}\n"
)
TEXTS = (
    "who uses Terraform, node js or Postgres and which databases",
    "zero downtime releases and how they deploy with express in the background",
    "elasticsaerch and widgetron",
)


@pytest.fixture
def store(shelf: Shelf) -> Iterator[Store]:
    """A store with two episodes, one with a tag that no vocabulary lists."""
    concepts = [{field: getattr(each, field) for field in Concept.__slots__} for each in CONCEPTS]
    path = shelf.seeds / "thesaurus.yml"
    path.write_text(yaml.safe_dump(json.loads(json.dumps({"concepts": concepts}))), "utf-8")
    with (shelf.seeds / "technologies.yml").open("a", encoding="utf-8") as file:
        file.write(TECHNOLOGIES)
    shelf.post(
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "1:02 -- Zero downtime deploys with Terraform",
        "2:03 -- Rolling restarts of the web server, and deploys in a container",
        tags=["terraform", "widgetron"],
    )
    shelf.post("2024-05-13-2-bolt.md", "Bolt Sells Screws", "2:03 -- Blue / green deploys")
    shelf.load()
    with Store.open(shelf.db) as store:
        yield store


def test_the_vocabulary_in_the_store_is_the_one_in_memory(store: Store) -> None:
    """Spellings, categories and members, one by one and all together."""
    stored = Vocabulary(index=store.spellings())
    memory = Vocabulary(store.technologies(), store.categories())

    for text in TEXTS:
        assert memory.find(text) == stored.find(text)
        assert memory.find_categories(text) == stored.find_categories(text)
    assert stored.resolve("Widgetron") == "widgetron"
    assert stored.name("postgres") == memory.name("postgres")
    assert stored.name("widgetron") == "widgetron"
    assert stored.technologies.get("nothing") is None
    assert stored.members["database"] == memory.members["database"]
    assert stored.members.get("nothing") is None
    assert dict(stored.members) == dict(memory.members)
    assert dict(stored.technologies) == dict(memory.technologies)
    assert dict(stored._index.names) == dict(memory._index.names)
    assert dict(stored._index.category_names) == dict(memory._index.category_names)
    assert stored.suggestions("elasticsaerch") == memory.suggestions("elasticsaerch")


def test_the_thesaurus_in_the_store_is_the_one_in_memory(store: Store) -> None:
    """Terms, concepts and words, one by one and all together."""
    stored, memory = Thesaurus(index=store.terms()), Thesaurus(CONCEPTS)

    for text in TEXTS:
        assert memory.groups(text) == stored.groups(text)
    assert list(stored.alternatives()) == list(memory.alternatives())
    assert dict(stored._index.terms) == memory._index.terms
    assert ("downtime" in stored.words, "terraform" in stored.words) == (True, False)


def test_words_and_what_is_present(store: Store) -> None:
    """The words of the lines, and the technologies of whole episodes."""
    words, present = store.words(), store.present()

    assert ("restarts" in words, "terraform" in words, "widget" in words) == (True, True, False)
    assert present["terraform"] == {1}
    assert present.get("postgres") is None
    assert dict(present).keys() >= {"terraform", "widgetron"}


def test_searches_find_the_same_with_and_without_weighed_lines(store: Store) -> None:
    """Weighing makes them fast and changes no digit, within some episodes too."""
    groups = Thesaurus(CONCEPTS).groups("zero downtime releases in a container")
    lookup = Lookup(
        searches=(TextQuery(groups), TextQuery(groups, episodes=frozenset({2}))),
    )
    before = store.find(lookup).hits
    with store.writing() as writing:
        weighed.forget(writing._conn)

    assert before == store.find(lookup).hits
    assert [hit.line.episode for hit in before[1]] == [2]
    assert len(before[0]) == 3


def test_a_change_is_weighed_anew(shelf: Shelf, store: Store) -> None:
    """The next load leaves nothing of the old weights."""

    def kept() -> dict[str, bytes]:
        return dict(store._connections.get().execute("SELECT phrases, lines FROM weighed"))

    before = kept()
    shelf.post("2024-05-20-3-cog.md", "Cog Rents Cranes", "3:04 -- Zero downtime, no deploys")
    shelf.load()

    assert before.keys() == kept().keys()
    assert before != kept()


def test_no_phrase_is_a_query(store: Store) -> None:
    """Whatever stands in it is words."""
    assert weighed.expression(('"x', "NEAR(a b)")) == '"""x" OR "NEAR(a b)"'
    assert weighed.matches(store._connections.get(), weighed.expression(("c++ *", "\x00"))) == []
