"""How names are written, and who has which spelling."""

from __future__ import annotations

import pytest

from bot.model import Category, Technology
from bot.spelt import Indexed, joined, plural, split_case, words_of

INDEX = Indexed(
    (
        Technology("postgres", "PostgreSQL", ("Postgres", "postgre sql")),
        Technology("pg", "Postgres"),
        Technology("go", "Go", ("golang",), ("language",), ambiguous=True),
        Technology("runit", "runit"),
    ),
    (
        Category("language", "Programming language", ("lang",), "thing"),
        Category("thing", "Thing", parent="language"),
    ),
)


def test_who_claims_a_spelling_first_has_it() -> None:
    """Whatever its case and separators; a plain word may not be cut into several."""
    names = INDEX.names

    assert names["postgres"].id == names["postgresql"].id == "postgres"
    assert names["postgresql"].seams == {7}
    assert names["runit"].seams == frozenset()
    assert "pg" in names


def test_a_name_that_is_an_english_word() -> None:
    """Unless its ending makes it a name."""
    assert INDEX.names["go"].english
    assert not INDEX.names["golang"].english


def test_categories_in_every_form() -> None:
    """In the plural as well; a ring of parents ends somewhere."""
    assert INDEX.category_names["programminglanguages"].id == "language"
    assert INDEX.category_names["langs"].id == "language"
    assert INDEX.members == {"language": {"go"}, "thing": {"go"}}


@pytest.mark.parametrize(
    ("typed", "key"),
    [("Node.js", "nodejs"), ("Let’s Encrypt", "letsencrypt"), ("C++", "c++"), ("Va.gov", "vagov")],
)
def test_spellings_are_compared_joined(typed: str, key: str) -> None:
    """Without spaces, dots, dashes and apostrophes."""
    assert joined(typed) == key


def test_words_and_their_forms() -> None:
    """Of a text, of a name, and of several."""
    assert words_of("C#, .NET and Node.js") == ["C#", ".NET", "and", "Node", "js"]
    assert split_case("TrackJS") == "Track JS"
    assert [plural(word) for word in ("query", "key", "box")] == ["queries", "keys", "boxes"]
