"""Names of technologies and categories in a text."""

from __future__ import annotations

import pytest

from bot.model import Category, Technology
from bot.spelt import Indexed
from bot.vocabulary import Vocabulary

TECHNOLOGIES = (
    Technology("react", "React", categories=("frontend",)),
    Technology("react-native", "React Native"),
    Technology("nodejs", "Node.js", ("node",), ("runtime",)),
    Technology("lets-encrypt", "Let's Encrypt"),
    Technology("express", "Express", ("expressjs",), ambiguous=True),
    Technology("runit", "runit"),
    Technology("teamcity", "TeamCity"),
    Technology("elasticsearch", "Elasticsearch", ("elastic",), ("search-engine",)),
    Technology("postgres", "PostgreSQL", ("Postgres",), ("sql",)),
    Technology("pg", "Postgres"),
)
CATEGORIES = (
    Category("database", "Database", ("db",)),
    Category("sql", "SQL database", (), "database"),
    Category("search-engine", "Search engine"),
    Category("runtime", "Runtime", (), "nowhere"),
    Category("frontend", "Frontend"),
)
VOCABULARY = Vocabulary(TECHNOLOGIES, CATEGORIES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("react native and react", ["react-native", "react"]),
        ("node js, Node.js and nodejs", ["nodejs", "nodejs", "nodejs"]),
        ("lets encrypt", ["lets-encrypt"]),
        ("can you run it", []),
        ("Run It", ["runit"]),
        ("Team City", ["teamcity"]),
        ("elastic search", ["elasticsearch"]),
        ("postgres", ["postgres"]),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    """The longest spelling counts, cut only where it is written apart somewhere."""
    assert [span.id for span in VOCABULARY.find(text)] == found


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("to express it", False),
        ("an Express server", True),
        ("expressjs", True),
        ("Express is fast", True),
        ("Express yourself", False),
        ("we use Express", True),
        ("American Express cards", False),
    ],
)
def test_an_english_word_needs_a_sign(text: str, *, sure: bool) -> None:
    """A capital letter within a sentence, or a neighbour that only a name has."""
    assert [span.sure for span in VOCABULARY.find(text)] == [sure]
    assert VOCABULARY.is_english("Express")
    assert not VOCABULARY.is_english("expressjs")
    assert not VOCABULARY.is_english("unheard")


def test_categories_in_the_plural_and_their_members() -> None:
    """A category is found by any form; its members include those of narrower ones."""
    spans = VOCABULARY.find_categories("which search engines or dbs")

    assert [span.id for span in spans] == ["search-engine", "database"]
    assert VOCABULARY.members["database"] == {"postgres"}
    assert list(VOCABULARY.ancestors("sql")) == ["sql", "database"]
    assert VOCABULARY.category_of("SQL databases") == "sql"
    assert VOCABULARY.category_of("nothing") is None
    assert "runtime" in VOCABULARY.categories


def test_names_and_ids() -> None:
    """Whoever claims a spelling first has it; an unknown id is its own name."""
    assert VOCABULARY.resolve("POSTGRES") == "postgres"
    assert VOCABULARY.resolve("unheard") is None
    assert VOCABULARY.name("nodejs") == "Node.js"
    assert VOCABULARY.name("unheard") == "unheard"


def test_near_keeps_to_the_ids_allowed() -> None:
    """A misspelling means only what the catalogue names, if that is said."""
    present = {"postgres": 1}

    assert VOCABULARY.near("Postgers") == "postgres"
    assert VOCABULARY.near("Node.js") == "nodejs"
    assert VOCABULARY.near("elasticserch", present) is None
    assert VOCABULARY.near("postgers", present) == "postgres"
    assert VOCABULARY.near("postgres", present) == "postgres"
    assert VOCABULARY.near("elasticserch", {"elasticsearch"}) == "elasticsearch"
    assert VOCABULARY.near_category("serach engine") == "search-engine"
    assert VOCABULARY.near_category("dbb") is None


def test_suggestions_are_names_once_each() -> None:
    """Two spellings of one technology are one suggestion."""
    assert VOCABULARY.suggestions("elasticsaerch") == ["Elasticsearch"]
    assert VOCABULARY.suggestions("elastik") == ["Elasticsearch"]
    assert VOCABULARY.suggestions("pg") == []


def test_an_index_takes_the_place_of_the_things() -> None:
    """What was indexed elsewhere answers just the same."""
    indexed = Vocabulary(index=Indexed(TECHNOLOGIES, CATEGORIES))

    assert indexed.find("Team City") == VOCABULARY.find("Team City")
    assert indexed.members == VOCABULARY.members
